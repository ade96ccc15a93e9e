// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Encryption.h"

namespace jetbridge::storage {

/// Encryption by GnuPG's `gpg` with the user's own key ring. The document reaches gpg by a pipe.
///
/// gpg itself takes a part of a user id for its name, so that "alice@example.com" also finds
/// "malice@example.com.au". Here a recipient is a full fingerprint, or a whole address: one key
/// must have exactly this address, certified by somebody whom the user trusts (validity "full").
class GpgEncryption final : public Encryption {
public:
    Task<Outcome<Encrypted>> encrypt(Secret document, QString recipient) override;
    /// The full fingerprint of the one key that `recipient` means; failures as encrypt()'s.
    static Task<Outcome<QString>> fingerprintOf(QString recipient);
};

} // namespace jetbridge::storage
