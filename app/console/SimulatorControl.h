// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "http/Client.h"
#include "ports/SmartRecruiters.h"
#include "ports/Task.h"

#include <chrono>
#include <functional>

namespace jetbridge {

/// The simulator's control interface (`/_simulator/...`), as a client: what staff do with it, and
/// what tests ask of it.
class SimulatorControl {
public:
    /// `environment`: where the simulator is now and whose certificates are believed, asked at
    /// every call.
    explicit SimulatorControl(std::function<Environment()> environment)
        : m_environment(std::move(environment))
    {
    }

    /// Registers and approves, as the Partner & API Team would (guide, 1).
    /// `master`: the pair that it is to have, and its appId; otherwise new ones are made.
    Task<Outcome<MasterCredentials>> registerApplication(
        Application application, std::optional<MasterCredentials> master = {});
    /// Disables at SmartRecruiters' side; answers with what became of the notification.
    Task<Outcome<QJsonObject>> disable(IntegrationId id);
    Task<Outcome<QList<Company>>> companies();
    /// Apps, integrations, settings, faults, clock.
    Task<Outcome<QJsonObject>> state();
    /// The Partner & API Team's answer to a registration: approved, or what it asks to change.
    Task<Outcome<Done>> review(AppId app, bool approved, QString message);
    /// Changes what `settings` names; Invalid names the field.
    Task<Outcome<Done>> changeSettings(QJsonObject settings);
    /// Replaces the fault rules; Invalid names the rule and the field.
    Task<Outcome<Done>> setFaults(QJsonArray rules);
    Task<Outcome<Done>> advanceClock(std::chrono::seconds by);
    /// Requests that it got and sent after number `after`, the oldest first; 1,000 at most.
    Task<Outcome<QJsonArray>> requests(qint64 after);
    Task<Outcome<Done>> clearRequests();
    /// Adds a company, or renames the one of that identifier.
    Task<Outcome<Done>> addCompany(Company company);
    /// Integrations, grants, faults and recorded requests end; applications stay.
    Task<Outcome<Done>> reset();

private:
    QUrl at(const QString& path) const;
    Task<Outcome<QJsonDocument>> call(QUrl url, QByteArray method, QByteArray body);
    Task<Outcome<Done>> tell(QUrl url, QByteArray method, QJsonDocument body);

    const std::function<Environment()> m_environment;
    http::Client m_client;
};

} // namespace jetbridge
