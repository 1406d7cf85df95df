#pragma once

#include "exchange/reader.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace repere::exchange {

/// Fills one draft from a record of a source, field by field, and notes of which fields the record speaks: an empty value
/// says nothing. Line ends become LF, spaces around are taken off; all else stays as written.
class DraftFiller
{
public:
    DraftFiller(QString file, std::int64_t line);

    /// A field by its key: name, address, postcode, city, insee, departement, region, website, email, phone,
    /// opening_hours, organisation, notes.
    void text(const char *key, const QString &value);
    /// One more paragraph of the notes.
    void note(const QString &value);
    void types(const QStringList &words) { addWords(&Draft::typeWords, "types", words); }
    void equipment(const QStringList &words) { addWords(&Draft::equipmentWords, "equipment", words); }
    void services(const QStringList &words) { addWords(&Draft::serviceWords, "services", words); }
    void publics(const QStringList &words) { addWords(&Draft::publicWords, "publics", words); }
    void status(const QString &word);
    /// Degrees as written, with decimal point or comma. What can be no position (letters, 0/0, out of range) is left out
    /// and told as a repair; nothing at all says nothing.
    void point(const QString &latitude, const QString &longitude, PositionPrecision precision,
               const QString &positionSource = {});
    /// A year, or a date of which the year is taken; anything else says nothing.
    void founded(const QString &value);
    void surface(const QString &squareMetres);
    /// "2024", "05/03/2021", "2024-04-02T10:00:00Z"; anything else says nothing.
    void asOf(const QString &value);
    void key(const QString &recordKey, const QString &recordUrl = {});
    void person(PersonalDatum::Kind kind, const QString &value);
    void repair(const QString &field, const QString &from, const QString &to, const QString &why);
    void reject(const QString &column, const QString &value, const QString &cause);

    const Atelier &atelier() const { return m_draft->atelier; }
    /// The draft; without any value it is rejected as empty, without a name as nameless.
    std::unique_ptr<Draft> take();

private:
    void addWords(QStringList Draft::*list, const char *key, const QStringList &words);
    void speaksOf(const char *key);
    /// NUL would cut the text short in most programs: the record is rejected.
    bool isRefused(const char *key, const QString &text);

    QString m_file;
    std::unique_ptr<Draft> m_draft;
};

/// A draft that only says why its record cannot be taken.
std::unique_ptr<Draft> rejectedDraft(ImportReport::Rejection rejection);

/// A number as people write it: decimal point or comma, spaces between thousands; nullopt for anything else.
std::optional<double> numberOf(const QString &text);

/// Parts of a list in one cell, trimmed, without empty ones.
QStringList listOf(const QString &cell, QChar separator);

/// The first address of a list that is a site of its own rather than a page on a social network; else the first.
QString ownSiteOf(const QStringList &addresses);

/// Whether an ISO 3166 code (any case) is France's or one of its overseas territories' own.
bool isFrenchCountry(const QString &code);
/// Whether a code or a word for a country, as maps name ours and those around it, is another one's; false when not known.
bool isForeignCountry(const QString &country);
/// Whether a point may be in France or overseas: in one of the boxes drawn around its parts, neighbours included.
bool mayBeInFrance(GeoPoint point);
/// "this place is not in France"
QString notInFrance();

/// A member of a JSON object; nullptr when it is absent or null, or when `object` is none.
const nlohmann::ordered_json *memberOf(const nlohmann::ordered_json &object, const char *key);
/// Texts as they are, numbers as written; nothing for all else.
QString textOf(const nlohmann::ordered_json *value);
inline QString textOf(const nlohmann::ordered_json &object, const char *key)
{
    return textOf(memberOf(object, key));
}
/// The texts of a list, or the one text.
QStringList textsOf(const nlohmann::ordered_json *value);

} // namespace repere::exchange
