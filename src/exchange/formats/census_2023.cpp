#include "exchange/formats/format.h"
#include "exchange/formats/registry.h"

#include "core/text.h"
#include "exchange/position_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace repere::exchange {

namespace {

/// Context of the translated sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// The answers are kept in memory by place; the whole census is some 20 MB.
constexpr qint64 kLargestAnswers = 256 * 1024 * 1024;

/// What the answers of one place say, as words.
struct Answers {
    QStringList types;
    QStringList equipment;
    QStringList services;
};

/// Columns that are ticked, and the word that a tick means. Others that are ticked (TYPE_ACT_NUMER: "has digital activities")
/// say too little to be kept.
struct Ticked {
    const char *heading;
    QStringList Answers::*list;
    const char *word;
};
constexpr std::array<Ticked, 8> kTicked = {{
    {"OFFRE_NUM_FABR", &Answers::equipment, "fabrication numérique"},
    {"EQPT_NUM", &Answers::equipment, "équipement numérique"},
    {"PROD_NUMER", &Answers::equipment, "fabrication numérique"},
    {"OFFRE_NUM_INCLU", &Answers::services, "inclusion numérique"},
    {"OFFRE_NUM_MENUM", &Answers::services, "médiation numérique"},
    {"THEME_FORM_NUMER", &Answers::services, "formation"},
    {"THEME_FORM_INFOR", &Answers::services, "formation"},
    {"THEME_FORM_PROGRAM", &Answers::services, "formation"},
}};

/// The census of tiers-lieux of 2023 (France Tiers-Lieux, on data.gouv.fr): one file of identities and files of answers by
/// theme, joined on ID_UNIQUE. Positions are not in it.
class CensusReader final : public TableFormatReader
{
public:
    Result<void> openAll(const QStringList &paths)
    {
        QString identities;
        QStringList answers;
        for (const QString &path : paths) {
            NamedTable table;
            if (Result<void> opened = table.open(path); !opened)
                return opened;
            const bool isIdentity =
                table.has("NOM") && (table.has("VILLE") || table.has("CODPOST") || table.has("ADRESSE"));
            if (!isIdentity) {
                answers.append(path);
                continue;
            }
            if (!identities.isEmpty()) {
                return failure(
                    ErrorCode::Usage,
                    Sentences::tr("%1: there are two files of identities, this one and %2. Nothing was imported.")
                        .arg(path, identities));
            }
            identities = path;
        }
        if (identities.isEmpty()) {
            return failure(
                ErrorCode::Usage,
                Sentences::tr("%1: these files have answers but no places: the file of identities "
                              "(%2, with NOM and VILLE) must be read together with them. Nothing was imported.")
                    .arg(answers.join(QStringLiteral(", ")), QStringLiteral("bdftl-2023-01-fiche-identite.csv")));
        }
        for (const QString &path : std::as_const(answers)) {
            if (Result<void> read = readAnswers(path); !read)
                return read;
        }
        return open(identities);
    }

    SourceInfo source() const override
    {
        return {.name = QStringLiteral("Recensement des tiers-lieux 2023"),
                .licence = {},
                .url = QStringLiteral("https://www.data.gouv.fr/datasets/recensement-des-tiers-lieux-en-france-2023/"),
                .asOf = QStringLiteral("2023")};
    }

private:
    Result<void> readAnswers(const QString &path)
    {
        if (QFileInfo(path).size() > kLargestAnswers) {
            return failure(
                ErrorCode::Unreadable,
                Sentences::tr("%1: this is too large for a file of the census. Nothing was imported.").arg(path));
        }
        NamedTable answers;
        if (Result<void> opened = answers.open(path); !opened)
            return opened;
        while (true) {
            const Result<bool> more = answers.next();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return {};
            const QString id = answers.cell("ID_UNIQUE");
            if (!id.isEmpty() && !answers.problem())
                takeAnswers(answers, m_answers[id]);
        }
    }

