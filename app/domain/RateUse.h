// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <chrono>

namespace jetbridge {

/// Use of SmartRecruiters' rate limits by one client at a moment.
struct RateUse {
    ClientId client;
    int perSecond = 0; ///< Allowed requests within any second.
    int used = 0; ///< Requests of the last second, which count against perSecond.
    int atOnce = 0; ///< Allowed number of requests at the same time.
    int underWay = 0;
    int waiting = 0; ///< Calls that wait to be sent.
    std::chrono::milliseconds pausedFor{
        0}; ///< Time for which nothing is sent, because SmartRecruiters demanded it.
    bool told = false; ///< True if the limits come from X-RateLimit headers; otherwise the
                       ///< published figures are assumed.
};

} // namespace jetbridge
