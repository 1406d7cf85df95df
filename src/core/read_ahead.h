#pragma once

#include "core/result.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace repere {

/// Pulls items from a source in a thread of its own, a bounded number ahead of the one thread that asks for them. Items
/// keep their order; the source's error, or what it throws, comes when the items before it have been given out.
template <typename Item> class ReadAhead
{
public:
    /// Called in the thread of this object only; nothing = the end.
    using Source = std::function<Result<std::optional<Item>>()>;

    /// What is handed over at once, and how many of those may lie ready: at most (ready + 2) × batch items are in memory.
    struct Bounds {
        std::size_t batch = 64;
        std::size_t ready = 4;
    };

    explicit ReadAhead(Source source, Bounds bounds = {}) : m_source(std::move(source)), m_bounds(bounds) {}
    /// Waits for the item under way; those that nobody asked for are let go.
    ~ReadAhead() = default;
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    /// The next item; nothing at the end. Waits for the source. The thread starts with the first call.
    Result<std::optional<Item>> next()
    {
        if (m_at == m_given.size() && !refill()) {
            if (m_thrown)
                std::rethrow_exception(m_thrown);
            if (m_error)
                return std::unexpected(*m_error);
            return std::nullopt;
        }
        return std::move(m_given[m_at++]);
    }

private:
    /// Takes the next batch; false when there is none any more.
    bool refill()
    {
        if (!m_thread.joinable())
            m_thread = std::jthread([this](const std::stop_token &stop) { read(stop); });
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_finished; });
        if (m_ready.empty())
            return false;
        m_given = std::move(m_ready.front());
        m_at = 0;
        m_ready.pop_front();
        m_changed.notify_all();
        return true;
    }

    void read(const std::stop_token &stop)
    {
        bool more = true;
        while (more && !stop.stop_requested()) {
            std::vector<Item> batch;
            batch.reserve(m_bounds.batch);
            more = fill(batch, stop);
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return m_ready.size() < m_bounds.ready; });
            if (!batch.empty())
                m_ready.push_back(std::move(batch));
            m_finished = !more;
            m_changed.notify_all();
        }
    }

    /// False at the end and after an error.
    bool fill(std::vector<Item> &batch, const std::stop_token &stop)
    {
        try {
            while (batch.size() < m_bounds.batch && !stop.stop_requested()) {
                auto item = m_source();
                if (!item)
                    m_error = std::move(item.error());
                if (!item || !*item)
                    return false;
                batch.push_back(std::move(**item));
            }
        } catch (...) {
            m_thrown = std::current_exception();
            return false;
        }
        return true;
    }

    const Source m_source;
    const Bounds m_bounds;
    std::vector<Item> m_given; // of the thread that asks
    std::size_t m_at = 0;

    std::mutex m_mutex; // for what follows
    std::condition_variable_any m_changed;
    std::deque<std::vector<Item>> m_ready;
    bool m_finished = false;
    std::optional<Error> m_error; // written before m_finished is set, read after
    std::exception_ptr m_thrown;  // likewise
    std::jthread m_thread;        // last: it ends before the rest goes
};

} // namespace repere
