// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QString>

namespace jetbridge::storage {

/// Whether the service behind the keychain could keep a secret now. QtKeychain says "entry not
/// found" also when the keyring is locked and nobody can be asked for its password; this tells the
/// two apart.
enum class KeyringState {
    Ready,
    Locked,
    NoCollection, ///< The service runs, but no keyring was ever made.
    NoService,
    NoBus, ///< There is no D-Bus session to ask.
    NoAnswer,
};

/// Asks the Secret Service on Linux, bounded by a few seconds; elsewhere the system's keychain is
/// always Ready.
Task<KeyringState> keyringState();

/// "GNOME Keyring", "KWallet", "KeePassXC", ...; empty while no service runs.
Task<QString> keyringName();

/// What is the matter and what a person can do about it; `refusal` is what the keychain said
/// itself.
Message keyringAdvice(KeyringState state, const QString& refusal);

} // namespace jetbridge::storage
