#pragma once

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <vector>

namespace repere::testing {

/// One message of the translation file; plural ones have two translations.
struct Message {
    QString context;
    QString source;
    QStringList translations;
};

/// Every message of a Qt translation file (.ts); empty when it cannot be read.
std::vector<Message> readMessages(const QString &tsPath);

/// What is wrong with the typography of a French text: spaces, quotes, apostrophes, dates, thousands, singular of 0 and 1.
/// Web addresses in it are left aside.
QStringList typographyComplaints(const QString &text);

/// As people read it: without the mark of the mnemonic, without tags and entities.
QString plainText(const QString &text);

/// Knows the English texts of the program and their French ones, and finds the English that a person would see.
class FrenchRules
{
public:
    void add(const QString &english, const QString &french);
    void add(const std::vector<Message> &messages);

    /// Everything that is wrong with a text that a person sees; empty when it is right.
    QStringList complaints(const QString &text) const;

private:
    /// A text with gaps ("%1 of %2").
    struct Pattern {
        QString literal; ///< its longest fixed part, in lower case: a quick look before the expression
        QRegularExpression expression;
    };
    static bool hasGaps(const QString &text);
    static void addPattern(std::vector<Pattern> &patterns, const QString &text);
    bool isUntranslated(const QString &text) const;
    bool isTranslated(const QString &text) const;

    QSet<QString> m_english; ///< of those whose French differs; lower case, as the French ones
    QSet<QString> m_french;
    std::vector<Pattern> m_englishPatterns;
    std::vector<Pattern> m_frenchPatterns;
};

} // namespace repere::testing
