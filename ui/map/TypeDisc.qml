import QtQuick
import Repere.Map

// Colour and letter of a type, as on the map.
Rectangle {
    id: root

    required property MapPalette colours
    required property string type

    width: 16
    height: 16
    radius: 8
    color: colours.typeColour(type)

    Text {
        anchors.centerIn: parent
        text: root.colours.typeLetter(root.type)
        font.pixelSize: 10
        font.bold: true
        color: root.color.hslLightness > 0.62 ? "#1c1b19" : "white" // as on the cards
    }
}
