// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/DeliveryText.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"
#include "cli/Unstored.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Deliveries.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "domain/Environment.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Task<Outcome<Report>> serve(Invocation& invocation)
{
    auto setup = servingFrom(invocation.arguments());
    if (!setup)
        co_return passOn(setup);
    const auto bearer = takeBackendTokenVariable();
    if (!bearer)
        co_return passOn(bearer);
    setup->forwardTo.bearer = *bearer;
    if (invocation.arguments().has("forward-to")) {
        setup->forwardTo.url = QUrl(invocation.arguments().value("forward-to"), QUrl::StrictMode);
        if (const auto sound = checkUrl("forward-to", setup->forwardTo.url); !sound)
            co_return passOn(sound);
    }
    QObject::connect(&invocation.endpoints(), &Endpoints::notificationReceived,
        &invocation.endpoints(), [&invocation](const Notification& received) {
            invocation.note(u"%1 %2 from %3"_s.arg(
                timeText(received.at), received.eventType, received.company.text()));
        });
    QObject::connect(&invocation.endpoints(), &Endpoints::notificationForwarded,
        &invocation.endpoints(), [&invocation](const Forward& tried) {
            const QString what = u"notification %1 "_s.arg(tried.notification.number);
            invocation.note(tried.deliveredAt.isValid() ? what + u"was passed on"_s
                                                        : what
                        + u"was not passed on: %1 Next try: %2"_s.arg(
                            tried.lastFailure, timeText(tried.due)));
        });
    QObject::connect(&invocation.onboardings(), &Onboardings::unstoredChanged,
        &invocation.onboardings(), [&invocation] {
            const QString waiting = unstoredText(invocation.onboardings());
            invocation.note(
                waiting.isEmpty() ? u"All customer-level credentials are stored."_s : waiting);
        });
    QObject::connect(&invocation.endpoints(), &Endpoints::signingTroubleChanged,
        &invocation.endpoints(), [&invocation] {
            const QString trouble = invocation.endpoints().signingTrouble();
            invocation.note(trouble.isEmpty()
                    ? u"Access tokens can be signed."_s
                    : u"Access tokens cannot be signed, and oauthTokenUrl issues none: "_s
                        + trouble);
        });
    const auto urls = co_await invocation.endpoints().start(*setup);
    if (!urls)
        co_return passOn(urls);
    if (invocation.arguments().has("verify-customers"))
        invocation.customers().verifyOnSchedule(true);
    QObject::connect(&invocation.deliveries(), &Deliveries::tried, &invocation.deliveries(),
        [&invocation](const Delivery& delivery) { invocation.note(triedText(delivery)); });
    invocation.deliveries().start();
    const auto said = invocation.announce({
        {u"listening"_s, urls->listening},
        {u"consentUrl"_s, urls->consentUrl.toString()},
        {u"oauthTokenUrl"_s, urls->oauthTokenUrl.toString()},
        {u"callbackUrl"_s, urls->callbackUrl.toString()},
        {u"introspectionUrl"_s, urls->introspectionUrl.toString()},
        {u"jwksUrl"_s, urls->keySetUrl.toString()},
    });
    if (!said)
        co_return passOn(said);
    const QStringList trouble = co_await servingTrouble(
        invocation.partnerAccess().applications(), invocation.current().environment(), *urls);
    for (const QString& sentence : trouble)
        invocation.note(sentence);
    co_await invocation.interruption().wait();
    ExitCode end = ExitCode::Done;
    for (const Unstored& one : invocation.onboardings().unstored()) {
        const QString company = one.integration.company.text();
        if (one.isInVault) {
            invocation.note(keptText(company));
            end = std::max(end, ExitCode::Negative);
            continue;
        }
        invocation.note(u"The credentials of %1 (integration %2) were never stored "
                        "and are lost: have the customer disable it, and start again."_s.arg(
                            company, one.integration.id.text()));
        end = ExitCode::VaultUnavailable;
    }
    co_return Report{std::nullopt, {}, end};
}

} // namespace

QList<Command> serveCommands()
{
    return {{
        u"serve"_s,
        {},
        u"Serves the partner's consent page, oauthTokenUrl and callbackUrl until stopped."_s,
        servingOptions()
            + QList<QCommandLineOption>{{{u"forward"_s, u"forward-to"_s},
                                            u"Passes verified notifications on to your own "
                                            "backend, until it took "
                                            "them; %1 may hold a bearer token for it."_s.arg(
                                                QLatin1String(backendTokenVariable)),
                                            u"URL"_s},
                {u"verify-customers"_s,
                    u"Verifies every customer again and again, before its last proof "
                    "is as old as the environment's verify-every."_s}},
        serve,
        Command::Needs::Console,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
