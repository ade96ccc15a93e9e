// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Client.h"
#include "ports/Backend.h"

#include <chrono>

namespace jetbridge::endpoints {

/// Forwards notifications to the partner's backend, each by one POST request. The body is sent as
/// it is kept: as it arrived, with [secret] in the place of each secret that is known here. The
/// additional headers are `Jetbridge-Notification` (the number in the inbox, the same for every
/// try, so that a backend can recognise duplicates), `Jetbridge-Company` and `Jetbridge-Client`
/// (percent-encoded), and `Jetbridge-Received`. The bearer token that SmartRecruiters sent is ours
/// and is not forwarded. Every exchange is passed to the recorder.
class HttpBackend final : public Backend {
public:
    static constexpr qsizetype mostBodyBytes = 4096; ///< Number of bytes of an answer that are
                                                     ///< kept.

    /// Makes a backend client. `clock` and `recorder` must outlive it; `recorder` may be null.
    HttpBackend(const Clock& clock, ExchangeRecorder* recorder,
        std::chrono::milliseconds timeout = std::chrono::seconds(10))
        : m_recorder(recorder)
        , m_timeout(timeout)
        , m_client({recorder, &clock, Lane::PartnerApi, Lane::PartnerApp})
    {
    }

    /// Sets the trusted authorities (Environment::caFile).
    void setAuthorities(const QString& caFile) { m_client.setAuthorities(caFile); }
    Task<Outcome<BackendAnswer>> deliver(
        BackendAddress address, Notification notification) override;
    /// Ends all requests under way as Cancelled.
    void abortAll() { m_client.abortAll(); }

private:
    ExchangeRecorder* const m_recorder;
    const std::chrono::milliseconds m_timeout;
    http::Client m_client;
};

} // namespace jetbridge::endpoints
