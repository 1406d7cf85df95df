#pragma once

#include "core/atelier.h"
#include "store/store.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace repere::directory {

/// Runs through all ateliers of a store, with all that is known of them, in a thread of its own and hands them to the one thread that asks, a bounded number
/// ahead. While it lives the store belongs to that thread.
class StoreReading
{
public:
    explicit StoreReading(const store::Store &store);
    /// Waits for the row under way.
    ~StoreReading() = default;
    StoreReading(const StoreReading &) = delete;
    StoreReading &operator=(const StoreReading &) = delete;

    /// The next one; nothing at the end. The error of the reading comes after what it had read.
    Result<std::optional<Atelier>> next();

private:
    void read(const store::Store &store, const std::stop_token &stop);
    /// False when nobody wants more.
    bool handOver(std::vector<Atelier> batch, const std::stop_token &stop);

    std::vector<Atelier> m_given; // of the thread that asks
    std::size_t m_at = 0;

    std::mutex m_mutex; // for what follows
    std::condition_variable_any m_changed;
    std::deque<std::vector<Atelier>> m_ready;
    std::optional<Result<void>> m_ended;
    std::jthread m_thread; // last: it ends before the rest goes
};

} // namespace repere::directory
