// SPDX-License-Identifier: GPL-3.0-or-later
#include "authorization/HttpClientRegistrar.h"

#include "authorization/OAuthReply.h"
#include "authorization/RegistrationReply.h"
#include "domain/Environment.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::authorization {

namespace {

constexpr std::chrono::milliseconds timeout{20'000};

/// Returns the Authorization header; empty: none is sent.
QByteArray authorizationOf(RegistrationSettings::Access access, const Secret& token)
{
    switch (access) {
    case RegistrationSettings::Access::Open:
        return {};
    case RegistrationSettings::Access::Bearer:
        return "Bearer " + token.reveal().toByteArray();
    case RegistrationSettings::Access::Ssws:
        return "SSWS " + token.reveal().toByteArray();
    }
    Q_UNREACHABLE();
}

/// Returns the client metadata (RFC 7591 2), with what an administrator added.
QByteArray metadataOf(const RegistrationSettings& settings, const QString& clientName)
{
    QJsonObject metadata = settings.more;
    metadata.insert(u"client_name"_s, clientName);
    metadata.insert(u"grant_types"_s, QJsonArray{u"client_credentials"_s});
    metadata.insert(u"response_types"_s, QJsonArray());
    metadata.insert(u"redirect_uris"_s, QJsonArray());
    metadata.insert(u"token_endpoint_auth_method"_s, settings.clientAuthentication);
    return QJsonDocument(metadata).toJson(QJsonDocument::Compact);
}

} // namespace

Task<Outcome<QUrl>> HttpClientRegistrar::endpointOf(
    RegistrationSettings settings, OnboardingId correlation)
{
    if (!settings.url.isEmpty())
        co_return settings.url;
    if (m_metadataUrl == settings.metadataUrl)
        co_return m_endpoint;
    http::Request request;
    request.url = settings.metadataUrl;
    request.headers = {{"Accept", "application/json"}};
    request.timeout = timeout;
    request.correlation = correlation;
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    const auto endpoint =
        withoutSecrets(readRegistrationEndpoint(delivery, settings.metadataUrl), m_recorder);
    if (!endpoint)
        co_return passOn(endpoint);
    m_metadataUrl = settings.metadataUrl;
    m_endpoint = *endpoint;
    co_return endpoint;
}

Task<Outcome<RegisteredClient>> HttpClientRegistrar::add(RegistrationSettings settings,
    Secret initialToken, QString clientName, OnboardingId correlation)
{
    if (const auto sound = settings.validate(); !sound)
        co_return passOn(sound);
    if (m_recorder && !initialToken.isEmpty())
        m_recorder->knowSecret(initialToken);
    const auto endpoint = co_await endpointOf(settings, correlation);
    if (!endpoint)
        co_return passOn(endpoint);
    // The token belongs to the server that the settings name.
    if (!initialToken.isEmpty() && originOf(*endpoint) != settings.origin())
        co_return failed(FailureKind::NotPermitted,
            Message::of("registration_metadata_elsewhere",
                {settings.metadataUrl.toString(QUrl::FullyEncoded), originOf(*endpoint)}),
            0, u"registration_absent"_s);
    http::Request request;
    request.method = "POST";
    request.url = *endpoint;
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    if (const QByteArray proof = authorizationOf(settings.access, initialToken); !proof.isEmpty())
        request.headers.append({"Authorization", proof});
    request.body = Secret(metadataOf(settings, clientName));
    request.once = true; // a second request would make a second client
    request.timeout = timeout;
    request.correlation = correlation;
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    auto client = withoutSecrets(readRegistered(delivery, m_clock.now()), m_recorder);
    if (!client) {
        client.error().correlationId = correlation.text();
        if (client.error().kind == FailureKind::NotFound) // it may have moved
            m_metadataUrl.clear();
        co_return client;
    }
    if (m_recorder)
        for (const Secret& secret : {client->pair.clientSecret, client->pair.management.token})
            if (!secret.isEmpty())
                m_recorder->knowSecret(secret);
    co_return client;
}

Task<Outcome<Done>> HttpClientRegistrar::remove(
    ClientManagement management, OnboardingId correlation)
{
    if (const auto sound = checkUrl("registration_client_uri", management.url); !sound)
        co_return passOn(sound);
    http::Request request;
    request.method = "DELETE";
    request.url = management.url;
    request.headers = {{"Accept", "application/json"},
        {"Authorization", "Bearer " + management.token.reveal().toByteArray()}};
    request.timeout = timeout;
    request.correlation = correlation;
    const http::Delivery delivery = co_await m_client.send(std::move(request));
    auto removed = withoutSecrets(readRemoved(delivery), m_recorder);
    if (!removed)
        removed.error().correlationId = correlation.text();
    co_return removed;
}

} // namespace jetbridge::authorization
