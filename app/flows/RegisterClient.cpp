// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RegisterClient.h"

#include "domain/Json.h"

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
        {State::Asked}, registration.moved(State::Staged, services.clock.now()));
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
    disregard(co_await services.registrations.change({State::Asked, State::Staged},
        registration.moved(State::Leaving, services.clock.now(), why)));
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
    QString clientName, OnboardingId onboarding, CompanyId company)
{
    const auto token = co_await registrationToken(services.vault, services.environment, settings);
    if (!token)
        co_return passOn(token);
    Registration registration;
    registration.onboarding = onboarding;
    registration.company = company;
    registration.clientName = clientName;
    registration.at = services.clock.now();
    const auto begun = co_await services.registrations.begin(registration);
    if (!begun)
        co_return passOn(begun);

    const auto client = co_await services.clientRegistrar.add(
        settings, *token, registration.clientName, onboarding);
    if (!client) {
        if (client.error().code == QLatin1String(registrationUnanswered))
            disregard(co_await services.registrations.change({State::Asked},
                registration.moved(State::Lost, services.clock.now(), client.error().detail)));
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

} // namespace jetbridge
