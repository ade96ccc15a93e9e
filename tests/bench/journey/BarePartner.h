// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/WayBack.h"
#include "domain/Webhook.h"

#include <QCoro/QCoroTask>

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <optional>

/// The minimum of requests that any client must send to the partner's own server, so that
/// SmartRecruiters gets its tokens for a customer there.
class BarePartner {
public:
    /// Addresses of the partner's server.
    struct Places {
        QUrl token;
        QUrl registration;
        QUrl webhook;
        QByteArray webhookSecret;
    };
    using Pair = std::optional<jetbridge::ClientCredentials>;

    BarePartner(jetbridge::TokenService service, Places places)
        : m_service(service)
        , m_places(std::move(places))
    {
    }

    /// Registers a client, which is open to everybody; nullopt: it failed.
    QCoro::Task<Pair> registered(QString company);
    /// Brings a company's client there, unless `given` is there already, and gets a token with it
    /// by each client authentication; nullopt: one of the requests failed.
    QCoro::Task<Pair> stage(QString company, Pair given = {});
    /// Tells that the company's integration is confirmed, where that is told; false: it failed.
    QCoro::Task<bool> commit(QString company, jetbridge::ClientCredentials pair);

private:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    QCoro::Task<std::optional<QJsonObject>> post(
        QUrl url, QByteArray type, QByteArray body, Headers headers = {});
    QCoro::Task<bool> tell(jetbridge::ClientNotice notice);
    QCoro::Task<bool> getTokens(jetbridge::ClientCredentials pair);

    const jetbridge::TokenService m_service;
    const Places m_places;
    QNetworkAccessManager m_network;
};
