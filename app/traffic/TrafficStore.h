// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/Task.h"
#include "traffic/Export.h"
#include "traffic/Redaction.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <memory>
#include <optional>

namespace jetbridge::traffic {

/// Where recorded traffic is kept and how much of it.
struct TrafficOptions {
    QString folder; ///< Holds traffic.sqlite3; empty: kept in memory for this run only.
    qint64 mostBytes = 64 * 1024 * 1024; ///< The oldest go first.
    std::chrono::hours mostAge{30 * 24};
};

/// Which exchanges to list; every field narrows the answer.
struct TrafficFilter {
    QByteArray correlationId; ///< Empty: of any onboarding.
    QString search; ///< Part of method, URL, status or failure; empty: any.
    qint64 before = 0; ///< Only older ones than this number, to page on; 0: from the newest.
    int most = 200;
};

/// Every HTTP exchange, redacted on the thread that recorded it, then kept on a thread of its own:
/// bounded, and never waited for. Where the folder cannot be written, exchanges are kept in memory
/// for this run.
class TrafficStore final : public QObject, public ExchangeRecorder {
    Q_OBJECT

public:
    TrafficStore(TrafficOptions options, const Clock& clock, Randomness& randomness);
    ~TrafficStore() override; ///< Writes what was recorded, then closes.

    void record(Exchange exchange) override;
    /// A secret that must never be kept or exported, wherever it turns up; callable from any
    /// thread.
    void knowSecret(Secret secret);

    /// Newest first. StorageUnavailable: the database does not answer.
    Task<Outcome<QList<Exchange>>> list(TrafficFilter filter);
    Task<Outcome<std::optional<Exchange>>> find(qint64 number);
    Task<Outcome<Done>> clear();

    /// The exchanges in the order of their numbers. NotPermitted: a known secret stands in the
    /// result, which should be impossible, so nothing is handed out.
    Outcome<QByteArray> exported(QList<Exchange> exchanges, Format format) const;

    /// Empty, or why exchanges are kept in memory only.
    Task<Outcome<QString>> memoryOnlyBecause();

Q_SIGNALS:
    /// From the writing thread: connect with a receiver on yours.
    void recorded(const jetbridge::Exchange& exchange);

private:
    class Writer;
    template <typename T> Task<Outcome<T>> onWriter(std::function<Outcome<T>(Writer&)> work);

    QThread m_thread;
    std::unique_ptr<Writer> m_writer; ///< Lives on the thread.
    std::unique_ptr<Redaction> m_redaction;
};

} // namespace jetbridge::traffic
