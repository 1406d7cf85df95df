#include "exchange/own_readers.h"

#include "exchange/csv_record.h"
#include "exchange/csv_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

constexpr std::array<char, 3> kSeparators = {';', ',', '\t'};

struct Heading {
    char separator = ';';
    CsvLayout layout;
    bool hasName = false;
    QString repeated; ///< a heading met twice
};

Heading headingOfRecord(const CsvRecord &record, char separator)
{
    Heading heading{.separator = separator, .layout = {}, .hasName = false, .repeated = {}};
    heading.layout.cellOf.fill(-1);
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        const QString words = withoutGuard(QString::fromUtf8(record.cells[i]));
        heading.layout.headings.append(words);
        const std::optional<ColumnId> column = columnOfHeading(words);
        if (!column)
            continue;
        int &cell = heading.layout.cellOf[static_cast<std::size_t>(*column)];
        if (cell >= 0)
            heading.repeated = words;
        else
            heading.layout.fields.append(QString::fromUtf8(specOf(*column).key));
        cell = static_cast<int>(i);
        heading.hasName = heading.hasName || *column == ColumnId::Name;
    }
    return heading;
}

/// The separator under which the first line holds most known headings.
Heading bestHeading(const QByteArray &head)
{
    Heading best;
    for (char separator : kSeparators) {
        const CsvRecord record = CsvScanner::firstRecord(head, separator);
        Heading heading = headingOfRecord(record, separator);
        if (!record.brokenQuote && heading.layout.fields.size() > best.layout.fields.size())
            best = std::move(heading);
    }
    return best;
}

class OwnCsvReader final : public Reader
{
public:
    OwnCsvReader(QString path, Heading heading)
        : m_path(std::move(path)), m_layout(std::move(heading.layout)), m_scanner(heading.separator)
    {
        m_layout.file = m_path;
    }

    Result<void> open()
    {
        if (Result<void> opened = m_scanner.open(m_path); !opened)
            return opened;
        const Result<bool> headings = m_scanner.next(m_record);
        return headings ? Result<void>() : std::unexpected(headings.error());
    }

    Result<std::unique_ptr<Draft>> next() override
    {
        const Result<bool> more = m_scanner.next(m_record);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return nullptr;
        return std::make_unique<Draft>(readRecord(m_record, m_layout));
    }

    double progress() const override { return m_scanner.progress(); }

private:
    QString m_path;
    CsvLayout m_layout;
    CsvScanner m_scanner;
    CsvRecord m_record;
};

} // namespace

int recogniseOwnCsv(const QByteArray &head, const QString &)
{
    const Heading heading = bestHeading(head);
    if (!heading.hasName)
        return 0;
    // Our exports carry the uid, or columns that nobody else has. Any other table with a name among its headings, in our
    // words or not ("name,city"), is read better as somebody else's: it then has a source, and its places are compared with
    // those that are there.
    if (heading.layout.fields.contains(QStringLiteral("uid")))
        return 98;
    static const QStringList oursAlone = {QStringLiteral("position_source"), QStringLiteral("evidence"),
                                          QStringLiteral("equipment_raw"),   QStringLiteral("as_of"),
                                          QStringLiteral("provenance"),      QStringLiteral("equipment_details")};
    const QStringList &fields = heading.layout.fields;
    const bool hasOurs = std::ranges::any_of(oursAlone, [&](const QString &key) { return fields.contains(key); });
    const bool onlyOurs = hasOurs && fields.size() == heading.layout.headings.size();
    const bool readable = detectEncoding(head) == TextEncoding::Utf8;
    return onlyOurs && readable ? 90 : 45;
}

Result<std::unique_ptr<Reader>> openOwnCsv(const ReadRequest &request)
{
    const QString &path = request.paths.front();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1: cannot be opened (%2).").arg(path, file.errorString()));
    Heading heading = bestHeading(file.read(64 * 1024));
    file.close();
    if (!heading.hasName) {
        return failure(
            ErrorCode::Unreadable,
            Sentences::tr("%1, line 1: no heading \"name\" or \"Nom\" was found, with ; , or tab between the headings. "
                          "Nothing was imported.")
                .arg(path));
    }
    if (!heading.repeated.isEmpty()) {
        return failure(ErrorCode::Unreadable,
                       Sentences::tr("%1, line 1: the column \"%2\" is there twice. Nothing was imported.")
                           .arg(path, heading.repeated));
    }
    auto reader = std::make_unique<OwnCsvReader>(path, std::move(heading));
    if (Result<void> opened = reader->open(); !opened)
        return std::unexpected(opened.error());
    return reader;
}

} // namespace repere::exchange
