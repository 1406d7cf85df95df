#include "directory/normalise.h"

#include "directory/atelier_fields.h"
#include "directory/place_repair.h"

#include <QCoreApplication>

namespace repere::directory {

namespace {

/// Ids of the words; words without meaning become proposed repairs of `field`.
QStringList idsOfWords(const QStringList &words, const Vocabulary &vocabulary, const QString &field,
                       std::vector<ImportReport::Repair> &repairs)
{
    QStringList ids;
    for (const QString &word : words) {
        if (vocabulary.find(word)) { // the ids of our own exports need no understanding
            if (!ids.contains(word))
                ids.append(word);
            continue;
        }
        for (const auto &[part, match] : matchPhrase(vocabulary, word)) {
            for (const QString &id : match.ids) {
                if (!ids.contains(id))
                    ids.append(id);
            }
            if (match.ids.isEmpty()) {
                repairs.push_back(
                    {0, field, part, {}, QCoreApplication::translate("Import", "word not in the vocabulary"), true});
            }
        }
    }
    return ids;
}

void appendMissing(QStringList &list, const QStringList &more)
{
    for (const QString &item : more) {
        if (!list.contains(item))
            list.append(item);
    }
}

} // namespace

std::vector<EquipmentItem> equipmentFromWords(const QStringList &words, const Vocabulary &equipment)
{
    std::vector<EquipmentItem> items;
    for (const QString &word : words) {
        // The raw words are the whole statement, also beside each machine of several: "outillage bois et métal".
        for (const auto &[part, match] : matchPhrase(equipment, word)) {
            if (match.ids.isEmpty())
                items.push_back({{}, word, {}, {}, {}, false});
            for (const QString &id : match.ids)
                items.push_back({id, word, {}, {}, {}, match.guessed});
        }
    }
    return items;
}

Result<Atelier> completePlace(Atelier atelier, const Knowledge &knowledge)
{
    const geography::Gazetteer &gazetteer = knowledge.gazetteer();
    // A table for people writes names: "Cantal".
    if (!atelier.departement.isEmpty() && !gazetteer.departement(atelier.departement))
        atelier.departement = gazetteer.departementNamed(atelier.departement);
    if (!atelier.region.isEmpty() && !gazetteer.region(atelier.region))
        atelier.region = gazetteer.regionNamed(atelier.region);
    if (atelier.insee.isEmpty())
        atelier.insee = gazetteer.resolveCommune(atelier.postcode, atelier.city);

    // The code stays as the source says it; an older one means the commune of today.
    const Commune *commune = gazetteer.commune(gazetteer.currentCommune(atelier.insee));
    const bool atCommune = !atelier.point || atelier.precision == PositionPrecision::Commune;
    if (commune && atCommune && commune->centre.isValid()) { // a few communes of the Pacific have no known centre
        atelier.point = commune->centre;
        atelier.precision = PositionPrecision::Commune;
    } else if (atelier.point && atelier.precision == PositionPrecision::None) {
        atelier.precision = PositionPrecision::Approximate; // a position of unsaid precision
    }

    if (atelier.point) {
        const auto location = knowledge.locate(*atelier.point);
        if (!location)
            return std::unexpected(location.error());
        if (!location->departement.isEmpty()) {
            const auto departement = settledDepartement(atelier, *location, knowledge);
            if (!departement)
                return std::unexpected(departement.error());
            if (const Departement *settled = gazetteer.departement(*departement)) {
                atelier.departement = settled->code;
                atelier.region = settled->region;
            }
        }
        if (atelier.insee.isEmpty() && atelier.departement == location->departement && !location->commune.isEmpty()) {
            atelier.insee = location->commune;
            commune = gazetteer.commune(atelier.insee);
        }
    }
    if (commune && (!atelier.point || atelier.departement.isEmpty() || atCommune)) {
        atelier.departement = commune->departement;
        atelier.region = commune->region;
    }
    if (commune && atelier.city.isEmpty())
        atelier.city = commune->name;
    if (!atelier.departement.isEmpty() && atelier.region.isEmpty()) {
        if (const Departement *departement = gazetteer.departement(atelier.departement))
            atelier.region = departement->region;
    }
    return atelier;
}

Understood understandWords(exchange::Draft &draft, const Knowledge &knowledge)
{
    const Vocabularies &vocabularies = knowledge.vocabularies();
    Understood understood{std::move(draft.atelier), {}};
    Atelier &atelier = understood.atelier;

    appendMissing(atelier.types,
                  idsOfWords(draft.typeWords, vocabularies.types, QStringLiteral("types"), understood.repairs));
    appendMissing(atelier.services, idsOfWords(draft.serviceWords, vocabularies.services, QStringLiteral("services"),
                                               understood.repairs));
    appendMissing(atelier.publics,
                  idsOfWords(draft.publicWords, vocabularies.publics, QStringLiteral("publics"), understood.repairs));
    for (EquipmentItem &item : equipmentFromWords(draft.equipmentWords, vocabularies.equipment))
        atelier.equipment.push_back(std::move(item));
    if (!draft.statusWord.isEmpty()) {
        const QStringList ids = vocabularies.statuses.idsNamed(draft.statusWord);
        if (ids.size() == 1) {
            atelier.status = ids.front();
        } else if (draft.statusWord.compare(QStringView(kUnknown), Qt::CaseInsensitive) != 0) {
            understood.repairs.push_back({0,
                                          QStringLiteral("status"),
                                          draft.statusWord,
                                          {},
                                          QCoreApplication::translate("Import", "word not in the vocabulary"),
                                          true});
        }
    }

    return understood;
}

Result<Understood> understand(exchange::Draft draft, const Knowledge &knowledge)
{
    Understood understood = understandWords(draft, knowledge);
    auto completed = completePlace(std::move(understood.atelier), knowledge);
    if (!completed)
        return std::unexpected(completed.error());
    understood.atelier = std::move(*completed);
    return understood;
}

Result<Atelier> withField(const Atelier &atelier, const QString &key, const QString &text, const Knowledge &knowledge)
{
    exchange::Draft draft;
    draft.atelier = atelier;
    const QString field = mergedFieldOf(key);
    // A list is replaced by what the text says, not extended.
    if (field == u"types" || field == u"services" || field == u"publics" || field == u"equipment")
        copyField(draft.atelier, Atelier{}, field);
    if (const auto set = exchange::setField(draft, key, text); !set)
        return std::unexpected(set.error());
    if (field == u"position" && key != u"position" && draft.atelier.precision == PositionPrecision::Commune)
        draft.atelier.precision = PositionPrecision::Exact; // somebody typed a position: no longer the commune's centre
    auto understood = understandWords(draft, knowledge);
    for (const ImportReport::Repair &repair : understood.repairs) {
        return failure(ErrorCode::Usage, QCoreApplication::translate(
                                             "Import", "%1: \"%2\" is not in the vocabulary; nothing was changed.")
                                             .arg(key, repair.from));
    }
    if (field == u"status" && text.trimmed().isEmpty())
        understood.atelier.status.clear();
    return understood.atelier;
}

} // namespace repere::directory
