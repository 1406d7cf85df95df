import QtQuick
import Repere.Map

// The box of a choice that is on or off.
Rectangle {
    id: root

    required property MapPalette colours
    required property bool checked

    width: 16
    height: 16
    radius: 3
    color: checked ? colours.accent : colours.field
    border.color: checked ? colours.accent : colours.inkSoft

    // A tick of two strokes.
    Item {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -1
        width: 6
        height: 10
        rotation: 45
        visible: root.checked

        Rectangle {
            anchors.right: parent.right
            width: 2
            height: parent.height
            color: root.colours.onAccent
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 2
            color: root.colours.onAccent
        }
    }
}
