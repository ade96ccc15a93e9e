// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/TokenEndpoint.h"
#include "simulator/Gate.h"
#include "simulator/Notifier.h"
#include "simulator/RateLimits.h"

#include <functional>

namespace jetbridge::simulator {

/// The endpoints with which a partner's backend sets up integrations: the token endpoint and the
/// integrations endpoint (guide, 2, 3).
class PartnerApi {
public:
    /// `notifier` is told of every integration that is enabled.
    PartnerApi(World& world, Gate& gate, RateLimits& limits, std::function<Notifier&()> notifier);
    void mount(web::Router& router);
    /// Resets the failure counts of the token endpoint.
    void forgetLockouts() { m_tokens.forgetFailures(); }

    static constexpr auto tokenPath = "/identity/oauth/token";

private:
    web::Reply token(const web::Request& request);
    web::Reply confirm(const web::Request& request);
    web::Reply withPaddedToken(web::Reply reply, int bytes);

    const std::function<Notifier&()> m_notifier;
    World& m_world;
    Gate& m_gate;
    RateLimits& m_limits;
    oauth::TokenEndpoint m_tokens;
};

} // namespace jetbridge::simulator
