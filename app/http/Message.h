// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QList>
#include <QUrl>

#include <chrono>

namespace jetbridge::http {

/// Header names and values in the order in which they are sent or were received.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// An answer as received, whatever its status.
struct Reply {
    int status = 0;
    Headers headers;
    QByteArray body;

    /// Returns the first value of a header, ignoring the case of its name; empty when absent.
    QByteArray header(QByteArrayView name) const;
};

/// A request to send, and how its answer is read.
struct Request {
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    Secret body;
    bool once = false; ///< The request is never sent a second time, whatever happens to the
                       ///< connection.
    bool mayBePlain = false; ///< Allows http to other computers; otherwise http is allowed to this
                             ///< computer only.
    bool isStatusEnough = false; ///< If there is a status, a truncated or oversized body is not a
                                 ///< failure.
    std::chrono::milliseconds timeout{20'000}; ///< Time limit from the call to the last byte of the
                                               ///< answer.
    OnboardingId correlation; ///< Onboarding that recorded exchanges and failures refer to.
    /// Returns what the recorder stores instead of the answer's body; null: the body itself.
    QByteArray (*recordedBody)(const Reply& reply) = nullptr;
};

/// The outcome of one request.
struct Delivery {
    Outcome<Reply> reply; ///< Fails with Cancelled, TimedOut, Unreachable, Insecure, BadReply or
                          ///< Invalid when there is no answer.
    bool left = false; ///< Whether bytes of its body may have reached the other side.
    Reply cut = {}; ///< The part of the answer that arrived, if `reply` is a failure.
};

} // namespace jetbridge::http
