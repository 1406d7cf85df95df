import QtQuick
import Repere.Map
import Repere.Models

// A sign: the disc of a lone place or the ring of several, its name beside it, and what pointer and keyboard do to it.
SignItem {
    id: root

    required property string name
    required property int labelSide
    required property bool hovered
    required property bool focused
    required property bool motion
    readonly property alias pointed: pointer.hovered

    property real swell: pointer.hovered || hovered ? 1.12 : 1

    signal activated

    width: implicitWidth
    height: implicitHeight
    // Around its middle: the map lets `scale` grow from the top left corner.
    transform: Scale {
        origin.x: root.width / 2
        origin.y: root.height / 2
        xScale: root.swell
        yScale: root.swell
    }
    Accessible.role: Accessible.Button
    Accessible.onPressAction: activated()

    Behavior on swell {
        NumberAnimation {
            duration: root.motion ? 90 : 0
        }
    }

    NumberAnimation on opacity {
        from: 0
        to: 1
        duration: root.motion ? 120 : 0
    }

    Rectangle {
        anchors.centerIn: parent
        visible: root.focused
        width: root.diameter + 14
        height: width
        radius: width / 2
        color: "transparent"
        border.color: root.colours.accent
        border.width: 2
    }

    // The name on a strip of paper: the ground below has names of its own.
    Rectangle {
        readonly property real away: root.diameter / 2 + 4 // models::kLabelGap

        visible: root.labelSide !== MapLabel.None
        x: {
            if (root.labelSide === MapLabel.Right)
                return root.width / 2 + away;
            if (root.labelSide === MapLabel.Left)
                return root.width / 2 - away - width;
            return (root.width - width) / 2;
        }
        y: {
            if (root.labelSide === MapLabel.Below)
                return (root.height + root.diameter) / 2 + 1;
            if (root.labelSide === MapLabel.Above)
                return (root.height - root.diameter) / 2 - 1 - height;
            return (root.height - height) / 2;
        }
        width: label.width + 6 // the layout leaves this much free
        height: label.height
        radius: 3
        color: Qt.alpha(root.colours.paper, 0.82)

        Text {
            id: label

            anchors.centerIn: parent
            text: root.name
            textFormat: Text.PlainText
            font.pixelSize: root.colours.labelPixels
            font.bold: true
            color: root.colours.ink
        }
    }

    HoverHandler {
        id: pointer

        cursorShape: Qt.PointingHandCursor
    }

    TapHandler {
        // Takes the press for itself, so that a double click on a sign does not also zoom the ground.
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: root.activated()
    }
}
