// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/DataFolder.h"
#include "console/Walkthrough.h"
#include "domain/Harmless.h"

#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

QJsonObject describe(const WalkthroughStep& step)
{
    return {
        {u"name"_s, step.name},
        {u"ok"_s, step.ok},
        {u"ms"_s, step.ms},
        {u"detail"_s, step.detail},
    };
}

QString timelineRow(const WalkthroughStep& step)
{
    return u"%1  %2 %3 ms  %4"_s
        .arg(step.ok ? u"ok    "_s : u"FAILED"_s, step.name.leftJustified(28))
        .arg(step.ms, 5)
        .arg(step.detail)
        .trimmed();
}

Task<Outcome<Report>> demo(Invocation& invocation)
{
    WalkthroughOptions options;
    const auto mode =
        consentDisplayModeFromName(invocation.arguments().value("mode", u"redirect"_s));
    if (!mode)
        co_return failed(FailureKind::Invalid, u"--mode must be redirect or popup."_s);
    options.mode = *mode;
    options.bidirectional = !invocation.arguments().has("one-way");
    options.wayBack = invocation.arguments().has("way-back");
    if (options.wayBack && !options.bidirectional)
        co_return failed(FailureKind::Invalid,
            u"--way-back and --one-way exclude each other: SmartRecruiters gets no token from a "
            u"one-way "
            "partner."_s);

    invocation.say(
        u"Playing the whole journey on the simulator (%1, %2); nothing leaves this computer."_s.arg(
            consentDisplayModeName(options.mode),
            options.bidirectional ? u"bi-directional"_s : u"one-way"_s));
    QElapsedTimer timer;
    timer.start();
    QJsonArray steps;
    const std::function<void(const WalkthroughStep&)> onStep = [&](const WalkthroughStep& step) {
        steps.append(describe(step));
        invocation.say(timelineRow(step));
    };
    const auto played = co_await playWalkthrough(
        {invocation.current(), invocation.partnerAccess(), invocation.endpoints(),
            invocation.simulator(), invocation.onboardings(), invocation.customers()},
        options, onStep);

    Report report;
    QJsonObject json{
        {u"ok"_s, played.has_value()},
        {u"consentDisplayMode"_s, consentDisplayModeName(options.mode)},
        {u"bidirectional"_s, options.bidirectional},
        {u"wayBack"_s, options.wayBack},
        {u"vault"_s, invocation.dataFolder().vault().backendName().english()},
        {u"steps"_s, steps},
        {u"totalMs"_s, int(timer.elapsed())},
    };
    if (!played) {
        invocation.note(played.error().detail);
        json.insert(u"error"_s, cli::describe(played.error(), Errand::Simulator));
        report.json = json;
        report.exitCode = exitCodeFor(played.error());
        co_return report;
    }
    json.insert(u"integrationId"_s, played->integration.text());
    json.insert(u"companyId"_s, played->company.text());
    json.insert(u"companyName"_s, played->companyName);
    json.insert(u"notification"_s,
        played->notification ? QJsonValue(cli::describe(*played->notification)) : QJsonValue());
    report.json = json;
    report.text = u"\n%1 is on board as integration %2.\n"_s.arg(
        harmless::line(played->companyName), played->integration.text());
    if (played->notification)
        report.text += u"%1Then its administrator disabled it, and we were told: %2 (%3).\n"_s.arg(
            options.wayBack ? u"SmartRecruiters called the partner's API for it, with a token of "
                              "oauthTokenUrl that introspection confirmed.\n"_s
                            : QString(),
            played->notification->eventType, timeText(played->notification->at));
    else
        report.text +=
            u"One-way: SmartRecruiters sends no notifications without oauthTokenUrl.\n"_s;
    co_return report;
}

} // namespace

QList<Command> demoCommands()
{
    return {{
        u"demo"_s,
        {},
        u"Plays the whole journey on the simulator over HTTP, with the time of each step."_s,
        {
            {u"mode"_s, u"How the customer meets the consent page (default: redirect)."_s,
                u"redirect|popup"_s},
            {u"one-way"_s, u"SmartRecruiters gets no access to the partner's API."_s},
            {u"way-back"_s,
                u"Also plays a small API of the partner: SmartRecruiters calls it with a token of "
                "oauthTokenUrl, and it asks /oauth/introspect whose the token is."_s},
        },
        demo,
        Command::Needs::PassingConsole,
    }};
}

} // namespace jetbridge::cli
