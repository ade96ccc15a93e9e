// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "domain/Failure.h"
#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "ports/Task.h"

#include <chrono>
#include <optional>

namespace jetbridge {

/// Records HTTP exchanges as they happen, and redacts them before anything is kept. May be called
/// from any thread and never blocks.
class ExchangeRecorder {
public:
    virtual ~ExchangeRecorder() = default;
    virtual void record(Exchange exchange) = 0;
    /// Registers a secret that must not be kept or exported from now on, wherever it appears.
    virtual void knowSecret(Secret secret) = 0;
    /// Returns a text that others wrote, with "[secret]" in the place of each secret that is known,
    /// of whichever customer, present or former. It is for what is kept or shown of their answers;
    /// it takes time by the size of the text.
    virtual QByteArray withoutSecrets(QByteArray text) const { return text; }
    QString withoutSecrets(const QString& text) const
    {
        return QString::fromUtf8(withoutSecrets(text.toUtf8()));
    }
    /// Returns a failure whose code and detail repeat what others wrote, without the secrets.
    Failure withoutSecrets(Failure failure) const
    {
        failure.code = withoutSecrets(failure.code);
        failure.detail.words = withoutSecrets(failure.detail.words);
        for (QString& argument : failure.detail.arguments)
            argument = withoutSecrets(argument);
        return failure;
    }
};

/// Selects recorded exchanges; every field that is set narrows the result.
struct ExchangeFilter {
    /// How the request was answered.
    enum class Answered {
        Somehow, ///< Or not at all: any exchange.
        Well, ///< 2xx and 3xx
        Refused, ///< 4xx
        Failed, ///< 5xx
        NotAtAll, ///< No answer was seen.
    };

    OnboardingId onboarding; ///< Exchanges of this onboarding only; empty: all, also those of no
                             ///< onboarding.
    QString search; ///< Text in method, URL, status or failure; empty: any.
    qint64 number = 0; ///< The exchange with this number only; 0: any.
    qint64 before = 0; ///< Exchanges with smaller (older) numbers only, for paging; 0: start at the
                       ///< newest.
    int most = 200; ///< Largest number of results; -1: no limit.
    /// Exchanges of these onboardings only, such as those of a company; nullopt: any.
    std::optional<QList<OnboardingId>> among = std::nullopt;
    Answered answered = Answered::Somehow;
    bool oldestFirst = false; ///< Begins at the oldest exchange.
    qint64 after = 0; ///< Exchanges with larger (newer) numbers only; 0: any.
};

/// Method and path of a successful call to SmartRecruiters' API.
struct ApiCall {
    QByteArray method;
    QString path;
};

/// Reads the recorded exchanges of one environment. Every call fails with StorageUnavailable when
/// the record cannot be read.
class RecordedTraffic {
public:
    virtual ~RecordedTraffic() = default;
    /// Lists exchanges, newest first unless the filter says otherwise, without headers and bodies.
    virtual Task<Outcome<QList<Exchange>>> list(ExchangeFilter filter) = 0;
    /// Returns one exchange with headers and bodies; nullopt if it was not recorded or has been
    /// removed since.
    virtual Task<Outcome<std::optional<Exchange>>> find(qint64 number) = 0;
    /// Returns the last hundred onboardings that have recorded exchanges, the latest first.
    virtual Task<Outcome<QList<OnboardingId>>> onboardings() = 0;
    virtual Task<Outcome<QList<ApiCall>>> apiCalls() = 0;
};

/// Exports recorded exchanges. NotPermitted: a known secret appears in them and nothing is
/// exported; the detail names the exchange.
class TrafficExport {
public:
    virtual ~TrafficExport() = default;
    virtual Task<Outcome<QByteArray>> exported(ExchangeFilter filter, ExchangeFormat format) = 0;
    /// Applies the same check to a text that was made from exchanges elsewhere (a sequence
    /// diagram).
    virtual Task<Outcome<Done>> mayLeave(QByteArray text) = 0;
};

/// Limits of the traffic that a data folder keeps; the oldest exchanges are removed first.
struct TrafficLimits {
    static constexpr qint64 megabyte = 1024 * 1024;
    static constexpr int fewestMegabytes = 1;
    static constexpr int mostMegabytes = 10'000;
    static constexpr int fewestDays = 1;
    static constexpr int mostDays = 3650;

    qint64 mostBytes = 64 * megabyte;
    std::chrono::hours mostAge{30 * 24};
};

/// State of a data folder's recorded traffic: limits, size and losses.
struct TrafficState {
    TrafficLimits limits;
    qint64 bytes = 0;
    qint64 exchanges = 0;
    qint64 missed = 0; ///< Exchanges that were lost because they came too fast, the disk was full
                       ///< or the program ended.
    QString memoryOnlyBecause; ///< Why traffic is kept in memory for this run only; empty if it is
                               ///< kept on disk.
};

/// Settings of traffic recording, shared by all environments of a data folder.
class TrafficKeeping {
public:
    virtual ~TrafficKeeping() = default;
    virtual Task<Outcome<TrafficState>> state() = 0;
    /// Changes the limits. Invalid: they are outside the bounds of TrafficLimits.
    virtual Task<Outcome<Done>> setLimits(TrafficLimits limits) = 0;
    /// Removes all recorded exchanges of this environment.
    virtual Task<Outcome<Done>> clear() = 0;
};

} // namespace jetbridge
