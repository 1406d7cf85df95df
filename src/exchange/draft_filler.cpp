#include "exchange/draft_filler.h"

#include "exchange/json_fields.h"
#include "exchange/json_text.h"
#include "exchange/own_readers.h"
#include "exchange/position_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString cleaned(QString text)
{
    if (text.contains(u'\r')) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n');
    }
    return text.trimmed();
}

QString Atelier::*textField(const char *key)
{
    static const QHash<QByteArrayView, QString Atelier::*> fields = {
        {"name", &Atelier::name},
        {"address", &Atelier::address},
        {"postcode", &Atelier::postcode},
        {"city", &Atelier::city},
        {"insee", &Atelier::insee},
        {"departement", &Atelier::departement},
        {"region", &Atelier::region},
        {"website", &Atelier::website},
        {"email", &Atelier::email},
        {"phone", &Atelier::phone},
        {"opening_hours", &Atelier::openingHours},
        {"organisation", &Atelier::organisation},
        {"notes", &Atelier::notes},
    };
    return fields.value(key, nullptr);
}

bool isSocialNetwork(const QString &host)
{
    static const QStringList networks = {
        QStringLiteral("facebook.com"),  QStringLiteral("twitter.com"),     QStringLiteral("x.com"),
        QStringLiteral("instagram.com"), QStringLiteral("youtube.com"),     QStringLiteral("youtu.be"),
        QStringLiteral("vimeo.com"),     QStringLiteral("flickr.com"),      QStringLiteral("linkedin.com"),
        QStringLiteral("pinterest.com"), QStringLiteral("dailymotion.com"), QStringLiteral("plus.google.com"),
        QStringLiteral("meetup.com"),    QStringLiteral("tiktok.com"),      QStringLiteral("t.me"),
    };
    return std::ranges::any_of(
        networks, [&](const QString &network) { return host == network || host.endsWith(u'.' + network); });
}

/// The mainland with Corsica, and the parts overseas, with a margin.
constexpr std::array kFrance = {
    GeoBox{-5.6, 41.2, 9.8, 51.3},      GeoBox{-63.3, 14.2, -60.6, 18.3},    GeoBox{-54.8, 2.0, -51.4, 6.0},
    GeoBox{55.0, -21.6, 56.0, -20.7},   GeoBox{44.8, -13.2, 45.5, -12.5},    GeoBox{-56.6, 46.6, -56.0, 47.3},
    GeoBox{163.0, -23.0, 169.0, -17.5}, GeoBox{-155.0, -28.0, -134.0, -7.0}, GeoBox{-178.5, -14.6, -175.9, -12.9},
};

} // namespace

DraftFiller::DraftFiller(QString file, std::int64_t line) : m_file(std::move(file)), m_draft(std::make_unique<Draft>())
{
    m_draft->line = line;
}

void DraftFiller::speaksOf(const char *key)
{
    if (const QString name = QString::fromUtf8(key); !m_draft->fields.contains(name))
        m_draft->fields.append(name);
}

bool DraftFiller::isRefused(const char *key, const QString &text)
{
    if (!text.contains(QChar::Null))
        return false;
    reject(QString::fromUtf8(key), QString(text).remove(QChar::Null), Sentences::tr("the text holds a NUL character"));
    return true;
}

void DraftFiller::text(const char *key, const QString &value)
{
    const auto field = textField(key);
    Q_ASSERT(field);
    const QString text = cleaned(value);
    if (text.isEmpty() || isRefused(key, text))
        return;
    m_draft->atelier.*field = text;
    speaksOf(key);
}

void DraftFiller::note(const QString &value)
{
    const QString more = cleaned(value);
    if (more.isEmpty())
        return;
    const QString &notes = m_draft->atelier.notes;
    text("notes", notes.isEmpty() ? more : notes + QStringLiteral("\n\n") + more);
}

void DraftFiller::addWords(QStringList Draft::*list, const char *key, const QStringList &words)
{
    for (const QString &word : words) {
        const QString text = cleaned(word);
        if (text.isEmpty() || (*m_draft.*list).contains(text) || isRefused(key, text))
            continue;
        (*m_draft.*list).append(text);
        speaksOf(key);
    }
}

void DraftFiller::status(const QString &word)
{
    m_draft->statusWord = cleaned(word);
    if (!m_draft->statusWord.isEmpty())
        speaksOf("status");
}

void DraftFiller::point(const QString &latitude, const QString &longitude, PositionPrecision precision,
                        const QString &positionSource)
{
    if (latitude.trimmed().isEmpty() && longitude.trimmed().isEmpty())
        return;
    const std::optional<double> north = degreesOf(latitude);
    const std::optional<double> east = degreesOf(longitude);
    const GeoPoint point{north.value_or(NAN), east.value_or(NAN)};
    const bool nowhere = point.latitude == 0 && point.longitude == 0;
    if (!point.isValid() || nowhere) {
        repair(QStringLiteral("lat"), shortened(latitude.trimmed() + u' ' + longitude.trimmed()).trimmed(), {},
               nowhere ? Sentences::tr("0, 0 is a position that nobody gave")
                       : Sentences::tr("this is no latitude with a longitude"));
        return;
    }
    m_draft->atelier.point = point;
    m_draft->atelier.precision = precision;
    m_draft->atelier.positionSource = positionSource;
    for (const char *key : {"lat", "lon", "position"})
        speaksOf(key);
    if (!positionSource.isEmpty())
        speaksOf("position_source");
}

void DraftFiller::founded(const QString &value)
{
    const std::optional<QString> date = isoDate(value.trimmed());
    bool isYear = false;
    const int year = date ? date->first(4).toInt(&isYear) : 0;
    if (!isYear || year < 1000)
        return;
    m_draft->atelier.founded = year;
    speaksOf("founded");
}