    static void takeAnswers(const NamedTable &row, Answers &answers)
    {
        const auto append = [](QStringList &list, const QString &word) {
            if (!list.contains(word))
                list.append(word);
        };
        for (const auto &[heading, list, word] : kTicked) {
            const QString cell = row.cell(heading);
            const std::optional<bool> tick = tickOf(cell);
            if (tick == true)
                append(answers.*list, QString::fromUtf8(word));
            else if (!tick)
                append(answers.*list, cell); // the answer itself
        }
        static const QRegularExpression between(QStringLiteral("[|;\\n]"));
        static const QRegularExpression kind(QStringLiteral("fab ?lab|makerspace|hackerspace|cowork|atelier partage"));
        const QString activities = row.cell("TYPE_ACT");
        if (tickOf(activities))
            return;
        for (const QString &activity : activities.split(between)) {
            const QString word = activity.trimmed();
            if (!word.isEmpty())
                append(fold(word).contains(kind) ? answers.types : answers.services, word);
        }
    }

    void fill(DraftFiller &draft) override
    {
        const NamedTable &row = table();
        const QString id = row.cell("ID_UNIQUE");
        draft.key(id);
        fillName(row.cell("NOM"), draft);
        draft.text("address", row.cell("ADRESSE"));
        draft.text("postcode", withoutFraction("postcode", row.cell("CODPOST"), draft));
        draft.text("city", row.cell("VILLE"));
        draft.text("insee", withoutFraction("insee", row.cell("Insee"), draft));
        draft.text("website", row.cell("INTERNET"));
        draft.text("organisation", row.cell("NOM_STRC_PORT"));
        draft.types({QStringLiteral("tiers-lieu")});
        draft.asOf(QStringLiteral("2023"));
        // Answers may stand in the file of identities itself, where people have joined them.
        Answers answers = m_answers.value(id);
        takeAnswers(row, answers);
        draft.types(answers.types);
        draft.equipment(answers.equipment);
        draft.services(answers.services);
    }

    /// "KazLab (La)" is called "La KazLab".
    static void fillName(const QString &name, DraftFiller &draft)
    {
        static const QRegularExpression article(
            QRegularExpression::anchoredPattern(QStringLiteral("(.+?)\\s*\\((La|Le|Les|L'|L’|Un|Une|The)\\)")),
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = article.match(name);
        if (!match.hasMatch()) {
            draft.text("name", name);
            return;
        }
        const QString first = match.captured(2);
        const bool elided = first.endsWith(u'\'') || first.endsWith(u'’');
        const QString called = first + (elided ? QString() : QStringLiteral(" ")) + match.captured(1);
        draft.text("name", called);
        draft.repair(QStringLiteral("name"), name, called, Sentences::tr("the article stands before the name"));
    }

    /// "29600.0" was a code before a program took it for a number.
    static QString withoutFraction(const char *field, const QString &code, DraftFiller &draft)
    {
        static const QRegularExpression number(QRegularExpression::anchoredPattern(QStringLiteral("([0-9]+)[.,]0+")));
        const QRegularExpressionMatch match = number.match(code);
        if (!match.hasMatch())
            return code;
        draft.repair(QString::fromUtf8(field), code, match.captured(1),
                     Sentences::tr("a spreadsheet had made a number of it"));
        return match.captured(1);
    }

    QHash<QString, Answers> m_answers; // by ID_UNIQUE
};

int recognise(const QByteArray &head, const QString &)
{
    return sniffText(head).hasHeadings({"ID_UNIQUE"}) ? 96 : 0;
}

Result<std::unique_ptr<Reader>> open(const ReadRequest &request)
{
    auto reader = std::make_unique<CensusReader>();
    if (Result<void> opened = reader->openAll(request.paths); !opened)
        return std::unexpected(opened.error());
    return reader;
}

} // namespace

InputFormat census2023()
{
    return {.id = QStringLiteral("census-2023"),
            .name = QCoreApplication::translate("Exchange", "Census of tiers-lieux, 2023"),
            .recognise = recognise,
            .open = open,
            .joinsFiles = true};
}

} // namespace repere::exchange
