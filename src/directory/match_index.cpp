#include "directory/match_index.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace repere::directory {

namespace {

struct MatchText {
    Q_DECLARE_TR_FUNCTIONS(Match)
};

using Row = std::uint32_t;
using Key = std::size_t;

/// A block with more members is not searched as a whole any more, only where a word of the name is the same as well: a big
/// town, or "La Fabrique" without a place.
constexpr std::size_t kBlockLimit = 2000;
/// About 1 100 m north to south; east to west the same at the latitude of Paris, more at Réunion.
constexpr double kCellDegrees = 0.01;
constexpr double kCellDegreesEast = 0.015;

/// What a block is made of: the kinds keep "75011" the postcode apart from "75011" in a name.
enum class Block : std::uint8_t {
    Cell,
    CellWord,
    Commune,
    CommuneWord,
    DepartementWord,
    Address,
    Publisher,
    Phone,
    Id,
    Name
};

Key keyOf(Block block, const QString &first, const QString &second = {})
{
    return qHashMulti(static_cast<std::size_t>(block) * 0x9E3779B97F4A7C15u + 1, first, second);
}

Key cellKey(Block block, int row, int column, const QString &word = {})
{
    return qHashMulti(static_cast<std::size_t>(block) * 0x9E3779B97F4A7C15u + 2, row, column, word);
}

struct Cell {
    int row = 0;
    int column = 0;
};
Cell cellOf(GeoPoint point)
{
    return {.row = static_cast<int>(std::floor(point.latitude / kCellDegrees)),
            .column = static_cast<int>(std::floor(point.longitude / kCellDegreesEast))};
}

/// The words by which a crowded block and the département are searched: the telling ones, and the name as a whole.
QStringList tellingWords(const MatchRecord &record)
{
    QStringList words;
    for (const MatchWord &word : record.name) {
        if (word.weight >= 0.9)
            words.append(word.text);
    }
    if (!words.contains(record.nameKey))
        words.append(record.nameKey);
    if (!record.tellingKey.isEmpty() && !words.contains(record.tellingKey))
        words.append(record.tellingKey);
    return words;
}

/// What stands for the commune: its code, and the postcode, which another record may have without a code.
QStringList communeNames(const MatchRecord &record)
{
    QStringList names;
    if (!record.commune.isEmpty())
        names.append(u'#' + record.commune);
    if (!record.postcode.isEmpty())
        names.append(record.postcode);
    return names;
}

/// A block that may grow crowded, and those that then take its place.
struct BlockKeys {
    Key whole = 0;
    std::vector<Key> finer;
};

/// The blocks that a record belongs to.
std::vector<BlockKeys> blocksOf(const MatchRecord &record, bool withNeighbours)
{
    std::vector<BlockKeys> blocks;
    const QStringList words = tellingWords(record);
    const auto simple = [&blocks](Key key) { blocks.push_back({.whole = key, .finer = {}}); };
    if (record.point && record.point->isValid()) {
        const Cell cell = cellOf(*record.point);
        const int reach = withNeighbours ? 1 : 0;
        for (int row = cell.row - reach; row <= cell.row + reach; ++row) {
            for (int column = cell.column - reach; column <= cell.column + reach; ++column) {
                BlockKeys block{.whole = cellKey(Block::Cell, row, column), .finer = {}};
                for (const QString &word : words)
                    block.finer.push_back(cellKey(Block::CellWord, row, column, word));
                blocks.push_back(std::move(block));
            }
        }
    }
    for (const QString &commune : communeNames(record)) {
        BlockKeys block{.whole = keyOf(Block::Commune, commune), .finer = {}};
        for (const QString &word : words)
            block.finer.push_back(keyOf(Block::CommuneWord, commune, word));
        blocks.push_back(std::move(block));
    }
    for (const QString &word : words) {
        if (!record.departement.isEmpty())
            simple(keyOf(Block::DepartementWord, record.departement, word));
    }
    if (!record.departement.isEmpty() && !record.houseNumber.isEmpty()) {
        for (const QString &word : record.street)
            simple(keyOf(Block::Address, record.departement + u'/' + record.houseNumber, word));
    }
    if (!record.domain.isEmpty())
        simple(keyOf(Block::Publisher, publisherOf(record.domain)));
    if (!record.phone.isEmpty())
        simple(keyOf(Block::Phone, record.phone));
    for (const QString &id : record.sharedIds)
        simple(keyOf(Block::Id, id));
    simple(keyOf(Block::Name, record.nameKey));
    return blocks;
}

} // namespace

struct MatchIndex::Private {
    std::vector<MatchRecord> records; ///< the row of a removed one has id 0 and is in no block
    QHash<AtelierId, Row> rowOf;
    std::unordered_map<Key, std::vector<Row>> blocks;

