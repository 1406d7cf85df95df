#include "core/territory_words.h"

#include <algorithm>
#include <array>

namespace repere {

namespace {

struct Territory {
    QStringView departement;
    QStringView words; ///< of its name, of its région's, and of the région's before 2016
};
/// Words of every other name are left out: "Grand", "Nord", "Centre", "Pays", "Val", "Saint" …
constexpr auto kTerritories = std::to_array<Territory>({
    {.departement = u"01", .words = u"ain auvergne rhone alpes"},
    {.departement = u"02", .words = u"aisne france picardie"},
    {.departement = u"03", .words = u"allier auvergne rhone alpes"},
    {.departement = u"04", .words = u"alpes provence azur paca"},
    {.departement = u"05", .words = u"alpes provence azur paca"},
    {.departement = u"06", .words = u"alpes maritimes provence azur paca"},
    {.departement = u"07", .words = u"ardeche auvergne rhone alpes"},
    {.departement = u"08", .words = u"ardennes champagne ardenne"},
    {.departement = u"09", .words = u"ariege occitanie midi pyrenees"},
    {.departement = u"10", .words = u"aube champagne ardenne"},
    {.departement = u"11", .words = u"aude occitanie languedoc roussillon"},
    {.departement = u"12", .words = u"aveyron occitanie midi pyrenees"},
    {.departement = u"13", .words = u"bouches rhone provence alpes azur paca"},
    {.departement = u"14", .words = u"calvados normandie"},
    {.departement = u"15", .words = u"cantal auvergne rhone alpes"},
    {.departement = u"16", .words = u"charente nouvelle aquitaine poitou charentes"},
    {.departement = u"17", .words = u"charente maritime nouvelle aquitaine poitou charentes"},
    {.departement = u"18", .words = u"cher loire"},
    {.departement = u"19", .words = u"correze nouvelle aquitaine limousin"},
    {.departement = u"21", .words = u"or bourgogne franche comte"},
    {.departement = u"22", .words = u"cotes armor bretagne"},
    {.departement = u"23", .words = u"creuse nouvelle aquitaine limousin"},
    {.departement = u"24", .words = u"dordogne nouvelle aquitaine"},
    {.departement = u"25", .words = u"doubs bourgogne franche comte"},
    {.departement = u"26", .words = u"drome auvergne rhone alpes"},
    {.departement = u"27", .words = u"eure normandie"},
    {.departement = u"28", .words = u"eure loir loire"},
    {.departement = u"29", .words = u"finistere bretagne"},
    {.departement = u"2A", .words = u"corse sud"},
    {.departement = u"2B", .words = u"corse"},
    {.departement = u"30", .words = u"gard occitanie languedoc roussillon"},
    {.departement = u"31", .words = u"garonne occitanie midi pyrenees"},
    {.departement = u"32", .words = u"gers occitanie midi pyrenees"},
    {.departement = u"33", .words = u"gironde nouvelle aquitaine"},
    {.departement = u"34", .words = u"herault occitanie languedoc roussillon"},
    {.departement = u"35", .words = u"ille vilaine bretagne"},
    {.departement = u"36", .words = u"indre loire"},
    {.departement = u"37", .words = u"indre loire"},
    {.departement = u"38", .words = u"isere auvergne rhone alpes"},
    {.departement = u"39", .words = u"jura bourgogne franche comte"},
    {.departement = u"40", .words = u"landes nouvelle aquitaine"},
    {.departement = u"41", .words = u"loir cher loire"},
    {.departement = u"42", .words = u"loire auvergne rhone alpes"},
    {.departement = u"43", .words = u"loire auvergne rhone alpes"},
    {.departement = u"44", .words = u"loire atlantique"},
    {.departement = u"45", .words = u"loiret loire"},
    {.departement = u"46", .words = u"lot occitanie midi pyrenees"},
    {.departement = u"47", .words = u"lot garonne nouvelle aquitaine"},
    {.departement = u"48", .words = u"lozere occitanie languedoc roussillon"},
    {.departement = u"49", .words = u"maine loire"},
    {.departement = u"50", .words = u"manche normandie"},
    {.departement = u"51", .words = u"marne champagne ardenne"},
    {.departement = u"52", .words = u"marne champagne ardenne"},
    {.departement = u"53", .words = u"mayenne loire"},
    {.departement = u"54", .words = u"meurthe moselle lorraine"},
    {.departement = u"55", .words = u"meuse lorraine"},
    {.departement = u"56", .words = u"morbihan bretagne"},
    {.departement = u"57", .words = u"moselle lorraine"},
    {.departement = u"58", .words = u"nievre bourgogne franche comte"},
    {.departement = u"59", .words = u"france pas calais"},
    {.departement = u"60", .words = u"oise france picardie"},
    {.departement = u"61", .words = u"orne normandie"},
    {.departement = u"62", .words = u"pas calais france"},
    {.departement = u"63", .words = u"puy dome auvergne rhone alpes"},
    {.departement = u"64", .words = u"pyrenees atlantiques nouvelle aquitaine"},
    {.departement = u"65", .words = u"pyrenees occitanie midi"},
    {.departement = u"66", .words = u"pyrenees orientales occitanie languedoc roussillon"},
    {.departement = u"67", .words = u"bas rhin alsace"},
    {.departement = u"68", .words = u"haut rhin alsace"},
    {.departement = u"69", .words = u"rhone auvergne alpes"},
    {.departement = u"70", .words = u"saone bourgogne franche comte"},
    {.departement = u"71", .words = u"saone loire bourgogne franche comte"},
    {.departement = u"72", .words = u"sarthe loire"},
    {.departement = u"73", .words = u"savoie auvergne rhone alpes"},
    {.departement = u"74", .words = u"savoie auvergne rhone alpes"},
    {.departement = u"75", .words = u"paris france"},
    {.departement = u"76", .words = u"seine maritime normandie"},
    {.departement = u"77", .words = u"seine marne france"},
    {.departement = u"78", .words = u"yvelines france"},
    {.departement = u"79", .words = u"deux sevres nouvelle aquitaine poitou charentes"},
    {.departement = u"80", .words = u"somme france picardie"},
    {.departement = u"81", .words = u"tarn occitanie midi pyrenees"},
    {.departement = u"82", .words = u"tarn garonne occitanie midi pyrenees"},
    {.departement = u"83", .words = u"var provence alpes azur paca"},
    {.departement = u"84", .words = u"vaucluse provence alpes azur paca"},
    {.departement = u"85", .words = u"vendee loire"},
    {.departement = u"86", .words = u"vienne nouvelle aquitaine poitou charentes"},
    {.departement = u"87", .words = u"vienne nouvelle aquitaine limousin"},
    {.departement = u"88", .words = u"vosges lorraine"},
    {.departement = u"89", .words = u"yonne bourgogne franche comte"},
    {.departement = u"90", .words = u"territoire belfort bourgogne franche comte"},
    {.departement = u"91", .words = u"essonne france"},
    {.departement = u"92", .words = u"seine france"},
    {.departement = u"93", .words = u"seine denis france"},
    {.departement = u"94", .words = u"marne france"},
    {.departement = u"95", .words = u"oise france"},
    {.departement = u"971", .words = u"guadeloupe"},
    {.departement = u"972", .words = u"martinique"},
    {.departement = u"973", .words = u"guyane"},
    {.departement = u"974", .words = u"reunion"},
    {.departement = u"975", .words = u"pierre miquelon"},
    {.departement = u"976", .words = u"mayotte"},
    {.departement = u"977", .words = u"barthelemy"},
    {.departement = u"978", .words = u"martin"},
    {.departement = u"984", .words = u"terres australes antarctiques francaises"},
    {.departement = u"986", .words = u"wallis futuna"},
    {.departement = u"987", .words = u"polynesie francaise"},
    {.departement = u"988", .words = u"nouvelle caledonie"},
    {.departement = u"989", .words = u"clipperton"},
});

} // namespace

QString territoryWords(const QString &departement)
{
    const auto *const found =
        std::ranges::lower_bound(kTerritories, QStringView(departement), {}, &Territory::departement);
    if (found == kTerritories.end() || found->departement != QStringView(departement))
        return {};
    return found->words.toString();
}

} // namespace repere
