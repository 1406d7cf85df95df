#pragma once

#include <QStringList>

#include <vector>

namespace repere::exchange {

/// What the values of one column look like: shares of the values that are not empty, 0…1.
struct ColumnProfile {
    int filled = 0;       ///< values that are not empty, of those looked at
    double number = 0;    ///< numbers, with decimal point or comma
    double fraction = 0;  ///< numbers that are not whole
    double latitude = 0;  ///< latitudes of France or of one of its parts overseas
    double longitude = 0; ///< likewise
    double pair = 0;      ///< "48.85, 2.35", "POINT (2.35 48.85)"
    double planeX = 0;    ///< eastings of Lambert-93 or extended Lambert II
    double planeY = 0;    ///< northings
    double postcode = 0;  ///< five digits of a département, or four where the zero is lost
    double insee = 0;     ///< like a postcode, and 2A004
    double web = 0;       ///< addresses of sites, with or without scheme
    double mail = 0;
    double phone = 0;
    double date = 0;     ///< days
    double year = 0;     ///< 1900 to 2100
    double tick = 0;     ///< yes or no, or a small count
    double words = 0;    ///< text with letters that is none of the above
    double distinct = 0; ///< different values over values
    double length = 0;   ///< mean number of characters
};

ColumnProfile profileOf(const QStringList &values);

/// The first values that are not empty and not alike, for people to see.
QStringList samplesOf(const QStringList &values);

} // namespace repere::exchange
