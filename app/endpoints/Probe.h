// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Task.h"
#include "web/Reply.h"

namespace jetbridge::endpoints {

inline constexpr char probePath[] = "/.well-known/jetbridge-probe";

/// What this process alone can answer to a challenge: its HMAC-SHA256 with a key that never leaves
/// it.
web::Reply probeReply(const web::Request& request, const Secret& key);

/// Sends a challenge to `url` and compares the answer. NotFound: somebody else answers there; else
/// what kept us from an answer (Unreachable, TimedOut, Insecure), `patience` at most.
/// `caFile`: whose certificates are believed (Environment::caFile).
Task<Outcome<Done>> probe(QUrl url, Secret key, QByteArray challenge, QString caFile = {},
    std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace jetbridge::endpoints
