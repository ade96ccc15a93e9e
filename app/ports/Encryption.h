// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Task.h"

namespace jetbridge {

/// A document that one person alone can read.
struct Encrypted {
    QByteArray document; ///< ASCII-armoured OpenPGP.
    QString fingerprint; ///< Of the key that it was encrypted to.
};

/// Encrypts for somebody else; nobody here can read it afterwards.
class Encryption {
public:
    virtual ~Encryption() = default;
    /// `recipient`: a key's full fingerprint, or a whole e-mail address. Invalid: no key, no
    /// trusted key or several keys belong to it, and what to do; TimedOut.
    virtual Task<Outcome<Encrypted>> encrypt(Secret document, QString recipient) = 0;
};

} // namespace jetbridge
