// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StoredCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

template <typename T> Task<Outcome<T>> stored(Vault& vault, VaultKey key, Failure absent)
{
    const auto item = co_await vault.read(key);
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return tl::unexpected<Failure>(absent);
    const auto parsed = T::fromJson((*item)->reveal().toByteArray());
    if (!parsed)
        co_return failed(FailureKind::VaultUnavailable,
            u"The keychain item \"%1\" is damaged: %2"_s.arg(key.text(), parsed.error().detail));
    co_return parsed;
}

Failure noCustomerCredentials()
{
    return {FailureKind::NotFound, 0, u"no_customer_credentials"_s,
        Message::of("no_customer_credentials"), {}};
}

} // namespace

Task<Outcome<MasterCredentials>> storedMasterCredentials(Vault& vault, QString environment)
{
    return stored<MasterCredentials>(vault, VaultKey::master(std::move(environment)),
        {FailureKind::Refused, 0, u"no_master_credentials"_s, Message::of("no_master_credentials"),
            {}});
}

Task<Outcome<CustomerCredentials>> storedCustomerCredentials(
    Vault& vault, QString environment, IntegrationId id)
{
    return stored<CustomerCredentials>(
        vault, VaultKey::customer(std::move(environment), id), noCustomerCredentials());
}

Task<Outcome<CustomerCredentials>> currentCustomerCredentials(
    Vault& vault, QString environment, Integration integration)
{
    const auto found =
        co_await storedCustomerCredentials(vault, std::move(environment), integration.id);
    if (found && found->client.clientId != integration.clientId)
        co_return tl::unexpected<Failure>(noCustomerCredentials());
    co_return found;
}

Task<Outcome<ClientCredentials>> storedResourceServer(
    Vault& vault, QString environment, ClientId client)
{
    return stored<ClientCredentials>(vault,
        VaultKey::resourceServer(std::move(environment), client),
        {FailureKind::NotFound, 0, u"no_resource_server_secret"_s,
            Message::of("resource_secret_missing", {client.text()}), {}});
}

} // namespace jetbridge
