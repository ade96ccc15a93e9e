// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Worker.h"
#include "domain/Environment.h"
#include "domain/Invitation.h"
#include "ports/Clock.h"
#include "ports/Closing.h"
#include "ports/ConsentHandler.h"

#include <QHash>
#include <QMutex>
#include <QObject>

#include <functional>
#include <optional>

namespace jetbridge {

/// The invitations as the consent page sees them on the endpoints' thread, with what the page
/// shows. They are those of the registry, whichever program made them; decisions go on to the main
/// thread, where the flows run.
class SharedInvitations final : public ConsentHandler {
public:
    /// What the main thread does for the consent page.
    struct Actions {
        std::function<Task<Outcome<Done>>(OnboardingId, CompanyId, ConsentDisplayMode)> approve;
        std::function<Task<Outcome<Done>>(OnboardingId, CompanyId)> decline;
        /// The last one: how many wrong codes were typed since this was called last. Called once a
        /// minute at most for each verdict of an invitation: whoever knows the companyId can try.
        std::function<void(Invitation, Invitation::Verdict, int)> triedCode;
        std::function<void(OnboardingId)> opened; ///< The consent page, by whomever.
        std::function<void()> needsHasher; ///< A code was typed that nobody here can check.
    };
    /// `mainThread` lives on the thread on which the actions are called.
    SharedInvitations(QObject* mainThread, const Clock& clock, Actions actions);

    // --- Called on the main thread
    void present(const Application& application, const Environment& environment);
    /// As it stands in the registry. An earlier one of the company is forgotten, a later one stays.
    void take(const Invitation& invitation);
    /// The company's last one.
    std::optional<Invitation> invitation(const CompanyId& company) const;
    /// By which codes are checked.
    void setHasher(const SecretHasher& hasher);

    // --- Called on the endpoints' thread
    Presentation presentation() const override;
    OnboardingId onboardingOf(const CompanyId& company) const override;
    void opened(const CompanyId& company) override;
    Outcome<OnboardingId> signIn(CompanyId company, QString code) override;
    Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) override;
    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) override;

private:
    /// What was typed for an invitation, and what of it was told.
    struct Tries {
        int untold = 0; ///< Wrong codes.
        QHash<Invitation::Verdict, QDateTime> toldAt;
    };
    void tell(const Invitation& tried, Invitation::Verdict verdict);
    Task<Outcome<Done>> onMainThread(std::function<Task<Outcome<Done>>()> work);

    QObject* m_mainThread;
    const Clock& m_clock;
    const Actions m_actions;
    mutable QMutex m_mutex;
    Presentation m_presentation;
    QHash<CompanyId, Invitation> m_invitations;
    std::optional<SecretHasher> m_hasher;
    QHash<CompanyId, Tries> m_tries;
};

} // namespace jetbridge
