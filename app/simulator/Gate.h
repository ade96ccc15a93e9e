// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Faults.h"
#include "simulator/RequestLog.h"
#include "simulator/World.h"
#include "web/Server.h"

namespace jetbridge::simulator {

/// What every request passes on its way in and out: the log, the fault rules, and the refusal of
/// forms and calls that another site's page sends from somebody's browser.
class Gate {
public:
    Gate(World& world, Faults& faults, RequestLog& log);

    /// Has every request logged, also those for which there is no route.
    void watch(web::Router& router);
    /// The handler of an ordinary route: logged, and subject to the fault rules.
    web::Handler open(web::Handler handler);
    /// The same for the control interface: no fault acts on it.
    web::Handler control(web::Handler handler);
    web::AsyncHandler control(web::AsyncHandler handler);

    /// The fault that acts on the request in hand; nullptr: none. For handlers.
    const Fault* currentFault() const { return m_fault ? &*m_fault : nullptr; }
    /// How long the answer in hand will take, as far as faults say.
    int holdMs() const { return m_fault ? m_fault->delayMs : 0; }

    /// Under which names the browser knows us: "http://localhost:PORT".
    void setOrigins(QStringList origins) { m_origins = std::move(origins); }

    /// A token that was padded by a fault is good as long as the token inside it.
    void rememberPadded(const Secret& token);
    void forgetPadded() { m_paddedTokens.clear(); }
    /// The request with a padded token replaced by the token inside it.
    web::Request unpadded(const web::Request& request) const;

private:
    std::optional<web::Reply> arrive(const web::Request& request);
    qint64 take(); ///< The number of the request in hand, now that its handler has it.
    void leave(qint64 number, const web::Reply& reply, bool faulty);
    bool comesFromAnotherSite(const web::Request& request) const;
    void identify(const web::Request& request, LoggedRequest& entry) const;
    /// The bearer token, or the one inside it; empty without one.
    QByteArray unpaddedBearerOf(const web::Request& request) const;

    World& m_world;
    Faults& m_faults;
    RequestLog& m_log;
    QStringList m_origins;
    QSet<QByteArray> m_paddedTokens; ///< SHA-256 of each.
    std::optional<Fault> m_fault;
    qint64 m_arrived =
        0; ///< Number of the request whose handler comes next: handlers run one at a time.
    bool m_handled = true; ///< A handler has taken it.
};

} // namespace jetbridge::simulator
