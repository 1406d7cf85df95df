#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace repere::catalogue {

/// Runs work(piece, begin, end) over 0 … count-1 in as many pieces as there are processors, up to kMostPieces, each in a thread;
/// fewer than `small` in one. Returns the pieces' ends.
inline constexpr std::size_t kMostPieces = 4;
template <typename Work> std::vector<std::size_t> inPieces(std::size_t count, std::size_t small, const Work &work)
{
    const std::size_t most = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostPieces);
    const std::size_t pieces = count < small ? 1 : most;
    std::vector<std::size_t> ends;
    std::vector<std::jthread> threads;
    for (std::size_t piece = 0; piece < pieces; ++piece) {
        const std::size_t begin = count * piece / pieces;
        ends.push_back(count * (piece + 1) / pieces);
        if (piece + 1 < pieces)
            threads.emplace_back([&work, piece, begin, end = ends.back()] { work(piece, begin, end); });
        else
            work(piece, begin, ends.back());
    }
    return ends;
}

} // namespace repere::catalogue
