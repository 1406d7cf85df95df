pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// What the colours of the layer mean. A class is pressed to choose its territories.
Panel {
    id: root

    required property MapLayers layers
    required property real maximumWidth

    signal hinted(item: Item, text: string)

    width: column.width + 20
    height: column.height + 14
    visible: layers.shown

    component Swatch: Rectangle {
        id: swatch

        required property int step
        required property int steps

        width: 22
        height: 14
        radius: 2
        color: root.colours.shadeColour(step, steps)
        border.color: root.colours.border
        clip: true

        // What cannot be said is hatched: no colour stands for it.
        Repeater {
            model: swatch.step === -2 ? 5 : 0

            Rectangle {
                required property int index

                x: index * 6 - 4
                y: -6
                width: 1
                height: 26
                rotation: 45
                color: root.colours.inkSoft
            }
        }
    }

    Column {
        id: column

        x: 10
        y: 7
        spacing: 3

        Text {
            width: Math.min(implicitWidth, root.maximumWidth - 20)
            wrapMode: Text.WordWrap
            text: root.layers.title
            textFormat: Text.PlainText
            font.pixelSize: root.colours.smallPixels
            font.bold: true
            color: root.colours.ink
        }

        Row {
            visible: root.layers.summary.length > 0
            spacing: 6

            Rectangle {
                y: 2
                width: 22
                height: 14
                radius: 2
                color: root.colours.uncovered
                opacity: 0.6
            }
            Text {
                width: Math.min(implicitWidth, root.maximumWidth - 48)
                wrapMode: Text.WordWrap
                text: root.layers.summary
                textFormat: Text.PlainText
                font.pixelSize: root.colours.smallPixels
                color: root.colours.ink
            }
        }

        Repeater {
            model: root.layers.classes

            PushArea {
                id: line

                required property int index
                required property mapLayerClass modelData

                width: Math.max(170, row.width + 8)
                height: 20
                radius: 3
                colours: root.colours
                label: qsTr("%1: %2. Choose them").arg(modelData.text).arg(modelData.detail)
                onPressed: root.layers.chooseClass(index)
                onPointedChanged: root.hinted(line, pointed ? qsTr("Choose these territories") : "")

                Row {
                    id: row

                    anchors.verticalCenter: parent.verticalCenter
                    x: 2
                    spacing: 8

                    Swatch {
                        anchors.verticalCenter: parent.verticalCenter
                        step: line.modelData.step
                        steps: line.modelData.steps
                    }
                    Text {
                        textFormat: Text.PlainText
                        text: line.modelData.text
                        font.pixelSize: root.colours.smallPixels
                        color: root.colours.ink
                    }
                    Text {
                        textFormat: Text.PlainText
                        text: line.modelData.detail
                        font.pixelSize: root.colours.smallPixels
                        color: root.colours.inkSoft
                    }
                }
            }
        }

        PushArea {
            width: places.width + 8
            height: 22
            radius: 3
            colours: root.colours
            label: qsTr("Show the places, too")
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: root.layers.showsPlaces
            onPressed: root.layers.showsPlaces = !root.layers.showsPlaces

            Row {
                id: places

                anchors.verticalCenter: parent.verticalCenter
                x: 2
                spacing: 8

                CheckMark {
                    anchors.verticalCenter: parent.verticalCenter
                    colours: root.colours
                    checked: root.layers.showsPlaces
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    textFormat: Text.PlainText
                    text: qsTr("Show the places, too")
                    font.pixelSize: root.colours.smallPixels
                    color: root.colours.ink
                }
            }
        }
    }
}
