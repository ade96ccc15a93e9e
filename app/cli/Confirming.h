// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "domain/Outcome.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge {
class Customers;
}

namespace jetbridge::cli {

/// Returns the options of every command that confirms for one company: who approved, and the
/// company identifier that is typed again in production.
QList<QCommandLineOption> confirmingOptions();

/// Checks what must hold before a secret that is shown only once is requested. Invalid: in
/// production the company identifier was not repeated, or the vault would lose the secret.
Outcome<Done> checkConfirming(Invocation& invocation, const CompanyId& company);

/// Checks that the vault keeps secrets, which is not necessary for those of the simulator. Invalid:
/// it does not.
Outcome<Done> checkVaultIsKept(Invocation& invocation);

/// Returns the option for client credentials that staff made in their own authorization server.
QCommandLineOption givenClientOption();
/// Reads these client credentials from stdin; nullopt if the option was not given. Invalid: the
/// detail says what is expected.
Task<Outcome<std::optional<ClientCredentials>>> givenClient(Invocation& invocation);

/// Confirms for a company that consented elsewhere, as confirmingOptions() say. If the keychain is
/// locked meanwhile, it waits.
Task<Outcome<Integration>> confirmNow(Invocation& invocation, CompanyId company,
    SecondConfirm second = SecondConfirm::Refused, std::optional<ClientCredentials> given = {});

/// If anything of this company has failed since `began` that SmartRecruiters can explain, says at
/// the end of the command how to get a text for them.
Task<Done> adviseSupportText(Invocation& invocation, CompanyId company, QDateTime began);

/// Returns what was unusual in SmartRecruiters' answer to the confirm call of an onboarding, as its
/// history has it; empty if nothing was, or if the history cannot be read. The status alone does
/// not tell: a proof that failed replaces its detail.
Task<Message> noteOfAnswer(Customers& customers, OnboardingId onboarding);

/// Returns what the partner's backend was not told yet of the client of an onboarding; empty:
/// nothing.
Task<QString> notCommittedText(Invocation& invocation, OnboardingId onboarding);

/// Returns the report with the status of the integration, what was unusual in SmartRecruiters'
/// answer, and where the customer's browser continues (may be empty).
Task<Report> confirmedReport(Invocation& invocation, Integration integration, QString redirect);

} // namespace jetbridge::cli
