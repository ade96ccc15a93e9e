// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Round.h"

#include <chrono>
#include <functional>

namespace jetbridge {

/// Time as it passes, whatever anybody sets the clock to. Of the thread that asks.
class Timer {
public:
    virtual ~Timer() = default;
    /// Since some moment; never goes back.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// Calls `ring` once when so much time has passed; never from within this call.
    virtual void ringAfter(std::chrono::milliseconds time, std::function<void()> ring) = 0;

    /// What wakes work in the background; this object outlives it.
    async::Round::Alarm alarm()
    {
        return [this](std::chrono::milliseconds time, std::function<void()> ring) {
            ringAfter(time, std::move(ring));
        };
    }
};

} // namespace jetbridge
