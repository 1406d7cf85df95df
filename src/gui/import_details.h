#pragma once

#include "models/import_model.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace repere::gui {

/// One record of an import: the question it asks, what it says beside what the directory says, its repairs and why it was
/// rejected.
class ImportDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportDetails(const models::Words &words, QWidget *parent = nullptr);

    void showNothing(const QString &why);
    /// `other`: the place that the record is or may be. `decided`: people answered its question here.
    void showRecord(const ImportRecord &record, const std::optional<Atelier> &other, bool decided);

signals:
    void answered(std::optional<bool> same); ///< nothing = the question again
    void proposalTaken();

private:
    void clear();
    void add(QWidget *widget);
    QLabel *addLabel(const QString &text);
    void addHeading(const QString &text);
    void addQuestion(const ImportRecord &record, bool decided);
    void addSides(const ImportRecord &record, const std::optional<Atelier> &other);
    void addRepairs(const ImportRecord &record);

    const models::Words m_words;
    QVBoxLayout *m_column;
};

} // namespace repere::gui
