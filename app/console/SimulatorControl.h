// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "ports/SmartRecruiters.h"
#include "ports/Task.h"

#include <QNetworkAccessManager>

namespace jetbridge {

/// The simulator's control interface (`/_simulator/...`), as a client: what staff do with it, and
/// what tests ask of it.
class SimulatorControl {
public:
    ~SimulatorControl(); ///< Calls under way end as Unreachable.

    /// Registers and approves, as the Partner & API Team would (guide, 1).
    Task<Outcome<MasterCredentials>> registerApplication(QUrl base, Application application);
    /// Disables at SmartRecruiters' side; answers with what became of the notification.
    Task<Outcome<QJsonObject>> disable(QUrl base, IntegrationId id);
    Task<Outcome<QList<Company>>> companies(QUrl base);
    /// Apps, integrations, settings, faults, clock.
    Task<Outcome<QJsonObject>> state(QUrl base);

private:
    Task<Outcome<QJsonDocument>> call(QUrl url, QByteArray method, QByteArray body);

    QNetworkAccessManager m_network;
};

} // namespace jetbridge
