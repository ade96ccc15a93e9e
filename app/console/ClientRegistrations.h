// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "flows/StagedClients.h"
#include "ports/Closing.h"
#include "ports/Timer.h"

#include <functional>

namespace jetbridge {

/// The clients that are staged at the partner's own server: its authorization server registers them
/// (TokenService::Registration), or its backend is told of them (TokenService::Webhook). From their
/// request until they are gone there.
class ClientRegistrations {
public:
    /// `servers` returns the partner's servers as they are set now; `timer` outlives this.
    ClientRegistrations(const Services& services, std::function<PartnerServers()> servers,
        Timer& timer, QString dataFolder);

    Registrations& registrations() { return m_services.registrations; }
    /// Stores the initial access token for the server of that environment's settings
    /// (RegisterClient.h).
    Task<Outcome<Done>> keepToken(Environment environment, Secret token);
    /// keepWebhookSecret() of AnnounceClient.h
    Task<Outcome<Done>> keepSecret(Environment environment, Secret secret);
    /// endWebhookRotation() of AnnounceClient.h
    Task<Outcome<Done>> endRotation(Environment environment);
    /// Settles the clients of runs that have ended, in whatever program, and commits or withdraws
    /// them at the partner's server.
    Task<Outcome<Done>> clear(Finishing::Wanted wantedBy = Finishing::Wanted::ByItself);
    /// Does the same for one run alone, which has ended although its lock is still held here: many
    /// runs must not try again for each other what the server refuses.
    Task<Outcome<Done>> clearRun(OnboardingId endedNow);
    /// closeRegistration() of StagedClients.h
    Task<Outcome<Registration>> close(OnboardingId onboarding);

    // --- For the rest of the console
    /// At start: settles what a killed program left, and commits or withdraws in the background
    /// what the partner's server has not taken, again and again until it has.
    Task<Outcome<Done>> recover();
    void stop() { m_round.stop(); } ///< Ends the background work.

private:
    Task<Outcome<Done>> settle();
    Task<std::optional<async::Round::Pause>> round();

    const Services m_services;
    const std::function<PartnerServers()> m_servers;
    const QString m_dataFolder;
    async::Round::Pause m_pause;
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
