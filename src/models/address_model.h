#pragma once

#include "directory/geocoding.h"
#include "models/words.h"

#include <QAbstractTableModel>

namespace repere::models {

/// How many places have which answer of the geocoder, and how many are ticked.
struct AddressCounts {
    int found = 0; ///< and sure
    int doubtful = 0;
    int nothing = 0; ///< the geocoder knows no place for the words
    int unasked = 0;
    int ticked = 0;

    bool operator==(const AddressCounts &) const = default;
};

/// Places that the geocoder may be asked about, then its answers with ticks: doubtful ones first, for people to look at. GUI thread.
class AddressModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Place, Asked, Answer, Fit, Position, ColumnCount };
    enum Role { StateRole = Qt::UserRole };
    enum class State { Unasked, Doubtful, Found, Nothing };

    explicit AddressModel(Words words, QObject *parent = nullptr);

    void setQuestions(std::vector<directory::AddressQuestion> questions);
    std::vector<directory::AddressQuestion> questions() const;
    /// In the order of the questions; those beyond the last answer were not asked. Sure ones are ticked, unless the place has a
    /// position of its own.
    void setAnswers(const std::vector<std::optional<directory::AddressAnswer>> &answers);
    /// Ticks or unticks those rows that have an answer.
    void setTicked(const QModelIndexList &rows, bool ticked);
    std::vector<directory::AddressAnswer> ticked() const;
    AddressCounts counts() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void tickedChanged();

private:
    struct Row {
        directory::AddressQuestion question;
        std::optional<directory::AddressAnswer> answer;
        State state = State::Unasked;
        bool ticked = false;
    };
    QString positionText(const Row &row) const;

    const Words m_words;
    std::vector<Row> m_rows;
};

} // namespace repere::models
