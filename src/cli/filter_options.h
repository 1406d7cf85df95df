#pragma once

#include "cli/command.h"

namespace repere::cli {

/// The options [TEXT] FILTERS of the contract, shared by every command that filters.
class FilterOptions
{
public:
    void addTo(CLI::App &command);
    /// The filter meant; what had to be decided is said on stderr.
    Result<Filter> understand(Context &context) const;

private:
    std::vector<std::string> m_text;
    std::vector<std::string> m_regions, m_departements, m_communes, m_types, m_equipment, m_statuses, m_publics,
        m_services;
    std::vector<std::string> m_withoutEquipment;
    bool m_anyEquipment = false;
    std::string m_near;
    std::string m_box;
    std::optional<double> m_within;
    std::optional<int> m_asOfAfter;
};

/// One value per option, repeatable: CLI11's lists would otherwise swallow the words that follow.
CLI::Option *addRepeatable(CLI::App &command, const std::string &name, std::vector<std::string> &into,
                           const std::string &help);

} // namespace repere::cli
