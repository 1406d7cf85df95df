pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// The places of one spot, to choose from: no zoom would part them.
FocusScope {
    id: root

    required property MapPalette colours
    required property point at
    property list<mapChoice> choices

    signal chosen(choice: int) // -1: none

    onVisibleChanged: {
        if (visible)
            view.forceActiveFocus();
    }
    Keys.onEscapePressed: chosen(-1)

    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onPressed: root.chosen(-1)
        onWheel: wheel => wheel.accepted = true
    }

    Panel {
        id: paper

        readonly property real below: root.at.y + 18

        colours: root.colours
        width: Math.min(280, root.width - 20)
        height: Math.min(view.contentHeight, 7 * 44, root.height - 20) + 8
        x: Math.max(10, Math.min(root.at.x - width / 2, root.width - width - 10))
        y: Math.max(10, below + height < root.height - 10 ? below : root.at.y - 18 - height)

        ListView {
            id: view

            anchors.fill: parent
            anchors.margins: 4
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            focus: true
            model: root.choices
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Places at this spot")
            Keys.onReturnPressed: root.chosen(currentIndex)
            Keys.onEnterPressed: root.chosen(currentIndex)

            delegate: Item {
                id: line

                required property int index
                required property mapChoice modelData

                width: view.width
                height: 44
                Accessible.role: Accessible.ListItem
                Accessible.name: modelData.name

                Rectangle {
                    anchors.fill: parent
                    radius: 4
                    color: line.ListView.isCurrentItem || pointer.hovered ? root.colours.accentSoft : "transparent"
                }
                SignItem {
                    id: disc

                    anchors.verticalCenter: parent.verticalCenter
                    x: 6
                    width: 28
                    height: 28
                    colours: root.colours
                    figure: line.modelData.figure
                }
                Column {
                    anchors {
                        verticalCenter: parent.verticalCenter
                        left: disc.right
                        right: parent.right
                        margins: 8
                    }

                    Text {
                        width: parent.width
                        text: line.modelData.name
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        font.pixelSize: root.colours.textPixels
                        font.bold: true
                        color: root.colours.ink
                    }
                    Text {
                        width: parent.width
                        text: line.modelData.detail
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        font.pixelSize: root.colours.smallPixels
                        color: root.colours.inkSoft
                    }
                }
                HoverHandler {
                    id: pointer

                    cursorShape: Qt.PointingHandCursor
                }
                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds
                    onTapped: root.chosen(line.index)
                }
            }
        }
    }
}
