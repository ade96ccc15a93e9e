// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "ports/SmartRecruiters.h"
#include "ports/Task.h"

#include <QNetworkAccessManager>

#include <chrono>

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
    /// The Partner & API Team's answer to a registration: approved, or what it asks to change.
    Task<Outcome<Done>> review(QUrl base, AppId app, bool approved, QString message);
    /// Changes what `settings` names; Invalid names the field.
    Task<Outcome<Done>> changeSettings(QUrl base, QJsonObject settings);
    /// Replaces the fault rules; Invalid names the rule and the field.
    Task<Outcome<Done>> setFaults(QUrl base, QJsonArray rules);
    Task<Outcome<Done>> advanceClock(QUrl base, std::chrono::seconds by);
    /// Requests that it got and sent after number `after`, the oldest first; 1,000 at most.
    Task<Outcome<QJsonArray>> requests(QUrl base, qint64 after);
    Task<Outcome<Done>> clearRequests(QUrl base);
    /// Adds a company, or renames the one of that identifier.
    Task<Outcome<Done>> addCompany(QUrl base, Company company);
    /// Integrations, grants, faults and recorded requests end; applications stay.
    Task<Outcome<Done>> reset(QUrl base);

private:
    Task<Outcome<QJsonDocument>> call(QUrl url, QByteArray method, QByteArray body);
    Task<Outcome<Done>> tell(QUrl url, QByteArray method, QJsonDocument body);

    QNetworkAccessManager m_network;
};

} // namespace jetbridge
