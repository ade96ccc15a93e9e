// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Task.h"

namespace jetbridge {

/// A document that only the owner of one key can read.
struct Encrypted {
    QByteArray document; ///< ASCII-armoured OpenPGP.
    QString fingerprint; ///< Fingerprint of the key that the document was encrypted to.
};

/// Encrypts documents for another person; afterwards nobody here can read them.
class Encryption {
public:
    virtual ~Encryption() = default;
    /// Encrypts `document` to `recipient`, which is a key's full fingerprint or a complete e-mail
    /// address. Invalid: no key, no trusted key or several keys belong to the recipient (the detail
    /// says what to do). TimedOut: the encryption took too long.
    virtual Task<Outcome<Encrypted>> encrypt(Secret document, QString recipient) = 0;
};

} // namespace jetbridge
