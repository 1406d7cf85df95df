// The colours of the types, as people with one kind of cone missing see them.
//
// Model: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15 (6), 2009: their matrices for severity 1.0, on linear sRGB.
// Distance: CIE 1976 L*a*b* (D65), ΔE*ab.
#include "basemap/snapshot.h"
#include "core/filter.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace repere::basemap;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{
    {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix kTritanopia{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

Triple product(const Matrix &matrix, const Triple &value)
{
    Triple result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * value[column];
    }
    return result;
}

/// IEC 61966-2-1.
Triple linear(QColor colour)
{
    const auto one = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return {one(colour.redF()), one(colour.greenF()), one(colour.blueF())};
}

Triple lab(Triple rgb)
{
    for (double &part : rgb)
        part = std::clamp(part, 0.0, 1.0);
    constexpr Matrix toXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Triple xyz = product(toXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Triple &a, const Triple &b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/// WCAG 2.
double contrast(QColor a, QColor b)
{
    const auto luminance = [](QColor colour) {
        const Triple rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    };
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

const QStringList kTypes{QStringLiteral("fablab"),          QStringLiteral("makerspace"),
                         QStringLiteral("hackerspace"),     QStringLiteral("techshop"),
                         QStringLiteral("shared-workshop"), QStringLiteral("coworking"),
                         QStringLiteral("tiers-lieu"),      QStringLiteral("digital-public-space"),
                         QStringLiteral("media-library"),   QStringLiteral("incubator"),
                         QString(repere::kUnknown)};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void theModelIsTheOneOfThePaper()
    {
        // White stays white, a row of each matrix adds up to one.
        for (const Matrix &matrix : {kProtanopia, kDeuteranopia, kTritanopia}) {
            for (const Triple &row : matrix)
                QVERIFY(std::abs(row[0] + row[1] + row[2] - 1) < 1e-5);
        }
        // Red and a dark olive are one to deuteranopes and far apart to others.
        const Triple red = linear(QColor(200, 30, 30));
        const Triple olive = linear(QColor(120, 100, 20));
        QVERIFY(distance(lab(red), lab(olive)) > 50);
        QVERIFY(distance(lab(product(kDeuteranopia, red)), lab(product(kDeuteranopia, olive))) < 20);
        // L*a*b* of sRGB red, as published: 53.24, 80.09, 67.20.
        QVERIFY(distance(lab({1, 0, 0}), {53.24, 80.09, 67.20}) < 0.1);
    }

    void everyTwoTypesStayApart_data()
    {
        QTest::addColumn<Matrix>("eye");
        QTest::addColumn<Theme>("theme");
        const std::pair<const char *, Matrix> eyes[] = {{"all cones", kNormal},
                                                        {"protanopia", kProtanopia},
                                                        {"deuteranopia", kDeuteranopia},
                                                        {"tritanopia", kTritanopia}};
        for (const auto &[name, eye] : eyes) {
            QTest::addRow("%s, light", name) << eye << Theme::Light;
            QTest::addRow("%s, dark", name) << eye << Theme::Dark;
        }
    }

    void everyTwoTypesStayApart()
    {
        QFETCH(Matrix, eye);
        QFETCH(Theme, theme);
        double least = 1000;
        QString pair;
        for (qsizetype i = 0; i < kTypes.size(); ++i) {
            for (qsizetype j = 0; j < i; ++j) {
                const double apart = distance(lab(product(eye, linear(typeColour(kTypes[i], theme)))),
                                              lab(product(eye, linear(typeColour(kTypes[j], theme)))));
                if (apart < least) {
                    least = apart;
                    pair = kTypes[i] + QStringLiteral(" and ") + kTypes[j];
                }
            }
        }
        qInfo("%s: %.1f", qPrintable(pair), least);
        QVERIFY2(least >= 9, qPrintable(QStringLiteral("%1: %2").arg(pair).arg(least)));
    }

    void signsStandOutFromTheLandAndIconsFromSigns()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            for (const QString &type : kTypes) {
                const QColor colour = typeColour(type, theme);
                QVERIFY2(contrast(colour, palette(theme).landFrance) >= 2.5, qPrintable(type));
                QVERIFY2(contrast(colour, inkOn(colour)) >= 3, qPrintable(type));
            }
        }
    }
};

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
