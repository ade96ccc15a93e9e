// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <chrono>

namespace jetbridge {

/// How one credential stands against SmartRecruiters' limits at a moment.
struct RateUse {
    ClientId client;
    int perSecond = 0; ///< Requests that are allowed within any second.
    int used = 0; ///< Of those, as many are taken now.
    int atOnce = 0; ///< Requests that may be under way at the same time.
    int underWay = 0;
    int waiting = 0; ///< Calls that have not left yet.
    std::chrono::milliseconds pausedFor{
        0}; ///< Nothing leaves for so long: SmartRecruiters said so.
    bool told = false; ///< By the X-RateLimit headers; else the published figures are assumed.
};

} // namespace jetbridge
