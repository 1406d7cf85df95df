#include "gui/support/french_rules.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace repere::testing {

namespace {

const QRegularExpression kGap(QStringLiteral("%[Ll]?(?:\\d+|n)"));

QString lower(const QString &text)
{
    return plainText(text).trimmed().toLower();
}

/// One rule of typography: what must not be found in a text.
struct Rule {
    const char *name;
    QString wrong;
};

const std::vector<Rule> &rules()
{
    static const std::vector<Rule> list = {
        {"no U+202F before ; ! or ?", QStringLiteral("(?<!\\x{202f})[;!?]")},
        {"no U+00A0 before a colon", QStringLiteral("(?<![\\x{a0}])(?<!\\d(?=:\\d)):")},
        {"no U+00A0 inside « »", QStringLiteral("«(?!\\x{a0})|(?<!\\x{a0})»")},
        {"a straight or English quote", QStringLiteral("[\"“”„]")},
        {"a straight apostrophe", QStringLiteral("'")},
        {"two spaces", QStringLiteral("[ \\x{a0}\\x{202f}]{2}")},
        {"three dots instead of …", QStringLiteral("\\.\\.\\.")},
        {"a space before a comma or a point", QStringLiteral("[ \\x{a0}\\x{202f}][,.](?![\\w*])")},
        {"an ISO date", QStringLiteral("\\b\\d{4}-\\d{2}(-\\d{2})?\\b")},
        {"thousands without U+202F", QStringLiteral("(?<![\\d,.])\\d{1,3}([ .,\\x{a0}]\\d{3})+(?![\\d.])")},
        // Years have no thousands; codes begin with 0 or stand in brackets.
        {"thousands without U+202F",
         QStringLiteral("(?<![\\d.,[])(?!1[5-9]\\d\\d\\b|20\\d\\d\\b|0)\\d{4,}(?![\\d.])(?!\\x{a0}?x)")},
        {"thousands without U+202F", QStringLiteral("\\d{4,}[ \\x{a0}](lieux|résultats|habitants)\\b")},
        {"a number that breaks from its unit", QStringLiteral("\\d (km|m|m²|Mo|%)(?!\\w)")},
        {"plural of 0 or 1", QStringLiteral("(?<![\\d\\x{202f},])[01][ \\x{a0}](lieux|résultats|habitants|autres)\\b")},
        {"singular of many", QStringLiteral("(\\d[\\d\\x{202f}]+|[2-9])[ \\x{a0}](lieu|résultat|habitant)\\b")},
    };
    return list;
}

} // namespace

std::vector<Message> readMessages(const QString &tsPath)
{
    QFile file(tsPath);
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"source")
            messages.push_back({context, xml.readElementText(), {}});
        else if (xml.name() == u"numerusform" && !messages.empty())
            messages.back().translations << xml.readElementText();
        else if (xml.name() == u"translation" && !messages.empty()) {
            const QString text = xml.readElementText(QXmlStreamReader::SkipChildElements);
            if (!text.trimmed().isEmpty())
                messages.back().translations << text;
        }
    }
    return messages;
}

QString plainText(const QString &text)
{
    QString plain = text;
    static const QRegularExpression tag(QStringLiteral("</?[a-z][^>]*>"));
    if (plain.contains(tag)) {
        plain.replace(tag, QStringLiteral("\n"));
        plain.replace(QStringLiteral("&nbsp;"), QStringLiteral("\u00a0"));
        plain.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
        plain.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
            .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
        return plain;
    }
    static const QRegularExpression mnemonic(QStringLiteral("&(\\S)"));
    return plain.replace(mnemonic, QStringLiteral("\\1"));
}

QStringList typographyComplaints(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(
        "(https?://\\S+)|(--[a-z][a-z-]*)|(\\b[\\w.-]+@[\\w.-]+)|(\\*\\.\\w+)|\\b[\\w-]+\\.(org|com|net|fr)\\b\\S*"));
    QString seen = plainText(text);
    seen.replace(address, QStringLiteral("X"));
    QStringList found;
    for (const Rule &rule : rules()) {
        const QRegularExpression wrong(rule.wrong, QRegularExpression::UseUnicodePropertiesOption);
        Q_ASSERT(wrong.isValid());
        if (const auto match = wrong.match(seen); match.hasMatch())
            found << QStringLiteral("%1 (“%2”)").arg(QString::fromUtf8(rule.name), match.captured());
    }
    return found;
}