    /// Rows that share a block with `record`, ascending, once each, `above` a row.
    void gather(const MatchRecord &record, std::vector<Row> &rows, std::int64_t above = -1) const;
    void forEachKey(const MatchRecord &record, const auto &use)
    {
        for (const BlockKeys &block : blocksOf(record, false)) {
            use(block.whole);
            for (const Key key : block.finer)
                use(key);
        }
    }
};

void MatchIndex::Private::gather(const MatchRecord &record, std::vector<Row> &rows, std::int64_t above) const
{
    rows.clear();
    const auto take = [&](const std::vector<Row> &block) {
        // Ascending, as rows are added at the end.
        const auto first = std::ranges::upper_bound(block, above, {}, [](Row row) { return std::int64_t(row); });
        rows.insert(rows.end(), first, block.end());
    };
    for (const BlockKeys &block : blocksOf(record, true)) {
        const auto whole = blocks.find(block.whole);
        if (whole == blocks.end())
            continue;
        if (whole->second.size() <= kBlockLimit) {
            take(whole->second);
            continue;
        }
        for (const Key key : block.finer) {
            const auto finer = blocks.find(key);
            if (finer != blocks.end() && finer->second.size() <= kBlockLimit)
                take(finer->second);
        }
    }
    std::ranges::sort(rows);
    const auto rest = std::ranges::unique(rows);
    rows.erase(rest.begin(), rest.end());
}

MatchIndex::MatchIndex() : d(std::make_unique<Private>()) {}
MatchIndex::~MatchIndex() = default;
MatchIndex::MatchIndex(MatchIndex &&) noexcept = default;
MatchIndex &MatchIndex::operator=(MatchIndex &&) noexcept = default;

void MatchIndex::add(MatchRecord record)
{
    Q_ASSERT(record.id != 0);
    remove(record.id);
    const auto row = static_cast<Row>(d->records.size());
    d->forEachKey(record, [&](Key key) {
        std::vector<Row> &block = d->blocks[key];
        if (block.empty() || block.back() != row) // two keys of one record may be one
            block.push_back(row);
    });
    d->rowOf.insert(record.id, row);
    d->records.push_back(std::move(record));
}

void MatchIndex::remove(AtelierId id)
{
    const auto found = d->rowOf.constFind(id);
    if (found == d->rowOf.cend())
        return;
    const Row row = *found;
    d->forEachKey(d->records[row], [&](Key key) {
        const auto block = d->blocks.find(key);
        if (block == d->blocks.end())
            return;
        std::erase(block->second, row);
        if (block->second.empty())
            d->blocks.erase(block);
    });
    d->rowOf.erase(found);
    d->records[row] = {};
}

std::size_t MatchIndex::size() const
{
    return static_cast<std::size_t>(d->rowOf.size());
}

const MatchRecord *MatchIndex::find(AtelierId id) const
{
    const auto found = d->rowOf.constFind(id);
    return found == d->rowOf.cend() ? nullptr : &d->records[*found];
}

std::vector<MatchIndex::Candidate> MatchIndex::candidates(const MatchRecord &record, double minScore) const
{
    std::vector<Row> rows;
    d->gather(record, rows);
    std::vector<Candidate> found;
    for (const Row row : rows) {
        const MatchRecord &other = d->records[row];
        if (other.id != record.id && matchTotal(record, other, minScore) >= minScore)
            found.push_back({.id = other.id, .score = matchScore(record, other)});
    }
    std::ranges::sort(found, [](const Candidate &a, const Candidate &b) {
        return a.score.total != b.score.total ? a.score.total > b.score.total : a.id < b.id;
    });
    return found;
}

Result<std::vector<MatchPair>> MatchIndex::allPairs(double minScore, JobContext &job) const
{
    std::vector<MatchPair> pairs;
    std::vector<Row> rows;
    for (std::size_t row = 0; row < d->records.size(); ++row) {
        if (row % 1024 == 0) {
            if (job.isCancelled())
                return failure(ErrorCode::Cancelled, MatchText::tr("The search for duplicates was cancelled."));
            job.report(static_cast<double>(row) / static_cast<double>(d->records.size()));
        }
        const MatchRecord &record = d->records[row];
        if (record.id == 0)
            continue;
        d->gather(record, rows, static_cast<std::int64_t>(row));
        for (const Row other : rows) {
            const MatchRecord &second = d->records[other];
            if (matchTotal(record, second, minScore) >= minScore)
                pairs.push_back({.a = record.id, .b = second.id, .score = matchScore(record, second)});
        }
    }
    std::ranges::sort(pairs, [](const MatchPair &a, const MatchPair &b) {
        if (a.score.total != b.score.total)
            return a.score.total > b.score.total;
        return a.a != b.a ? a.a < b.a : a.b < b.b;
    });
    return pairs;
}

} // namespace repere::directory
