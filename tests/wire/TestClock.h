// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Utc.h"
#include "ports/Clock.h"

#include <QTimeZone>

namespace jetbridge::test {

/// A clock that moves only when it is told to; it starts on Friday, 2 January 2026, 03:04:05 UTC.
class TestClock final : public Clock {
public:
    QDateTime now() const override { return m_now; }
    void advance(int seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now{QDate(2026, 1, 2), QTime(3, 4, 5), utc};
};

} // namespace jetbridge::test
