// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "domain/Sink.h"
#include "ports/Task.h"

#include <chrono>
#include <optional>

namespace jetbridge {

/// What a sink gets with one delivery.
struct Parcel {
    Delivery delivery;
    Environment environment;
    /// The customer-level credentials; nullopt if the event takes them back (handsOver()).
    std::optional<CustomerCredentials> credentials = {};
    Secret secret = {}; ///< Secret by which the sink is reached; empty if it has none.
};

/// Result of one try.
struct DeliveryResult {
    Outcome<Done> outcome = Done{};
    QString place = {}; ///< Where it went, for people, such as a file's name.
    /// If it worked: there was nothing of ours to take back, for this reason.
    QString nothingBecause = {};
    std::chrono::seconds pause{0}; ///< Shortest pause that the receiver asked for (Retry-After).
    bool isFinal = false; ///< It failed, and no further try will change that.
    bool wantsNoMore = false; ///< It failed, and nothing goes to this sink until staff retry.
};

/// What a delivery would be, with every secret masked.
struct DeliveryPreview {
    QString place;
    QByteArray content;
};

/// Delivers to the sinks of one kind.
class SinkDriver {
public:
    virtual ~SinkDriver() = default;
    /// Delivers one event. It may have arrived at an earlier try already (Delivery::tries), and
    /// arriving again does no harm. Unreachable, TimedOut, ServerFault, RateLimited, Insecure,
    /// Refused or VaultUnavailable: the sink takes nothing at all now. Other kinds concern this
    /// delivery only.
    virtual Task<DeliveryResult> deliver(Sink sink, Parcel parcel) = 0;
    /// Returns what deliver() would do with these (masked) credentials, and checks whether the sink
    /// can be used, without changing anything there.
    virtual Task<Outcome<DeliveryPreview>> preview(Sink sink, Parcel parcel) = 0;
    /// Ends whatever is under way as Cancelled, and whatever begins from now on.
    virtual void abortAll() = 0;
};

} // namespace jetbridge
