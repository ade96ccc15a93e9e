// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Onboardings.h"

#include "async/Signal.h"
#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "console/Detached.h"
#include "console/PartnerAccess.h"
#include "flows/GeneratedPair.h"
#include "flows/ProveIntegration.h"
#include "ports/Exchanges.h"

#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// A run writes some ten kilobytes; what SmartRecruiters shows once must not meet a full disk.
constexpr qint64 roomForRuns = 4 * 1024 * 1024;

bool hasRoom(const QString& folder)
{
    const QStorageInfo disk(folder);
    // Where nobody can tell, the run itself will.
    return !disk.isValid() || disk.bytesTotal() <= 0 || disk.bytesAvailable() >= roomForRuns;
}

} // namespace

Onboardings::Onboardings(const Services& services, Parts parts)
    : m_services(services)
    , m_parts(std::move(parts))
    , m_unstored(m_services, m_parts.timer, m_parts.dataFolder,
          [this](UnstoredCustomers::Held held) { runDetached(prove(std::move(held))); })
    , m_shared(this, m_services.clock,
          {[this](OnboardingId id, CompanyId company, ConsentDisplayMode mode) {
               return approve(id, company, mode);
           },
              [this](OnboardingId id, CompanyId company) { return decline(id, company); },
              [this](const Invitation& tried, Invitation::Verdict verdict, int wrongCodes) {
                  m_inviter.noteTriedCode(tried, verdict, wrongCodes);
              },
              [this](OnboardingId run) { runDetached(m_inviter.noteOpened(std::move(run))); },
              [this] {
                  runDetached(m_inviter.provideHasher());
              }})
    , m_inviter(m_services, m_parts.invitations, m_shared, m_parts.timer, m_parts.dataFolder,
          [this](const OnboardingId& run) { Q_EMIT invitationChanged(run); })
{
    connect(&m_unstored, &UnstoredCustomers::changed, this, &Onboardings::unstoredChanged);
    connect(&m_parts.current, &CurrentEnvironment::changed, this,
        [this] { m_shared.present(m_parts.current.application(), m_parts.current.environment()); });
}

// --- Invitations

OnboardingId Onboardings::newId()
{
    return newOnboardingId(m_services.randomness);
}

Task<Outcome<Invitation>> Onboardings::invite(CompanyId company, QString typed,
    OnboardingId onboarding, std::chrono::seconds validFor, QString language,
    std::optional<ClientCredentials> given)
{
    const CurrentEnvironment& current = m_parts.current;
    if (const auto permitted = current.environment().checkTyped(company, typed); !permitted)
        co_return passOn(permitted);
    // Said before the customer is asked for anything; once more before the call itself.
    if (current.application().isBidirectional())
        if (const auto served = checkTokenPlace(current.tokenPlace(), given.has_value()); !served)
            co_return passOn(served);
    Inviter::Request request;
    request.onboarding = onboarding.isEmpty() ? newId() : onboarding;
    request.mayRepeat = m_secondConfirms.contains(company);
    request.company = company;
    request.typed = typed;
    request.validFor = validFor;
    request.language = language;
    const auto invitation = co_await m_inviter.invite(request);
    if (invitation) // also where the vault remembers nothing
        m_parts.recorder.knowSecret(Secret(invitation->code().toUtf8()));
    if (invitation && given)
        m_given.insert(invitation->onboarding(), *given);
    co_return invitation;
}

std::optional<Invitation> Onboardings::invitation(const CompanyId& company) const
{
    return m_inviter.last(company);
}

Task<Outcome<bool>> Onboardings::withdraw(OnboardingId onboarding)
{
    const auto record = co_await invitations().find(onboarding);
    if (!record)
        co_return passOn(record);
    if (!record->has_value())
        co_return false;
    co_return co_await m_inviter.withdraw(**record);
}

void Onboardings::take(const Invitation::Record& record)
{
    m_inviter.take(record);
    if (isOver(record.state)) {
        m_given.remove(record.onboarding);
        m_cancelled.remove(record.onboarding);
    }
    if (record.state == InvitationState::Approved) // by whatever program
        m_secondConfirms.remove(record.company);
}

bool Onboardings::cancel(const CompanyId& company, const OnboardingId& onboarding)
{
    const auto run = m_runs.constFind(onboarding);
    const bool runsHere = run != m_runs.cend();
    if (runsHere && run->isConfirming)
        return false;
    const auto invited = m_shared.invitation(company);
    const bool isInvited = invited && invited->onboarding() == onboarding;
    if (!runsHere && isInvited && invited->record().state == InvitationState::Deciding)
        return false; // another program carries the customer's decision out
    m_cancelled.insert(onboarding);
    if (!isInvited)
        return true;
    m_given.remove(onboarding);
    Invitation::Record record = invited->record();
    record.state = InvitationState::Withdrawn;
    m_shared.take(Invitation(record)); // at once
    if (!runsHere) // else its end is written (Inviter::conclude)
        m_inviter.withdrawInTheEnd(record);
    return true;
}

