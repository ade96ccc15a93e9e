// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/StagedClients.h"

#include "domain/Json.h"
#include "flows/AnnounceClient.h"
#include "flows/StoredCredentials.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using State = ClientRegistrationState;

/// Reads an item as it was stored, whatever is missing in it: a client without a secret must be
/// deleted, too.
Outcome<ClientCredentials> stagedClient(const Secret& item)
{
    const auto object = jsonObject(item.reveal().toByteArray());
    if (!object)
        return passOn(object);
    const auto textIn = [](const QJsonObject& json, const char* field) {
        return json.value(QLatin1String(field)).toString();
    };
    const QJsonObject management = object->value("management"_L1).toObject();
    ClientCredentials client;
    client.clientId = ClientId(textIn(*object, "clientId"));
    client.clientSecret = Secret(textIn(*object, "clientSecret").toUtf8());
    client.management = {
        QUrl(textIn(management, "url")), Secret(textIn(management, "token").toUtf8())};
    return client;
}

/// Result of the confirm call of a run that has ended.
enum class Confirmed { No, Unknown, Yes };

Task<Outcome<Confirmed>> confirmedIn(Services services, Registration registration)
{
    const auto row = co_await services.integrations.findByIssuedClient(registration.clientId);
    if (!row)
        co_return passOn(row);
    if (row->has_value() && (*row)->onboarding == registration.onboarding) {
        const IntegrationStatus status = (*row)->status;
        co_return status == IntegrationStatus::Unknown || status == IntegrationStatus::Unstored
            ? Confirmed::Unknown
            : Confirmed::Yes;
    }
    // If the row could not be written, only the journal has the run.
    const auto lines = co_await services.journal.of(registration.onboarding);
    if (!lines)
        co_return passOn(lines);
    const auto last = std::find_if(lines->crbegin(), lines->crend(),
        [](const JournalEntry& line) { return line.step == Step::Confirm; });
    const bool isOpen = last != lines->crend() && last->state != StepState::Failed;
    co_return isOpen ? Confirmed::Unknown : Confirmed::No;
}

/// Returns the id of a client without a known answer: the keychain has the client if the program
/// ended before the answer was written down. Empty: it does not.
Task<Outcome<ClientId>> idInVault(Services services, OnboardingId onboarding)
{
    const auto item =
        co_await services.vault.read(VaultKey::registration(services.environment, onboarding));
    if (!item)
        co_return passOn(item);
    const auto client =
        item->has_value() ? stagedClient(**item) : Outcome<ClientCredentials>(ClientCredentials());
    co_return client ? client->clientId : ClientId();
}

/// Finds the client of a request without a known answer. One that the backend was to be told of is
/// known, whatever the backend took of it.
Task<Outcome<Registration>> withItsClient(Services services, Registration registration)
{
    if (registration.clientId.isEmpty()) {
        const auto found = co_await idInVault(services, registration.onboarding);
        if (!found)
            co_return passOn(found);
        registration.clientId = *found;
    }
    const bool isFound = !registration.clientId.isEmpty();
    registration = isFound ? registration.moved(State::Staged, services.clock.now())
                           : registration.moved(State::Lost, services.clock.now(),
                               Message::of("registration_ended_early"));
    const auto noted = co_await services.registrations.change({State::Asked}, registration);
    if (!noted)
        co_return passOn(noted);
    co_return registration;
}

/// Withdraws a client here, which makes it Leaving. Its server may have given it an id that another
/// customer has: that customer's client stays, here and there.
Task<Outcome<Done>> leave(Services services, Registration registration)
{
    const auto issued = co_await services.issuedClients.find(registration.clientId);
    if (!issued)
        co_return passOn(issued);
    const bool isIssued = issued->has_value();
    const bool isOthers = isIssued && (*issued)->onboarding != registration.onboarding;
    if (isIssued && !isOthers) {
        const auto withdrawn = co_await services.issuedClients.withdraw(registration.clientId);
        if (!withdrawn)
            co_return passOn(withdrawn);
    }
    const auto left = co_await services.registrations.change({State::Staged},
        isOthers ? registration.moved(State::Lost, services.clock.now(),
            Message::of("registration_id_of_another", {registration.clientId.text()}))
                 : registration.moved(State::Leaving, services.clock.now()));
    co_return left ? Outcome<Done>(Done{}) : passOn(left);
}

Task<Outcome<Done>> settleStaged(Services services, Registration registration)
{
    const auto confirmed = co_await confirmedIn(services, registration);
    if (!confirmed)
        co_return passOn(confirmed);
    if (*confirmed == Confirmed::Unknown)
        co_return Done{};
    if (*confirmed == Confirmed::No)
        co_return co_await leave(services, registration);
    const State after =
        registration.service == TokenService::Webhook ? State::Confirmed : State::Kept;
    const auto kept = co_await services.registrations.change(
        {State::Staged}, registration.moved(after, services.clock.now()));
    if (!kept)
        co_return passOn(kept);
    const bool isInVault = registration.service == TokenService::Registration;
    if (!*kept || !isInVault) // it is Leaving already, or was never there
        co_return Done{};
    co_return co_await services.vault.remove(
        VaultKey::registration(services.environment, registration.onboarding));
}

