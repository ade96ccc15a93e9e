// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "oauth/Client.h"
#include "oauth/FailureCounter.h"
#include "ports/Clock.h"
#include "web/Reply.h"

#include <tl/expected.hpp>

#include <optional>

namespace jetbridge::oauth {

/// A refusal as RFC 6749 5.2 wants it: JSON that nobody keeps; 401 challenges for Basic, the one
/// scheme we take. `code` and `description` must be plain ASCII.
web::Reply tokenError(const QString& code, const QString& description, int status = 400);

/// The way into an endpoint that its clients alone may use: client authentication by Basic or body
/// (RFC 6749 2.3.1), and brute force slowed down (429 with growing Retry-After after 10 failures in
/// a minute for a client id or a peer). Used on one thread, mounted at POST.
class ClientGate {
public:
    ClientGate(const Clients& clients, const Clock& clock)
        : m_clients(clients)
        , m_clock(clock)
    {
    }

    /// A request whose sender proved to be a client.
    struct Admitted {
        web::Form form;
        Client client;
    };
    /// What a client that is not known here gets.
    enum class Unknown {
        Refused,
        LeftOpen, ///< No reply, and nothing is counted: it may be known elsewhere.
    };
    /// Error: the refusal, or nullopt (Unknown::LeftOpen). `presentedId` gets the client id that
    /// the request names, right or wrong.
    tl::expected<Admitted, std::optional<web::Reply>> admit(const web::Request& request,
        ClientId* presentedId = nullptr, Unknown unknown = Unknown::Refused);

    /// Nobody has failed.
    void forgetFailures() { m_failures = {}; }

private:
    const Clients& m_clients;
    const Clock& m_clock;
    FailureCounter m_failures;
};

} // namespace jetbridge::oauth
