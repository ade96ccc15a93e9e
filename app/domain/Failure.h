// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Message.h"

namespace jetbridge {

/// Kind of a failure, named by what a person must do next.
enum class FailureKind {
    Cancelled, ///< The person stopped it; nothing was left half done.
    TimedOut, ///< No answer within the time; nothing was changed there (safe requests only).
    Unreachable, ///< DNS, proxy, refused or reset connection: try again, check the network.
    Insecure, ///< TLS: certificate expired, wrong host, unknown authority, or http off loopback.
    Refused, ///< The credentials are wrong or withdrawn (401, invalid_client): replace them.
    NotPermitted, ///< Known, but not allowed (403): scope, role or a missing grant.
    NotFound, ///< No such company, integration or resource (404).
    Conflict, ///< Already there or taken (409).
    RateLimited, ///< 429: wait, then try again.
    ServerFault, ///< 5xx before anything was changed: the other side must fix it.
    BadReply, ///< An answer that does not follow the protocol: HTML, incomplete JSON, a missing
              ///< field.
    VaultUnavailable, ///< Keychain locked or absent: unlock it; no secret was requested meanwhile.
    StorageUnavailable, ///< Data folder not writable, disk full, database damaged.
    OutcomeUnknown, ///< Sent, but no answer came: it may or may not have been carried out there.
    Invalid, ///< Our caller's input is wrong; `detail` says what and where (400, 422 too).
};

/// Returns the locale-neutral name of a kind, for JSON and logs ("outcomeUnknown").
QString failureKindName(FailureKind kind);

/// Code of the failure for a confirm call that was not sent because the outcome of an earlier one
/// is unknown.
inline constexpr auto outcomeUnknownCode = "outcome_unknown";

/// A failure as a value. It never holds a secret: adapters put only public facts into it.
struct Failure {
    FailureKind kind = FailureKind::Invalid;
    int status = 0; ///< HTTP status; 0 if there was none.
    QString code; ///< Machine-readable code: the other side's ("invalid_client"), or ours if it
                  ///< sent none ("dns", "html"); may be empty.
    Message detail; ///< What happened, without secrets.
    QString correlationId; ///< Onboarding or exchange that it belongs to; may be empty.

    /// Tells whether repeating the very same step may succeed without any change by anybody.
    bool mayRetry() const;

    bool operator==(const Failure&) const = default;
};

} // namespace jetbridge
