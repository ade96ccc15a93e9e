// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/HttpSmartRecruiters.h"

#include "domain/Json.h"
#include "http/ClientForm.h"
#include "smartrecruiters/ConfirmReply.h"
#include "smartrecruiters/Pacer.h"
#include "smartrecruiters/ReplyFailure.h"
#include "smartrecruiters/TokenReply.h"
#include "smartrecruiters/Wire.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

QPair<QByteArray, QByteArray> bearer(const AccessToken& token)
{
    return {"Authorization", "Bearer " + token.value.reveal().toByteArray()};
}

/// Makes a token request (RFC 6749 4.4.2) with one of the two client authentication methods of
/// 2.3.1; never with both, and never in the URL.
WireRequest tokenRequest(const Environment& environment, const ClientCredentials& client)
{
    const http::ClientForm form =
        http::clientForm("grant_type=client_credentials", client, environment.clientAuthentication);
    WireRequest request;
    request.method = "POST";
    request.url = environment.tokenUrl();
    request.headers = form.headers;
    request.body = form.body;
    request.credential = client.clientId;
    request.tellsLimits = false; // The limits of the API belong to another server.
    request.confidential.ofRequest = QList<Secret>{client.clientSecret} + form.encodings;
    return request;
}

/// Makes the confirm request (guide, 3): appId, companyId and, for bi-directional integrations, a
/// new pair of credentials.
WireRequest confirmRequest(const Environment& environment, const AccessToken& master,
    const IntegrationRequest& integration)
{
    QJsonObject body{
        {u"appId"_s, integration.appId.text()}, {u"companyId"_s, integration.company.text()}};
    WireRequest request;
    request.method = "POST";
    request.url = environment.integrationsUrl();
    request.headers = {{"Content-Type", "application/json"}, bearer(master)};
    request.credential = master.client;
    request.confidential.ofRequest = {master.value};
    if (integration.issued) {
        body.insert(u"clientId"_s, integration.issued->clientId.text());
        body.insert(u"clientSecret"_s, integration.issued->clientSecret.revealText());
        request.confidential.ofRequest.append(integration.issued->clientSecret);
    }
    QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.body = Secret(json);
    wipe(json);
    request.once = true;
    request.correlation = integration.onboarding;
    return request;
}

/// Makes a GET request; the environment's own query is kept (RFC 6749 3.2).
WireRequest getRequest(const Environment& environment, const QString& path,
    const AccessToken& token, const QList<QPair<QString, QString>>& parameters = {})
{
    WireRequest request;
    request.url = below(environment.apiUrl, path);
    QUrlQuery query(request.url);
    query.setQueryItems(query.queryItems(QUrl::FullyEncoded) + parameters);
    request.url.setQuery(query);
    request.headers = {bearer(token)};
    request.credential = token.client;
    request.confidential.ofRequest = {token.value};
    return request;
}

/// Sends a request when its credential's turn has come, and repeats a repeatable one after a
/// temporary failure.
Task<http::Delivery> sendInTurn(
    std::shared_ptr<Wire> wire, std::shared_ptr<Pacer> pacer, WireRequest request)
{
    if (!pacer)
        co_return co_await wire->send(request);
    std::chrono::milliseconds pause(0);
    for (int tried = 1;; ++tried) {
        const auto turn = co_await pacer->turn(request, pause);
        if (!turn) {
            http::Delivery notSent{passOn(turn), false};
            notSent.reply.error().correlationId = request.correlation.text();
            co_return notSent;
        }
        http::Delivery delivery = co_await wire->send(request);
        const auto next = pacer->answered(request, delivery.reply, tried);
        if (!next)
            co_return delivery;
        pause = *next;
    }
}

/// Adds the correlation id to a failure about the content of a reply: only the caller knows the id.
template <typename T> Outcome<T> correlated(Outcome<T> outcome, const OnboardingId& correlation)
{
    if (!outcome)
        outcome.error().correlationId = correlation.text();
    return outcome;
}

