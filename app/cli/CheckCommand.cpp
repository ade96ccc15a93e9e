// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Checking.h"

#include <QFileInfo>
#include <QJsonArray>

#include <optional>

namespace jetbridge::cli {

namespace {

QStringList names(const Arguments& arguments, const char* option)
{
    QStringList list;
    for (const QString& value : arguments.values(option))
        list += value.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return list;
}

/// Reads the earlier report of --again.
Outcome<CheckReport> earlierReport(const QString& path)
{
    const auto content = readInputFile(path);
    if (!content)
        return passOn(content);
    auto report = CheckReport::fromJson(*content);
    if (!report)
        report.error().detail =
            Message::inWords(QStringLiteral("\"%1\": %2").arg(path, report.error().detail));
    return report;
}

QStringList unsolved(const CheckReport& report)
{
    QStringList ids;
    for (const CheckResult& result : report.results)
        if (result.status == CheckStatus::Failed || result.status == CheckStatus::Error)
            ids.append(result.id);
    return ids;
}

Outcome<Done> readAddresses(const Arguments& arguments, CheckSetup& setup)
{
    for (const auto& [option, url] :
        {std::pair{"consent-url", &setup.consentUrl}, std::pair{"token-url", &setup.oauthTokenUrl},
            std::pair{"callback-url", &setup.callbackUrl},
            std::pair{"simulator", &setup.simulator}}) {
        if (!arguments.has(option))
            continue;
        *url = QUrl(arguments.value(option), QUrl::StrictMode);
        if (!url->isValid() || url->host().isEmpty())
            return failed(FailureKind::Invalid,
                QStringLiteral("--%1 must be a complete URL.").arg(QLatin1String(option)));
    }
    setup.moreHosts = names(arguments, "host");
    return Done{};
}

Outcome<Done> readLimits(const Arguments& arguments, CheckSetup& setup)
{
    const auto read = [&arguments](const char* option, int fewest, int most,
                          const std::function<void(int)>& take) -> Outcome<Done> {
        if (!arguments.has(option))
            return Done{};
        const auto number = arguments.number(option, fewest, most);
        if (!number)
            return passOn(number);
        take(*number);
        return Done{};
    };
    for (const auto& outcome :
        {read("requests", 1, 2000, [&setup](int number) { setup.requests = number; }),
            read("rate", 1, 50, [&setup](int number) { setup.perSecond = number; }),
            read("time", 1, 3600,
                [&setup](int number) { setup.time = std::chrono::seconds(number); }),
            read("timeout", 1, 120,
                [&setup](int number) { setup.patience = std::chrono::seconds(number); })})
        if (!outcome)
            return outcome;
    return Done{};
}

Outcome<Done> readFiles(const Arguments& arguments, CheckSetup& setup)
{
    if (arguments.has("plan")) {
        const auto plan = readInputFile(arguments.value("plan"));
        if (!plan)
            return passOn(plan);
        setup.plan = *plan;
    }
    if (arguments.has("app")) {
        const auto content = readInputFile(arguments.value("app"));
        if (!content)
            return passOn(content);
        const auto application = Application::fromJson(*content);
        if (!application)
            return passOn(application);
        setup.application = *application;
    }
    return Done{};
}

Task<Outcome<CheckSetup>> setupFrom(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    CheckSetup setup;
    setup.name = arguments.value("name");
    setup.groups = names(arguments, "groups");
    setup.optIns = names(arguments, "with");
    setup.only = names(arguments, "only");
    setup.ownEndpoints = arguments.has("own");
    setup.sendsDisabled = arguments.has("send-disabled");
    for (const auto& outcome : {readAddresses(arguments, setup), readLimits(arguments, setup),
             readFiles(arguments, setup)})
        if (!outcome)
            co_return passOn(outcome);
    const QString pairs = arguments.value("pairs");
    if (pairs == QLatin1String("here")) {
        setup.pairs = CheckSetup::Pairs::Here;
    } else if (pairs == QLatin1String("given")) {
        auto input = co_await readStandardInput(invocation.interruption(),
            QStringLiteral("One or two pairs made for checking: "
                           "{\"pairs\":[{\"clientId\",\"clientSecret\"},...]}"),
            1);
        if (!input)
            co_return passOn(input);
        const auto read = setup.readPairs(*input);
        wipe(*input);
        if (!read)
            co_return passOn(read);
    } else if (!pairs.isEmpty()) {
        co_return failed(FailureKind::Invalid,
            QStringLiteral("--pairs must be given or here, not \"%1\".").arg(pairs));
    }
    if (setup.ownEndpoints
        && (setup.pairs == CheckSetup::Pairs::Given || !setup.oauthTokenUrl.isEmpty()
            || !setup.consentUrl.isEmpty() || !setup.callbackUrl.isEmpty()))
        co_return failed(
            FailureKind::Invalid, QStringLiteral("--own brings its own addresses and pairs."));
    co_return setup;
}

Report dryRun(const QList<PlannedCheckRequest>& planned)
{
    QJsonArray list;
    QString text;
    for (const PlannedCheckRequest& request : planned) {
        list.append(QJsonObject{{QStringLiteral("check"), request.check},
            {QStringLiteral("request"), request.words},
            {QStringLiteral("url"), request.url.toString(QUrl::FullyEncoded)},
            {QStringLiteral("twin"), request.isTwin}});
        text += QStringLiteral("%1  %2  at %3%4\n")
                    .arg(request.check, -28)
                    .arg(request.words, request.url.authority(),
                        request.isTwin ? QStringLiteral("  (its positive twin)") : QString());
    }
    text += QStringLiteral("%1 requests; none was sent. Redirects within the given hosts come on "
                           "top.\n")
                .arg(planned.size());
    return {QJsonObject{{QStringLiteral("requests"), list}}, text};
}

/// Adds what has changed since the earlier report.
void compare(const CheckReport& before, const CheckReport& now, QJsonObject& json, QString& text)
{
    const CheckComparison comparison = compareChecks(before, now);
    json.insert(QStringLiteral("comparison"),
        QJsonObject{{QStringLiteral("fixed"), QJsonArray::fromStringList(comparison.fixed)},
            {QStringLiteral("new"), QJsonArray::fromStringList(comparison.fresh)},
            {QStringLiteral("same"), QJsonArray::fromStringList(comparison.same)}});
    const auto line = [&text](const char* title, const QStringList& ids) {
        if (!ids.isEmpty())
            text += QStringLiteral("%1: %2\n")
                        .arg(QLatin1String(title), ids.join(QStringLiteral(", ")));
    };
    line("Fixed since then", comparison.fixed);
    line("New since then", comparison.fresh);
    line("Still failing", comparison.same);
}

Task<Outcome<Done>> writeReports(Invocation& invocation, Checking& checking, CheckReport report)
{
    for (const QString& path : invocation.arguments().values("report")) {
        const auto format = checkFormatFromSuffix(QFileInfo(path).suffix());
        const auto document = co_await checking.document(report, *format);
        if (!document)
            co_return passOn(document);
        const auto written = writeDocument(path, QFileInfo(path).suffix(), *document, true);
        if (!written)
            co_return passOn(written);
        invocation.say(written->text.trimmed());
    }
    co_return Done{};
}

ExitCode exitCodeOf(const CheckReport& report, bool allowsIncomplete)
{
    switch (report.verdict()) {
    case CheckVerdict::Ready:
        return ExitCode::Done;
    case CheckVerdict::NotReady:
        return ExitCode::Negative;
    case CheckVerdict::Incomplete:
        return allowsIncomplete ? ExitCode::Done : ExitCode::Negative;
    }
    Q_UNREACHABLE();
}

Task<Outcome<Report>> check(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    // This is checked before anything is sent, because the run is useless if its report cannot be
    // written.
    for (const QString& path : arguments.values("report"))
        if (const auto format = checkFormatFromSuffix(QFileInfo(path).suffix()); !format)
            co_return passOn(format);
    auto setup = co_await setupFrom(invocation);
    if (!setup)
        co_return passOn(setup);
    std::optional<CheckReport> before;
    if (const QString path = arguments.value("again"); !path.isEmpty()) {
        const auto earlier = earlierReport(path);
        if (!earlier)
            co_return passOn(earlier);
        before = *earlier;
        if (arguments.has("only-unsolved")) {
            setup->only += unsolved(*before);
            if (setup->only.isEmpty())
                co_return Report{QJsonObject{{QStringLiteral("ok"), true}},
                    QStringLiteral("Nothing failed or stayed unmeasured in \"%1\".\n").arg(path)};
        }
    } else if (arguments.has("only-unsolved")) {
        co_return failed(FailureKind::Invalid,
            QStringLiteral("--only-unsolved needs --again REPORT.json, which says what that is."));
    }

    Checking checking({invocation.current(), invocation.partnerAccess(), invocation.endpoints(),
        invocation.customers()});
    if (arguments.has("dry-run")) {
        const auto planned = co_await checking.planned(*setup);
        if (!planned)
            co_return passOn(planned);
        co_return dryRun(*planned);
    }
    QObject context;
    QObject::connect(&invocation.interruption(), &Interruption::raised, &context,
        [&checking] { checking.cancel(); });
    const auto report = co_await checking.run(*setup);
    if (!report)
        co_return passOn(report);
    const auto written = co_await writeReports(invocation, checking, *report);
    if (!written)
        co_return passOn(written);
    // Whatever is printed is first searched for secrets; with --json it is the report itself.
    const CheckFormat printed = invocation.global().json ? CheckFormat::Json
        : arguments.has("only-failed")                   ? CheckFormat::TextOfFailed
                                                         : CheckFormat::Text;
    const auto text = co_await checking.document(*report, printed);
    if (!text)
        co_return passOn(text);
    Report said{report->toJson(), QString::fromUtf8(*text),
        exitCodeOf(*report, arguments.has("allow-incomplete"))};
    if (before)
        compare(*before, *report, *said.json, said.text);
    co_return said;
}

} // namespace

QList<Command> checkCommands()
{
    return {{
        QStringLiteral("check"),
        {},
        QStringLiteral(
            "Plays SmartRecruiters against your endpoints and says whether they are ready."),
        {
            {QStringLiteral("consent-url"),
                QStringLiteral("This consentUrl (default: the application's)."),
                QStringLiteral("URL")},
            {QStringLiteral("token-url"),
                QStringLiteral("This oauthTokenUrl (default: the application's)."),
                QStringLiteral("URL")},
            {QStringLiteral("callback-url"),
                QStringLiteral("This callbackUrl (default: the application's)."),
                QStringLiteral("URL")},
            {QStringLiteral("app"),
                QStringLiteral("The application in this file (default: the imported one)."),
                QStringLiteral("FILE")},
            {QStringLiteral("own"),
                QStringLiteral("Serves our own endpoints meanwhile, and checks those.")},
            {QStringLiteral("pairs"),
                QStringLiteral(
                    "Credentials made for checking: given reads one or two pairs, "
                    "{\"pairs\":[{\"clientId\",\"clientSecret\"},...]}, from standard input; here "
                    "makes two at our own endpoints for the time of the run. Never a customer's."),
                QStringLiteral("given|here")},
            {QStringLiteral("groups"),
                QStringLiteral("Only these: registration, token, callback, consent, journey."),
                QStringLiteral("NAMES")},
            {QStringLiteral("only"), QStringLiteral("Only these checks, by their ids."),
                QStringLiteral("IDS")},
            {QStringLiteral("with"),
                QStringLiteral("Also what is only done when asked for: brute-force."),
                QStringLiteral("NAMES")},
            {QStringLiteral("send-disabled"),
                QStringLiteral("Notifications say INTEGRATION_DISABLED: your program then "
                               "disconnects the customer of the pair.")},
            {QStringLiteral("simulator"),
                QStringLiteral(
                    "Also plays a customer's journey with a running `simulate`, to which "
                    "your program is pointed."),
                QStringLiteral("URL")},
            {QStringLiteral("host"),
                QStringLiteral("Also follows redirects of the consent page to this host."),
                QStringLiteral("NAME")},
            {QStringLiteral("plan"),
                QStringLiteral("What to check, how each finding counts, and waivers: JSON with "
                               "name, groups, with, checks, waivers."),
                QStringLiteral("FILE")},
            {QStringLiteral("name"), QStringLiteral("What this run is called in its reports."),
                QStringLiteral("TEXT")},
            {QStringLiteral("report"),
                QStringLiteral("Also writes this: .txt, .json, .xml (JUnit), .html or .pdf (by "
                               "Chromium); may be given several times."),
                QStringLiteral("FILE")},
            {QStringLiteral("again"),
                QStringLiteral("Says what is fixed, new and the same since this report (.json)."),
                QStringLiteral("FILE")},
            {QStringLiteral("only-unsolved"),
                QStringLiteral("With --again: runs only what failed or was not measured then.")},
            {QStringLiteral("only-failed"),
                QStringLiteral("Prints findings only, not what passed.")},
            {QStringLiteral("dry-run"),
                QStringLiteral("Lists every request that would be sent, and sends none.")},
            {QStringLiteral("allow-incomplete"),
                QStringLiteral("Exit code 0 also where something could not be measured.")},
            {QStringLiteral("requests"),
                QStringLiteral("How many requests at most (default: 200)."), QStringLiteral("N")},
            {QStringLiteral("rate"),
                QStringLiteral("How many a second at most, but on this computer (default: 5)."),
                QStringLiteral("N")},
            {QStringLiteral("time"), QStringLiteral("How long at most (default: 600)."),
                QStringLiteral("SECONDS")},
            {QStringLiteral("timeout"),
                QStringLiteral("How long to wait for each answer (default: 25)."),
                QStringLiteral("SECONDS")},
        },
        check,
        Command::Needs::Console,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
