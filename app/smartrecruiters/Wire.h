// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "ports/Clock.h"
#include "ports/Exchanges.h"
#include "ports/Task.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QSslConfiguration>

#include <chrono>
#include <memory>

namespace jetbridge::smartrecruiters {

/// Names and values in the order they are sent or came.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// One request as it will leave.
struct WireRequest {
    QByteArray method = "GET"; ///< GET or POST.
    QUrl url;
    Headers headers;
    Secret body;
    bool once = false; ///< Never sent a second time, whatever happens to the connection.
    std::chrono::milliseconds timeout{20'000}; ///< From the call to the last byte of the answer.
    OnboardingId correlation;
    ClientId credential; ///< Whose limits it counts against; not sent.
    QByteArray lane; ///< "candidates": limited for itself too; empty for most.
    /// What the recorder gets of an answer of success: where people are in it, its total alone.
    enum class Keeps { All, Total };
    Keeps keepsAnswer = Keeps::All;
    bool tellsLimits = true; ///< An answer without limits means that none but the published hold.
    QList<Secret>
        secrets; ///< What must not appear in a failure's text even if the other side echoes it.
};

/// One answer as it came, whatever its status.
struct WireReply {
    int status = 0;
    Headers headers;
    QByteArray body;

    /// The (first) value of a header, whatever the case of its name; empty when absent.
    QByteArray header(QByteArrayView name) const;
    /// The body as a JSON object; BadReply says what it is instead: nothing, HTML, half a JSON, an
    /// array.
    Outcome<QJsonObject> json() const;
};

/// What became of one request.
struct Delivery {
    Outcome<WireReply> reply; ///< Cancelled, TimedOut, Unreachable, Insecure, BadReply or Invalid
                              ///< without an answer.
    bool left = false; ///< Whether bytes of its body may have reached the other side.
    QByteArray cutBody = {}; ///< What came of the answer's body where `reply` is a failure.
};

/// HTTP towards one environment: bounded in time and size, no redirects, no cookies, TLS 1.2 or
/// newer with the chain validated, http on this computer only, by the proxy that the system names.
/// Every exchange is handed to the recorder. Lives on one thread.
class Wire : public std::enable_shared_from_this<Wire> {
public:
    /// An answer longer than this is a BadReply.
    static constexpr qsizetype mostBodyBytes = 1024 * 1024;

    Wire(Environment environment, const Clock& clock, ExchangeRecorder* recorder);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    const Environment& environment() const { return m_environment; }
    /// Requests under way end where they began; new ones go to the new place. True: another place
    /// than before.
    bool setEnvironment(Environment environment);

    Task<Delivery> send(WireRequest request);

    /// How far the other side's clock (`Date`) is ahead of ours: the least that explains its last
    /// answer. nullopt: it did not say.
    std::optional<std::chrono::seconds> clockSkew() const { return m_clockSkew; }

    /// Aborts what is under way; each ends as Cancelled.
    void abortAll();

private:
    class Reading;
    using Manager = std::shared_ptr<QNetworkAccessManager>;

    Manager newManager() const;
    /// One without a connection.
    Manager restedManager();
    void letRest(const Manager& manager, const Outcome<WireReply>& reply);
    Task<QNetworkProxy> proxyFor(QUrl url);
    Outcome<Done> checkTarget(const QUrl& url);
    /// Asked for by https alone: for plain http nobody reads this computer's authorities.
    const Outcome<QSslConfiguration>& tls();
    void compareClocks(const WireReply& reply, const QDateTime& sentAt);
    void record(const WireRequest& request, const QDateTime& at, int milliseconds,
        const Outcome<WireReply>& reply, const QString& tls) const;

    Environment m_environment;
    const Clock& m_clock;
    ExchangeRecorder* m_recorder;
    /// Invalid: the environment's caFile cannot be used. nullopt: not asked for yet.
    std::optional<Outcome<QSslConfiguration>> m_tls;
    Manager m_manager;
    QList<Manager> m_rested; ///< Each has a thread, which takes longer to make than a connection.
    QList<Reading*> m_underWay;
    int m_aborts = 0; ///< Whoever waited for something else meanwhile does not begin any more.
    QString m_proxiedHost; ///< Whose proxy was asked for last, and when.
    QNetworkProxy m_proxy;
    QDateTime m_proxyAskedAt;
    std::optional<std::chrono::seconds> m_clockSkew;
};

} // namespace jetbridge::smartrecruiters
