// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "http/Client.h"
#include "simulator/RequestLog.h"
#include "simulator/World.h"

#include <QObject>
#include <QTimer>

namespace jetbridge::simulator {

/// Tells one partner that a customer disabled the integration (guide, 1): a token from
/// oauthTokenUrl by the customer-level credentials, then callbackUrl with it. Without a callbackUrl
/// the token is all that is wanted. Deletes itself after finished().
class Delivery : public QObject {
    Q_OBJECT

public:
    /// A copy of all data that a delivery needs, because the integration may change meanwhile.
    struct Order {
        ConnectedCompany integration;
        QUrl oauthTokenUrl;
        QUrl callbackUrl;
        Settings settings;
    };
    Delivery(Order order, http::Client& client, RequestLog& log, const World& world);

    /// The first request leaves after so many milliseconds.
    void start(int afterMs = 0);
    /// The result that finished() reports.
    async::Later<QJsonObject> end() const { return m_end; }
    /// Ends the delivery at once with finished(); the result of a request under way is ignored.
    void abort(const QString& reason);

Q_SIGNALS:
    /// Reports the result: `{"sent", "reason", "attempts", "token": {"status", "error"},
    /// "callback": {"status", "error"}, "api": {"status", "error"}}`.
    void finished(const QJsonObject& outcome);

private:
    void requestToken();
    void tokenArrived(const http::Delivery& delivery);
    void notify(const Secret& token);
    void notified(const http::Delivery& delivery);
    void callApi(const Secret& token);
    void apiAnswered(const http::Delivery& delivery);
    void retryOrFinish(const QString& reason);
    void finish(bool sent, const QString& reason);
    http::Request requestTo(const QUrl& url) const;
    http::Request postTo(const QUrl& url, const QByteArray& contentType) const;
    void send(http::Request request, const QString& authentication,
        void (Delivery::*next)(const http::Delivery&));
    /// Stores status and error of a request under `name`; returns the status, 0 without an answer.
    int note(const QString& name, const http::Delivery& delivery);

    Order m_order;
    http::Client& m_client;
    RequestLog& m_log;
    const World& m_world;
    QTimer m_retry;
    QJsonObject m_outcome;
    qint64 m_logged = 0;
    int m_attempts = 0;
    bool m_finished = false;
    const async::Later<QJsonObject> m_end;
};

/// Sends the notifications of one simulator. Lives on the server's thread.
class Notifier : public QObject {
    Q_OBJECT

public:
    /// Makes a notifier; `caFile` names the trusted authorities.
    Notifier(World& world, RequestLog& log, const QString& caFile);

    /// Disables the integration and notifies the partner, if it wants to be notified. The delivery
    /// is under way when this returns; its result is stored in the world. nullptr: nothing is to be
    /// sent, and the reason is stored. Nobody is notified when the integration is not disabled.
    Outcome<Delivery*> disable(const IntegrationId& id);
    /// An integration was enabled: oauthTokenUrl is asked for a token when the setting says so, and
    /// what came of it is noted in the world.
    void enabled(const ConnectedCompany& integration);
    /// Ends every delivery, also those that wait to be tried again.
    void abortAll(const QString& reason);
    /// Ends every delivery; no new one starts afterwards.
    void close();

private:
    /// Returns why nothing is sent about an integration that ends; empty if something is.
    QString reasonForSilence(const ConnectedCompany& integration) const;

    World& m_world;
    RequestLog& m_log;
    http::Client m_client;
    bool m_closed = false;
};

} // namespace jetbridge::simulator
