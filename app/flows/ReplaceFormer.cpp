// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ReplaceFormer.h"

namespace jetbridge {

namespace {

JournalEntry endOf(const Integration& former, const Integration& current, JournalKeeper keeper)
{
    // If the journal got no answer for the run, the next start would find its unknown outcome
    // again.
    const bool wasUnknown = former.status == IntegrationStatus::Unknown;
    JournalEntry line = wasUnknown
        ? keeper.line(Step::Confirm, StepState::Failed,
            Message::of("unknown_replaced", {current.id.text()}), -1, FailureKind::OutcomeUnknown)
        : keeper.line(
            Step::Replaced, StepState::Done, Message::of("onboarded_again", {current.id.text()}));
    line.onboarding = former.onboarding;
    return line;
}

} // namespace

Task<Outcome<Done>> replaceFormer(Integrations& integrations, IssuedClients& issuedClients,
    JournalKeeper keeper, Integration current)
{
    const auto left = co_await integrations.retireOthers(current.company, current.id, keeper.now());
    if (!left)
        co_return passOn(left);
    for (const Integration& former : *left) {
        if (former.onboarding == current.onboarding) // same run; its outcome was unknown
            continue;
        keeper.owe(endOf(former, current, keeper));
        const bool isPending =
            former.status == IntegrationStatus::Unknown && !former.issuedClientId.isEmpty();
        if (!isPending)
            continue;
        const auto withdrawn = co_await issuedClients.withdraw(former.issuedClientId);
        if (!withdrawn)
            co_return passOn(withdrawn);
    }
    co_return co_await keeper.settle();
}

} // namespace jetbridge
