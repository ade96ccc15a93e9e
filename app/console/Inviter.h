// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Invitation.h"
#include "flows/JournalKeeper.h"
#include "flows/Services.h"

#include <QHash>

#include <chrono>

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

    /// Everything outlives it.
    Inviter(const Services& services, Invitations& invitations, SharedInvitations& shared,
        QString dataFolder);

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

    // --- What became of it
    Task<Outcome<Done>> noteOpened(OnboardingId onboarding);
    Task<Outcome<Done>> noteSignedIn(OnboardingId onboarding);
    /// Codes were typed for it: the last one's verdict, and how many wrong ones there were. Nobody
    /// waits until that is written down.
    void noteTriedCode(const Invitation& tried, Invitation::Verdict verdict, int wrongCodes);
    /// The customer approves: this program carries it out, and the code is worth nothing any more.
    /// NotPermitted (code_used): another one does, or it had ended.
    Task<Outcome<Invitation::Record>> claim(OnboardingId onboarding);
    /// How that ended. `isClosing`: the program ends, so that the customer may approve again.
    Task<Outcome<Done>> conclude(OnboardingId onboarding, Outcome<Done> approved, bool isClosing);
    /// NotPermitted as claim().
    Task<Outcome<Done>> decline(OnboardingId onboarding);

private:
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
};

} // namespace jetbridge
