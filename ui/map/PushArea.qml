import QtQuick
import Repere.Map

// A surface that is pressed by mouse, finger, space or Enter, and says so to everybody.
Item {
    id: root

    required property MapPalette colours
    property string label
    property real radius: 5
    readonly property bool pointed: pointer.hovered

    signal pressed

    activeFocusOnTab: true
    implicitWidth: 32
    implicitHeight: 32
    opacity: enabled ? 1 : 0.4
    Accessible.role: Accessible.Button
    Accessible.name: label
    Accessible.focusable: true
    Accessible.onPressAction: pressed()
    Keys.onSpacePressed: pressed()
    Keys.onReturnPressed: pressed()
    Keys.onEnterPressed: pressed()

    Rectangle {
        anchors.fill: parent
        anchors.margins: 1
        radius: root.radius - 1
        color: tap.pressed || pointer.hovered ? root.colours.accentSoft : "transparent"
        border.color: root.colours.accent
        border.width: root.activeFocus ? 2 : 0
    }

    HoverHandler {
        id: pointer

        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.pressed()
    }
}
