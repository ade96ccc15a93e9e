// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"

namespace jetbridge::cli {

namespace {

Task<Outcome<Report>> serve(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const auto port = arguments.port("port", defaultEndpointsPort);
    if (!port)
        co_return passOn(port);
    const QUrl publicUrl(arguments.value("public-url"), QUrl::StrictMode);
    if (arguments.has("public-url")
        && (!publicUrl.isValid() || publicUrl.host().isEmpty()
            || (publicUrl.scheme() != QLatin1String("https") && !isLoopback(publicUrl))))
        co_return failed(FailureKind::Invalid,
            QStringLiteral(
                "--public-url must be a complete https URL (http on this computer only)."));

    Console& console = invocation.console();
    QObject::connect(&console, &Console::notificationReceived, &console,
        [&invocation](const Notification& received) {
            invocation.note(
                QStringLiteral("%1 %2 from %3")
                    .arg(timeText(received.at), received.eventType, received.company.text()));
        });
    const auto urls = co_await console.startEndpoints(*port, publicUrl);
    if (!urls)
        co_return passOn(urls);
    invocation.announce({
        {QStringLiteral("listening"), QStringLiteral("127.0.0.1:%1").arg(urls->port)},
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
        {
            {QStringLiteral("port"),
                QStringLiteral("Where to listen on 127.0.0.1 (default: %1; 0: any free one).")
                    .arg(defaultEndpointsPort),
                QStringLiteral("N")},
            {QStringLiteral("public-url"),
                QStringLiteral("How a tunnel or proxy calls this server."), QStringLiteral("URL")},
        },
        serve,
        Command::Needs::Console,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
