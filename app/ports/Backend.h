// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"
#include "domain/Secret.h"
#include "ports/Task.h"

#include <QUrl>

namespace jetbridge {

/// Address of the partner's own backend, to which notifications are forwarded.
struct BackendAddress {
    QUrl url;
    Secret bearer; ///< Sent as `Authorization: Bearer`; empty if the backend wants none.
};

/// Answer of the partner's backend to one notification, whatever its status.
struct BackendAnswer {
    int status = 0;
    int milliseconds = 0;
    QByteArray body; ///< The first bytes of the body only; the bearer is removed from it.
};

/// The partner's own backend, as the receiver of forwarded notifications.
class Backend {
public:
    virtual ~Backend() = default;
    /// POSTs the notification's body unchanged. Invalid or Insecure: it was not sent. TimedOut,
    /// Unreachable, BadReply: it is not known whether it arrived, and sending it again does no
    /// harm.
    virtual Task<Outcome<BackendAnswer>> deliver(
        BackendAddress address, Notification notification) = 0;
};

} // namespace jetbridge
