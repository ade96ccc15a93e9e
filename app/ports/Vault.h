// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "domain/SecretHash.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// Names one item of the vault. The environment is part of it, so that environments never mix.
struct VaultKey {
    enum class Purpose {
        Master,
        PreviousMaster,
        Customer,
        Run,
        ResourceServer,
        Probe,
        HashKey,
        Mark
    };
    QString environment;
    Purpose purpose = Purpose::Probe;
    QString id; ///< IntegrationId for Customer, OnboardingId for Run, ClientId for ResourceServer,
                ///< unique for Probe; empty for the others.
    QString folder = {}; ///< The data folder's id, where a keychain is shared with other folders.

    static VaultKey master(QString environment)
    {
        return {std::move(environment), Purpose::Master, {}};
    }
    /// The pair before, until the one in use has proved itself (RotateMasterCredentials.h).
    static VaultKey previousMaster(QString environment)
    {
        return {std::move(environment), Purpose::PreviousMaster, {}};
    }
    static VaultKey customer(QString environment, const IntegrationId& id)
    {
        return {std::move(environment), Purpose::Customer, id.text()};
    }
    /// What a run's confirm call brought while the registry could not be written: the journal knows
    /// the run, but nobody knows the integration's id (StoreCustomer.h).
    static VaultKey run(QString environment, const OnboardingId& onboarding)
    {
        return {std::move(environment), Purpose::Run, onboarding.text()};
    }
    static VaultKey resourceServer(QString environment, const ClientId& client)
    {
        return {std::move(environment), Purpose::ResourceServer, client.text()};
    }
    static VaultKey probe(QString environment, QString id)
    {
        return {std::move(environment), Purpose::Probe, std::move(id)};
    }
    /// The key of a data folder's secret hashes (SecretHash.h).
    static VaultKey hashKey(QString id) { return {{}, Purpose::HashKey, std::move(id)}; }
    /// Says no more than that the keychain is the one with this folder's items.
    static VaultKey mark() { return {{}, Purpose::Mark, {}}; }
    /// "simulator/master", "simulator/customer/7cbc0f64-...", behind the folder's id where there is
    /// one: the item's name in the keychain.
    QString text() const { return folder.isEmpty() ? name() : folder + QLatin1Char('/') + name(); }

    bool operator==(const VaultKey&) const = default;

private:
    QString name() const
    {
        switch (purpose) {
        case Purpose::Master:
            return environment + QStringLiteral("/master");
        case Purpose::PreviousMaster:
            return environment + QStringLiteral("/master/previous");
        case Purpose::Customer:
            return environment + QStringLiteral("/customer/") + id;
        case Purpose::Run:
            return environment + QStringLiteral("/run/") + id;
        case Purpose::ResourceServer:
            return environment + QStringLiteral("/resource-server/") + id;
        case Purpose::HashKey:
            return QStringLiteral("hash-key/") + id;
        case Purpose::Mark:
            return QStringLiteral("mark");
        case Purpose::Probe:
            break;
        }
        return environment + QStringLiteral("/probe/") + id;
    }
};

/// Whether a vault still has what was stored in it.
enum class VaultState {
    Whole,
    Emptied, ///< Its items are gone: somebody removed them, or this is another keychain.
    Unsure, ///< Only a look for each item can tell.
};

/// Keeps secrets outside our files. Every failure is VaultUnavailable with a sentence that says
/// what to do. One item is at most 64 KiB (Invalid above).
class Vault {
public:
    virtual ~Vault() = default;
    /// Done when the item was read back and is the same: only then is a secret safe.
    virtual Task<Outcome<Done>> store(VaultKey key, Secret value) = 0;
    /// nullopt: the vault works, and holds no such item.
    virtual Task<Outcome<std::optional<Secret>>> read(VaultKey key) = 0;
    virtual Task<Outcome<Done>> remove(VaultKey key) = 0;
    /// A secret that is not kept here, but is to be recognised in recorded traffic for ever.
    virtual Task<Outcome<Done>> remember(Secret) { co_return Done{}; }
    /// Recognises from now on what other programs on the data folder have remembered, too.
    virtual Task<Outcome<Done>> refreshRemembered() { co_return Done{}; }
    /// Hashes by the data folder's key, which is an item of the vault. nullopt: nothing of this
    /// vault is kept, not even such a key.
    virtual Task<Outcome<std::optional<SecretHasher>>> hasher()
    {
        co_return std::optional<SecretHasher>();
    }
    /// Whether there is such an item; copies and changes nothing.
    virtual Task<Outcome<bool>> has(VaultKey key)
    {
        const auto item = co_await read(std::move(key));
        if (!item)
            co_return passOn(item);
        co_return item->has_value();
    }
    /// Looks at one item at most, so that it may be asked at each start.
    virtual Task<Outcome<VaultState>> state() { co_return VaultState::Whole; }
    /// Whatever is missing now is known: from here on the state is Whole, until it is emptied
    /// again.
    virtual Task<Outcome<Done>> markWhole() { co_return Done{}; }
    /// Whether it is worth trying: says how the vault stands without touching an item, so that it
    /// may be asked every few seconds.
    virtual Task<Outcome<Done>> isOpen() = 0;
    /// Removes what version 0.1.0 kept of one environment and this folder has copied: no other data
    /// folder of that version may need it any more. Gives how many items that were.
    virtual Task<Outcome<int>> removeEarlier(QString environment)
    {
        Q_UNUSED(environment)
        co_return 0;
    }
    /// "GNOME Keyring", "memory (this process only)": shown in the window and by doctor.
    virtual Message backendName() const = 0;
};

} // namespace jetbridge
