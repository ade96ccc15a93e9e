// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// Checks that the `redirect` of a consent request leads back to a trusted host (RFC 9700 4.11: no
/// open redirector), and returns it.
///
/// `text` is the query's value, decoded once. `allowedHosts` are "host" (default port) or
/// "host:port". Invalid: another host or port, a look-alike, `//host`, user information, a scheme
/// other than https (http on loopback), control characters or backslashes.
Outcome<QUrl> checkRedirect(const QString& text, const QStringList& allowedHosts);

} // namespace jetbridge
