// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Environment.h"
#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "http/Client.h"

#include <QJsonObject>

#include <chrono>
#include <memory>

namespace jetbridge::smartrecruiters {

/// One call of SmartRecruiters' API, with what its limits and failures need to know.
struct WireRequest : http::Request {
    ClientId credential; ///< Whose limits it counts against; not sent.
    QByteArray lane; ///< "candidates": limited for itself too; empty for most.
    bool tellsLimits = true; ///< An answer without limits means that none but the published hold.
    QList<Secret>
        secrets; ///< What must not appear in a failure's text even if the other side echoes it.
};

/// The body as a JSON object; BadReply says what it is instead: nothing, HTML, half a JSON, an
/// array.
Outcome<QJsonObject> jsonOf(const http::Reply& reply);

/// What the recorder gets of an answer that people are in: its total alone; an error whole.
QByteArray withoutPeople(const http::Reply& reply);

/// HTTP towards one environment; its exchanges are recorded. Lives on one thread.
class Wire : public std::enable_shared_from_this<Wire> {
public:
    Wire(Environment environment, const Clock& clock, ExchangeRecorder* recorder);

    const Environment& environment() const { return m_environment; }
    /// Requests under way end where they began; new ones go to the new place. True: another place
    /// than before.
    bool setEnvironment(Environment environment);

    Task<http::Delivery> send(WireRequest request);

    /// How far the other side's clock (`Date`) is ahead of ours: the least that explains its last
    /// answer. nullopt: it did not say.
    std::optional<std::chrono::seconds> clockSkew() const { return m_clockSkew; }

    /// Aborts what is under way; each ends as Cancelled.
    void abortAll() { m_client.abortAll(); }

private:
    void compareClocks(const http::Reply& reply, const QDateTime& sentAt);

    Environment m_environment;
    const Clock& m_clock;
    http::Client m_client;
    std::optional<std::chrono::seconds> m_clockSkew;
};

} // namespace jetbridge::smartrecruiters
