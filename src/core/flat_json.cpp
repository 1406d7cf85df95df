#include "core/flat_json.h"

#include <algorithm>
#include <ranges>

namespace repere {

namespace {

class Scanner
{
public:
    explicit Scanner(QStringView text) : m_at(text.begin()), m_end(text.end()) {}

    bool take(char16_t c)
    {
        skipSpace();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool isAtEnd()
    {
        skipSpace();
        return m_at == m_end;
    }

    std::optional<QStringView> string()
    {
        if (!take(u'"'))
            return std::nullopt;
        const auto *const begin = m_at;
        m_at = std::find_if(begin, m_end, [](QChar c) { return !isPlain(c.unicode()); });
        if (m_at == m_end || *m_at != u'"')
            return std::nullopt;
        return QStringView(begin, m_at++);
    }

    std::optional<FlatObject::Member> value(QStringView key)
    {
        using Kind = FlatObject::Kind;
        skipSpace();
        if (m_at == m_end)
            return std::nullopt;
        if (*m_at == u'"')
            return string().transform([key](QStringView text) { return FlatObject::Member{key, Kind::Text, text}; });
        const auto *const begin = m_at;
        m_at = std::find_if(begin, m_end, [](QChar c) { return !isWord(c.unicode()); });
        const QStringView word(begin, m_at);
        if (word == u"true")
            return FlatObject::Member{key, Kind::True, word};
        if (word == u"false")
            return FlatObject::Member{key, Kind::False, word};
        constexpr qsizetype kDigits = 9; // fits an int
        const bool isNumber = !word.isEmpty() && word.size() <= kDigits && (word.front() != u'0' || word.size() == 1)
                              && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
        return isNumber ? std::optional(FlatObject::Member{key, Kind::Number, word}) : std::nullopt;
    }

private:
    /// Neither the end of a string nor anything that a parser looks at twice.
    static bool isPlain(char16_t c) { return c >= 0x20 && c != u'"' && c != u'\\' && c < 0xD800; }
    static bool isWord(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); }
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == u' ' || *m_at == u'\n' || *m_at == u'\r' || *m_at == u'\t'))
            ++m_at;
    }

    const QChar *m_at;
    const QChar *m_end;
};

std::optional<FlatObject> readObject(Scanner &scanner)
{
    FlatObject object;
    if (!scanner.take(u'{'))
        return std::nullopt;
    if (scanner.take(u'}'))
        return object;
    do {
        const auto key = scanner.string();
        if (!key || !scanner.take(u':'))
            return std::nullopt;
        const auto member = scanner.value(*key);
        if (!member)
            return std::nullopt;
        object.add(*member);
    } while (scanner.take(u','));
    return scanner.take(u'}') ? std::optional(std::move(object)) : std::nullopt;
}

} // namespace

const FlatObject::Member *FlatObject::find(QLatin1StringView key) const
{
    for (const Member &member : m_members | std::views::reverse) {
        if (member.key == key)
            return &member;
    }
    return nullptr;
}

std::optional<std::vector<FlatObject>> readFlatList(QStringView text)
{
    Scanner scanner(text);
    std::vector<FlatObject> list;
    if (!scanner.take(u'['))
        return std::nullopt;
    if (!scanner.take(u']')) {
        do {
            auto object = readObject(scanner);
            if (!object)
                return std::nullopt;
            list.push_back(std::move(*object));
        } while (scanner.take(u','));
        if (!scanner.take(u']'))
            return std::nullopt;
    }
    return scanner.isAtEnd() ? std::optional(std::move(list)) : std::nullopt;
}

} // namespace repere
