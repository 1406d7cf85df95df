#include "gui/support/french_test.h"

#include "directory/language.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>

namespace repere::testing {

QStringList dataOf(const Atelier &atelier)
{
    QStringList data{atelier.name,         atelier.address, atelier.postcode, atelier.city,         atelier.website,
                     atelier.openingHours, atelier.email,   atelier.phone,    atelier.organisation, atelier.notes};
    for (const EquipmentItem &item : atelier.equipment)
        data << item.raw << item.model << item.conditions;
    for (const Provenance &record : atelier.provenance)
        data << record.source << record.licence << record.url;
    return data;
}

QStringList clashingMnemonics(const QWidget &window)
{
    QMap<QString, QStringList> texts;
    const auto add = [&texts](const QString &text) {
        if (const QKeySequence keys = QKeySequence::mnemonic(text); !keys.isEmpty())
            texts[keys.toString()] << text;
    };
    if (const auto *bar = window.findChild<QMenuBar *>()) {
        for (const QAction *menu : bar->actions())
            add(menu->text());
    }
    for (const QLabel *label : window.findChildren<QLabel *>())
        if (label->buddy() && label->isVisible())
            add(label->text());
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible())
            add(button->text());
    QStringList clashing;
    for (auto it = texts.begin(); it != texts.end(); ++it)
        if (it->size() > 1)
            clashing << it.key() + QStringLiteral(": ") + it->join(QStringLiteral(", "));
    return clashing;
}

void hidePopups()
{
    for (QWidget *popup : QApplication::topLevelWidgets())
        if (popup->windowType() == Qt::Popup)
            popup->close();
}

void FrenchTest::initTestCase()
{
    directory::installLanguage(*qApp, QStringLiteral("fr"));
    QVERIFY(m_french.open());
}

void FrenchTest::cleanup()
{
    const QString faults = m_french.takeFaults();
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults));
}

} // namespace repere::testing
