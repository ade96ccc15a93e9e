// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/StatusCounts.h"

#include <vector>

namespace jetbridge::ui {

namespace {

const QList<IntegrationStatus>& everyStatus()
{
    static const QList<IntegrationStatus> all{IntegrationStatus::Live, IntegrationStatus::Expiring,
        IntegrationStatus::Unstored, IntegrationStatus::Unproved, IntegrationStatus::Failing,
        IntegrationStatus::Disabled, IntegrationStatus::Unknown, IntegrationStatus::NoCredentials};
    return all;
}

} // namespace

Task<Outcome<StatusCounts>> countByStatus(Integrations& integrations)
{
    // All counts are requested at once, because `integrations` may be destroyed by the time the
    // answers come.
    std::vector<Task<Outcome<int>>> asked;
    for (const IntegrationStatus status : everyStatus()) {
        Integrations::Query query;
        query.statuses = {status};
        asked.push_back(integrations.count(query));
    }
    StatusCounts counts;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto count = co_await asked[i];
        if (!count)
            co_return passOn(count);
        counts.insert(everyStatus().at(qsizetype(i)), *count);
    }
    co_return counts;
}

int sumOf(const StatusCounts& counts, const QList<IntegrationStatus>& statuses)
{
    int sum = 0;
    for (const IntegrationStatus status : statuses.isEmpty() ? everyStatus() : statuses)
        sum += counts.value(status);
    return sum;
}

const QList<IntegrationStatus>& needingAttention()
{
    static const QList<IntegrationStatus> all{IntegrationStatus::Unstored,
        IntegrationStatus::Unknown, IntegrationStatus::NoCredentials, IntegrationStatus::Failing,
        IntegrationStatus::Unproved, IntegrationStatus::Expiring};
    return all;
}

} // namespace jetbridge::ui
