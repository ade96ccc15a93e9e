// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Inviter.h"

#include "console/Detached.h"
#include "console/RunLock.h"
#include "console/SharedInvitations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using State = InvitationState;

const QList<State> undecided{State::Pending, State::Opened, State::SignedIn};

/// How soon and how seldom a change is written again that could not be written.
constexpr std::chrono::milliseconds shortestPause = std::chrono::seconds(3);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(1);

/// A change that another program was faster with is done, too.
Task<Outcome<Done>> whoeverDidIt(Task<Outcome<bool>> changing)
{
    const auto changed = co_await changing;
    co_return changed ? Outcome<Done>(Done{}) : passOn(changed);
}

tl::unexpected<Failure> isOver()
{
    return failed(FailureKind::NotPermitted,
        u"This sign-in was used or withdrawn: a new code is needed."_s, 0, u"code_used"_s);
}

State after(const Outcome<Done>& approved, bool isClosing)
{
    const bool isCancelled = !approved && approved.error().kind == FailureKind::Cancelled;
    if (isCancelled && !isClosing) // by staff
        return State::Withdrawn;
    // Nothing was confirmed: the code may be typed again.
    const bool mayRetry = !approved && (isCancelled || approved.error().mayRetry());
    return mayRetry ? State::SignedIn : State::Approved;
}

/// Why a code that was typed is worth nothing any more.
Failure refusedCode(Invitation::Verdict verdict)
{
    const char* code = verdict == Invitation::Verdict::Used ? "code_used" : "code_expired";
    return {FailureKind::NotPermitted, 0, QLatin1String(code), Message::of(code), {}};
}

} // namespace

Inviter::Inviter(const Services& services, Invitations& invitations, SharedInvitations& shared,
    Timer& timer, QString dataFolder, std::function<void(const OnboardingId&)> changed)
    : m_services(services)
    , m_invitations(invitations)
    , m_shared(shared)
    , m_dataFolder(std::move(dataFolder))
    , m_own(Secret(QByteArrayView(m_services.randomness.bytes(SecretHasher::keyBytes))))
    , m_changed(std::move(changed))
    , m_round(timer.alarm(), [this] { return writeAgain(); })
{
}

Task<Outcome<Done>> Inviter::load()
{
    const auto recovered = co_await recoverDecisions();
    if (!recovered)
        co_return passOn(recovered);
    const auto all = co_await m_invitations.all();
    if (!all)
        co_return passOn(all);
    for (auto record = all->crbegin(); record != all->crend(); ++record) // the oldest first
        take(*record);
    co_return Done{};
}

/// Decisions whose program died while it carried them out. Where it had not sent anything, the
/// customer may decide again; else the journal tells how it stands.
Task<Outcome<Done>> Inviter::recoverDecisions()
{
    const auto all = co_await m_invitations.all();
    if (!all)
        co_return passOn(all);
    for (const Invitation::Record& record : *all) {
        if (record.state != State::Deciding || RunLock::isHeld(m_dataFolder, record.onboarding))
            continue;
        const auto lines = co_await m_services.journal.of(record.onboarding);
        if (!lines)
            co_return passOn(lines);
        const bool wasSent = std::any_of(lines->begin(), lines->end(),
            [](const JournalEntry& line) { return line.step == Step::Confirm; });
        const auto moved = co_await move(
            record.onboarding, {State::Deciding}, wasSent ? State::Approved : State::SignedIn);
        if (!moved)
            co_return passOn(moved);
    }
    co_return Done{};
}

void Inviter::take(const Invitation::Record& record)
{
    m_shared.take(Invitation(record));
    if (isOver(record.state))
        m_codes.remove(record.onboarding);
}

Task<Outcome<SecretHasher>> Inviter::hasher()
{
    const auto ofFolder = co_await m_services.vault.hasher();
    if (!ofFolder)
        co_return passOn(ofFolder);
    co_return SecretHasher(ofFolder->value_or(m_own));
}

