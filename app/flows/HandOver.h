// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Handover.h"
#include "flows/JournalKeeper.h"
#include "ports/Encryption.h"

#include <functional>

namespace jetbridge {

/// To whom customer-level credentials go, and how.
struct Handover {
    HandoverFormat format = HandoverFormat::Json;
    QString recipient; ///< For gpg: a key's full fingerprint or whole e-mail address.
    QString to; ///< For the record: "standard output", a file's name.
    QString by; ///< For the record: who asked for it.
};

/// Brings the document to whoever gets it, and tells whether it arrived.
using DeliverHandover = std::function<Outcome<Done>(const Secret& document)>;

/// Makes the document for whoever gets the credentials, and delivers it. That they are about to
/// leave, how, whereto and by whom, is in the journal before; whether they did, afterwards.
/// Invalid: the recipient's key cannot be used, and nothing was delivered.
Task<Outcome<Done>> handOver(JournalKeeper keeper, Encryption& encryption, Environment environment,
    Integration integration, CustomerCredentials credentials, Handover handover,
    DeliverHandover deliver);

} // namespace jetbridge
