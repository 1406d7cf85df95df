#pragma once

#include "support/http_server.h"

#include <functional>

namespace repere::testing {

/// The lines that the geocoder was asked in a file: "0,2 rue du Port 63000 Clermont-Ferrand,63113,".
inline QByteArrayList geocoderLines(const HttpRequest &request)
{
    const qsizetype start = request.body.indexOf("n,q,");
    const qsizetype end = request.body.indexOf("\r\n--", start);
    QByteArrayList lines = request.body.sliced(start, end - start).trimmed().split('\n');
    lines.removeFirst();
    return lines;
}

/// Its answer, in the shape of the service: behind each line what `find` says of it, "latitude,longitude,label,score,type,
/// postcode,city,citycode", or nothing where no place fits.
inline HttpAnswer geocoderAnswer(const HttpRequest &request, const std::function<QByteArray(const QByteArray &)> &find)
{
    QByteArray table = "n,q,insee,postcode,latitude,longitude,result_label,result_score,result_type,result_postcode,"
                       "result_city,result_citycode,result_status\n";
    for (const QByteArray &line : geocoderLines(request)) {
        const QByteArray found = find(line);
        table += line + ',' + (found.isEmpty() ? QByteArray(",,,,,,,,not-found") : found + ",ok") + '\n';
    }
    return HttpAnswer::ok(table);
}

} // namespace repere::testing
