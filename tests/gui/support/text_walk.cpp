#include "gui/support/text_walk.h"

#include "models/facet_model.h"
#include "models/place_model.h"
#include "models/result_model.h"
#include "models/uncovered_model.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QQmlContext>
#include <QQmlProperty>
#include <QQuickItem>
#include <QRegularExpression>
#include <QTabBar>
#include <QTableWidget>
#include <QTextDocument>
#include <QTextEdit>

#include <algorithm>
#include <functional>

namespace repere::testing {

namespace {

using models::FacetModel;
using models::ResultModel;

/// What a person types or what only the program reads.
const QStringList &notForPeople()
{
    static const QStringList list{
        QStringLiteral("objectName"),     QStringLiteral("styleSheet"),  QStringLiteral("windowFilePath"),
        QStringLiteral("windowIconText"), QStringLiteral("inputMask"),   QStringLiteral("selectedText"),
        QStringLiteral("displayText"),    QStringLiteral("windowTitle"), QStringLiteral("html"),
        QStringLiteral("markdown"),       QStringLiteral("plainText"),   QStringLiteral("documentTitle"),
        QStringLiteral("currentText"),    QStringLiteral("shortcut")};
    return list;
}

const QAbstractItemModel *sourceOf(const QAbstractItemModel *model)
{
    while (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model))
        model = proxy->sourceModel();
    return model;
}

/// Longest first, so that a name is not cut by a shorter one in it.
QString replaced(QString text, QStringList values, const QString &by)
{
    std::ranges::sort(values, std::greater{}, &QString::size);
    for (const QString &value : std::as_const(values)) {
        if (value.trimmed().isEmpty() || !text.contains(value))
            continue;
        const QRegularExpression whole(QStringLiteral("(?<!\\w)%1(?!\\w)").arg(QRegularExpression::escape(value)),
                                       QRegularExpression::UseUnicodePropertiesOption);
        text.replace(whole, by);
    }
    return text;
}

} // namespace

void TextWalk::setData(const QString &className, const QStringList &values)
{
    m_data[className] = values;
}

QString TextWalk::withoutData(QString text) const
{
    return replaced(std::move(text), m_dataHere, QString(kData));
}

void TextWalk::add(const QString &text, const QString &where)
{
    const QString seen = withoutData(text).trimmed();
    static const QRegularExpression letter(QStringLiteral("\\p{L}|\\d"));
    if (!seen.contains(letter) || m_seen.contains(seen))
        return;
    ++m_count;
    m_seen.insert(seen, where);
    m_new.insert(seen, m_state + QStringLiteral(", ") + where);
}

QMap<QString, QString> TextWalk::take()
{
    return std::exchange(m_new, {});
}

bool TextWalk::saw(const QString &part) const
{
    return std::ranges::any_of(m_seen.keys(), [&](const QString &text) { return text.contains(part); });
}

void TextWalk::walkShownWindows(const QString &state)
{
    m_state = state;
    for (const QWidget *window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        walkWidget(window);
        for (const QWidget *widget : window->findChildren<QWidget *>())
            if (widget->isVisible() && widget->window() == window)
                walkWidget(widget);
    }
}

void TextWalk::walkWidget(const QWidget *widget)
{
    QString where = QString::fromUtf8(widget->metaObject()->className());
    if (!widget->objectName().isEmpty())
        where += u' ' + widget->objectName();
    m_dataHere = m_data.value({});
    for (const QWidget *at = widget; at; at = at->parentWidget())
        m_dataHere += m_data.value(QString::fromUtf8(at->metaObject()->className()));

    addProperties(widget, where);
    if (widget->isWindow() || widget->inherits("QDockWidget"))
        add(widget->windowTitle(), where + QStringLiteral(" title"));
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        for (int i = 0; i < tabs->count(); ++i) {
            add(tabs->tabText(i), where + QStringLiteral(" tab"));
            add(tabs->tabToolTip(i), where + QStringLiteral(" tab"));
        }
    // toPlainText() would turn U+00A0 into a space.
    if (const auto *edit = qobject_cast<const QTextEdit *>(widget))
        add(edit->document()
                ->toRawText()
                .replace(QChar::ParagraphSeparator, u'\n')
                .replace(QChar::LineSeparator, u'\n'),
            where);
    if (const auto *combo = qobject_cast<const QComboBox *>(widget))
        walkModel(combo->model(), where);
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
             view && view->model() && !qobject_cast<const QHeaderView *>(view))
        walkModel(view->model(), where);
    walkActions(widget);
}

