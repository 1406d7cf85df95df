pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import QtPositioning
import Repere.Map
import Repere.Models

// What is drawn on the map to choose places: the area and the circle that hold, and the line that is being drawn.
Item {
    id: root

    required property MapGround map
    required property MapState mapState
    required property real rightEdge // beyond, buttons lie over the map
    required property MapSelection selection
    required property MapPalette colours

    readonly property bool drawing: selection.tool !== MapSelection.Tool.None

    // Where the circle is taken to be moved: below the sign that may stand in its middle, and can then still be pressed.
    property real lowered: 0

    function lookForSign() {
        lowered = mapState.clearanceBelow(selection.centre);
    }

    Component.onCompleted: lookForSign()

    Connections {
        function onSignsComputed() {
            root.lookForSign();
        }

        target: root.mapState
    }

    Connections {
        function onFilterChanged() {
            if (!middle.held)
                root.lookForSign();
        }

        target: root.selection
    }

    // Depends on the view, so that what is drawn follows it.
    function onScreen(coordinates: list<geoCoordinate>): list<point> {
        if (coordinates.length < 3 || !map.center.isValid || map.zoomLevel <= 0 || map.sizes < 0)
            return [];
        const points = coordinates.map(coordinate => map.fromCoordinate(coordinate, false));
        points.push(points[0]);
        return points;
    }

    component Outline: Shape {
        id: outline

        property alias path: line.path
        property bool dashed: false

        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        visible: line.path.length > 2

        ShapePath {
            strokeColor: root.colours.accent
            strokeWidth: 2
            strokeStyle: outline.dashed ? ShapePath.DashLine : ShapePath.SolidLine
            dashPattern: [3, 3]
            fillColor: Qt.alpha(root.colours.accent, 0.1)
            fillRule: ShapePath.WindingFill

            PathPolyline {
                id: line
            }
        }
    }

    component Handle: Rectangle {
        id: handle

        required property geoCoordinate at
        property alias cursorShape: grip.cursorShape
        property real lowered: 0
        readonly property alias held: grip.pressed
        readonly property point spot: root.map.pixelOf(at)

        signal moved(to: geoCoordinate)

        x: spot.x - width / 2
        y: spot.y + lowered - height / 2
        width: 14
        height: 14
        radius: 7
        color: grip.pressed || grip.containsMouse ? root.colours.accent : root.colours.paper
        border.color: root.colours.accent
        border.width: 2
        visible: at.isValid

        // From what it belongs to.
        Rectangle {
            anchors {
                horizontalCenter: parent.horizontalCenter
                bottom: parent.top
            }
            width: 2
            height: 4
            color: root.colours.accent
            visible: handle.lowered > 0
        }

        MouseArea {
            id: grip

            property point taken // how far from the spot

            anchors.fill: parent
            anchors.margins: -6
            hoverEnabled: true
            preventStealing: true
            onPressed: mouse => {
                const at = mapToItem(root.map, mouse.x, mouse.y);
                taken = Qt.point(at.x - handle.spot.x, at.y - handle.spot.y);
            }
            onPositionChanged: mouse => {
                if (!pressed)
                    return;
                const at = mapToItem(root.map, mouse.x, mouse.y);
                handle.moved(root.map.toCoordinate(Qt.point(at.x - taken.x, at.y - taken.y), false));
            }
        }
    }

    Outline {
        path: root.onScreen(root.selection.area)
    }

    Outline {
        path: root.onScreen(root.selection.circle)
    }

    Handle {
        id: middle

        objectName: "circleMiddle"
        at: root.selection.centre
        lowered: root.lowered
        cursorShape: Qt.SizeAllCursor
        onMoved: to => root.selection.moveCentre(to)
        onHeldChanged: root.lookForSign()
    }

    Handle {
        id: edge

        at: root.selection.edge
        cursorShape: Qt.SizeHorCursor
        onMoved: to => root.selection.drawCircle(root.selection.centre, to)
    }

    Rectangle {
        readonly property real beyond: edge.x + edge.width + 4

        objectName: "circleRadius"
        x: beyond + width < root.rightEdge ? beyond : edge.x - width - 4
        y: edge.y + (edge.height - height) / 2
        width: radius.width + 10
        height: radius.height + 4
        radius: 3
        color: Qt.alpha(root.colours.paper, 0.9)
        visible: edge.visible

        Text {
            id: radius

            anchors.centerIn: parent
            textFormat: Text.PlainText
            text: root.selection.radiusText
            font.pixelSize: root.colours.smallPixels
            font.bold: true
            color: root.colours.ink
        }
    }

    Outline {
        dashed: true
        path: pen.line.length > 2 ? pen.line.concat([pen.line[0]]) : []
    }

    MouseArea {
        id: pen

        property point from
        property geoCoordinate centre // where the circle began: the map may move aside when the list gets its choice
        property list<point> line: []

        function drop() {
            line = [];
        }

        anchors.fill: parent
        enabled: root.drawing
        visible: root.drawing
        hoverEnabled: true
        preventStealing: true
        cursorShape: Qt.CrossCursor
        onEnabledChanged: drop()
        onPressed: mouse => {
            from = Qt.point(mouse.x, mouse.y);
            centre = root.map.toCoordinate(from, false);
            line = [from];
        }
        onPositionChanged: mouse => {
            if (!pressed)
                return;
            const at = Qt.point(mouse.x, mouse.y);
            switch (root.selection.tool) {
            case MapSelection.Tool.Rectangle:
                line = [from, Qt.point(at.x, from.y), at, Qt.point(from.x, at.y)];
                break;
            case MapSelection.Tool.Lasso:
                {
                    const last = line[line.length - 1];
                    if (Math.hypot(at.x - last.x, at.y - last.y) >= 3)
                        line = line.concat([at]);
                    break;
                }
            case MapSelection.Tool.Circle:
                if (Math.hypot(at.x - from.x, at.y - from.y) >= 4)
                    root.selection.drawCircle(centre, root.map.toCoordinate(at, false));
                break;
            }
        }
        onReleased: mouse => {
            const far = line.some(point => Math.hypot(point.x - from.x, point.y - from.y) >= 4)
                || Math.hypot(mouse.x - from.x, mouse.y - from.y) >= 4;
            if (!far) // a click draws nothing: the tool stays
                return drop();
            if (root.selection.tool === MapSelection.Tool.Circle) {
                // Where the hand is now: a quick one is not seen on all of its way.
                root.selection.drawCircle(centre, root.map.toCoordinate(Qt.point(mouse.x, mouse.y), false));
                root.selection.tool = MapSelection.Tool.None;
            } else {
                root.selection.closeArea(line.map(point => root.map.toCoordinate(point, false)),
                                         root.map.metresPerPixel() * 1.5);
            }
            drop();
        }
    }

    // What to do now.
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 54 // under the switches
        width: hint.width + 24
        height: hint.height + 14
        radius: 5
        color: root.colours.ink
        visible: root.drawing

        Text {
            id: hint

            anchors.centerIn: parent
            width: Math.min(implicitWidth, root.width - 60)
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            textFormat: Text.PlainText
            text: {
                switch (root.selection.tool) {
                case MapSelection.Tool.Rectangle:
                    return qsTr("Draw a rectangle around the places. Escape to leave.");
                case MapSelection.Tool.Lasso:
                    return qsTr("Draw a line around the places. Escape to leave.");
                case MapSelection.Tool.Circle:
                    return qsTr("Press at the middle and draw outwards. Escape to leave.");
                default:
                    return "";
                }
            }
            font.pixelSize: root.colours.textPixels
            color: root.colours.paper
        }
    }
}
