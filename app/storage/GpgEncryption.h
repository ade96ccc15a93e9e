// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Encryption.h"

namespace jetbridge::storage {

/// GnuPG's `gpg` with the person's own key ring. What is encrypted enters it by a pipe.
///
/// A full fingerprint names the key beyond doubt; any other name must belong to a key that gpg
/// trusts.
class GpgEncryption final : public Encryption {
public:
    Task<Outcome<QByteArray>> encrypt(Secret document, QString recipient) override;
};

} // namespace jetbridge::storage
