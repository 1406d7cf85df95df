#pragma once

#include <QQuickWidget>

namespace repere::gui {

/// A QQuickWidget that Tab can leave: Qt's own goes round inside for ever. Tab enters at the item that has the initial
/// focus of the scene, Shift+Tab at the one before it in the chain. A press tells the scene: its `byKeyboard` is false.
class MapQuickWidget final : public QQuickWidget
{
public:
    using QQuickWidget::QQuickWidget;

    /// Where the keyboard comes in; a child of the scene.
    void setEntry(QQuickItem *item) { m_entry = item; }

protected:
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QPointer<QQuickItem> m_entry;
};

} // namespace repere::gui
