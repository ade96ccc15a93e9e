// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "domain/SecretHash.h"

#include <QByteArray>
#include <QDateTime>

namespace jetbridge {

/// How far an invitation got.
enum class InvitationState {
    Pending,
    Opened, ///< Somebody opened the consent page for this company.
    SignedIn, ///< The right code was typed.
    Deciding, ///< The customer decided, and a program carries that out.
    Approved, ///< The customer approved. Whether that led to an integration, the journal tells.
    Declined,
    Withdrawn, ///< Staff ended it, or made another one for the company.
    Expired,
};
/// Nobody can approve it any more, and no program carries an approval out.
bool isOver(InvitationState state);
/// "pending", "opened", "signed-in", ...
QString invitationStateName(InvitationState state);
Outcome<InvitationState> invitationStateFromName(const QString& name);

/// Staff's permission for one company to sign in at the consent page: a one-time code with an
/// expiry. Wrong codes are not counted, for whoever knows the companyId could end it by them; 60
/// bits cannot be guessed in its time.
class Invitation {
public:
    enum class Verdict {
        Accepted,
        Wrong, ///< Not this code, whatever became of it.
        Expired, ///< The right code, too late.
        Used, ///< The right code, once more, or one that staff withdrew.
    };
    static constexpr int codeLength = 12;

    /// What is kept of it.
    struct Record {
        OnboardingId onboarding;
        CompanyId company;
        QByteArray keyId; ///< Which key the hash was made by (SecretHasher::keyId).
        QByteArray codeMac; ///< A keyed hash of the code. The code itself is never kept.
        QDateTime madeAt;
        QDateTime expiresAt;
        QString typed; ///< What staff typed to allow the confirm call (Environment::checkTyped).
        bool mayRepeat = false; ///< Staff want a confirm call also after an unknown outcome.
        QString language; ///< Of the mail to the customer: "en"; may be empty.
        InvitationState state = InvitationState::Pending;
        QDateTime changedAt; ///< When it came to this state.
        Message detail; ///< Why an approval led to no integration; else empty.

        bool operator==(const Record&) const = default;
    };

    Invitation() = default;
    explicit Invitation(Record record)
        : m_record(std::move(record))
    {
    }
    /// Gives `record` a code and its hash. `random`: at least codeLength bytes from the system's
    /// generator.
    static Invitation create(Record record, const QByteArray& random, const SecretHasher& hasher);

    const Record& record() const { return m_record; }
    const CompanyId& company() const { return m_record.company; }
    const OnboardingId& onboarding() const { return m_record.onboarding; }
    const QDateTime& expiresAt() const { return m_record.expiresAt; }
    /// "ABCD-EFGH-JKLM": letters and digits that nobody confuses; shown to staff, typed by the
    /// customer. Known only to whoever made it; empty otherwise.
    const QString& code() const { return m_code; }
    void setCode(QString code) { m_code = std::move(code); }

    /// As it stands at that moment: one that nobody used in its time has expired.
    InvitationState stateAt(const QDateTime& now) const;
    /// Somebody may still sign in with the code.
    bool isOpen(const QDateTime& now) const;
    /// Checks what somebody typed (case, spaces and dashes do not matter).
    Verdict verify(const QString& typed, const SecretHasher& hasher, const QDateTime& now) const;

private:
    Record m_record;
    QString m_code;
};

} // namespace jetbridge
