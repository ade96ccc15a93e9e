// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Worker.h"
#include "domain/SecretHash.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"

#include <QMutex>
#include <QObject>

#include <memory>
#include <variant>
#include <vector>

namespace jetbridge::traffic {

/// Where recorded traffic is kept, and whose it is.
struct TrafficOptions {
    QString folder; ///< Holds traffic.sqlite3; empty: kept in memory for this run only.
    QString environment; ///< What is listed and exported is this one's alone.
    TrafficLimits limits; ///< Until the folder has others (setLimits()).
};

/// Every HTTP exchange, redacted and then kept on a thread of its own: bounded, and never waited
/// for. What comes faster than it can be kept, or finds the disk full, is counted instead. Where
/// the folder cannot be written, exchanges are kept in memory for this run.
class TrafficStore final : public QObject,
                           public ExchangeRecorder,
                           public RecordedTraffic,
                           public TrafficExport,
                           public TrafficKeeping {
    Q_OBJECT

public:
    /// Cheap: the file is opened with the first exchange, or the first question.
    TrafficStore(TrafficOptions options, const Clock& clock, Randomness& randomness);
    ~TrafficStore() override; ///< Writes what was recorded, then closes.

    void record(Exchange exchange) override;
    void knowSecret(Secret secret) override;
    /// The same of secrets of which only hashes are kept, as long as no others come by another key.
    void knowHashes(SecretHasher hasher, QList<SecretHash> hashes);

    Task<Outcome<QList<Exchange>>> list(ExchangeFilter filter) override;
    Task<Outcome<std::optional<Exchange>>> find(qint64 number) override;
    Task<Outcome<QList<OnboardingId>>> onboardings() override;
    Task<Outcome<QList<ApiCall>>> apiCalls() override;

    Task<Outcome<QByteArray>> exported(ExchangeFilter filter, ExchangeFormat format) override;
    Task<Outcome<Done>> mayLeave(QByteArray text) override;

    Task<Outcome<TrafficState>> state() override;
    Task<Outcome<Done>> setLimits(TrafficLimits limits) override;
    Task<Outcome<Done>> clear() override;

    /// Exchanges and bytes of bodies that may wait to be kept.
    static constexpr std::size_t mostWaiting = 8192;
    static constexpr qsizetype mostWaitingBytes = 32 * 1024 * 1024;

Q_SIGNALS:
    /// There is more than before. From the writing thread: connect with a receiver on yours.
    void recorded();

private:
    class Writer;
    struct Hashes {
        SecretHasher hasher;
        QList<SecretHash> hashes;
    };
    using Told = std::variant<Exchange, Secret, Hashes>;
    void tell(Told told, qsizetype bytes);
    void keepWaiting();
    template <typename T> Task<Outcome<T>> onWriter(std::function<Outcome<T>(Writer&)> work);

    QMutex m_mutex;
    std::vector<Told> m_waiting; ///< In the order it was told.
    qsizetype m_waitingBytes = 0;
    qint64 m_missed = 0;
    std::unique_ptr<Writer> m_writer; ///< Used on the worker's thread alone.
    async::Worker m_worker;
};

} // namespace jetbridge::traffic
