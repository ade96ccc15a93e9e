// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "domain/Outcome.h"
#include "flows/UnknownOutcome.h"

namespace jetbridge::cli {

/// Options of every command that confirms for one company: who approved, and what is typed once
/// more in production.
QList<QCommandLineOption> confirmingOptions();

/// What must hold before a secret that is shown only once is asked for. Invalid: in production the
/// company was not repeated, or the vault would forget it.
Outcome<Done> checkConfirming(Invocation& invocation, const CompanyId& company);

/// The vault keeps what comes, but for the simulator's. Invalid: it does not.
Outcome<Done> checkVaultIsKept(Invocation& invocation);

/// The option by which staff give the pair that they made in their own authorization server.
QCommandLineOption givenClientOption();
/// That pair, read from stdin; nullopt: none was announced. Invalid says what is expected.
Task<Outcome<std::optional<ClientCredentials>>> givenClient(Invocation& invocation);

/// Confirms for a company that consented elsewhere, as confirmingOptions() say; a keychain that is
/// locked in between is waited for.
Task<Outcome<Integration>> confirmNow(Invocation& invocation, CompanyId company,
    SecondConfirm second = SecondConfirm::Refused, std::optional<ClientCredentials> given = {});

/// How the company stands now, and where its browser goes on (may be empty).
Report confirmedReport(const Integration& integration, const QString& redirect);

} // namespace jetbridge::cli
