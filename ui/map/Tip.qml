import QtQuick
import Repere.Map

// A few words about what the pointer rests on.
Rectangle {
    id: root

    required property MapPalette colours
    property Item about: null
    property bool quiet: false // something else is open

    function show(item: Item, text: string) {
        if (text.length === 0) {
            if (item === about)
                about = null;
            return;
        }
        about = item;
        label.text = text;
        delay.restart();
    }

    function hide() {
        about = null;
    }

    function place() {
        if (!about)
            return;
        const spot = about.mapToItem(parent, about.width / 2, about.height);
        x = Math.max(6, Math.min(spot.x - width / 2, parent.width - width - 6));
        y = spot.y + height + 8 < parent.height ? spot.y + 4 : spot.y - about.height - height - 4;
    }

    visible: about !== null && !delay.running && !quiet
    width: label.width + 16
    height: label.height + 10
    radius: 4
    color: colours.paper
    border.color: colours.border
    onVisibleChanged: place()
    onWidthChanged: place()

    Timer {
        id: delay

        interval: 350
    }

    Text {
        id: label

        anchors.centerIn: parent
        width: Math.min(implicitWidth, 260)
        wrapMode: Text.WordWrap
        textFormat: Text.PlainText
        font.pixelSize: root.colours.smallPixels
        color: root.colours.ink
    }
}
