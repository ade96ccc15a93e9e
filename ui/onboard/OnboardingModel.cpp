// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/OnboardingModel.h"

#include <utility>

namespace jetbridge::ui {

namespace {

/// Returns the stepper's row for a journal step; the guide counts four steps, the journal has more.
std::optional<OnboardingModel::Row> rowOf(Step step)
{
    using Row = OnboardingModel::Row;
    switch (step) {
    case Step::Token:
        return Row::BearerToken;
    case Step::Preflight:
    case Step::Consent:
    case Step::Register:
    case Step::Rehearse:
    case Step::Confirm:
    case Step::Store:
        return Row::CustomerCredentials;
    case Step::Finish:
        return Row::Finish;
    case Step::Prove:
        return Row::Proof;
    case Step::Notified:
    case Step::Removed:
    case Step::Replaced:
    case Step::Rotated:
    case Step::HandedOver:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

OnboardingModel::Row preparingRow(Step step)
{
    return step == Step::Token ? OnboardingModel::Row::BearerToken
                               : OnboardingModel::Row::MasterCredentials;
}

} // namespace

void OnboardingModel::begin(CompanyId company)
{
    *this = OnboardingModel();
    m_company = std::move(company);
    m_phase = Phase::Preparing;
}

void OnboardingModel::enter(Step step, const QDateTime& now)
{
    if (m_phase != Phase::Preparing)
        return;
    Progress& before = at(preparingRow(m_preparing));
    if (before.state == State::Running && preparingRow(step) != preparingRow(m_preparing))
        before = {State::Done, int(m_enteredAt.msecsTo(now))};
    m_preparing = step;
    m_enteredAt = now;
    at(preparingRow(step)) = {State::Running, -1};
}

void OnboardingModel::fail(Failure failure, const QDateTime& now)
{
    if (m_phase != Phase::Preparing)
        return;
    const Row row = preparingRow(m_preparing);
    at(row) = {State::Failed, int(m_enteredAt.msecsTo(now))};
    m_trouble = Trouble{row, m_preparing, std::move(failure)};
    m_phase = Phase::Failed;
}

void OnboardingModel::invited(OnboardingId onboarding, const QDateTime& now)
{
    endPreparation(std::move(onboarding), Phase::AwaitingCustomer, now);
}

void OnboardingModel::consented(OnboardingId onboarding, const QDateTime& now)
{
    endPreparation(std::move(onboarding), Phase::Exchanging, now);
}

void OnboardingModel::endPreparation(OnboardingId onboarding, Phase next, const QDateTime& now)
{
    if (m_phase != Phase::Preparing)
        return;
    Progress& last = at(preparingRow(m_preparing));
    if (last.state == State::Running)
        last = {State::Done, int(m_enteredAt.msecsTo(now))};
    m_onboarding = std::move(onboarding);
    m_phase = next;
    at(Row::CustomerCredentials) = {State::Running, -1};
}

bool OnboardingModel::take(const JournalEntry& entry)
{
    const auto row = rowOf(entry.step);
    if (entry.onboarding != m_onboarding || m_onboarding.isEmpty() || !row
        || m_phase == Phase::Cancelled)
        return false;
    // The customer may come back and try an old code, which changes nothing.
    const bool isDecided = m_phase != Phase::AwaitingCustomer && m_phase != Phase::Failed;
    if (entry.step == Step::Consent && (isDecided || entry.state == StepState::Started))
        return false;
    if (entry.state == StepState::Failed || entry.state == StepState::Unknown) {
        takeFailure(entry);
        return true;
    }

    const bool started = entry.state == StepState::Started;
    switch (entry.step) {
    case Step::Consent:
        // This also happens after a failure that left the customer's page open: after another
        // approval it starts again from here.
        m_phase = Phase::Exchanging;
        m_trouble.reset();
        at(Row::CustomerCredentials) = {State::Running, -1};
        break;
    case Step::Preflight:
    case Step::Register:
    case Step::Rehearse:
        break;
    case Step::Token:
        // The first token was requested before the customer was asked, and its time is the useful
        // one, because this token comes from the cache.
        if (at(*row).state != State::Done)
            at(*row) = {started ? State::Running : State::Done, entry.milliseconds};
        break;
    case Step::Confirm:
        m_confirmSent = true;
        at(*row) = {State::Running, entry.milliseconds};
        break;
    case Step::Store:
        // The step ends when the credentials are safe; its time is that of SmartRecruiters' answer
        // and of our storing.
        if (!started) {
            // The credentials may have been held in memory for a while, so that the customer's page
            // is gone by now.
            if (std::exchange(m_phase, Phase::Exchanging) == Phase::Unstored) {
                m_trouble.reset();
                at(*row) = {State::Done, -1};
                at(Row::Finish) = {State::Unknown, -1};
                at(Row::Proof) = {State::Running, -1};
                break;
            }
            at(*row) = {State::Done, qMax(0, at(*row).milliseconds) + qMax(0, entry.milliseconds)};
            at(Row::Finish).state = State::Running;
        }
        break;
    case Step::Finish:
        at(*row) = {started ? State::Running : State::Done, entry.milliseconds};
        if (!started)
            at(Row::Proof).state = State::Running;
        break;
    case Step::Prove:
        at(*row) = {started ? State::Running : State::Done, entry.milliseconds};
        if (!started)
            m_phase = Phase::Connected;
        break;
    case Step::Notified:
    case Step::Removed:
    case Step::Replaced:
    case Step::Rotated:
    case Step::HandedOver:
        break;
    }
    return true;
}

void OnboardingModel::takeFailure(const JournalEntry& entry)
{
    const Row row = *rowOf(entry.step);
    const bool unknown = entry.state == StepState::Unknown;
    at(row) = {unknown ? State::Unknown : State::Failed, entry.milliseconds};
    // A refused token ends the exchange, which had begun with the approval.
    if (row == Row::BearerToken)
        at(Row::CustomerCredentials) = {};
    Failure failure;
    failure.kind = entry.failure;
    failure.status = entry.status;
    failure.code = entry.code;
    failure.detail = entry.detail;
    failure.correlationId = entry.onboarding.text();
    m_trouble = Trouble{row, entry.step, std::move(failure)};
    if (unknown)
        m_phase = Phase::OutcomeUnknown;
    else if (entry.step == Step::Store)
        m_phase = Phase::Unstored;
    else
        m_phase = row == Row::Proof ? Phase::Unproved : Phase::Failed;
}

void OnboardingModel::cancel()
{
    if (!mayCancel())
        return;
    for (Progress& progress : m_progress)
        if (progress.state == State::Running)
            progress = {};
    m_phase = Phase::Cancelled;
}

bool OnboardingModel::isRunning() const
{
    switch (m_phase) {
    case Phase::Preparing:
    case Phase::AwaitingCustomer:
    case Phase::Exchanging:
    case Phase::Unstored:
        return true;
    case Phase::Idle:
    case Phase::Connected:
    case Phase::Unproved:
    case Phase::Failed:
    case Phase::OutcomeUnknown:
    case Phase::Cancelled:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::ui
