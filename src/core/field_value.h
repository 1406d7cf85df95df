#pragma once

#include <QString>

namespace repere {

/// The source of what a person typed or chose. Part of the file format: not translated; people read "typed by hand".
inline const QString kByHand = QStringLiteral("repere:hand");

/// One value of one field of an atelier, and who says it.
struct FieldValue {
    QString source; ///< name of the data set ("a + b": a list of both); empty when byHand
    QString text;   ///< as stored: ids and codes, lists joined by |
    QString asOf;
    QString licence;
    bool byHand = false;  ///< typed by a person; without asOf: no record explains it
    bool present = false; ///< the atelier shows this value
    bool gone = false;    ///< the source's newest list has the record no more

    bool operator==(const FieldValue &) const = default;
};

} // namespace repere
