// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Integration.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

QString integrationStatusName(IntegrationStatus status)
{
    switch (status) {
    case IntegrationStatus::Live:
        return u"live"_s;
    case IntegrationStatus::Expiring:
        return u"expiring"_s;
    case IntegrationStatus::Unstored:
        return u"unstored"_s;
    case IntegrationStatus::Unproved:
        return u"unproved"_s;
    case IntegrationStatus::Failing:
        return u"failing"_s;
    case IntegrationStatus::Disabled:
        return u"disabled"_s;
    case IntegrationStatus::Unknown:
        return u"unknown"_s;
    case IntegrationStatus::NoCredentials:
        return u"no-credentials"_s;
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

QStringList scopesToConsentAgain(
    const Integration& integration, const QStringList& applicationScopes)
{
    const bool isConnected = integration.status != IntegrationStatus::Disabled
        && integration.status != IntegrationStatus::Unknown;
    if (!isConnected || !integration.scopes)
        return {};
    QStringList missing = applicationScopes;
    missing.removeIf([&](const QString& scope) { return integration.scopes->contains(scope); });
    return missing;
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
        u"The status must be live, expiring, unstored, unproved, failing, disabled, unknown or "
        "no-credentials, not \"%1\"."_s.arg(name));
}

} // namespace jetbridge
