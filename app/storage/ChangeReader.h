// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;

/// Reads what changed in a registry since the last look, for one environment. Used on the
/// registry's thread.
class ChangeReader {
public:
    /// `program`: by which it notes changes of the keychain.
    ChangeReader(QString environment, QString program);

    /// Whatever is there now is known.
    Outcome<Done> start(Database& database);
    /// What came since. One statement where nothing did.
    Outcome<RegistryNews> read(Database& database);

private:
    /// The last numbers that were given.
    struct Numbers {
        qint64 change = 0;
        qint64 line = 0;
        qint64 notification = 0;
        bool operator==(const Numbers&) const = default;
    };
    static Outcome<Numbers> numbers(Database& database);
    /// `seen` goes on to the last that is returned.
    Outcome<QList<RegistryChange>> changesAfter(
        Database& database, qint64 environment, Numbers& seen) const;

    const QString m_environment;
    const QString m_program;
    Numbers m_seen;
};

/// Notes a change that no statement of the registry shows: one of the keychain.
Outcome<Done> noteSecret(
    Database& database, qint64 environment, const QString& id, const QString& program);
/// Notes that this program added hashes of secrets.
Outcome<Done> noteSecretHashes(Database& database, const QString& program);

} // namespace jetbridge::storage
