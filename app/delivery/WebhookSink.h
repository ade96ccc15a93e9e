// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/SinkDriver.h"

#include <chrono>

namespace jetbridge::delivery {

/// Tells the partner's backend of each event by a signed webhook (WebhookSinkSettings, Standard
/// Webhooks). The id is the same for each try. 2xx alone says that it has taken it; after 410 the
/// sink gets nothing until staff retry. Every exchange is recorded.
class WebhookSink final : public SinkDriver {
public:
    /// `clock` and `recorder` must outlive it; `recorder` may be null.
    WebhookSink(const Clock& clock, ExchangeRecorder* recorder,
        std::chrono::milliseconds timeout = std::chrono::seconds(15))
        : m_clock(clock)
        , m_recorder(recorder)
        , m_timeout(timeout)
        , m_client({recorder, &clock, Lane::PartnerApp, Lane::PartnerApi})
    {
    }

    /// Sets the trusted authorities (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    /// The parcel's secret are the environment's WebhookSecrets, as JSON.
    Task<DeliveryResult> deliver(Sink sink, Parcel parcel) override;
    Task<Outcome<DeliveryPreview>> preview(Sink sink, Parcel parcel) override;
    void abortAll() override { m_client.abortAll(); }

private:
    const Clock& m_clock;
    ExchangeRecorder* const m_recorder;
    const std::chrono::milliseconds m_timeout;
    http::Client m_client; ///< Ends first: what waits for it uses the rest.
};

} // namespace jetbridge::delivery
