// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// The `redirect` of the consent request, if it leads back to a host we trust (RFC 9700 4.11: no
/// open redirector).
///
/// `text` is what the query said, decoded once. Refused as Invalid: another host or port, a
/// look-alike, `//host`, user information, other schemes than https (http on loopback), control
/// characters and backslashes. `allowedHosts` are "host" (default port) or "host:port".
Outcome<QUrl> checkRedirect(const QString& text, const QStringList& allowedHosts);

} // namespace jetbridge
