#pragma once

#include "cli/command.h"

#include <nlohmann/json.hpp>

namespace repere::cli {

enum class OutputFormat { Table, Csv, Json };

/// Adds `--format` with these names; the first is the default.
void addFormat(CLI::App &command, OutputFormat &format, std::initializer_list<OutputFormat> allowed);

/// Columns aligned by their widest cell, headings underlined; numbers (flagged) to the right.
void printTable(QTextStream &out, const QStringList &headings, const std::vector<QStringList> &rows,
                const std::vector<bool> &toTheRight = {});

/// One CSV line of simple values, comma separated, as in the open-data profile; texts are guarded against being taken for
/// formulas.
QString csvLine(const QStringList &cells);

void printJson(QTextStream &out, const nlohmann::ordered_json &document);
nlohmann::ordered_json jsonText(const QString &text); ///< null when empty

} // namespace repere::cli
