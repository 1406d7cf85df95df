#pragma once

#include "core/atelier.h"
#include "core/vocabulary.h"
#include "geography/gazetteer.h"

#include <memory>
#include <random>
#include <vector>

namespace repere::bench {

/// Invents ateliers that look like real ones: in real communes, the more the bigger, with the words of the vocabularies,
/// half of them silent about their machines. The same seed gives the same ateliers everywhere.
class Generator
{
public:
    Generator(std::shared_ptr<const geography::Gazetteer> gazetteer, std::shared_ptr<const Vocabularies> vocabularies,
              std::uint64_t seed = 2026);

    /// The next one; ids count from 1.
    Atelier next();
    /// The same place as another list would tell it: its own uid, a slip in the name or other words around it, a position a
    /// street farther, an address, postcode or website left out.
    Atelier twinOf(const Atelier &atelier);

private:
    std::uint64_t below(std::uint64_t limit) { return m_random() % limit; }
    double unit() { return static_cast<double>(m_random() >> 11) * 0x1p-53; }
    bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
    const Commune &pickCommune();
    /// Between 1 and `most` different ids; early entries of the vocabulary are more common.
    QStringList pickIds(const Vocabulary &vocabulary, int most);
    void place(Atelier &atelier, const Commune &commune);

    std::shared_ptr<const geography::Gazetteer> m_gazetteer;
    std::shared_ptr<const Vocabularies> m_vocabularies;
    std::mt19937_64 m_random;
    std::vector<const Commune *> m_communes;
    std::vector<double> m_weights; ///< running sum
    AtelierId m_last = 0;
};

} // namespace repere::bench
