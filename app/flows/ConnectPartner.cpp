// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ConnectPartner.h"

#include "flows/CheckVault.h"
#include "flows/MasterLevel.h"

namespace jetbridge {

Task<Outcome<AccessToken>> connectPartner(
    Services services, MasterCredentials credentials, OnboardingId onboarding)
{
    const auto isMaster =
        co_await checkMasterLevel(services.issuedClients, credentials.client.clientId);
    if (!isMaster)
        co_return passOn(isMaster);
    const auto vaultWorks = co_await checkVaultKeepsSecrets(services.vault, services.environment);
    if (!vaultWorks)
        co_return passOn(vaultWorks);

    credentials.client.origin.clear(); // staff gave the credentials for the environment's present
                                       // address
    const auto token = co_await services.smartRecruiters.token(credentials.client, onboarding);
    if (!token)
        co_return passOn(token);
    credentials.client.origin = token->origin;

    const auto kept =
        co_await services.vault.store(VaultKey::master(services.environment), credentials.toJson());
    if (!kept)
        co_return passOn(kept);

    services.tokens.drop(credentials.client.clientId); // a token of an older secret may still be
                                                       // cached
    co_return token;
}

} // namespace jetbridge
