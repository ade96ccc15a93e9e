// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/ClientWebhook.h"

#include <chrono>

namespace jetbridge::authorization {

/// Sends webhooks to the partner's backend and records every exchange.
class HttpClientWebhook final : public ClientWebhook {
public:
    /// Both outlive this object; `recorder` may be null.
    HttpClientWebhook(const Clock& clock, ExchangeRecorder* recorder,
        std::chrono::milliseconds timeout = std::chrono::seconds(15))
        : m_clock(clock)
        , m_recorder(recorder)
        , m_timeout(timeout)
        , m_client({recorder, &clock, Lane::PartnerApp, Lane::PartnerApi})
    {
    }

    /// Sets the certificate authorities to trust (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    /// Aborts every request in progress.
    void abortAll() { m_client.abortAll(); }

    Task<Outcome<WebhookAnswer>> tell(
        WebhookSettings settings, WebhookSecrets secrets, ClientNotice notice) override;

private:
    const Clock& m_clock;
    ExchangeRecorder* const m_recorder;
    const std::chrono::milliseconds m_timeout;
    http::Client m_client;
};

} // namespace jetbridge::authorization
