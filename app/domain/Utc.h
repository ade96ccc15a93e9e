// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace jetbridge {

/// The time zone UTC for functions of QDateTime. Qt 6.9 deprecates Qt::UTC; Qt 6.4 treats a
/// QTimeZone as another kind of time, which it writes as "+00:00".
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization utc = QTimeZone::UTC;
#else
inline constexpr Qt::TimeSpec utc = Qt::UTC;
#endif

} // namespace jetbridge
