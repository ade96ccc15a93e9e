// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "ports/Vault.h"

namespace jetbridge {

/// Customer-level credentials that SmartRecruiters showed once and that no vault has yet.
struct UnstoredCustomer {
    CustomerCredentials credentials;
    Integration integration;
};

/// Makes what SmartRecruiters showed once safe: keychain, read back, then the row, each with its
/// line in the journal. May be repeated until it succeeds.
Task<Outcome<Done>> storeCustomer(JournalKeeper keeper, Vault& vault, Integrations& integrations,
    QString environment, UnstoredCustomer customer);

} // namespace jetbridge
