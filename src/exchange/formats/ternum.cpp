#include "exchange/formats/format.h"
#include "exchange/formats/opening_hours.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>

namespace repere::exchange {

namespace {

/// TerNum, the list of places of digital mediation in Bourgogne-Franche-Comté. All of them help with the digital;
/// `code_typo` F says "médiation et fabrication". Opening hours stand in two columns for each day of the week.
class TernumReader final : public TableFormatReader
{
public:
    SourceInfo source() const override
    {
        return {.name = QStringLiteral("TerNum Bourgogne-Franche-Comté"),
                .licence = QStringLiteral("ODbL 1.0"),
                .url = {},
                .asOf = {}};
    }

private:
    void fill(DraftFiller &draft) override
    {
        const NamedTable &row = table();
        draft.key(row.cell("bfc_id"));
        for (const auto &[field, heading] :
             {std::pair("name", "nom_structure"), std::pair("address", "adresse"), std::pair("postcode", "code_postal"),
              std::pair("city", "ville"), std::pair("departement", "departement"), std::pair("website", "url_lieu"),
              std::pair("email", "contact_email"), std::pair("phone", "contact_tel")})
            draft.text(field, row.cell(heading));
        draft.point(row.cell("lat"), row.cell("lon"), PositionPrecision::Approximate);
        draft.asOf(row.cell("mise_a_jour"));
        draft.types({QStringLiteral("médiation numérique")});
        if (row.cell("code_typo") == u"F")
            draft.equipment({QStringLiteral("fabrication numérique")});
        draft.text("opening_hours", openingHours());
    }

    /// The half-days in the syntax of OpenStreetMap; as written when one of them is no span of time.
    QString openingHours() const
    {
        static constexpr std::array<const char *, 7> days = {"lundi",    "mardi",  "mercredi", "jeudi",
                                                             "vendredi", "samedi", "dimanche"};
        std::array<QStringList, 7> spans;
        QStringList asWritten;
        bool isClear = true;
        for (std::size_t day = 0; day < days.size(); ++day) {
            for (const char *half : {" matin", " après-midi"}) {
                const QString heading = QString::fromUtf8(days[day]) + QString::fromUtf8(half);
                const QString words = table().cell(heading.toUtf8().constData());
                if (words.isEmpty())
                    continue;
                asWritten.append(heading + u' ' + words);
                const std::optional<QString> span = hoursSpan(words);
                isClear = isClear && span;
                spans[day].append(span.value_or(words));
            }
        }
        return isClear ? weekHours(spans) : asWritten.join(QStringLiteral("; "));
    }
};

int recognise(const QByteArray &head, const QString &)
{
    return sniffText(head).hasHeadings({"bfc_id", "nom_structure", "code_typo"}) ? 96 : 0;
}

} // namespace

InputFormat ternum()
{
    return {.id = QStringLiteral("ternum"),
            .name = QStringLiteral("TerNum Bourgogne-Franche-Comté"),
            .recognise = recognise,
            .open = openFirstPath<TernumReader>};
}

} // namespace repere::exchange