// --- Runs

JournalKeeper Onboardings::keeperOf(const OnboardingId& onboarding, const CompanyId& company) const
{
    return JournalKeeper(m_services.journal, m_services.clock, onboarding, company);
}

OnboardingRequest Onboardings::requestFor(
    OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode, QString consentedBy) const
{
    const CurrentEnvironment& current = m_parts.current;
    return {std::move(onboarding), std::move(company), mode,
        current.application().isBidirectional(), std::move(consentedBy), current.provableScopes(),
        SecondConfirm::Refused, current.tokenPlace(), {}, current.environment().registration,
        current.environment().webhook, current.application().name};
}

Task<Outcome<Integration>> Onboardings::onboard(CompanyId company, QString consentedBy,
    QString typed, SecondConfirm second, std::optional<ClientCredentials> given,
    OnboardingId onboarding)
{
    const CurrentEnvironment& current = m_parts.current;
    if (const auto permitted = current.environment().checkTyped(company, typed); !permitted)
        co_return passOn(permitted);
    OnboardingRequest request = requestFor(onboarding.isEmpty() ? newId() : std::move(onboarding),
        company, current.application().consentDisplayMode, consentedBy);
    request.second = m_secondConfirms.remove(company) ? SecondConfirm::WantedByStaff : second;
    request.given = std::move(given);
    const async::Later<Outcome<Done>> nobodyWaits;
    co_return co_await run(
        request, typed, Message::of("consented_elsewhere", {consentedBy}), nobodyWaits);
}

void Onboardings::allowSecondConfirm(const CompanyId& company)
{
    m_secondConfirms.insert(company);
}

Task<Outcome<Done>> Onboardings::mayConfirm(CompanyId company)
{
    return checkMayConfirm(m_services.integrations, m_services.journal, std::move(company),
        OnboardingId(), SecondConfirm::Refused);
}

/// A run that may begin, with the locks that it holds.
Outcome<Onboardings::Run> Onboardings::begin(
    const OnboardingRequest& request, const QString& typed) const
{
    // Once more here: whatever led to this run, and whatever the environment was then.
    const auto permitted = m_parts.current.environment().checkTyped(request.company, typed);
    if (!permitted)
        return passOn(permitted);
    if (!hasRoom(m_parts.dataFolder))
        return failed(FailureKind::StorageUnavailable,
            u"The disk of the data folder \"%1\" is nearly full: nothing was "
            "sent. Make room, then try again."_s.arg(m_parts.dataFolder));
    const auto ofCompany =
        RunLock::takeCompany(m_parts.dataFolder, m_services.environment, request.company);
    if (!ofCompany)
        return passOn(ofCompany);
    const auto ofRun = RunLock::takeRun(m_parts.dataFolder, request.onboarding);
    if (!ofRun)
        return passOn(ofRun);
    return Run{request.company, *ofRun, *ofCompany};
}

/// BeginConfirm: from here on cancel() comes too late.
bool Onboardings::beginConfirm(const OnboardingId& onboarding)
{
    const auto run = m_runs.find(onboarding);
    if (m_isStopped || run == m_runs.end() || m_cancelled.contains(onboarding))
        return false;
    run->isConfirming = true;
    return true;
}

/// Runs the whole flow after the customer's consent; `finished` is kept as soon as the browser may
/// be sent back, or when the flow failed.
Task<Outcome<Integration>> Onboardings::run(OnboardingRequest request, QString typed,
    Message consentDetail, async::Later<Outcome<Done>> finished)
{
    const JournalKeeper lines = keeperOf(request.onboarding, request.company);
    lines.owe(lines.line(Step::Consent, StepState::Done, std::move(consentDetail)));
    const auto begun = begin(request, typed);
    if (!begun) {
        // Why it did not begin counts, with or without its line.
        disregard(co_await lines.write(lines.failedLine(Step::Preflight, begun.error(), 0)));
        finished.settle(passOn(begun));
        co_return passOn(begun);
    }
    m_runs.insert(request.onboarding, *begun);
    const auto confirmedWith = std::make_shared<ClientCredentials>();
    const FinishSetup finish = [finished, confirmedWith](
                                   const Integration&, const ClientCredentials& master) {
        *confirmedWith = master;
        finished.settle(Done{});
    };
    const BeginConfirm confirms = [this, id = request.onboarding] {
        return beginConfirm(id);
    };
    const HoldUnstored hold = [this, lock = begun->lock](const UnstoredCustomer& customer) {
        m_unstored.hold({customer, lock});
    };
    const auto outcome =
        co_await onboardCompany(m_services, lines, request, finish, confirms, hold);
    if (!outcome && outcome.error().kind == FailureKind::OutcomeUnknown)
        Q_EMIT outcomeUnknown(request.onboarding);
    if (!outcome && m_cancelled.contains(request.onboarding)) // whatever failed first
        finished.settle(failed(FailureKind::Cancelled, Message::of("cancelled_here")));
    else if (!outcome)
        finished.settle(passOn(outcome));
    else
        co_await m_parts.partnerAccess.settleRotation(*confirmedWith);
    if (isStagedThere(request.tokenPlace.service)) // else at the next start
        disregard(co_await m_parts.clientRegistrations.clearRun(request.onboarding));
    endRun(request.onboarding);
    co_return outcome;
}

