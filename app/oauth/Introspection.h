// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/ClientGate.h"
#include "oauth/TokenIssuer.h"

#include <QJsonObject>

#include <functional>

namespace jetbridge::oauth {

/// Token introspection (RFC 7662): tells resource servers, and nobody else, what an access token of
/// ours stands for. Used on one thread, mounted at POST.
class Introspection {
public:
    /// What a live token's answer says beside the members of the standard. nullopt: its client has
    /// ended, and the token with it.
    using About = std::function<std::optional<QJsonObject>(const Grant&)>;

    Introspection(
        const Clients& resourceServers, const TokenIssuer& issuer, const Clock& clock, About about);
    web::Reply handle(const web::Request& request);

private:
    QJsonObject answer(const QByteArray& token) const;

    ClientGate m_gate;
    const TokenIssuer& m_issuer;
    const About m_about;
};

} // namespace jetbridge::oauth
