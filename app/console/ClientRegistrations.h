// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "flows/RegisterClient.h"

namespace jetbridge {

class CurrentEnvironment;

/// The clients that the partner's own authorization server registers for customers
/// (TokenService::Registration), from their request until they are deleted there.
class ClientRegistrations {
public:
    /// `current` outlives this.
    ClientRegistrations(
        const Services& services, const CurrentEnvironment& current, QString dataFolder);

    Registrations& registrations() { return m_services.registrations; }
    /// Stores the initial access token for the server of that environment's settings
    /// (RegisterClient.h).
    Task<Outcome<Done>> keepToken(Environment environment, Secret token);
    /// Settles the registrations of runs that have ended, in whatever program, and deletes at the
    /// server what is not needed any more.
    Task<Outcome<Done>> clear();
    /// Does the same for one run alone, which has ended although its lock is still held here: many
    /// runs must not try again for each other what the server refuses.
    Task<Outcome<Done>> clearRun(OnboardingId endedNow);
    /// closeRegistration() of RegisterClient.h
    Task<Outcome<Registration>> close(OnboardingId onboarding);

    // --- For the rest of the console
    /// At start: settles what a killed program left, and deletes at the server in the background.
    Task<Outcome<Done>> recover();

private:
    Task<Outcome<Done>> settle();

    const Services m_services;
    const CurrentEnvironment& m_current;
    const QString m_dataFolder;
};

} // namespace jetbridge
