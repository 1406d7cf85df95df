#pragma once

#include <QString>
#include <QStringList>

namespace repere {

// What tables and web pages do to texts, undone. Pure; a text that needs nothing comes back as it is.

/// Tags out, entities in plain: "<p>L&rsquo;atelier<br/>ouvert</p>" → "L’atelier\nouvert". Blocks and line breaks become
/// line ends, list items begin with "• "; scripts and styles go with what is in them.
QString htmlToText(const QString &text);

/// UTF-8 that was read as Windows-1252 ("AtelierÃ©"), also twice; unchanged unless every character can be taken back.
QString withoutMojibake(const QString &text);

/// A web address with its scheme: "www.x.fr" → "https://www.x.fr", "http//x.fr" → "http://x.fr". Empty for what is no web
/// address (javascript:, file:, words).
QString webAddress(const QString &text);

/// French numbers as people write them, "01 23 45 67 89": from "+33123456789", "0033 1…", "123456789" (the zero lost),
/// "01.23.45.67.89", "+262 262…"; several joined by " / ". Anything else as it is, trimmed.
QString frenchPhone(const QString &text);

/// Whether an e-mail address names a person rather than a place: "prenom.nom@…", or a mailbox of a public provider that
/// does not begin with a word for a role or with a word of the place's name. A guess, on the careful side.
bool isPersonalEmail(const QString &email, const QString &placeName);

} // namespace repere
