#pragma once

#include <QHash>
#include <QMap>
#include <QStringList>

class QAbstractItemModel;
class QAction;
class QObject;
class QQuickItem;
class QWidget;

namespace repere::testing {

/// Collects every text that a person sees, hears or finds by pointing, each once, with where it was first seen.
///
/// Names, addresses and raw words belong to the data, not to the program. They are told by the places where they stand —
/// the fiche of one atelier, the name column of the list, a field to type in — and only there is exactly that value replaced
/// by kData; a sentence around it is looked at.
class TextWalk
{
public:
    /// Data that stand anywhere inside widgets of this class ("repere::gui::Fiche"), or everywhere for an empty name.
    void setData(const QString &className, const QStringList &values);
    /// Lines of the map's texts that are data when they are exactly this.
    void setMapLines(const QStringList &lines) { m_mapLines = lines; }

    /// Windows, dialogs and popups that are shown, all their widgets, models, actions and menus.
    void walkShownWindows(const QString &state);
    /// An item of the map and what is in it, as far as visible.
    void walkItem(QQuickItem *item, const QString &state);
    void add(const QString &text, const QString &where);

    /// Text → where it was first seen; emptied by the call.
    QMap<QString, QString> take();
    int count() const { return m_count; }
    /// Was this text, or a longer one with it, ever seen?
    bool saw(const QString &part) const;

private:
    void walkWidget(const QWidget *widget);
    void walkActions(const QWidget *widget);
    void walkAction(const QAction *action, const QString &where);
    void walkModel(const QAbstractItemModel *model, const QString &where);
    void addProperties(const QObject *object, const QString &where);
    QString withoutData(QString text) const;

    static constexpr char16_t kData[] = u"X";
    QMap<QString, QString> m_new;
    QHash<QString, QString> m_seen;
    QHash<QString, QStringList> m_data;
    QStringList m_mapLines;
    QStringList m_dataHere; ///< of the widget that is being walked
    QString m_state;
    int m_count = 0;
};

} // namespace repere::testing