bool FrenchRules::hasGaps(const QString &text)
{
    return text.contains(kGap);
}

void FrenchRules::addPattern(std::vector<Pattern> &patterns, const QString &text)
{
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    QString longest;
    QStringList parts;
    const QStringList fixed = lower(text).split(kGap);
    for (const QString &part : fixed) {
        parts << QRegularExpression::escape(part);
        if (part.size() > longest.size())
            longest = part;
    }
    // "%1: %2" fits everything.
    if (!std::ranges::any_of(fixed, [](const QString &part) { return part.contains(word); }))
        return;
    patterns.push_back(
        {longest, QRegularExpression(QRegularExpression::anchoredPattern(parts.join(QStringLiteral("(.+)"))),
                                     QRegularExpression::DotMatchesEverythingOption)});
}

void FrenchRules::add(const QString &english, const QString &french)
{
    if (hasGaps(english)) {
        if (english != french)
            addPattern(m_englishPatterns, english);
        addPattern(m_frenchPatterns, french);
        return;
    }
    if (lower(english) != lower(french))
        m_english.insert(lower(english));
    m_french.insert(lower(french));
}

void FrenchRules::add(const std::vector<Message> &messages)
{
    for (const Message &message : messages)
        for (const QString &translation : message.translations)
            add(message.source, translation);
}

bool FrenchRules::isTranslated(const QString &text) const
{
    if (m_french.contains(text))
        return true;
    // A French frame around an English filling is not French.
    return std::ranges::any_of(m_frenchPatterns, [&](const Pattern &pattern) {
        if (!text.contains(pattern.literal))
            return false;
        const auto match = pattern.expression.match(text);
        return match.hasMatch()
               && std::ranges::none_of(match.capturedTexts().sliced(1),
                                       [this](const QString &filling) { return isUntranslated(filling); });
    });
}

bool FrenchRules::isUntranslated(const QString &text) const
{
    const bool english =
        m_english.contains(text) || std::ranges::any_of(m_englishPatterns, [&](const Pattern &pattern) {
            return text.contains(pattern.literal) && pattern.expression.match(text).hasMatch();
        });
    if (english)
        return !isTranslated(text);
    // What stands in a French frame is looked at as well: "Trier : date".
    return std::ranges::any_of(m_frenchPatterns, [&](const Pattern &pattern) {
        if (!text.contains(pattern.literal))
            return false;
        const auto match = pattern.expression.match(text);
        return match.hasMatch() && std::ranges::any_of(match.capturedTexts().sliced(1), [this](const QString &filling) {
                   return m_english.contains(filling) && !m_french.contains(filling);
               });
    });
}

QStringList FrenchRules::complaints(const QString &text) const
{
    QStringList found = typographyComplaints(text);
    // Words that French does not have; those that it shares ("or", "on", "places") are left to the translations.
    static const QRegularExpression english(
        QStringLiteral(
            "(?i)\\b(the|of|and|with|without|not|from|this|that|these|are|is|was|has|have|nothing|cannot|within|shown|unknown|"
            "cancel|close|open|save|add|edit|undo|redo|remove|search|all)\\b"),
        QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = english.match(plainText(text)); match.hasMatch())
        found << QStringLiteral("English words (“%1”)").arg(match.captured());
    static const QRegularExpression joints(QStringLiteral("\\n| · |\\s+×$|, "));
    const QString whole = lower(text);
    QStringList parts{whole};
    parts << whole.split(QRegularExpression(QStringLiteral("\\n| · |\\s+×$")), Qt::SkipEmptyParts);
    parts << whole.split(joints, Qt::SkipEmptyParts);
    parts.removeDuplicates();
    for (const QString &part : std::as_const(parts))
        if (isUntranslated(part.trimmed())) {
            found << QStringLiteral("not translated");
            break;
        }
    return found;
}

} // namespace repere::testing
