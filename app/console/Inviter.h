// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Invitation.h"
#include "flows/JournalKeeper.h"
#include "flows/Services.h"
#include "ports/Closing.h"
#include "ports/Timer.h"

#include <QHash>
#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace jetbridge {

class SharedInvitations;

/// Makes, follows and ends the invitations of one environment, whichever program made them. Used on
/// the main thread.
class Inviter {
public:
    /// An invitation that is to be made.
    struct Request {
        CompanyId company;
        OnboardingId onboarding;
        QString typed; ///< What allows the confirm call in production.
        bool mayRepeat = false; ///< Invitation::Record::mayRepeat
        std::chrono::seconds validFor{0};
        QString language;
    };
    static constexpr std::chrono::hours longest{24 * 90};

    /// Everything outlives it. `changed` is called when notWithdrawn() changes for a run.
    Inviter(const Services& services, Invitations& invitations, SharedInvitations& shared,
        Timer& timer, QString dataFolder, std::function<void(const OnboardingId&)> changed);

    /// At start: what a program that died left half done, then the consent page knows them all.
    Task<Outcome<Done>> load();
    /// One that was made or changed, in whatever program.
    void take(const Invitation::Record& record);
    /// From here on the consent page can check codes. VaultUnavailable: the keychain is locked.
    /// Nobody is asked for a password because of that.
    Task<Outcome<Done>> provideHasher();

    /// Invalid: its time is out of bounds. Conflict: the customer decided by an earlier one just
    /// now.
    Task<Outcome<Invitation>> invite(Request request);
    /// The company's last one that nobody withdrew, with its code where it was made here.
    std::optional<Invitation> last(const CompanyId& company) const;
    /// The code ends. False: the customer has decided, or it had ended.
    Task<Outcome<bool>> withdraw(Invitation::Record record);
    /// Withdraws as withdraw(), and tries again by itself until that is written. Nobody waits.
    void withdrawInTheEnd(Invitation::Record record);
    /// Returns why the withdrawal of this run's code could not be written yet: other programs on
    /// the data folder still accept the code. nullopt: nothing waits to be written.
    std::optional<Failure> notWithdrawn(const OnboardingId& onboarding) const;

    // --- What became of it
    Task<Outcome<Done>> noteOpened(OnboardingId onboarding);
    Task<Outcome<Done>> noteSignedIn(OnboardingId onboarding);
    /// Codes were typed for it: the last one's verdict, and how many wrong ones there were. Nobody
    /// waits until that is written down.
    void noteTriedCode(const Invitation& tried, Invitation::Verdict verdict, int wrongCodes);
    /// The customer approves: this program carries it out, and the code is worth nothing any more.
    /// NotPermitted (code_used): another one does, or it had ended.
    Task<Outcome<Invitation::Record>> claim(OnboardingId onboarding);
    /// How that ended. `isClosing`: the program ends, so that the customer may approve again. What
    /// cannot be written is tried again by itself, and found at the next start.
    Task<Done> conclude(OnboardingId onboarding, Outcome<Done> approved, bool isClosing);
    /// NotPermitted as claim().
    Task<Outcome<Done>> decline(OnboardingId onboarding);

private:
    /// A change of an invitation's state that must be written.
    struct Change {
        OnboardingId onboarding;
        std::function<Task<Outcome<Done>>()> write;
        bool isWithdrawal = false;
        Failure why = {}; ///< Why it could not be written so far.
    };

    /// Writes a change, and tries again by itself if that fails.
    Task<Done> insist(Change change);
    /// How long to rest after it; nullopt: nothing waits.
    Task<std::optional<async::Round::Pause>> writeAgain();
    /// By which codes are hashed. Where nothing is kept, this program's own is as good.
    Task<Outcome<SecretHasher>> hasher();
    Task<Outcome<Done>> move(OnboardingId onboarding, QList<InvitationState> from,
        InvitationState to, Message detail = {});
    Task<Outcome<Done>> recoverDecisions();

    const Services m_services;
    Invitations& m_invitations;
    SharedInvitations& m_shared;
    const QString m_dataFolder;
    const SecretHasher m_own;
    QHash<OnboardingId, QString> m_codes; ///< Those that were made here, as long as they are good.
    const std::function<void(const OnboardingId&)> m_changed;
    QList<Change> m_unwritten;
    std::chrono::milliseconds m_pause{0};
    async::Round m_round;
    async::Scope m_scope;
};

} // namespace jetbridge
