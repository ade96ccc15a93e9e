// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/StatusCounts.h"

#include <algorithm>
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
    Integrations::Query unproved;
    unproved.statuses = {IntegrationStatus::Unproved};
    unproved.withoutTokenOnly = true;
    auto askedUnproved = integrations.count(unproved);
    StatusCounts counts;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto count = co_await asked[i];
        if (!count)
            co_return passOn(count);
        counts.byStatus.insert(everyStatus().at(qsizetype(i)), *count);
    }
    const auto mayBeProved = co_await askedUnproved;
    if (!mayBeProved)
        co_return passOn(mayBeProved);
    // One may have changed between the two counts.
    counts.tokenOnly =
        std::max(0, counts.byStatus.value(IntegrationStatus::Unproved) - *mayBeProved);
    co_return counts;
}

int sumOf(const StatusCounts& counts, const CustomerFilter& filter)
{
    const QList<IntegrationStatus>& statuses =
        filter.statuses.isEmpty() ? everyStatus() : filter.statuses;
    int sum = 0;
    for (const IntegrationStatus status : statuses)
        sum += counts.byStatus.value(status);
    const bool leavesSomeOut =
        filter.withoutTokenOnly && statuses.contains(IntegrationStatus::Unproved);
    return leavesSomeOut ? sum - counts.tokenOnly : sum;
}

const CustomerFilter& needingAttention()
{
    // Nobody can do more for those of whom a token is all that can be proved.
    static const CustomerFilter all{
        {IntegrationStatus::Unstored, IntegrationStatus::Unknown, IntegrationStatus::NoCredentials,
            IntegrationStatus::Failing, IntegrationStatus::Unproved, IntegrationStatus::Expiring},
        true};
    return all;
}

} // namespace jetbridge::ui
