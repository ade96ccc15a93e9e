// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "ports/Clock.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::simulator {

/// Start options of a simulator.
struct SimulatorOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;
    /// Names by which others call it, with any port; the first one is used in its URLs.
    QStringList hostNames;
    QStringList httpHosts; ///< Private hosts that may use http, like this computer.
    quint64 seed = 0; ///< The same seed gives the same ids, secrets and data. 0: a random seed.
    std::optional<Application> application; ///< Registered and approved at start; nullopt: none.
    /// PEM file with the authority of the partner's addresses; empty: the system's authorities.
    QString caFile;
    /// Companies `{companyId, name, ...}`; empty: the built-in ones (globex, initech, umbrella...).
    QJsonArray companies;
    QJsonArray faults; ///< Fault rules in the format of the control interface.
    /// File (0600) in which applications, companies, grants and integrations are stored and from
    /// which they are restored; empty: none.
    QString stateFile;
};

/// Simulates SmartRecruiters over HTTP on a thread of its own: portal, token endpoint,
/// integrations, public API, notifications and the control interface. Its URL is
/// http://localhost:PORT unless it has a host name. Its credentials are not secret.
class Simulator {
public:
    explicit Simulator(SimulatorOptions options);
    ~Simulator();

    /// Starts the simulator. Fails with Conflict when the port or the state file is in use, with
    /// Invalid when companies, faults, application or state file are malformed, and with
    /// StorageUnavailable when the state cannot be stored.
    Outcome<Done> listen();
    void close();
    quint16 port() const;
    QString listening() const; ///< Returns address and port: "127.0.0.1:43110".
    QUrl portalUrl() const; ///< Returns http://localhost:PORT.
    QUrl apiUrl() const; ///< Returns the same URL, because one server serves everything.

    /// Returns every method and path that is served: "GET /jobs/{id}". Valid after listen().
    QByteArrayList routes() const;

    /// Returns the credentials of the application in the options; nullopt without one. Valid after
    /// listen().
    std::optional<MasterCredentials> credentials() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge::simulator
