// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace jetbridge::endpoints {

/// The language to answer in: of `available` (primary subtags), the one that Accept-Language likes
/// best by its q-values (RFC 9110 12.5.4); the first of `available` when it names none of them.
QString preferredLanguage(QByteArrayView acceptLanguage, const QStringList& available);

} // namespace jetbridge::endpoints
