// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures the time from exec to the first painted window: it compares Jetbridge with a bare window
// with a table, alternating, and with another program if one is given. bench_startup JETBRIDGE BARE
// [ROUNDS [OTHER]]; run it in a session of its own, on a display that nothing else uses.

#include "../Median.h"
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
    double middle() const { return median(values); }
};

void print(
    const char* what, const char* unit, const Series& ours, const char* name, const Series& other)
{
    std::printf("%s: jetbridge %.1f (min %.1f) %s, %s %.1f (min %.1f) %s, ratio %.2f (of the "
                "minima %.2f)\n",
        what, ours.middle(), ours.least(), unit, name, other.middle(), other.least(), unit,
        ours.middle() / other.middle(), ours.least() / other.least());
}

} // namespace

int main(int argc, char** argv)
try {
    if (argc < 3) {
        std::fputs("Usage: bench_startup JETBRIDGE BARE [ROUNDS [OTHER]]\n", stderr);
        return 2;
    }
    std::vector<std::vector<std::string>> programs{{argv[1]}, {argv[2]}};
    if (argc > 4)
        programs.push_back({argv[4]});
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 10;
    const int count = int(programs.size());
    // The first start of each program reads the libraries from the disk and creates the data
    // folder.
    for (const auto& program : programs)
        jetbridge::bench::launch(program);
    Series mapped[3];
    Series painted[3];
    Series pss[3];
    for (int round = 0; round < rounds; ++round) {
        for (int turn = 0; turn < count; ++turn) {
            // The programs take turns, so none is always the first.
            const int which = (round + turn) % count;
            const Launch launch = jetbridge::bench::launch(programs[size_t(which)]);
            mapped[which].values.push_back(launch.mappedMs);
            painted[which].values.push_back(launch.paintedMs);
            pss[which].values.push_back(launch.pssMiB);
        }
    }
    print("window mapped", "ms", mapped[0], "bare window", mapped[1]);
    print("first paint", "ms", painted[0], "bare window", painted[1]);
    print("PSS a second later", "MiB", pss[0], "bare window", pss[1]);
    if (count > 2) {
        print("window mapped, against another", "ms", mapped[0], argv[4], mapped[2]);
        print("first paint, against another", "ms", painted[0], argv[4], painted[2]);
        print("PSS, against another", "MiB", pss[0], argv[4], pss[2]);
    }
    return 0;
} catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    return 1;
}
