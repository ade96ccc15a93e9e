// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RegisterClient.h"

#include "domain/Json.h"
#include "flows/StoredCredentials.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using State = ClientRegistrationState;

constexpr auto tokenField = "token";
constexpr auto originField = "origin";

tl::unexpected<Failure> noToken(Message why)
{
    return failed(FailureKind::Invalid, std::move(why), 0, u"no_registration_token"_s);
}

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

Registration as(Registration registration, State state, const Clock& clock, Message detail = {})
{
    registration.state = state;
    registration.at = clock.now();
    registration.detail = std::move(detail);
    return registration;
}

/// Stores a registered client in the keychain before anything else happens with it.
Task<Outcome<Done>> keepStaged(
    Services services, Registration registration, RegisteredClient client)
{
    const auto remembered = client.pair.management.isThere()
        ? co_await services.vault.remember(client.pair.management.token)
        : Outcome<Done>(Done{});
    if (!remembered)
        co_return passOn(remembered);
    const auto kept = co_await services.vault.store(
        VaultKey::registration(services.environment, registration.onboarding),
        client.pair.toJson());
    if (!kept)
        co_return passOn(kept);
    const auto staged = co_await services.registrations.change(
        {State::Asked}, as(registration, State::Staged, services.clock));
    co_return staged ? Outcome<Done>(Done{}) : passOn(staged);
}

/// Deletes a client that nobody can use at once; if that fails, the registration stays.
Task<Done> giveBack(
    Services services, Registration registration, ClientManagement management, Message why)
{
    const Outcome<Done> removed = management.isThere()
        ? co_await services.clientRegistrar.remove(management, registration.onboarding)
        : failed(FailureKind::NotPermitted, Message());
    if (removed) {
        disregard(co_await services.registrations.close(registration.onboarding));
        disregard(co_await services.vault.remove(
            VaultKey::registration(services.environment, registration.onboarding)));
        co_return Done{};
    }
    // If the keychain has it, the deletion is tried again.
    disregard(co_await services.registrations.change(
        {State::Asked, State::Staged}, as(registration, State::Leaving, services.clock, why)));
    co_return Done{};
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

/// Finds the client of a registration without a known answer: the keychain has it if the program
/// ended before the answer was written down.
Task<Outcome<Registration>> withItsClient(Services services, Registration registration)
{
    const auto item = co_await services.vault.read(
        VaultKey::registration(services.environment, registration.onboarding));
    if (!item)
        co_return passOn(item);
    const auto client =
        item->has_value() ? stagedClient(**item) : Outcome<ClientCredentials>(ClientCredentials());
    if (client)
        registration.clientId = client->clientId;
    const bool isFound = !registration.clientId.isEmpty();
    registration = isFound
        ? as(registration, State::Staged, services.clock)
        : as(registration, State::Lost, services.clock, Message::of("registration_ended_early"));
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
        isOthers ? as(registration, State::Lost, services.clock,
            Message::of("registration_id_of_another", {registration.clientId.text()}))
                 : as(registration, State::Leaving, services.clock));
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
    const auto kept = co_await services.registrations.change(
        {State::Staged}, as(registration, State::Kept, services.clock));
    if (!kept)
        co_return passOn(kept);
    if (!*kept) // it is Leaving already
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
        as(registration, isLost ? State::Lost : State::Leaving, services.clock,
            removed.error().detail));
    if (!noted)
        co_return passOn(noted);
    // A locked keychain is locked for all of them.
    if (removed.error().kind == FailureKind::VaultUnavailable)
        co_return removed;
    co_return Done{};
}

} // namespace

