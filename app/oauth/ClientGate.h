// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/Client.h"
#include "oauth/FailureCounter.h"
#include "ports/Clock.h"
#include "web/Reply.h"

#include <tl/expected.hpp>

#include <optional>

namespace jetbridge::oauth {

/// Makes an error reply as RFC 6749 5.2 defines it: JSON that must not be cached; a 401 has a
/// challenge for Basic, the only scheme that is accepted. `code` and `description` must be plain
/// ASCII.
web::Reply tokenError(const QString& code, const QString& description, int status = 400);

/// Protects an endpoint that is for its clients only. It authenticates clients by Basic or body
/// (RFC 6749 2.3.1) and slows down brute force: after 10 failures within a minute for a client id
/// or a peer it answers 429 with a growing Retry-After. Used on one thread, for POST requests.
class ClientGate {
public:
    ClientGate(const Clients& clients, const Clock& clock)
        : m_clients(clients)
        , m_clock(clock)
    {
    }

    /// A request whose sender authenticated as a client.
    struct Admitted {
        web::Form form;
        Client client;
    };
    /// The answer to a client that is not known here.
    enum class Unknown {
        Refused,
        LeftOpen, ///< No reply, and no failure is counted: the client may be known elsewhere.
    };
    /// Authenticates the sender of a request. The error is the refusal, or nullopt for
    /// Unknown::LeftOpen. `presentedId` is set to the client id in the request, whether it is right
    /// or wrong.
    tl::expected<Admitted, std::optional<web::Reply>> admit(const web::Request& request,
        ClientId* presentedId = nullptr, Unknown unknown = Unknown::Refused);

    /// Resets all failure counts.
    void forgetFailures() { m_failures = {}; }

private:
    const Clients& m_clients;
    const Clock& m_clock;
    FailureCounter m_failures;
};

} // namespace jetbridge::oauth
