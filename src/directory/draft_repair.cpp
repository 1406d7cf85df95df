#include "directory/draft_repair.h"

#include "core/text_repair.h"

#include <QCoreApplication>

#include <array>

namespace repere::directory {

namespace {

struct RepairText {
    Q_DECLARE_TR_FUNCTIONS(Repair)
};

void take(exchange::Draft &draft, const QString &field, QString &value, const QString &mended, const QString &why)
{
    if (mended == value)
        return;
    draft.repairs.push_back({.id = 0, .field = field, .from = value, .to = mended, .why = why, .proposed = false});
    value = mended;
}

void repairWords(QStringList &words)
{
    for (QString &word : words)
        word = htmlToText(withoutMojibake(word));
}

void repairEmail(exchange::Draft &draft)
{
    QString &email = draft.atelier.email;
    if (email.compare(u"hidden", Qt::CaseInsensitive) == 0) {
        email.clear(); // what GoGoCarto writes for those it keeps to itself
        return;
    }
    if (email.startsWith(u"mailto:", Qt::CaseInsensitive))
        email = email.sliced(7);
    email = email.trimmed();
    if (isPersonalEmail(email, draft.atelier.name)) {
        draft.personal.push_back({.kind = PersonalDatum::Kind::Email, .value = email});
        email.clear();
        draft.fields.removeAll(QStringLiteral("email"));
    }
}

} // namespace

void repairTexts(exchange::Draft &draft)
{
    Atelier &atelier = draft.atelier;
    const std::array<std::pair<QString, QString *>, 6> texts = {{
        {QStringLiteral("name"), &atelier.name},
        {QStringLiteral("address"), &atelier.address},
        {QStringLiteral("city"), &atelier.city},
        {QStringLiteral("organisation"), &atelier.organisation},
        {QStringLiteral("opening_hours"), &atelier.openingHours},
        {QStringLiteral("notes"), &atelier.notes},
    }};
    for (const auto &[field, text] : texts) {
        *text = text->trimmed();
        take(draft, field, *text, withoutMojibake(*text), RepairText::tr("UTF-8 that was read in another encoding"));
        QString plain = htmlToText(*text);
        if (field == u"name" || field == u"city")
            plain = plain.simplified();
        else
            plain.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        const bool onlySpaces = plain.simplified() == text->simplified();
        if (onlySpaces)
            *text = plain;
        else
            take(draft, field, *text, plain, RepairText::tr("HTML became plain text"));
    }
    repairWords(draft.typeWords);
    repairWords(draft.equipmentWords);
    repairWords(draft.serviceWords);
    repairWords(draft.publicWords);
    const QString address = webAddress(atelier.website);
    take(draft, QStringLiteral("website"), atelier.website, address,
         address.isEmpty() ? RepairText::tr("this is no web address")
                           : RepairText::tr("a web address needs its scheme"));
    take(draft, QStringLiteral("phone"), atelier.phone, frenchPhone(atelier.phone),
         RepairText::tr("written as a French telephone number"));
    repairEmail(draft);
}

} // namespace repere::directory
