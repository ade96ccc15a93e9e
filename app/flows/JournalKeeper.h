// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

#include <functional>

namespace jetbridge {

/// Whose lines a flow writes.
struct JournalKeeper {
    Journal& journal;
    const Clock& clock;
    OnboardingId onboarding;
    CompanyId company;

    /// One line; durable when it returns.
    Task<Outcome<qint64>> write(Step step, StepState state, QString detail = {},
        int milliseconds = -1, FailureKind failure = FailureKind::Invalid) const
    {
        JournalEntry entry;
        entry.onboarding = onboarding;
        entry.company = company;
        entry.step = step;
        entry.state = state;
        entry.at = clock.now();
        entry.milliseconds = milliseconds;
        entry.detail = std::move(detail);
        entry.failure = failure;
        return journal.append(std::move(entry));
    }
};

/// Runs one step between its two lines: "started" is durable before `work` begins, the end is
/// written whatever it is.
///
/// A step whose first line cannot be written does not begin. When only the last line cannot be
/// written, the step's own outcome counts: it happened.
template <typename T>
Task<Outcome<T>> journalled(JournalKeeper keeper, Step step, std::function<Task<Outcome<T>>()> work)
{
    const QDateTime begin = keeper.clock.now();
    const auto started = co_await keeper.write(step, StepState::Started);
    if (!started)
        co_return passOn(started);

    const Outcome<T> outcome = co_await work();

    const int elapsed = int(begin.msecsTo(keeper.clock.now()));
    if (outcome) {
        co_await keeper.write(step, StepState::Done, {}, elapsed);
    } else {
        const Failure& failure = outcome.error();
        const auto state =
            failure.kind == FailureKind::OutcomeUnknown ? StepState::Unknown : StepState::Failed;
        co_await keeper.write(step, state, failure.detail, elapsed, failure.kind);
    }
    co_return outcome;
}

} // namespace jetbridge
