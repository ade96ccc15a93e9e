// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/PartnerAccess.h"

#include "console/RunLock.h"
#include "flows/ConnectPartner.h"
#include "flows/RotateMasterCredentials.h"
#include "flows/StoredCredentials.h"
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "smartrecruiters/Pacer.h"
#include "smartrecruiters/TokenCache.h"

namespace jetbridge {

PartnerAccess::PartnerAccess(
    const Services& services, Applications& applications, Clients clients, QString dataFolder)
    : m_services(services)
    , m_applications(applications)
    , m_clients(clients)
    , m_dataFolder(std::move(dataFolder))
{
}

Task<Outcome<AccessToken>> PartnerAccess::connectPartner(
    MasterCredentials credentials, OnboardingId onboarding)
{
    const auto lock = RunLock::takeMasters(m_dataFolder, m_services.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token = co_await jetbridge::connectPartner(m_services, credentials, onboarding);
    if (token)
        Q_EMIT credentialsChanged();
    co_return token;
}

Task<Outcome<MasterCredentials>> PartnerAccess::masterCredentials()
{
    return storedMasterCredentials(m_services.vault, m_services.environment);
}

Task<Outcome<Done>> PartnerAccess::forgetMasterCredentials()
{
    const auto lock = RunLock::takeMasters(m_dataFolder, m_services.environment);
    if (!lock)
        co_return passOn(lock);
    const auto stored = co_await masterCredentials();
    for (const VaultKey& key : {VaultKey::previousMaster(m_services.environment),
             VaultKey::master(m_services.environment)}) {
        const auto removed = co_await m_services.vault.remove(key);
        if (!removed)
            co_return passOn(removed);
    }
    if (stored)
        m_services.tokens.drop(stored->client.clientId);
    Q_EMIT credentialsChanged();
    co_return Done{};
}

Task<Outcome<AccessToken>> PartnerAccess::rotateMasterCredentials(MasterCredentials fresh)
{
    const auto lock = RunLock::takeMasters(m_dataFolder, m_services.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token = co_await jetbridge::rotateMasterCredentials(m_services, std::move(fresh));
    tellIfProved(token);
    co_return token;
}

Task<Outcome<AccessToken>> PartnerAccess::rotateBack()
{
    const auto lock = RunLock::takeMasters(m_dataFolder, m_services.environment);
    if (!lock)
        co_return passOn(lock);
    const auto token = co_await jetbridge::rotateBack(m_services);
    tellIfProved(token);
    co_return token;
}

void PartnerAccess::tellIfProved(const Outcome<AccessToken>& proof)
{
    if (!proof)
        return;
    m_isRotationSettled = false;
    Q_EMIT credentialsChanged();
}

Task<Outcome<std::optional<MasterCredentials>>> PartnerAccess::previousMasterCredentials()
{
    return jetbridge::previousMasterCredentials(m_services.vault, m_services.environment);
}

Task<Outcome<AccessToken>> PartnerAccess::masterToken(OnboardingId onboarding)
{
    const auto credentials = co_await masterCredentials();
    if (!credentials)
        co_return passOn(credentials);
    co_return co_await m_services.tokens.get(credentials->client, onboarding);
}

QList<RateUse> PartnerAccess::rates() const
{
    return m_clients.pacer.use();
}

int PartnerAccess::callsWaiting() const
{
    return m_clients.pacer.waiting();
}

std::optional<std::chrono::seconds> PartnerAccess::clockSkew() const
{
    return m_clients.smartRecruiters.clockSkew();
}

/// A confirmed integration proves the master credentials more than any token does. Where somebody
/// changes them just now, or another pair confirmed, the next one tries again.
Task<Done> PartnerAccess::settleRotation(ClientCredentials confirmedWith)
{
    if (m_isRotationSettled)
        co_return Done{};
    const auto lock = RunLock::takeMasters(m_dataFolder, m_services.environment);
    if (!lock)
        co_return Done{};
    m_isRotationSettled = true;
    const auto settled = co_await jetbridge::settleRotation(m_services, confirmedWith);
    if (!settled || *settled == Settled::OtherPair)
        m_isRotationSettled = false;
    else if (*settled == Settled::Removed)
        Q_EMIT credentialsChanged();
    co_return Done{};
}

void PartnerAccess::takeChangedMasters()
{
    m_clients.tokens.dropAll();
    m_isRotationSettled = false;
    Q_EMIT credentialsChanged();
}

Task<Outcome<Done>> PartnerAccess::takeChangedSecret(QString name)
{
    const QString customer = VaultKey::customer(m_services.environment, {}).text();
    if (name == VaultKey::master(m_services.environment).text()
        || name == VaultKey::previousMaster(m_services.environment).text())
        takeChangedMasters();
    if (!name.startsWith(customer))
        co_return Done{};
    const auto row =
        co_await m_services.integrations.find(IntegrationId(name.mid(customer.size())));
    if (row && row->has_value())
        m_services.tokens.drop((*row)->clientId);
    else // forgotten: which client it was, nobody knows any more
        m_clients.tokens.dropAll();
    co_return Done{};
}

} // namespace jetbridge
