// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Faults.h"
#include "simulator/RequestLog.h"
#include "simulator/World.h"
#include "web/Server.h"

namespace jetbridge::simulator {

/// Processing that applies to every request and reply: the log, the fault rules, and the refusal of
/// forms and calls that another site's page sends from somebody's browser.
class Gate {
public:
    Gate(World& world, Faults& faults, RequestLog& log);

    /// Logs every request, including those without a route.
    void watch(web::Router& router);
    /// Wraps the handler of an ordinary route: it is logged and subject to the fault rules.
    web::Handler open(web::Handler handler);
    /// Wraps a handler of the control interface: it is logged, and no fault applies to it.
    web::Handler control(web::Handler handler);
    web::AsyncHandler control(web::AsyncHandler handler);

    /// Returns the fault that applies to the current request, for handlers; nullptr: none.
    const Fault* currentFault() const { return m_fault ? &*m_fault : nullptr; }
    /// Returns how long faults delay the current answer, in milliseconds.
    int holdMs() const { return m_fault ? m_fault->delayMs : 0; }

    /// Sets the origins by which browsers know this server: "http://localhost:PORT".
    void setOrigins(QStringList origins) { m_origins = std::move(origins); }

    /// Remembers a token that a fault has padded; it is valid as long as the token inside it.
    void rememberPadded(const Secret& token);
    void forgetPadded() { m_paddedTokens.clear(); }
    /// Returns the request with a padded token replaced by the token inside it.
    web::Request unpadded(const web::Request& request) const;

private:
    std::optional<web::Reply> arrive(const web::Request& request);
    qint64 take(); ///< Returns the number of the current request and marks it as handled.
    void leave(qint64 number, const web::Reply& reply, bool faulty);
    bool comesFromAnotherSite(const web::Request& request) const;
    void identify(const web::Request& request, LoggedRequest& entry) const;
    /// Returns the bearer token, without padding; empty if there is none.
    QByteArray unpaddedBearerOf(const web::Request& request) const;

    World& m_world;
    Faults& m_faults;
    RequestLog& m_log;
    QStringList m_origins;
    QSet<QByteArray> m_paddedTokens; ///< SHA-256 hashes of the padded tokens.
    std::optional<Fault> m_fault;
    qint64 m_arrived =
        0; ///< Number of the request whose handler comes next; handlers run one at a time.
    bool m_handled = true; ///< Whether a handler has taken it.
};

} // namespace jetbridge::simulator
