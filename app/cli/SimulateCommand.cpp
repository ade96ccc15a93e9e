// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"
#include "console/SimulatorHost.h"

namespace jetbridge::cli {

namespace {

/// The settings of the control interface that have an option.
Outcome<QJsonObject> settingsOf(const Arguments& arguments)
{
    QJsonObject settings;
    if (arguments.value("first-token") == QLatin1String("never")) {
        settings.insert(QStringLiteral("firstTokenAfterMs"), -1);
    } else if (arguments.has("first-token")) {
        const auto afterMs = arguments.number("first-token", 0, 60'000);
        if (!afterMs)
            return failed(FailureKind::Invalid,
                QStringLiteral("--first-token must be \"never\" or milliseconds from 0 to 60000, "
                               "not \"%1\".")
                    .arg(arguments.value("first-token")));
        settings.insert(QStringLiteral("firstTokenAfterMs"), *afterMs);
    }
    for (const auto& [option, setting] :
        {std::pair{"client-auth", "clientAuthentication"}, std::pair{"token-scope", "tokenScope"}})
        if (arguments.has(option))
            settings.insert(QLatin1String(setting), arguments.value(option));
    return settings;
}

Outcome<SimulatorHost::Options> optionsOf(const Arguments& arguments)
{
    SimulatorHost::Options options;
    const auto port = arguments.port("port", defaultSimulatorPort);
    if (!port)
        return passOn(port);
    options.port = *port;
    if (arguments.has("listen")) {
        const auto address = addressOf(arguments, "listen");
        if (!address)
            return passOn(address);
        options.address = *address;
    }
    options.hostNames = arguments.values("host-name");
    options.httpHosts = arguments.values("http-host");
    options.caFile = arguments.value("ca-file");
    if (arguments.has("seed")) {
        bool ok = false;
        options.seed = arguments.value("seed").toULongLong(&ok);
        if (!ok)
            return failed(FailureKind::Invalid,
                QStringLiteral("--seed must be a whole number, not \"%1\".")
                    .arg(arguments.value("seed")));
    }
    if (arguments.has("app")) {
        const auto content = readInputFile(arguments.value("app"));
        if (!content)
            return passOn(content);
        const auto application = Application::fromJson(*content);
        if (!application)
            return passOn(application);
        options.application = *application;
        // As for the control interface: who says nothing means everybody, or those who are named.
        if (!jsonObject(*content)->contains(QLatin1String("visibility")))
            options.application->visibility = arguments.has("visible-to")
                ? Visibility::SelectedCustomers
                : Visibility::AllCustomers;
    }
    const auto settings = settingsOf(arguments);
    if (!settings)
        return passOn(settings);
    options.settings = *settings;
    options.visibleTo = arguments.values("visible-to");
    options.stateFile = arguments.value("state");
    if (arguments.has("state") && options.stateFile.isEmpty())
        return failed(FailureKind::Invalid, QStringLiteral("--state needs the name of a file."));
    for (const auto& [option, list] :
        {std::pair{"companies", &options.companies}, std::pair{"faults", &options.faults}}) {
        if (!arguments.has(option))
            continue;
        const auto read = readJsonList(arguments.value(option));
        if (!read)
            return passOn(read);
        *list = *read;
    }
    return options;
}

Task<Outcome<Report>> simulate(Invocation& invocation)
{
    const auto options = optionsOf(invocation.arguments());
    if (!options)
        co_return passOn(options);
    SimulatorHost simulator(*options);
    const auto listening = simulator.listen();
    if (!listening) {
        // The status that the control interface would send is not used here, because an option is
        // wrong.
        Failure failure = listening.error();
        failure.status = 0;
        co_return tl::unexpected<Failure>(failure);
    }
    if (const auto said = invocation.announce(simulator.readyLine()); !said)
        co_return passOn(said);
    co_await invocation.interruption().wait();
    simulator.close();
    co_return Report{};
}

} // namespace

QList<Command> simulateCommands()
{
    return {{
        QStringLiteral("simulate"),
        {},
        QStringLiteral("Plays SmartRecruiters' side for any partner backend until stopped."),
        {
            {QStringLiteral("port"),
                QStringLiteral("Where to listen (default: %1; 0: any free one).")
                    .arg(defaultSimulatorPort),
                QStringLiteral("N")},
            {QStringLiteral("listen"),
                QStringLiteral("On which address (default: 127.0.0.1, and ::1 where localhost is "
                               "that too; 0.0.0.0 or :: in a container). It has no TLS and its "
                               "credentials are no secrets: for private networks only."),
                QStringLiteral("IP")},
            {QStringLiteral("host-name"),
                QStringLiteral("How others call it, such as its name in a compose file; may be "
                               "repeated. The first one is in its URLs (default: localhost)."),
                QStringLiteral("NAME")},
            {QStringLiteral("http-host"),
                QStringLiteral("A private host whose consentUrl, oauthTokenUrl and callbackUrl may "
                               "be http, as this computer's may; may be repeated."),
                QStringLiteral("NAME")},
            {QStringLiteral("ca-file"),
                QStringLiteral("PEM file with the authority of your https addresses (default: "
                               "SSL_CERT_FILE, else the system's)."),
                QStringLiteral("FILE")},
            {QStringLiteral("app"),
                QStringLiteral("The application that is registered at start, as for app import "
                               "(default: a demo). Every company sees it, unless its "
                               "\"visibility\" is \"selected\"."),
                QStringLiteral("FILE")},
            {QStringLiteral("visible-to"),
                QStringLiteral("A company that sees the application where its \"visibility\" is "
                               "\"selected\" (\"*\": every one); may be repeated."),
                QStringLiteral("COMPANY")},
            {QStringLiteral("companies"),
                QStringLiteral("JSON list of {companyId, name}, or [{\"generate\": 10000}] "
                               "(default: ten built-in "
                               "ones)."),
                QStringLiteral("FILE")},
            {QStringLiteral("faults"), QStringLiteral("JSON list of fault rules."),
                QStringLiteral("FILE")},
            {QStringLiteral("first-token"),
                QStringLiteral("When oauthTokenUrl is asked for a token after an integration was "
                               "enabled: so many milliseconds later (0: at once), or never (the "
                               "default). Whether SmartRecruiters does that is unknown."),
                QStringLiteral("MS|never")},
            {QStringLiteral("client-auth"),
                QStringLiteral("How oauthTokenUrl is asked (default: body)."),
                QStringLiteral("body|basic")},
            {QStringLiteral("token-scope"),
                QStringLiteral("The scope that oauthTokenUrl is asked for (default: none)."),
                QStringLiteral("SCOPES")},
            {QStringLiteral("state"),
                QStringLiteral(
                    "Goes on from this file, and keeps applications, companies, consents "
                    "and integrations with their simulated secrets there."),
                QStringLiteral("FILE")},
            {QStringLiteral("seed"),
                QStringLiteral("The same number gives the same ids, secrets and data."),
                QStringLiteral("N")},
        },
        simulate,
        Command::Needs::Nothing,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
