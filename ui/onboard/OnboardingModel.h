// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"

#include <array>
#include <optional>

namespace jetbridge::ui {

/// State of one onboarding in the guide's four steps and the proof. The page and journal entries
/// update it; it knows no window, no clock and no network.
class OnboardingModel {
public:
    /// Rows of the stepper: the guide's numbered steps, then "Prove it works".
    enum class Row { MasterCredentials, BearerToken, CustomerCredentials, Finish, Proof };
    static constexpr std::array rows{Row::MasterCredentials, Row::BearerToken,
        Row::CustomerCredentials, Row::Finish, Row::Proof};

    enum class State { Waiting, Running, Done, Failed, Unknown };

    enum class Phase {
        Idle, ///< Nothing was started.
        Preparing, ///< Steps 1 and 2, before the customer is asked.
        AwaitingCustomer, ///< The code was issued; the customer has not decided.
        Exchanging, ///< Approved: confirm, store, finish, prove.
        Unstored, ///< Confirmed; the keychain does not accept the credentials, which are held in
                  ///< memory and tried again.
        Connected, ///< Proved by a call on the customer's behalf.
        Unproved, ///< Connected and stored; only the proof failed.
        Failed, ///< Ended; nothing is connected.
        OutcomeUnknown, ///< The confirm call was sent and no answer came.
        Cancelled, ///< The person stopped it before the confirm call.
    };

    struct Progress {
        State state = State::Waiting;
        int milliseconds = -1; ///< Duration of the step; -1 if it is not known (yet).
        bool operator==(const Progress&) const = default;
    };

    /// A failure with the step at which it happened.
    struct Trouble {
        Row row = Row::MasterCredentials;
        Step step = Step::Preflight;
        Failure failure;
    };

    /// Starts a new run for `company` and drops the previous one.
    void begin(CompanyId company);
    /// Preparing: begins this step (Preflight: step 1, Token: step 2) and completes the one before
    /// it.
    void enter(Step step, const QDateTime& now);
    /// Preparing: ends with a failure at the running step.
    void fail(Failure failure, const QDateTime& now);
    /// Ends the preparation, because the company's code was issued; from now on journal lines are
    /// taken.
    void invited(OnboardingId onboarding, const QDateTime& now);
    /// Ends the preparation of a company that consented elsewhere: the exchange with
    /// SmartRecruiters begins, and journal lines are taken.
    void consented(OnboardingId onboarding, const QDateTime& now);
    /// Takes a journal line and ignores those of other onboardings. Returns true if something
    /// changed.
    bool take(const JournalEntry& entry);
    /// Cancels the run at the person's request (only while mayCancel()).
    void cancel();
    /// Records that the confirm call is on its way, although no line says so yet.
    void confirming() { m_confirmSent = true; }

    const CompanyId& company() const { return m_company; }
    const OnboardingId& onboarding() const { return m_onboarding; }
    Phase phase() const { return m_phase; }
    Progress progress(Row row) const { return m_progress[size_t(row)]; }
    const std::optional<Trouble>& trouble() const { return m_trouble; }

    /// Tells whether something is under way.
    bool isRunning() const;
    /// Tells whether nothing was sent to SmartRecruiters for this company yet.
    bool mayCancel() const { return isRunning() && !m_confirmSent; }
    /// Tells whether the run is over, successfully or not.
    bool isOver() const { return m_phase != Phase::Idle && !isRunning(); }

private:
    Progress& at(Row row) { return m_progress[size_t(row)]; }
    void takeFailure(const JournalEntry& entry);
    void endPreparation(OnboardingId onboarding, Phase next, const QDateTime& now);

    CompanyId m_company;
    OnboardingId m_onboarding;
    Phase m_phase = Phase::Idle;
    std::array<Progress, rows.size()> m_progress;
    std::optional<Trouble> m_trouble;
    Step m_preparing = Step::Preflight;
    QDateTime m_enteredAt;
    bool m_confirmSent = false;
};

} // namespace jetbridge::ui
