// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Scope.h"
#include "ports/Clock.h"
#include "ports/Overview.h"
#include "ports/Registry.h"

#include <chrono>
#include <functional>
#include <memory>

namespace jetbridge::storage {

class RegistryThread;
class StoredSecretHashes;
class StoredSecrets;

/// The registry of one environment: it sees and changes nothing of any other.
class EnvironmentRegistry {
public:
    ~EnvironmentRegistry();

    Integrations& integrations();
    IssuedClients& issuedClients();
    Invitations& invitations();
    ResourceServers& resourceServers();
    Journal& journal();
    Overview& overview();
    Inbox& inbox();
    ForwardQueue& forwards();
    Applications& applications();

    /// From now on a Live customer whose last proof is older reads as Expiring; zero: none does.
    void ageAfter(std::chrono::seconds age, const Clock& clock);
    /// Tells of every change from now on, of this environment and of none in particular, made here
    /// and by other programs on the same data folder: within a second of its commit, and before
    /// whoever made it here is answered. Called on the thread that made the registry, until that is
    /// destroyed. There is one listener; another one takes its place.
    void listen(std::function<void(const RegistryNews&)> listener);

private:
    friend class Registry;
    EnvironmentRegistry(RegistryThread& thread, const QString& environment);

    struct Ports;
    std::unique_ptr<Ports> m_ports;
};

/// `registry.sqlite3` in the data folder: customers, issued clients, journal and inbox; never a
/// secret.
///
/// All disk work happens on a thread of its own. Its functions may be called on any thread that has
/// an event loop, and their tasks go on there. What was asked for before the destructor is still
/// written. When the registry could not be opened, every call tries again, so that a mended folder
/// works without a new start.
class Registry {
public:
    /// Returns at once; the folder is made (0700) and the file opened on the registry's own thread.
    /// Whoever waits when `outer` ends, or this object goes, is told Cancelled.
    explicit Registry(QString dataFolder, async::Scope* outer = nullptr);
    ~Registry();
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    /// Open and migrated. StorageUnavailable says what is wrong and where: not writable, damaged,
    /// disk full, written by a newer version.
    Task<Outcome<Done>> ready();
    /// Reads the whole file and tells whether it is sound (for doctor); slow with many customers.
    Task<Outcome<Done>> check();

    Environments& environments();
    StoredSecretHashes& secretHashes();
    /// What is known of the keychain's items (FolderVault.h).
    StoredSecrets& secrets();
    /// The ports of one environment; this registry must outlive them.
    std::unique_ptr<EnvironmentRegistry> environment(const QString& name);

private:
    std::unique_ptr<RegistryThread> m_thread;
    std::unique_ptr<Environments> m_environments;
    std::unique_ptr<StoredSecretHashes> m_secretHashes;
    std::unique_ptr<StoredSecrets> m_secrets;
};

} // namespace jetbridge::storage
