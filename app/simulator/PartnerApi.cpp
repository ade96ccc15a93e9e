// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/PartnerApi.h"

#include "oauth/BearerCheck.h"
#include "simulator/ApiError.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

// Reads a text field. Absent and null are the same; any other value that is not a text is Invalid.
Outcome<QString> textField(const QJsonObject& object, const char* field)
{
    const QJsonValue value = object.value(QLatin1String(field));
    if (value.isString() || value.isUndefined() || value.isNull())
        return value.toString();
    return failed(FailureKind::Invalid, u"\"%1\" must be a string."_s.arg(QLatin1String(field)),
        422, u"INVALID_FIELD"_s);
}

Outcome<World::Confirmation> confirmationFrom(const QJsonObject& object)
{
    const auto appId = textField(object, "appId");
    const auto companyId = textField(object, "companyId");
    const auto clientId = textField(object, "clientId");
    const auto clientSecret = textField(object, "clientSecret");
    for (const auto* field : {&appId, &companyId, &clientId, &clientSecret})
        if (!*field)
            return passOn(*field);
    for (const auto& [field, value] : {std::pair{"appId", &*appId}, {"companyId", &*companyId}})
        if (value->isEmpty())
            return failed(FailureKind::Invalid, u"\"%1\" is missing."_s.arg(QLatin1String(field)),
                400, u"FIELD_MISSING"_s);
    World::Confirmation confirmation{AppId(*appId), *companyId, std::nullopt};
    if (!clientId->isEmpty() || !clientSecret->isEmpty())
        confirmation.partner =
            ClientCredentials{ClientId(*clientId), Secret(clientSecret->toUtf8())};
    return confirmation;
}

} // namespace

PartnerApi::PartnerApi(
    World& world, Gate& gate, RateLimits& limits, std::function<Notifier&()> notifier)
    : m_notifier(std::move(notifier))
    , m_world(world)
    , m_gate(gate)
    , m_limits(limits)
    , m_tokens(world.clients(), world.issuer(), world.clock())
{
}

void PartnerApi::mount(web::Router& router)
{
    router.on(web::Method::Post, tokenPath,
        m_gate.open([this](const web::Request& request) { return token(request); }));
    router.on(web::Method::Post, "/apps-integrations/partner-api/integrations",
        m_gate.open([this](const web::Request& request) { return confirm(request); }));
}

web::Reply PartnerApi::token(const web::Request& request)
{
    const Fault* fault = m_gate.currentFault();
    const int usual = m_world.settings().tokenLifetimeSeconds;
    // If a fault promises a short lifetime, the token really has it, so that expiry can be tested.
    const int promised = fault ? fault->expiresIn.toInt() : 0;
    if (promised > 0 && promised <= usual)
        m_world.issuer().setLifetime(promised);
    web::Reply reply = m_tokens.handle(request);
    m_world.issuer().setLifetime(usual);
    return fault && fault->hugeTokenBytes > 0 && reply.status == 200
        ? withPaddedToken(std::move(reply), fault->hugeTokenBytes)
        : reply;
}

web::Reply PartnerApi::withPaddedToken(web::Reply reply, int bytes)
{
    QJsonObject object = QJsonDocument::fromJson(reply.body).object();
    const QByteArray token = object.value("access_token"_L1).toString().toLatin1();
    const Secret padded((token + '.').leftJustified(bytes, 'A'));
    m_gate.rememberPadded(padded);
    object.insert(u"access_token"_s, padded.revealText());
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

web::Reply PartnerApi::confirm(const web::Request& request)
{
    const auto caller = oauth::checkBearer(m_gate.unpadded(request), m_world.issuer());
    if (!caller)
        return apiError(caller.error());
    const RateLimits::Verdict verdict =
        m_limits.admit(caller->client, m_world.clock().steadyMs(), m_gate.holdMs());
    if (!verdict.admitted)
        return verdict.refusal();

    const auto answer = [&]() -> web::Reply {
        const auto body = request.json();
        if (!body)
            return apiError(body.error());
        const auto confirmation = confirmationFrom(*body);
        if (!confirmation)
            return apiError(confirmation.error());
        const auto connected = m_world.confirm(caller->client, *confirmation);
        if (!connected)
            return apiError(connected.error());
        m_notifier().enabled(*connected);
        return web::Reply::json({{u"clientId"_s, connected->own.clientId.text()},
            {u"clientSecret"_s, connected->own.clientSecret.revealText()},
            {u"integrationId"_s, connected->id.text()}});
    };
    web::Reply reply = answer();
    verdict.describe(reply);
    return reply;
}

} // namespace jetbridge::simulator
