// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RememberingVault.h"

#include "async/Later.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

/// Returns the secrets in an item. Items of customers and masters are JSON objects with a secret; a
/// customer's item may also hold the one that was issued to SmartRecruiters.
QList<Secret> secretsIn(const Secret& item)
{
    const QByteArrayView bytes = item.reveal();
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size())).object();
    QList<Secret> secrets;
    for (const QJsonValue& pair : {QJsonValue(object), object.value("issued"_L1)}) {
        const QJsonValue secret = pair["clientSecret"_L1];
        if (secret.isString())
            secrets.append(Secret(secret.toString().toUtf8()));
    }
    return secrets;
}

/// Number of waits (aMoment) for a keychain that is still storing the key which another program
/// made.
constexpr int mostTries = 30;

Task<Done> aMoment()
{
    const async::Later<Done> over;
    QTimer::singleShot(std::chrono::milliseconds(100), [over] { over.settle({}); });
    Done done = co_await over;
    co_return done;
}

} // namespace

RememberingVault::RememberingVault(StoredSecretHashes& hashes, Randomness& randomness,
    std::unique_ptr<Vault> vault, Tell tell, async::Scope* outer)
    : m_hashes(hashes)
    , m_randomness(randomness)
    , m_vault(std::move(vault))
    , m_tell(std::move(tell))
    , m_scope(outer)
{
}

RememberingVault::~RememberingVault() = default;

Task<Outcome<Done>> RememberingVault::store(VaultKey key, Secret value)
{
    const auto stored = co_await here(m_vault->store(key, value));
    // The item is stored safely first. If the program dies here, the item is hashed when it is
    // read.
    if (stored)
        (void)co_await here(rememberItem(key, value));
    co_return stored;
}

Task<Outcome<std::optional<Secret>>> RememberingVault::read(VaultKey key)
{
    const auto found = co_await here(m_vault->read(key));
    if (found && found->has_value())
        (void)co_await here(rememberItem(key, **found));
    co_return found;
}

Task<Outcome<Done>> RememberingVault::remove(VaultKey key)
{
    // An item of an earlier version may never have been read.
    (void)co_await here(read(key));
    co_return co_await here(m_vault->remove(key));
}

Task<Outcome<Done>> RememberingVault::rememberItem(VaultKey key, Secret item)
{
    if (key.purpose == VaultKey::Purpose::Probe)
        co_return Done{};
    const QList<Secret> secrets = secretsIn(item);
    for (const Secret& secret : secrets)
        if (const auto remembered = co_await here(remember(secret)); !remembered)
            co_return passOn(remembered);
    co_return Done{};
}

Task<Outcome<Done>> RememberingVault::remember(Secret secret)
{
    if (secret.size() < SecretHasher::shortest)
        co_return Done{};
    const auto loaded = co_await here(load());
    if (!loaded)
        co_return passOn(loaded);
    const SecretHasher hasher = *m_hasher;
    const SecretHash hash = hasher.of(secret.reveal());
    if (m_known.contains(hash.mac))
        co_return Done{};
    m_tell(hasher, {hash});
    const auto added = co_await here(m_hashes.add(hasher.keyId(), {hash}));
    if (added)
        m_known.insert(hash.mac);
    co_return added;
}

Task<Outcome<Done>> RememberingVault::refreshRemembered()
{
    return m_isLoaded ? readNewer() : load();
}

Task<Outcome<std::optional<SecretHasher>>> RememberingVault::hasher()
{
    const auto loaded = co_await here(load());
    if (!loaded)
        co_return passOn(loaded);
    co_return std::optional<SecretHasher>(m_hasher);
}

Task<Outcome<Done>> RememberingVault::load()
{
    if (m_isLoaded)
        co_return Done{};
    const auto found = co_await here(findKey());
    if (!found)
        co_return passOn(found);
    const auto read = co_await here(readNewer());
    if (!read)
        co_return passOn(read);
    m_isLoaded = true;
    co_return Done{};
}

Task<Outcome<Done>> RememberingVault::readNewer()
{
    const SecretHasher hasher = *m_hasher;
    const auto newer = co_await here(m_hashes.newerThan(m_last, hasher.keyId()));
    if (!newer)
        co_return passOn(newer);
    m_last = std::max(m_last, newer->last);
    for (const SecretHash& hash : newer->hashes)
        m_known.insert(hash.mac);
    m_tell(hasher, newer->hashes);
    co_return Done{};
}

Task<Outcome<Done>> RememberingVault::findKey()
{
    for (int tries = 0; !m_hasher; ++tries) {
        const auto known = co_await here(m_hashes.key());
        if (!known)
            co_return passOn(known);
        const auto item = co_await here(m_vault->read(VaultKey::hashKey(known->item)));
        if (!item)
            co_return passOn(item);
        if (item->has_value()) {
            m_hasher.emplace(**item);
        } else if (known->id.isEmpty() || tries >= mostTries) {
            const auto made = co_await here(makeKey(*known));
            if (!made)
                co_return passOn(made);
        } else { // another program is making it just now, or the keychain was emptied
            co_await m_scope.within(aMoment(), Done{});
        }
    }
    co_return Done{};
}

Task<Outcome<Done>> RememberingVault::makeKey(StoredSecretHashes::Key former)
{
    QByteArray bytes = m_randomness.bytes(SecretHasher::keyBytes);
    const Secret key{QByteArrayView(bytes)};
    wipe(bytes);
    const SecretHasher hasher(key);
    // The first program to write to the registry makes the key: two programs must not overwrite
    // each other's.
    const auto isFirst = co_await here(m_hashes.replaceKey(former.id, hasher.keyId()));
    if (!isFirst)
        co_return passOn(isFirst);
    if (!*isFirst)
        co_return Done{};
    const auto stored = co_await here(m_vault->store(VaultKey::hashKey(former.item), key));
    if (stored)
        m_hasher.emplace(hasher);
    co_return stored;
}

} // namespace jetbridge::storage
