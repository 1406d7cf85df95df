#pragma once

#include "models/place_model.h"
#include "models/workspace.h"

#include <QWidget>

class QComboBox;
class QCompleter;
class QLineEdit;

namespace repere::gui {

/// "Distance from …" a commune, a postcode or coordinates, and how far; offline, with completion.
class PlaceField final : public QWidget
{
    Q_OBJECT
public:
    PlaceField(models::Workspace &workspace, const models::Words &words, QWidget *parent = nullptr);

    QLineEdit *edit() const { return m_edit; }
    QComboBox *radius() const { return m_radius; }

signals:
    void said(const QString &message); ///< why the words were not understood, or what was chosen among several

private:
    void understand();
    void setNear(GeoPoint centre, const QString &label);
    void showFilter();
    void showRadius(double metres);

    models::Workspace &m_workspace;
    models::Words m_words;
    models::PlaceModel *m_model;
    QLineEdit *m_edit;
    QComboBox *m_radius;
    QCompleter *m_completer;
    QString m_shown; ///< the place that the field was last filled with
};

} // namespace repere::gui
