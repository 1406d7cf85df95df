// Runs a target without libFuzzer: the corpus as it is, then inputs made of it by a seeded generator.
//   fuzz_x [--runs N] [--seconds N] [--seed N] [--most-seconds N] FILE-OR-FOLDER…
// Ends after N inputs or N seconds, whichever comes first. An input on which the target aborts, crashes or takes longer than
// --most-seconds is left in fuzz_x.crash in the working folder; `fuzz_x --runs 0 fuzz_x.crash` shows it again.
#include "fuzz/fuzzing.h"
#include "fuzz/mutator.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <fcntl.h>
#include <unistd.h>

// A report of a sanitizer aborts, so that the handler below keeps the input.
extern "C" const char *__asan_default_options() // NOLINT: the sanitizer's name
{
    return "abort_on_error=1:detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=2048";
}

namespace {

using repere::fuzz::Bytes;

struct {
    const std::uint8_t *data = nullptr;
    std::size_t size = 0;
    char file[512] = {};
} current;

/// Async-signal-safe calls only.
void keepInput(int signal)
{
    const int file = open(current.file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0) {
        for (std::size_t done = 0; done < current.size;) {
            const ssize_t written = write(file, current.data + done, current.size - done);
            if (written <= 0)
                break;
            done += std::size_t(written);
        }
        close(file);
    }
    const char timeout[] = "broken: an input takes too long\n";
    if (signal == SIGALRM && write(STDERR_FILENO, timeout, sizeof timeout - 1) < 0)
        _exit(1);
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void catchSignals()
{
    static char stack[1 << 16]; // a stack that overflowed cannot hold the handler
    const stack_t alternate = {.ss_sp = stack, .ss_flags = 0, .ss_size = sizeof stack};
    sigaltstack(&alternate, nullptr);
    struct sigaction action = {};
    action.sa_handler = keepInput;
    action.sa_flags = SA_ONSTACK | SA_NODEFER;
    for (const int signal : {SIGABRT, SIGALRM})
        sigaction(signal, &action, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
        struct sigaction before = {};
        sigaction(signal, nullptr, &before);
        if (before.sa_handler == SIG_DFL) // not under the sanitizers, which report first
            sigaction(signal, &action, nullptr);
    }
}

Bytes contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Bytes> corpusOf(const std::vector<std::filesystem::path> &paths)
{
    std::vector<std::filesystem::path> files;
    for (const auto &path : paths) {
        if (!is_directory(path)) {
            files.push_back(path);
            continue;
        }
        for (const auto &entry : std::filesystem::directory_iterator(path)) {
            if (entry.is_regular_file() && entry.path().extension() != ".expected")
                files.push_back(entry.path());
        }
    }
    std::ranges::sort(files); // folders have no order of their own
    std::vector<Bytes> corpus;
    for (const auto &file : files)
        corpus.push_back(contentOf(file));
    return corpus;
}

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

int main(int argc, char *argv[])
{
    long runs = 1000;
    long seconds = 600;
    long mostSeconds = 60;
    unsigned long seed = 1;
    std::vector<std::filesystem::path> paths;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const auto number = [&] { return ++i < argc ? std::strtol(argv[i], nullptr, 10) : 0; };
        if (argument == "--runs")
            runs = number();
        else if (argument == "--seconds")
            seconds = number();
        else if (argument == "--most-seconds")
            mostSeconds = number();
        else if (argument == "--seed")
            seed = static_cast<unsigned long>(number());
        else
            paths.emplace_back(argument);
    }
    const std::string name = std::filesystem::path(argv[0]).filename();
    const std::vector<Bytes> corpus = corpusOf(paths);
    if (corpus.empty()) {
        std::fprintf(stderr, "%s: no corpus\n", name.c_str());
        return 2;
    }
    std::snprintf(current.file, sizeof current.file, "%s.crash", name.c_str());
    catchSignals();

    double slowest = 0;
    const auto run = [&](const Bytes &input) {
        current.data = input.data();
        current.size = input.size();
        alarm(static_cast<unsigned>(mostSeconds));
        const auto begin = std::chrono::steady_clock::now();
        LLVMFuzzerTestOneInput(input.data(), input.size());
        slowest = std::max(slowest, secondsSince(begin));
        alarm(0);
    };
    const auto begin = std::chrono::steady_clock::now();
    for (const Bytes &input : corpus)
        run(input);
    repere::fuzz::Mutator mutator(seed, corpus);
    long made = 0;
    for (; made < runs && secondsSince(begin) < double(seconds); ++made)
        run(mutator.next());
    std::printf("%s: %zu files of the corpus, %ld made of them with seed %lu; %.1f s, slowest %.2f s\n", name.c_str(),
                corpus.size(), made, seed, secondsSince(begin), slowest);
    return 0;
}
