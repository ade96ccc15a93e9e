// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StoredIntegration.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

Task<Outcome<Integration>> storedIntegration(Integrations& integrations, IntegrationId id)
{
    const auto found = co_await integrations.find(id);
    if (!found)
        co_return passOn(found);
    if (!found->has_value())
        co_return failed(
            FailureKind::NotFound, u"There is no integration \"%1\" here."_s.arg(id.text()));
    co_return Integration(**found);
}

Task<Outcome<QList<Integration>>> allIntegrations(
    Integrations& integrations, Integrations::Query query)
{
    QList<Integration> rows;
    do {
        const auto page = co_await integrations.page(query);
        if (!page)
            co_return passOn(page);
        rows += page->rows;
        query.afterKey = page->nextKey;
    } while (!query.afterKey.isEmpty());
    co_return rows;
}

Task<Outcome<QList<Integration>>> integrationsOf(Integrations& integrations, CompanyId company)
{
    Integrations::Query query;
    query.company = std::move(company);
    return allIntegrations(integrations, std::move(query));
}

} // namespace jetbridge
