// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Presence.h"
#include "ports/Registry.h"

#include <functional>

namespace jetbridge {

/// A journal that tells of every line it kept, and of the customer whose row it changed.
class AnnouncingJournal final : public Journal {
public:
    AnnouncingJournal(Journal& journal, std::function<void(const JournalEntry&)> announce,
        std::function<void(const IntegrationId&)> announceRow)
        : m_journal(journal)
        , m_announce(std::move(announce))
        , m_announceRow(std::move(announceRow))
    {
    }

    using Journal::append;
    Task<Outcome<qint64>> append(
        QList<JournalEntry> lines, std::optional<IntegrationChange> row) override
    {
        const auto last = co_await whilePresent(m_presence.watch(), m_journal.append(lines, row));
        if (!last)
            co_return last;
        qint64 number = *last - lines.size();
        for (JournalEntry& line : lines) {
            line.number = ++number;
            m_announce(line);
        }
        if (row)
            m_announceRow(row->row.id);
        co_return last;
    }
    Task<Outcome<QList<JournalEntry>>> of(OnboardingId onboarding) override
    {
        return m_journal.of(onboarding);
    }
    Task<Outcome<QList<JournalEntry>>> ofCompany(CompanyId company) override
    {
        return m_journal.ofCompany(company);
    }
    Task<Outcome<QList<JournalEntry>>> unresolved() override { return m_journal.unresolved(); }

private:
    Journal& m_journal;
    std::function<void(const JournalEntry&)> m_announce;
    std::function<void(const IntegrationId&)> m_announceRow;
    Presence m_presence;
};

/// Customers that tell of every change to them.
class AnnouncingIntegrations final : public Integrations {
public:
    AnnouncingIntegrations(
        Integrations& integrations, std::function<void(const IntegrationId&)> announce)
        : m_integrations(integrations)
        , m_announce(std::move(announce))
    {
    }

    Task<Outcome<Done>> save(IntegrationChange change) override
    {
        const IntegrationId id = change.row.id;
        const auto saved =
            co_await whilePresent(m_presence.watch(), m_integrations.save(std::move(change)));
        if (saved)
            m_announce(id);
        co_return saved;
    }
    Task<Outcome<Done>> forget(IntegrationId id) override
    {
        const auto forgotten = co_await whilePresent(m_presence.watch(), m_integrations.forget(id));
        if (forgotten)
            m_announce(id);
        co_return forgotten;
    }
    Task<Outcome<QList<Integration>>> retireOthers(
        CompanyId company, IntegrationId current, QDateTime at) override
    {
        const auto presence = m_presence.watch();
        const auto left = co_await m_integrations.retireOthers(
            std::move(company), std::move(current), std::move(at));
        if (presence.expired())
            throw ProgramIsClosing();
        if (left)
            for (const Integration& former : *left)
                m_announce(former.id);
        co_return left;
    }
    Task<Outcome<QList<FormerIntegration>>> former(CompanyId company) override
    {
        return m_integrations.former(std::move(company));
    }
    Task<Outcome<std::optional<Integration>>> find(IntegrationId id) override
    {
        return m_integrations.find(id);
    }
    Task<Outcome<std::optional<Integration>>> findByIssuedClient(ClientId client) override
    {
        return m_integrations.findByIssuedClient(client);
    }
    Task<Outcome<Page>> page(Query query) override { return m_integrations.page(query); }
    Task<Outcome<int>> count(Query query) override { return m_integrations.count(query); }

private:
    Integrations& m_integrations;
    std::function<void(const IntegrationId&)> m_announce;
    Presence m_presence;
};

/// The clients that we issue, and who is told which of them are good from now on, and which no
/// more.
class AnnouncingIssuedClients final : public IssuedClients {
public:
    AnnouncingIssuedClients(IssuedClients& clients,
        std::function<void(const IssuedClient&)> announceIssued,
        std::function<void(const ClientId&)> announceWithdrawn)
        : m_clients(clients)
        , m_announceIssued(std::move(announceIssued))
        , m_announceWithdrawn(std::move(announceWithdrawn))
    {
    }

    Task<Outcome<Done>> issue(IssuedClient client) override
    {
        const auto issued = co_await whilePresent(m_presence.watch(), m_clients.issue(client));
        if (issued)
            m_announceIssued(client);
        co_return issued;
    }
    Task<Outcome<Done>> withdraw(ClientId client) override
    {
        const auto withdrawn =
            co_await whilePresent(m_presence.watch(), m_clients.withdraw(client));
        if (withdrawn)
            m_announceWithdrawn(client);
        co_return withdrawn;
    }
    Task<Outcome<QList<IssuedClient>>> all() override { return m_clients.all(); }
    Task<Outcome<std::optional<CompanyId>>> companyOf(ClientId client) override
    {
        return m_clients.companyOf(std::move(client));
    }

private:
    IssuedClients& m_clients;
    std::function<void(const IssuedClient&)> m_announceIssued;
    std::function<void(const ClientId&)> m_announceWithdrawn;
    Presence m_presence;
};

/// An application that tells when it was changed.
class AnnouncingApplications final : public Applications {
public:
    AnnouncingApplications(
        Applications& applications, std::function<void(const Application&)> announce)
        : m_applications(applications)
        , m_announce(std::move(announce))
    {
    }

    Task<Outcome<std::optional<Application>>> load() override { return m_applications.load(); }
    Task<Outcome<Done>> save(Application application) override
    {
        const auto saved =
            co_await whilePresent(m_presence.watch(), m_applications.save(application));
        if (saved)
            m_announce(application);
        co_return saved;
    }

private:
    Applications& m_applications;
    std::function<void(const Application&)> m_announce;
    Presence m_presence;
};

} // namespace jetbridge
