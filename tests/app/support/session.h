#pragma once

#include "app/support/desktop.h"
#include "app/support/screen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace repere::testing {

inline constexpr int kPatience = 60'000; // ms, for a loaded machine without a graphics card

inline QString french(const char *text)
{
    return QString::fromUtf8(text);
}

/// A window that is open and has its places; each test has its own.
struct Session {
    Desk desk;
    Screen screen;

    bool shows(const QString &name, int timeout = kPatience) const
    {
        return QTest::qWaitFor([&] { return screen.find(name).has_value(); }, timeout);
    }
    bool showsBeginning(const QString &beginning) const
    {
        return QTest::qWaitFor([&] { return beginningWith(beginning).has_value(); }, kPatience);
    }
    std::optional<Thing> beginningWith(const QString &beginning) const
    {
        return screen.find([&](const Thing &thing) { return thing.name.startsWith(beginning); });
    }
    bool openWindow(const QStringList &arguments = {})
    {
        return desk.open(arguments) && shows(french("Seulement dans la vue")) && showsBeginning(french("Exporter "));
    }
    /// Clicks the value of a facet, whose row reads "Bretagne, 60", when the panel has come to rest.
    bool clickFacet(const QString &label) const
    {
        std::optional<Thing> row;
        const bool still = QTest::qWaitFor(
            [&] {
                const auto before = row;
                row = beginningWith(label + french(", "));
                return row && before && row->rect == before->rect;
            },
            kPatience);
        if (still)
            Desk::click(row->rect.center());
        return still;
    }
    /// Clicks a button when it is there, may be pressed and has come to rest.
    bool press(const QString &name) const
    {
        std::optional<Thing> button;
        const bool still = QTest::qWaitFor(
            [&] {
                const auto before = button;
                button = screen.find(name, french("push button"));
                return button && before && button->rect == before->rect && button->enabled;
            },
            kPatience);
        if (still)
            Desk::click(button->rect.center());
        return still;
    }
    /// The names in the list, from top to bottom, as far as they show.
    QStringList listed() const
    {
        QStringList names;
        for (const Thing &thing : screen.inside(french("Lieux"))) {
            if (thing.role.contains(french("cell")) || thing.role.contains(french("item")))
                names << thing.name;
        }
        return names;
    }
    QJsonObject search(const QStringList &words) const
    {
        const QByteArray answer =
            desk.cli(QStringList{french("search")} + words
                     + QStringList{french("--limit"), french("0"), french("--format"), french("json")});
        return QJsonDocument::fromJson(answer).object();
    }
    /// For the reader of a failure: what was on the screen.
    void tell(const QString &name)
    {
        Screen::picture().save(QStringLiteral("test-app-%1.png").arg(name));
        for (const Thing &thing : screen.things()) {
            fprintf(stderr, "%s | %s | %d,%d %dx%d\n", qPrintable(thing.role), qPrintable(thing.name), thing.rect.x(),
                    thing.rect.y(), thing.rect.width(), thing.rect.height());
        }
        fprintf(stderr, "%s\n", qPrintable(desk.said()));
    }
};

inline QStringList namesOf(const QJsonObject &answer)
{
    QStringList names;
    for (const QJsonValue &atelier : answer[u"ateliers"].toArray())
        names << atelier[u"name"].toString();
    return names;
}

} // namespace repere::testing
