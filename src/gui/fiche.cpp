#include "gui/fiche.h"

#include "core/text.h"
#include "directory/atelier_fields.h"
#include "directory/geocoding.h"
#include "gui/fiche_parts.h"
#include "gui/flow_layout.h"
#include "gui/theme.h"
#include "models/field_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace repere::gui {

namespace {

/// Fields in which sources differ without disagreeing.
const QStringList kNotCompared = {QStringLiteral("insee"),    QStringLiteral("departement"), QStringLiteral("region"),
                                  QStringLiteral("position"), QStringLiteral("as_of"),       QStringLiteral("evidence"),
                                  QStringLiteral("types"),    QStringLiteral("equipment"),   QStringLiteral("services"),
                                  QStringLiteral("publics"),  QStringLiteral("notes")};

constexpr double kAround = 30'000; // metres, unless a distance is chosen already

struct Loaded {
    Result<Atelier> atelier = failure(ErrorCode::NotFound, {});
    std::vector<directory::MatchReason> reasons;
};

/// "Trotec Speedy 100 × 2": what the source adds to the name of a machine.
QString machineText(const EquipmentItem &item, const QString &label)
{
    QString text = item.id.isEmpty() ? item.raw : label;
    if (!item.model.isEmpty())
        text += u' ' + item.model;
    if (item.count && *item.count > 1)
        text += QStringLiteral(" ×%1").arg(*item.count);
    return text;
}

} // namespace

Fiche::Fiche(models::Workspace &workspace, const models::Words &words, QWidget *parent)
    : QScrollArea(parent), m_workspace(workspace), m_words(words)
{
    setObjectName(QStringLiteral("fiche"));
    setAccessibleName(tr("Fiche"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    connect(&workspace, &models::Workspace::selectedChanged, this, &Fiche::load);
    connect(&workspace, &models::Workspace::directoryChanged, this, &Fiche::load);
    connect(&workspace, &models::Workspace::resultChanged, this, &Fiche::load);
    load();
}

QSize Fiche::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 44, 600};
}

QSize Fiche::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, QScrollArea::minimumSizeHint().height()};
}

void Fiche::load()
{
    const AtelierId id = m_workspace.selected();
    if (id == 0) {
        showNothing(tr("Choose a place in the list or on the map: everything known about it shows here."));
        return;
    }
    m_workspace.ask<Loaded>(
        this,
        // A place that the filter leaves out has no reason to be there.
        [id, result = m_workspace.result()](directory::Directory &directory) {
            Loaded loaded;
            loaded.atelier = directory.read(id);
            if (loaded.atelier && result && result->positionOf(id) >= 0)
                loaded.reasons = directory.explain(*loaded.atelier, result->filter().text);
            return loaded;
        },
        [this, id](const Loaded &loaded) {
            if (m_workspace.selected() != id)
                return;
            if (loaded.atelier)
                showAtelier(*loaded.atelier, loaded.reasons);
            else
                showNothing(loaded.atelier.error().message);
        });
}

void Fiche::showNothing(const QString &message)
{
    m_atelier = {};
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("sheet"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 24, 16, 16);
    FicheParts parts(body, column);
    parts.unknown(message);
    column->addStretch();
    setWidget(body); // deletes the former one
    m_body = body;
}

