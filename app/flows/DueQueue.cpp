// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/DueQueue.h"

#include <algorithm>

namespace jetbridge {

std::chrono::seconds pauseAfter(int tries)
{
    static constexpr std::chrono::seconds longest = std::chrono::minutes(15);
    return std::min(longest, std::chrono::seconds(1LL << std::clamp(tries - 1, 0, 20)));
}

std::chrono::milliseconds sleepUntil(
    const Outcome<std::optional<QDateTime>>& next, const QDateTime& now)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::milliseconds longest = 60s;
    if (!next)
        return 3s;
    if (!*next)
        return longest;
    return std::clamp<std::chrono::milliseconds>(
        std::chrono::milliseconds(now.msecsTo(**next)), 0ms, longest);
}

} // namespace jetbridge
