// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientGate.h"
#include "oauth/TokenIssuer.h"

#include <QJsonObject>

namespace jetbridge::oauth {

/// The token introspection endpoint (RFC 7662): tells resource servers, and nobody else, what one
/// of our access tokens stands for. Used on one thread, for POST requests.
class Introspection {
public:
    /// A token is active as long as its client is one of `clients`, whose claims the answer has.
    Introspection(const Clients& resourceServers, const TokenIssuer& issuer, const Clients& clients,
        const Clock& clock);
    /// Answers an introspection request.
    web::Reply handle(const web::Request& request);

private:
    QJsonObject answer(const QByteArray& token) const;

    ClientGate m_gate;
    const TokenIssuer& m_issuer;
    const Clients& m_clients;
};

} // namespace jetbridge::oauth
