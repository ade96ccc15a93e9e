// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/Secret.h"

#include <QList>
#include <QUrl>

#include <chrono>

namespace jetbridge::http {

/// Names and values of header fields in the order in which they are sent or came.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// An answer as it came, whatever its status.
struct Reply {
    int status = 0;
    Headers headers;
    QByteArray body;

    /// The (first) value of a header, whatever the case of its name; empty when absent.
    QByteArray header(QByteArrayView name) const;
};

/// A request as it will leave, and how its answer is read.
struct Request {
    QByteArray method = "GET";
    QUrl url;
    Headers headers;
    Secret body;
    bool once = false; ///< Never sent a second time, whatever happens to the connection.
    bool mayBePlain = false; ///< http to another computer is allowed; else to this one only.
    bool isStatusEnough = false; ///< With a status, a body that is cut or too long is no failure.
    std::chrono::milliseconds timeout{20'000}; ///< From the call to the last byte of the answer.
    OnboardingId correlation; ///< Which onboarding records and failures name.
    /// What the recorder gets instead of the answer's body; null: the body.
    QByteArray (*recordedBody)(const Reply& reply) = nullptr;
};

/// What became of one request.
struct Delivery {
    Outcome<Reply> reply; ///< Cancelled, TimedOut, Unreachable, Insecure, BadReply or Invalid
                          ///< without an answer.
    bool left = false; ///< Whether bytes of its body may have reached the other side.
    Reply cut = {}; ///< What came of the answer where `reply` is a failure.
};

} // namespace jetbridge::http
