// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "async/Worker.h"
#include "domain/SecretHash.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"

#include <QMutex>
#include <QObject>

#include <chrono>
#include <memory>
#include <variant>
#include <vector>

namespace jetbridge::traffic {

class Redaction;

/// The place and the environment of recorded traffic.
struct TrafficOptions {
    QString folder; ///< Contains traffic.sqlite3; empty: traffic is kept in memory for this run
                    ///< only.
    QString environment; ///< Only this environment's exchanges are listed and exported.
    TrafficLimits limits; ///< Used until the folder has its own (setLimits()).
};

/// Records every HTTP exchange: it is redacted and then stored on a thread of its own. The amount
/// is limited, and no caller waits. Exchanges that arrive faster than they can be stored, or find
/// the disk full, are only counted. If the folder cannot be written, exchanges are kept in memory
/// for this run.
class TrafficStore final : public QObject,
                           public ExchangeRecorder,
                           public RecordedTraffic,
                           public TrafficExport,
                           public TrafficKeeping {
    Q_OBJECT

public:
    /// Is cheap: the file is opened with the first exchange or query. Callers that wait when
    /// `outer` or the store ends get Cancelled.
    TrafficStore(TrafficOptions options, const Clock& clock, Randomness& randomness,
        async::Scope* outer = nullptr);
    /// Writes what was recorded, then closes. If much is waiting, the bodies of the rest are left
    /// out after `bodiesAtEnd`, and after `longestEnd` the rest is only counted as missed.
    ~TrafficStore() override;

    void record(Exchange exchange) override;
    void knowSecret(Secret secret) override;
    using ExchangeRecorder::withoutSecrets;
    /// What was told by knowSecret() or knowHashes() is recognised at once.
    QByteArray withoutSecrets(QByteArray text) const override;
    /// Adds secrets of which only hashes are known; a call with another key replaces them.
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

    /// Limits of the exchanges, and of the bytes of their bodies, that may wait to be stored; the
    /// bytes of those that are being stored count, too.
    static constexpr std::size_t mostWaiting = 8192;
    static constexpr qsizetype mostWaitingBytes = 32 * 1024 * 1024;

    static constexpr std::chrono::milliseconds bodiesAtEnd{1000};
    static constexpr std::chrono::milliseconds longestEnd{2000};
    /// What is stored at the end however long it takes, so that a slow computer loses nothing of a
    /// short run.
    static constexpr qsizetype bytesAtEnd = 1024 * 1024;
    static constexpr int exchangesAtEnd = 100;

Q_SIGNALS:
    /// Emitted when there are new exchanges, on the writing thread: connect it with a receiver on
    /// yours.
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

    mutable QMutex m_maskMutex;
    const std::unique_ptr<Redaction> m_mask; ///< Of texts that are not recorded as exchanges.
    QMutex m_mutex;
    std::vector<Told> m_waiting; ///< Entries in the order in which they arrived.
    qsizetype m_waitingBytes = 0; ///< Includes those that are being stored.
    qint64 m_missed = 0;
    std::unique_ptr<Writer> m_writer; ///< Used on the worker's thread only.
    async::Worker m_worker;
    async::Scope m_scope;
};

} // namespace jetbridge::traffic
