// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace jetbridge {

/// UTC for the functions of QDateTime. Qt 6.9 deprecates Qt::UTC; Qt 6.4 takes a QTimeZone for
/// another kind of time, which it writes as "+00:00".
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization utc = QTimeZone::UTC;
#else
inline constexpr Qt::TimeSpec utc = Qt::UTC;
#endif

} // namespace jetbridge
