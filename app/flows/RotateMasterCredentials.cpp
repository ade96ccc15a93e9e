// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RotateMasterCredentials.h"

#include "flows/CheckVault.h"
#include "flows/JournalKeeper.h"
#include "flows/MasterLevel.h"
#include "flows/StoredCredentials.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

bool isSamePair(const ClientCredentials& one, const ClientCredentials& other)
{
    return one.clientId == other.clientId && one.clientSecret.equals(other.clientSecret);
}

Outcome<Done> checkReplacement(const MasterCredentials& current, const MasterCredentials& fresh)
{
    if (fresh.appId != current.appId)
        return failed(FailureKind::Invalid,
            Message::of(
                "credentials_of_another_application", {fresh.appId.text(), current.appId.text()}),
            0, u"appId"_s);
    if (isSamePair(current.client, fresh.client))
        return failed(
            FailureKind::Invalid, Message::of("credentials_in_use_already"), 0, u"clientId"_s);
    return Done{};
}

/// Puts both items back as they were: a rotation that failed must not be half done. The set in use
/// comes first. What the vault refuses now stays as it is.
Task<Done> putBack(Services services, MasterCredentials current, std::optional<Secret> previous)
{
    disregard(
        co_await services.vault.store(VaultKey::master(services.environment), current.toJson()));
    const VaultKey key = VaultKey::previousMaster(services.environment);
    if (previous)
        disregard(co_await services.vault.store(key, *previous));
    else
        disregard(co_await services.vault.remove(key));
    co_return Done{};
}

/// Replaces one set of master credentials by another. If the program ends in between, the new set
/// is in the vault, and so is the old one, unless staff are going back from it. If an item cannot
/// be stored, nothing is replaced.
Task<Outcome<AccessToken>> cutOver(
    Services services, MasterCredentials current, MasterCredentials fresh, bool isBack)
{
    const auto vaultWorks = co_await checkVaultKeepsSecrets(services.vault, services.environment);
    if (!vaultWorks)
        co_return passOn(vaultWorks);
    const auto token = co_await services.smartRecruiters.token(fresh.client, OnboardingId());
    if (!token)
        co_return passOn(token);
    fresh.client.origin = token->origin;
    const auto previous =
        co_await services.vault.read(VaultKey::previousMaster(services.environment));
    if (!previous)
        co_return passOn(previous);
    QList<std::pair<VaultKey, Secret>> items{
        {VaultKey::previousMaster(services.environment), current.toJson()},
        {VaultKey::master(services.environment), fresh.toJson()}};
    if (isBack) // when going back, the first of these items is the only place that holds the set to
                // go back to
        std::reverse(items.begin(), items.end());
    for (const auto& [key, pair] : items) {
        const auto kept = co_await services.vault.store(key, pair);
        if (!kept) {
            co_await putBack(services, current, *previous);
            co_return passOn(kept);
        }
    }
    services.tokens.drop(current.client.clientId);
    services.tokens.drop(fresh.client.clientId);
    co_return token;
}

JournalKeeper keeperOf(const Services& services)
{
    return JournalKeeper(services.journal, services.clock, OnboardingId(), CompanyId());
}

Task<Outcome<AccessToken>> rotate(Services services, MasterCredentials fresh, bool isBack)
{
    const auto current = co_await storedMasterCredentials(services.vault, services.environment);
    if (!current)
        co_return passOn(current);
    if (const auto sound = checkReplacement(*current, fresh); !sound)
        co_return passOn(sound);
    const auto isMaster = co_await checkMasterLevel(services.issuedClients, fresh.client.clientId);
    if (!isMaster)
        co_return passOn(isMaster);

    const JournalKeeper keeper = keeperOf(services);
    const QDateTime begin = keeper.now();
    const auto started = co_await keeper.write(keeper.line(Step::Rotated, StepState::Started));
    if (!started)
        co_return passOn(started);
    const auto token = co_await cutOver(services, *current, fresh, isBack);
    const int elapsed = int(begin.msecsTo(keeper.now()));
    // If only the last line cannot be written, the result of the rotation is returned: it has
    // happened.
    if (token)
        disregard(co_await keeper.write(keeper.line(Step::Rotated, StepState::Done,
            Message::of("client_in_use", {fresh.client.clientId.text()}), elapsed)));
    else
        disregard(co_await keeper.write(keeper.failedLine(Step::Rotated, token.error(), elapsed)));
    co_return token;
}

} // namespace

Task<Outcome<AccessToken>> rotateMasterCredentials(Services services, MasterCredentials fresh)
{
    fresh.client.origin.clear(); // staff gave the credentials for the environment's present address
    return rotate(services, std::move(fresh), false);
}

Task<Outcome<std::optional<MasterCredentials>>> previousMasterCredentials(
    Vault& vault, QString environment)
{
    const auto item = co_await vault.read(VaultKey::previousMaster(environment));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return std::optional<MasterCredentials>();
    const auto parsed = MasterCredentials::fromJson((*item)->reveal().toByteArray());
    if (!parsed)
        co_return passOn(parsed);
    co_return std::optional<MasterCredentials>(*parsed);
}

Task<Outcome<AccessToken>> rotateBack(Services services)
{
    const auto previous = co_await previousMasterCredentials(services.vault, services.environment);
    if (!previous)
        co_return passOn(previous);
    if (!previous->has_value())
        co_return failed(FailureKind::NotFound, Message::of("no_earlier_credentials"));
    co_return co_await rotate(services, **previous, true);
}

Task<Outcome<Settled>> settleRotation(Services services, ClientCredentials confirmedWith)
{
    const auto previous = co_await previousMasterCredentials(services.vault, services.environment);
    if (!previous)
        co_return passOn(previous);
    if (!previous->has_value())
        co_return Settled::Nothing;
    const auto current = co_await storedMasterCredentials(services.vault, services.environment);
    if (!current)
        co_return passOn(current);
    if (!isSamePair(current->client, confirmedWith))
        co_return Settled::OtherPair;
    const auto removed =
        co_await services.vault.remove(VaultKey::previousMaster(services.environment));
    if (!removed)
        co_return passOn(removed);
    const JournalKeeper keeper = keeperOf(services);
    const auto noted = co_await keeper.write(keeper.line(Step::Rotated, StepState::Done,
        Message::of("previous_client_removed", {(*previous)->client.clientId.text()})));
    if (!noted)
        co_return passOn(noted);
    co_return Settled::Removed;
}

} // namespace jetbridge
