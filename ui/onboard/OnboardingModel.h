// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"

#include <array>
#include <optional>

namespace jetbridge::ui {

/// Where one onboarding stands, in the guide's four steps and the proof. Fed by the page and by
/// journal entries; knows no window, no clock and no network.
class OnboardingModel {
public:
    /// The lines of the stepper: the guide's numbered steps, then "Prove it works".
    enum class Row { MasterCredentials, BearerToken, CustomerCredentials, Finish, Proof };
    static constexpr std::array rows{Row::MasterCredentials, Row::BearerToken,
        Row::CustomerCredentials, Row::Finish, Row::Proof};

    enum class State { Waiting, Running, Done, Failed, Unknown };

    enum class Phase {
        Idle, ///< Nothing was started.
        Preparing, ///< Steps 1 and 2, before the customer is asked.
        AwaitingCustomer, ///< The code is out; the customer has not decided.
        Exchanging, ///< Approved: confirm, store, finish, prove.
        Unstored, ///< Confirmed; the keychain does not take the credentials, they are held and
                  ///< tried again.
        Connected, ///< Proved by a call on the customer's behalf.
        Unproved, ///< Connected and stored; only the proof failed.
        Failed, ///< Ended, nothing is connected.
        OutcomeUnknown, ///< The confirm call was sent and no answer came.
        Cancelled, ///< The person stopped it before the confirm call.
    };

    struct Progress {
        State state = State::Waiting;
        int milliseconds = -1; ///< -1: not known (yet).
        bool operator==(const Progress&) const = default;
    };

    /// What went wrong, where.
    struct Trouble {
        Row row = Row::MasterCredentials;
        Step step = Step::Preflight;
        Failure failure;
    };

    /// A new run for `company`; whatever was before is gone.
    void begin(CompanyId company);
    /// Preparing: this step runs now (Preflight: step 1, Token: step 2); the one before it is done.
    void enter(Step step, const QDateTime& now);
    /// Preparing ended with a failure at the step that runs.
    void fail(Failure failure, const QDateTime& now);
    /// Preparing is over and the company's code is out; from now on the journal tells.
    void invited(OnboardingId onboarding, const QDateTime& now);
    /// Takes a journal line; those of other onboardings are not ours. True when something changed.
    bool take(const JournalEntry& entry);
    /// The person stopped it (only while mayCancel()).
    void cancel();
    /// The confirm call is on its way, though no line says so yet.
    void confirming() { m_confirmSent = true; }

    const CompanyId& company() const { return m_company; }
    const OnboardingId& onboarding() const { return m_onboarding; }
    Phase phase() const { return m_phase; }
    Progress progress(Row row) const { return m_progress[size_t(row)]; }
    const std::optional<Trouble>& trouble() const { return m_trouble; }

    /// Something is under way.
    bool isRunning() const;
    /// Nothing was sent to SmartRecruiters for this company yet.
    bool mayCancel() const { return isRunning() && !m_confirmSent; }
    /// The run is over, for better or worse.
    bool isOver() const { return m_phase != Phase::Idle && !isRunning(); }

private:
    Progress& at(Row row) { return m_progress[size_t(row)]; }
    void takeFailure(const JournalEntry& entry);

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
