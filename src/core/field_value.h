#pragma once

#include <QString>

namespace repere {

/// One value of one field of an atelier, and who says it.
struct FieldValue {
    QString source; ///< name of the data set; empty when typed by a person, or not explained by any record
    QString text;   ///< as stored: ids and codes, lists joined by |
    QString asOf;
    QString licence;
    bool byHand = false;
    bool present = false; ///< the atelier shows this value
    bool gone = false;    ///< the source's newest list has the record no more

    bool operator==(const FieldValue &) const = default;
};

} // namespace repere
