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

            CheckMark {
                anchors.verticalCenter: parent.verticalCenter
                colours: root.colours
                checked: root.checked
            }

            Text {
                anchors.verticalCenter: parent.verticalCenter
                textFormat: Text.PlainText
                text: qsTr("Only in view")
                font.pixelSize: root.colours.textPixels
                color: root.colours.ink
            }
        }
    }
}
