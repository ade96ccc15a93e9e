// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ExitCode.h"

namespace jetbridge::cli {

ExitCode exitCodeFor(const Failure& failure)
{
    if (failure.code == QLatin1String(outcomeUnknownCode))
        return ExitCode::Unknown; // Nothing was sent, because the outcome of an earlier call is
                                  // unknown.
    switch (failure.kind) {
    case FailureKind::Invalid:
        return ExitCode::Usage;
    case FailureKind::Refused:
        return ExitCode::Refused;
    case FailureKind::TimedOut:
    case FailureKind::Unreachable:
    case FailureKind::Insecure: // A server answers, but not one that we may talk to.
        return ExitCode::Unreachable;
    case FailureKind::OutcomeUnknown:
        return ExitCode::Unknown;
    case FailureKind::VaultUnavailable:
        return ExitCode::VaultUnavailable;
    case FailureKind::Cancelled:
        return ExitCode::Interrupted;
    case FailureKind::NotPermitted:
    case FailureKind::NotFound:
    case FailureKind::Conflict:
    case FailureKind::RateLimited:
    case FailureKind::ServerFault:
    case FailureKind::BadReply:
    case FailureKind::StorageUnavailable:
        return ExitCode::Negative;
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::cli
