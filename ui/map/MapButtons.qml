pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map

// Closer, farther, everything.
Panel {
    id: root

    property bool canZoomIn: true
    property bool canZoomOut: true

    signal zoomed(levels: int)
    signal fitted
    signal hinted(item: Item, text: string)

    width: column.width
    height: column.height

    component Bar: Rectangle {
        anchors.centerIn: parent
        width: 12
        height: 2
        color: root.colours.ink
    }

    component Line: Rectangle {
        x: 6
        width: 20
        height: 1
        color: root.colours.border
    }

    Column {
        id: column

        PushArea {
            id: closer

            colours: root.colours
            label: qsTr("Zoom in")
            enabled: root.canZoomIn
            onPressed: root.zoomed(1)
            onPointedChanged: root.hinted(closer, pointed ? qsTr("Zoom in (+)") : "")

            Bar {}
            Bar {
                rotation: 90
            }
        }

        Line {}

        PushArea {
            id: farther

            colours: root.colours
            label: qsTr("Zoom out")
            enabled: root.canZoomOut
            onPressed: root.zoomed(-1)
            onPointedChanged: root.hinted(farther, pointed ? qsTr("Zoom out (−)") : "")

            Bar {}
        }

        Line {}

        PushArea {
            id: all

            colours: root.colours
            label: qsTr("Show all results")
            onPressed: root.fitted()
            onPointedChanged: root.hinted(all, pointed ? qsTr("Show all results (0)") : "")

            // Four corners of a frame.
            Repeater {
                model: 4

                Item {
                    id: corner

                    required property int index

                    anchors.centerIn: parent
                    width: 14
                    height: 14
                    rotation: index * 90

                    Rectangle {
                        width: 5
                        height: 2
                        color: root.colours.ink
                    }
                    Rectangle {
                        width: 2
                        height: 5
                        color: root.colours.ink
                    }
                }
            }
        }
    }
}
