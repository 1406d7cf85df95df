#pragma once

#include "catalogue/catalogue.h"
#include "directory/directory.h"

#include <QCoreApplication>

#include <optional>

namespace repere::directory {

struct DirectoryText {
    Q_DECLARE_TR_FUNCTIONS(Directory)
};

struct Directory::Private {
    std::unique_ptr<store::Store> store;
    Knowledge knowledge;
    Clock clock;
    std::shared_ptr<const catalogue::Catalogue> catalogue; // null = to be read again
    std::int64_t dataVersion = 0;
    quint64 changesMade = 0;
    struct Exported {
        std::vector<AtelierId> ids;
        LicenceReport licences;
    };
    std::optional<Exported> exported; // the newest, until something changes: its licences were counted on the way

    ChangeLabel label(const QString &name) const { return {name, clock.author, clock.now()}; }
    ChangeLabel importLabel(const ImportRequest &request) const;
    Result<void> changed()
    {
        ++changesMade;
        catalogue.reset();
        exported.reset();
        const auto version = store->dataVersion();
        if (version)
            dataVersion = *version;
        return {};
    }
    Result<std::shared_ptr<const catalogue::Catalogue>> index();
    /// Into a new file the starter is the ground on which the history begins: it cannot be undone.
    Result<ImportReport> importStarter(bool isNew, bool dryRun, JobContext &job);
};

} // namespace repere::directory
