// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ClientRegistration.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// The clients that were requested from the partner's authorization server in one environment,
/// until they are gone. Each is stored durably before it is requested.
class Registrations {
public:
    virtual ~Registrations() = default;
    /// Stores a client before it is requested. Conflict: this run has one already.
    virtual Task<Outcome<Done>> begin(Registration registration) = 0;
    /// Stores the new state, time and detail, and the client id and expiry if they are known.
    /// False: it is in none of the states `from` any more, and was not changed.
    virtual Task<Outcome<bool>> change(QList<ClientRegistrationState> from, Registration to) = 0;
    /// Removes it: the client is gone, or staff looked after it.
    virtual Task<Outcome<Done>> close(OnboardingId onboarding) = 0;
    /// Returns those in one of these states, the oldest first.
    virtual Task<Outcome<QList<Registration>>> in(QList<ClientRegistrationState> states) = 0;
};

} // namespace jetbridge
