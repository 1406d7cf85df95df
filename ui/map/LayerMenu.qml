pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// What the map shows: the places alone, territories compared, or what no place covers.
Item {
    id: root

    required property MapPalette colours
    required property MapLayers layers
    property bool open: false
    readonly property list<string> names: [qsTr("Places"), qsTr("Territories"), qsTr("Uncovered areas")]

    signal chosen

    function close(byKeyboard: bool) {
        open = false;
        if (byKeyboard)
            button.forceActiveFocus();
    }

    // What lies beside does not move when the list opens.
    width: content.width + 20
    height: 32
    z: open ? 1 : 0
    Keys.onShortcutOverride: event => event.accepted = open && event.key === Qt.Key_Escape
    Keys.onEscapePressed: event => {
        event.accepted = open;
        if (open)
            close(true);
    }

    Panel {
        colours: root.colours
        width: Math.max(root.width, root.open ? 190 : 0)
        height: root.open ? 32 + list.height + 4 : 32
        x: Math.min(0, (root.parent?.width ?? 0) - root.x - width)

        PushArea {
            id: button

            width: parent.width
            colours: root.colours
            label: qsTr("Layer of the map: %1").arg(root.names[root.layers.kind])
            onPressed: {
                root.open = !root.open;
                forceActiveFocus(); // Escape closes
            }

            Row {
                id: content

                anchors.verticalCenter: parent.verticalCenter
                x: 10
                spacing: 6

                Text {
                    textFormat: Text.PlainText
                    text: root.names[root.layers.kind]
                    font.pixelSize: root.colours.textPixels
                    color: root.colours.ink
                }
                Text {
                    textFormat: Text.PlainText
                    text: "▾"
                    font.pixelSize: root.colours.textPixels
                    color: root.colours.inkSoft
                }
            }
        }

        Column {
            id: list

            y: 33
            visible: root.open

            Repeater {
                model: root.names

                PushArea {
                    id: line

                    required property int index
                    required property string modelData

                    width: list.parent.width
                    height: 30
                    colours: root.colours
                    label: modelData
                    onPressed: {
                        root.close(line.activeFocus);
                        root.layers.kind = line.index;
                        root.chosen();
                    }

                    Text {
                        anchors.verticalCenter: parent.verticalCenter
                        x: 10
                        textFormat: Text.PlainText
                        text: line.modelData
                        font.pixelSize: root.colours.textPixels
                        font.bold: line.index === root.layers.kind
                        color: root.colours.ink
                    }
                }
            }
        }
    }
}
