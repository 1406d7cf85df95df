#include "store/errors.h"
#include "store/query.h"
#include "store/store_private.h"

namespace repere::store {

namespace {

constexpr int kTries = 20;

} // namespace

Result<std::vector<std::unique_ptr<Store>>> Store::openTogether(const QString &path, std::size_t most,
                                                                const Compounds &compounds)
{
    std::vector<std::unique_ptr<Store>> stores;
    do {
        auto store = open(path, OpenMode::ReadOnly, compounds);
        if (!store)
            return std::unexpected(store.error());
        stores.push_back(std::move(*store));
    } while (stores.size() < most);

    // What a transaction sees is settled by its first reading.
    const auto hold = [](Private &store) {
        store.together.emplace(store.database());
        singleInteger(store.database(), "SELECT 1 FROM atelier LIMIT 1");
    };
    return guarded(path, [&]() -> Result<std::vector<std::unique_ptr<Store>>> {
        Private &first = *stores.front()->d;
        for (int tries = 0; stores.size() > 1 && tries < kTries; ++tries) {
            // The number changes with every commit of others: the same before and after all have begun, and none came
            // between (https://www.sqlite.org/pragma.html#pragma_data_version).
            const std::int64_t before = first.dataVersion();
            for (std::size_t i = stores.size(); i-- > 0;)
                hold(*stores[i]->d);
            if (first.dataVersion() == before)
                return std::move(stores);
            for (const auto &store : stores)
                store->d->together.reset();
        }
        stores.resize(1);
        hold(first);
        return std::move(stores);
    });
}

} // namespace repere::store
