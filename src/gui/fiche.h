#pragma once

#include "models/words.h"
#include "models/workspace.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace repere::gui {

/// Everything known about the selected place, grouped; what is unknown is said in italics; every value has its source.
class Fiche final : public QScrollArea
{
    Q_OBJECT
public:
    Fiche(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    /// The atelier shown; id 0 when none.
    const Atelier &atelier() const { return m_atelier; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< a window that is made small does not squeeze its words

signals:
    void originsRequested(const repere::Atelier &atelier, const QString &field); ///< field may be empty
    void addressRequested(qint64 id);                                            ///< look for its address online
    void editRequested(const repere::Atelier &atelier);
    void linkRequested(const QUrl &url);              ///< http or https only
    void mapRequested(const repere::GeoPoint &point); ///< show it on the map

private:
    void load();
    void showAtelier(const Atelier &atelier, const std::vector<directory::MatchReason> &reasons);
    void showNothing(const QString &message);
    QString asText() const;

    models::Workspace &m_workspace;
    models::Words m_words;
    Atelier m_atelier;
    QWidget *m_body = nullptr;
};

} // namespace repere::gui
