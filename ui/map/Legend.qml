pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// The types that occur among the results, and the kinds of signs.
Panel {
    id: root

    required property real maximumWidth
    property list<mapLegendEntry> entries
    property bool shown: true

    width: flow.childrenRect.width + 20
    height: flow.height + 14
    visible: shown && entries.length > 0

    Row {
        id: measure

        visible: false
        spacing: flow.spacing

        Repeater {
            model: root.entries
            delegate: entry
        }
    }

    Flow {
        id: flow

        x: 10
        y: 7
        width: Math.min(measure.implicitWidth, root.maximumWidth - 20)
        spacing: 10

        Repeater {
            model: root.entries
            delegate: entry
        }
    }

    Component {
        id: entry

        Row {
            id: line

            required property mapLegendEntry modelData

            spacing: 5

            SignItem {
                anchors.verticalCenter: parent.verticalCenter
                width: 22
                height: 22
                shrunk: 20 / diameter
                colours: root.colours
                figure: line.modelData.figure
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                textFormat: Text.PlainText
                text: line.modelData.label
                font.pixelSize: root.colours.smallPixels
                color: root.colours.ink
            }
        }
    }
}
