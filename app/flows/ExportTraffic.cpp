// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ExportTraffic.h"

#include "flows/RotateMasterCredentials.h"
#include "flows/StoredCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Tells whether the failure only means that an item is missing. That does not prevent an export:
/// what the vault does not hold cannot leak.
bool isAbsent(const Failure& failure)
{
    return failure.kind == FailureKind::NotFound || failure.code == "no_master_credentials"_L1;
}

Task<Outcome<Done>> knowWhatTheVaultKeeps(Services services, ExchangeRecorder& recorder)
{
    const auto refreshed = co_await services.vault.refreshRemembered();
    if (!refreshed)
        co_return passOn(refreshed);
    const auto master = co_await storedMasterCredentials(services.vault, services.environment);
    if (master)
        recorder.knowSecret(master->client.clientSecret);
    else if (!isAbsent(master.error()))
        co_return passOn(master);

    const auto previous = co_await previousMasterCredentials(services.vault, services.environment);
    if (!previous)
        co_return passOn(previous);
    if (previous->has_value())
        recorder.knowSecret((*previous)->client.clientSecret);

    Integrations::Query query;
    do {
        const auto page = co_await services.integrations.page(query);
        if (!page)
            co_return passOn(page);
        for (const Integration& integration : page->rows) {
            const auto customer = co_await storedCustomerCredentials(
                services.vault, services.environment, integration.id);
            if (customer)
                recorder.knowSecret(customer->client.clientSecret);
            else if (!isAbsent(customer.error()))
                co_return passOn(customer);
        }
        query.afterKey = page->nextKey;
    } while (!query.afterKey.isEmpty());
    co_return Done{};
}

} // namespace

Task<Outcome<QByteArray>> exportTraffic(Services services, ExchangeRecorder& recorder,
    TrafficExport& traffic, ExchangeFilter filter, ExchangeFormat format)
{
    const auto known = co_await knowWhatTheVaultKeeps(services, recorder);
    if (!known)
        co_return passOn(known);
    co_return co_await traffic.exported(filter, format);
}

Task<Outcome<Done>> checkExport(
    Services services, ExchangeRecorder& recorder, TrafficExport& traffic, QByteArray text)
{
    const auto known = co_await knowWhatTheVaultKeeps(services, recorder);
    if (!known)
        co_return passOn(known);
    co_return co_await traffic.mayLeave(text);
}

} // namespace jetbridge
