#include "cli/filter_options.h"

namespace repere::cli {

CLI::Option *addRepeatable(CLI::App &command, const std::string &name, std::vector<std::string> &into,
                           const std::string &help)
{
    return command.add_option(name, into, help)->allow_extra_args(false);
}

void FilterOptions::addTo(CLI::App &command)
{
    command.add_option("text", m_text, "Words over names, towns, machines and services");
    addRepeatable(command, "--region", m_regions, "Name or INSEE code of a région");
    addRepeatable(command, "--departement", m_departements, "Name or INSEE code of a département");
    addRepeatable(command, "--commune", m_communes, "Name, postcode or INSEE code of a commune");
    addRepeatable(command, "--type", m_types, "Type of place");
    addRepeatable(command, "--equipment", m_equipment, "Machine; several: all of them");
    addRepeatable(command, "--without-equipment", m_withoutEquipment, "Machine that must not be there");
    command.add_flag("--any-equipment", m_anyEquipment, "Any of the machines instead of all of them");
    addRepeatable(command, "--status", m_statuses, "Situation: embryo, planned, open, dormant, closed, unknown");
    addRepeatable(command, "--public", m_publics, "Public welcomed");
    addRepeatable(command, "--service", m_services, "Service offered");
    command.add_option("--near", m_near, "Place or LAT,LON");
    command.add_option("--within", m_within, "Kilometres from --near");
    command.add_option("--bbox", m_box, "W,S,E,N in degrees");
    command.add_option("--as-of-after", m_asOfAfter, "Only information newer than this year");
}

Result<Filter> FilterOptions::understand(Context &context) const
{
    directory::FilterWords words;
    words.text = texts(m_text).join(u' ');
    words.regions = texts(m_regions);
    words.departements = texts(m_departements);
    words.communes = texts(m_communes);
    words.types = texts(m_types);
    words.equipment = texts(m_equipment);
    words.withoutEquipment = texts(m_withoutEquipment);
    words.statuses = texts(m_statuses);
    words.publics = texts(m_publics);
    words.services = texts(m_services);
    words.anyEquipment = m_anyEquipment;
    words.near = text(m_near);
    words.withinKilometres = m_within;
    words.box = text(m_box);
    words.asOfAfter = m_asOfAfter;

    const auto knowledge = context.knowledge();
    if (!knowledge)
        return std::unexpected(knowledge.error());
    auto understood = directory::filterFromWords(words, *knowledge);
    if (!understood)
        return std::unexpected(understood.error());
    for (const QString &remark : understood->remarks)
        context.remark(remark);
    // The command line has no key still being typed: every word is whole.
    if (!understood->filter.text.isEmpty())
        understood->filter.text += u' ';
    return understood->filter;
}

} // namespace repere::cli
