#include "exchange/connection.h"
#include "exchange/fetch.h"
#include "exchange/support/draft_text.h"
#include "exchange/support/sample.h"
#include "exchange/support/table_test.h"
#include "exchange/table_mapping.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace repere;
using namespace repere::exchange;
using namespace Qt::StringLiterals;

/// Tables through a column mapping: what is guessed and why, profiles, encodings. Whole files with their
/// answers are in test_formats.
class TestTables : public testing::TableTest
{
    Q_OBJECT

private:
    static QString fieldsOf(const ColumnMapping &mapping)
    {
        QStringList fields;
        for (const ColumnMapping::Column &column : mapping.columns)
            fields.append(column.field.isEmpty() ? QStringLiteral("-") : column.field);
        return fields.join(u' ');
    }

private slots:
    void guessesColumns_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fields");
        const auto row = [](const char *name, const QByteArray &content, const char *fields) {
            QTest::newRow(name) << content << QString::fromUtf8(fields);
        };
        row("Nouvelle-Aquitaine",
            "nom,categorie,typologie,adresse,code_postal,numcom,nomcom,url_web,x_wgs84,y_wgs84\n"
            "Le Mixeur,Tiers-lieu,Fablab,1 rue A,87000,87085,Limoges,http://mixeur.example,1.26,45.83\n"
            "La Cale,Tiers-lieu,Coworking,2 rue B,17000,17300,La Rochelle,http://cale.example,-1.15,46.16\n",
            "name types - address postcode insee city website lon lat");
        row("Gironde: X is the latitude", "Coord. X,Coord. Y,Nom\n44.83,-0.57,Un\n44.65,-1.16,Deux\n", "lat lon name");
        row("latitude and longitude swapped: told, not done",
            "Nom;Latitude;Longitude\nUn;-0,57;44,83\nDeux;-1,16;44,65\n", "name lat lon");
        row("Corse",
            "Type,long,lat,Structure,Adresse,Activités proposées,Matériel mis à disposition,Horaires\n"
            "Fablab,9.15,42.3,Fab Corti,Corte,ateliers,laser,9h-12h\nFablab,8.73,41.92,Lab Aiacciu,Ajaccio,cours,CNC,\n",
            "types lon lat name address services equipment opening_hours");
        row("Normandie, Lambert-93", "NOM;X;Y\nA un;454000;6903000\nB deux;560000;6920000\n", "name x y");
        row("La Réunion", "nom;latitude;longitude\nPéi;-21,1;55,5\nLontan;-20,9;55,45\n", "name lat lon");
        row("numbers that are no position", "nom;latitude;longitude\nA un;1;2\nB deux;3;4\n", "name - -");
        row("persons", "Nom;Responsable;Mail du responsable;Tel\nA;J. X;a@b.example;0102030405\n",
            "name person_name person_email phone");
        row("a heading that values contradict", "nom;site\nA;Nantes\nB;Rennes\n", "name -");
        row("structure as type",
            "name;structure\nA;fablab\nB;fablab\nC;fablab\nD;tierslieu\nE;fablab\nF;fablab\nG;fablab\n", "name types");
        row("one name in many towns", "nom;ville\nCordée;Lyon\nCordée;Nantes\nCordée;Annecy\nCordée;Dole\n",
            "name city");
        row("duplicate headings", "NOM;VILLE;VILLE\nA;Brest;Brest\nB;Brest;Brest\n", "name city -");
        row("figures that are no telephone", "nom;classe\nA un;500 000-6 000 000\nB deux;100 000-200 000\n", "name -");
        row("lists of addresses", "nom;courriels;tel\nA un;a@b.example|c@d.example;05 00 00 00 00\nB;;500000000\n",
            "name email phone");
        row("what the geocoder appends",
            "nom;latitude;longitude;result_name;result_city\nA;43.3;-0.6;2 rue;Pau\nB;43.4;-0.5;3 rue;Pau\n",
            "name lat lon - -");
        row("a title above the headings", "Liste des lieux;;;\n;;;\nNom;CP;Ville;Tel\nA un;38250;Lans;0102030405\n",
            "name postcode city phone");
        row("a title without separators",
            "Liste des lieux au 1er mars\n\nNom;CP;Ville\nA un;38250;Lans\nB;38000;Grenoble\n", "name postcode city");
        row("the separator in a line of its own", "sep=;\nNom;CP;Ville\nA un;38250;Lans\n", "name postcode city");
        row("a column that is empty", "name;cmt;ogr_Nom;ogr_CP\n;;Le Tour;64000\n;;La Scie;65000\n",
            "- notes name postcode");
        row("the position as a text", "nom;the_geom\nA un;POINT (5.55 45.07)\nB;\"SRID=4326;POINT(5.3 45.9)\"\n",
            "name lat_lon");
        row("the position as GeoJSON",
            "nom,geo_shape\nA un,\"{\"\"type\"\": \"\"Point\"\", \"\"coordinates\"\": [5.55, 45.07]}\"\n",
            "name lat_lon");
        row("degrees, minutes and seconds", "nom;lat;lon\nA un;45°04'14,5\"N;5°33'06\"E\nB;46° 12′ 10″ N;1° 22′ 1″ O\n",
            "name lat lon");
        row("persons of a list of contacts",
            "Nom;Prénom;Structure;Portable\nDurand;Jeanne;Le Tour;0600000000\nPetit;Jo;La Scie;0600000001\n",
            "person_name person_name name person_phone");
        row("a house number apart",
            "nom;num_voie;type_voie;nom_voie;ville\nA un;12 bis;rue;de la Paix;Pau\nB;3;place;Verte;Pau\n",
            "name address address address city");
        row("machines that are ticked",
            "nom;Imprimante 3D;Découpe laser;Parking\nA un;Oui;Non;Oui\nB;x;;Non\nC;Non;2;Non\n",
            "name equipment_ticked equipment_ticked -");
        row("countries", "name;country_code;city\nA un;FR;Pau\nB;de;Berlin\nC;fr;Foix\n", "name country city");
        row("names by their values", "quoi;ou\nLe Tour;Pau\nLa Scie;Pau\nLe Fil;Pau\nLa Clé;Pau\nLe Bol;Pau\n",
            "name -");
    }
    void guessesColumns()
    {
        QFETCH(QByteArray, content);
        const auto mapping = guessMapping({{fileOf(content)}, {}}, QStringLiteral("table"));
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().message));
        QTEST(fieldsOf(*mapping), "fields");
        for (const ColumnMapping::Column &column : mapping->columns) {
            QCOMPARE(column.why.isEmpty(), column.field.isEmpty());
            QVERIFY(column.field.isEmpty() || (column.confidence > 0 && column.confidence <= 100));
            QVERIFY(column.field.isEmpty() || ColumnMapping::fields().contains(column.field));
        }
    }

    void saysWhatItRecognised()
    {
        const auto semicolon = guessMapping({{fileOf("nom;ville\nCr\xE9"
                                                     "a;Foix\n")},
                                             {}},
                                            QStringLiteral("table"));
        QVERIFY(semicolon);
        QCOMPARE(semicolon->encoding, QStringLiteral("windows-1252"));
        QCOMPARE(semicolon->separator, QStringLiteral(";"));
        QVERIFY(semicolon->hasHeadings);
        QCOMPARE(semicolon->columns[0].samples, QStringList(QStringLiteral("Créa")));
        // é à è of a Mac; two letters of windows-1252 that a Mac would take for é and à stay themselves among its own.
        const auto mac = guessMapping({{fileOf("nom;ville\rCr\x8E"
                                               "a \x88 c\x99t\x8E;Foix\r")},
                                       {}},
                                      QStringLiteral("table"));
        QVERIFY(mac);
        QCOMPARE(mac->encoding, QStringLiteral("macintosh"));
        QCOMPARE(mac->columns[0].samples, QStringList(QStringLiteral("Créa à côté")));
        const auto slavic = guessMapping({{fileOf("nom;ville\nL'\xE9"
                                                  "cole de \x8Eitn\xE9;Foix\n")},
                                          {}},
                                         QStringLiteral("table"));
        QVERIFY(slavic);
        QCOMPARE(slavic->encoding, QStringLiteral("windows-1252"));
        const auto lambert = guessMapping({{fileOf("NOM;X;Y\nA un;454000;6903000\n")}, {}}, QStringLiteral("table"));
        QVERIFY(lambert);
        QCOMPARE(lambert->crs, QStringLiteral("EPSG:2154"));
        const auto own = guessMapping({{QStringLiteral(REPERE_TEST_DATA "/formats/ternum.csv")}, {}});
        QVERIFY(!own);
        QCOMPARE(own.error().code, ErrorCode::Usage);
    }

    void readsWhatTablesWrite_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("address");
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        const auto row = [](const char *name, const QByteArray &content, const char *address, double latitude,
                            double longitude) {
            QTest::newRow(name) << content << QString::fromUtf8(address) << latitude << longitude;
        };
        // The plane positions are of 45.0707 N, 5.5518 E, by PROJ (cs2cs).
        row("a text of a geometry", "nom;geom\nA;POINT (5.5518 45.0707)\n", "", 45.0707, 5.5518);
        row("the same in Lambert-93", "nom;geom\nA;POINT (900791.53 6444515.93)\n", "", 45.0707, 5.5518);
        row("conformal conic 45", "nom;x;y\nA;1900903.53;4211020.24\n", "", 45.0707, 5.5518);
        row("Web Mercator", "nom;x;y\nA;618023.55;5632658.63\nB;618023.55;5632658.63\n", "", 45.0707, 5.5518);
        row("degrees, minutes, seconds", "nom;lat;lon\nA;45°04'14.52\"N;5°33'06.48\"E\n", "", 45.0707, 5.5518);
        row("west", "nom;lat;lon\nA;46° 12′ 10,8″ N;1° 22′ 1,2″ O\n", "", 46.203, -1.367);
        row("a house number at the end", "nom;nom_voie;num_voie;geom\nA;rue Verte;12 bis;POINT(5.5518 45.0707)\n",
            "12 bis rue Verte", 45.0707, 5.5518);
        row("kind of way", "nom;num_voie;type_voie;nom_voie;geom\nA;3;Place;de la Paix;POINT(5.5518 45.0707)\n",
            "3 Place de la Paix", 45.0707, 5.5518);
    }
    void readsWhatTablesWrite()
    {
        QFETCH(QByteArray, content);
        const auto drafts = firstDrafts({{fileOf(content)}, {}}, 2, QStringLiteral("table"));
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        const Atelier &atelier = drafts->front().atelier;
        QTEST(atelier.address, "address");
        QVERIFY(atelier.point);
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        QVERIFY2(std::abs(atelier.point->latitude - latitude) < 2e-6,
                 qPrintable(QString::number(atelier.point->latitude, 'f', 7)));
        QVERIFY2(std::abs(atelier.point->longitude - longitude) < 2e-6,
                 qPrintable(QString::number(atelier.point->longitude, 'f', 7)));
    }

    /// Ticks make machines, other countries make rejections, first names make persons.
    void readsTicksCountriesAndPersons()
    {
        const QByteArray content = "Nom;Prénom;Lieu;Pays;Découpe laser;Scanner 3D\n"
                                   "Durand;Jo;Le Tour;FR;Oui;Non\nPetit;Al;La Scie;DE;Oui;x\n";
        const auto drafts = firstDrafts({{fileOf(content)}, {}}, 2, QStringLiteral("table"));
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        const Draft &first = drafts->front();
        QCOMPARE(first.atelier.name, QStringLiteral("Le Tour"));
        QCOMPARE(first.equipmentWords, QStringList(QStringLiteral("Découpe laser")));
        QCOMPARE(first.personal.size(), std::size_t(2));
        QVERIFY(first.rejections.empty());
        const Draft &second = drafts->at(1);
        QCOMPARE(second.rejections.size(), std::size_t(1));
        QCOMPARE(second.rejections.front().column, QStringLiteral("Pays"));
        QCOMPARE(second.rejections.front().value, QStringLiteral("DE"));
    }

    /// A profile read back is the mapping that was written, and the reader goes by it rather than by its own guess.
    void keepsProfiles()
    {
        const QString path = fileOf("quoi;ou;tel\nLe Tour;Pau;0102030405\n;;\nLa Scie;Tarbes;\n");
        auto mapping = guessMapping({{path}, {}}, QStringLiteral("table"));
        QVERIFY(mapping);
        mapping->columns[1].field = QStringLiteral("city");
        mapping->columns[2].field.clear();
        mapping->sourceName = QStringLiteral("Mes lieux");
        mapping->licence = QStringLiteral("ODbL 1.0");
        const auto read = mappingFromJson(mappingToJson(*mapping), QStringLiteral("p.json"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(fieldsOf(*read), QStringLiteral("name city -"));
        QCOMPARE(mappingToJson(*read), mappingToJson(*mapping));
        // Other order of columns, same headings.
        const QString other = fileOf("tel;OU;Quoi\n0102030405;Pau;Le Tour\n");
        const auto drafts = firstDrafts({{other}, *read}, 10, QStringLiteral("table"));
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        QCOMPARE(drafts->size(), std::size_t(1));
        QCOMPARE(drafts->front().atelier.name, QStringLiteral("Le Tour"));
        QCOMPARE(drafts->front().atelier.city, QStringLiteral("Pau"));
        QVERIFY(drafts->front().atelier.phone.isEmpty());
        const auto reader = openReader({{path}, *read}, QStringLiteral("table"));
        QVERIFY(reader);
        QCOMPARE((*reader)->source().name, QStringLiteral("Mes lieux"));
        QCOMPARE((*reader)->source().licence, QStringLiteral("ODbL 1.0"));
        // A profile of another file.
        const auto wrong = openReader({{fileOf("a;b\n1;2\n")}, *read}, QStringLiteral("table"));
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::Usage);
    }

    void refusesProfiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("no JSON") << QByteArray("{") << "p, line 1, column 2: this is no valid JSON. Nothing was read.";
        QTest::newRow("no columns") << QByteArray(
            "{}") << "p, columns, value {}: a list of columns was expected. The profile was not read.";
        QTest::newRow("no heading")
            << QByteArray("{\"columns\": [{\"field\": \"name\"}]}")
            << "p, columns[0], value {\"field\":\"name\"}: a heading with a field or null was expected. The profile was not read.";
        QTest::newRow("headings in words")
            << QByteArray("{\"columns\": [], \"has_headings\": \"yes\"}")
            << "p, has_headings, value \"yes\": true or false was expected. The profile was not read.";
    }
    void refusesProfiles()
    {
        QFETCH(QByteArray, text);
        const auto read = mappingFromJson(text, QStringLiteral("p"));
        QVERIFY(!read);
        QTEST(read.error().message, "message");
        const auto unknown =
            mappingFromJson("{\"columns\": [{\"heading\": \"a\", \"field\": \"colour\"}]}", QStringLiteral("p"));
        QVERIFY(!unknown && unknown.error().message.contains(QStringLiteral("\"colour\"")));
    }

    /// The census is read from several files at once; which ones belong together is seen by their content.
    void joinsTheCensus()
    {
        const QString identities = QStringLiteral(REPERE_TEST_DATA "/formats/census_2023_identities.csv");
        const QString activities = QStringLiteral(REPERE_TEST_DATA "/formats/census_2023_activities.csv");
        const QString other = QStringLiteral(REPERE_TEST_DATA "/formats/ternum.csv");
        const auto groups = joinedPaths({activities, other, identities});
        QVERIFY(groups);
        QCOMPARE(*groups, QList<QStringList>({{activities, identities}, {other}}));
        const auto drafts = firstDrafts({groups->front(), {}}, 10);
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        QCOMPARE(drafts->size(), std::size_t(4));
        const Draft &first = drafts->front();
        QCOMPARE(first.atelier.name, QStringLiteral("L'Établi"));
        QCOMPARE(first.atelier.postcode, QStringLiteral("29600"));
        QCOMPARE(first.atelier.address, QStringLiteral("3 rue Basse; cour\nau fond"));
        QCOMPARE(first.typeWords, QStringList({QStringLiteral("tiers-lieu"), QStringLiteral("Coworking")}));
        QCOMPARE(first.serviceWords,
                 QStringList({QStringLiteral("inclusion numérique"), QStringLiteral("Café associatif")}));
        QCOMPARE(first.equipmentWords, QStringList(QStringLiteral("fabrication numérique")));
        QCOMPARE(first.repairs.size(), std::size_t(2));
        QVERIFY((*drafts)[1].equipmentWords.isEmpty());
    }

    /// What we write as a spreadsheet comes back through the mapping, zeros of codes included.
    void readsSpreadsheetsAndMapFiles_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("xlsx") << int(OutputFormat::Xlsx);
        QTest::newRow("ods") << int(OutputFormat::Ods);
        QTest::newRow("gpkg") << int(OutputFormat::GeoPackage);
        QTest::newRow("kml") << int(OutputFormat::Kml);
    }
    void readsSpreadsheetsAndMapFiles()
    {
        QFETCH(int, format);
        const auto output = static_cast<OutputFormat>(format);
        Atelier atelier = fullAtelier();
        atelier.postcode = QStringLiteral("01500");
        const QString path = m_folder.filePath(QStringLiteral("out.") + extensionOf(output));
        JobContext job;
        const auto written = writeFile(path, {.format = output, .profile = {}, .columns = {}}, sampleLabels(),
                                       sourceOf(linesOf({atelier})), 1, job);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message));
        const auto drafts = firstDrafts({{path}, {}}, 10);
        QVERIFY2(drafts, drafts ? "" : qPrintable(drafts.error().message));
        QCOMPARE(drafts->size(), std::size_t(1));
        const Draft &draft = drafts->front();
        QCOMPARE(draft.atelier.name, atelier.name);
        QVERIFY(draft.atelier.point);
        QVERIFY(distanceMetres(*draft.atelier.point, *atelier.point) < 1);
        if (output != OutputFormat::Kml) {
            QCOMPARE(draft.atelier.postcode, atelier.postcode);
            QCOMPARE(draft.atelier.city, atelier.city);
            QCOMPARE(draft.atelier.website, atelier.website);
        }
    }

    void choosesLayers()
    {
        const QByteArray folder =
            "<Folder><name>%1</name><Placemark><name>%1 un</name><Point><coordinates>3,50</coordinates></Point></Placemark></Folder>";
        const QString path =
            fileOf("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" + QByteArray(folder).replace("%1", "A")
                       + QByteArray(folder).replace("%1", "B") + "</Document></kml>",
                   QStringLiteral("kml"));
        const auto layers = layersOf(path);
        QVERIFY(layers);
        QCOMPARE(*layers, QStringList({QStringLiteral("A"), QStringLiteral("B")}));
        ColumnMapping mapping;
        mapping.layer = QStringLiteral("B");
        const auto drafts = firstDrafts({{path}, mapping}, 10);
        QVERIFY(drafts);
        QCOMPARE(drafts->front().atelier.name, QStringLiteral("B un"));
        mapping.layer = QStringLiteral("../../etc/passwd");
        const auto none = firstDrafts({{path}, mapping}, 10);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Usage);
    }

    void passwordsAreNotShown_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shown");
        QTest::newRow("none") << u"PG:dbname=lieux host=h"_s << u"PG:dbname=lieux host=h"_s;
        QTest::newRow("plain") << u"PG:dbname=lieux password=hush host=h"_s << u"PG:dbname=lieux host=h"_s;
        QTest::newRow("quoted") << u"PG:dbname=lieux password = 'hu\\'sh x'"_s << u"PG:dbname=lieux"_s;
        QTest::newRow("first, in capitals") << u"pg:PASSWORD=hush dbname=lieux"_s << u"pg: dbname=lieux"_s;
        QTest::newRow("never closed") << u"PG:dbname=lieux password='hush host=h"_s << u"PG:dbname=lieux"_s;
        QTest::newRow("a file") << u"/tmp/password=hush.csv"_s << u"/tmp/password=hush.csv"_s;
    }
    void passwordsAreNotShown()
    {
        QFETCH(QString, path);
        QTEST(withoutPassword(path), "shown");
        if (isConnection(path))
            QTEST(nameOfFile(path), "shown");
    }

    /// Nobody listens there: the message names the database, not what opens it.
    void aDatabaseThatIsNotThereKeepsItsPassword()
    {
        const auto reader = openReader({{u"PG:dbname=lieux host=127.0.0.1 port=1 password=hush"_s}, {}});
        QVERIFY(!reader);
        QVERIFY2(reader.error().message.contains(u"PG:dbname=lieux host=127.0.0.1 port=1:"),
                 qPrintable(reader.error().message));
        QVERIFY(!reader.error().message.contains(u"hush"));
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "test_tables.moc"
