// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/Introspection.h"

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

Introspection::Introspection(const Clients& resourceServers, const TokenIssuer& issuer,
    const Clients& clients, const Clock& clock)
    : m_gate(resourceServers, clock)
    , m_issuer(issuer)
    , m_clients(clients)
{
}

web::Reply Introspection::handle(const web::Request& request)
{
    const auto query = request.queryForm();
    if (!query || query->has("token")) // A token in the query would end up in logs (RFC 9700
                                       // 4.3.2).
        return tokenError(u"invalid_request"_s, u"A token is accepted in the body only."_s);
    const auto admitted = m_gate.admit(request);
    if (!admitted)
        return *admitted.error();
    if (!admitted->form.has("token"))
        return tokenError(u"invalid_request"_s, u"The token is missing."_s);
    return web::Reply::json(answer(admitted->form.value("token")))
        .with("Cache-Control", "no-store")
        .with("Pragma", "no-cache");
}

QJsonObject Introspection::answer(const QByteArray& token) const
{
    // Unknown, expired and revoked tokens get the same answer (RFC 7662 2.2).
    const QJsonObject inactive{{u"active"_s, false}};
    const auto grant = m_issuer.check(token);
    if (!grant)
        return inactive;
    const auto client = m_clients.find(grant->client);
    if (!client) // It was withdrawn, and its tokens ended with it: the signed ones, too.
        return inactive;
    QJsonObject answer = client->claims;
    answer.insert(u"active"_s, true);
    answer.insert(u"client_id"_s, grant->client.text());
    answer.insert(u"token_type"_s, u"Bearer"_s);
    answer.insert(u"iat"_s, grant->issuedAt.toSecsSinceEpoch());
    answer.insert(u"exp"_s, grant->expiresAt.toSecsSinceEpoch());
    if (!grant->scopes.isEmpty())
        answer.insert(u"scope"_s, grant->scopes.text());
    return answer;
}

} // namespace jetbridge::oauth
