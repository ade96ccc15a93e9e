// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "ports/Task.h"

#include <chrono>
#include <optional>

namespace jetbridge {

/// Takes exchanges as they happen; redacts before anything is kept. Callable from any thread, and
/// never waits for anything.
class ExchangeRecorder {
public:
    virtual ~ExchangeRecorder() = default;
    virtual void record(Exchange exchange) = 0;
    /// Something that must never be kept or exported, wherever it turns up from now on.
    virtual void knowSecret(Secret secret) = 0;
};

/// Which exchanges; every field narrows the answer.
struct ExchangeFilter {
    OnboardingId onboarding; ///< Empty: of any, and of none.
    QString search; ///< Part of method, URL, status or failure; empty: any.
    qint64 number = 0; ///< This one alone; 0: any.
    qint64 before = 0; ///< Only older ones than this number, to page on; 0: from the newest.
    int most = 200; ///< -1: all of them.
};

/// A method and path that the API of SmartRecruiters was called with, successfully.
struct ApiCall {
    QByteArray method;
    QString path;
};

/// What was recorded in one environment. StorageUnavailable: it cannot be read.
class RecordedTraffic {
public:
    virtual ~RecordedTraffic() = default;
    /// Newest first, without headers and bodies.
    virtual Task<Outcome<QList<Exchange>>> list(ExchangeFilter filter) = 0;
    /// A whole one; nullopt: it was not recorded, or is gone by now.
    virtual Task<Outcome<std::optional<Exchange>>> find(qint64 number) = 0;
    /// The runs of which something was recorded, the latest first; the last hundred.
    virtual Task<Outcome<QList<OnboardingId>>> onboardings() = 0;
    virtual Task<Outcome<QList<ApiCall>>> apiCalls() = 0;
};

/// The way out for what was recorded. NotPermitted: a known secret stands in it, so nothing leaves;
/// the detail says in which exchange.
class TrafficExport {
public:
    virtual ~TrafficExport() = default;
    virtual Task<Outcome<QByteArray>> exported(ExchangeFilter filter, ExchangeFormat format) = 0;
    /// The same check for a text that somebody else made of exchanges (a drawing).
    virtual Task<Outcome<Done>> mayLeave(QByteArray text) = 0;
};

/// How much recorded traffic a data folder keeps; what is over goes, the oldest first.
struct TrafficLimits {
    static constexpr qint64 megabyte = 1024 * 1024;
    static constexpr int fewestMegabytes = 1;
    static constexpr int mostMegabytes = 10'000;
    static constexpr int fewestDays = 1;
    static constexpr int mostDays = 3650;

    qint64 mostBytes = 64 * megabyte;
    std::chrono::hours mostAge{30 * 24};
};

/// How the recorded traffic of a data folder stands.
struct TrafficState {
    TrafficLimits limits;
    qint64 bytes = 0;
    qint64 exchanges = 0;
    qint64 missed = 0; ///< Exchanges that were not kept: they came too fast, or the disk was full.
    QString memoryOnlyBecause; ///< Empty: kept on disk; or why for this run only.
};

/// The keeping of recorded traffic, for all environments of a data folder.
class TrafficKeeping {
public:
    virtual ~TrafficKeeping() = default;
    virtual Task<Outcome<TrafficState>> state() = 0;
    /// Invalid: outside of the bounds above.
    virtual Task<Outcome<Done>> setLimits(TrafficLimits limits) = 0;
    /// Removes what was recorded in this environment.
    virtual Task<Outcome<Done>> clear() = 0;
};

} // namespace jetbridge
