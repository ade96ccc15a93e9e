// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "domain/SecretHash.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// Name of one item in the vault. It contains the environment, so that environments never mix.
struct VaultKey {
    enum class Purpose {
        Master,
        PreviousMaster,
        Customer,
        Run,
        ResourceServer,
        Registration,
        RegistrationToken,
        WebhookSecrets,
        Sink,
        SigningKeys,
        Probe,
        HashKey,
        Mark
    };
    QString environment;
    Purpose purpose = Purpose::Probe;
    QString id; ///< IntegrationId for Customer, OnboardingId for Run and Registration, ClientId for
                ///< ResourceServer, Sink::secretItem for Sink, a unique id for Probe; empty for the
                ///< others.
    QString folder = {}; ///< Id of the data folder, in a keychain that several folders share.

    static VaultKey master(QString environment)
    {
        return {std::move(environment), Purpose::Master, {}};
    }
    /// Key of the previous master credentials, which are kept until the current ones have worked
    /// (RotateMasterCredentials.h).
    static VaultKey previousMaster(QString environment)
    {
        return {std::move(environment), Purpose::PreviousMaster, {}};
    }
    static VaultKey customer(QString environment, const IntegrationId& id)
    {
        return {std::move(environment), Purpose::Customer, id.text()};
    }
    /// Key of the credentials that a confirm call returned while the registry could not be written:
    /// the journal knows the run, but the integration's id is not known (StoreCustomer.h).
    static VaultKey run(QString environment, const OnboardingId& onboarding)
    {
        return {std::move(environment), Purpose::Run, onboarding.text()};
    }
    static VaultKey resourceServer(QString environment, const ClientId& client)
    {
        return {std::move(environment), Purpose::ResourceServer, client.text()};
    }
    /// Returns the item of a client that the partner's authorization server registered, with the
    /// access to its management. It exists until the customer's item has the client, and again
    /// while the client must be deleted there (RegisterClient.h).
    static VaultKey registration(QString environment, const OnboardingId& onboarding)
    {
        return {std::move(environment), Purpose::Registration, onboarding.text()};
    }
    /// Returns the item of the initial access token (RegistrationSettings::access).
    static VaultKey registrationToken(QString environment)
    {
        return {std::move(environment), Purpose::RegistrationToken, {}};
    }
    /// Returns the item of the secrets that sign webhooks (domain/Webhook.h).
    static VaultKey webhookSecrets(QString environment)
    {
        return {std::move(environment), Purpose::WebhookSecrets, {}};
    }
    /// Key of the secret by which a sink is reached (Sink.h).
    static VaultKey sink(QString environment, QString item)
    {
        return {std::move(environment), Purpose::Sink, std::move(item)};
    }
    /// Key of the item with the keys that sign access tokens (console/TokenKeys.h).
    static VaultKey signingKeys(QString environment)
    {
        return {std::move(environment), Purpose::SigningKeys, {}};
    }
    static VaultKey probe(QString environment, QString id)
    {
        return {std::move(environment), Purpose::Probe, std::move(id)};
    }
    /// Key of the item that holds the key of a data folder's secret hashes (SecretHash.h).
    static VaultKey hashKey(QString id) { return {{}, Purpose::HashKey, std::move(id)}; }
    /// Key of a marker item: if it exists, this keychain is the one with the folder's items.
    static VaultKey mark() { return {{}, Purpose::Mark, {}}; }
    /// Returns the item's name in the keychain, such as "simulator/master" or
    /// "simulator/customer/7cbc0f64-...", with the folder's id in front if there is one.
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
        case Purpose::Registration:
            return environment + QStringLiteral("/registration/") + id;
        case Purpose::RegistrationToken:
            return environment + QStringLiteral("/registration-token");
        case Purpose::WebhookSecrets:
            return environment + QStringLiteral("/webhook-secrets");
        case Purpose::Sink:
            return environment + QStringLiteral("/sink/") + id;
        case Purpose::SigningKeys:
            return environment + QStringLiteral("/signing-keys");
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

/// State of a vault compared with what was stored in it.
enum class VaultState {
    Whole,
    Emptied, ///< The items are gone: somebody removed them, or this is another keychain.
    Unsure, ///< Unknown without looking for each item.
};

/// Store for secrets outside our own files. Every failure is VaultUnavailable with a sentence that
/// says what to do. An item is at most 64 KiB (Invalid if larger).
class Vault {
public:
    virtual ~Vault() = default;
    /// Stores an item. It returns Done only after the item was read back and is identical: only
    /// then is the secret safe.
    virtual Task<Outcome<Done>> store(VaultKey key, Secret value) = 0;
    /// Reads an item; nullopt if the vault works and holds no such item.
    virtual Task<Outcome<std::optional<Secret>>> read(VaultKey key) = 0;
    virtual Task<Outcome<Done>> remove(VaultKey key) = 0;
    /// Registers a secret that is not kept here but must be recognised in recorded traffic for
    /// ever.
    virtual Task<Outcome<Done>> remember(Secret) { co_return Done{}; }
    /// Loads what other programs on the data folder have registered by remember().
    virtual Task<Outcome<Done>> refreshRemembered() { co_return Done{}; }
    /// Returns the hasher with the data folder's key, which is an item of the vault; nullopt if the
    /// vault keeps nothing permanently, so that there is no such key.
    virtual Task<Outcome<std::optional<SecretHasher>>> hasher()
    {
        co_return std::optional<SecretHasher>();
    }
    /// Tells whether an item exists, without copying or changing anything.
    virtual Task<Outcome<bool>> has(VaultKey key)
    {
        const auto item = co_await read(std::move(key));
        if (!item)
            co_return passOn(item);
        co_return item->has_value();
    }
    /// Returns the state of the vault. It reads one item at most, so that it can be called at each
    /// start.
    virtual Task<Outcome<VaultState>> state() { co_return VaultState::Whole; }
    /// Accepts the items that are missing now: the state is Whole from here on, until the vault is
    /// emptied again.
    virtual Task<Outcome<Done>> markWhole() { co_return Done{}; }
    /// Returns up to which customer the items were looked for, as a key of the oldest rows first
    /// (Integrations::Query::afterKey); empty: nobody's were.
    virtual Task<Outcome<QString>> searchedTo() { co_return QString(); }
    /// Records it, so that a search that ends early is continued at the next start.
    virtual Task<Outcome<Done>> noteSearchedTo(QString) { co_return Done{}; }
    /// Tells whether the vault can be used now, without touching an item, so that it can be called
    /// every few seconds.
    virtual Task<Outcome<Done>> isOpen() = 0;
    /// Removes the items that version 0.1.0 kept of one environment and that this folder has
    /// copied, and returns their number. Call it only when no other data folder of that version
    /// needs them.
    virtual Task<Outcome<int>> removeEarlier(QString environment)
    {
        Q_UNUSED(environment)
        co_return 0;
    }
    /// Name of the backend, such as "GNOME Keyring" or "memory (this process only)", shown in the
    /// window and by doctor.
    virtual Message backendName() const = 0;
};

} // namespace jetbridge
