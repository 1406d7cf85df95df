#include "models/place_model.h"

namespace repere::models {

namespace {
constexpr int kMostCandidates = 12;
}

PlaceModel::PlaceModel(directory::Knowledge knowledge, Words words, QObject *parent)
    : QAbstractListModel(parent), m_knowledge(std::move(knowledge)), m_words(std::move(words))
{
}

void PlaceModel::setWords(const QString &words)
{
    beginResetModel();
    m_candidates.clear();
    if (words.trimmed().size() >= 2) {
        m_candidates = m_knowledge.gazetteer().complete(words.trimmed(), kMostCandidates);
        // Codes are not names: "15300", "15138".
        if (m_candidates.empty()) {
            PlaceAnswer answer = m_knowledge.gazetteer().findPlace(words.trimmed());
            m_candidates = std::move(answer.others);
            if (answer.chosen)
                m_candidates.insert(m_candidates.begin(), *answer.chosen);
        }
    }
    endResetModel();
}

int PlaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_candidates.size());
}

QVariant PlaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PlaceCandidate &candidate = m_candidates[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return candidate.label;
    case Qt::ToolTipRole:
        return candidate.population > 0
                   ? m_words.plural(candidate.population, tr("%1 inhabitant"), tr("%1 inhabitants"))
                   : QString();
    case PopulationRole: return QVariant::fromValue<qint64>(candidate.population);
    case LatitudeRole: return candidate.point.latitude;
    case LongitudeRole: return candidate.point.longitude;
    default: return {};
    }
}

QHash<int, QByteArray> PlaceModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},
            {PopulationRole, "population"},
            {LatitudeRole, "latitude"},
            {LongitudeRole, "longitude"}};
}

} // namespace repere::models
