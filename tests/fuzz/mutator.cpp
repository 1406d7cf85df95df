#include "fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace repere::fuzz {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMostBytes = 1 << 20;

constexpr std::array kWords = {
    "\0"sv,
    "1e999"sv,
    "-99999999999999999999999999999999"sv,
    "9223372036854775808"sv,
    "0.00000000000000000000000000000000000001"sv,
    "NaN"sv,
    "-0"sv,
    "\""sv,
    "\"\"\""sv,
    "'"sv,
    "\r"sv,
    "\n\n"sv,
    ";;;;;;;;"sv,
    ",,,,"sv,
    "\t"sv,
    "|"sv,
    "null"sv,
    "true"sv,
    "{}"sv,
    "[]"sv,
    "\\u0000"sv,
    "\\ud800"sv,
    "\xEF\xBB\xBF"sv,
    "\xFF\xFE"sv,
    "\xC3\xA9"sv,
    "\xC3\x83\xC2\xA9"sv,
    "\xF4\x90\x80\x80"sv,
    "\xE9"sv,
    "<script>alert(1)</script>"sv,
    "<p><li>&amp;&#0;&#x110000;&rsquo;"sv,
    "&a;&a;"sv,
    "<!DOCTYPE kml [<!ENTITY a \"&b;&b;\">]>"sv,
    "]]>"sv,
    "javascript:alert(1)"sv,
    "Robert'); DROP TABLE atelier;--"sv,
    "../../../etc/passwd"sv,
    "/vsicurl/http://127.0.0.1:1/"sv,
    "%s%n%1%2"sv,
    "=1+1"sv,
    "0000"sv,
    "2A004"sv,
    "75011"sv,
    "48,8566"sv,
    "+33123456789"sv,
};
constexpr std::array kBrackets = {"["sv, "{\"a\":"sv, "<a>"sv, "(("sv, "{\"features\":["sv, "<Folder>"sv};

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

} // namespace

Bytes Mutator::nastyPiece()
{
    const std::size_t kind = below(40);
    if (kind == 0) // deep nesting
    {
        Bytes result;
        const std::string_view bracket = kBrackets[below(kBrackets.size())];
        for (std::size_t depth = 1 + below(20'000); depth > 0; --depth)
            result.insert(result.end(), bracket.begin(), bracket.end());
        return result;
    }
    if (kind == 1) // a long line
        return Bytes(1 + below(300'000), std::uint8_t("x9 ;\"<"[below(6)]));
    if (kind == 2) // a number of many digits
        return Bytes(1 + below(2'000), '9');
    return bytesOf(kWords[below(kWords.size())]);
}

void Mutator::change(Bytes &input)
{
    const std::size_t at = below(input.size() + 1);
    const auto here = input.begin() + std::ptrdiff_t(at);
    const std::size_t left = input.size() - at;
    switch (below(10)) {
    case 0: // truncated
        if (below(3) == 0)
            input.resize(at);
        break;
    case 1: // one bit
        if (left > 0)
            input[at] = std::uint8_t(input[at] ^ (1U << below(8)));
        break;
    case 2: // any byte
        if (left > 0)
            input[at] = std::uint8_t(below(256));
        break;
    case 3: // a piece gone
        input.erase(here, here + std::ptrdiff_t(std::min(left, below(60))));
        break;
    case 4: { // a piece twice, or many times
        const Bytes piece(here, here + std::ptrdiff_t(std::min(left, 1 + below(200))));
        for (std::size_t times = below(20) == 0 ? below(500) : 1; times > 0; --times)
            input.insert(input.begin() + std::ptrdiff_t(at), piece.begin(), piece.end());
        break;
    }
    case 5: { // the beginning of this and the end of another
        const Bytes &other = file();
        const std::size_t from = below(other.size() + 1);
        input.resize(at);
        input.insert(input.end(), other.begin() + std::ptrdiff_t(from), other.end());
        break;
    }
    case 6: { // a piece of another
        const Bytes &other = file();
        const std::size_t from = below(other.size() + 1);
        const std::size_t count = std::min(other.size() - from, below(400));
        input.insert(here, other.begin() + std::ptrdiff_t(from), other.begin() + std::ptrdiff_t(from + count));
        break;
    }
    case 7: { // a cell or value replaced
        const auto isEdge = [](std::uint8_t byte) { return ",;\t\n:\"<>"sv.contains(char(byte)); };
        const auto first = std::find_if(here, input.end(), isEdge);
        if (first == input.end())
            break;
        const auto last = std::find_if(first + 1, input.end(), isEdge);
        const Bytes piece = nastyPiece();
        const auto offset = first + 1 - input.begin();
        input.erase(first + 1, last);
        input.insert(input.begin() + offset, piece.begin(), piece.end());
        break;
    }
    default: {
        const Bytes piece = nastyPiece();
        input.insert(here, piece.begin(), piece.end());
        break;
    }
    }
    if (input.size() > kMostBytes)
        input.resize(kMostBytes);
}

Bytes Mutator::next()
{
    Bytes input = file();
    for (std::size_t changes = 1 + below(5); changes > 0; --changes)
        change(input);
    return input;
}

} // namespace repere::fuzz
