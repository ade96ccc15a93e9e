// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/RequestLog.h"
#include "simulator/World.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

namespace jetbridge::simulator {

/// Tells one partner that a customer disabled the integration (guide, 1): a token from
/// oauthTokenUrl by the customer-level credentials, then callbackUrl with it. Deletes itself after
/// finished().
class Delivery : public QObject {
    Q_OBJECT

public:
    /// What a delivery needs to know, copied: the integration may change meanwhile.
    struct Order {
        ConnectedCompany integration;
        QUrl oauthTokenUrl;
        QUrl callbackUrl;
        Settings settings;
    };
    Delivery(Order order, QNetworkAccessManager& network, const QSslConfiguration& tls,
        RequestLog& log, const World& world);

    void start();
    void abort(const QString& reason); ///< Ends at once, with finished().

Q_SIGNALS:
    /// `{"sent", "reason", "attempts", "token": {"status", "error"}, "callback": {"status",
    /// "error"}}`
    void finished(const QJsonObject& outcome);

private:
    void requestToken();
    void tokenArrived();
    void notify(const Secret& token);
    void notified();
    void retryOrFinish(const QString& reason);
    void finish(bool sent, const QString& reason);
    QNetworkRequest requestTo(const QUrl& url) const;
    void logSent(const QUrl& url, const QString& authentication);
    /// Status and error of the reply in hand, noted under `name`; 0 without an answer.
    int noteReply(const QString& name);

    Order m_order;
    QNetworkAccessManager& m_network;
    const QSslConfiguration& m_tls;
    RequestLog& m_log;
    const World& m_world;
    QNetworkReply* m_reply = nullptr;
    QTimer m_retry;
    QJsonObject m_outcome;
    qint64 m_logged = 0;
    int m_attempts = 0;
    bool m_finished = false;
};

/// Sends the notifications of one simulator. Lives on the server's thread.
class Notifier : public QObject {
    Q_OBJECT

public:
    /// `tls`: whose certificates are believed.
    Notifier(World& world, RequestLog& log, QSslConfiguration tls);

    /// Disables the integration and tells the partner, if it wants to know. The delivery is under
    /// way on return; its outcome is noted in the world. nullptr: nothing to send, and the reason
    /// is noted.
    Outcome<Delivery*> disable(const IntegrationId& id);
    /// Ends every delivery, also those that wait to be tried again.
    void abortAll(const QString& reason);
    /// The same; after this, none starts.
    void close();

private:
    World& m_world;
    RequestLog& m_log;
    const QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
    bool m_closed = false;
};

} // namespace jetbridge::simulator
