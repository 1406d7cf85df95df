#include "bench/file_measures.h"

#include "directory/directory.h"

namespace repere::bench {

using namespace Qt::StringLiterals;
using directory::Directory;

Result<std::vector<Measure>> measureFile(const directory::Knowledge &knowledge, const QString &path, int repetitions)
{
    std::unique_ptr<Directory> opened;
    std::optional<Error> failed;
    const Effort effort(repetitions);
    const auto openings = effort.repeat([&] {
        opened.reset();
        auto result = Directory::open({.path = path}, knowledge, directory::Clock::system());
        if (!result)
            failed = result.error();
        else if (const auto answer = (*result)->search({}); !answer)
            failed = answer.error();
        else
            opened = std::move(*result);
    });
    if (failed)
        return std::unexpected(*failed);
    const int size = (*opened->search({}))->counts().total;

    std::vector<Sample> keys;
    for (const Stopwatch all; effort.wantsMore(static_cast<int>(keys.size()), all);) {
        for (const QString &text : {u"imprimante 3d murat"_s, u"fablab du bocage"_s, u"découpe laser lyon"_s,
                                    u"le labo de la gare"_s, u"atelier 2"_s}) {
            Filter filter;
            for (const QChar letter : text) {
                filter.text += letter;
                const Stopwatch watch;
                const auto answer = opened->search(filter);
                keys.push_back(watch.read());
                if (!answer)
                    return std::unexpected(answer.error());
            }
        }
    }
    return std::vector{summarise(u"file opened, ready to filter"_s, size, openings,
                                 Limit{.value = std::max(500.0, size * 0.005), .isOwnMark = size > 100'000}),
                       summarise(u"full text, answered and sorted, per key"_s, size, keys, Limit{.value = 50})};
}

} // namespace repere::bench