/// Checks that credentials go only to the server that issued them; another one would learn them.
/// The embedded simulator is this program itself.
Outcome<Done> checkOrigin(
    const ClientId& client, const QString& origin, const Environment& environment)
{
    if (origin.isEmpty() || environment.isEmbedded || origin == environment.origin())
        return Done{};
    return failed(FailureKind::Invalid,
        u"The credentials of the client \"%1\" belong to %2, but the environment "
        "\"%3\" now uses %4: nothing was sent. Change the environment back, or "
        "enter credentials for the new address."_s.arg(
            client.text(), origin, environment.name, environment.origin()),
        0, QLatin1String(otherOrigin));
}

QString pathOf(Listing listing)
{
    switch (listing) {
    case Listing::Jobs:
        return u"/jobs"_s;
    case Listing::Departments:
        return u"/configuration/departments"_s;
    case Listing::Users:
        return u"/users"_s;
    case Listing::Candidates:
        return u"/candidates"_s;
    }
    Q_UNREACHABLE();
}

Outcome<QString> requiredText(const http::Reply& reply, const char* field,
    const Confidential& confidential, const QDateTime& now)
{
    const auto object = jsonOf(reply);
    if (!object)
        return passOn(object);
    const QString text = jsonText(reply.body, field);
    if (text.isEmpty() && tellsError(reply))
        return tl::unexpected<Failure>(replyFailure(reply, confidential, now));
    const QJsonValue value = object->value(QLatin1String(field));
    if (text.isEmpty() && !value.isUndefined())
        return failed(FailureKind::BadReply,
            u"SmartRecruiters' answer has %1 as \"%2\", where a text is required."_s.arg(
                typeName(value), QLatin1String(field)),
            reply.status, QLatin1String(field));
    if (text.isEmpty())
        return failed(FailureKind::BadReply,
            u"SmartRecruiters' answer has no \"%1\"."_s.arg(QLatin1String(field)), reply.status,
            QLatin1String(field));
    return confidential.recorder ? confidential.recorder->withoutSecrets(text) : text;
}

} // namespace

HttpSmartRecruiters::HttpSmartRecruiters(Environment environment, const Clock& clock,
    ExchangeRecorder* recorder, std::shared_ptr<Pacer> pacer, TimeLimits limits)
    : m_wire(std::make_shared<Wire>(std::move(environment), clock, recorder))
    , m_pacer(std::move(pacer))
    , m_clock(clock)
    , m_recorder(recorder)
    , m_limits(limits)
{
}

HttpSmartRecruiters::~HttpSmartRecruiters()
{
    abortAll();
}

void HttpSmartRecruiters::setEnvironment(Environment environment)
{
    if (m_wire->setEnvironment(std::move(environment)) && m_pacer)
        m_pacer->forget();
}

void HttpSmartRecruiters::abortAll()
{
    if (m_pacer)
        m_pacer->cancelAll();
    m_wire->abortAll();
}

std::optional<std::chrono::seconds> HttpSmartRecruiters::clockSkew() const
{
    return m_wire->clockSkew();
}

Task<Outcome<AccessToken>> HttpSmartRecruiters::token(
    ClientCredentials client, OnboardingId correlation)
{
    const Clock& clock = m_clock;
    if (client.clientId.isEmpty() || client.clientSecret.isEmpty())
        co_return failed(
            FailureKind::Invalid, u"A client id and a client secret are needed for a token."_s);
    const QString origin = m_wire->environment().origin();
    if (const auto ours = checkOrigin(client.clientId, client.origin, m_wire->environment()); !ours)
        co_return correlated<AccessToken>(passOn(ours), correlation);
    if (m_recorder)
        m_recorder->knowSecret(client.clientSecret);
    m_secrets.insert(client.clientId, client.clientSecret);
    WireRequest request = tokenRequest(m_wire->environment(), client);
    request.confidential.recorder = m_recorder;
    request.timeout = m_limits.ordinary;
    request.correlation = correlation;
    const http::Delivery delivery = co_await sendInTurn(m_wire, m_pacer, request);
    const auto reply = succeeded(delivery, request, clock.now());
    if (!reply)
        co_return passOn(reply);
    auto token = readToken(*reply, request.confidential, clock.now());
    if (token) {
        token->client = client.clientId;
        token->origin = origin;
    }
    co_return correlated(std::move(token), correlation);
}

