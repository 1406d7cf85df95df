#include "models/address_model.h"

#include "core/shown_text.h"

#include <algorithm>

namespace repere::models {

using directory::AddressDoubt;

AddressModel::AddressModel(Words words, QObject *parent) : QAbstractTableModel(parent), m_words(std::move(words)) {}

void AddressModel::setQuestions(std::vector<directory::AddressQuestion> questions)
{
    beginResetModel();
    m_rows.clear();
    for (directory::AddressQuestion &question : questions)
        m_rows.push_back({.question = std::move(question), .answer = std::nullopt});
    endResetModel();
    emit tickedChanged();
}

std::vector<directory::AddressQuestion> AddressModel::questions() const
{
    std::vector<directory::AddressQuestion> questions;
    for (const Row &row : m_rows)
        questions.push_back(row.question);
    return questions;
}

void AddressModel::setAnswers(const std::vector<std::optional<directory::AddressAnswer>> &answers)
{
    beginResetModel();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row &row = m_rows[i];
        row = {.question = std::move(row.question), .answer = std::nullopt};
        if (i >= answers.size())
            continue;
        row.answer = answers[i];
        row.state = !row.answer                               ? State::Nothing
                    : row.answer->doubt == AddressDoubt::None ? State::Found
                                                              : State::Doubtful;
        const bool placed = row.question.point && row.question.precision != PositionPrecision::Commune;
        row.ticked = row.state == State::Found && !placed;
    }
    const auto rank = [](const Row &row) {
        switch (row.state) {
        case State::Doubtful: return 0;
        case State::Found: return 1;
        case State::Nothing: return 2;
        case State::Unasked: break;
        }
        return 3;
    };
    std::ranges::stable_sort(m_rows, {}, rank);
    endResetModel();
    emit tickedChanged();
}

void AddressModel::setTicked(const QModelIndexList &rows, bool ticked)
{
    for (const QModelIndex &index : rows) {
        Row &row = m_rows[static_cast<std::size_t>(index.row())];
        if (!row.answer || row.ticked == ticked)
            continue;
        row.ticked = ticked;
        const QModelIndex tick = this->index(index.row(), Place);
        emit dataChanged(tick, tick, {Qt::CheckStateRole});
    }
    emit tickedChanged();
}

std::vector<directory::AddressAnswer> AddressModel::ticked() const
{
    std::vector<directory::AddressAnswer> answers;
    for (const Row &row : m_rows) {
        if (row.ticked)
            answers.push_back(*row.answer);
    }
    return answers;
}

AddressCounts AddressModel::counts() const
{
    AddressCounts counts;
    for (const Row &row : m_rows) {
        switch (row.state) {
        case State::Unasked: ++counts.unasked; break;
        case State::Doubtful: ++counts.doubtful; break;
        case State::Found: ++counts.found; break;
        case State::Nothing: ++counts.nothing; break;
        }
        counts.ticked += row.ticked ? 1 : 0;
    }
    return counts;
}

int AddressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AddressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AddressModel::positionText(const Row &row) const
{
    if (row.state == State::Unasked)
        return {};
    if (!row.answer)
        return tr("The geocoder knows no place for these words.");
    QStringList parts;
    switch (row.answer->doubt) {
    case AddressDoubt::OtherCommune: parts << tr("another commune"); break;
    case AddressDoubt::LowScore: parts << tr("the words fit badly"); break;
    case AddressDoubt::TownOnly:
    case AddressDoubt::None: break;
    }
    switch (row.answer->precision) {
    case PositionPrecision::Exact: parts << tr("at the address"); break;
    case PositionPrecision::Commune: parts << tr("only the town was found"); break;
    default: parts << (row.answer->place.type == u"street" ? tr("in the street, no number") : tr("about there")); break;
    }
    if (row.question.point) {
        const QString metres = m_words.distance(distanceMetres(*row.question.point, row.answer->place.point));
        parts << (row.question.precision == PositionPrecision::Commune
                      ? tr("%1 from the centre of the commune").arg(metres)
                      : tr("%1 from its present position").arg(metres));
    }
    return parts.join(QStringLiteral(" · "));
}

QVariant AddressModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == StateRole)
        return static_cast<int>(row.state);
    if (role == Qt::CheckStateRole && index.column() == Place && row.answer)
        return row.ticked ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && index.column() == Fit)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Place: return shownLine(row.question.name);
    case Asked: return shownLine(row.question.asked.words);
    case Answer: return row.answer ? shownLine(row.answer->place.label) : QString();
    case Fit: return row.answer ? m_words.percent(row.answer->place.score) : QString();
    case Position: return positionText(row);
    default: return {};
    }
}

bool AddressModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setTicked({index}, value.toInt() == Qt::Checked);
    return true;
}

QVariant AddressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Place: return tr("Place");
    case Asked: return tr("What is sent");
    case Answer: return tr("What is answered");
    case Fit: return tr("Score");
    case Position: return tr("Position");
    default: return {};
    }
}

Qt::ItemFlags AddressModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Place && m_rows[static_cast<std::size_t>(index.row())].answer)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace repere::models
