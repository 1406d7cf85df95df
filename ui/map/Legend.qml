pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// The types that occur among the results, and the kinds of signs. Where that would cover much of the map, only the signs,
// until it is pressed.
Panel {
    id: root

    required property real maximumWidth
    required property real mapArea // pixels
    property list<mapLegendEntry> entries
    property bool shown: true

    readonly property bool large: full.implicitWidth * full.implicitHeight > 0.05 * mapArea
    property bool pressedOpen: false // by a person, where it is large
    readonly property bool whole: !large || pressedOpen

    signal hinted(item: Item, text: string)

    width: (whole ? full.width : signs.width) + (large ? 42 : 20)
    height: (whole ? full.height : signs.height) + 14
    visible: shown && entries.length > 0

    component Sign: SignItem {
        width: 22
        height: 22
        shrunk: 20 / diameter
        colours: root.colours
    }

    // Lines of entries with their words. A flow is as wide as it is told: the longest of its lines is measured first.
    Item {
        id: full

        readonly property real room: root.maximumWidth - 42

        x: 10
        y: 7
        visible: root.whole
        implicitWidth: flow.childrenRect.width
        implicitHeight: flow.height
        width: implicitWidth
        height: implicitHeight

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

            objectName: "legendWords"
            width: Math.min(measure.implicitWidth, full.room)
            spacing: 10

            Repeater {
                model: root.entries
                delegate: entry
            }
        }
    }

    Flow {
        id: signs

        objectName: "legendSigns"
        x: 10
        y: 7
        width: Math.min(root.entries.length * (22 + spacing) - spacing, full.room)
        spacing: 8
        visible: !root.whole

        Repeater {
            model: root.entries

            Sign {
                id: sign

                required property mapLegendEntry modelData

                figure: modelData.figure
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData.label

                HoverHandler {
                    onHoveredChanged: root.hinted(sign, hovered ? sign.modelData.label : "")
                }
            }
        }
    }

    PushArea {
        id: opener

        objectName: "legendOpener"
        anchors {
            right: parent.right
            top: parent.top
            bottom: parent.bottom
            margins: 2
        }
        width: 26
        visible: root.large
        colours: root.colours
        label: root.whole ? qsTr("Shrink the legend") : qsTr("Show the words of the legend")
        onPressed: root.pressedOpen = !root.pressedOpen
        onPointedChanged: root.hinted(opener, pointed ? label : "")

        Text {
            anchors.centerIn: parent
            textFormat: Text.PlainText
            text: root.whole ? "▾" : "▴"
            font.pixelSize: root.colours.textPixels
            color: root.colours.ink
        }
    }

    Component {
        id: entry

        Row {
            id: line

            required property mapLegendEntry modelData

            spacing: 5

            Sign {
                anchors.verticalCenter: parent.verticalCenter
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
