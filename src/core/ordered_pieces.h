#pragma once

#include "core/result.h"

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace repere {

/// Makes numbered pieces in several threads and gives them, in their order, to the one thread that asks: a bounded number
/// ahead of it. The error of a piece, or what making it throws, comes in its place; nothing comes after it.
template <typename Piece> class OrderedPieces
{
public:
    /// Called in the threads of this object: `worker` (0 … workers-1) is in one call at a time, each piece is made once.
    using Make = std::function<Result<Piece>(std::size_t worker, std::size_t piece)>;

    OrderedPieces(std::size_t count, std::size_t workers, Make make)
        : m_make(std::move(make)), m_count(count), m_ahead(3 * workers)
    {
        for (std::size_t worker = 0; worker < workers; ++worker)
            m_threads.emplace_back([this, worker](const std::stop_token &stop) { work(worker, stop); });
    }
    /// Waits for the pieces under way; those that nobody asked for are let go.
    ~OrderedPieces()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
    }
    OrderedPieces(const OrderedPieces &) = delete;
    OrderedPieces &operator=(const OrderedPieces &) = delete;

    /// The next piece; nothing at the end.
    Result<std::optional<Piece>> next()
    {
        if (m_given == m_count)
            return std::nullopt;
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_made.contains(m_given); });
        auto made = m_made.extract(m_given);
        if (made.mapped().thrown)
            std::rethrow_exception(made.mapped().thrown);
        if (!made.mapped().piece)
            return std::unexpected(made.mapped().piece.error());
        ++m_given;
        m_changed.notify_all();
        return std::move(*made.mapped().piece);
    }

private:
    struct Made {
        Result<Piece> piece;
        std::exception_ptr thrown;
    };

    void work(std::size_t worker, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return m_begun == m_count || m_begun < m_given + m_ahead; })
               && m_begun < m_count && !stop.stop_requested()) {
            const std::size_t piece = m_begun++;
            lock.unlock();
            Made made = makePiece(worker, piece);
            lock.lock();
            m_made.emplace(piece, std::move(made));
            m_changed.notify_all();
        }
    }

    Made makePiece(std::size_t worker, std::size_t piece) const
    {
        try {
            return {.piece = m_make(worker, piece), .thrown = nullptr};
        } catch (...) {
            return {.piece = Piece(), .thrown = std::current_exception()};
        }
    }

    const Make m_make;
    const std::size_t m_count;
    const std::size_t m_ahead;

    std::mutex m_mutex; // for what follows
    std::condition_variable_any m_changed;
    std::map<std::size_t, Made> m_made;
    std::size_t m_begun = 0;
    std::size_t m_given = 0;             // written by the thread that asks only
    std::vector<std::jthread> m_threads; // last: they end before the rest goes
};

} // namespace repere
