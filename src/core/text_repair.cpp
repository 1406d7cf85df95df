#include "core/text_repair.h"

#include "core/text.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace repere {

namespace {

using namespace Qt::StringLiterals;

/// Those of HTML 4 that French texts use (https://www.w3.org/TR/html4/sgml/entities.html).
const QHash<QString, char16_t> &entities()
{
    static const QHash<QString, char16_t> table = {
        {u"amp"_s, u'&'},       {u"lt"_s, u'<'},     {u"gt"_s, u'>'},     {u"quot"_s, u'"'},   {u"apos"_s, u'\''},
        {u"nbsp"_s, u'\u00A0'}, {u"eacute"_s, u'é'}, {u"egrave"_s, u'è'}, {u"ecirc"_s, u'ê'},  {u"euml"_s, u'ë'},
        {u"agrave"_s, u'à'},    {u"acirc"_s, u'â'},  {u"auml"_s, u'ä'},   {u"ccedil"_s, u'ç'}, {u"icirc"_s, u'î'},
        {u"iuml"_s, u'ï'},      {u"ocirc"_s, u'ô'},  {u"ouml"_s, u'ö'},   {u"ugrave"_s, u'ù'}, {u"ucirc"_s, u'û'},
        {u"uuml"_s, u'ü'},      {u"oelig"_s, u'œ'},  {u"aelig"_s, u'æ'},  {u"Eacute"_s, u'É'}, {u"Egrave"_s, u'È'},
        {u"Ecirc"_s, u'Ê'},     {u"Agrave"_s, u'À'}, {u"Acirc"_s, u'Â'},  {u"Ccedil"_s, u'Ç'}, {u"Icirc"_s, u'Î'},
        {u"Ocirc"_s, u'Ô'},     {u"Ucirc"_s, u'Û'},  {u"OElig"_s, u'Œ'},  {u"laquo"_s, u'«'},  {u"raquo"_s, u'»'},
        {u"rsquo"_s, u'’'},     {u"lsquo"_s, u'‘'},  {u"ldquo"_s, u'“'},  {u"rdquo"_s, u'”'},  {u"ndash"_s, u'–'},
        {u"mdash"_s, u'—'},     {u"hellip"_s, u'…'}, {u"bull"_s, u'•'},   {u"middot"_s, u'·'}, {u"deg"_s, u'°'},
        {u"euro"_s, u'€'},      {u"copy"_s, u'©'},   {u"reg"_s, u'®'},    {u"trade"_s, u'™'},  {u"times"_s, u'×'},
        {u"sup2"_s, u'²'},      {u"frac12"_s, u'½'},
    };
    return table;
}

/// What an entity's name ("#233", "#xE9", "eacute") stands for; empty when nothing does.
QString entity(const QString &name)
{
    if (!name.startsWith(u'#')) {
        const auto found = entities().constFind(name);
        return found == entities().constEnd() ? QString() : QString(QChar(*found));
    }
    bool ok = false;
    const bool hexadecimal = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const uint code = hexadecimal ? name.sliced(2).toUInt(&ok, 16) : name.sliced(1).toUInt(&ok, 10);
    const bool isText = ok && (code >= 0x20 || code == '\n') && code <= 0x10FFFF && !(code >= 0xD800 && code < 0xE000);
    const char32_t character = code;
    return isText ? QString::fromUcs4(&character, 1) : QString();
}

QString withoutTags(const QString &text)
{
    static const QRegularExpression hidden(u"<(script|style)\\b[^>]*>.*?(</\\1\\s*>|$)"_s,
                                           QRegularExpression::CaseInsensitiveOption
                                               | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(u"<(!--.*?(-->|$)|(/?)([a-zA-Z][a-zA-Z0-9]*)\\b[^<>]*>)"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    const QString visible = QString(text).remove(hidden);
    QString out;
    qsizetype from = 0;
    for (auto matches = tag.globalMatch(visible); matches.hasNext();) {
        const auto match = matches.next();
        out += QStringView(visible).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(4).toLower();
        static const QStringList blocks = {u"br"_s, u"p"_s,  u"div"_s, u"ul"_s, u"ol"_s,   u"tr"_s,
                                           u"h1"_s, u"h2"_s, u"h3"_s,  u"h4"_s, u"table"_s};
        if (name == u"li")
            out += match.captured(3).isEmpty() ? u"\n• "_s : QString();
        else if (blocks.contains(name))
            out += u'\n';
    }
    out += QStringView(visible).sliced(from);
    return out;
}

QString withoutEntities(const QString &text)
{
    static const QRegularExpression pattern(u"&(#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,7});"_s);
    QString out;
    qsizetype from = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString meaning = entity(match.captured(1));
        if (meaning.isEmpty())
            continue;
        out += QStringView(text).sliced(from, match.capturedStart() - from);
        out += meaning;
        from = match.capturedEnd();
    }
    out += QStringView(text).sliced(from);
    return out;
}

/// Windows-1252 from 0x80 to 0x9F; 0 where nothing is assigned (https://encoding.spec.whatwg.org/index-windows-1252.txt).
constexpr std::array<char16_t, 32> kUpper1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                 0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<QByteArray> bytes1252(const QString &text)
{
    QByteArray bytes;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code < 0x100) { // the unassigned ones are passed as they are
            bytes += static_cast<char>(code);
            continue;
        }
        const auto *const found = std::ranges::find(kUpper1252, code);
        if (found == kUpper1252.end())
            return std::nullopt;
        bytes += static_cast<char>(0x80 + (found - kUpper1252.begin()));
    }
    return bytes;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit() && c.unicode() < 0x80)
            digits += c;
    }
    return digits;
}

