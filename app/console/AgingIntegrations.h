// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

#include <chrono>

namespace jetbridge {

/// Customers as they stand now: a live one whose last proof has become too old reads as Expiring.
class AgingIntegrations final : public Integrations {
public:
    AgingIntegrations(Integrations& integrations, const Clock& clock)
        : m_integrations(integrations)
        , m_clock(clock)
    {
    }
    /// How old a proof may get; zero: as old as it likes.
    void setLongestAge(std::chrono::seconds age) { m_longestAge = age; }

    Task<Outcome<Done>> save(IntegrationChange change) override
    {
        return m_integrations.save(std::move(change));
    }
    Task<Outcome<std::optional<Integration>>> find(IntegrationId id) override
    {
        return aged(m_integrations.find(std::move(id)), tooOld());
    }
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) override
    {
        return aged(m_integrations.findByIssuedClient(std::move(client)), tooOld());
    }
    Task<Outcome<Page>> page(Query query) override
    {
        query.tooOld = tooOld();
        const QDateTime limit = query.tooOld;
        return aged(m_integrations.page(std::move(query)), limit);
    }
    Task<Outcome<int>> count(Query query) override
    {
        query.tooOld = tooOld();
        return m_integrations.count(std::move(query));
    }
    Task<Outcome<Done>> forget(IntegrationId id) override
    {
        return m_integrations.forget(std::move(id));
    }
    Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) override
    {
        return m_integrations.retireOthers(std::move(company), std::move(current), std::move(at));
    }
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) override
    {
        return m_integrations.former(std::move(company));
    }

private:
    /// Proofs from before this moment are too old; invalid: none is.
    QDateTime tooOld() const
    {
        return m_longestAge.count() > 0 ? m_clock.now().addSecs(-m_longestAge.count())
                                        : QDateTime();
    }
    static void age(Integration& row, const QDateTime& limit)
    {
        if (limit.isValid() && row.status == IntegrationStatus::Live && row.checkedAt < limit)
            row.status = IntegrationStatus::Expiring;
    }
    static void age(std::optional<Integration>& row, const QDateTime& limit)
    {
        if (row)
            age(*row, limit);
    }
    static void age(Page& page, const QDateTime& limit)
    {
        for (Integration& row : page.rows)
            age(row, limit);
    }
    template <typename T> static Task<Outcome<T>> aged(Task<Outcome<T>> read, QDateTime limit)
    {
        Outcome<T> outcome = co_await read;
        if (outcome)
            age(*outcome, limit);
        co_return outcome;
    }

    Integrations& m_integrations;
    const Clock& m_clock;
    std::chrono::seconds m_longestAge{0};
};

} // namespace jetbridge
