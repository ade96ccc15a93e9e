// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/Inviter.h"
#include "console/SharedInvitations.h"
#include "console/UnstoredCustomers.h"
#include "flows/OnboardCompany.h"
#include "flows/Services.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>

namespace jetbridge {

class ClientRegistrations;
class CurrentEnvironment;
class ExchangeRecorder;
class PartnerAccess;

/// Brings companies on board: invitations, what customers decide on the consent page, the runs that
/// confirm, and what is left of runs that came to no good end.
class Onboardings : public QObject {
    Q_OBJECT

public:
    /// What they need besides the flows' services; everything outlives them.
    struct Parts {
        CurrentEnvironment& current;
        PartnerAccess& partnerAccess;
        ClientRegistrations& clientRegistrations;
        Invitations& invitations;
        ExchangeRecorder& recorder;
        Timer& timer;
        QString dataFolder;
    };
    Onboardings(const Services& services, Parts parts);

    /// What an onboarding that begins is called. Whatever is asked for it carries that, also before
    /// its customer is invited.
    OnboardingId newId();
    /// A one-time code for a company's administrator; the same company's earlier code ends. In
    /// production `typed` repeats the company's identifier (Environment::checkTyped): no confirm
    /// call is sent there without it. Whichever program serves the consent page knows the code, and
    /// finishes what the customer approved. Invalid: `validFor` is out of its bounds. Conflict: the
    /// customer's decision is being carried out. `given`: the pair that staff made in their own
    /// server (TokenService::Given), for this process alone.
    Task<Outcome<Invitation>> invite(CompanyId company, QString typed = {},
        OnboardingId onboarding = {}, std::chrono::seconds validFor = std::chrono::minutes(30),
        QString language = {}, std::optional<ClientCredentials> given = {});
    /// The company's last one that nobody withdrew, with its code where it was made here.
    std::optional<Invitation> invitation(const CompanyId& company) const;
    Invitations& invitations() { return m_parts.invitations; }
    /// Ends an invitation by which nobody decided yet. False: somebody did, or it had ended.
    Task<Outcome<bool>> withdraw(OnboardingId onboarding);

    /// Confirms for a company that consented elsewhere; runs the whole flow to the proof. `typed`
    /// as for invite(). After an unknown outcome only with `second` or allowSecondConfirm()
    /// (checkMayConfirm). `onboarding`: the run's id, if newId() has given it already.
    Task<Outcome<Integration>> onboard(CompanyId company, QString consentedBy, QString typed = {},
        SecondConfirm second = SecondConfirm::Refused, std::optional<ClientCredentials> given = {},
        OnboardingId onboarding = {});
    /// Staff looked after an unknown outcome of this company and start again: the next approval, or
    /// the next onboard(), may confirm (SecondConfirm::WantedByStaff). For this process only.
    void allowSecondConfirm(const CompanyId& company);
    /// Whether a confirm call for this company would be sent now, as far as earlier ones decide
    /// that (checkMayConfirm).
    Task<Outcome<Done>> mayConfirm(CompanyId company);
    /// The code ends in this program at once, and nothing is confirmed here any more; see
    /// notWithdrawn() for the others. False: the confirm call is on its way, and the run goes on to
    /// its honest end.
    bool cancel(const CompanyId& company, const OnboardingId& onboarding);
    /// Returns why the code of a cancelled run could not be withdrawn for other programs on the
    /// data folder yet; this program tries again by itself. nullopt: nothing is left to be written.
    std::optional<Failure> notWithdrawn(const OnboardingId& onboarding) const
    {
        return m_inviter.notWithdrawn(onboarding);
    }

    /// No onboarding is under way, nor the proof of one whose credentials were stored late.
    bool isIdle() const { return m_runs.isEmpty(); }
    /// Credentials that came but could not be stored: held in memory and stored as soon as the
    /// keychain says that it is open. Quitting loses them.
    QList<Unstored> unstored() const { return m_unstored.all(); }
    /// Staff looked after a run of unknown outcome and start again (row of status Unknown): the row
    /// goes, the journal stays.
    Task<Outcome<Done>> resolveUnknownOutcome(IntegrationId id);

    // --- For the rest of the console
    ConsentHandler& consentHandler() { return m_shared; }
    const UnstoredCustomers& unstoredCustomers() const { return m_unstored; }
    /// The invitations as the registry has them now.
    Task<Outcome<Done>> load() { return m_inviter.load(); }
    /// One invitation that was made or changed, in whatever program.
    void take(const Invitation::Record& record);
    /// Inviter::provideHasher()
    Task<Outcome<Done>> provideHasher() { return m_inviter.provideHasher(); }
    /// At start: what a killed program left half done.
    Task<Outcome<Done>> recover();
    /// The program ends: no confirm call is sent any more.
    void stop() { m_isStopped = true; }
    /// No run is under way; 5 s at most.
    Task<Done> settled();

Q_SIGNALS:
    /// No onboarding is under way any more.
    void idle();
    void unstoredChanged();
    /// The invitation of this run was made, or came to another state, in whatever program, or
    /// notWithdrawn() changed for it.
    void invitationChanged(const jetbridge::OnboardingId& onboarding);
    /// The confirm call of this run was sent, and nobody knows what became of it.
    void outcomeUnknown(const jetbridge::OnboardingId& onboarding);

private:
    /// One onboarding under way.
    struct Run {
        CompanyId company;
        std::shared_ptr<RunLock> lock;
        std::shared_ptr<RunLock> ofCompany; ///< No other run confirms for it meanwhile.
        bool isConfirming = false; ///< It was allowed to; nobody takes that back.
    };

    JournalKeeper keeperOf(const OnboardingId& onboarding, const CompanyId& company) const;
    OnboardingRequest requestFor(OnboardingId onboarding, CompanyId company,
        ConsentDisplayMode mode, QString consentedBy) const;
    Outcome<Run> begin(const OnboardingRequest& request, const QString& typed) const;
    bool beginConfirm(const OnboardingId& onboarding);
    Task<Outcome<Integration>> run(OnboardingRequest request, QString typed, Message consentDetail,
        async::Later<Outcome<Done>> finished);
    void endRun(const OnboardingId& onboarding);
    Task<Done> prove(UnstoredCustomers::Held late);
    Task<Outcome<Done>> approve(
        OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode);
    Task<Outcome<Done>> decline(OnboardingId onboarding, CompanyId company);

    const Services m_services;
    const Parts m_parts;
    QHash<OnboardingId, Run> m_runs;
    /// The pairs that staff gave for runs whose customers have not approved yet.
    QHash<OnboardingId, ClientCredentials> m_given;
    QSet<OnboardingId> m_cancelled; ///< By staff: no confirm call is sent for them.
    QSet<CompanyId> m_secondConfirms; ///< Whose next approval may confirm after an unknown outcome.
    bool m_isStopped = false;
    UnstoredCustomers m_unstored;
    SharedInvitations m_shared;
    Inviter m_inviter;
};

} // namespace jetbridge
