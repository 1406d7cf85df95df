#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace repere::fuzz {

using Bytes = std::vector<std::uint8_t>;

/// Makes inputs of a corpus: one of its files with one to five changes, the same for the same seed.
class Mutator
{
public:
    /// The corpus must outlive it and hold at least one file.
    Mutator(std::uint64_t seed, const std::vector<Bytes> &corpus) : m_random(seed), m_corpus(corpus) {}

    Bytes next();

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }
    const Bytes &file() { return m_corpus[below(m_corpus.size())]; }
    void change(Bytes &input);
    /// What breaks readers: NUL, huge numbers, quotes, nesting, long lines, markup, SQL.
    Bytes nastyPiece();

    std::mt19937_64 m_random;
    const std::vector<Bytes> &m_corpus;
};

} // namespace repere::fuzz
