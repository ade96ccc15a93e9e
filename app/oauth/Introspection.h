// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientGate.h"
#include "oauth/TokenIssuer.h"

#include <QJsonObject>

#include <functional>

namespace jetbridge::oauth {

/// The token introspection endpoint (RFC 7662): tells resource servers, and nobody else, what one
/// of our access tokens stands for. Used on one thread, for POST requests.
class Introspection {
public:
    /// Returns additional members for the answer about an active token. nullopt: its client no
    /// longer exists, so the token is not active either.
    using About = std::function<std::optional<QJsonObject>(const Grant&)>;

    Introspection(
        const Clients& resourceServers, const TokenIssuer& issuer, const Clock& clock, About about);
    /// Answers an introspection request.
    web::Reply handle(const web::Request& request);

private:
    QJsonObject answer(const QByteArray& token) const;

    ClientGate m_gate;
    const TokenIssuer& m_issuer;
    const About m_about;
};

} // namespace jetbridge::oauth
