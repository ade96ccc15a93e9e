// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

#include <memory>

namespace jetbridge::storage {

class RegistryThread;
class StoredSecretHashes;

/// The registry of one environment: it sees and changes nothing of any other.
class EnvironmentRegistry {
public:
    ~EnvironmentRegistry();

    Integrations& integrations();
    IssuedClients& issuedClients();
    Journal& journal();
    Inbox& inbox();
    ForwardQueue& forwards();
    Applications& applications();

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
    explicit Registry(QString dataFolder);
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
    /// The ports of one environment; this registry must outlive them.
    std::unique_ptr<EnvironmentRegistry> environment(const QString& name);

private:
    std::unique_ptr<RegistryThread> m_thread;
    std::unique_ptr<Environments> m_environments;
    std::unique_ptr<StoredSecretHashes> m_secretHashes;
};

} // namespace jetbridge::storage
