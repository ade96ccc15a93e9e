// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SharedInvitations.h"

#include <QMutexLocker>

using namespace Qt::StringLiterals;

namespace jetbridge {

SharedInvitations::SharedInvitations(QObject* mainThread, const Clock& clock, Actions actions)
    : m_mainThread(mainThread)
    , m_clock(clock)
    , m_actions(std::move(actions))
{
}

void SharedInvitations::present(const Application& application, const Environment& environment)
{
    const QMutexLocker lock(&m_mutex);
    m_presentation = {application, environment.redirectHosts, environment.frameOrigins};
}

void SharedInvitations::take(const Invitation& invitation)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_invitations.constFind(invitation.company());
    const bool isOther =
        known == m_invitations.cend() || known->onboarding() != invitation.onboarding();
    if (isOther && known != m_invitations.cend()
        && known->record().madeAt > invitation.record().madeAt)
        return;
    if (isOther)
        m_tries.remove(invitation.company());
    m_invitations.insert(invitation.company(), invitation);
}

std::optional<Invitation> SharedInvitations::invitation(const CompanyId& company) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_invitations.constFind(company);
    return found == m_invitations.cend() ? std::nullopt : std::optional(*found);
}

void SharedInvitations::setHasher(const SecretHasher& hasher)
{
    const QMutexLocker lock(&m_mutex);
    m_hasher = hasher;
}

ConsentHandler::Presentation SharedInvitations::presentation() const
{
    const QMutexLocker lock(&m_mutex);
    return m_presentation;
}

OnboardingId SharedInvitations::onboardingOf(const CompanyId& company) const
{
    const QMutexLocker lock(&m_mutex);
    return m_invitations.value(company).onboarding();
}

void SharedInvitations::opened(const CompanyId& company)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_invitations.constFind(company);
    if (found == m_invitations.cend() || found->record().state != InvitationState::Pending
        || !found->isOpen(m_clock.now()))
        return;
    // Once for each invitation: anybody may open the page as often as they like.
    Invitation::Record record = found->record();
    record.state = InvitationState::Opened;
    m_invitations.insert(company, Invitation(record));
    QMetaObject::invokeMethod(
        m_mainThread, [this, run = record.onboarding] { m_actions.opened(run); },
        Qt::QueuedConnection);
}

void SharedInvitations::tell(const Invitation& tried, Invitation::Verdict verdict)
{
    constexpr int pauseSeconds = 60;
    Tries& tries = m_tries[tried.company()];
    if (verdict == Invitation::Verdict::Wrong)
        ++tries.untold;
    const QDateTime now = m_clock.now();
    QDateTime& toldAt = tries.toldAt[verdict];
    if (toldAt.isValid() && now >= toldAt && toldAt.secsTo(now) < pauseSeconds)
        return;
    toldAt = now;
    QMetaObject::invokeMethod(
        m_mainThread,
        [this, tried, verdict, wrong = std::exchange(tries.untold, 0)] {
            m_actions.triedCode(tried, verdict, wrong);
        },
        Qt::QueuedConnection);
}

Outcome<OnboardingId> SharedInvitations::signIn(CompanyId company, QString code)
{
    // No invitation at all reads like a wrong code: nobody learns which companies are onboarded.
    auto verdict = Invitation::Verdict::Wrong;
    OnboardingId onboarding;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_hasher) {
            QMetaObject::invokeMethod(
                m_mainThread, [this] { m_actions.needsHasher(); }, Qt::QueuedConnection);
            return failed(FailureKind::VaultUnavailable,
                u"No code can be checked while the keychain is locked."_s);
        }
        const auto found = m_invitations.constFind(company);
        if (found != m_invitations.cend()) {
            verdict = found->verify(code, *m_hasher, m_clock.now());
            onboarding = found->onboarding();
            tell(*found, verdict);
        }
    }
    switch (verdict) {
    case Invitation::Verdict::Accepted:
        return onboarding;
    case Invitation::Verdict::Wrong:
        return failed(FailureKind::Refused, u"That code is not correct."_s, 0, u"wrong_code"_s);
    case Invitation::Verdict::Expired:
        return failed(FailureKind::NotPermitted,
            u"This code is no longer valid: a new one is needed."_s, 0, u"code_expired"_s);
    case Invitation::Verdict::Used:
        return failed(
            FailureKind::NotPermitted, u"This code was used already."_s, 0, u"code_used"_s);
    }
    Q_UNREACHABLE();
}

Task<Outcome<Done>> SharedInvitations::onMainThread(std::function<Task<Outcome<Done>>()> work)
{
    return async::onThreadOf<Outcome<Done>>(m_mainThread, std::move(work), programIsClosing());
}

Task<Outcome<Done>> SharedInvitations::approve(
    OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode)
{
    return onMainThread(
        [this, onboarding, company, mode] { return m_actions.approve(onboarding, company, mode); });
}

Task<Outcome<Done>> SharedInvitations::decline(OnboardingId onboarding, CompanyId company)
{
    return onMainThread(
        [this, onboarding, company] { return m_actions.decline(onboarding, company); });
}

} // namespace jetbridge
