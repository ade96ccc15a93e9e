// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/UnknownOutcome.h"

#include "flows/JournalKeeper.h"
#include "flows/StoredIntegration.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

const QString unknownPrefix = u"unknown-"_s;

Task<Outcome<ClientId>> issuedClientOf(IssuedClients& clients, OnboardingId onboarding)
{
    const auto all = co_await clients.all();
    if (!all)
        co_return passOn(all);
    const auto found = std::find_if(all->begin(), all->end(),
        [&onboarding](const IssuedClient& client) { return client.onboarding == onboarding; });
    co_return found == all->end() ? ClientId() : found->clientId;
}

tl::unexpected<Failure> outcomeIsUnknown(const CompanyId& company, const IntegrationId& row)
{
    return failed(FailureKind::Conflict,
        Message::of("earlier_outcome_unknown", {company.text(), row.text()}), 0,
        QLatin1String(outcomeUnknownCode));
}

/// Tells whether a row of the company allows another confirm call.
Outcome<Done> passesBy(const Integration& row, SecondConfirm second)
{
    if (row.status == IntegrationStatus::Unstored)
        return failed(FailureKind::VaultUnavailable,
            Message::of("earlier_unstored", {row.company.text()}), 0, u"unstored"_s);
    if (row.status != IntegrationStatus::Unknown)
        return Done{};
    if (evidenceOf(row) == Evidence::IsThere)
        return failed(FailureKind::Conflict,
            Message::of("integration_exists", {row.company.text(), row.id.text()}), 0,
            u"integration_exists"_s);
    if (second == SecondConfirm::Refused)
        return outcomeIsUnknown(row.company, row.id);
    return Done{};
}

/// Returns a run in these lines, other than `run`, whose confirm call has no known result.
std::optional<OnboardingId> unansweredRun(const QList<JournalEntry>& lines, const OnboardingId& run)
{
    QHash<OnboardingId, StepState> last;
    for (const JournalEntry& line : lines)
        if (line.step == Step::Confirm && line.onboarding != run)
            last.insert(line.onboarding, line.state);
    for (auto one = last.cbegin(); one != last.cend(); ++one)
        if (*one == StepState::Started || *one == StepState::Unknown)
            return one.key();
    return std::nullopt;
}

} // namespace

Evidence evidenceOf(const Integration& unknown)
{
    if (unknown.checkedAt.isValid())
        return Evidence::IsThere;
    return unknown.issuedClientId.isEmpty() ? Evidence::None : Evidence::NotAsked;
}

IntegrationId unknownOutcomeId(const OnboardingId& onboarding)
{
    return IntegrationId(unknownPrefix + onboarding.text());
}

OnboardingId runOfUnknownOutcome(const IntegrationId& id)
{
    return OnboardingId(
        id.text().startsWith(unknownPrefix) ? id.text().mid(unknownPrefix.size()) : QString());
}

Task<Outcome<Done>> rememberUnknownOutcome(Services services, Integration run)
{
    const auto client = co_await issuedClientOf(services.issuedClients, run.onboarding);
    if (!client)
        co_return passOn(client);
    Integration row = run;
    row.id = unknownOutcomeId(run.onboarding);
    row.status = IntegrationStatus::Unknown;
    row.bidirectional = !client->isEmpty();
    row.issuedClientId = *client;
    row.onboardedAt = services.clock.now();
    if (row.statusDetail.isEmpty())
        row.statusDetail = Message::of("ended_outcome_unknown");
    co_return co_await services.integrations.save(row);
}

