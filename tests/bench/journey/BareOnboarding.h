// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"

#include <QCoro/QCoroTask>

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

/// What any client must at least send: an onboarding's requests without journal, vault or checks,
/// and the simulator's control interface beside them.
class BareOnboarding {
public:
    BareOnboarding(QUrl api, jetbridge::MasterCredentials master)
        : m_api(std::move(api))
        , m_master(std::move(master))
    {
    }

    /// Token, integrations, token, one call on the company's behalf; false: one of them failed.
    QCoro::Task<bool> onboard(QString company);
    /// The same with a master token that somebody fetched before: three requests.
    QCoro::Task<bool> onboardWith(QByteArray masterToken, QString company);
    QCoro::Task<QByteArray> token(jetbridge::ClientCredentials client);

    QCoro::Task<QJsonObject> control(QByteArray method, QString path, QJsonDocument body);
    /// Ten calls a second are allowed to a credential: that is not what is measured. The headers
    /// must say so; with none, the published limits are kept.
    QCoro::Task<QJsonObject> liftLimits();
    /// Companies that have granted what the application asks for.
    QCoro::Task<void> grantTo(QStringList companies);

private:
    QCoro::Task<QJsonObject> send(
        QByteArray method, QString path, QByteArray type, QByteArray body, QByteArray bearer = {});

    const QUrl m_api;
    const jetbridge::MasterCredentials m_master;
    QNetworkAccessManager m_network;
};
