// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Customers.h"

#include "flows/StoredIntegration.h"

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

Task<Outcome<Integration>> integrationOf(Integrations& integrations, CompanyId company)
{
    const auto rows = co_await integrationsOf(integrations, company);
    if (!rows)
        co_return passOn(rows);
    std::optional<Integration> best;
    const auto isBetter = [&best](const Integration& row) {
        if (!best)
            return true;
        const bool isUsable = row.status != IntegrationStatus::Disabled;
        const bool isBestUsable = best->status != IntegrationStatus::Disabled;
        return isUsable != isBestUsable ? isUsable : row.onboardedAt > best->onboardedAt;
    };
    for (const Integration& row : *rows)
        if (isBetter(row))
            best = row;
    if (!best)
        co_return failed(FailureKind::NotFound,
            u"The company \"%1\" has no integration here."_s.arg(company.text()));
    co_return *best;
}

bool isFailing(const Integration& verified)
{
    return verified.status != IntegrationStatus::Live && !onlyATokenWasGiven(verified);
}

} // namespace jetbridge::cli