Task<Outcome<Done>> Inviter::provideHasher()
{
    const auto open = co_await m_services.vault.isOpen();
    if (!open)
        co_return passOn(open);
    const auto hasher = co_await this->hasher();
    if (!hasher)
        co_return passOn(hasher);
    m_shared.setHasher(*hasher);
    co_return Done{};
}

Task<Outcome<Invitation>> Inviter::invite(Request request)
{
    if (request.validFor < std::chrono::minutes(1) || request.validFor > longest)
        co_return failed(FailureKind::Invalid,
            u"An invitation is valid for one minute to %1 days."_s.arg(
                longest / std::chrono::hours(24)));
    const auto recovered = co_await recoverDecisions();
    if (!recovered)
        co_return passOn(recovered);
    const auto hasher = co_await this->hasher();
    if (!hasher)
        co_return passOn(hasher);
    Invitation::Record record;
    record.onboarding = request.onboarding;
    record.company = request.company;
    record.madeAt = m_services.clock.now();
    record.expiresAt = record.madeAt.addSecs(request.validFor.count());
    record.typed = request.typed;
    record.mayRepeat = request.mayRepeat;
    record.language = request.language;
    record.changedAt = record.madeAt;
    const Invitation invitation =
        Invitation::create(record, m_services.randomness.bytes(Invitation::codeLength), *hasher);
    // First of all: whatever program records that it was typed knows it as a secret.
    disregard(co_await m_services.vault.remember(Secret(invitation.code().toUtf8())));
    const auto added = co_await m_invitations.add(invitation.record());
    if (!added)
        co_return passOn(added);
    m_codes.insert(record.onboarding, invitation.code());
    m_shared.setHasher(*hasher);
    m_shared.take(invitation);
    const JournalKeeper lines(
        m_services.journal, m_services.clock, record.onboarding, record.company);
    // The invitation is made, with or without its line.
    disregard(co_await lines.write(
        lines.line(Step::Consent, StepState::Started, Message::of("code_made"))));
    co_return invitation;
}

std::optional<Invitation> Inviter::last(const CompanyId& company) const
{
    auto invitation = m_shared.invitation(company);
    if (!invitation || invitation->record().state == State::Withdrawn)
        return std::nullopt;
    invitation->setCode(m_codes.value(invitation->onboarding()));
    return invitation;
}

Task<Outcome<bool>> Inviter::withdraw(Invitation::Record record)
{
    const auto withdrawn = co_await m_invitations.change(
        record.onboarding, undecided, State::Withdrawn, m_services.clock.now());
    if (!withdrawn || !*withdrawn)
        co_return withdrawn;
    record.state = State::Withdrawn;
    take(record);
    const JournalKeeper lines(
        m_services.journal, m_services.clock, record.onboarding, record.company);
    const Failure why{FailureKind::Cancelled, 0, {}, Message::of("cancelled_here"), {}};
    // The invitation is withdrawn, with or without its line.
    disregard(co_await lines.write(lines.failedLine(Step::Consent, why, -1)));
    co_return true;
}

void Inviter::withdrawInTheEnd(Invitation::Record record)
{
    const OnboardingId onboarding = record.onboarding;
    runDetached(insist({onboarding,
        [this, record = std::move(record)] { return whoeverDidIt(withdraw(record)); }, true}));
}

std::optional<Failure> Inviter::notWithdrawn(const OnboardingId& onboarding) const
{
    const auto waiting =
        std::find_if(m_unwritten.begin(), m_unwritten.end(), [&onboarding](const Change& change) {
            return change.isWithdrawal && change.onboarding == onboarding;
        });
    return waiting == m_unwritten.end() ? std::nullopt : std::optional(waiting->why);
}

