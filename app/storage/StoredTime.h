// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Utc.h"

#include <QDateTime>
#include <QVariant>

namespace jetbridge::storage {

/// Converts a time to its stored form: milliseconds since 1970 in UTC, or NULL if it is invalid.
inline QVariant timeValue(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

inline QDateTime timeFrom(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), utc);
}

} // namespace jetbridge::storage
