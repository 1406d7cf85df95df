#include "directory/table_file.h"

#include "exchange/csv_text.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace repere::directory {

namespace {

constexpr char kSeparator = ';';

void appendCell(QByteArray &out, const QVariant &cell)
{
    const bool text = cell.typeId() == QMetaType::QString;
    QString written = cell.typeId() == QMetaType::Double ? QString::number(cell.toDouble(), 'g', 12) : cell.toString();
    if (!text)
        written.replace(u'.', u',');
    exchange::appendCsvCell(out, written, kSeparator, text);
}

} // namespace

Result<void> writeTable(const QString &path, const QStringList &headings, const std::vector<QVariantList> &rows)
{
    QByteArray bytes("\xEF\xBB\xBF");
    const auto addLine = [&bytes](const auto &cells) {
        bool first = true;
        for (const auto &cell : cells) {
            if (!std::exchange(first, false))
                bytes += kSeparator;
            appendCell(bytes, QVariant(cell));
        }
        bytes += "\r\n";
    };
    addLine(headings);
    for (const QVariantList &row : rows)
        addLine(row);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::Unwritable,
                       QCoreApplication::translate("Table", "%1 cannot be written: %2. Nothing was changed.")
                           .arg(path, file.errorString()));
    return {};
}

} // namespace repere::directory
