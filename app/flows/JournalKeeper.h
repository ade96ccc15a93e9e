// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

#include <functional>
#include <memory>

namespace jetbridge {

/// Whose lines a flow writes.
///
/// The end of a step may be owed until the next one begins: nothing happens in between, so both
/// lines are one write. Copies owe the same lines.
class JournalKeeper {
public:
    JournalKeeper(Journal& journal, const Clock& clock, OnboardingId onboarding, CompanyId company)
        : m_journal(&journal)
        , m_clock(&clock)
        , m_onboarding(std::move(onboarding))
        , m_company(std::move(company))
    {
    }

    QDateTime now() const { return m_clock->now(); }

    JournalEntry line(Step step, StepState state, Message detail = {}, int milliseconds = -1,
        FailureKind failure = FailureKind::Invalid) const
    {
        JournalEntry entry;
        entry.onboarding = m_onboarding;
        entry.company = m_company;
        entry.step = step;
        entry.state = state;
        entry.at = m_clock->now();
        entry.milliseconds = milliseconds;
        entry.detail = std::move(detail);
        entry.failure = failure;
        return entry;
    }

    /// The end of a step that failed.
    JournalEntry failedLine(Step step, const Failure& failure, int milliseconds) const
    {
        const bool isUnknown = failure.kind == FailureKind::OutcomeUnknown;
        JournalEntry entry = line(step, isUnknown ? StepState::Unknown : StepState::Failed,
            failure.detail, milliseconds, failure.kind);
        entry.status = failure.status;
        entry.code = failure.code;
        return entry;
    }

    /// Written with the next line; whoever owes one ends with settle().
    void owe(JournalEntry line) const { m_owed->append(std::move(line)); }

    /// One line after those that are owed, and the row that it tells of: durable when it returns,
    /// or not written at all.
    Task<Outcome<Done>> write(JournalEntry line, std::optional<IntegrationChange> row = {}) const
    {
        return append(*m_journal, m_owed, {std::move(line)}, std::move(row));
    }
    /// What is owed, if anything is, and a row.
    Task<Outcome<Done>> settle(std::optional<IntegrationChange> row = {}) const
    {
        return append(*m_journal, m_owed, {}, std::move(row));
    }

private:
    using Owed = std::shared_ptr<QList<JournalEntry>>;

    static Task<Outcome<Done>> append(Journal& journal, Owed owed, QList<JournalEntry> lines,
        std::optional<IntegrationChange> row)
    {
        lines = *owed + lines;
        if (lines.isEmpty() && !row)
            co_return Done{};
        const auto written = co_await journal.append(lines, row);
        if (!written)
            co_return passOn(written);
        owed->clear();
        co_return Done{};
    }

    Journal* m_journal;
    const Clock* m_clock;
    OnboardingId m_onboarding;
    CompanyId m_company;
    Owed m_owed = std::make_shared<QList<JournalEntry>>();
};

/// What the last line of a step says of its result; more for results that have an overload.
template <typename T> void tellEnd(const T&, JournalEntry&) { }

/// Runs one step between its two lines: "started" is durable before `work` begins, the end is
/// written whatever it is; a success is owed until the next step begins.
///
/// A step whose first line cannot be written does not begin. When only the last line cannot be
/// written, the step's own outcome counts: it happened.
template <typename T>
Task<Outcome<T>> journalled(JournalKeeper keeper, Step step, std::function<Task<Outcome<T>>()> work)
{
    const QDateTime begin = keeper.now();
    const auto started = co_await keeper.write(keeper.line(step, StepState::Started));
    if (!started)
        co_return passOn(started);

    const Outcome<T> outcome = co_await work();

    const int elapsed = int(begin.msecsTo(keeper.now()));
    if (outcome) {
        JournalEntry end = keeper.line(step, StepState::Done, {}, elapsed);
        tellEnd(*outcome, end);
        keeper.owe(std::move(end));
    } else {
        disregard(co_await keeper.write(keeper.failedLine(step, outcome.error(), elapsed)));
    }
    co_return outcome;
}

} // namespace jetbridge
