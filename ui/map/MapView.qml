pragma ComponentBehavior: Bound

import QtQuick
import Repere.Map
import Repere.Models

// The map of the window: the ground with its signs, and what lies over it. C++ computes, this draws and forwards.
FocusScope {
    id: root

    required property MapState mapState
    required property MapSelection selection
    required property MapLayers layers
    required property OverlaySource overlay
    required property MapPalette colours

    property MapGround map: null // a cast of the loader's item fails in a second map of the same process
    property bool byKeyboard: true // the frame around the map is for those who came by Tab; a press says otherwise

    function closeMenus() {
        territories.open = false;
        layerMenu.open = false;
    }

    focus: true
    // Who leaves the map comes back by Tab, unless a press says otherwise. Its own switches take the focus for a moment.
    onActiveFocusChanged: {
        if (!activeFocus)
            byKeyboard = true;
    }

    // Another tile host (another theme) needs another plugin: the ground is made anew, the view stays.
    Loader {
        id: ground

        readonly property string host: root.mapState.tileHost

        anchors.fill: parent
        active: false
        sourceComponent: MapGround {
            mapState: root.mapState
            layers: root.layers
            overlay: root.overlay
            colours: root.colours
            keyboardInside: keyboard.activeFocus && root.byKeyboard
            Component.onCompleted: root.map = this
            Component.onDestruction: {
                if (root.map === this) // the next one may be there already
                    root.map = null;
            }
            onHinted: (item, text) => tip.show(item, text)
        }
        onHostChanged: {
            active = false;
            active = host.length > 0;
        }
    }

    // Where the keyboard is while it moves over the map.
    Item {
        id: keyboard

        objectName: "mapKeyboard"
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: root.mapState.focusedText.length > 0 ? root.mapState.focusedText : qsTr("Map of the results")
        Accessible.description: qsTr("Arrow keys go from place to place, Enter opens, plus and minus zoom")
        Accessible.focusable: true

        function go(dx: int, dy: int, event: KeyEvent) {
            root.byKeyboard = true;
            if ((event.modifiers & Qt.ShiftModifier) || !root.mapState.moveFocus(dx, dy))
                root.mapState.panBy(dx * width / 4, dy * height / 4);
        }

        // Escape closes what is open here before it takes a choice of the filter away.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            && (root.mapState.fanned || root.selection.tool !== MapSelection.Tool.None)
        Keys.onLeftPressed: event => go(-1, 0, event)
        Keys.onRightPressed: event => go(1, 0, event)
        Keys.onUpPressed: event => go(0, -1, event)
        Keys.onDownPressed: event => go(0, 1, event)
        Keys.onReturnPressed: root.mapState.activateFocus()
        Keys.onEnterPressed: root.mapState.activateFocus()
        Keys.onPressed: event => {
            root.byKeyboard = true;
            event.accepted = true;
            if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
                root.mapState.zoomBy(1);
            else if (event.key === Qt.Key_Minus)
                root.mapState.zoomBy(-1);
            else if (event.key === Qt.Key_0 || event.key === Qt.Key_Home)
                root.mapState.fit();
            else if (event.key === Qt.Key_R)
                root.selection.tool = MapSelection.Tool.Rectangle;
            else if (event.key === Qt.Key_L)
                root.selection.tool = MapSelection.Tool.Lasso;
            else if (event.key === Qt.Key_C)
                root.selection.tool = MapSelection.Tool.Circle;
            else if (event.key === Qt.Key_Escape && root.mapState.fanned)
                root.mapState.choose(-1);
            else if (event.key === Qt.Key_Escape && root.selection.tool !== MapSelection.Tool.None)
                root.selection.tool = MapSelection.Tool.None;
            else
                event.accepted = false;
        }
        onActiveFocusChanged: {
            if (!activeFocus)
                root.mapState.clearFocus();
        }
    }

    Loader {
        anchors.fill: parent
        active: root.map !== null
        sourceComponent: SelectionLayer {
            map: root.map
            mapState: root.mapState
            rightEdge: root.width - buttons.width - 16
            selection: root.selection
            colours: root.colours
            onDrawingChanged: {
                if (drawing)
                    keyboard.forceActiveFocus(); // Escape leaves
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: keyboard.activeFocus && root.byKeyboard
        color: "transparent"
        border.color: root.colours.accent
        border.width: 2
    }

    // A press beside an open menu closes it, and does what it would have done.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        visible: territories.open || layerMenu.open
        z: 2
        onPressed: mouse => {
            root.closeMenus();
            mouse.accepted = false;
        }
    }

    Flow {
        anchors {
            left: parent.left
            right: buttons.left
            top: parent.top
            margins: 10
        }
        spacing: 8
        z: territories.open || layerMenu.open ? 3 : 0

        ViewSwitch {
            colours: root.colours
            checked: root.mapState.onlyInView
            onToggled: {
                root.closeMenus();
                root.mapState.onlyInView = !root.mapState.onlyInView;
            }
        }

        TerritoryMenu {
            id: territories

            colours: root.colours
            mapState: root.mapState
            onOpenChanged: {
                if (open)
                    layerMenu.open = false;
            }
        }

        LayerMenu {
            id: layerMenu

            colours: root.colours
            layers: root.layers
            onOpenChanged: {
                if (open)
                    territories.open = false;
            }
        }

        WaitNote {
            objectName: "waitNote"
            colours: root.colours
            mapState: root.mapState
            maximumWidth: parent.width
        }
    }

    MapButtons {
        id: buttons

        anchors {
            right: parent.right
            top: parent.top
            margins: 10
        }
        colours: root.colours
        canZoomIn: root.mapState.zoom < root.mapState.maximumZoom
        canZoomOut: root.mapState.zoom > root.mapState.minimumZoom
        onZoomed: levels => root.mapState.zoomBy(levels)
        onFitted: root.mapState.fit()
        onHinted: (item, text) => tip.show(item, text)
    }

    SelectionTools {
        id: tools

        anchors {
            right: parent.right
            top: buttons.bottom
            margins: 10
        }
        colours: root.colours
        selection: root.selection
        onHinted: (item, text) => tip.show(item, text)
    }

    JumpBar {
        anchors {
            right: parent.right
            top: tools.bottom
            margins: 10
        }
        visible: root.height > 560 // else the menu has the same places
        colours: root.colours
        mapState: root.mapState
        onHinted: (item, text) => tip.show(item, text)
    }

    Column {
        anchors {
            left: parent.left
            bottom: parent.bottom
            margins: 8
        }
        spacing: 6

        LayerLegend {
            maximumWidth: root.width - 16
            mapArea: root.width * root.height
            colours: root.colours
            layers: root.layers
            onHinted: (item, text) => tip.show(item, text)
        }

        Legend {
            shown: root.layers.showsPlaces
            maximumWidth: root.width - 16
            mapArea: root.width * root.height
            colours: root.colours
            entries: root.mapState.legend
            onHinted: (item, text) => tip.show(item, text)
        }

        // On a narrow map the sources take several lines beside the bar: legends stay above them.
        Item {
            width: scale.width
            height: Math.max(scale.height, attribution.height)

            ScaleBar {
                id: scale

                anchors.bottom: parent.bottom
                colours: root.colours
                text: root.mapState.scaleText
                length: root.mapState.scaleWidth
            }
        }
    }

    Attribution {
        id: attribution

        anchors {
            right: parent.right
            bottom: parent.bottom
            margins: 8
        }
        maximumWidth: root.width - 130
        colours: root.colours
        text: root.mapState.attribution
    }

    PlaceChooser {
        id: chooser

        anchors.fill: parent
        at: root.mapState.choicesSpot
        visible: root.mapState.choices.length > 0 && !root.mapState.fanned
        colours: root.colours
        choices: root.mapState.choices
        onChosen: choice => {
            keyboard.forceActiveFocus();
            root.mapState.choose(choice);
        }
    }

    // What the pointer rests on, of the layer.
    Panel {
        readonly property point spot: root.map?.pointerSpot ?? Qt.point(0, 0)

        colours: root.colours
        x: spot.x + 16 + width < root.width ? spot.x + 16 : spot.x - width - 12
        y: Math.min(spot.y + 16, root.height - height - 6)
        width: figures.width + 18
        height: figures.height + 12
        visible: root.layers.hoverText.length > 0

        Text {
            id: figures

            anchors.centerIn: parent
            text: root.layers.hoverText
            textFormat: Text.PlainText
            font.pixelSize: root.colours.smallPixels
            color: root.colours.ink
        }
    }

    Tip {
        id: tip

        colours: root.colours
        quiet: chooser.visible || territories.open || layerMenu.open
    }

    Connections {
        function onChoicesChanged() {
            tip.hide();
        }

        target: root.mapState
    }
}
