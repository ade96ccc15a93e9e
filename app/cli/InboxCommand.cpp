// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Endpoints.h"
#include "domain/Environment.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace jetbridge::cli {

namespace {

constexpr int defaultCount = 50;
constexpr int mostCount = 100'000;

QString repeatMark(const Notification& notification)
{
    return notification.repeat ? QStringLiteral("repeat") : QString();
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const auto count =
        arguments.has("last") ? arguments.number("last", 1, mostCount) : Outcome<int>(defaultCount);
    if (!count)
        co_return passOn(count);
    const auto notifications = co_await invocation.endpoints().inbox().latest(*count);
    if (!notifications)
        co_return passOn(notifications);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Notification& one : *notifications) {
        json.append(describe(one));
        rows.append({QString::number(one.number), timeText(one.at), one.eventType,
            one.company.text(), repeatMark(one)});
    }
    co_return Report{QJsonObject{{QStringLiteral("notifications"), json}},
        rows.isEmpty() ? QStringLiteral("No notifications.\n")
                       : table({QStringLiteral("N"), QStringLiteral("TIME"),
                                   QStringLiteral("EVENT"), QStringLiteral("COMPANY"), QString()},
                           rows)};
}

/// Describes the state of forwarding to the partner's own backend.
QString wayOf(const Forward& forward)
{
    if (forward.deliveredAt.isValid())
        return timeText(forward.deliveredAt);
    return QStringLiteral("waiting, tries so far: %1, next: %2. %3")
        .arg(forward.tries)
        .arg(timeText(forward.due), forward.lastFailure)
        .trimmed();
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const auto number = invocation.arguments().listedNumber("inbox list");
    if (!number)
        co_return passOn(number);
    const auto found = co_await invocation.endpoints().notification(*number);
    if (!found)
        co_return passOn(found);
    const auto forward = co_await invocation.endpoints().forwards().of(*number);
    if (!forward)
        co_return passOn(forward);
    QJsonObject json = describe(*found);
    json.insert(QStringLiteral("body"), QString::fromUtf8(found->body));
    json.insert(
        QStringLiteral("forward"), *forward ? QJsonValue(describe(**forward)) : QJsonValue());
    co_return Report{json,
        facts({{QStringLiteral("Number"), QString::number(found->number)},
            {QStringLiteral("Received"), timeText(found->at)},
            {QStringLiteral("Event"), found->eventType},
            {QStringLiteral("Company"), found->company.text()},
            {QStringLiteral("Client ID"), found->client.text()},
            {QStringLiteral("Repeat"),
                found->repeat ? QStringLiteral("the same came before") : QString()},
            {QStringLiteral("Passed on"), *forward ? wayOf(**forward) : QString()}})
            + QLatin1Char('\n')
            + (found->isBodyDropped
                    ? QStringLiteral("(The body is not kept any more: the oldest go first.)")
                    : printable(found->body))
            + QLatin1Char('\n')};
}

/// Returns the body to send instead of the one that arrived; nullopt to send that one.
Task<Outcome<std::optional<QByteArray>>> editedBody(Invocation& invocation)
{
    if (!invocation.arguments().has("edit"))
        co_return std::optional<QByteArray>();
    const QString path = invocation.arguments().value("edit");
    const auto content = path == QLatin1String("-")
        ? co_await readStandardInput(
            invocation.interruption(), QStringLiteral("The body to send, then Ctrl+D: "))
        : readInputFile(path);
    if (!content)
        co_return passOn(content);
    co_return std::optional<QByteArray>(*content);
}

Task<Outcome<Report>> replay(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const auto number = arguments.listedNumber("inbox list");
    if (!number)
        co_return passOn(number);
    if (!arguments.has("to"))
        co_return failed(FailureKind::Invalid, QStringLiteral("--to URL is needed."));
    const QUrl url(arguments.value("to"), QUrl::StrictMode);
    if (const auto sound = checkUrl("to", url); !sound)
        co_return passOn(sound);
    const auto bearer = takeBackendTokenVariable();
    if (!bearer)
        co_return passOn(bearer);
    const auto body = co_await editedBody(invocation);
    if (!body)
        co_return passOn(body);
    const auto answer = co_await invocation.endpoints().replay(*number, {url, *bearer}, *body);
    if (!answer)
        co_return passOn(answer);
    const bool isTaken = answer->status >= 200 && answer->status < 300;
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), isTaken}, {QStringLiteral("number"), *number},
            {QStringLiteral("to"), url.toString(QUrl::FullyEncoded)},
            {QStringLiteral("edited"), body->has_value()},
            {QStringLiteral("status"), answer->status},
            {QStringLiteral("ms"), answer->milliseconds},
            {QStringLiteral("body"), QString::fromUtf8(answer->body)}},
        QStringLiteral("%1 answered %2 in %3 ms.\n%4")
            .arg(url.toString(QUrl::FullyEncoded))
            .arg(answer->status)
            .arg(answer->milliseconds)
            .arg(answer->body.isEmpty() ? QString() : printable(answer->body) + QLatin1Char('\n')),
        isTaken ? ExitCode::Done : ExitCode::Negative};
}

