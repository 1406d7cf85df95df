import QtQuick
import Repere.Map

// "Only in view": the list and the counts follow the map.
Panel {
    id: root

    property bool checked: false

    signal toggled

    width: content.width + 20
    height: 32

    PushArea {
        anchors.fill: parent
        colours: root.colours
        label: qsTr("Only in view")
        Accessible.role: Accessible.CheckBox
        Accessible.checkable: true
        Accessible.checked: root.checked
        Accessible.onToggleAction: root.toggled()
        onPressed: root.toggled()

        Row {
            id: content

            anchors.centerIn: parent
            spacing: 8

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 16
                height: 16
                radius: 3
                color: root.checked ? root.colours.accent : root.colours.field
                border.color: root.checked ? root.colours.accent : root.colours.inkSoft

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

            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Only in view")
                font.pixelSize: root.colours.textPixels
                color: root.colours.ink
            }
        }
    }
}
