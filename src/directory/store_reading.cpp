#include "directory/store_reading.h"

#include <utility>

namespace repere::directory {

namespace {

constexpr std::size_t kBatch = 64; // what is handed over at once
constexpr std::size_t kReady = 8;  // how many of those may lie ready

} // namespace

StoreReading::StoreReading(const store::Store &store)
    : m_thread([this, &store](const std::stop_token &stop) { read(store, stop); })
{
}

Result<std::optional<Atelier>> StoreReading::next()
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

void StoreReading::read(const store::Store &store, const std::stop_token &stop)
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

bool StoreReading::handOver(std::vector<Atelier> batch, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_ready.size() < kReady; }))
        return false;
    m_ready.push_back(std::move(batch));
    m_changed.notify_all();
    return !stop.stop_requested();
}

} // namespace repere::directory
