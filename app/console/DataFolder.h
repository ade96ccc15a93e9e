// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"
#include "ports/Vault.h"

#include <QString>

namespace jetbridge {

/// The folder that a console works on, and the keychain with the secrets that belong to it.
class DataFolder {
public:
    /// `vault` outlives this.
    DataFolder(QString path, QString environment, Vault& vault, bool isPassing = false);

    const QString& path() const { return m_path; }
    /// After Console::ready(): the folder that this one is a copy of; empty: it is none. A copy has
    /// items of its own in the keychain, copied when they are first used.
    const QString& copiedFrom() const { return m_copiedFrom; }
    bool isPassing() const { return m_isPassing; } ///< Nothing in it stays (a demo).
    bool isNewCopy() const { return m_isNewCopy; } ///< That was found out at this start.

    Vault& vault() { return m_vault; }
    /// Writes, reads back and removes a probe item: VaultUnavailable says what to do.
    Task<Outcome<Done>> checkVault();

    // --- For the rest of the console
    void setOrigin(const QString& copiedFrom, bool isNewCopy);

private:
    const QString m_path;
    const QString m_environment;
    Vault& m_vault;
    const bool m_isPassing;
    QString m_copiedFrom;
    bool m_isNewCopy = false;
};

/// Secrets that other programs keep are recognised in what is recorded here from now on.
/// VaultUnavailable: the keychain is locked; nobody is asked for a password because of that.
Task<Outcome<Done>> recogniseSecretsOfOthers(Vault& vault);

} // namespace jetbridge
