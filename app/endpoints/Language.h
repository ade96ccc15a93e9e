// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace jetbridge::endpoints {

/// Chooses the language of an answer: the one of `available` (primary subtags) that Accept-Language
/// prefers by its q-values (RFC 9110 12.5.4), or the first of `available` if it names none of them.
QString preferredLanguage(QByteArrayView acceptLanguage, const QStringList& available);

} // namespace jetbridge::endpoints
