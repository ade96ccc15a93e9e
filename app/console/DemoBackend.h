// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Later.h"
#include "domain/Credentials.h"
#include "ports/Task.h"

#include <QUrl>

#include <memory>

namespace jetbridge {

namespace web {
class Server;
}

/// The smallest API of a partner that SmartRecruiters can call: it serves one address, and believes
/// a bearer token if introspection (RFC 7662) says that it is active. It knows nothing of the
/// program that serves oauthTokenUrl but this one address, as a backend of the partner's own would.
class DemoBackend {
public:
    /// How a call was answered.
    struct Call {
        int status = 0;
        QString company; ///< The customer that the token stands for; empty if it was refused.
        Secret token;
    };

    /// `client`: the pair of a resource server that `introspection` knows.
    DemoBackend(QUrl introspection, ClientCredentials client);
    ~DemoBackend();

    /// Starts to serve on a free port of this computer. Failures: web::Server::listen().
    Outcome<Done> listen();
    QUrl url() const; ///< Address of the API; valid after listen().
    /// Waits for the first call. TimedOut: none came in this time.
    Task<Outcome<Call>> firstCall(std::chrono::milliseconds patience);
    /// Answers a further call with this token.
    Task<Outcome<Call>> call(Secret token);

private:
    struct Private;
    const std::shared_ptr<Private> d; ///< Shared with the handlers under way.
    std::unique_ptr<web::Server> m_server;
};

} // namespace jetbridge