Task<Outcome<CustomerCredentials>> HttpSmartRecruiters::confirm(
    AccessToken master, IntegrationRequest integration)
{
    const Clock& clock = m_clock;
    // After the await this object may be destroyed; the recorder outlives all its callers.
    ExchangeRecorder* recorder = m_recorder;
    if (recorder && integration.issued)
        recorder->knowSecret(integration.issued->clientSecret);
    // The environment may have changed since the token was issued.
    const QString origin = m_wire->environment().origin();
    if (const auto ours = checkOrigin(master.client, master.origin, m_wire->environment()); !ours)
        co_return correlated<CustomerCredentials>(passOn(ours), integration.onboarding);
    WireRequest request = confirmRequest(m_wire->environment(), master, integration);
    request.confidential.ofRequest.append(m_secrets.value(master.client));
    request.confidential.recorder = m_recorder;
    request.timeout = m_limits.confirm;
    const http::Delivery delivery = co_await sendInTurn(m_wire, m_pacer, request);
    auto credentials = readConfirmed(delivery, request, integration, clock.now());
    if (credentials)
        credentials->client.origin = origin;
    if (recorder && credentials)
        recorder->knowSecret(credentials->client.clientSecret);
    co_return credentials;
}

Task<Outcome<Company>> HttpSmartRecruiters::company(AccessToken customer, OnboardingId correlation)
{
    const Clock& clock = m_clock;
    if (const auto ours = checkOrigin(customer.client, customer.origin, m_wire->environment());
        !ours)
        co_return correlated<Company>(passOn(ours), correlation);
    WireRequest request = getRequest(m_wire->environment(), u"/configuration/company"_s, customer);
    request.confidential.ofRequest.append(m_secrets.value(customer.client));
    request.confidential.recorder = m_recorder;
    request.timeout = m_limits.ordinary;
    request.correlation = correlation;
    const http::Delivery delivery = co_await sendInTurn(m_wire, m_pacer, request);
    const auto reply = succeeded(delivery, request, clock.now());
    if (!reply)
        co_return passOn(reply);
    const auto identifier = requiredText(*reply, "identifier", request.confidential, clock.now());
    if (!identifier)
        co_return correlated<Company>(passOn(identifier), correlation);
    const auto name = requiredText(*reply, "name", request.confidential, clock.now());
    if (!name)
        co_return correlated<Company>(passOn(name), correlation);
    co_return Company{*identifier, *name};
}

Task<Outcome<int>> HttpSmartRecruiters::count(
    Listing listing, AccessToken customer, OnboardingId correlation)
{
    const Clock& clock = m_clock;
    if (const auto ours = checkOrigin(customer.client, customer.origin, m_wire->environment());
        !ours)
        co_return correlated<int>(passOn(ours), correlation);
    WireRequest request =
        getRequest(m_wire->environment(), pathOf(listing), customer, {{u"limit"_s, u"1"_s}});
    if (listing == Listing::Candidates)
        request.lane = "candidates";
    request.recordedBody = withoutPeople;
    request.confidential.ofRequest.append(m_secrets.value(customer.client));
    request.confidential.recorder = m_recorder;
    request.timeout = m_limits.ordinary;
    request.correlation = correlation;
    const http::Delivery delivery = co_await sendInTurn(m_wire, m_pacer, request);
    const auto reply = succeeded(delivery, request, clock.now());
    if (!reply)
        co_return passOn(reply);
    const auto object = jsonOf(*reply);
    if (!object)
        co_return correlated<int>(passOn(object), correlation);
    bool isNumber = false;
    const double total = jsonText(reply->body, "totalFound").toDouble(&isNumber);
    if (!isNumber && tellsError(*reply))
        co_return correlated<int>(
            tl::unexpected<Failure>(replyFailure(*reply, request.confidential, clock.now())),
            correlation);
    if (!isNumber || total < 0)
        co_return correlated<int>(
            failed(FailureKind::BadReply, u"SmartRecruiters' answer has no \"totalFound\"."_s,
                reply->status, u"totalFound"_s),
            correlation);
    co_return int(std::min<double>(total, std::numeric_limits<int>::max()));
}

} // namespace jetbridge::smartrecruiters
