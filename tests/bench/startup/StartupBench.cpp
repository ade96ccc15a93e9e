// SPDX-License-Identifier: GPL-3.0-or-later
//
// From exec to the first painted window: Jetbridge against a bare window with a table, in turns.
// bench_startup JETBRIDGE BARE [ROUNDS]; started on a quiet display in a session of its own.

#include "Launch.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using jetbridge::bench::Launch;

struct Series {
    std::vector<double> values;

    double least() const { return *std::min_element(values.begin(), values.end()); }
    double median() const
    {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(sorted.size() / 2);
    }
};

void print(const char* what, const char* unit, const Series& ours, const Series& bare)
{
    std::printf("%s: jetbridge %.1f (min %.1f) %s, bare window %.1f (min %.1f) %s, ratio %.2f (of "
                "the minima %.2f)\n",
        what, ours.median(), ours.least(), unit, bare.median(), bare.least(), unit,
        ours.median() / bare.median(), ours.least() / bare.least());
}

} // namespace

int main(int argc, char** argv)
try {
    if (argc < 3) {
        std::fputs("Usage: bench_startup JETBRIDGE BARE [ROUNDS]\n", stderr);
        return 2;
    }
    const std::vector<std::string> ours{argv[1]};
    const std::vector<std::string> bare{argv[2]};
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 10;
    // The first start of each reads the libraries from the disk and makes the data folder.
    jetbridge::bench::launch(ours);
    jetbridge::bench::launch(bare);
    Series mapped[2];
    Series painted[2];
    Series pss[2];
    for (int round = 0; round < rounds; ++round) {
        for (int turn = 0; turn < 2; ++turn) {
            const int which = (round + turn) % 2; // Neither is always the first.
            const Launch launch = jetbridge::bench::launch(which == 0 ? ours : bare);
            mapped[which].values.push_back(launch.mappedMs);
            painted[which].values.push_back(launch.paintedMs);
            pss[which].values.push_back(launch.pssMiB);
        }
    }
    print("window mapped", "ms", mapped[0], mapped[1]);
    print("first paint", "ms", painted[0], painted[1]);
    print("PSS a second later", "MiB", pss[0], pss[1]);
    return 0;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
}
