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

/// What must not appear in a failure's text, even if the server repeats it.
struct Confidential {
    QList<Secret> ofRequest; ///< The secrets of the request and of its client, however short.
    /// Knows the secrets of all customers, present and former; may be null.
    const ExchangeRecorder* recorder = nullptr;
};

/// One call of SmartRecruiters' API, with what its limits and failures depend on.
struct WireRequest : http::Request {
    ClientId credential; ///< The credential whose limits the call counts against; not sent.
    QByteArray lane; ///< A group of calls with a limit of its own, such as "candidates"; empty for
                     ///< most calls.
    bool tellsLimits = true; ///< Whether an answer without limits means that only the published
                             ///< limits apply.
    Confidential confidential;
};

/// Returns the body as a JSON object. BadReply tells what it is instead: empty, HTML, incomplete
/// JSON, or an array.
Outcome<QJsonObject> jsonOf(const http::Reply& reply);

/// Names a value that is not the text that was expected: "a number", "an empty text", "null".
QString typeName(const QJsonValue& value);

/// Returns what the recorder stores of an answer with personal data: its total only, or the whole
/// body of an error.
QByteArray withoutPeople(const http::Reply& reply);

/// HTTP requests to one environment, whose exchanges are recorded. Lives on one thread.
class Wire : public std::enable_shared_from_this<Wire> {
public:
    Wire(Environment environment, const Clock& clock, ExchangeRecorder* recorder);

    const Environment& environment() const { return m_environment; }
    /// Sets the environment of new requests; requests under way are not affected. Returns true if
    /// it is another server than before.
    bool setEnvironment(Environment environment);

    /// Sends a request after checking its address, and compares the clocks by its answer.
    Task<http::Delivery> send(WireRequest request);

    /// Returns how far the server's clock (`Date`) is ahead of ours: the smallest value that
    /// explains the last answer with a date. nullopt if there was none.
    std::optional<std::chrono::seconds> clockSkew() const { return m_clockSkew; }

    /// Aborts all requests under way; each ends as Cancelled.
    void abortAll() { m_client.abortAll(); }

private:
    void compareClocks(const http::Reply& reply, const QDateTime& sentAt);

    Environment m_environment;
    const Clock& m_clock;
    http::Client m_client;
    std::optional<std::chrono::seconds> m_clockSkew;
};

} // namespace jetbridge::smartrecruiters
