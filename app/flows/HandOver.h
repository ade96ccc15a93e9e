// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Handover.h"
#include "flows/JournalKeeper.h"
#include "ports/Encryption.h"

#include <functional>

namespace jetbridge {

/// Recipient and way of a handover of customer-level credentials.
struct Handover {
    HandoverFormat format = HandoverFormat::Json;
    QString recipient; ///< Recipient's key for gpg: a full fingerprint or a complete e-mail
                       ///< address.
    QString to; ///< Destination for the record, such as "standard output" or a file's name.
    QString by; ///< Person who asked for the handover, for the record.
};

/// Delivers the document to its recipient and tells whether it arrived.
using DeliverHandover = std::function<Outcome<Done>(const Secret& document)>;

/// Makes the document with the credentials and delivers it. The journal says beforehand that they
/// are about to leave, how, to whom and by whom, and afterwards whether they did. Invalid: the
/// recipient's key cannot be used, and nothing was delivered.
Task<Outcome<Done>> handOver(JournalKeeper keeper, Encryption& encryption, Environment environment,
    Integration integration, CustomerCredentials credentials, Handover handover,
    DeliverHandover deliver);

} // namespace jetbridge
