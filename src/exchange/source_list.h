#pragma once

#include "core/result.h"
#include "core/vocabulary.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace repere::exchange {

/// An open data set of places, one entry of data/sources.json.
struct OpenSource {
    QString id; ///< "fablabs-io": stable
    BilingualText name;
    QString format;  ///< id of an input format
    QUrl address;    ///< of the data; empty = not known, people open a file
    QUrl home;       ///< page for people; empty = not known
    QString licence; ///< "ODbL 1.0"; empty = the publisher states none
    QUrl licenceUrl;
    QString attribution;   ///< who is to be named
    bool personal = false; ///< may hold names, e-mails or phones of persons
    BilingualText notes;   ///< what to know before fetching it

    bool operator==(const OpenSource &) const = default;
};

/// Reads `dataFolder`/sources.json (form: sources.schema.json). Errors name the file, the entry and the field. Nothing is
/// fetched: an address is asked only when the user wants it.
Result<std::vector<OpenSource>> readSourceList(const QString &dataFolder);

} // namespace repere::exchange
