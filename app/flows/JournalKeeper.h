// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Clock.h"
#include "ports/Registry.h"

#include <functional>
#include <memory>
#include <utility>

namespace jetbridge {

/// Writes the journal lines of one run.
///
/// The last line of a step may be kept back until the next step begins: nothing happens in between,
/// so both lines become one write. Copies share the lines that are kept back.
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

    /// Returns the last line of a step that failed.
    JournalEntry failedLine(Step step, const Failure& failure, int milliseconds) const
    {
        const bool isUnknown = failure.kind == FailureKind::OutcomeUnknown;
        JournalEntry entry = line(step, isUnknown ? StepState::Unknown : StepState::Failed,
            failure.detail, milliseconds, failure.kind);
        entry.status = failure.status;
        entry.code = failure.code;
        return entry;
    }

    /// Keeps a line back until the next write. Whoever calls this must end with settle().
    void owe(JournalEntry line) const { m_owed->append(std::move(line)); }

    /// Writes the lines that were kept back, then this line, with the row that they are about: all
    /// of it is durable when this returns, or nothing was written.
    Task<Outcome<Done>> write(JournalEntry line, std::optional<IntegrationChange> row = {}) const
    {
        return append(*m_journal, m_owed, {std::move(line)}, std::move(row));
    }
    /// Writes the lines that were kept back, if any, and a row, if there is one.
    Task<Outcome<Done>> settle(std::optional<IntegrationChange> row = {}) const
    {
        return append(*m_journal, m_owed, {}, std::move(row));
    }

private:
    using Owed = std::shared_ptr<QList<JournalEntry>>;

    static Task<Outcome<Done>> append(Journal& journal, Owed owed, QList<JournalEntry> lines,
        std::optional<IntegrationChange> row)
    {
        // Taken before the write, because the next line may be kept back while it is under way.
        const QList<JournalEntry> taken = std::exchange(*owed, {});
        lines = taken + lines;
        if (lines.isEmpty() && !row)
            co_return Done{};
        const auto written = co_await journal.append(lines, row);
        if (written)
            co_return Done{};
        *owed = taken + *owed;
        co_return passOn(written);
    }

    Journal* m_journal;
    const Clock* m_clock;
    OnboardingId m_onboarding;
    CompanyId m_company;
    Owed m_owed = std::make_shared<QList<JournalEntry>>();
};

/// Adds a step's result to its last line; overloads exist for the results that have more to say.
template <typename T> void tellEnd(const T&, JournalEntry&) { }

/// Runs one step between its two lines. If "started" must reach the disk, it is durable before
/// `work` begins; otherwise it is written meanwhile. The end is written whatever the result is; a
/// success may be kept back until the next step begins.
///
/// A step whose first line cannot be written fails, and does not begin if that line must reach the
/// disk. If only the last line cannot be written, the result of the step is returned: it has
/// happened.
template <typename T>
Task<Outcome<T>> journalled(JournalKeeper keeper, Step step, std::function<Task<Outcome<T>>()> work)
{
    const QDateTime begin = keeper.now();
    const JournalEntry first = keeper.line(step, StepState::Started);
    auto writing = keeper.write(first);
    if (mustReachTheDisk(first))
        if (const auto started = co_await writing; !started)
            co_return passOn(started);

    const Outcome<T> outcome = co_await work();

    if (!mustReachTheDisk(first))
        if (const auto started = co_await writing; !started)
            co_return passOn(started);

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