/// Deletes one client. Invalid: we cannot delete it. Any other failure: not yet.
Task<Outcome<Done>> removeClient(Services services, QUrl oauthTokenUrl, Registration registration)
{
    const auto cannot = [](Message why) {
        return failed(FailureKind::Invalid, std::move(why));
    };
    const auto item = co_await services.vault.read(
        VaultKey::registration(services.environment, registration.onboarding));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return cannot(Message::of("registration_access_missing"));
    const auto client = stagedClient(**item);
    if (!client || !client->management.isThere())
        co_return cannot(Message::of("registration_unmanaged"));
    const auto removed =
        co_await services.clientRegistrar.remove(client->management, registration.onboarding);
    if (removed)
        co_return removed;
    if (removed.error().kind == FailureKind::NotPermitted)
        co_return cannot(Message::of("registration_deletes_none"));
    if (removed.error().kind != FailureKind::Refused)
        co_return removed;
    // Either the client is gone, or only our access to it: its client credentials show which.
    if (client->clientSecret.isEmpty() || oauthTokenUrl.isEmpty())
        co_return cannot(Message::of("registration_access_refused"));
    const auto asked = co_await services.tokenTrials.ask(
        oauthTokenUrl, *client, ClientAuthentication::Body, registration.onboarding);
    if (!asked && asked.error().kind == FailureKind::Refused)
        co_return Done{};
    if (asked)
        co_return cannot(Message::of("registration_still_works"));
    co_return removed;
}

/// Deletes a client at the partner's authorization server.
Task<Outcome<Done>> removeOne(Services services, QUrl oauthTokenUrl, Registration registration)
{
    const auto removed = co_await removeClient(services, oauthTokenUrl, registration);
    if (removed) {
        const auto closed = co_await services.registrations.close(registration.onboarding);
        if (!closed)
            co_return passOn(closed);
        co_return co_await services.vault.remove(
            VaultKey::registration(services.environment, registration.onboarding));
    }
    if (removed.error().kind == FailureKind::Cancelled)
        co_return removed;
    const bool isLost = removed.error().kind == FailureKind::Invalid;
    const auto noted = co_await services.registrations.change({State::Leaving},
        registration.moved(
            isLost ? State::Lost : State::Leaving, services.clock.now(), removed.error().detail));
    if (!noted)
        co_return passOn(noted);
    // A locked keychain is locked for all of them.
    if (removed.error().kind == FailureKind::VaultUnavailable)
        co_return removed;
    co_return Done{};
}

/// Returns what the backend is still to be told.
Task<Outcome<ClientNotice>> noticeOf(Services services, Registration registration)
{
    ClientNotice notice{ClientNotice::Kind::Withdrawn, registration.onboarding,
        registration.company, registration.clientId};
    notice.at = registration.at;
    if (registration.state == State::Leaving)
        co_return notice;
    notice.kind = ClientNotice::Kind::Committed;
    const auto row = co_await services.integrations.findByIssuedClient(registration.clientId);
    if (!row)
        co_return passOn(row);
    if (row->has_value())
        notice.integration = (*row)->id;
    co_return notice;
}

/// The backend knows that the client is used.
Task<Outcome<Done>> keepTold(Services services, Registration registration)
{
    // If it was withdrawn meanwhile, it is Leaving already.
    const auto kept = co_await services.registrations.change(
        {State::Confirmed}, registration.moved(State::Kept, services.clock.now()));
    co_return kept ? Outcome<Done>(Done{}) : passOn(kept);
}

/// Tells the backend of a client. What it has not taken stays as it is, with the reason. False:
/// nothing more may be sent to it now.
Task<Outcome<bool>> tellOne(Services services, WebhookSettings settings, Registration registration)
{
    const auto noticed = co_await noticeOf(services, registration);
    if (!noticed)
        co_return passOn(noticed);
    const BackendTold told = co_await tellBackend(services, settings, *noticed);
    if (told.outcome) {
        const auto finished = registration.state == State::Leaving
            ? co_await services.registrations.close(registration.onboarding)
            : co_await keepTold(services, registration);
        co_return finished ? Outcome<bool>(true) : passOn(finished);
    }
    const Failure& why = told.outcome.error();
    if (why.kind == FailureKind::Cancelled)
        co_return passOn(told.outcome);
    Registration after = registration.moved(registration.state, services.clock.now(), why.detail);
    after.due = told.due;
    const auto noted = co_await services.registrations.change({registration.state}, after);
    if (!noted)
        co_return passOn(noted);
    // A locked keychain is locked for all of them.
    if (why.kind == FailureKind::VaultUnavailable)
        co_return passOn(told.outcome);
    co_return mayTell({after}, services.clock.now()).has_value();
}

} // namespace

