#include "catalogue/bit_set.h"

#include <QtAssert>

#include <algorithm>
#include <bit>

// Counting bits is what a filter change spends its time on; x86-64 has an instruction for it, but the baseline of the
// distributions does not use it. The compiler makes both versions and the processor chooses once, at start.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define REPERE_FAST_BITS __attribute__((target_clones("avx2", "popcnt", "default")))
#else
#define REPERE_FAST_BITS
#endif

namespace repere::catalogue {

namespace {

REPERE_FAST_BITS std::size_t countWords(const std::uint64_t *words, std::size_t count)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<std::size_t>(std::popcount(words[i]));
    return sum;
}

REPERE_FAST_BITS std::size_t countCommon(const std::uint64_t *a, const std::uint64_t *b, std::size_t count)
{
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<std::size_t>(std::popcount(a[i] & b[i]));
    return sum;
}

std::size_t wordsFor(std::size_t rows)
{
    return (rows + 63) / 64;
}

} // namespace

BitSet::BitSet(std::size_t size, bool full) : m_size(size), m_words(wordsFor(size), full ? ~std::uint64_t{0} : 0)
{
    if (full && size % 64)
        m_words.back() >>= 64 - size % 64;
}

void BitSet::resize(std::size_t size)
{
    m_words.resize(wordsFor(size), 0);
    m_size = size;
    if (size % 64)
        m_words.back() &= ~std::uint64_t{0} >> (64 - size % 64);
}

BitSet &BitSet::operator&=(const BitSet &other)
{
    Q_ASSERT(m_size == other.m_size);
    std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_and{});
    return *this;
}

BitSet &BitSet::operator|=(const BitSet &other)
{
    Q_ASSERT(m_size == other.m_size);
    std::ranges::transform(m_words, other.m_words, m_words.begin(), std::bit_or{});
    return *this;
}

BitSet &BitSet::subtract(const BitSet &other)
{
    Q_ASSERT(m_size == other.m_size);
    std::ranges::transform(m_words, other.m_words, m_words.begin(), [](auto a, auto b) { return a & ~b; });
    return *this;
}

std::size_t BitSet::count() const
{
    return countWords(m_words.data(), m_words.size());
}

std::size_t BitSet::countBoth(const BitSet &a, const BitSet &b)
{
    Q_ASSERT(a.m_size == b.m_size);
    return countCommon(a.m_words.data(), b.m_words.data(), a.m_words.size());
}

} // namespace repere::catalogue
