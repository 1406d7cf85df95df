import QtQuick
import Repere.Map

// The paper on which everything over the map is written.
Rectangle {
    id: root

    required property MapPalette colours

    radius: 5
    color: colours.paper
    border.color: colours.border
    border.width: 1

    // Presses and wheel stop here: they are not meant for the map below.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        onWheel: wheel => wheel.accepted = true
    }
}
