pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// Where on the globe: the mainland and the territories overseas, each with its number of results.
Item {
    id: root

    required property MapPalette colours
    required property MapState mapState
    property bool open: false

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
        width: Math.max(root.width, root.open ? list.width : 0)
        height: root.open ? 32 + list.height + 4 : 32

        PushArea {
            id: button

            width: parent.width
            colours: root.colours
            label: qsTr("Go to a territory: %1").arg(root.mapState.territoryName)
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
                    text: root.mapState.territoryName
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
                model: root.mapState.territories

                PushArea {
                    id: line

                    required property int index
                    required property mapTerritory modelData

                    width: Math.max(190, content.width + 20)
                    height: 30
                    colours: root.colours
                    label: qsTr("%1, %Ln result(s)", "", modelData.count).arg(modelData.name)
                    onPressed: {
                        root.close(line.activeFocus);
                        root.mapState.goTo(line.index);
                    }

                    Text {
                        anchors.verticalCenter: parent.verticalCenter
                        x: 10
                        width: parent.width - 60
                        elide: Text.ElideRight
                        textFormat: Text.PlainText
                        text: line.modelData.name
                        font.pixelSize: root.colours.textPixels
                        color: line.modelData.count > 0 ? root.colours.ink : root.colours.inkSoft
                    }
                    Text {
                        anchors {
                            verticalCenter: parent.verticalCenter
                            right: parent.right
                            rightMargin: 10
                        }
                        textFormat: Text.PlainText
                        text: Number(line.modelData.count).toLocaleString(Qt.locale(), "f", 0)
                        font.pixelSize: root.colours.textPixels
                        color: root.colours.inkSoft
                    }
                }
            }
        }
    }
}
