#pragma once

#include <QLatin1StringView>
#include <QStringView>
#include <QVarLengthArray>

#include <optional>
#include <vector>

namespace repere {

/// One object of a JSON list whose members are strings without escapes, small whole numbers, true or false: views into
/// the text that it was read from.
class FlatObject
{
public:
    enum class Kind { Text, Number, True, False };
    struct Member {
        QStringView key;
        Kind kind = Kind::Text;
        QStringView text; ///< of a text what it says, else as written
    };

    void add(Member member) { m_members.append(member); }
    /// The last one of that name, as in Qt's parser; null when there is none.
    const Member *find(QLatin1StringView key) const;

private:
    QVarLengthArray<Member, 6> m_members;
};

/// Reads a JSON list of such objects; nothing when the text holds anything else, be it wrong or only less simple: then a
/// real parser says. Lists of our own columns are nearly all like this, and cost a tenth of a document.
std::optional<std::vector<FlatObject>> readFlatList(QStringView text);

} // namespace repere
