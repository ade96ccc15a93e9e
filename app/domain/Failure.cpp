// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Failure.h"

namespace jetbridge {

QString failureKindName(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Cancelled:
        return QStringLiteral("cancelled");
    case FailureKind::TimedOut:
        return QStringLiteral("timedOut");
    case FailureKind::Unreachable:
        return QStringLiteral("unreachable");
    case FailureKind::Insecure:
        return QStringLiteral("insecure");
    case FailureKind::Refused:
        return QStringLiteral("refused");
    case FailureKind::NotPermitted:
        return QStringLiteral("notPermitted");
    case FailureKind::NotFound:
        return QStringLiteral("notFound");
    case FailureKind::Conflict:
        return QStringLiteral("conflict");
    case FailureKind::RateLimited:
        return QStringLiteral("rateLimited");
    case FailureKind::ServerFault:
        return QStringLiteral("serverFault");
    case FailureKind::BadReply:
        return QStringLiteral("badReply");
    case FailureKind::VaultUnavailable:
        return QStringLiteral("vaultUnavailable");
    case FailureKind::StorageUnavailable:
        return QStringLiteral("storageUnavailable");
    case FailureKind::OutcomeUnknown:
        return QStringLiteral("outcomeUnknown");
    case FailureKind::Invalid:
        return QStringLiteral("invalid");
    }
    Q_UNREACHABLE();
}

bool Failure::mayRetry() const
{
    switch (kind) {
    case FailureKind::TimedOut:
    case FailureKind::Unreachable:
    case FailureKind::RateLimited:
    case FailureKind::ServerFault:
    case FailureKind::VaultUnavailable:
    case FailureKind::StorageUnavailable:
    case FailureKind::BadReply:
        return true;
    default:
        return false;
    }
}

} // namespace jetbridge
