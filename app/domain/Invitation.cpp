// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Invitation.h"

#include "domain/NameTable.h"
#include "domain/Secret.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::pair<InvitationState, const char*> names[] = {
    {InvitationState::Pending, "pending"},
    {InvitationState::Opened, "opened"},
    {InvitationState::SignedIn, "signed-in"},
    {InvitationState::Deciding, "deciding"},
    {InvitationState::Approved, "approved"},
    {InvitationState::Declined, "declined"},
    {InvitationState::Withdrawn, "withdrawn"},
    {InvitationState::Expired, "expired"},
};

/// Normalises a code for hashing: removes what a person adds or changes.
QByteArray plain(QString text)
{
    text.remove(QLatin1Char('-'));
    text.remove(QLatin1Char(' '));
    return text.trimmed().toUpper().toUtf8();
}

/// Tells whether the customer has not decided yet.
bool isUndecided(InvitationState state)
{
    return state == InvitationState::Pending || state == InvitationState::Opened
        || state == InvitationState::SignedIn;
}

} // namespace

bool isOver(InvitationState state)
{
    return state == InvitationState::Approved || state == InvitationState::Declined
        || state == InvitationState::Withdrawn || state == InvitationState::Expired;
}

QString invitationStateName(InvitationState state)
{
    return nameIn(names, state);
}

Outcome<InvitationState> invitationStateFromName(const QString& name)
{
    if (const auto state = valueIn(names, name))
        return *state;
    return failed(FailureKind::Invalid, u"\"%1\" is no state of an invitation."_s.arg(name));
}

Invitation Invitation::create(Record record, const QByteArray& random, const SecretHasher& hasher)
{
    // The alphabet has 32 characters, so that five bits of a random byte select one without bias.
    constexpr int group = 4;
    static constexpr char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    Q_ASSERT(random.size() >= codeLength);
    Invitation invitation(std::move(record));
    for (int i = 0; i < codeLength; ++i) {
        if (i > 0 && i % group == 0)
            invitation.m_code += QLatin1Char('-');
        invitation.m_code += QLatin1Char(alphabet[static_cast<unsigned char>(random[i]) & 31]);
    }
    invitation.m_record.keyId = hasher.keyId();
    invitation.m_record.codeMac = hasher.mac(plain(invitation.m_code));
    return invitation;
}

InvitationState Invitation::stateAt(const QDateTime& now) const
{
    return isUndecided(m_record.state) && now >= m_record.expiresAt ? InvitationState::Expired
                                                                    : m_record.state;
}

bool Invitation::isOpen(const QDateTime& now) const
{
    return isUndecided(stateAt(now));
}

Invitation::Verdict Invitation::verify(
    const QString& typed, const SecretHasher& hasher, const QDateTime& now) const
{
    // This is checked first, so that only somebody who has the code learns its state.
    if (!Secret::equalBytes(hasher.mac(plain(typed)), m_record.codeMac))
        return Verdict::Wrong;
    if (stateAt(now) == InvitationState::Expired)
        return Verdict::Expired;
    return isUndecided(m_record.state) ? Verdict::Accepted : Verdict::Used;
}

} // namespace jetbridge
