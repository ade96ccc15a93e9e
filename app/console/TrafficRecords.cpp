// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/TrafficRecords.h"

#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "flows/ExportTraffic.h"
#include "flows/SupportText.h"
#include "traffic/TrafficStore.h"

namespace jetbridge {

TrafficRecords::TrafficRecords(
    const Services& services, const CurrentEnvironment& current, traffic::TrafficStore& store)
    : m_services(services)
    , m_current(current)
    , m_store(store)
{
    // From the thread that writes.
    connect(&store, &traffic::TrafficStore::recorded, this, &TrafficRecords::recorded,
        Qt::QueuedConnection);
}

RecordedTraffic& TrafficRecords::exchanges()
{
    return m_store;
}

TrafficKeeping& TrafficRecords::keeping()
{
    return m_store;
}

ExchangeRecorder& TrafficRecords::recorder()
{
    return m_store;
}

Task<Outcome<QByteArray>> TrafficRecords::exportAs(ExchangeFilter filter, ExchangeFormat format)
{
    return exportTraffic(m_services, m_store, m_store, std::move(filter), format);
}

Task<Outcome<Done>> TrafficRecords::checkExport(QByteArray text)
{
    return jetbridge::checkExport(m_services, m_store, m_store, std::move(text));
}

Task<QByteArray> TrafficRecords::withoutSecrets(QByteArray text)
{
    disregard(co_await recogniseSecretsOfOthers(m_services.vault));
    co_return m_store.withoutSecrets(std::move(text));
}

Task<Outcome<QString>> TrafficRecords::supportText(JournalEntry line)
{
    return jetbridge::supportText(
        {m_services, m_current.environment(), m_store, m_store}, std::move(line));
}

Task<Outcome<QString>> TrafficRecords::supportText(CompanyId company, OnboardingId onboarding)
{
    return jetbridge::supportText({m_services, m_current.environment(), m_store, m_store},
        std::move(company), std::move(onboarding));
}

} // namespace jetbridge
