// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QString>

namespace jetbridge::storage {

/// Whether the service behind the keychain can keep a secret now. QtKeychain reports "entry not
/// found" also for a locked keyring whose password cannot be asked for; this tells the two cases
/// apart.
enum class KeyringState {
    Ready,
    Locked,
    NoCollection, ///< The service runs, but no keyring was ever created.
    NoService,
    NoBus, ///< There is no D-Bus session to ask.
    NoAnswer,
};

/// Asks the Secret Service on Linux, for a few seconds at most; on other systems the keychain is
/// always Ready.
Task<KeyringState> keyringState();

/// Returns "GNOME Keyring", "KWallet", "KeePassXC", ...; empty while no service runs.
Task<QString> keyringName();

/// Says what is wrong and what a person can do about it. `refusal` is the keychain's own message.
Message keyringAdvice(KeyringState state, const QString& refusal);

} // namespace jetbridge::storage
