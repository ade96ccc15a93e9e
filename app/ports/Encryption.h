// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Secret.h"
#include "ports/Task.h"

namespace jetbridge {

/// Encrypts for somebody else; nobody here can read it afterwards.
class Encryption {
public:
    virtual ~Encryption() = default;
    /// ASCII-armoured OpenPGP. Invalid: there is no such key here, or nobody vouches for it, and
    /// what to do; TimedOut.
    virtual Task<Outcome<QByteArray>> encrypt(Secret document, QString recipient) = 0;
};

} // namespace jetbridge
