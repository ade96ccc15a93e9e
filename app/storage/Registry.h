// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "ports/Clock.h"
#include "ports/Deliveries.h"
#include "ports/Overview.h"
#include "ports/Registrations.h"
#include "ports/Registry.h"

#include <chrono>
#include <functional>
#include <memory>

namespace jetbridge::storage {

class RegistryThread;
class StoredSecretHashes;
class StoredSecrets;

/// Registry of one environment; it neither reads nor changes anything of another one.
class EnvironmentRegistry {
public:
    ~EnvironmentRegistry();

    Integrations& integrations();
    IssuedClients& issuedClients();
    Invitations& invitations();
    ResourceServers& resourceServers();
    Registrations& registrations();
    Journal& journal();
    Overview& overview();
    Inbox& inbox();
    ForwardQueue& forwards();
    Applications& applications();
    Sinks& sinks();
    Outbox& outbox();

    /// Makes customers of status Live read as Expiring from now on if their last proof is older
    /// than `age`; zero: never.
    void ageAfter(std::chrono::seconds age, const Clock& clock);
    /// Reports every change from now on, of this environment and of the folder as a whole, made
    /// here or by other programs on the same data folder. A change is reported within a second of
    /// its commit, and before the caller that made it here gets its answer. The listener is called
    /// on the thread that created the registry, until the registry is destroyed. There is one
    /// listener; a new one replaces it.
    void listen(std::function<void(const RegistryNews&)> listener);

private:
    friend class Registry;
    EnvironmentRegistry(RegistryThread& thread, const QString& environment);

    struct Ports;
    std::unique_ptr<Ports> m_ports;
};

/// The registry `registry.sqlite3` of a data folder: customers, issued clients, journal and inbox;
/// never a secret.
///
/// All disk work is done on a thread of its own. The functions may be called on any thread with an
/// event loop, and their tasks resume there. Whatever was requested before the destructor is still
/// written. If the registry could not be opened, every call tries again, so that a repaired folder
/// works without a restart.
class Registry {
public:
    /// Returns at once; the registry's own thread creates the folder (0700) and opens the file.
    /// Callers that wait when `outer` ends or this object is destroyed get Cancelled.
    explicit Registry(QString dataFolder, async::Scope* outer = nullptr);
    ~Registry();
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    /// Waits until the registry is open and migrated. StorageUnavailable says what is wrong and
    /// where: not writable, damaged, disk full, or written by a newer version.
    Task<Outcome<Done>> ready();
    /// Reads the whole file and checks its integrity (for doctor); slow with many customers.
    Task<Outcome<Done>> check();

    Environments& environments();
    StoredSecretHashes& secretHashes();
    /// Returns what the registry knows about the keychain's items (FolderVault.h).
    StoredSecrets& secrets();
    /// Creates the ports of one environment; this registry must outlive them.
    std::unique_ptr<EnvironmentRegistry> environment(const QString& name);

private:
    std::unique_ptr<RegistryThread> m_thread;
    std::unique_ptr<Environments> m_environments;
    std::unique_ptr<StoredSecretHashes> m_secretHashes;
    std::unique_ptr<StoredSecrets> m_secrets;
};

} // namespace jetbridge::storage