void Onboardings::endRun(const OnboardingId& onboarding)
{
    m_runs.remove(onboarding);
    if (m_runs.isEmpty())
        Q_EMIT idle();
}

/// One whose credentials were stored late is proved like any other.
Task<Done> Onboardings::prove(UnstoredCustomers::Held late)
{
    const Integration& integration = late.customer.integration;
    m_runs.insert(integration.onboarding, {integration.company, late.lock, nullptr});
    const ProofRequest request{m_parts.current.provableScopes(), m_parts.current.tokenPlace()};
    disregard(co_await proveIntegration( // The row tells how it stands.
        m_services, late.customer.keeper, integration, request));
    if (integration.bidirectional) // else at the next start
        disregard(co_await m_parts.clientRegistrations.clearRun(integration.onboarding));
    endRun(integration.onboarding);
    co_return Done{};
}

Task<Done> Onboardings::settled()
{
    if (!isIdle())
        co_await async::emission(this, &Onboardings::idle, std::chrono::seconds(5));
    co_return Done{};
}

// --- What a killed program, or an answer that got lost, leaves behind

Task<Outcome<Done>> Onboardings::recover()
{
    const HasEnded hasEnded = [folder = m_parts.dataFolder](const OnboardingId& run) {
        return !RunLock::isHeld(folder, run);
    };
    const auto unknown = co_await recoverUnknownOutcomes(m_services, hasEnded);
    if (!unknown)
        co_return passOn(unknown);
    for (const OnboardingId& run : *unknown)
        Q_EMIT outcomeUnknown(run);
    const auto found = co_await m_unstored.lookAfterRows();
    // A locked keychain is no reason not to start: the rows wait for it.
    if (!found && found.error().kind != FailureKind::VaultUnavailable)
        co_return found;
    co_return Done{};
}

Task<Outcome<Done>> Onboardings::resolveUnknownOutcome(IntegrationId id)
{
    const auto resolved = co_await jetbridge::resolveUnknownOutcome(m_services, std::move(id));
    if (resolved) // what fails now is done at the next start
        disregard(co_await m_parts.clientRegistrations.clear());
    co_return resolved;
}

// --- What the consent page asks for

Task<Outcome<Done>> Onboardings::approve(
    OnboardingId onboarding, CompanyId company, ConsentDisplayMode mode)
{
    const auto invitation = co_await m_inviter.claim(onboarding);
    if (!invitation)
        co_return passOn(invitation);
    const async::Later<Outcome<Done>> browserMayGoOn;
    OnboardingRequest request =
        requestFor(onboarding, company, mode, u"the customer's administrator, by one-time code"_s);
    if (const auto pair = m_given.constFind(onboarding); pair != m_given.cend())
        request.given = *pair;
    m_secondConfirms.remove(company);
    if (invitation->mayRepeat)
        request.second = SecondConfirm::WantedByStaff;
    // Goes on to the proof after the browser was answered.
    runDetached(run(request, invitation->typed, {}, browserMayGoOn));
    const Outcome<Done> approved = co_await browserMayGoOn;
    co_await m_inviter.conclude(onboarding, approved, m_isStopped);
    co_return approved;
}

Task<Outcome<Done>> Onboardings::decline(OnboardingId onboarding, CompanyId company)
{
    const auto declined = co_await m_inviter.decline(onboarding);
    if (!declined)
        co_return passOn(declined);
    const JournalKeeper lines = keeperOf(onboarding, company);
    const Failure why{
        FailureKind::NotPermitted, 0, u"declined"_s, Message::of("customer_declined"), {}};
    // The invitation is declined, with or without its line.
    disregard(co_await lines.write(lines.failedLine(Step::Consent, why, -1)));
    co_return Done{};
}

} // namespace jetbridge
