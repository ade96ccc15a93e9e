// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Round.h"

#include <chrono>
#include <functional>

namespace jetbridge {

/// Steady timer that does not depend on the time of day. It belongs to the thread that uses it.
class Timer {
public:
    virtual ~Timer() = default;
    /// Returns the time since an arbitrary moment; it never decreases.
    virtual std::chrono::milliseconds elapsed() const = 0;
    /// Calls `ring` once after `time`, never from within this call.
    virtual void ringAfter(std::chrono::milliseconds time, std::function<void()> ring) = 0;

    /// Returns an alarm for background work (async::Round); this object must outlive it.
    async::Round::Alarm alarm()
    {
        return [this](std::chrono::milliseconds time, std::function<void()> ring) {
            ringAfter(time, std::move(ring));
        };
    }
};

} // namespace jetbridge
