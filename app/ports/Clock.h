// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// The wall clock. May be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< The current time in UTC.
    /// Milliseconds since an arbitrary moment, for measuring durations. Unlike now(), the value
    /// does not go back when somebody sets the time of day.
    virtual qint64 steadyMs() const { return now().toMSecsSinceEpoch(); }
};

/// Source of unpredictable bytes (the system's generator). May be called from any thread.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual QByteArray bytes(int count) = 0;
};

} // namespace jetbridge
