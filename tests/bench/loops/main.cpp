#include "bench/loops/loops.h"

#include <QFontInfo>
#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

#include <gnu/libc-version.h>

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name)
#endif

using namespace repere::bench;

namespace {

/// All that the number of instructions depends on besides the sources: counts are compared only where it is the same.
void printCircumstances()
{
#if defined(__x86_64__)
    const char *processor = __builtin_cpu_supports("avx2") ? "x86-64 with AVX2" : "x86-64 without AVX2";
#else
    const char *processor = "other";
#endif
    const QByteArray font = QFontInfo(QGuiApplication::font()).family().toUtf8(); // of the names on tiles
    std::printf("compiler\t%s\nbuild\t%s\nqt\t%s\nlibc\t%s\nprocessor\t%s\nfont\t%s\n", REPERE_COMPILER, REPERE_BUILD,
                qVersion(), gnu_get_libc_version(), processor, font.constData());
}

/// For callgrind: one pass of each loop, the second, so that what is made once does not count.
void countInstructions(const std::vector<Loop> &loops)
{
    printCircumstances();
    CALLGRIND_START_INSTRUMENTATION;
    for (const Loop &loop : loops) {
        loop.pass();
        CALLGRIND_ZERO_STATS;
        const std::size_t result = loop.pass();
        CALLGRIND_DUMP_STATS_AT(loop.name.constData());
        std::printf("result\t%s\t%zu\n", loop.name.constData(), result);
    }
}

} // namespace

/// repere-loops [--ateliers=N] [--count] [--benchmark_…]
int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // tiles are painted into images
    const QGuiApplication application(argc, argv);
    int ateliers = 100'000;
    bool counts = false;
    std::vector<char *> rest;
    for (char *argument : std::span(argv, static_cast<std::size_t>(argc))) {
        if (std::strcmp(argument, "--count") == 0)
            counts = true;
        else if (std::strncmp(argument, "--ateliers=", 11) == 0)
            ateliers = std::max(1, std::atoi(argument + 11));
        else
            rest.push_back(argument);
    }
    int left = static_cast<int>(rest.size());
    rest.push_back(nullptr);
    benchmark::Initialize(&left, rest.data());
    if (benchmark::ReportUnrecognizedArguments(left, rest.data()))
        return 2;

    const auto loops = innerLoops(qEnvironmentVariable("REPERE_DATA", QStringLiteral(REPERE_SOURCE_DATA)), ateliers);
    if (!loops) {
        std::fprintf(stderr, "repere-loops: %s\n", qPrintable(loops.error().message));
        return 3;
    }
    if (counts) {
        countInstructions(*loops);
        return 0;
    }
    for (const Loop &loop : *loops) {
        if (loop.pass() == 0) {
            std::fprintf(stderr, "repere-loops: %s does nothing\n", loop.name.constData());
            return 1;
        }
        benchmark::RegisterBenchmark(loop.name.toStdString(), [&loop](benchmark::State &state) {
            for (auto _ : state)
                benchmark::DoNotOptimize(loop.pass());
        });
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
