// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"

namespace jetbridge::cli {

namespace {

Task<Outcome<Report>> serve(Invocation& invocation)
{
    const auto setup = servingFrom(invocation.arguments());
    if (!setup)
        co_return passOn(setup);
    Console& console = invocation.console();
    QObject::connect(&console, &Console::notificationReceived, &console,
        [&invocation](const Notification& received) {
            invocation.note(
                QStringLiteral("%1 %2 from %3")
                    .arg(timeText(received.at), received.eventType, received.company.text()));
        });
    const auto urls = co_await console.startEndpoints(*setup);
    if (!urls)
        co_return passOn(urls);
    invocation.announce({
        {QStringLiteral("listening"),
            QStringLiteral("%1:%2").arg(setup->address.toString()).arg(urls->port)},
        {QStringLiteral("consentUrl"), urls->consentUrl.toString()},
        {QStringLiteral("oauthTokenUrl"), urls->oauthTokenUrl.toString()},
        {QStringLiteral("callbackUrl"), urls->callbackUrl.toString()},
    });
    co_await invocation.interruption().wait();
    co_return Report{};
}

} // namespace

QList<Command> serveCommands()
{
    return {{
        QStringLiteral("serve"),
        {},
        QStringLiteral(
            "Serves the partner's consent page, oauthTokenUrl and callbackUrl until stopped."),
        servingOptions(),
        serve,
        Command::Needs::Console,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