/// Ten digits, or empty when this is no French number.
QString nationalDigits(const QString &text)
{
    QString digits = digitsOf(text);
    const bool international = text.trimmed().startsWith(u'+') || digits.startsWith(u"00"_s);
    if (digits.startsWith(u"00"_s))
        digits = digits.sliced(2);
    if (international) {
        static const QStringList overseas = {u"262"_s, u"590"_s, u"594"_s, u"596"_s};
        if (digits.startsWith(u"33"_s)) {
            digits = digits.sliced(2);
            if (digits.size() == 10 && digits.startsWith(u'0')) // "+33 (0)1"
                digits = digits.sliced(1);
        } else if (overseas.contains(digits.first(qMin<qsizetype>(3, digits.size())))) {
            digits = digits.sliced(3);
            if (digits.size() == 10 && digits.startsWith(u'0'))
                digits = digits.sliced(1);
        } else {
            return {};
        }
        return digits.size() == 9 && !digits.startsWith(u'0') ? u'0' + digits : QString();
    }
    if (digits.size() == 9 && !digits.startsWith(u'0'))
        return u'0' + digits; // a spreadsheet took it for a number
    return digits.size() == 10 && digits.startsWith(u'0') && digits[1] != u'0' ? digits : QString();
}

} // namespace

QString htmlToText(const QString &text)
{
    static const QRegularExpression sign(u"<[a-zA-Z/!]|&[#a-zA-Z]"_s);
    if (!text.contains(sign))
        return text;
    QString plain = withoutEntities(withoutTags(text));
    static const QRegularExpression spaces(u"[ \\t]+"_s);
    static const QRegularExpression aroundLines(u" *\\r?\\n *"_s);
    static const QRegularExpression emptyLines(u"\\n{2,}"_s);
    plain.replace(spaces, u" "_s).replace(aroundLines, u"\n"_s).replace(emptyLines, u"\n"_s);
    return plain.trimmed();
}

QString withoutMojibake(const QString &text)
{
    static const QRegularExpression sign(
        u"[ÃÂ][\\x{80}-\\x{BF}€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[€\\x{80}]|Å[“’¸\\x{92}\\x{93}]"_s);
    QString repaired = text;
    for (int round = 0; round < 2 && repaired.contains(sign); ++round) {
        const auto bytes = bytes1252(repaired);
        if (!bytes)
            break;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString decoded = decoder.decode(*bytes);
        if (decoder.hasError() || decoded.contains(QChar::ReplacementCharacter))
            break;
        repaired = decoded;
    }
    return repaired;
}

QString webAddress(const QString &text)
{
    QString address = text.trimmed();
    if (address.isEmpty())
        return {};
    static const QRegularExpression wrongScheme(u"^(https?)\\s*(:/?|//|;//|:\\\\\\\\)(?!/)"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression web(u"^https?://[^\\s/]+\\.[^\\s]+$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(u"^[\\w-]+(\\.[\\w-]+)*\\.[a-z]{2,}(:[0-9]+)?([/?#]\\S*)?$"_s,
                                         QRegularExpression::CaseInsensitiveOption
                                             | QRegularExpression::UseUnicodePropertiesOption);
    if (address.contains(web))
        return address;
    address.replace(wrongScheme, u"\\1://"_s);
    if (address.contains(web))
        return address;
    if (address.startsWith(u"//"_s))
        address = address.sliced(2);
    return address.contains(bare) ? u"https://"_s + address : QString();
}

QString frenchPhone(const QString &text)
{
    static const QRegularExpression separators(u"\\s*(?:/|;|,|\\||\\bou\\b|\\n)\\s*"_s);
    QStringList numbers;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        const QString digits = nationalDigits(part);
        if (digits.isEmpty())
            return text.trimmed();
        QStringList pairs;
        for (qsizetype i = 0; i < digits.size(); i += 2)
            pairs.append(digits.sliced(i, 2));
        numbers.append(pairs.join(u' '));
    }
    return numbers.join(u" / "_s);
}

bool isPersonalEmail(const QString &email, const QString &placeName)
{
    const qsizetype at = email.indexOf(u'@');
    if (at <= 0)
        return false;
    const QString box = email.first(at).toLower();
    const QString host = email.sliced(at + 1).toLower();
    static const QStringList roles = {
        u"contact"_s,       u"info"_s,   u"accueil"_s, u"bonjour"_s,   u"hello"_s,  u"fablab"_s,   u"lab"_s,
        u"atelier"_s,       u"asso"_s,   u"bureau"_s,  u"direction"_s, u"mairie"_s, u"admin"_s,    u"secretariat"_s,
        u"coworking"_s,     u"espace"_s, u"maker"_s,   u"hacker"_s,    u"team"_s,   u"equipe"_s,   u"reservation"_s,
        u"communication"_s, u"media"_s,  u"tiers"_s,   u"numerique"_s, u"epn"_s,    u"webmaster"_s};
    if (std::ranges::any_of(roles, [&box](const QString &role) { return box.startsWith(role) || box.endsWith(role); }))
        return false;
    const QString folded = fold(box).remove(u' ');
    for (const QString &word : fold(placeName).split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() >= 4 && folded.contains(word))
            return false;
    }
    static const QRegularExpression twoNames(u"^[a-zà-ÿ]+[.\\-_][a-zà-ÿ-]{2,}[0-9]*$"_s);
    static const QStringList providers = {u"gmail.com"_s,   u"orange.fr"_s,  u"wanadoo.fr"_s,  u"free.fr"_s,
                                          u"hotmail.com"_s, u"hotmail.fr"_s, u"yahoo.fr"_s,    u"yahoo.com"_s,
                                          u"laposte.net"_s, u"sfr.fr"_s,     u"outlook.com"_s, u"outlook.fr"_s,
                                          u"live.fr"_s};
    return box.contains(twoNames) || providers.contains(host);
}

} // namespace repere
