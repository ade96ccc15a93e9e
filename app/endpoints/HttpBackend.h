// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/Backend.h"

#include <chrono>

namespace jetbridge::endpoints {

/// Hands notifications to the partner's own backend by HTTP: one POST. Beside the body as it
/// arrived it sends `Jetbridge-Notification` (the number in the inbox: the same for every try, so
/// that a backend knows what it has already), `Jetbridge-Company` and `Jetbridge-Client`
/// (percent-encoded), and `Jetbridge-Received`. The bearer that SmartRecruiters used is for us and
/// goes nowhere. Every exchange is handed to the recorder.
class HttpBackend final : public Backend {
public:
    static constexpr qsizetype mostBodyBytes = 4096; ///< Of an answer, that are kept.

    /// Both outlive this object; `recorder` may be null.
    HttpBackend(const Clock& clock, ExchangeRecorder* recorder,
        std::chrono::milliseconds timeout = std::chrono::seconds(10))
        : m_recorder(recorder)
        , m_timeout(timeout)
        , m_client({recorder, &clock, Lane::PartnerApi, Lane::PartnerApp})
    {
    }

    /// Whose certificates are believed (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    Task<Outcome<BackendAnswer>> deliver(
        BackendAddress address, Notification notification) override;
    /// What is under way ends as Cancelled.
    void abortAll() { m_client.abortAll(); }

private:
    ExchangeRecorder* const m_recorder;
    const std::chrono::milliseconds m_timeout;
    http::Client m_client;
};

} // namespace jetbridge::endpoints
