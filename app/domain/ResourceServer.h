// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// An API of the partner's own that may ask us what an access token stands for (RFC 7662). Staff
/// add it; of its secret only the SHA-256 is kept.
struct ResourceServer {
    ClientId clientId;
    QString name; ///< Name given by staff, unique in its environment.
    QByteArray secretSha256;
    QDateTime addedAt; ///< Time of the addition in UTC.

    bool operator==(const ResourceServer&) const = default;
};

} // namespace jetbridge