QJsonObject describe(const Rehearsal& rehearsal)
{
    return {{QStringLiteral("status"), rehearsal.answer.status},
        {QStringLiteral("delayMs"), rehearsal.answer.delayMs},
        {QStringLiteral("drop"), rehearsal.answer.drop}, {QStringLiteral("next"), rehearsal.times}};
}

QString describeForPeople(const Rehearsal& rehearsal)
{
    if (rehearsal.times == 0)
        return QStringLiteral("Notifications are answered as usual.\n");
    const QString how = rehearsal.answer.drop ? QStringLiteral("no answer: the connection ends")
                                              : QString::number(rehearsal.answer.status);
    return QStringLiteral("Notifications still answered like this: %1 (%2, after %3 ms). They are "
                          "kept as always.\n")
        .arg(rehearsal.times)
        .arg(how)
        .arg(rehearsal.answer.delayMs);
}

/// Sets the answer for the next notifications from the command line's options; without any, it
/// reports the rehearsal that is under way.
Task<Outcome<Report>> answer(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    Inbox& inbox = invocation.endpoints().inbox();
    Rehearsal wanted;
    bool isAsked = arguments.has("drop");
    wanted.answer.drop = isAsked;
    wanted.times = 1;
    for (const auto& [option, field] : {std::pair{"status", &wanted.answer.status},
             std::pair{"delay", &wanted.answer.delayMs}, std::pair{"next", &wanted.times}}) {
        if (!arguments.has(option))
            continue;
        isAsked = true;
        const auto number = arguments.number(option);
        if (!number)
            co_return passOn(number);
        *field = *number;
    }
    if (isAsked)
        if (const auto saved = co_await inbox.rehearse(wanted); !saved)
            co_return passOn(saved);
    const auto left = co_await inbox.rehearsal();
    if (!left)
        co_return passOn(left);
    co_return Report{describe(*left), describeForPeople(*left)};
}

} // namespace

QList<Command> inboxCommands()
{
    const QString number = QStringLiteral("N");
    return {
        {
            QStringLiteral("inbox list"),
            {},
            QStringLiteral("The notifications that came to callbackUrl, the newest first."),
            {{QStringLiteral("last"),
                QStringLiteral("How many of them (default: %1).").arg(defaultCount), number}},
            list,
        },
        {QStringLiteral("inbox show"), number, QStringLiteral("One notification as it came."), {},
            show},
        {
            QStringLiteral("inbox replay"),
            number,
            QStringLiteral("Sends a notification to your own backend once more; %1 may hold a "
                           "bearer token for it.")
                .arg(QLatin1String(backendTokenVariable)),
            {
                {QStringLiteral("to"), QStringLiteral("Where to: https, or http on this computer."),
                    QStringLiteral("URL")},
                {QStringLiteral("edit"),
                    QStringLiteral("A file with the body to send instead (-: standard input)."),
                    QStringLiteral("FILE")},
            },
            replay,
        },
        {
            QStringLiteral("inbox answer"),
            {},
            QStringLiteral("Rehearses errors: how callbackUrl answers the next notifications, also "
                           "those of a `serve` that runs already. Without options: what is left."),
            {
                {QStringLiteral("status"), QStringLiteral("200 to 599 (default: 200)."),
                    QStringLiteral("S")},
                {QStringLiteral("delay"), QStringLiteral("Only after so many milliseconds."),
                    QStringLiteral("MS")},
                {QStringLiteral("drop"),
                    QStringLiteral("No answer at all: the connection is closed.")},
                {QStringLiteral("next"),
                    QStringLiteral("How many notifications (default: 1; 0: as usual again)."),
                    number},
            },
            answer,
        },
    };
}

} // namespace jetbridge::cli
