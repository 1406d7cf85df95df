#include "cli/filter_options.h"

#include <QCoreApplication>

namespace repere::cli {

namespace {

struct FilterOptionsText {
    Q_DECLARE_TR_FUNCTIONS(FilterOptions)
};

} // namespace

CLI::Option *addRepeatable(CLI::App &command, const std::string &name, std::vector<std::string> &into,
                           const std::string &help)
{
    return command.add_option(name, into, help)->allow_extra_args(false);
}

void FilterOptions::addTo(CLI::App &command)
{
    command.add_option("text", m_text,
                       FilterOptionsText::tr("Words over names, towns, machines and services").toStdString());
    addRepeatable(command, "--region", m_regions,
                  FilterOptionsText::tr("Name or INSEE code of a région").toStdString());
    addRepeatable(command, "--departement", m_departements,
                  FilterOptionsText::tr("Name or INSEE code of a département").toStdString());
    addRepeatable(command, "--commune", m_communes,
                  FilterOptionsText::tr("Name, postcode or INSEE code of a commune").toStdString());
    addRepeatable(command, "--type", m_types, FilterOptionsText::tr("Type of place").toStdString());
    addRepeatable(command, "--equipment", m_equipment,
                  FilterOptionsText::tr("Machine; several: all of them").toStdString());
    addRepeatable(command, "--without-equipment", m_withoutEquipment,
                  FilterOptionsText::tr("Machine that must not be there").toStdString());
    command.add_flag("--any-equipment", m_anyEquipment,
                     FilterOptionsText::tr("Any of the machines instead of all of them").toStdString());
    addRepeatable(command, "--status", m_statuses,
                  FilterOptionsText::tr("Situation: embryo, planned, open, dormant, closed, unknown").toStdString());
    addRepeatable(command, "--public", m_publics, FilterOptionsText::tr("Public welcomed").toStdString());
    addRepeatable(command, "--service", m_services, FilterOptionsText::tr("Service offered").toStdString());
    command.add_option("--near", m_near, FilterOptionsText::tr("Place or LAT,LON").toStdString());
    command.add_option("--within", m_within, FilterOptionsText::tr("Kilometres from --near").toStdString());
    command.add_option("--bbox", m_box, FilterOptionsText::tr("W,S,E,N in degrees").toStdString());
    command.add_option("--as-of-after", m_asOfAfter,
                       FilterOptionsText::tr("Only information newer than this year").toStdString());
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
