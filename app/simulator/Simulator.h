// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "ports/Clock.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>
#include <QUrl>

#include <memory>
#include <optional>

namespace jetbridge::simulator {

/// Start options of a simulator.
struct SimulatorOptions {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;
    QStringList hostNames; ///< Others call it so, with any port; the first one is in its URLs.
    QStringList httpHosts; ///< Private hosts whose addresses may be http, as this computer's may.
    quint64 seed = 0; ///< Same seed, same ids, secrets and data. 0: a random one.
    std::optional<Application>
        application; ///< Registered and approved at start; nullopt: none yet.
    QStringList visibleTo; ///< The companies that see it, where it is for selected ones.
    QString caFile; ///< PEM file with the authority of the partner's own addresses; empty: the
                    ///< system's.
    QJsonArray companies; ///< `{companyId, name, ...}`; empty: the built-in ones (globex, initech,
                          ///< umbrella...).
    QJsonArray faults; ///< Rules as in the control interface.
    QJsonObject settings; ///< Those that differ, as in the control interface.
    QString stateFile; ///< Applications, companies, grants and integrations are kept here (0600)
                       ///< and found again; empty: nowhere.
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
