// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/TokenTrials.h"

namespace jetbridge::authorization {

/// Requests tokens from oauthTokenUrl over HTTP, as SmartRecruiters will. Every exchange is
/// recorded; the token is not kept.
class HttpTokenTrials final : public TokenTrials {
public:
    /// Makes a client for token requests. `clock` and `recorder` must outlive it; `recorder` may be
    /// null.
    HttpTokenTrials(const Clock& clock, ExchangeRecorder* recorder)
        : m_recorder(recorder)
        , m_client({recorder, &clock, Lane::PartnerApp, Lane::PartnerApi})
    {
    }

    /// Sets the trusted authorities (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    /// Ends every request under way as Cancelled.
    void abortAll() { m_client.abortAll(); }

    Task<Outcome<Done>> ask(QUrl oauthTokenUrl, ClientCredentials pair, ClientAuthentication by,
        OnboardingId correlation) override;

private:
    ExchangeRecorder* m_recorder;
    http::Client m_client;
};

} // namespace jetbridge::authorization
