#include "exchange/support/sample.h"

#include "exchange/vocabulary_reader.h"

#include <QtGlobal>

namespace repere::exchange {

namespace {

QString oneOf(QRandomGenerator &random, const QStringList &values)
{
    return values[random.bounded(values.size())];
}

QString nastyText(QRandomGenerator &random)
{
    static const QStringList pieces = {QStringLiteral("atelier"),
                                       QStringLiteral("é"),
                                       QStringLiteral(";"),
                                       QStringLiteral(","),
                                       QStringLiteral("\t"),
                                       QStringLiteral("\""),
                                       QStringLiteral("\"\""),
                                       QStringLiteral("\n"),
                                       QStringLiteral("\r\n"),
                                       QStringLiteral("\r"),
                                       QStringLiteral("'"),
                                       QStringLiteral("="),
                                       QStringLiteral("+"),
                                       QStringLiteral("-"),
                                       QStringLiteral("@"),
                                       QStringLiteral("|"),
                                       QStringLiteral(" "),
                                       QStringLiteral("\\"),
                                       QStringLiteral("<a href='x'>&amp;"),
                                       QStringLiteral("\u202F"),
                                       QStringLiteral("🛠"),
                                       QStringLiteral("\u0001"),
                                       QStringLiteral("{\"a\":[1]}"),
                                       QStringLiteral("01500"),
                                       QStringLiteral("1e9"),
                                       QStringLiteral("null"),
                                       QString(QChar(0xFEFF))};
    QString text;
    for (int i = random.bounded(7); i > 0; --i)
        text += oneOf(random, pieces);
    return text;
}

QString idOf(QRandomGenerator &random, const Vocabulary &vocabulary)
{
    return vocabulary.entries()[random.bounded(quint32(vocabulary.entries().size()))].id;
}

QStringList idsOf(QRandomGenerator &random, const Vocabulary &vocabulary)
{
    QStringList ids;
    for (int i = random.bounded(4); i > 0; --i)
        ids.append(idOf(random, vocabulary));
    ids.removeDuplicates();
    return ids;
}

double nastyNumber(QRandomGenerator &random, double limit)
{
    switch (random.bounded(4)) {
    case 0: return limit;
    case 1: return 0;
    case 2: return 1e-7;
    default: return random.generateDouble() * limit;
    }
}

QStringList idsNamed(const QStringList &words, const Vocabulary &vocabulary)
{
    QStringList ids;
    for (const QString &word : words)
        ids += vocabulary.idsNamed(word);
    return ids;
}

} // namespace

const Vocabularies &shippedVocabularies()
{
    static const Vocabularies vocabularies = [] {
        auto read = readVocabularies(QStringLiteral(REPERE_SOURCE_DATA "/vocabulary"));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        return std::move(*read);
    }();
    return vocabularies;
}

LabelSource sampleLabels()
{
    return {&shippedVocabularies(), [](const QString &code) { return QStringLiteral("Région ") + code; },
            [](const QString &code) { return QStringLiteral("Département ") + code; }};
}

Atelier fullAtelier()
{
    Atelier atelier;
    atelier.id = 7;
    atelier.uid = QStringLiteral("ece284e01f925e80b4228ad63349c724");
    atelier.name = QStringLiteral("L’Œuvre; \"bois\"");
    atelier.types = {QStringLiteral("fablab"), QStringLiteral("coworking")};
    atelier.status = QStringLiteral("open");
    atelier.address = QStringLiteral("-1 rue =A1\nbâtiment B");
    atelier.postcode = QStringLiteral("01500");
    atelier.city = QStringLiteral("Ambérieu-en-Bugey");
    atelier.insee = QStringLiteral("01004");
    atelier.departement = QStringLiteral("01");
    atelier.region = QStringLiteral("84");
    atelier.point = GeoPoint{45.954025, 5.344821};
    atelier.precision = PositionPrecision::Approximate;
    atelier.positionSource = QStringLiteral("source");
    atelier.website = QStringLiteral("https://example.org/?a=1;b=2");
    atelier.email = QStringLiteral("@contact");
    atelier.phone = QStringLiteral("+33 4 00 00 00 00");
    atelier.openingHours = QStringLiteral("Mo-Fr 10:00-18:00");
    atelier.founded = 2014;
    atelier.surface = 130.5;
    atelier.equipment = {{QStringLiteral("laser-cutter"), QStringLiteral("découpe laser"), QStringLiteral("Trotec"), 2,
                          QStringLiteral("sur formation"), false},
                         {QStringLiteral("3d-printer"), {}, {}, {}, {}, true},
                         {{}, QStringLiteral("tour"), {}, {}, {}, false}};
    atelier.services = {shippedVocabularies().services.entries().front().id};
    atelier.publics = {shippedVocabularies().publics.entries().front().id};
    atelier.organisation = QStringLiteral("'t Collectif");
    atelier.notes = QStringLiteral("ouvert | le soir");
    atelier.asOf = QStringLiteral("2024-05-31");
    atelier.evidence = QStringLiteral("A");
    atelier.provenance = {{QStringLiteral("Recensement 2019"), QStringLiteral("12"),
                           QStringLiteral("https://example.org/12"), QStringLiteral("Licence Ouverte 2.0"),
                           QStringLiteral("2019"), QStringLiteral("{\"NOM\":\"L'OEUVRE\"}")},
                          {{}, {}, QStringLiteral("https://example.org/b"), {}, {}, {}}};
    return atelier;
}

Atelier randomAtelier(QRandomGenerator &random)
{
    const Vocabularies &words = shippedVocabularies();
    const auto maybe = [&](const QString &text) { return random.bounded(3) == 0 ? QString() : text; };
    Atelier atelier;
    for (int i = 0; i < 32; ++i)
        atelier.uid += QString::number(random.bounded(16), 16);
    atelier.name = QStringLiteral("n") + nastyText(random);
    if (random.bounded(2))
        atelier.name = nastyText(random) + u'n';
    atelier.types = idsOf(random, words.types);
    atelier.status = maybe(idOf(random, words.statuses));
    for (QString *text :
         {&atelier.address, &atelier.postcode, &atelier.city, &atelier.insee, &atelier.website, &atelier.email,
          &atelier.phone, &atelier.openingHours, &atelier.organisation, &atelier.notes, &atelier.evidence}) {
        *text = maybe(nastyText(random));
    }
    atelier.departement = maybe(oneOf(random, {QStringLiteral("01"), QStringLiteral("2A"), QStringLiteral("971")}));
    atelier.region = maybe(oneOf(random, {QStringLiteral("84"), QStringLiteral("01")}));
    if (random.bounded(4) != 0) {
        const double sign = random.bounded(2) ? 1 : -1;
        atelier.point = GeoPoint{sign * nastyNumber(random, 90) + 0.0, sign * nastyNumber(random, 180) + 0.0}; // no -0
        atelier.precision = static_cast<PositionPrecision>(random.bounded(1, 4));
        atelier.positionSource = maybe(nastyText(random));
    }
    if (random.bounded(2))
        atelier.founded = random.bounded(1, 9999);
    if (random.bounded(2))
        atelier.surface = nastyNumber(random, 1e6);
    for (int i = random.bounded(4); i > 0; --i) {
        EquipmentItem item;
        item.id = maybe(idOf(random, words.equipment));
        item.raw = nastyText(random);
        item.model = maybe(nastyText(random));
        if (random.bounded(2))
            item.count = random.bounded(100);
        item.conditions = maybe(nastyText(random));
        item.guessed = random.bounded(2) == 1;
        atelier.equipment.push_back(item);
    }
    atelier.services = idsOf(random, words.services);
    atelier.publics = idsOf(random, words.publics);
    atelier.asOf =
        maybe(oneOf(random, {QStringLiteral("2024"), QStringLiteral("2024-05"), QStringLiteral("2024-02-29")}));
    for (int i = random.bounded(3); i > 0; --i) {
        atelier.provenance.push_back({nastyText(random), nastyText(random), nastyText(random), nastyText(random),
                                      maybe(QStringLiteral("2019")), maybe(QStringLiteral("{ \"a\" : \"é\" }"))});
    }
    return atelier;
}

ExportSource sourceOf(std::vector<ExportedAtelier> lines)
{
    return [lines = std::move(lines), next = std::size_t(0)](ExportedAtelier &line) mutable -> Result<bool> {
        if (next == lines.size())
            return false;
        line = lines[next++];
        return true;
    };
}

std::vector<ExportedAtelier> linesOf(const std::vector<Atelier> &ateliers)
{
    std::vector<ExportedAtelier> lines;
    for (const Atelier &atelier : ateliers)
        lines.push_back({atelier, std::nullopt});
    return lines;
}

Atelier understood(const Draft &draft)
{
    const Vocabularies &words = shippedVocabularies();
    Atelier atelier = draft.atelier;
    atelier.types += idsNamed(draft.typeWords, words.types);
    atelier.services += idsNamed(draft.serviceWords, words.services);
    atelier.publics += idsNamed(draft.publicWords, words.publics);
    if (!draft.statusWord.isEmpty())
        atelier.status = words.statuses.idsNamed(draft.statusWord).value(0);
    if (atelier.region.startsWith(QStringLiteral("Région ")))
        atelier.region = atelier.region.sliced(7);
    if (atelier.departement.startsWith(QStringLiteral("Département ")))
        atelier.departement = atelier.departement.sliced(12);
    return atelier;
}

std::vector<Draft> readAll(const QString &path, QString &error, const QString &format)
{
    std::vector<Draft> drafts;
    error.clear();
    auto reader = openReader({{path}, {}}, format);
    if (!reader) {
        error = reader.error().message;
        return drafts;
    }
    while (true) {
        auto draft = (*reader)->next();
        if (!draft) {
            error = draft.error().message;
            return drafts;
        }
        if (!*draft)
            return drafts;
        drafts.push_back(std::move(**draft));
    }
}

} // namespace repere::exchange
