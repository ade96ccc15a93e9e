// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Worker.h"
#include "domain/Environment.h"
#include "domain/Invitation.h"
#include "ports/Clock.h"
#include "ports/Closing.h"
#include "ports/ConsentDesk.h"

#include <QHash>
#include <QMutex>
#include <QObject>
#include <QSet>

#include <functional>
#include <optional>

namespace jetbridge {

/// The consent page's counterpart in the program: knows invitations and what to present, and
/// crosses from the endpoints' thread to the main thread, where the flows run. Its invitations are
/// those of the registry, whichever program made them.
class Desk final : public ConsentDesk, public NotificationReceiver {
public:
    /// What the main thread does for the consent page and callbackUrl.
    struct Counterparts {
        std::function<Task<Outcome<Done>>(OnboardingId, CompanyId, ConsentDisplayMode)> approve;
        std::function<Task<Outcome<Done>>(OnboardingId, CompanyId)> decline;
        std::function<Task<Outcome<ChosenAnswer>>(Notification)> receive;
        /// The last one: how many wrong codes were typed since this was called last. Called once a
        /// minute at most for each verdict of an invitation: whoever knows the companyId can try.
        std::function<void(Invitation, Invitation::Verdict, int)> triedCode;
        std::function<void(OnboardingId)> clientUsed; ///< Of a run that watchFor() named.
        std::function<void(ClientId)> gotToken; ///< Once a minute at most for each client.
        std::function<Task<Outcome<Done>>(ClientId)> lookFor;
        std::function<void(OnboardingId)> opened; ///< The consent page, by whomever.
        std::function<void()> needsHasher; ///< A code was typed that nobody here can check.
    };
    /// `mainThread` lives on the thread on which the counterparts are called.
    Desk(QObject* mainThread, const Clock& clock, Counterparts counterparts);

    // --- Called on the main thread
    void present(const Application& application, const Environment& environment);
    /// As it stands in the registry. An earlier one of the company is forgotten, a later one stays.
    void take(const Invitation& invitation);
    /// The company's last one.
    std::optional<Invitation> invitation(const CompanyId& company) const;
    /// By which codes are checked.
    void setHasher(const SecretHasher& hasher);
    /// A run whose outcome is unknown: tell once when SmartRecruiters uses its client.
    void watchFor(const OnboardingId& onboarding);

    // --- Called on the endpoints' thread
    Presentation presentation() const override;
    OnboardingId onboardingOf(const CompanyId& company) const override;
    void opened(const CompanyId& company) override;
    Outcome<OnboardingId> signIn(CompanyId company, QString code) override;
    Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode) override;
    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company) override;
    Task<Outcome<ChosenAnswer>> receive(Notification notification) override;
    void clientUsed(const OnboardingId& onboarding, const ClientId& client) override;
    Task<Outcome<Done>> lookFor(ClientId client) override;

private:
    template <typename T> Task<Outcome<T>> onMainThread(std::function<Task<Outcome<T>>()> work)
    {
        return async::onThreadOf<Outcome<T>>(m_mainThread, std::move(work), programIsClosing());
    }

    /// What was typed for an invitation, and what of it was told.
    struct Tries {
        int untold = 0; ///< Wrong codes.
        QHash<Invitation::Verdict, QDateTime> toldAt;
    };
    void tell(const Invitation& tried, Invitation::Verdict verdict);

    QObject* m_mainThread;
    const Clock& m_clock;
    Counterparts m_counterparts;
    mutable QMutex m_mutex;
    Presentation m_presentation;
    QHash<CompanyId, Invitation> m_invitations;
    std::optional<SecretHasher> m_hasher;
    QHash<CompanyId, Tries> m_tries;
    QSet<OnboardingId> m_watched;
    QHash<ClientId, qint64> m_toldTokenAt; ///< By the steady clock; on the endpoints' thread.
};

} // namespace jetbridge
