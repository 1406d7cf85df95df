pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// What the colours of the layer mean. A class is pressed to choose its territories. Where the words would cover much of
// the map there is only the row of colours, until it is pressed.
Panel {
    id: root

    required property MapLayers layers
    required property real maximumWidth
    required property real mapArea // pixels

    readonly property bool large: full.implicitWidth * full.implicitHeight > 0.1 * mapArea
    property bool pressedOpen: false // by a person, where it is large
    readonly property bool whole: !large || pressedOpen
    // As if the button were always there: what decides about it must not hang on it, or the two take turns for ever.
    readonly property real room: maximumWidth - 20 - opener.width

    signal hinted(item: Item, text: string)

    width: (whole ? full.width : brief.width) + 20 + (large ? opener.width : 0)
    height: (whole ? full.height : brief.height) + 14
    visible: layers.shown

    component Shade: Rectangle {
        id: shade

        property bool hatched: false
        property color ink: root.colours.inkSoft

        width: 22
        height: 14
        radius: 2
        border.color: root.colours.border
        clip: true

        Repeater {
            model: shade.hatched ? 5 : 0

            Rectangle {
                required property int index

                x: index * 6 - 4
                y: -6
                width: 1
                height: 26
                rotation: 45
                color: shade.ink
            }
        }
    }

    component Swatch: Shade {
        required property int step
        required property int steps

        color: root.colours.shadeColour(step, steps)
        hatched: step === -2 // what cannot be said: no colour stands for it
    }

    component Title: Text {
        width: Math.min(implicitWidth, root.room)
        wrapMode: Text.WordWrap
        text: root.layers.title
        textFormat: Text.PlainText
        font.pixelSize: root.colours.smallPixels
        font.bold: true
        color: root.colours.ink
    }

    component Class: PushArea {
        id: one

        required property int index
        required property mapLayerClass modelData
        property string hint

        radius: 3
        colours: root.colours
        label: qsTr("%1: %2. Choose them").arg(modelData.text).arg(modelData.detail)
        onPressed: root.layers.chooseClass(index)
        onPointedChanged: root.hinted(one, pointed ? hint : "")
    }

    Column {
        id: brief

        objectName: "layerColours"
        x: 10
        y: 7
        spacing: 3
        visible: !root.whole

        Title {}

        Row {
            id: row

            readonly property real each: Math.min(28, root.room / Math.max(1, root.layers.classes.length))

            Repeater {
                model: root.layers.classes

                Class {
                    id: tile

                    width: row.each
                    height: 20
                    hint: tile.modelData.text + "\n" + tile.modelData.detail

                    Swatch {
                        anchors.centerIn: parent
                        width: Math.min(22, tile.width - 4)
                        step: tile.modelData.step
                        steps: tile.modelData.steps
                    }
                }
            }
        }

        // Which end is which.
        Item {
            // What cannot be said stands after it.
            readonly property int last: Array.from(root.layers.classes).filter(one => one.step !== -2).length - 1

            width: greatest.x + greatest.width
            height: least.height
            visible: last > 0

            Text {
                id: least

                x: 3
                text: root.layers.classes[0]?.text ?? ""
                textFormat: Text.PlainText
                font.pixelSize: root.colours.smallPixels
                color: root.colours.ink
            }
            Text {
                id: greatest

                x: Math.max(least.x + least.width + 12, (parent.last + 1) * row.each - 3 - width)
                text: root.layers.classes[parent.last]?.text ?? ""
                textFormat: Text.PlainText
                font.pixelSize: root.colours.smallPixels
                color: root.colours.ink
            }
        }
    }

    PushArea {
        id: opener

        objectName: "layerOpener"
        anchors {
            right: parent.right
            top: parent.top
            margins: 2
        }
        width: 26
        height: 26
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

    Column {
        id: full

        objectName: "layerWords"
        x: 10
        y: 7
        spacing: 3
        visible: root.whole

        Title {}

        Row {
            visible: root.layers.summary.length > 0
            spacing: 6

            Shade {
                y: 2
                color: Qt.alpha(root.colours.uncovered, 0.3)
                ink: root.colours.uncovered
                hatched: true
            }
            Text {
                width: Math.min(implicitWidth, root.room - 28)
                wrapMode: Text.WordWrap
                text: root.layers.summary
                textFormat: Text.PlainText
                font.pixelSize: root.colours.smallPixels
                color: root.colours.ink
            }
        }

        Repeater {
            model: root.layers.classes

            Class {
                id: line

                width: Math.max(170, words.width + 8)
                height: 20
                hint: qsTr("Choose these territories")

                Row {
                    id: words

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
