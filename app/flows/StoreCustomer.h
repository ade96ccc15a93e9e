// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "flows/JournalKeeper.h"
#include "flows/Services.h"

#include <memory>

namespace jetbridge {

/// Customer-level credentials that SmartRecruiters has shown once and that no vault holds yet.
struct UnstoredCustomer {
    CustomerCredentials credentials;
    Integration integration;
    JournalKeeper keeper; ///< Journal of the run; it may hold back the line that the confirm call
                          ///< was answered.
    Failure why = {}; ///< Reason why the last attempt to store them failed.
    /// Whether the keychain may hold them under the run's name; copies share this flag.
    std::shared_ptr<bool> isUnderRun = std::make_shared<bool>(false);
    /// Whether a vault that outlives the program holds them, so that only the registry could not be
    /// written and the next start finds them; copies share this flag.
    std::shared_ptr<bool> isInVault = std::make_shared<bool>(false);
    bool isFirstTry = false; ///< They have just arrived, so no row can have them yet.

    /// Gives the integration a name of its own, because its id from SmartRecruiters belongs to
    /// another company here.
    void rename();
};

/// Returns the id of a run's integration here: the id that SmartRecruiters returned, or a name of
/// its own.
IntegrationId integrationIdOf(
    const CustomerCredentials& credentials, const OnboardingId& onboarding);

/// A customer whose credentials are not stored yet, without those credentials.
struct Unstored {
    Integration integration;
    Failure why;
    bool isInVault = false; ///< See UnstoredCustomer: nothing is lost if the program ends now.
};

/// Makes the credentials that SmartRecruiters showed once safe: writes a row of status Unstored,
/// stores the credentials in the keychain, reads them back, and sets the row to Unproved. It may be
/// repeated until it succeeds. If the program ends meanwhile, the row is recovered at the next
/// start (RecoverUnstored.h). If the registry cannot be written, the keychain holds them under the
/// run's name, which the journal knows since before the confirm call.
///
/// A company that was onboarded before keeps its history: its earlier integrations become former
/// ones. Conflict: the integration's id belongs to another company here, whose credentials are not
/// overwritten; see rename().
Task<Outcome<Done>> storeCustomer(Services services, UnstoredCustomer customer);

} // namespace jetbridge
