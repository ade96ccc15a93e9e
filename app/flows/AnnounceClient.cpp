// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/AnnounceClient.h"

#include "domain/WebhookReply.h"
#include "flows/GeneratedPair.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

using State = ClientRegistrationState;

constexpr auto goneCode = "webhook_gone";
constexpr auto busyCode = "webhook_busy";
constexpr auto failedCode = "webhook_failed";

/// Tells whether the backend may have taken a client, or will be asked again later.
bool isOpenAfter(const Failure& failure)
{
    for (const char* code : {webhookUnanswered, goneCode, busyCode, failedCode})
        if (failure.code == QLatin1String(code))
            return true;
    return false;
}

/// Writes down what became of a client that was not staged.
Task<Done> noteNotStaged(Services services, Registration registration, BackendTold told)
{
    const Failure& why = told.outcome.error();
    // What cannot be written is found when the run has ended.
    if (isOpenAfter(why)) {
        Registration leaving = registration.moved(State::Leaving, services.clock.now(), why.detail);
        leaving.due = told.due;
        disregard(co_await services.registrations.change({State::Asked}, leaving));
    } else {
        disregard(co_await services.registrations.close(registration.onboarding));
    }
    co_return Done{};
}

} // namespace

Task<Outcome<Done>> keepWebhookSecret(Vault& vault, QString environment, Secret secret)
{
    WebhookSecrets secrets;
    if (auto earlier = co_await webhookSecrets(vault, environment))
        secrets = *earlier;
    else if (earlier.error().kind == FailureKind::VaultUnavailable)
        co_return passOn(earlier);
    if (const auto added = secrets.add(secret); !added)
        co_return added;
    const auto remembered = co_await vault.remember(secret);
    if (!remembered)
        co_return passOn(remembered);
    co_return co_await vault.store(VaultKey::webhookSecrets(environment), secrets.toJson());
}

Task<Outcome<Done>> endWebhookRotation(Vault& vault, QString environment)
{
    const auto secrets = co_await webhookSecrets(vault, environment);
    if (!secrets)
        co_return passOn(secrets);
    const WebhookSecrets newest{{secrets->secrets.constFirst()}};
    co_return co_await vault.store(VaultKey::webhookSecrets(environment), newest.toJson());
}

Task<Outcome<WebhookSecrets>> webhookSecrets(Vault& vault, QString environment)
{
    const auto none = [](const char* why) {
        return failed(FailureKind::Invalid, Message::of(why), 0, u"no_webhook_secret"_s);
    };
    const auto item = co_await vault.read(VaultKey::webhookSecrets(environment));
    if (!item)
        co_return passOn(item);
    if (!item->has_value())
        co_return none("no_webhook_secret");
    const auto secrets = WebhookSecrets::fromJson((*item)->reveal().toByteArray());
    if (!secrets)
        co_return none("webhook_secrets_damaged");
    co_return secrets;
}

Task<BackendTold> tellBackend(Services services, WebhookSettings settings, ClientNotice notice)
{
    const auto secrets = co_await webhookSecrets(services.vault, services.environment);
    if (!secrets)
        co_return BackendTold{passOn(secrets)};
    const auto answer = co_await services.clientWebhook.tell(settings, *secrets, notice);
    if (!answer)
        co_return BackendTold{passOn(answer)};
    BackendTold told{webhookTaken(answer->status, answer->retryAfter)};
    if (!told.outcome && answer->retryAfter)
        told.due = services.clock.now().addSecs(
            std::min(*answer->retryAfter, longestWebhookPause).count());
    co_return told;
}

Outcome<Done> mayTell(const QList<Registration>& open, const QDateTime& now, bool isWantedByStaff)
{
    for (const Registration& one : open) {
        if (one.service != TokenService::Webhook)
            continue;
        if (one.due.isValid() && now < one.due)
            return failed(FailureKind::RateLimited,
                Message::of("webhook_waits", {one.due.toUTC().toString(Qt::ISODate)}), 0,
                QLatin1String(busyCode));
        if (!isWantedByStaff && one.detail.code == QLatin1String(goneCode))
            return failed(
                FailureKind::Refused, Message::of("webhook_stopped"), 0, QLatin1String(goneCode));
    }
    return Done{};
}

Task<Outcome<Done>> checkBackend(Services services)
{
    const auto secrets = co_await webhookSecrets(services.vault, services.environment);
    if (!secrets)
        co_return passOn(secrets);
    const auto open = co_await services.registrations.in({State::Leaving, State::Confirmed});
    if (!open)
        co_return passOn(open);
    co_return mayTell(*open, services.clock.now());
}

Task<Outcome<ClientCredentials>> announceClient(Services services, WebhookSettings settings,
    QString clientName, OnboardingId onboarding, CompanyId company)
{
    const ClientCredentials pair = generatedPair(services.randomness, u"jetbridge-"_s);
    const auto remembered = co_await services.vault.remember(pair.clientSecret);
    if (!remembered)
        co_return passOn(remembered);
    Registration registration;
    registration.onboarding = onboarding;
    registration.company = company;
    registration.clientName = clientName;
    registration.clientId = pair.clientId;
    registration.service = TokenService::Webhook;
    registration.at = services.clock.now();
    const auto begun = co_await services.registrations.begin(registration);
    if (!begun)
        co_return passOn(begun);

    ClientNotice notice{ClientNotice::Kind::Staged, onboarding, company, pair.clientId};
    notice.clientSecret = pair.clientSecret;
    notice.at = registration.at;
    const BackendTold told = co_await tellBackend(services, settings, notice);
    if (!told.outcome) {
        co_await noteNotStaged(services, registration, told);
        co_return passOn(told.outcome);
    }
    const auto staged = co_await services.registrations.change(
        {State::Asked}, registration.moved(State::Staged, services.clock.now()));
    if (!staged)
        co_return passOn(staged);
    co_return pair;
}

} // namespace jetbridge
