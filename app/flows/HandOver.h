// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Handover.h"
#include "flows/JournalKeeper.h"
#include "ports/Encryption.h"

namespace jetbridge {

/// To whom customer-level credentials go, and how.
struct Handover {
    HandoverFormat format = HandoverFormat::Json;
    QString recipient; ///< For gpg: a key's full fingerprint or whole e-mail address.
    QString to; ///< For the record: "standard output", a file's name.
    QString by; ///< For the record: who asked for it.
};

/// The document for whoever gets the credentials; that they left, how, whereto and by whom is in
/// the journal before it is returned. Invalid: the recipient's key cannot be used.
Task<Outcome<Secret>> handOver(JournalKeeper keeper, Encryption& encryption,
    Environment environment, Integration integration, CustomerCredentials credentials,
    Handover handover);

} // namespace jetbridge
