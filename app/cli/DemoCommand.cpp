// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/DataFolder.h"
#include "console/Walkthrough.h"
#include "domain/Harmless.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace jetbridge::cli {

namespace {

QJsonObject describe(const WalkthroughStep& step)
{
    return {
        {QStringLiteral("name"), step.name},
        {QStringLiteral("ok"), step.ok},
        {QStringLiteral("ms"), step.ms},
        {QStringLiteral("detail"), step.detail},
    };
}

QString timelineRow(const WalkthroughStep& step)
{
    return QStringLiteral("%1  %2 %3 ms  %4")
        .arg(step.ok ? QStringLiteral("ok    ") : QStringLiteral("FAILED"),
            step.name.leftJustified(28))
        .arg(step.ms, 5)
        .arg(step.detail)
        .trimmed();
}

Task<Outcome<Report>> demo(Invocation& invocation)
{
    WalkthroughOptions options;
    const auto mode = consentDisplayModeFromName(
        invocation.arguments().value("mode", QStringLiteral("redirect")));
    if (!mode)
        co_return failed(FailureKind::Invalid, QStringLiteral("--mode must be redirect or popup."));
    options.mode = *mode;
    options.bidirectional = !invocation.arguments().has("one-way");

    invocation.say(QStringLiteral(
        "Playing the whole journey on the simulator (%1, %2); nothing leaves this computer.")
                       .arg(consentDisplayModeName(options.mode),
                           options.bidirectional ? QStringLiteral("bi-directional")
                                                 : QStringLiteral("one-way")));
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
        {QStringLiteral("ok"), played.has_value()},
        {QStringLiteral("consentDisplayMode"), consentDisplayModeName(options.mode)},
        {QStringLiteral("bidirectional"), options.bidirectional},
        {QStringLiteral("vault"), invocation.dataFolder().vault().backendName().english()},
        {QStringLiteral("steps"), steps},
        {QStringLiteral("totalMs"), int(timer.elapsed())},
    };
    if (!played) {
        invocation.note(played.error().detail);
        json.insert(QStringLiteral("error"), cli::describe(played.error(), Step::Confirm));
        report.json = json;
        report.exitCode = exitCodeFor(played.error());
        co_return report;
    }
    json.insert(QStringLiteral("integrationId"), played->integration.text());
    json.insert(QStringLiteral("companyId"), played->company.text());
    json.insert(QStringLiteral("companyName"), played->companyName);
    json.insert(QStringLiteral("notification"),
        played->notification ? QJsonValue(cli::describe(*played->notification)) : QJsonValue());
    report.json = json;
    report.text = QStringLiteral("\n%1 is on board as integration %2.\n")
                      .arg(harmless::line(played->companyName), played->integration.text());
    if (played->notification)
        report.text +=
            QStringLiteral("Then its administrator disabled it, and we were told: %1 (%2).\n")
                .arg(played->notification->eventType, timeText(played->notification->at));
    else
        report.text += QStringLiteral(
            "One-way: SmartRecruiters sends no notifications without oauthTokenUrl.\n");
    co_return report;
}

} // namespace

QList<Command> demoCommands()
{
    return {{
        QStringLiteral("demo"),
        {},
        QStringLiteral(
            "Plays the whole journey on the simulator over HTTP, with the time of each step."),
        {
            {QStringLiteral("mode"),
                QStringLiteral("How the customer meets the consent page (default: redirect)."),
                QStringLiteral("redirect|popup")},
            {QStringLiteral("one-way"),
                QStringLiteral("SmartRecruiters gets no access to the partner's API.")},
        },
        demo,
        Command::Needs::PassingConsole,
    }};
}

} // namespace jetbridge::cli
