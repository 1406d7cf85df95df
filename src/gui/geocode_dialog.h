#pragma once

#include "models/address_model.h"
#include "models/workspace.h"

#include <QDialog>

#include <memory>

namespace Ui {
class GeocodeDialog;
}

namespace repere::gui {

/// Asks the national geocoder for places without a position of their own, or for selected ones. First it shows what would be sent
/// and to whom: nothing is contacted before the click that agrees. Then the answers with ticks; what is ticked becomes one change.
class GeocodeDialog final : public QDialog
{
    Q_OBJECT
public:
    enum Scope { List, Selected };

    /// `list`: the places of the present filter.
    GeocodeDialog(models::Workspace &workspace, const models::Words &words, std::vector<AtelierId> list,
                  std::vector<AtelierId> selected, Scope scope, QWidget *parent = nullptr);
    ~GeocodeDialog() override;

    models::AddressModel *model() const { return m_model; }

signals:
    void written(int count); ///< places that have another position now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< Space ticks all selected rows

private:
    void collect(); ///< the places of the chosen scope
    void ask();
    void takeAnswers(const Result<directory::AddressAnswers> &answers);
    void write();
    void showState();
    void showColumns(); ///< those of this step
    void showProblem(const QString &text);

    models::Workspace &m_workspace;
    const models::Words m_words;
    std::unique_ptr<Ui::GeocodeDialog> m_ui;
    models::AddressModel *m_model;
    const std::vector<AtelierId> m_list;
    const std::vector<AtelierId> m_selected;
    const QString m_who;     ///< is asked
    bool m_answered = false; // the second step
    bool m_working = false;
};

} // namespace repere::gui