Task<Done> Inviter::insist(Change change)
{
    const auto written = co_await change.write();
    if (written || written.error().kind == FailureKind::Cancelled) // the program is closing
        co_return Done{};
    change.why = written.error();
    m_unwritten.append(change);
    m_pause = shortestPause;
    m_round.start(m_pause);
    m_round.wake(m_pause);
    m_changed(change.onboarding);
    co_return Done{};
}

Task<std::optional<async::Round::Pause>> Inviter::writeAgain()
{
    // What is added meanwhile comes last and waits for the next time.
    qsizetype place = 0;
    for (qsizetype left = m_unwritten.size(); left > 0; --left) {
        const Change change = m_unwritten[place];
        const auto written = co_await within(m_scope, change.write());
        if (!written && written.error().kind == FailureKind::Cancelled) // the program is closing
            co_return std::nullopt;
        if (!written) {
            m_unwritten[place++].why = written.error();
            continue;
        }
        m_unwritten.removeAt(place);
        m_changed(change.onboarding);
    }
    if (m_unwritten.isEmpty())
        co_return std::nullopt;
    m_pause = std::min(2 * m_pause, longestPause);
    co_return m_pause;
}

Task<Outcome<Done>> Inviter::move(
    OnboardingId onboarding, QList<State> from, State to, Message detail)
{
    return whoeverDidIt(m_invitations.change(
        std::move(onboarding), std::move(from), to, m_services.clock.now(), std::move(detail)));
}

Task<Outcome<Done>> Inviter::noteOpened(OnboardingId onboarding)
{
    return move(std::move(onboarding), {State::Pending}, State::Opened);
}

Task<Outcome<Done>> Inviter::noteSignedIn(OnboardingId onboarding)
{
    return move(std::move(onboarding), {State::Pending, State::Opened}, State::SignedIn);
}

void Inviter::noteTriedCode(const Invitation& tried, Invitation::Verdict verdict, int wrongCodes)
{
    const JournalKeeper lines(
        m_services.journal, m_services.clock, tried.onboarding(), tried.company());
    if (wrongCodes > 0)
        runDetached(lines.write(lines.line(Step::Consent, StepState::Started,
            Message::of("wrong_codes_typed", {QString::number(wrongCodes)}))));
    if (verdict == Invitation::Verdict::Accepted) {
        runDetached(noteSignedIn(tried.onboarding()));
        runDetached(lines.write(
            lines.line(Step::Consent, StepState::Started, Message::of("customer_signed_in"))));
    }
    if (verdict == Invitation::Verdict::Expired || verdict == Invitation::Verdict::Used)
        runDetached(lines.write(lines.failedLine(Step::Consent, refusedCode(verdict), -1)));
}

Task<Outcome<Invitation::Record>> Inviter::claim(OnboardingId onboarding)
{
    // It is read first: a claim that is answered as failed must leave the code as good as it was.
    const auto record = co_await m_invitations.find(onboarding);
    if (!record)
        co_return passOn(record);
    if (!record->has_value())
        co_return isOver();
    const auto claimed = co_await m_invitations.change(
        onboarding, undecided, State::Deciding, m_services.clock.now());
    if (!claimed)
        co_return passOn(claimed);
    if (!*claimed)
        co_return isOver();
    Invitation::Record mine = **record;
    mine.state = State::Deciding;
    co_return mine;
}

Task<Done> Inviter::conclude(OnboardingId onboarding, Outcome<Done> approved, bool isClosing)
{
    const State to = after(approved, isClosing);
    const Message detail = approved ? Message() : approved.error().detail;
    return insist({onboarding, [this, onboarding, to, detail] {
                       return move(onboarding, {State::Deciding}, to, detail);
                   }});
}

Task<Outcome<Done>> Inviter::decline(OnboardingId onboarding)
{
    const auto declined = co_await m_invitations.change(
        std::move(onboarding), undecided, State::Declined, m_services.clock.now());
    if (!declined)
        co_return passOn(declined);
    co_return *declined ? Outcome<Done>(Done{}) : isOver();
}

} // namespace jetbridge
