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
};

/// Makes what SmartRecruiters showed once safe: a row of status Unstored stands for it, then
/// keychain and read back, then the row is Unproved. May be repeated until it succeeds. Whatever
/// ends the program meanwhile, the row is looked after at the next start (RecoverUnstored.h). Where
/// the registry cannot be written, the keychain gets them under the run's name, which is in the
/// journal since before the confirm call.
///
/// A company that was on board before keeps its history: what it had becomes former. Conflict: the
/// integration's id is another company's here, whose credentials are not overwritten; see rename().
Task<Outcome<Done>> storeCustomer(Services services, UnstoredCustomer customer);

} // namespace jetbridge
