// Everybody can read the colours of the window: contrast as WCAG 2.1 defines it.
#include "gui/theme.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace repere;

namespace {

double relativeLuminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({relativeLuminance(one), relativeLuminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
        QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448); // known to fail by little
    }

    void textsAreReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const auto &[name, theme] :
             {std::pair{"light", gui::Theme::light()}, std::pair{"dark", gui::Theme::dark()}}) {
            const std::pair<const char *, QColor> texts[] = {
                {"ink", theme.ink}, {"muted", theme.muted}, {"accent", theme.accent}, {"warning", theme.warning}};
            const std::pair<const char *, QColor> grounds[] = {
                {"sheet", theme.sheet}, {"paper", theme.paper},       {"bar", theme.bar},
                {"tint", theme.tint},   {"goldTint", theme.goldTint}, {"shadowTint", theme.shadowTint}};
            for (const auto &[text, colour] : texts)
                for (const auto &[ground, behind] : grounds)
                    QTest::addRow("%s, %s on %s", name, text, ground) << colour << behind;
            QTest::addRow("%s, onAccent on accent", name) << theme.onAccent << theme.accent;
        }
    }
    void textsAreReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double found = contrast(text, ground);
        QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("only %1:1").arg(found, 0, 'f', 2)));
    }

    void whatIsDoneOfABarIsSeen()
    {
        for (const gui::Theme &theme : {gui::Theme::light(), gui::Theme::dark()})
            QVERIFY(contrast(theme.accent, theme.line) >= 3); // graphics: 1.4.11
    }
};

QTEST_APPLESS_MAIN(TestTheme)
#include "test_theme.moc"
