#include "exchange/column_headings.h"

#include "core/text.h"
#include "exchange/column_table.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace repere::exchange {

namespace {

/// Words met as headings, folded, in files of régions, départements, communes and networks.
struct Synonyms {
    const char *field;
    const char *words; ///< separated by |
};
constexpr Synonyms kSynonyms[] = {
    {"name",
     "nom|name|nom du lieu|nom lieu|nom tl|lieu|title|titre|intitule|raison sociale|denomination|enseigne|"
     "nom structure|nom de la structure|structure|nom etablissement|etablissement|nom du tiers lieu|nom tiers lieu|"
     "nom du fablab|nom fablab|fablab|libelle|appellation|nom usuel|espace|nom espace|nom de l espace|nom du site|"
     "place|place name|space|facility name|nom complet|nom officiel|nom de l etablissement|tiers lieu"},
    {"types", "type|types|categorie|categories|category|typologie|typo|nature|type de lieu|type lieu|type de structure|"
              "type structure|kind|sous categorie|profil|type d espace|type de tiers lieu|famille"},
    {"status", "statut|status|etat|etat du projet|avancement|etat d avancement"},
    {"address",
     "adresse|address|rue|street|adresse postale|adresse complete|adresse 1|adresse1|address 1|address1|voie|"
     "nom voie|street address|numero et voie|adresse ligne 1|adr|adr1|addr street|localisation|adresse du lieu|"
     "libelle voie|adresse physique"},
    {"street_part",
     "num voie|numero voie|numero de voie|n voie|no voie|num rue|numero rue|numero de rue|n rue|adr num|housenumber|"
     "house number|addr housenumber|numvoie|num adresse|adresse numero|type voie|type de voie|nature voie|typevoie|"
     "indice repetition|rep|numero voie etablissement|type voie etablissement"},
    {"address", "adr voie|nom de la voie|nom de voie|nom rue|nom de la rue|libelle de voie|libelle de la voie|nomvoie|"
                "libelle voie etablissement"},
    {"country", "pays|country|country code|code pays|addr country|addresscountry|address country|nom pays"},
    {"equipment_ticked",
     "imprimante 3d|imprimantes 3d|impression 3d|3d printer|3d printers|3d printing|decoupe laser|decoupeuse laser|"
     "decoupes laser|laser|laser cutter|gravure laser|fraiseuse|fraiseuse numerique|fraisage numerique|cnc|cnc mill|"
     "commande numerique|machine a commande numerique|decoupe vinyle|decoupeuse vinyle|plotter de decoupe|vinyl cutter|"
     "scanner 3d|scanners 3d|3d scanner|brodeuse|brodeuse numerique|machine a coudre|machines a coudre|couture|"
     "presse a chaud|thermoformeuse|serigraphie|machine a badges|atelier bois|atelier metal|soudure|electronique|"
     "poste a souder|fer a souder|ceramique|four a ceramique|outillage en pret|bricotheque|traceur|casque vr|"
     "realite virtuelle|robotique|studio photo|studio son|studio video|studio d enregistrement"},
    {"address_2", "complement adresse|complement d adresse|adresse 2|adresse2|address 2|address2|adresse complement|"
                  "lieu dit|adr2|adresse ligne 2|complement|batiment"},
    {"postcode", "cp|code postal|codepostal|codpost|cod post|zip|zipcode|zip code|postal code|postalcode|postcode|c p|"
                 "code post|addr postcode|codepost|code pos|cp lieu"},
    {"city",
     "ville|commune|city|nom commune|nom de la commune|nomcom|nom com|libelle commune|town|localite|municipality|"
     "libcom|lib com|lib commune|addresslocality|cominit|addr city|nom ville|commune nom|nom comm|bureau distributeur"},
    {"insee",
     "insee|code insee|codeinsee|insee com|inseecom|code commune|numcom|num com|depcom|codgeo|code geo|citycode|"
     "code insee commune|cog|insee commune|commune insee|codecommune|code com|c insee|cinsee|insee code|com insee|"
     "code officiel commune"},
    {"departement",
     "departement|dep|dept|dpt|code departement|code dep|insee dep|num dep|nom departement|nom dep|nomdep|"
     "dep nom|lib dep|libelle departement|code dept"},
    {"region", "region|reg|code region|nom region|nomreg|nom reg|insee reg|lib reg|libelle region|reg nom"},
    {"lat",
     "lat|latitude|y wgs84|ywgs84|lat wgs84|latitude wgs84|gps lat|lat y|geo lat|y gps|latitude y|coord lat|latgps|"
     "y latitude|latitude n|wgs84 lat|ylat"},
    {"lon",
     "lon|long|lng|longitude|x wgs84|xwgs84|lon wgs84|longitude wgs84|gps lon|gps lng|lon x|geo lon|x gps|longitude x|"
     "coord lon|coord long|longgps|x longitude|longitude e|wgs84 lon|xlon|xlong"},
    {"lat_lon", "geo point 2d|geo point|geopoint|coordonnees|coordonnees gps|coordonnees geographiques|geolocalisation|"
                "lat lon|latlon|lat long|latlong|lat lng|gps|position gps|coordinates|gps coordinates|wgs84|geoloc|"
                "latitude longitude|xy|geom|the geom|geo shape|geometry|geometrie|wkt|point geo"},
    {"x",
     "x|coord x|coordx|x coord|x l93|xl93|x lambert93|x lambert 93|lambert x|x lambert|coordonnee x|easting|x 2154|"
     "coordonnees x|coor x|x cc|xlambert93|x rgf93|lb93 x|lamb93 x|x mercator|x 3857|x utm|x rgr92|x cc42|x cc43|x cc44|x cc45|x cc46|x cc47|"
     "x cc48|x cc49|x cc50"},
    {"y",
     "y|coord y|coordy|y coord|y l93|yl93|y lambert93|y lambert 93|lambert y|y lambert|coordonnee y|northing|y 2154|"
     "coordonnees y|coor y|y cc|ylambert93|y rgf93|lb93 y|lamb93 y|y mercator|y 3857|y utm|y rgr92|y cc42|y cc43|y cc44|y cc45|y cc46|y cc47|"
     "y cc48|y cc49|y cc50"},
    {"equipment",
     "equipement|equipements|equipment|machines|machine|materiel|materiels|materiel mis a disposition|outils|"
     "outillage|capabilities|machines disponibles|parc machines|parc de machines|equipements disponibles|"
     "eqpt num|materiel disponible|equipements numeriques|machines outils"},
    {"services", "services|service|activites|activite|activites proposees|prestations|offre|offres|offre de services|"
                 "services proposes|activities|type d activite|ateliers proposes|animations"},
    {"publics",
     "publics|public|public cible|publics cibles|publics accueillis|public accueilli|type de public|audience|"
     "conditions d acces|acces"},
    {"website",
     "site|site web|siteweb|web|url|site internet|url web|website|lien|internet|page web|adresse web|homepage|"
     "url lieu|www|url site|lien site|lien internet|site web url|contact website|lien web|site int|siteinternet"},
    {"email",
     "mail|email|e mail|courriel|contact mail|adresse mail|adresse email|contact email|mel|courriels|mail contact|"
     "email contact|adresse electronique|adresse de courriel"},
    {"phone",
     "tel|telephone|phone|contact tel|n tel|numero de telephone|portable|mobile|n de telephone|num tel|tel fixe|"
     "telephone fixe|contact phone|contact telephone|tel 1|telephone 1"},
    {"opening_hours",
     "horaires|horaire|opening hours|heures d ouverture|horaires d ouverture|jours et horaires|ouverture|"
     "openhours|jours d ouverture|horaires ouverture|openhoursmoreinfos"},
    {"founded", "annee de creation|annee creation|annee|date creation|date de creation|founded|annee d ouverture|"
                "date ouverture|date d ouverture|ouvert depuis|creation|date founded"},
    {"surface", "surface|surface m2|superficie|surface m|surface totale|floor size"},
    {"organisation",
     "organisation|organization|porteur|structure porteuse|gestionnaire|nom strc port|operateur|operator|"
     "association|exploitant|structure parente|maitre d ouvrage|porteur de projet|owner|proprietaire|"
     "nom organisation|structure gestionnaire|portage"},
    {"notes",
     "description|notes|note|commentaire|commentaires|remarque|remarques|observations|observation|presentation|"
     "resume|descriptif|infos|informations|info|comment|comments|blurb|details|presentation resume|desc|"
     "informations complementaires|cmt"},
    {"as_of",
     "date maj|mise a jour|date mise a jour|date de mise a jour|maj|updated|updated at|last update|a jour au|"
     "derniere mise a jour|date modification|date de modification|date releve|updatedat|datemaj|last modified"},
    {"record_key",
     "id|identifiant|fid|objectid|ogc fid|gid|code|ref|reference|num|numero|n|id lieu|identifier|recordid|"
     "id unique|uuid|cle|key|osm id|bfc id"},
    {"record_url", "fiche|url fiche|permalien|lien fiche|page|lien vers la fiche|permalink"},
    {"person_name",
     "contact|nom contact|contact nom|nom du contact|responsable|referent|nom du responsable|"
     "nom responsable|dirigeant|president|interlocuteur|nom prenom|prenom|nom et prenom|personne contact|"
     "contact person|nom referent|animateur|fabmanager|fab manager|directeur|personne referente"},
    {"person_email", "mail responsable|mail referent|email responsable|email referent|courriel responsable|"
                     "courriel referent|mail du responsable|email du responsable|mail du contact|mail animateur|"
                     "courriel du responsable|email contact personne"},
    {"person_phone", "tel responsable|telephone responsable|tel referent|telephone referent|telephone du responsable|"
                     "portable responsable|mobile responsable|tel du contact"},
};

/// "xWgs84" and "coordX" as two words; all folded.
QString keyOf(const QString &heading)
{
    static const QRegularExpression camel(QStringLiteral("([a-zà-ÿ])([A-Z])"));
    QString spaced = heading;
    return fold(spaced.replace(camel, QStringLiteral("\\1 \\2")));
}

const QHash<QString, HeadingMeaning> &meanings()
{
    static const QHash<QString, HeadingMeaning> table = [] {
        QHash<QString, HeadingMeaning> meanings;
        for (const Synonyms &synonyms : kSynonyms) {
            const bool isPart = QByteArrayView(synonyms.field) == "street_part";
            for (const QString &word : QString::fromUtf8(synonyms.words).split(u'|')) {
                if (!meanings.contains(word))
                    meanings.insert(word, isPart ? HeadingMeaning{QStringLiteral("address"), 90, true}
                                                 : HeadingMeaning{QString::fromUtf8(synonyms.field), 90});
            }
        }
        // Our own headings and keys.
        static const QStringList foreign = {QStringLiteral("id"),
                                            QStringLiteral("uid"),
                                            QStringLiteral("distance_km"),
                                            QStringLiteral("equipment_details"),
                                            QStringLiteral("provenance"),
                                            QStringLiteral("personal"),
                                            QStringLiteral("sources"),
                                            QStringLiteral("evidence"),
                                            QStringLiteral("equipment_raw"),
                                            QStringLiteral("position_source")};
        for (const ColumnSpec &spec : columnSpecs()) {
            const QString key = QString::fromUtf8(spec.key);
            if (foreign.contains(key))
                continue;
            for (const char *words : {spec.key, spec.french, spec.english})
                meanings.insert(fold(QString::fromUtf8(words)), {key, 95});
        }
        return meanings;
    }();
    return table;
}

} // namespace

HeadingMeaning meaningOf(const QString &heading)
{
    const QHash<QString, HeadingMeaning> &known = meanings();
    for (const QString &key : {keyOf(heading), fold(heading)}) {
        if (const auto it = known.constFind(key); it != known.cend())
            return *it;
    }
    // The longest known words contained: "Nom de la structure (usage)", "Téléphone accueil".
    const QStringList words = keyOf(heading).split(u' ', Qt::SkipEmptyParts);
    if (words.value(0) == u"result")
        return {}; // what the national geocoder appends says the address found, not the place
    // None is longer than this; a hostile heading of 100 KB has 15 000 words.
    static const qsizetype longest = [] {
        qsizetype most = 0;
        for (const QString &key : meanings().keys())
            most = std::max(most, key.count(u' ') + 1);
        return most;
    }();
    for (qsizetype length = std::min(longest, words.size() - 1); length > 0; --length) {
        for (qsizetype i = 0; i + length <= words.size(); ++i) {
            const QString part = words.sliced(i, length).join(u' ');
            if (part.size() < 3)
                continue;
            if (const auto it = known.constFind(part); it != known.cend())
                return {it->field, 60, it->isStreetPart};
        }
    }
    return {};
}

} // namespace repere::exchange