bool isLeftOver(const Registration& registration)
{
    return registration.state == State::Lost || registration.state == State::Leaving
        || registration.state == State::Confirmed;
}

bool isStillToBeTold(const Registration& registration)
{
    return registration.service == TokenService::Webhook
        && (registration.state == State::Leaving || registration.state == State::Confirmed);
}

bool isHalted(const Registration& registration)
{
    const QString& code = registration.detail.code;
    return code == "webhook_gone"_L1 || code == "webhook_stopped"_L1;
}

bool mayBeClosed(const Registration& registration)
{
    return registration.state == State::Lost || isStillToBeTold(registration);
}

Task<Outcome<Done>> settleRegistrations(Services services, HasEnded hasEnded)
{
    const auto open = co_await services.registrations.in({State::Asked, State::Staged});
    if (!open)
        co_return passOn(open);
    QList<OnboardingId> ended;
    for (const Registration& one : *open)
        if (hasEnded(one.onboarding))
            ended.append(one.onboarding);
    if (ended.isEmpty())
        co_return Done{};
    // Once more: one of them may just have ended in another program.
    const auto now = co_await services.registrations.in({State::Asked, State::Staged});
    if (!now)
        co_return passOn(now);
    for (const Registration& one : *now) {
        if (!ended.contains(one.onboarding))
            continue;
        Registration registration = one;
        if (registration.state == State::Asked) {
            const auto found = co_await withItsClient(services, registration);
            if (!found)
                co_return passOn(found);
            registration = *found;
        }
        if (registration.state != State::Staged)
            continue;
        const auto settled = co_await settleStaged(services, registration);
        if (!settled)
            co_return settled;
    }
    co_return Done{};
}

Task<Outcome<Done>> finishRegistrations(Services services, PartnerServers servers, Finishing which)
{
    const auto open = co_await services.registrations.in({State::Leaving, State::Confirmed});
    if (!open)
        co_return passOn(open);
    bool isBackendOpen =
        mayTell(*open, services.clock.now(), which.wantedBy == Finishing::Wanted::ByStaff)
            .has_value();
    for (const Registration& one : *open) {
        const bool isWebhook = one.service == TokenService::Webhook;
        if ((!which.only.isEmpty() && one.onboarding != which.only)
            || (isWebhook && !isBackendOpen))
            continue;
        if (isWebhook) {
            const auto told = co_await tellOne(services, servers.webhook, one);
            if (!told)
                co_return passOn(told);
            isBackendOpen = *told;
        } else {
            const auto removed = co_await removeOne(services, servers.oauthTokenUrl, one);
            if (!removed)
                co_return removed;
        }
    }
    co_return Done{};
}

Task<Outcome<Registration>> closeRegistration(Services services, OnboardingId onboarding)
{
    const auto open =
        co_await services.registrations.in({State::Lost, State::Leaving, State::Confirmed});
    if (!open)
        co_return passOn(open);
    const auto found =
        std::find_if(open->begin(), open->end(), [&onboarding](const Registration& one) {
            return one.onboarding == onboarding && mayBeClosed(one);
        });
    if (found == open->end())
        co_return failed(FailureKind::NotFound,
            u"No client of run \"%1\" waits for you: see `registrations list`."_s.arg(
                onboarding.text()));
    const Registration registration = *found;
    if (registration.state == State::Confirmed) {
        const auto kept = co_await keepTold(services, registration);
        co_return kept ? Outcome<Registration>(registration) : passOn(kept);
    }
    const auto removed =
        co_await services.vault.remove(VaultKey::registration(services.environment, onboarding));
    if (!removed)
        co_return passOn(removed);
    const auto closed = co_await services.registrations.close(onboarding);
    if (!closed)
        co_return passOn(closed);
    co_return registration;
}

Task<Outcome<Done>> keepManagement(Services services, Integration integration)
{
    const auto credentials =
        co_await storedCustomerCredentials(services.vault, services.environment, integration.id);
    if (!credentials && credentials.error().kind == FailureKind::VaultUnavailable) {
        // A damaged item has nothing to keep; one that cannot be read now keeps its customer.
        const auto isOpen = co_await services.vault.isOpen();
        co_return isOpen ? Outcome<Done>(Done{}) : passOn(isOpen);
    }
    if (!credentials || !credentials->issued || !credentials->issued->management.isThere())
        co_return Done{};
    co_return co_await services.vault.store(
        VaultKey::registration(services.environment, integration.onboarding),
        credentials->issued->toJson());
}

} // namespace jetbridge
