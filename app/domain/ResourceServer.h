// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// An API of the partner's own that may ask us what an access token stands for (RFC 7662): made by
/// staff, known by its secret's SHA-256.
struct ResourceServer {
    ClientId clientId;
    QString name; ///< As staff call it; one of a kind in its environment.
    QByteArray secretSha256;
    QDateTime addedAt; ///< UTC.

    bool operator==(const ResourceServer&) const = default;
};

} // namespace jetbridge
