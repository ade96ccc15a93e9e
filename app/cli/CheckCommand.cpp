// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Checking.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <optional>

using namespace Qt::StringLiterals;

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
        report.error().detail = Message::inWords(u"\"%1\": %2"_s.arg(path, report.error().detail));
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
            return failed(
                FailureKind::Invalid, u"--%1 must be a complete URL."_s.arg(QLatin1String(option)));
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
    if (pairs == "here"_L1) {
        setup.pairs = CheckSetup::Pairs::Here;
    } else if (pairs == "given"_L1) {
        auto input = co_await readStandardInput(invocation.interruption(),
            u"One or two pairs made for checking: "
            "{\"pairs\":[{\"clientId\",\"clientSecret\"},...]}"_s,
            1);
        if (!input)
            co_return passOn(input);
        const auto read = setup.readPairs(*input);
        wipe(*input);
        if (!read)
            co_return passOn(read);
    } else if (!pairs.isEmpty()) {
        co_return failed(
            FailureKind::Invalid, u"--pairs must be given or here, not \"%1\"."_s.arg(pairs));
    }
    if (setup.ownEndpoints
        && (setup.pairs == CheckSetup::Pairs::Given || !setup.oauthTokenUrl.isEmpty()
            || !setup.consentUrl.isEmpty() || !setup.callbackUrl.isEmpty()))
        co_return failed(FailureKind::Invalid, u"--own brings its own addresses and pairs."_s);
    co_return setup;
}

Report dryRun(const QList<PlannedCheckRequest>& planned)
{
    QJsonArray list;
    QString text;
    for (const PlannedCheckRequest& request : planned) {
        list.append(QJsonObject{{u"check"_s, request.check}, {u"request"_s, request.words},
            {u"url"_s, request.url.toString(QUrl::FullyEncoded)}, {u"twin"_s, request.isTwin}});
        text += u"%1  %2  at %3%4\n"_s.arg(request.check, -28)
                    .arg(request.words, request.url.authority(),
                        request.isTwin ? u"  (its positive twin)"_s : QString());
    }
    text += u"%1 requests; none was sent. Redirects within the given hosts come on "
            "top.\n"_s.arg(planned.size());
    return {QJsonObject{{u"requests"_s, list}}, text};
}

/// Adds what has changed since the earlier report.
void compare(const CheckReport& before, const CheckReport& now, QJsonObject& json, QString& text)
{
    const CheckComparison comparison = compareChecks(before, now);
    json.insert(u"comparison"_s,
        QJsonObject{{u"fixed"_s, QJsonArray::fromStringList(comparison.fixed)},
            {u"new"_s, QJsonArray::fromStringList(comparison.fresh)},
            {u"same"_s, QJsonArray::fromStringList(comparison.same)}});
    const auto line = [&text](const char* title, const QStringList& ids) {
        if (!ids.isEmpty())
            text += u"%1: %2\n"_s.arg(QLatin1String(title), ids.join(u", "_s));
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
                co_return Report{QJsonObject{{u"ok"_s, true}},
                    u"Nothing failed or stayed unmeasured in \"%1\".\n"_s.arg(path)};
        }
    } else if (arguments.has("only-unsolved")) {
        co_return failed(FailureKind::Invalid,
            u"--only-unsolved needs --again REPORT.json, which says what that is."_s);
    }

    Checking checking({invocation.current(), invocation.partnerAccess(), invocation.endpoints(),
        invocation.customers(), invocation.traffic()});
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
    const QJsonObject json =
        printed == CheckFormat::Json ? QJsonDocument::fromJson(*text).object() : report->toJson();
    Report said{
        json, QString::fromUtf8(*text), exitCodeOf(*report, arguments.has("allow-incomplete"))};
    if (before)
        compare(*before, *report, *said.json, said.text);
    co_return said;
}

} // namespace

QList<Command> checkCommands()
{
    return {{
        u"check"_s,
        {},
        u"Plays SmartRecruiters against your endpoints and says whether they are ready."_s,
        {
            {u"consent-url"_s, u"This consentUrl (default: the application's)."_s, u"URL"_s},
            {u"token-url"_s, u"This oauthTokenUrl (default: the application's)."_s, u"URL"_s},
            {u"callback-url"_s, u"This callbackUrl (default: the application's)."_s, u"URL"_s},
            {u"app"_s, u"The application in this file (default: the imported one)."_s, u"FILE"_s},
            {u"own"_s, u"Serves our own endpoints meanwhile, and checks those."_s},
            {u"pairs"_s,
                u"Credentials made for checking: given reads one or two pairs, "
                "{\"pairs\":[{\"clientId\",\"clientSecret\"},...]}, from standard input; here "
                "makes two at our own endpoints for the time of the run. Never a customer's."_s,
                u"given|here"_s},
            {u"groups"_s, u"Only these: registration, token, callback, consent, journey."_s,
                u"NAMES"_s},
            {u"only"_s, u"Only these checks, by their ids."_s, u"IDS"_s},
            {u"with"_s, u"Also what is only done when asked for: brute-force."_s, u"NAMES"_s},
            {u"send-disabled"_s,
                u"Notifications say INTEGRATION_DISABLED: your program then "
                "disconnects the customer of the pair."_s},
            {u"simulator"_s,
                u"Also plays a customer's journey with a running `simulate`, to which "
                "your program is pointed."_s,
                u"URL"_s},
            {u"host"_s, u"Also follows redirects of the consent page to this host."_s, u"NAME"_s},
            {u"plan"_s,
                u"What to check, how each finding counts, and waivers: JSON with "
                "name, groups, with, checks, waivers."_s,
                u"FILE"_s},
            {u"name"_s, u"What this run is called in its reports."_s, u"TEXT"_s},
            {u"report"_s,
                u"Also writes this: .txt, .json, .xml (JUnit), .html or .pdf (by "
                "Chromium); may be given several times."_s,
                u"FILE"_s},
            {u"again"_s, u"Says what is fixed, new and the same since this report (.json)."_s,
                u"FILE"_s},
            {u"only-unsolved"_s,
                u"With --again: runs only what failed or was not measured then."_s},
            {u"only-failed"_s, u"Prints findings only, not what passed."_s},
            {u"dry-run"_s, u"Lists every request that would be sent, and sends none."_s},
            {u"allow-incomplete"_s, u"Exit code 0 also where something could not be measured."_s},
            {u"requests"_s, u"How many requests at most (default: 200)."_s, u"N"_s},
            {u"rate"_s, u"How many a second at most, but on this computer (default: 5)."_s, u"N"_s},
            {u"time"_s, u"How long at most (default: 600)."_s, u"SECONDS"_s},
            {u"timeout"_s, u"How long to wait for each answer (default: 25)."_s, u"SECONDS"_s},
        },
        check,
        Command::Needs::Console,
        Command::OnInterrupt::End,
    }};
}

} // namespace jetbridge::cli
