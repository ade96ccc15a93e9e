// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Registry.h"

namespace jetbridge::storage {

class Database;

/// Reads what has changed in a registry since the last look, for one environment. Used on the
/// registry's thread only.
class ChangeReader {
public:
    /// `program` is the name under which this program records changes of the keychain.
    ChangeReader(QString environment, QString program);

    /// Takes the present state as known, so that only later changes are reported.
    Outcome<Done> start(Database& database);
    /// Returns the changes since the last call. It takes one statement if there are none.
    Outcome<RegistryNews> read(Database& database);

private:
    /// The last numbers that the tables have given to their rows.
    struct Numbers {
        qint64 change = 0;
        qint64 line = 0;
        qint64 notification = 0;
        bool operator==(const Numbers&) const = default;
    };
    static Outcome<Numbers> numbers(Database& database);
    /// Returns the changes after `seen`, and advances `seen` to the last one that is returned.
    Outcome<QList<RegistryChange>> changesAfter(
        Database& database, qint64 environment, Numbers& seen) const;

    const QString m_environment;
    const QString m_program;
    Numbers m_seen;
};

/// Records a change that no statement of the registry shows: one of the keychain.
Outcome<Done> noteSecret(
    Database& database, qint64 environment, const QString& id, const QString& program);
/// Records that this program added hashes of secrets.
Outcome<Done> noteSecretHashes(Database& database, const QString& program);

} // namespace jetbridge::storage
