// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Failure.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

QString failureKindName(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Cancelled:
        return u"cancelled"_s;
    case FailureKind::TimedOut:
        return u"timedOut"_s;
    case FailureKind::Unreachable:
        return u"unreachable"_s;
    case FailureKind::Insecure:
        return u"insecure"_s;
    case FailureKind::Refused:
        return u"refused"_s;
    case FailureKind::NotPermitted:
        return u"notPermitted"_s;
    case FailureKind::NotFound:
        return u"notFound"_s;
    case FailureKind::Conflict:
        return u"conflict"_s;
    case FailureKind::RateLimited:
        return u"rateLimited"_s;
    case FailureKind::ServerFault:
        return u"serverFault"_s;
    case FailureKind::BadReply:
        return u"badReply"_s;
    case FailureKind::VaultUnavailable:
        return u"vaultUnavailable"_s;
    case FailureKind::StorageUnavailable:
        return u"storageUnavailable"_s;
    case FailureKind::OutcomeUnknown:
        return u"outcomeUnknown"_s;
    case FailureKind::Invalid:
        return u"invalid"_s;
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