void TextWalk::walkActions(const QWidget *widget)
{
    for (const QAction *action : widget->actions())
        walkAction(action, QStringLiteral("action of %1").arg(QString::fromUtf8(widget->metaObject()->className())));
}

void TextWalk::walkAction(const QAction *action, const QString &where)
{
    addProperties(action, where);
    add(action->shortcut().toString(QKeySequence::NativeText), where + QStringLiteral(" shortcut"));
    if (const QMenu *menu = action->menu())
        for (const QAction *inner : menu->actions())
            walkAction(inner, where);
}

void TextWalk::addProperties(const QObject *object, const QString &where)
{
    const QMetaObject *meta = object->metaObject();
    // What stands in a field is the person's, or data to change.
    const bool field = qobject_cast<const QLineEdit *>(object) || qobject_cast<const QPlainTextEdit *>(object);
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const QMetaProperty property = meta->property(i);
        const QString name = QString::fromLatin1(property.name());
        if (property.metaType() != QMetaType::fromType<QString>() || notForPeople().contains(name)
            || (field && name == u"text"))
            continue;
        add(property.read(object).toString(), where + u' ' + name);
    }
}

void TextWalk::walkModel(const QAbstractItemModel *model, const QString &where)
{
    const QAbstractItemModel *source = sourceOf(model);
    const bool list = qobject_cast<const ResultModel *>(source);
    const bool places = qobject_cast<const models::PlaceModel *>(source);
    const bool communes = qobject_cast<const models::UncoveredModel *>(source);
    // Cells of a table that people fill.
    const bool cells = where.startsWith(QStringLiteral("QTableWidget"));
    QList<int> roles{Qt::ToolTipRole, Qt::StatusTipRole, Qt::WhatsThisRole, Qt::AccessibleTextRole,
                     Qt::AccessibleDescriptionRole};
    if (!places && !cells)
        roles << Qt::DisplayRole;
    if (list)
        roles << ResultModel::TypeLabelRole << ResultModel::StatusLabelRole << ResultModel::EquipmentRole
              << ResultModel::DistanceRole;
    else if (qobject_cast<const FacetModel *>(source))
        roles << FacetModel::LabelRole << FacetModel::DefinitionRole;

    const QStringList outer = m_dataHere;
    const std::function<void(const QModelIndex &)> rows = [&](const QModelIndex &parent) {
        for (int row = 0; row < model->rowCount(parent); ++row) {
            m_dataHere = outer;
            if (list)
                m_dataHere << model->index(row, 0).data(ResultModel::NameRole).toString()
                           << model->index(row, ResultModel::CityColumn).data().toString();
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                if (communes
                    && (column == models::UncoveredModel::Commune || column == models::UncoveredModel::Nearest))
                    continue; // names of communes and places
                for (const int role : std::as_const(roles)) {
                    const QVariant value = index.data(role);
                    const QString at =
                        QStringLiteral("%1 row %2 column %3 role %4").arg(where).arg(row).arg(column).arg(role);
                    for (const QString &text : value.typeId() == QMetaType::QStringList ? value.toStringList()
                                                                                        : QStringList{value.toString()})
                        add(text, at);
                }
            }
            rows(model->index(row, 0, parent));
        }
    };
    rows({});
    m_dataHere = outer;
    for (int column = 0; column < model->columnCount(); ++column)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
            if (const QVariant heading = model->headerData(column, Qt::Horizontal, role);
                heading.typeId() == QMetaType::QString)
                add(heading.toString(), where + QStringLiteral(" heading"));
}

void TextWalk::walkItem(QQuickItem *item, const QString &state)
{
    if (!item->isVisible())
        return;
    m_state = state;
    m_dataHere = m_data.value({});
    const QString where = QString::fromUtf8(item->metaObject()->className()).section(u'_', 0, 0);
    const auto look = [&](const QString &name, const QVariant &value) {
        if (value.typeId() != QMetaType::QString)
            return;
        QStringList lines = value.toString().split(u'\n');
        lines.removeIf([this](const QString &line) { return m_mapLines.contains(line); });
        for (const QString &line : std::as_const(lines))
            add(line, where + u' ' + name);
    };
    for (const char *name : {"text", "label", "title", "name", "placeholderText"})
        look(QString::fromLatin1(name), item->property(name));
    if (QQmlContext *context = qmlContext(item))
        for (const char *name : {"Accessible.name", "Accessible.description"})
            look(QString::fromLatin1(name), QQmlProperty(item, QString::fromLatin1(name), context).read());
    for (QQuickItem *child : item->childItems())
        walkItem(child, state);
}

} // namespace repere::testing