Task<Outcome<QList<OnboardingId>>> recoverUnknownOutcomes(Services services, HasEnded hasEnded)
{
    const auto candidates = co_await services.journal.unresolved();
    if (!candidates)
        co_return passOn(candidates);
    QSet<OnboardingId> ended;
    for (const JournalEntry& entry : *candidates)
        if (hasEnded(entry.onboarding))
            ended.insert(entry.onboarding);
    // The journal is read again, because one of the runs may just have finished in another program.
    const auto unresolved = co_await services.journal.unresolved();
    if (!unresolved)
        co_return passOn(unresolved);
    QList<OnboardingId> runs;
    for (const JournalEntry& entry : *unresolved) {
        if (!ended.contains(entry.onboarding))
            continue;
        runs.append(entry.onboarding);
        if (entry.state == StepState::Started) {
            const JournalKeeper keeper(
                services.journal, services.clock, entry.onboarding, entry.company);
            const auto noted = co_await keeper.write(keeper.line(Step::Confirm, StepState::Unknown,
                Message::of("ended_before_answer"), -1, FailureKind::OutcomeUnknown));
            if (!noted)
                co_return passOn(noted);
        }
        const auto known = co_await services.integrations.find(unknownOutcomeId(entry.onboarding));
        if (!known)
            co_return passOn(known);
        if (known->has_value())
            continue;
        Integration run;
        run.onboarding = entry.onboarding;
        run.company = entry.company;
        if (entry.state == StepState::Unknown)
            run.statusDetail = entry.detail;
        const auto remembered = co_await rememberUnknownOutcome(services, run);
        if (!remembered)
            co_return passOn(remembered);
    }
    co_return runs;
}

Task<Outcome<Done>> noteClientUsed(Services services, OnboardingId onboarding)
{
    const auto found = co_await services.integrations.find(unknownOutcomeId(onboarding));
    if (!found)
        co_return passOn(found);
    if (!found->has_value() || (*found)->checkedAt.isValid())
        co_return Done{};
    Integration row = **found;
    row.checkedAt = services.clock.now();
    row.statusDetail = Message::of("client_of_unknown_used");
    const auto saved = co_await services.integrations.save(IntegrationChange(row, row.status));
    if (!saved && saved.error().kind == FailureKind::Conflict) // resolved by somebody else
                                                               // meanwhile
        co_return Done{};
    co_return saved;
}

Task<Outcome<Done>> checkMayConfirm(Integrations& integrations, Journal& journal, CompanyId company,
    OnboardingId run, SecondConfirm second)
{
    // Both are asked for at once, because each answer of the registry's thread takes its time. A
    // run whose row could not be written is in the journal only.
    auto readingLines = journal.ofCompany(company);
    const auto rows = co_await integrationsOf(integrations, company);
    const auto lines = co_await readingLines;
    if (!rows)
        co_return passOn(rows);
    for (const Integration& row : *rows)
        if (const auto passed = passesBy(row, second); !passed)
            co_return passed;
    if (second == SecondConfirm::WantedByStaff)
        co_return Done{};
    if (!lines)
        co_return passOn(lines);
    if (const auto earlier = unansweredRun(*lines, run))
        co_return outcomeIsUnknown(company, unknownOutcomeId(*earlier));
    co_return Done{};
}

Task<Outcome<Done>> resolveUnknownOutcome(Services services, IntegrationId id)
{
    const auto found = co_await storedIntegration(services.integrations, id);
    if (!found)
        co_return passOn(found);
    const Integration& row = *found;
    if (row.status != IntegrationStatus::Unknown)
        co_return failed(FailureKind::Invalid,
            Message::of("nothing_to_resolve", {id.text(), integrationStatusName(row.status)}));
    if (!row.issuedClientId.isEmpty()) {
        const auto withdrawn = co_await services.issuedClients.withdraw(row.issuedClientId);
        if (!withdrawn)
            co_return passOn(withdrawn);
    }
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    const auto noted = co_await keeper.write(keeper.line(Step::Confirm, StepState::Failed,
        Message::of("unknown_resolved"), -1, FailureKind::OutcomeUnknown));
    if (!noted)
        co_return passOn(noted);
    co_return co_await services.integrations.forget(id);
}

} // namespace jetbridge
