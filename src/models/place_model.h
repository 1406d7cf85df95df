#pragma once

#include "models/words.h"

#include <QAbstractListModel>

namespace repere::models {

/// Communes that people may mean while they type, most populous first: completion of the place field. Offline.
class PlaceModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PopulationRole = Qt::UserRole + 1, LatitudeRole, LongitudeRole };

    PlaceModel(directory::Knowledge knowledge, Words words, QObject *parent = nullptr);

    void setWords(const QString &words); ///< asks again; nothing below two letters
    const PlaceCandidate &candidate(int row) const { return m_candidates.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    directory::Knowledge m_knowledge;
    Words m_words;
    std::vector<PlaceCandidate> m_candidates;
};

} // namespace repere::models
