pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Repere.Map
import Repere.Models

// Rectangle, lasso, circle: what to draw on the map with.
Panel {
    id: root

    required property MapSelection selection

    signal hinted(item: Item, text: string)

    width: column.width
    height: column.height

    component ToolButton: PushArea {
        id: button

        required property int tool // of MapSelection.Tool
        required property string hint
        property alias path: line.path
        readonly property bool chosen: root.selection.tool === tool

        colours: root.colours
        Accessible.checkable: true
        Accessible.checked: chosen
        onPressed: root.selection.tool = chosen ? MapSelection.Tool.None : tool
        onPointedChanged: root.hinted(button, pointed ? hint : "")

        Rectangle {
            anchors.fill: parent
            anchors.margins: 2
            radius: 4
            color: root.colours.accent
            visible: button.chosen
        }

        Shape {
            anchors.centerIn: parent
            width: 18
            height: 18
            preferredRendererType: Shape.CurveRenderer

            ShapePath {
                strokeColor: button.chosen ? root.colours.onAccent : root.colours.ink
                strokeWidth: 1.6
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap

                PathSvg {
                    id: line
                }
            }
        }
    }

    component Line: Rectangle {
        x: 6
        width: 20
        height: 1
        color: root.colours.border
    }

    Column {
        id: column

        ToolButton {
            tool: MapSelection.Tool.Rectangle
            label: qsTr("Choose by a rectangle")
            hint: qsTr("Choose by a rectangle (R)")
            path: "M2 4h14v10H2Z"
        }
        Line {}
        ToolButton {
            tool: MapSelection.Tool.Lasso
            label: qsTr("Choose by a line drawn by hand")
            hint: qsTr("Choose by a line drawn by hand (L)")
            path: "M9 2.5C4.5 2.5 1.5 4.6 1.5 7.2S4.5 12 9 12s7.5-2.1 7.5-4.8S13.5 2.5 9 2.5ZM5 11.4c-1.4 1-1.3 2.9.3 3 1.4 0 1.5 1.4.2 2.1"
        }
        Line {}
        ToolButton {
            tool: MapSelection.Tool.Circle
            label: qsTr("Choose within a distance")
            hint: qsTr("Choose within a distance (C)")
            path: "M9 1.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15ZM9 9h7.3M9 8.2a.8.8 0 1 0 0 1.6a.8.8 0 1 0 0-1.6Z"
        }
    }
}
