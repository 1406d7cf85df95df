#include "directory/whole_export.h"

#include "store/store.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace repere::directory {

namespace {

constexpr std::size_t kBatch = 64; // what is handed over at once
constexpr std::size_t kReady = 8;  // how many of those may lie ready

/// Runs through a store in a thread of its own and hands its ateliers to the one thread that asks, a bounded number ahead.
class Reading
{
public:
    explicit Reading(const store::Store &store)
        : m_thread([this, &store](const std::stop_token &stop) { read(store, stop); })
    {
    }

    /// The next one; nothing at the end. The error of the reading comes after what it had read.
    Result<std::optional<Atelier>> next()
    {
        if (m_at == m_given.size()) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_ready.empty() || m_ended; });
            if (m_ready.empty())
                return m_ended->transform([] { return std::optional<Atelier>(); });
            m_given = std::move(m_ready.front());
            m_at = 0;
            m_ready.pop_front();
            m_changed.notify_all();
        }
        return std::move(m_given[m_at++]);
    }

private:
    void read(const store::Store &store, const std::stop_token &stop)
    {
        std::vector<Atelier> batch;
        Result<void> ended = store.forEach(true, [&](const Atelier &atelier) {
            batch.push_back(atelier);
            return batch.size() < kBatch || handOver(std::exchange(batch, {}), stop);
        });
        if (!batch.empty())
            handOver(std::move(batch), stop);
        const std::unique_lock lock(m_mutex);
        m_ended = std::move(ended);
        m_changed.notify_all();
    }

    /// False when nobody wants more.
    bool handOver(std::vector<Atelier> batch, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < kReady; }))
            return false;
        m_ready.push_back(std::move(batch));
        m_changed.notify_all();
        return !stop.stop_requested();
    }

    std::vector<Atelier> m_given; // of the thread that asks
    std::size_t m_at = 0;

    std::mutex m_mutex; // for what follows
    std::condition_variable_any m_changed;
    std::deque<std::vector<Atelier>> m_ready;
    std::optional<Result<void>> m_ended;
    std::jthread m_thread; // last: it ends before the rest goes
};

} // namespace

Result<WholeExport> exportWhole(const QString &directoryFile, const QString &target,
                                const exchange::ExportOptions &options, const Knowledge &knowledge, JobContext &job)
{
    const auto store =
        store::Store::open(directoryFile, store::OpenMode::ReadOnly, knowledge.vocabularies().types.compounds());
    if (!store)
        return std::unexpected(store.error());
    const auto expected = (*store)->count();
    if (!expected)
        return std::unexpected(expected.error());
    Reading reading(**store); // from here on the store is that thread's
    LicenceCount licences;
    const auto source = [&](exchange::ExportedAtelier &line) -> Result<bool> {
        auto atelier = reading.next();
        if (!atelier)
            return std::unexpected(atelier.error());
        if (!*atelier)
            return false;
        line.atelier = std::move(**atelier);
        licences.add(line.atelier);
        return true;
    };
    return exchange::writeFile(target, options, knowledge.labels(), source, *expected, job).transform([&](int count) {
        return WholeExport{.count = count, .licences = licences.report()};
    });
}

} // namespace repere::directory
