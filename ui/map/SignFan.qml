pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// The places of one spot, each on a leg of its own. The middle of it is the spot.
Item {
    id: root

    required property MapState mapState
    required property MapPalette colours
    required property bool keyboardInside

    property real opened: 0 // grows to 1 while the fan opens

    signal hinted(item: Item, text: string)

    function open() {
        opening.stop();
        opened = 0;
        if (mapState.fanned)
            opening.start();
    }

    Component.onCompleted: open()

    Connections {
        function onChoicesChanged() {
            root.open();
        }

        target: root.mapState
    }

    NumberAnimation {
        id: opening

        target: root
        property: "opened"
        to: 1
        duration: root.mapState.motion ? 160 : 0
        easing.type: Easing.OutCubic
    }

    Repeater {
        model: root.mapState.fanned ? root.mapState.choices : []

        Item {
            id: place

            required property int index
            required property mapChoice modelData
            readonly property real reach: Math.hypot(modelData.offset.x, modelData.offset.y) * root.opened

            rotation: Math.atan2(modelData.offset.y, modelData.offset.x) * 180 / Math.PI

            // From the edge of the sign in the middle; dark on light and light on dark.
            Rectangle {
                x: root.mapState.fanHole
                y: -height / 2
                width: Math.max(0, place.reach - x)
                height: 4
                color: Qt.alpha(root.colours.paper, 0.8)

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: 1.5
                    color: root.colours.ink
                }
            }
        }
    }

    Repeater {
        model: root.mapState.fanned ? root.mapState.choices : []

        ClusterSign {
            id: sign

            required property int index
            required property mapChoice modelData

            x: modelData.offset.x * root.opened - width / 2
            y: modelData.offset.y * root.opened - height / 2
            z: pointed ? 2 : 1
            colours: root.colours
            figure: modelData.figure
            name: modelData.name
            labelSide: modelData.labelSide
            selected: root.mapState.selected === modelData.id
            hovered: root.mapState.hovered === modelData.id
            motion: root.mapState.motion
            focused: root.keyboardInside && root.mapState.fanFocus === index
            Accessible.name: modelData.spoken
            Accessible.description: modelData.detail
            onActivated: root.mapState.choose(index)
            onPointedChanged: {
                root.mapState.hoverChoice(pointed ? index : -1);
                root.hinted(sign, pointed ? modelData.name + "\n" + modelData.detail : "");
            }
        }
    }
}
