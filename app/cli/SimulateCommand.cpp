// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"
#include "console/SimulatorHost.h"
#include "domain/Json.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// The settings of the control interface that have an option.
Outcome<QJsonObject> settingsOf(const Arguments& arguments)
{
    QJsonObject settings;
    if (arguments.value("first-token") == "never"_L1) {
        settings.insert(u"firstTokenAfterMs"_s, -1);
    } else if (arguments.has("first-token")) {
        const auto afterMs = arguments.number("first-token", 0, 60'000);
        if (!afterMs)
            return failed(FailureKind::Invalid,
                u"--first-token must be \"never\" or milliseconds from 0 to 60000, "
                "not \"%1\"."_s.arg(arguments.value("first-token")));
        settings.insert(u"firstTokenAfterMs"_s, *afterMs);
    }
    for (const auto& [option, setting] : {std::pair{"client-auth", "clientAuthentication"},
             std::pair{"token-scope", "tokenScope"}, std::pair{"partner-api", "partnerApiUrl"}})
        if (arguments.has(option))
            settings.insert(QLatin1String(setting), arguments.value(option));
    return settings;
}

/// The hosts that an option names. Invalid: a text is more than a host, such as a URL.
Outcome<QStringList> hostsOf(const Arguments& arguments, const char* option)
{
    static const QRegularExpression alone(u"\\A(\\[[0-9A-Fa-f:.]+\\]|[^\\s/:@?#\\[\\]\\\\]+)\\z"_s);
    const QStringList hosts = arguments.values(option);
    for (const QString& host : hosts)
        if (!alone.match(host).hasMatch() || QUrl(u"http://"_s + host).host().isEmpty())
            return failed(FailureKind::Invalid,
                u"--%1 must be a host alone, without scheme, port and path (IPv6 in brackets), "
                "not \"%2\"."_s.arg(QLatin1String(option), host));
    return hosts;
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
    const auto hostNames = hostsOf(arguments, "host-name");
    if (!hostNames)
        return passOn(hostNames);
    options.hostNames = *hostNames;
    const auto httpHosts = hostsOf(arguments, "http-host");
    if (!httpHosts)
        return passOn(httpHosts);
    for (QString host : *httpHosts) // QUrl::host() has no brackets.
        options.httpHosts.append(host.remove(u'[').remove(u']'));
    options.caFile = arguments.value("ca-file");
    if (arguments.has("seed")) {
        bool ok = false;
        options.seed = arguments.value("seed").toULongLong(&ok);
        if (!ok)
            return failed(FailureKind::Invalid,
                u"--seed must be a whole number, not \"%1\"."_s.arg(arguments.value("seed")));
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
        if (!jsonObject(*content)->contains("visibility"_L1))
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
        return failed(FailureKind::Invalid, u"--state needs the name of a file."_s);
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
        u"simulate"_s,
        {},
        u"Plays SmartRecruiters' side for any partner backend until stopped."_s,
        {
            {u"port"_s,
                u"Where to listen (default: %1; 0: any free one)."_s.arg(defaultSimulatorPort),
                u"N"_s},
            {u"listen"_s,
                u"On which address (default: 127.0.0.1, and ::1 where localhost is "
                "that too; 0.0.0.0 or :: in a container). It has no TLS and its "
                "credentials are no secrets: for private networks only."_s,
                u"IP"_s},
            {u"host-name"_s,
                u"How others call it, such as its name in a compose file; may be "
                "repeated. The first one is in its URLs (default: localhost)."_s,
                u"NAME"_s},
            {u"http-host"_s,
                u"A private host whose consentUrl, oauthTokenUrl and callbackUrl may "
                "be http, as this computer's may; may be repeated."_s,
                u"NAME"_s},
            {u"ca-file"_s,
                u"PEM file with the authority of your https addresses (default: "
                "SSL_CERT_FILE, else the system's)."_s,
                u"FILE"_s},
            {u"app"_s,
                u"The application that is registered at start, as for app import "
                "(default: a demo). Every company sees it, unless its "
                "\"visibility\" is \"selected\"."_s,
                u"FILE"_s},
            {u"visible-to"_s,
                u"A company that sees the application where its \"visibility\" is "
                "\"selected\" (\"*\": every one); may be repeated."_s,
                u"COMPANY"_s},
            {u"companies"_s,
                u"JSON list of {companyId, name}, or [{\"generate\": 10000}] "
                "(default: ten built-in "
                "ones)."_s,
                u"FILE"_s},
            {u"faults"_s, u"JSON list of fault rules."_s, u"FILE"_s},
            {u"first-token"_s,
                u"When oauthTokenUrl is asked for a token after an integration was "
                "enabled: so many milliseconds later (0: at once), or never (the "
                "default). Whether SmartRecruiters does that is unknown."_s,
                u"MS|never"_s},
            {u"client-auth"_s, u"How oauthTokenUrl is asked (default: body)."_s, u"body|basic"_s},
            {u"token-scope"_s, u"The scope that oauthTokenUrl is asked for (default: none)."_s,
                u"SCOPES"_s},
            {u"partner-api"_s,
                u"Your API, which is called (GET) with the token of --first-token, as "
                "SmartRecruiters would call it for the customer; https, or http on this "
                "computer (default: none)."_s,
                u"URL"_s},
            {u"state"_s,
                u"Goes on from this file, and keeps applications, companies, consents "
                "and integrations with their simulated secrets there."_s,
                u"FILE"_s},
            {u"seed"_s, u"The same number gives the same ids, secrets and data."_s, u"N"_s},
        },
        simulate,
        Command::Needs::Nothing,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
