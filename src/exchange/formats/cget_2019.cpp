#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include <QCoreApplication>

namespace repere::exchange {

namespace {

/// The census of tiers-lieux that the CGET published in 2019, in the three shapes that circulate: `;` with decimal comma,
/// leading zeros lost, and repaired. All three give the same words; zeros are put back by the directory, with proof.
///
/// The first INSEECOM and NOMCOM are those of the address; the second ones, with the same heading in the oldest shape, those
/// of the métropole's statistics. PRECISION is the confidence of the geocoder, 0 to 1; the 9 of some rows is none.
class CgetReader final : public TableFormatReader
{
public:
    SourceInfo source() const override
    {
        return {.name = QStringLiteral("Recensement CGET/ANCT 2019"),
                .licence = QStringLiteral("Licence Ouverte 2.0"),
                .url = QStringLiteral("https://www.data.gouv.fr/"),
                .asOf = QStringLiteral("2019")};
    }

private:
    void fill(DraftFiller &draft) override
    {
        const NamedTable &row = table();
        draft.key(row.cell("ID"));
        draft.text("name", row.cell("NOM_TL"));
        draft.text("address", row.cell("ADRESSE"));
        draft.text("postcode", row.cell("CP"));
        const QString city = row.cell("NOMCOM");
        draft.text("city", city.isEmpty() ? row.cell("COMINIT") : city);
        draft.text("insee", row.cell("INSEECOM"));
        draft.text("departement", row.cell("INSEEDEP"));
        draft.text("region", row.cell("INSEEREG"));
        draft.types({row.cell("TYPO")});
        QStringList addresses;
        for (const char *heading : {"WEB", "FACEBOOK", "TWITTER"})
            addresses += listOf(row.cell(heading), u' ');
        draft.text("website", ownSiteOf(addresses));
        fillPoint(draft);
        draft.asOf(QStringLiteral("2019"));
        draft.person(PersonalDatum::Kind::Name, row.cell("CONTACT"));
        draft.person(PersonalDatum::Kind::Email, row.cell("MAIL"));
    }

    void fillPoint(DraftFiller &draft) const
    {
        const NamedTable &row = table();
        const QString how = row.cell("GEOCOD");
        const bool byHand = how.compare(QStringLiteral("PLACE A LA MAIN"), Qt::CaseInsensitive) == 0;
        const std::optional<double> confidence = numberOf(row.cell("PRECISION"));
        const bool isSure = confidence && *confidence >= 0.7 && *confidence <= 1;
        draft.point(row.cell("LAT"), row.cell("LONG"),
                    isSure ? PositionPrecision::Exact : PositionPrecision::Approximate,
                    byHand       ? how
                    : confidence ? QString::number(*confidence)
                                 : QString());
    }
};

int recognise(const QByteArray &head, const QString &)
{
    return sniffText(head).hasHeadings({"NOM_TL", "TYPO", "INSEECOM"}) ? 97 : 0;
}

} // namespace

InputFormat cget2019()
{
    return {.id = QStringLiteral("cget-2019"),
            .name = QCoreApplication::translate("Exchange", "Census of tiers-lieux by the CGET, 2019"),
            .recognise = recognise,
            .open = openFirstPath<CgetReader>};
}

} // namespace repere::exchange
