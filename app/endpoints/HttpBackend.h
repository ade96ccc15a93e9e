// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Backend.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"

#include <QList>
#include <QPointer>

#include <chrono>

class QNetworkReply;

namespace jetbridge::endpoints {

/// Hands notifications to the partner's own backend by HTTP: one POST, no redirects, no cookies,
/// TLS validated, bounded in time and size. Beside the body as it arrived it sends
/// `Jetbridge-Notification` (the number in the inbox: the same for every try, so that a backend
/// knows what it has already), `Jetbridge-Company` and `Jetbridge-Client` (percent-encoded), and
/// `Jetbridge-Received`. The bearer that SmartRecruiters used is for us and goes nowhere. Every
/// exchange is handed to the recorder.
class HttpBackend final : public Backend {
public:
    static constexpr qsizetype mostBodyBytes = 4096; ///< Of an answer, that are kept.

    /// Both outlive this object; `recorder` may be null.
    HttpBackend(const Clock& clock, ExchangeRecorder* recorder,
        std::chrono::milliseconds timeout = std::chrono::seconds(10))
        : m_clock(clock)
        , m_recorder(recorder)
        , m_timeout(timeout)
    {
    }

    /// Whose certificates are believed (Environment::caFile).
    void setAuthorities(QString caFile) { m_caFile = std::move(caFile); }
    Task<Outcome<BackendAnswer>> deliver(
        BackendAddress address, Notification notification) override;
    /// What is under way ends as Cancelled.
    void abortAll();

private:
    const Clock& m_clock;
    ExchangeRecorder* const m_recorder;
    const std::chrono::milliseconds m_timeout;
    QString m_caFile;
    QList<QPointer<QNetworkReply>> m_underWay;
};

} // namespace jetbridge::endpoints
