#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace repere::catalogue {

/// A set of row numbers 0 … size()-1, one bit each; the bits beyond size() are always 0. Sets that meet in an operation
/// have the same size.
class BitSet
{
public:
    BitSet() = default;
    explicit BitSet(std::size_t size, bool full = false);

    std::size_t size() const { return m_size; }
    /// New rows are absent.
    void resize(std::size_t size);
    bool test(std::size_t row) const { return (m_words[row >> 6] >> (row & 63)) & 1; }
    void set(std::size_t row) { m_words[row >> 6] |= std::uint64_t{1} << (row & 63); }

    BitSet &operator&=(const BitSet &other);
    BitSet &operator|=(const BitSet &other);
    BitSet &subtract(const BitSet &other);
    std::size_t count() const;
    /// How many rows both hold, without making the intersection.
    static std::size_t countBoth(const BitSet &a, const BitSet &b);

    /// 64 rows at a time, row 0 in the lowest bit of the first word.
    const std::vector<std::uint64_t> &words() const { return m_words; }

    template <typename Visit> void forEach(Visit &&visit) const { forEachOfWords(0, m_words.size(), visit); }
    /// The rows of words()[begin … end-1].
    template <typename Visit> void forEachOfWords(std::size_t begin, std::size_t end, Visit &&visit) const
    {
        for (std::size_t w = begin; w < end; ++w) {
            for (std::uint64_t word = m_words[w]; word; word &= word - 1)
                visit(w * 64 + static_cast<std::size_t>(__builtin_ctzll(word)));
        }
    }
    /// Keeps the rows for which `keep` is true.
    template <typename Keep> void filter(Keep &&keep)
    {
        for (std::size_t w = 0; w < m_words.size(); ++w) {
            std::uint64_t kept = 0;
            for (std::uint64_t word = m_words[w]; word; word &= word - 1) {
                if (keep(w * 64 + static_cast<std::size_t>(__builtin_ctzll(word))))
                    kept |= word & (~word + 1);
            }
            m_words[w] = kept;
        }
    }
    bool operator==(const BitSet &) const = default;

private:
    std::size_t m_size = 0;
    std::vector<std::uint64_t> m_words;
};

} // namespace repere::catalogue
