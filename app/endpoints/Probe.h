// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Task.h"
#include "web/Reply.h"

namespace jetbridge::endpoints {

inline constexpr char probePath[] = "/.well-known/jetbridge-probe";

/// Answers a challenge as only this process can: with its HMAC-SHA256 under a key that never leaves
/// the process.
web::Reply probeReply(const web::Request& request, const Secret& key);

/// Sends a challenge to `url` and compares the answer. Fails with NotFound when another server
/// answers, otherwise with the reason why there is no answer (Unreachable, TimedOut, Insecure).
/// Takes `patience` at most. `caFile` names the trusted authorities (Environment::caFile).
Task<Outcome<Done>> probe(QUrl url, Secret key, QByteArray challenge, QString caFile = {},
    std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace jetbridge::endpoints
