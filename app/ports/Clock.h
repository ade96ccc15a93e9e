// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// The time of day; callable from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< UTC.
    /// Milliseconds since some moment, for measuring: nobody who sets the time of day moves it
    /// back.
    virtual qint64 steadyMs() const { return now().toMSecsSinceEpoch(); }
};

/// Unpredictable bytes from the system's generator; callable from any thread.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual QByteArray bytes(int count) = 0;
};

} // namespace jetbridge
