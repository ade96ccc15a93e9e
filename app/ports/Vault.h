// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Secret.h"
#include "ports/Task.h"

#include <optional>

namespace jetbridge {

/// Names one item of the vault. The environment is part of it, so that environments never mix.
struct VaultKey {
    enum class Purpose { Master, PreviousMaster, Customer, Run, Probe, HashKey };
    QString environment;
    Purpose purpose = Purpose::Probe;
    QString id; ///< IntegrationId for Customer, OnboardingId for Run, unique for Probe; empty for
                ///< the masters.

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
    static VaultKey probe(QString environment, QString id)
    {
        return {std::move(environment), Purpose::Probe, std::move(id)};
    }
    /// The key of a data folder's secret hashes (SecretHash.h).
    static VaultKey hashKey(QString id) { return {{}, Purpose::HashKey, std::move(id)}; }
    /// "simulator/master", "simulator/customer/7cbc0f64-...": the item's name in the keychain.
    QString text() const
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
        case Purpose::HashKey:
            return QStringLiteral("hash-key/") + id;
        case Purpose::Probe:
            break;
        }
        return environment + QStringLiteral("/probe/") + id;
    }

    bool operator==(const VaultKey&) const = default;
};

/// Keeps secrets outside our files. Every failure is VaultUnavailable with a sentence that says
/// what to do. One item is at most 64 KiB (Invalid above).
class Vault {
public:
    virtual ~Vault() = default;
    virtual Task<Outcome<Done>> store(VaultKey key, Secret value) = 0;
    /// nullopt: the vault works, and holds no such item.
    virtual Task<Outcome<std::optional<Secret>>> read(VaultKey key) = 0;
    virtual Task<Outcome<Done>> remove(VaultKey key) = 0;
    /// A secret that is not kept here, but is to be recognised in recorded traffic for ever.
    virtual Task<Outcome<Done>> remember(Secret) { co_return Done{}; }
    /// Recognises from now on what other programs on the data folder have remembered, too.
    virtual Task<Outcome<Done>> refreshRemembered() { co_return Done{}; }
    /// Whether it is worth trying: says how the vault stands without touching an item, so that it
    /// may be asked every few seconds.
    virtual Task<Outcome<Done>> isOpen() = 0;
    /// "GNOME Keyring", "memory (this process only)": shown in the window and by doctor.
    virtual QString backendName() const = 0;
};

} // namespace jetbridge
