import QtQuick
import Repere.Map

// Whose data the map is made of: always visible.
Rectangle {
    id: root

    required property MapPalette colours
    required property string text
    required property real maximumWidth

    width: label.width + 12
    height: label.height + 4
    radius: 4
    color: Qt.alpha(colours.paper, 0.8)

    Text {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, root.maximumWidth)
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.WordWrap
        text: root.text
        textFormat: Text.PlainText
        font.pixelSize: root.colours.smallPixels
        color: root.colours.inkSoft
    }
}
