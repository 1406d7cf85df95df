#pragma once

#include "core/atelier.h"

#include <QMap>
#include <QSet>

#include <vector>

namespace repere::directory {

/// The source under which provenance keeps what the starter directory said. Its rows are facts that name their own
/// sources. Part of the file format: not translated.
extern const QString kStarterSource;

/// What a licence asks of whoever publishes the data again.
enum class LicenceKind {
    Free,            ///< nothing: CC0, public domain
    Attribution,     ///< name the source: Licence Ouverte, CC BY, ODC-By
    ShareAlikeData,  ///< ODbL: publish the whole under ODbL
    ShareAlikeWorks, ///< CC BY-SA: publish the whole under CC BY-SA
    Restricted,      ///< no commercial use, no changes
    Unstated,        ///< nothing is allowed beyond what the law allows
    Other            ///< people must read it
};
LicenceKind licenceKind(const QString &licence);

/// The licences under which some places stand.
struct LicenceReport {
    struct Use {
        QString licence; ///< as the sources write it; empty = they state none
        LicenceKind kind = LicenceKind::Unstated;
        QStringList sources;
        int places = 0;
    };
    std::vector<Use> uses; ///< most places first
};

/// Counts place by place. What a person typed is free; so is a record without values that names no licence: it is cited,
/// nothing was taken from it.
class LicenceCount
{
public:
    void add(const Atelier &atelier);
    /// What another count found among other places.
    void add(const LicenceCount &other);
    LicenceReport report() const;

private:
    struct Entry {
        QSet<QString> sources;
        int places = 0;
    };
    QMap<QString, Entry> m_entries;
};

/// "Licence Ouverte 2.0 (CGET 2019), ODbL 1.0 (Makery)", translated; empty when no source is known.
QString licenceWords(const LicenceReport &report);
/// What stands against publishing them together, translated; empty when nothing does.
QStringList licenceWarnings(const LicenceReport &report);

} // namespace repere::directory
