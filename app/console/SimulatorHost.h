// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>
#include <optional>

namespace jetbridge {

/// The simulator alone, for `jetbridge-cli simulate`: SmartRecruiters' side for any partner backend
/// in any language.
class SimulatorHost {
public:
    struct Options {
        QHostAddress address{QHostAddress::LocalHost};
        quint16 port = 0;
        QStringList hostNames; ///< SimulatorOptions::hostNames
        QString caFile; ///< SimulatorOptions::caFile
        QStringList httpHosts; ///< SimulatorOptions::httpHosts
        quint64 seed = 0; ///< 0: a random one.
        std::optional<Application>
            application; ///< nullopt: a demo application on the default endpoints' port.
        QStringList visibleTo; ///< SimulatorOptions::visibleTo
        QJsonArray companies; ///< Empty: the built-in ones.
        QJsonArray faults;
        QJsonObject settings; ///< SimulatorOptions::settings
        QString stateFile; ///< Goes on where it was, and keeps its state there; empty: nowhere.
    };

    explicit SimulatorHost(Options options);
    ~SimulatorHost();

    /// Conflict: the port or the state file is taken; Invalid: companies, faults or state file;
    /// StorageUnavailable: the state cannot be kept.
    Outcome<Done> listen();
    /// `{"listening","portalUrl","tokenUrl","integrationsUrl","apiUrl","appId","clientId","clientSecret"}`;
    /// simulator credentials are made to be shown.
    QJsonObject readyLine() const;
    void close();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jetbridge
