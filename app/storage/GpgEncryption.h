// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Encryption.h"

namespace jetbridge::storage {

/// Encryption by GnuPG's `gpg` with the user's own key ring. The document is passed to gpg through
/// a pipe.
///
/// gpg itself accepts a part of a user id as a name, so that "alice@example.com" also finds
/// "malice@example.com.au". Here a recipient is a full fingerprint or a complete address, and
/// exactly one key must have this address, certified by somebody whom the user trusts (validity
/// "full").
class GpgEncryption final : public Encryption {
public:
    Task<Outcome<Encrypted>> encrypt(Secret document, QString recipient) override;
    /// Returns the full fingerprint of the one key that `recipient` means. Fails as encrypt() does.
    static Task<Outcome<QString>> fingerprintOf(QString recipient);
};

} // namespace jetbridge::storage
