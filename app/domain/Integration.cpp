// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Integration.h"

namespace jetbridge {

QString integrationStatusName(IntegrationStatus status)
{
    switch (status) {
    case IntegrationStatus::Live:
        return QStringLiteral("live");
    case IntegrationStatus::Expiring:
        return QStringLiteral("expiring");
    case IntegrationStatus::Unstored:
        return QStringLiteral("unstored");
    case IntegrationStatus::Unproved:
        return QStringLiteral("unproved");
    case IntegrationStatus::Failing:
        return QStringLiteral("failing");
    case IntegrationStatus::Disabled:
        return QStringLiteral("disabled");
    case IntegrationStatus::Unknown:
        return QStringLiteral("unknown");
    case IntegrationStatus::NoCredentials:
        return QStringLiteral("no-credentials");
    }
    Q_UNREACHABLE();
}

bool mayBeVerified(IntegrationStatus status)
{
    return status == IntegrationStatus::Live || status == IntegrationStatus::Expiring
        || status == IntegrationStatus::Unproved || status == IntegrationStatus::Failing
        || status == IntegrationStatus::NoCredentials;
}

bool onlyATokenWasGiven(const Integration& integration)
{
    return integration.status == IntegrationStatus::Unproved && integration.checkedAt.isValid();
}

Outcome<IntegrationStatus> integrationStatusFromName(const QString& name)
{
    for (const auto status :
        {IntegrationStatus::Live, IntegrationStatus::Expiring, IntegrationStatus::Unstored,
            IntegrationStatus::Unproved, IntegrationStatus::Failing, IntegrationStatus::Disabled,
            IntegrationStatus::Unknown, IntegrationStatus::NoCredentials})
        if (integrationStatusName(status) == name)
            return status;
    return failed(FailureKind::Invalid,
        QStringLiteral(
            "The status must be live, expiring, unstored, unproved, failing, disabled, unknown or "
            "no-credentials, not \"%1\".")
            .arg(name));
}

} // namespace jetbridge