void Fiche::showAtelier(const Atelier &atelier, const std::vector<directory::MatchReason> &reasons)
{
    // Another answer about the same place keeps the reader where he is.
    const bool same = m_atelier.id == atelier.id;
    const int scroll = same ? verticalScrollBar()->value() : 0;
    m_atelier = atelier;
    const Filter &filter = m_workspace.filter();
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("sheet"));
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(3);
    FicheParts parts(body, column);
    const auto open = [this](const QUrl &url) { emit linkRequested(url); };
    QStringList unknown; // of lesser weight: named together at the end

    QLabel *name = parts.line(atelier.name);
    name->setObjectName(QStringLiteral("ficheName"));
    name->setFont(bold(scaled(font(), 1.3)));
    QStringList subtitle;
    for (const QString &type : atelier.types)
        subtitle << m_words.label(Facet::Type, type);
    if (subtitle.isEmpty())
        subtitle << tr("type not stated");
    subtitle << (atelier.status.isEmpty() ? tr("status not stated")
                                          : m_words.label(Facet::Status, atelier.status).toLower());
    const bool toTheDay = atelier.asOf.count(u'-') == 2;
    subtitle << (atelier.asOf.isEmpty()
                     ? tr("date not stated")
                     : (toTheDay ? tr("seen on %1") : tr("seen in %1")).arg(m_words.date(atelier.asOf)));
    QLabel *second = parts.line(subtitle.join(QStringLiteral(" · ")));
    second->setProperty(atelier.status == QLatin1String("closed") ? "warning" : "muted", true);

    QStringList gone;
    for (const Provenance &record : atelier.provenance) {
        if (!record.goneSince.isEmpty())
            gone << tr("gone from %1 since its list of %2").arg(record.source, m_words.date(record.goneSince));
    }
    gone.removeDuplicates();
    for (const QString &text : gone) {
        QLabel *flag = parts.line(text);
        flag->setObjectName(QStringLiteral("ficheGone"));
        flag->setProperty("warning", true);
    }
    // Derived codes and dates of lists differ without anybody disagreeing.
    QStringList disagreeing;
    for (const QString &field : directory::mergedFields()) {
        if (kNotCompared.contains(field))
            continue;
        QSet<QString> said;
        for (const FieldValue &value : directory::valuesOf(atelier, field)) {
            if (!value.text.isEmpty())
                said.insert(fold(value.text));
        }
        if (said.size() > 1)
            disagreeing << field;
    }

    parts.heading(tr("Address"));
    if (!atelier.address.isEmpty())
        parts.line(atelier.address);
    QString town = QStringList{atelier.postcode, atelier.city}.join(u' ').trimmed();
    if (!atelier.departement.isEmpty())
        town += (town.isEmpty() ? QString() : QStringLiteral(" · ")) + m_words.departementName(atelier.departement);
    if (!town.isEmpty())
        parts.line(town);
    if (atelier.address.isEmpty())
        parts.unknown(tr("street not stated"));
    switch (atelier.precision) {
    case PositionPrecision::Commune: parts.unknown(tr("placed at the centre of its commune")); break;
    case PositionPrecision::Approximate: parts.unknown(tr("position approximate")); break;
    case PositionPrecision::None: parts.unknown(tr("position unknown: not on the map")); break;
    case PositionPrecision::Exact: break;
    }

    if (m_workspace.readOnlyReason().isEmpty()
        && directory::addressQuestion(atelier, false, m_workspace.knowledge()).has_value())
        parts.action(tr("Find the address online…"), QStringLiteral("ficheAddress"),
                     [this] { emit addressRequested(m_atelier.id); });

    parts.heading(tr("Equipment"));
    if (atelier.equipment.empty()) {
        parts.unknown(tr("not stated"));
    } else {
        std::vector<FicheParts::Tag> tags;
        for (const EquipmentItem &item : atelier.equipment) {
            const bool matched =
                !item.id.isEmpty()
                && (filter[Facet::Equipment].values.contains(item.id)
                    || std::ranges::any_of(reasons, [&](const auto &reason) {
                           return reason.kind == directory::MatchReason::Kind::Equipment && reason.id == item.id;
                       }));
            QStringList tip;
            if (!item.raw.isEmpty())
                tip << tr("Stated as %1").arg(m_words.quoted(item.raw));
            if (item.id.isEmpty())
                tip << tr("These words wait for review");
            else if (item.guessed)
                tip << tr("Understood by a guess that nobody confirmed");
            if (!item.conditions.isEmpty())
                tip << tr("Conditions: %1").arg(item.conditions);
            if (const QString definition = m_words.definition(Facet::Equipment, item.id); !definition.isEmpty())
                tip << definition;
            const FicheParts::Tag tag{machineText(item, m_words.label(Facet::Equipment, item.id)), tip.join(u'\n'),
                                      matched, item.id.isEmpty() || item.guessed};
            // Two ways of saying the same machine are one tag for the reader.
            const auto twin = std::ranges::find(tags, tag.text, &FicheParts::Tag::text);
            if (twin == tags.end())
                tags.push_back(tag);
            else
                twin->tip += u'\n' + tag.tip;
        }
        std::ranges::stable_sort(tags, std::greater{}, &FicheParts::Tag::matched);
        parts.tags(tags);
    }

    QStringList why;
    for (const auto &reason : reasons) {
        using Kind = directory::MatchReason::Kind;
        const QString word = m_words.quoted(reason.word);
        switch (reason.kind) {
        case Kind::Name: why << tr("%1: in the name").arg(word); break;
        case Kind::Place: why << tr("%1: in the place").arg(word); break;
        case Kind::Type: why << QStringLiteral("%1 → %2").arg(word, m_words.label(Facet::Type, reason.id)); break;
        case Kind::Service: why << QStringLiteral("%1 → %2").arg(word, m_words.label(Facet::Service, reason.id)); break;
        case Kind::Equipment:
            why << QStringLiteral("%1 → %2").arg(word, m_words.label(Facet::Equipment, reason.id));
            break;
        case Kind::Other: why << tr("%1: in the notes or the sources").arg(word); break;
        }
        if (reason.kind == Kind::Equipment && !reason.stated.isEmpty())
            why.last() += u'\n' + tr("stated as %1").arg(m_words.quoted(reason.stated));
    }
    if (why.isEmpty())
        for (const QString &id : filter[Facet::Equipment].values)
            for (const EquipmentItem &item : atelier.equipment)
                if (item.id == id && !item.raw.isEmpty())
                    why << QStringLiteral("%1\n%2").arg(m_words.label(Facet::Equipment, id),
                                                        tr("stated as %1").arg(m_words.quoted(item.raw)));
    if (!why.isEmpty()) {
        parts.heading(tr("Why this place"));
        why.removeDuplicates();
        for (const QString &text : why)
            parts.line(text);
    }

    const auto list = [&](const QString &heading, Facet facet, const QStringList &ids) {
        if (ids.isEmpty()) {
            unknown << heading.toLower();
            return;
        }
        parts.heading(heading);
        std::vector<FicheParts::Tag> tags;
        for (const QString &id : ids)
            tags.push_back(
                {m_words.label(facet, id), m_words.definition(facet, id), filter[facet].values.contains(id), false});
        parts.tags(tags);
    };
    const auto text = [&](const QString &heading, const QString &value) {
        if (value.trimmed().isEmpty()) {
            unknown << heading.toLower();
            return;
        }
        parts.heading(heading);
        parts.line(value.trimmed());
    };

    parts.heading(tr("Opening hours"));
    if (atelier.openingHours.isEmpty())
        parts.unknown(tr("not stated"));
    else
        parts.line(atelier.openingHours);
    parts.heading(tr("Site"));
    if (const QUrl url = webAddress(atelier.website); url.isValid())
        parts.link(shownAddress(url), url, open);
    else if (!atelier.website.isEmpty())
        parts.line(atelier.website);
    else
        parts.unknown(tr("not stated"));
    list(tr("Services"), Facet::Service, atelier.services);
    list(tr("Open to"), Facet::Public, atelier.publics);
    text(tr("Surface"),
         atelier.surface ? tr("about %1 m²").arg(m_words.number(std::llround(*atelier.surface))) : QString());
    text(tr("Founded"), atelier.founded ? QString::number(*atelier.founded) : QString());
    text(tr("Run by"), atelier.organisation);
    text(tr("E-mail"), atelier.email);
    text(tr("Telephone"), atelier.phone);
    if (!atelier.notes.isEmpty())
        text(tr("Notes"), atelier.notes);
    if (!unknown.isEmpty()) {
        parts.heading(tr("Not stated"));
        parts.unknown(unknown.join(QStringLiteral(", ")));
    }

    if (!disagreeing.isEmpty()) {
        parts.heading(tr("Sources disagree"));
        for (const QString &field : disagreeing)
            parts.action(models::fieldName(field, m_words), QStringLiteral("origin_") + field,
                         [this, field] { emit originsRequested(m_atelier, field); });
    }
    parts.heading(tr("Sources"));
    if (atelier.provenance.empty())
        parts.unknown(tr("not stated"));
    for (const Provenance &record : atelier.provenance) {
        const QUrl url = webAddress(record.url);
        QString line = !record.source.isEmpty() ? models::sourceText(record.source)
                       : url.isValid()          ? shownAddress(url)
                                                : record.url;
        if (!record.asOf.isEmpty())
            line = QStringLiteral("%1 (%2)").arg(line, m_words.date(record.asOf));
        if (url.isValid())
            parts.link(line, url, open);
        else if (!line.isEmpty())
            parts.line(line)->setToolTip(record.licence);
    }

    parts.space(12);
    auto *buttons = new QWidget(body);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    buttons->setSizePolicy(policy);
    auto *flow = new FlowLayout(8, buttons);
    auto *edit = new QPushButton(tr("E&dit…"), buttons);
    edit->setObjectName(QStringLiteral("ficheEdit"));
    edit->setEnabled(m_workspace.readOnlyReason().isEmpty());
    edit->setToolTip(m_workspace.readOnlyReason());
    connect(edit, &QPushButton::clicked, this, [this] { emit editRequested(m_atelier); });
    flow->addWidget(edit);
    auto *origins = new QPushButton(tr("Where from…"), buttons);
    origins->setObjectName(QStringLiteral("ficheOrigins"));
    origins->setToolTip(tr("Every value known, its source, and the choice of another one"));
    connect(origins, &QPushButton::clicked, this, [this] { emit originsRequested(m_atelier, {}); });
    flow->addWidget(origins);
    auto *copy = new QPushButton(tr("Co&py"), buttons);
    copy->setToolTip(tr("Name, address and site to the clipboard"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asText()); });
    flow->addWidget(copy);
    if (atelier.point) {
        auto *show = new QPushButton(tr("Sho&w on the map"), buttons);
        connect(show, &QPushButton::clicked, this, [this] { emit mapRequested(*m_atelier.point); });
        flow->addWidget(show);
        auto *nearby = new QPushButton(tr("What is &around"), buttons);
        nearby->setObjectName(QStringLiteral("ficheAround"));
        nearby->setToolTip(tr("Places within 30 km of this one"));
        connect(nearby, &QPushButton::clicked, this, [this] {
            Filter around = m_workspace.filter();
            const double metres = around.near && around.near->radiusMetres > 0 ? around.near->radiusMetres : kAround;
            around.near = Near{*m_atelier.point, metres, m_atelier.name};
            m_workspace.setFilter(around);
        });
        flow->addWidget(nearby);
        auto *osm = new QPushButton(tr("Open in Open&StreetMap"), buttons);
        osm->setToolTip(tr("Opens the browser; asks nothing of the network before"));
        const QString at =
            QStringLiteral("%1/%2").arg(atelier.point->latitude, 0, 'f', 5).arg(atelier.point->longitude, 0, 'f', 5);
        const QUrl url(QStringLiteral("https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=17/%3")
                           .arg(atelier.point->latitude, 0, 'f', 5)
                           .arg(atelier.point->longitude, 0, 'f', 5)
                           .arg(at));
        connect(osm, &QPushButton::clicked, this, [this, url] { emit linkRequested(url); });
        flow->addWidget(osm);
    }
    column->addWidget(buttons);
    column->addStretch();
    setWidget(body);
    m_body = body;
    verticalScrollBar()->setValue(scroll);
}

QString Fiche::asText() const
{
    QStringList lines{m_atelier.name, m_atelier.address,
                      QStringLiteral("%1 %2").arg(m_atelier.postcode, m_atelier.city).trimmed(), m_atelier.website};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace repere::gui
