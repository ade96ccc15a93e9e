// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/ClientRegistrar.h"

namespace jetbridge::authorization {

/// Registers clients over HTTP and records every exchange.
class HttpClientRegistrar final : public ClientRegistrar {
public:
    /// Both outlive this object; `recorder` may be null.
    HttpClientRegistrar(const Clock& clock, ExchangeRecorder* recorder)
        : m_clock(clock)
        , m_recorder(recorder)
        , m_client({recorder, &clock, Lane::PartnerApp, Lane::PartnerApi})
    {
    }

    /// Sets the certificate authorities to trust (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    /// Aborts every request in progress.
    void abortAll() { m_client.abortAll(); }

    Task<Outcome<RegisteredClient>> add(RegistrationSettings settings, Secret initialToken,
        QString clientName, OnboardingId correlation) override;
    Task<Outcome<Done>> remove(ClientManagement management, OnboardingId correlation) override;

private:
    /// Returns where clients are registered; metadata is requested once for each address.
    Task<Outcome<QUrl>> endpointOf(RegistrationSettings settings, OnboardingId correlation);

    const Clock& m_clock;
    ExchangeRecorder* m_recorder;
    http::Client m_client;
    QUrl m_metadataUrl; ///< Metadata that `m_endpoint` was read from.
    QUrl m_endpoint;
};

} // namespace jetbridge::authorization