void DraftFiller::surface(const QString &squareMetres)
{
    const std::optional<double> number = numberOf(squareMetres);
    if (!number || *number <= 0)
        return;
    m_draft->atelier.surface = number;
    speaksOf("surface");
}

void DraftFiller::asOf(const QString &value)
{
    const QString text = value.trimmed();
    const bool hasTime = text.size() > 10 && (text[10] == u'T' || text[10] == u' ');
    const std::optional<QString> date = isoDate(hasTime ? text.first(10) : text);
    if (!date || date->isEmpty())
        return;
    m_draft->atelier.asOf = *date;
    speaksOf("as_of");
}

void DraftFiller::key(const QString &recordKey, const QString &recordUrl)
{
    m_draft->recordKey = recordKey.trimmed();
    m_draft->recordUrl = recordUrl.trimmed();
}

void DraftFiller::person(PersonalDatum::Kind kind, const QString &value)
{
    const PersonalDatum datum{kind, cleaned(value)};
    if (!datum.value.isEmpty() && std::ranges::find(m_draft->personal, datum) == m_draft->personal.end())
        m_draft->personal.push_back(datum);
}

void DraftFiller::repair(const QString &field, const QString &from, const QString &to, const QString &why)
{
    m_draft->repairs.push_back({0, field, from, to, why, false});
}

void DraftFiller::reject(const QString &column, const QString &value, const QString &cause)
{
    m_draft->rejections.push_back({m_file, m_draft->line, column, shortened(value), cause, notImported()});
}

std::unique_ptr<Draft> DraftFiller::take()
{
    if (m_draft->rejections.empty() && m_draft->atelier.name.isEmpty()) {
        const bool blank = m_draft->fields.isEmpty() && m_draft->personal.empty();
        reject(blank ? QString() : QStringLiteral("name"), {},
               blank ? Sentences::tr("empty") : Sentences::tr("the name is missing"));
    }
    return std::move(m_draft);
}

std::unique_ptr<Draft> rejectedDraft(ImportReport::Rejection rejection)
{
    auto draft = std::make_unique<Draft>();
    draft->line = rejection.line;
    draft->rejections.push_back(std::move(rejection));
    return draft;
}

std::optional<double> numberOf(const QString &text)
{
    QString plain = text.trimmed();
    plain.removeIf([](QChar c) { return c.isSpace(); });
    plain.replace(u',', u'.');
    bool valid = false;
    const double number = plain.toDouble(&valid);
    return valid && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QStringList listOf(const QString &cell, QChar separator)
{
    QStringList parts;
    for (const QString &part : cell.split(separator)) {
        if (const QString trimmed = part.trimmed(); !trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts;
}

QString ownSiteOf(const QStringList &addresses)
{
    QString first;
    for (const QString &address : addresses) {
        const QString trimmed = address.trimmed();
        if (trimmed.isEmpty())
            continue;
        if (first.isEmpty())
            first = trimmed;
        if (!isSocialNetwork(QUrl::fromUserInput(trimmed).host().toLower()))
            return trimmed;
    }
    return first;
}

bool isFrenchCountry(const QString &code)
{
    static const QStringList codes = {
        QStringLiteral("fr"), QStringLiteral("re"), QStringLiteral("gf"), QStringLiteral("gp"), QStringLiteral("yt"),
        QStringLiteral("nc"), QStringLiteral("mq"), QStringLiteral("pf"), QStringLiteral("pm"), QStringLiteral("bl"),
        QStringLiteral("mf"), QStringLiteral("wf"), QStringLiteral("tf")};
    return codes.contains(code.trimmed().toLower());
}

bool isForeignCountry(const QString &country)
{
    const QString name = country.trimmed();
    if (name.size() == 2)
        return !isFrenchCountry(name);
    static const QStringList elsewhere = {
        QStringLiteral("belgique"),    QStringLiteral("belgium"),     QStringLiteral("belgië"),
        QStringLiteral("suisse"),      QStringLiteral("switzerland"), QStringLiteral("schweiz"),
        QStringLiteral("luxembourg"),  QStringLiteral("allemagne"),   QStringLiteral("germany"),
        QStringLiteral("deutschland"), QStringLiteral("italie"),      QStringLiteral("italy"),
        QStringLiteral("italia"),      QStringLiteral("espagne"),     QStringLiteral("spain"),
        QStringLiteral("españa"),      QStringLiteral("monaco"),      QStringLiteral("andorre"),
        QStringLiteral("canada"),      QStringLiteral("royaume-uni"), QStringLiteral("united kingdom")};
    return elsewhere.contains(name.toLower());
}

bool mayBeInFrance(GeoPoint point)
{
    return std::ranges::any_of(kFrance, [point](const GeoBox &box) { return box.contains(point); });
}

QString notInFrance()
{
    return Sentences::tr("this place is not in France");
}

const nlohmann::ordered_json *memberOf(const nlohmann::ordered_json &object, const char *key)
{
    if (!object.is_object())
        return nullptr;
    const auto member = object.find(key);
    return member == object.end() || member->is_null() ? nullptr : &*member;
}

QString textOf(const nlohmann::ordered_json *value)
{
    if (!value)
        return {};
    if (value->is_string())
        return toQString(value->get_ref<const std::string &>());
    return value->is_number() ? toQString(value->dump()) : QString();
}

QStringList textsOf(const nlohmann::ordered_json *value)
{
    QStringList texts;
    if (value && value->is_array()) {
        for (const nlohmann::ordered_json &element : *value) {
            if (const QString text = textOf(&element); !text.isEmpty())
                texts.append(text);
        }
    } else if (const QString text = textOf(value); !text.isEmpty()) {
        texts.append(text);
    }
    return texts;
}

} // namespace repere::exchange
