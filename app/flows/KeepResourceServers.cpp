// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/KeepResourceServers.h"

#include "flows/GeneratedPair.h"
#include "flows/StoredCredentials.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr qsizetype longestName = 64;

Outcome<Done> checkName(const QString& name)
{
    const bool isSane = !name.isEmpty() && name.size() <= longestName && name == name.trimmed()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (isSane)
        return Done{};
    return failed(FailureKind::Invalid,
        u"A resource server needs a name of 1 to %1 printable characters, without "
        "spaces at its ends."_s.arg(longestName));
}

Task<Outcome<ResourceServer>> named(Services services, QString name)
{
    const auto all = co_await services.resourceServers.all();
    if (!all)
        co_return passOn(all);
    const auto found = std::find_if(
        all->begin(), all->end(), [&name](const ResourceServer& one) { return one.name == name; });
    if (found == all->end())
        co_return failed(FailureKind::NotFound,
            u"There is no resource server \"%1\": see `resource-servers list`."_s.arg(name));
    co_return ResourceServer(*found);
}

} // namespace

Task<Outcome<ResourceServerPair>> addResourceServer(Services services, QString name)
{
    if (const auto sane = checkName(name); !sane)
        co_return passOn(sane);
    ResourceServerPair pair;
    pair.client = generatedPair(services.randomness, u"jetbridge-rs-"_s);
    pair.server = {
        pair.client.clientId, name, pair.client.clientSecret.sha256(), services.clock.now()};
    const auto added = co_await services.resourceServers.add(pair.server);
    if (!added)
        co_return passOn(added);
    const auto kept = co_await services.vault.store(
        VaultKey::resourceServer(services.environment, pair.client.clientId), pair.client.toJson());
    if (kept)
        co_return pair;
    // Nobody will ever have the secret of this server.
    const auto removed = co_await services.resourceServers.remove(pair.client.clientId);
    if (removed)
        co_return passOn(kept);
    Failure both = kept.error();
    both.detail = Message::inWords(
        u"The keychain did not store the credentials of \"%1\" (%2), and the registry could not "
        "be written to remove it again (%3). \"%1\" is still listed, but nobody can use it: once "
        "the registry can be written, remove it with `resource-servers remove` and add it again."_s
            .arg(name, kept.error().detail.english(), removed.error().detail.english()));
    co_return tl::unexpected<Failure>(both);
}

Task<Outcome<ResourceServer>> removeResourceServer(Services services, QString name)
{
    const auto server = co_await named(services, name);
    if (!server)
        co_return passOn(server);
    // The registry comes first: a locked keychain must not keep staff from removing a resource
    // server.
    const auto removed = co_await services.resourceServers.remove(server->clientId);
    if (!removed)
        co_return passOn(removed);
    const VaultKey key = VaultKey::resourceServer(services.environment, server->clientId);
    const auto forgotten = co_await services.vault.remove(key);
    if (!forgotten)
        co_return failed(forgotten.error().kind,
            u"\"%1\" has ended and gets no answer any more, but its item \"%2\" is "
            "still in the keychain: %3"_s.arg(name, key.text(), forgotten.error().detail));
    co_return server;
}

Task<Outcome<ResourceServerPair>> resourceServerPair(Services services, QString name)
{
    const auto server = co_await named(services, name);
    if (!server)
        co_return passOn(server);
    const auto client =
        co_await storedResourceServer(services.vault, services.environment, server->clientId);
    if (!client)
        co_return passOn(client);
    co_return ResourceServerPair{*server, *client};
}

} // namespace jetbridge
