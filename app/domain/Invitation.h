// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/SecretHash.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// State of an invitation.
enum class InvitationState {
    Pending,
    Opened, ///< The consent page was opened for this company.
    SignedIn, ///< The correct code was typed.
    Deciding, ///< The customer decided, and a program is carrying that out.
    Approved, ///< The customer approved. The journal tells whether that led to an integration.
    Declined,
    Withdrawn, ///< Staff withdrew it, or made another one for the company.
    Expired,
};
/// Tells whether an invitation is over: nobody can approve it any more, and no program is carrying
/// out an approval.
bool isOver(InvitationState state);
/// Returns "pending", "opened", "signed-in", ...
QString invitationStateName(InvitationState state);
Outcome<InvitationState> invitationStateFromName(const QString& name);

/// Permission by staff for one company to sign in at the consent page: a one-time code with an
/// expiry. Wrong codes are not counted, because anybody who knows the companyId could then end the
/// invitation; its 60 bits cannot be guessed before it expires.
class Invitation {
public:
    enum class Verdict {
        Accepted,
        Wrong, ///< The code is wrong, whatever the state.
        Expired, ///< The code is correct, but has expired.
        Used, ///< The code is correct, but was already used or withdrawn by staff.
    };
    static constexpr int codeLength = 12;

    /// What is stored of an invitation.
    struct Record {
        OnboardingId onboarding;
        CompanyId company;
        QByteArray keyId; ///< Id of the key that made the hash (SecretHasher::keyId).
        QByteArray codeMac; ///< Keyed hash of the code. The code itself is never stored.
        QDateTime madeAt;
        QDateTime expiresAt;
        QString typed; ///< What staff typed to permit the confirm call (Environment::checkTyped).
        bool mayRepeat = false; ///< True if staff want a confirm call even after an unknown
                                ///< outcome.
        QString language; ///< Language of the mail to the customer, such as "en"; may be empty.
        InvitationState state = InvitationState::Pending;
        QDateTime changedAt; ///< Time of the last change of the state.
        Message detail; ///< Why an approval led to no integration; otherwise empty.

        bool operator==(const Record&) const = default;
    };

    Invitation() = default;
    explicit Invitation(Record record)
        : m_record(std::move(record))
    {
    }
    /// Adds a code and its hash to `record`. `random` holds at least codeLength bytes from the
    /// system's generator.
    static Invitation create(Record record, const QByteArray& random, const SecretHasher& hasher);

    const Record& record() const { return m_record; }
    const CompanyId& company() const { return m_record.company; }
    const OnboardingId& onboarding() const { return m_record.onboarding; }
    const QDateTime& expiresAt() const { return m_record.expiresAt; }
    /// Returns the code, such as "ABCD-EFGH-JKLM", made of characters that are not easily confused.
    /// It is shown to staff and typed by the customer. Only the program that created the invitation
    /// knows it; otherwise it is empty.
    const QString& code() const { return m_code; }
    void setCode(QString code) { m_code = std::move(code); }

    /// Returns the state at a moment: an invitation that was not used in time has expired.
    InvitationState stateAt(const QDateTime& now) const;
    /// Tells whether the code can still be used to sign in.
    bool isOpen(const QDateTime& now) const;
    /// Checks a typed code; case, spaces and dashes do not matter.
    Verdict verify(const QString& typed, const SecretHasher& hasher, const QDateTime& now) const;

private:
    Record m_record;
    QString m_code;
};

} // namespace jetbridge
