// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/StoreCustomer.h"
#include "flows/UnknownOutcome.h"
#include "ports/Vault.h"

namespace jetbridge {

/// Services for recovering credentials; they must outlive it.
struct RecoverUnstoredServices {
    QString environment;
    Vault& vault;
    Integrations& integrations;
    IssuedClients& issuedClients;
    Journal& journal;
    const Clock& clock;

    StoreServices storing() const { return {environment, vault, integrations, issuedClients}; }
};

/// Recovers, at start, every row whose credentials were received and whose storing has no recorded
/// end, because the program was killed in the middle of it. If the keychain holds them, the row
/// becomes Unproved and nothing is lost; if not, they are lost and the row says so (Unknown). For
/// runs of unknown outcome the keychain is searched for the run's own name, which is all that is
/// known of them if the registry could not be written. A keychain that cannot be asked changes
/// nothing (VaultUnavailable): try again when it can.
Task<Outcome<Done>> recoverUnstored(RecoverUnstoredServices services, HasEnded hasEnded);

} // namespace jetbridge
