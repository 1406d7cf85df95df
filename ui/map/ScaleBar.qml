pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map

// A round length at the middle of the map.
Rectangle {
    id: root

    required property MapPalette colours
    required property string text
    required property real length

    width: length + 16
    height: label.height + 8
    radius: 4
    color: Qt.alpha(colours.paper, 0.8)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Scale: %1").arg(text)

    component Line: Rectangle {
        color: root.colours.ink
    }

    Text {
        id: label

        anchors.horizontalCenter: parent.horizontalCenter
        y: 1
        textFormat: Text.PlainText
        text: root.text
        font.pixelSize: root.colours.smallPixels
        color: root.colours.ink
    }

    Line {
        x: 8
        y: root.height - 5
        width: root.length
        height: 1.5
    }
    Line {
        x: 8
        y: root.height - 8
        width: 1.5
        height: 4
    }
    Line {
        x: 8 + root.length - width
        y: root.height - 8
        width: 1.5
        height: 4
    }
}
