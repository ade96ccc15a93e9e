// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Desk.h"

#include <QMutexLocker>

namespace jetbridge {

Desk::Desk(QObject* mainThread, const Clock& clock, Counterparts counterparts)
    : m_mainThread(mainThread)
    , m_clock(clock)
    , m_counterparts(std::move(counterparts))
{
}

void Desk::present(const Application& application, const Environment& environment)
{
    const QMutexLocker lock(&m_mutex);
    m_presentation = {application, environment.redirectHosts, environment.frameOrigins};
}

void Desk::take(const Invitation& invitation)
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

std::optional<Invitation> Desk::invitation(const CompanyId& company) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_invitations.constFind(company);
    return found == m_invitations.cend() ? std::nullopt : std::optional(*found);
}

void Desk::setHasher(const SecretHasher& hasher)
{
    const QMutexLocker lock(&m_mutex);
    m_hasher = hasher;
}

void Desk::watchFor(const OnboardingId& onboarding)
{
    const QMutexLocker lock(&m_mutex);
    m_watched.insert(onboarding);
}

void Desk::clientUsed(const OnboardingId& onboarding, const ClientId& client)
{
    constexpr qint64 pauseMs = 60'000;
    const qint64 now = m_clock.steadyMs();
    const auto told = m_toldTokenAt.constFind(client);
    if (told == m_toldTokenAt.constEnd() || now - *told >= pauseMs) {
        m_toldTokenAt.insert(client, now);
        QMetaObject::invokeMethod(
            m_mainThread, [this, client] { m_counterparts.gotToken(client); },
            Qt::QueuedConnection);
    }
    const QMutexLocker lock(&m_mutex);
    if (m_watched.remove(onboarding))
        QMetaObject::invokeMethod(
            m_mainThread, [this, onboarding] { m_counterparts.clientUsed(onboarding); },
            Qt::QueuedConnection);
}

ConsentDesk::Presentation Desk::presentation() const
{
    const QMutexLocker lock(&m_mutex);
    return m_presentation;
}

OnboardingId Desk::onboardingOf(const CompanyId& company) const
{
    const QMutexLocker lock(&m_mutex);
    return m_invitations.value(company).onboarding();
}

void Desk::opened(const CompanyId& company)
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
        m_mainThread, [this, run = record.onboarding] { m_counterparts.opened(run); },
        Qt::QueuedConnection);
}

void Desk::tell(const Invitation& tried, Invitation::Verdict verdict)
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
            m_counterparts.triedCode(tried, verdict, wrong);
        },
        Qt::QueuedConnection);
}

Outcome<OnboardingId> Desk::signIn(CompanyId company, QString code)
{
    // No invitation at all reads like a wrong code: nobody learns which companies are onboarded.
    auto verdict = Invitation::Verdict::Wrong;
    OnboardingId onboarding;
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_hasher) {
            QMetaObject::invokeMethod(
                m_mainThread, [this] { m_counterparts.needsHasher(); }, Qt::QueuedConnection);
            return failed(FailureKind::VaultUnavailable,
                QStringLiteral("No code can be checked while the keychain is locked."));
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
        return failed(FailureKind::Refused, QStringLiteral("This code is not right."), 0,
            QStringLiteral("wrong_code"));
    case Invitation::Verdict::Expired:
        return failed(FailureKind::NotPermitted,
            QStringLiteral("This code is no longer valid: a new one is needed."), 0,
            QStringLiteral("code_expired"));
    case Invitation::Verdict::Used:
        return failed(FailureKind::NotPermitted, QStringLiteral("This code was used already."), 0,
            QStringLiteral("code_used"));
    }
    Q_UNREACHABLE();
}

Task<Outcome<Done>> Desk::approve(
    OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode)
{
    const std::function<Task<Outcome<Done>>()> work = [this, onboarding, company, mode] {
        return m_counterparts.approve(onboarding, company, mode);
    };
    co_return co_await onMainThread<Done>(work);
}

Task<Outcome<Done>> Desk::decline(OnboardingId onboarding, CompanyId company)
{
    const std::function<Task<Outcome<Done>>()> work = [this, onboarding, company] {
        return m_counterparts.decline(onboarding, company);
    };
    co_return co_await onMainThread<Done>(work);
}

Task<Outcome<Done>> Desk::lookFor(ClientId client)
{
    const std::function<Task<Outcome<Done>>()> work = [this, client] {
        return m_counterparts.lookFor(client);
    };
    co_return co_await onMainThread<Done>(work);
}

Task<Outcome<ChosenAnswer>> Desk::receive(Notification notification)
{
    const std::function<Task<Outcome<ChosenAnswer>>()> work = [this, notification] {
        return m_counterparts.receive(notification);
    };
    co_return co_await onMainThread<ChosenAnswer>(work);
}

} // namespace jetbridge
