pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import QtPositioning
import Repere.Map
import Repere.Models

// Tiles and signs, and how hand and wheel move them. North is always up.
Map {
    id: map

    required property MapState mapState
    required property MapLayers layers
    required property OverlaySource overlay
    required property MapPalette colours
    required property bool keyboardInside

    property int pointedSigns: 0 // under the pointer
    readonly property point pointerSpot: pointer.point.position
    readonly property bool settled: !zoomAnimation.running && !flight.running && !pinch.active

    property int sizes: 0 // how many the map has had; it counts with a new one only a moment after it says so

    property bool placed: false // before, centre and zoom are the plugin's own and mean nothing

    signal hinted(item: Item, text: string)

    function report() {
        if (placed)
            mapState.reportView(center, zoomLevel, width, height, settled);
    }

    function sized() {
        report();
        Qt.callLater(() => sizes += 1);
    }

    function clampedZoom(zoom: real): real {
        return Math.max(mapState.minimumZoom, Math.min(mapState.maximumZoom, zoom));
    }

    // To whole zooms: there the painted names have their size. The spot under `point` stays where it is.
    function zoomAround(levels: int, point: point) {
        const from = zoomAnimation.running ? zoomAnimation.to : zoomLevel;
        zoomTo(levels > 0 ? Math.floor(from + 0.01) + levels : Math.ceil(from - 0.01) + levels, point);
    }

    function zoomTo(zoom: real, point: point) {
        flight.stop();
        zoomAnimation.stop();
        zoomAnimation.spot = point;
        zoomAnimation.anchor = toCoordinate(point, false);
        zoomAnimation.to = clampedZoom(zoom);
        mapState.foresee(zoomAnimation.anchor, point.x, point.y, zoomAnimation.to);
        zoomAnimation.start();
    }

    // On the ground at the middle of the view.
    function metresPerPixel(): real {
        const middle = Qt.point(width / 2, height / 2);
        return toCoordinate(middle, false).distanceTo(toCoordinate(Qt.point(middle.x + 100, middle.y), false)) / 100;
    }

    // Depends on the view, so that what is placed with it follows.
    function pixelOf(coordinate: geoCoordinate): point {
        return center.isValid && zoomLevel > 0 && sizes >= 0 ? fromCoordinate(coordinate, false) : Qt.point(0, 0);
    }

    minimumZoomLevel: mapState.minimumZoom
    maximumZoomLevel: mapState.maximumZoom
    minimumTilt: 0
    maximumTilt: 0
    color: colours.sea
    copyrightsVisible: false

    plugin: Plugin {
        name: "osm"

        PluginParameter {
            name: "osm.mapping.custom.host"
            value: map.mapState.tileHost
        }
        PluginParameter {
            name: "osm.mapping.providersrepository.disabled"
            value: true
        }
        PluginParameter {
            name: "osm.mapping.highdpi_tiles"
            value: true
        }
        // Qt Location's cache knows tiles by z/x/y alone and would show those of another theme or version.
        PluginParameter {
            name: "osm.mapping.cache.directory"
            value: map.mapState.cacheFolder
        }
        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 0
        }
        // In bytes. A tile is one megabyte once unpacked; with less room than two windows need, every return to a place
        // unpacks all of its tiles again, in the thread that people wait for.
        PluginParameter {
            name: "osm.mapping.cache.texture.size"
            value: 80000000
        }
        PluginParameter {
            name: "osm.mapping.cache.memory.size"
            value: 24000000
        }
        PluginParameter {
            name: "osm.mapping.prefetching_style"
            value: "NoPrefetching"
        }
    }

    onSupportedMapTypesChanged: {
        const custom = supportedMapTypes.find(type => type.style === MapType.CustomMap);
        if (custom)
            activeMapType = custom;
    }

    Component.onCompleted: {
        zoomLevel = mapState.zoom;
        center = mapState.centre;
        placed = true;
        report();
    }
    onCenterChanged: report()
    onZoomLevelChanged: report()
    onWidthChanged: sized()
    onHeightChanged: sized()
    onSettledChanged: report()

    Connections {
        function onViewRequested(centre: geoCoordinate, zoom: real, animated: bool) {
            zoomAnimation.stop();
            flight.stop();
            if (animated) {
                flight.fly(centre, zoom);
            } else {
                map.zoomLevel = zoom;
                map.center = centre;
            }
        }

        function onZoomRequested(levels: int) {
            map.zoomAround(levels, Qt.point(map.width / 2, map.height / 2));
        }

        target: map.mapState
    }

    NumberAnimation {
        id: zoomAnimation

        property point spot
        property geoCoordinate anchor

        target: map
        property: "zoomLevel"
        duration: map.mapState.motion ? 160 : 0
        easing.type: Easing.OutCubic
    }

    Connections {
        function onZoomLevelChanged() {
            if (zoomAnimation.running)
                map.alignCoordinateToPoint(zoomAnimation.anchor, zoomAnimation.spot);
        }

        target: map
    }

    ParallelAnimation {
        id: flight

        function fly(centre: geoCoordinate, zoom: real) {
            flightCentre.to = centre;
            flightZoom.to = map.clampedZoom(zoom);
            start();
        }

        CoordinateAnimation {
            id: flightCentre

            target: map
            property: "center"
            duration: map.mapState.motion ? 260 : 0
            easing.type: Easing.InOutCubic
        }
        NumberAnimation {
            id: flightZoom

            target: map
            property: "zoomLevel"
            duration: map.mapState.motion ? 260 : 0
            easing.type: Easing.InOutCubic
        }
    }

    HoverHandler {
        id: pointer

        function tell() {
            const at = hovered ? map.toCoordinate(point.position, false) : QtPositioning.coordinate();
            map.mapState.reportPointer(at);
            map.layers.hover(map.pointedSigns > 0 ? QtPositioning.coordinate() : at);
        }

        onPointChanged: tell()
        onHoveredChanged: tell()
    }

    DragHandler {
        target: null
        cursorShape: active ? Qt.ClosedHandCursor : Qt.ArrowCursor
        onActiveChanged: {
            if (active) {
                zoomAnimation.stop();
                flight.stop();
            }
        }
        onTranslationChanged: delta => map.pan(-delta.x, -delta.y)
    }

    PinchHandler {
        id: pinch

        property geoCoordinate anchor

        target: null
        grabPermissions: PointerHandler.TakeOverForbidden
        onActiveChanged: {
            if (active)
                anchor = map.toCoordinate(centroid.position, false);
            else
                map.zoomTo(Math.round(map.zoomLevel), centroid.position);
        }
        onScaleChanged: delta => {
            map.zoomLevel = map.clampedZoom(map.zoomLevel + Math.log2(delta));
            map.alignCoordinateToPoint(anchor, centroid.position);
        }
    }

    WheelHandler {
        id: wheel

        property real turned: 0 // eighths of a degree; a notch of a mouse is 120, touchpads send less at a time

        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            turned += event.angleDelta.y;
            if (Math.abs(turned) < 120)
                return;
            map.zoomAround(Math.sign(turned), wheel.point.position);
            turned = 0;
        }
    }

    TapHandler {
        // A double tap zooms, and is no tap.
        exclusiveSignals: TapHandler.SingleTap | TapHandler.DoubleTap
        onSingleTapped: eventPoint => {
            map.mapState.choose(-1);
            if (map.pointedSigns === 0)
                map.layers.choose(map.toCoordinate(eventPoint.position, false));
        }
        onDoubleTapped: eventPoint => map.zoomAround(1, eventPoint.position)
    }

    // Below the signs: they have a z of their own.
    OverlayItem {
        anchors.fill: parent
        source: map.overlay
        colours: map.colours
        centre: map.center
        zoom: map.zoomLevel
    }

    MapItemView {
        visible: map.layers.showsPlaces
        model: map.mapState.clusters
        delegate: MapQuickItem {
            id: marker

            required property int index
            required property double latitude
            required property double longitude
            required property int count
            required property string name
            required property string description
            required property string spoken
            required property mapFigure figure
            required property int labelSide
            required property bool leaving
            required property bool selected
            required property bool hovered

            coordinate: QtPositioning.coordinate(latitude, longitude)
            anchorPoint: Qt.point(sign.width / 2, sign.height / 2)
            z: selected ? 3 : sign.pointed || hovered ? 2 : leaving ? 0 : 1
            // An open fan stands out among the signs around it.
            opacity: leaving ? 0 : map.mapState.fanned && coordinate !== map.mapState.choicesAt ? 0.3 : 1

            Behavior on coordinate {
                enabled: map.mapState.gliding

                CoordinateAnimation {
                    duration: 220
                    easing.type: Easing.OutCubic
                }
            }
            Behavior on opacity {
                enabled: map.mapState.gliding

                NumberAnimation {
                    duration: 220
                }
            }

            sourceItem: ClusterSign {
                id: sign

                colours: map.colours
                figure: marker.figure
                name: marker.name
                labelSide: marker.labelSide
                selected: marker.selected
                hovered: marker.hovered
                motion: map.mapState.motion
                focused: map.keyboardInside && map.mapState.focusedRow === marker.index
                Accessible.name: marker.spoken
                Accessible.description: marker.description
                onActivated: map.mapState.activate(marker.index)
                onPointedChanged: {
                    map.pointedSigns += pointed ? 1 : -1;
                    map.mapState.hover(pointed ? marker.index : -1);
                    map.hinted(sign, pointed ? marker.description : "");
                }
            }
        }
    }

    // The places of one spot around it.
    MapQuickItem {
        visible: map.mapState.fanned
        coordinate: map.mapState.choicesAt
        z: 4
        sourceItem: SignFan {
            mapState: map.mapState
            colours: map.colours
            keyboardInside: map.keyboardInside
            onHinted: (item, text) => map.hinted(item, text)
        }
    }
}
