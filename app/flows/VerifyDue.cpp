// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/VerifyDue.h"

#include "flows/StoredCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr int mostUnanswered = 3;

tl::unexpected<Failure> stopped()
{
    return failed(FailureKind::Cancelled, u"The verifications were stopped."_s);
}

Task<Outcome<Done>> verify(
    Services services, Integration row, ProofRequest request, std::function<bool()> mayGoOn)
{
    const auto credentials =
        co_await currentCustomerCredentials(services.vault, services.environment, row);
    if (!mayGoOn())
        co_return stopped();
    if (!credentials)
        co_return passOn(credentials);
    const auto proof =
        co_await callOnBehalf(services, credentials->client, request.scopes, row.onboarding);
    if (!mayGoOn())
        co_return stopped();
    if (!proof && saysNothing(proof.error()))
        co_return passOn(proof);

    const Integration seen = co_await withWayBack(services, request.rehearseAt, *credentials, row);
    if (!mayGoOn())
        co_return stopped();
    const IntegrationChange change(provedBy(proof, seen, services.clock.now()), row.status);
    const bool wasLive =
        row.status == IntegrationStatus::Live || row.status == IntegrationStatus::Expiring;
    const bool isLive = change.row.status == IntegrationStatus::Live;
    if (wasLive == isLive && !(wasLive && !proof))
        co_return co_await services.integrations.save(change);
    const JournalKeeper keeper(services.journal, services.clock, row.onboarding, row.company);
    JournalEntry line = proof ? keeper.line(Step::Prove, StepState::Done)
                              : keeper.failedLine(Step::Prove, proof.error(), -1);
    if (proof)
        tellEnd(*proof, line);
    co_return co_await keeper.write(line, change);
}

/// Tells whether the next customer would fail in the same way.
bool endsTheRound(const Failure& failure)
{
    return failure.kind == FailureKind::Cancelled || failure.kind == FailureKind::VaultUnavailable
        || failure.kind == FailureKind::StorageUnavailable;
}

} // namespace

Task<Outcome<int>> verifyDue(
    Services services, QDateTime dueBefore, ProofRequest request, std::function<bool()> mayGoOn)
{
    int answered = 0;
    int unanswered = 0;
    Integrations::Query query;
    query.checkedBefore = dueBefore;
    do {
        const auto page = co_await services.integrations.page(query);
        if (!mayGoOn())
            co_return stopped();
        if (!page)
            co_return passOn(page);
        for (const Integration& row : page->rows) {
            if (!mayBeVerified(row.status))
                continue;
            const auto verified = co_await verify(services, row, request, mayGoOn);
            if (!verified && endsTheRound(verified.error()))
                co_return passOn(verified);
            if (!mayGoOn())
                co_return stopped();
            if (verified) {
                ++answered;
                unanswered = 0;
            } else if (saysNothing(verified.error()) && ++unanswered == mostUnanswered) {
                co_return passOn(verified);
            }
        }
        query.afterKey = page->nextKey;
    } while (!query.afterKey.isEmpty());
    co_return answered;
}

} // namespace jetbridge
