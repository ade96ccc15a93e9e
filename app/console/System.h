// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"

namespace jetbridge {

/// The computer's clock.
class SystemClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// The operating system's generator (never the seeded one).
class SystemRandomness final : public Randomness {
public:
    QByteArray bytes(int count) override;
};

} // namespace jetbridge
