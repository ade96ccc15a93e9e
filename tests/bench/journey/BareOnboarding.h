// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

#include <optional>

/// The minimum of requests that any client must send for an onboarding, without journal, vault or
/// checks. It also calls the simulator's control interface.
class BareOnboarding {
public:
    BareOnboarding(QUrl api, jetbridge::MasterCredentials master)
        : m_api(std::move(api))
        , m_master(std::move(master))
    {
    }

    /// Requests token, integrations, token, and makes one call on the company's behalf; false if
    /// one of them failed. `pair`: the one that SmartRecruiters uses at the partner's.
    QCoro::Task<bool> onboard(
        QString company, std::optional<jetbridge::ClientCredentials> pair = {});
    /// Does the same with an existing master token: three requests.
    QCoro::Task<bool> onboardWith(QByteArray masterToken, QString company,
        std::optional<jetbridge::ClientCredentials> pair = {});
    QCoro::Task<QByteArray> token(jetbridge::ClientCredentials client);

    QCoro::Task<QJsonObject> control(QByteArray method, QString path, QJsonDocument body);
    /// Lifts the limit of ten calls a second per credential, which is not to be measured. The
    /// headers must say so; without any, the published limits are kept.
    QCoro::Task<QJsonObject> liftLimits();
    /// Adds these companies, each with a grant for what the application requests.
    QCoro::Task<void> grantTo(QStringList companies);

private:
    QCoro::Task<QJsonObject> send(
        QByteArray method, QString path, QByteArray type, QByteArray body, QByteArray bearer = {});

    const QUrl m_api;
    const jetbridge::MasterCredentials m_master;
    QNetworkAccessManager m_network;
};
