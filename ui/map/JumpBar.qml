pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// One click to each part of France: the mainland, and the territories overseas by the number of their département.
Panel {
    id: root

    required property MapState mapState

    signal hinted(item: Item, text: string)

    width: column.width
    height: column.height

    Column {
        id: column

        Repeater {
            model: root.mapState.territories

            PushArea {
                id: line

                required property int index
                required property mapTerritory modelData

                visible: modelData.shortName.length > 0
                height: 24
                colours: root.colours
                label: qsTr("Go to: %1").arg(modelData.name)
                onPressed: root.mapState.goTo(index)
                onPointedChanged: root.hinted(line, pointed ? modelData.name : "")

                Text {
                    anchors.centerIn: parent
                    textFormat: Text.PlainText
                    text: line.modelData.shortName
                    font.pixelSize: root.colours.smallPixels
                    font.bold: line.modelData.name === root.mapState.territoryName
                    color: line.modelData.name === root.mapState.territoryName ? root.colours.accent : root.colours.ink
                }
            }
        }
    }
}