Task<Outcome<Done>> keepRegistrationToken(
    Vault& vault, QString environment, RegistrationSettings settings, Secret token)
{
    const QByteArrayView bytes = token.reveal();
    const bool isVisible = !bytes.isEmpty()
        && std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (!isVisible)
        co_return failed(FailureKind::Invalid,
            u"An initial access token is one line of visible ASCII characters "
            "without spaces (RFC 6750 2.1)."_s);
    if (!settings.isSet() || settings.access == RegistrationSettings::Access::Open)
        co_return failed(FailureKind::Invalid,
            u"The environment's registration settings name no server that needs a "
            "token."_s);
    const auto remembered = co_await vault.remember(token);
    if (!remembered)
        co_return passOn(remembered);
    const QJsonObject item{{QLatin1String(tokenField), token.revealText()},
        {QLatin1String(originField), settings.origin()}};
    co_return co_await vault.store(VaultKey::registrationToken(environment),
        Secret(QJsonDocument(item).toJson(QJsonDocument::Compact)));
}

Task<Outcome<Secret>> registrationToken(
    Vault& vault, QString environment, RegistrationSettings settings)
{
    if (settings.access == RegistrationSettings::Access::Open)
        co_return Secret();
    const auto item = co_await vault.read(VaultKey::registrationToken(environment));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return noToken(Message::of("no_registration_token"));
    const auto object = jsonObject((*item)->reveal().toByteArray());
    if (!object)
        co_return noToken(Message::of("registration_token_damaged"));
    const QString origin = object->value(QLatin1String(originField)).toString();
    if (origin != settings.origin())
        co_return noToken(Message::of("registration_token_elsewhere", {origin}));
    co_return Secret(object->value(QLatin1String(tokenField)).toString().toUtf8());
}

Task<Outcome<ClientCredentials>> registerClient(Services services, RegistrationSettings settings,
    QString application, OnboardingId onboarding, CompanyId company)
{
    const auto token = co_await registrationToken(services.vault, services.environment, settings);
    if (!token)
        co_return passOn(token);
    Registration registration;
    registration.onboarding = onboarding;
    registration.company = company;
    registration.clientName = u"%1 / %2 / %3"_s.arg(application, company.text(), onboarding.text());
    registration.at = services.clock.now();
    const auto begun = co_await services.registrations.begin(registration);
    if (!begun)
        co_return passOn(begun);

    const auto client = co_await services.clientRegistrar.add(
        settings, *token, registration.clientName, onboarding);
    if (!client) {
        if (client.error().code == QLatin1String(registrationUnanswered))
            disregard(co_await services.registrations.change({State::Asked},
                as(registration, State::Lost, services.clock, client.error().detail)));
        else
            disregard(co_await services.registrations.close(onboarding));
        co_return passOn(client);
    }
    registration.clientId = client->pair.clientId;
    registration.secretExpiresAt = client->secretExpiresAt;
    const auto kept = co_await keepStaged(services, registration, *client);
    if (kept && client->fault.isEmpty())
        co_return ClientCredentials(client->pair);
    co_await giveBack(services, registration, client->pair.management,
        kept ? client->fault : kept.error().detail);
    if (!kept)
        co_return passOn(kept);
    co_return failed(FailureKind::BadReply, client->fault, 0, u"registration_useless"_s);
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

Task<Outcome<Done>> removeLeaving(Services services, QUrl oauthTokenUrl, OnboardingId only)
{
    const auto leaving = co_await services.registrations.in({State::Leaving});
    if (!leaving)
        co_return passOn(leaving);
    for (const Registration& one : *leaving) {
        if (!only.isEmpty() && one.onboarding != only)
            continue;
        const auto removed = co_await removeOne(services, oauthTokenUrl, one);
        if (!removed)
            co_return removed;
    }
    co_return Done{};
}

Task<Outcome<Registration>> closeRegistration(Services services, OnboardingId onboarding)
{
    const auto lost = co_await services.registrations.in({State::Lost});
    if (!lost)
        co_return passOn(lost);
    const auto found = std::find_if(lost->begin(), lost->end(),
        [&onboarding](const Registration& one) { return one.onboarding == onboarding; });
    if (found == lost->end())
        co_return failed(FailureKind::NotFound,
            u"No client of run \"%1\" is lost: see `registrations list`."_s.arg(onboarding.text()));
    const Registration registration = *found;
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
