// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ConnectPartner.h"

#include "flows/CheckVault.h"
#include "flows/MasterLevel.h"

namespace jetbridge {

Task<Outcome<AccessToken>> connectPartner(SmartRecruiters& smartRecruiters, Tokens& tokens,
    Vault& vault, IssuedClients& issuedClients, QString environment, MasterCredentials credentials,
    OnboardingId onboarding)
{
    const auto isMaster = co_await checkMasterLevel(issuedClients, credentials.client.clientId);
    if (!isMaster)
        co_return passOn(isMaster);
    const auto vaultWorks = co_await checkVaultKeepsSecrets(vault, environment);
    if (!vaultWorks)
        co_return passOn(vaultWorks);

    credentials.client.origin.clear(); // staff gave the credentials for the environment's present
                                       // address
    const auto token = co_await smartRecruiters.token(credentials.client, onboarding);
    if (!token)
        co_return passOn(token);
    credentials.client.origin = token->origin;

    const auto kept = co_await vault.store(VaultKey::master(environment), credentials.toJson());
    if (!kept)
        co_return passOn(kept);

    tokens.drop(credentials.client.clientId); // a token of an older secret may still be cached
    co_return token;
}

} // namespace jetbridge
