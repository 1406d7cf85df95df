pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// An online map keeps people waiting: said, with the way back to the ground that needs nobody.
Panel {
    id: root

    required property MapState mapState
    required property real maximumWidth

    width: row.width + 12
    height: row.height
    visible: mapState.awaited.length > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Row {
        id: row

        x: 6

        Text {
            id: words

            height: 32
            width: Math.min(implicitWidth, root.maximumWidth - back.width - 12)
            leftPadding: 4
            rightPadding: 8
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            textFormat: Text.PlainText
            text: qsTr("Waiting for %1…").arg(root.mapState.awaited)
            font.pixelSize: root.colours.textPixels
            color: root.colours.ink
        }
        PushArea {
            id: back

            objectName: "ownGround"
            width: caption.implicitWidth + 16
            height: 32
            colours: root.colours
            label: qsTr("Drawn by Repère")
            onPressed: root.mapState.useOwnGround()

            Text {
                id: caption

                anchors.centerIn: parent
                textFormat: Text.PlainText
                text: back.label
                font.pixelSize: root.colours.textPixels
                color: root.colours.accent
            }
        }
    }
}
