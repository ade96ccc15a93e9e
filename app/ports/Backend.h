// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"
#include "domain/Secret.h"
#include "ports/Task.h"

#include <QUrl>

namespace jetbridge {

/// Where the partner's own backend takes notifications.
struct BackendAddress {
    QUrl url;
    Secret bearer; ///< Sent as `Authorization: Bearer`; empty: none.
};

/// What it said to one, whatever the status.
struct BackendAnswer {
    int status = 0;
    int milliseconds = 0;
    QByteArray body; ///< The beginning at most; never with the bearer in it.
};

/// The partner's own backend, as far as it takes notifications.
class Backend {
public:
    virtual ~Backend() = default;
    /// POSTs the notification's body as it stands. Invalid or Insecure: it was not sent; TimedOut,
    /// Unreachable, BadReply: whether it arrived is not known, and sending it again is harmless.
    virtual Task<Outcome<BackendAnswer>> deliver(
        BackendAddress address, Notification notification) = 0;
};

} // namespace jetbridge
