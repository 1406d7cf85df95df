#include "cli/output.h"

#include "core/shown_text.h"
#include "exchange/csv_text.h"

#include <QCoreApplication>

#include <map>

namespace repere::cli {

namespace {

struct OutputText {
    Q_DECLARE_TR_FUNCTIONS(Output)
};

const std::map<OutputFormat, std::string> kNames = {
    {OutputFormat::Table, "table"}, {OutputFormat::Csv, "csv"}, {OutputFormat::Json, "json"}};

} // namespace

void addFormat(CLI::App &command, OutputFormat &format, std::initializer_list<OutputFormat> allowed)
{
    std::vector<std::pair<std::string, OutputFormat>> names;
    std::string form;
    for (const OutputFormat value : allowed) {
        names.emplace_back(kNames.at(value), value);
        form += (form.empty() ? "" : "|") + kNames.at(value);
    }
    format = *allowed.begin();
    command.add_option("--format", format, OutputText::tr("Form of the answer").toStdString())
        ->transform(CLI::CheckedTransformer(names, CLI::ignore_case))
        ->option_text(form);
}

void printTable(QTextStream &out, const QStringList &headings, const std::vector<QStringList> &cells,
                const std::vector<bool> &toTheRight)
{
    // A terminal obeys control characters, and a name may have some.
    std::vector<QStringList> rows = cells;
    for (QStringList &row : rows)
        for (QString &cell : row)
            cell = shownLine(cell);
    std::vector<qsizetype> widths;
    for (const QString &heading : headings)
        widths.push_back(heading.size());
    for (const QStringList &row : rows) {
        for (std::size_t c = 0; c < widths.size(); ++c)
            widths[c] = std::max(widths[c], row.value(static_cast<qsizetype>(c)).size());
    }
    const auto line = [&](const QStringList &texts) {
        QString text;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            const QString cell = texts.value(static_cast<qsizetype>(c));
            const bool last = c + 1 == widths.size();
            if (c < toTheRight.size() && toTheRight[c])
                text += cell.rightJustified(widths[c]);
            else
                text += last ? cell : cell.leftJustified(widths[c]);
            if (!last)
                text += QStringLiteral("  ");
        }
        while (text.endsWith(u' '))
            text.chop(1);
        out << text << '\n';
    };
    line(headings);
    QStringList rules;
    for (const qsizetype width : widths)
        rules.append(QString(width, u'─'));
    line(rules);
    for (const QStringList &row : rows)
        line(row);
}

QString csvLine(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        bool isNumber = false;
        (void)cells[i].toDouble(&isNumber); // as QString::number writes it
        exchange::appendCsvCell(line, cells[i], ',', !isNumber);
    }
    return QString::fromUtf8(line);
}

void printJson(QTextStream &out, const nlohmann::ordered_json &document)
{
    out << QString::fromStdString(document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace))
        << '\n';
}

nlohmann::ordered_json jsonText(const QString &value)
{
    return value.isEmpty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(value.toStdString());
}

} // namespace repere::cli
