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

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

constexpr int defaultCount = 50;
constexpr int mostCount = 100'000;

QString repeatMark(const Notification& notification)
{
    return notification.repeat ? u"repeat"_s : QString();
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const auto count =
        arguments.has("last") ? arguments.number("last", 1, mostCount) : Outcome<int>(defaultCount);
    if (!count)
        co_return passOn(count);
    const auto notifications = co_await invocation.endpoints().notifications(*count);
    if (!notifications)
        co_return passOn(notifications);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Notification& one : *notifications) {
        json.append(describe(one));
        rows.append({QString::number(one.number), timeText(one.at), one.eventType,
            one.company.text(), repeatMark(one)});
    }
    co_return Report{QJsonObject{{u"notifications"_s, json}},
        rows.isEmpty() ? u"No notifications.\n"_s
                       : table({u"N"_s, u"TIME"_s, u"EVENT"_s, u"COMPANY"_s, QString()}, rows)};
}

/// Describes the state of forwarding to the partner's own backend.
QString wayOf(const Forward& forward)
{
    if (forward.deliveredAt.isValid())
        return timeText(forward.deliveredAt);
    return u"waiting, tries so far: %1, next: %2. %3"_s.arg(forward.tries)
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
    json.insert(u"body"_s, QString::fromUtf8(found->body));
    json.insert(u"forward"_s, *forward ? QJsonValue(describe(**forward)) : QJsonValue());
    co_return Report{json,
        facts({{u"Number"_s, QString::number(found->number)}, {u"Received"_s, timeText(found->at)},
            {u"Event"_s, found->eventType}, {u"Company"_s, found->company.text()},
            {u"Client ID"_s, found->client.text()},
            {u"Repeat"_s, found->repeat ? u"the same came before"_s : QString()},
            {u"Passed on"_s, *forward ? wayOf(**forward) : QString()}})
            + QLatin1Char('\n')
            + (found->isBodyDropped ? u"(The body is not kept any more: the oldest go first.)"_s
                                    : printable(found->body))
            + QLatin1Char('\n')};
}

/// Returns the body to send instead of the one that arrived; nullopt to send that one.
Task<Outcome<std::optional<QByteArray>>> editedBody(Invocation& invocation)
{
    if (!invocation.arguments().has("edit"))
        co_return std::optional<QByteArray>();
    const QString path = invocation.arguments().value("edit");
    const auto content = path == "-"_L1 ? co_await readStandardInput(
                             invocation.interruption(), u"The body to send, then Ctrl+D: "_s)
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
        co_return failed(FailureKind::Invalid, u"--to URL is needed."_s);
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
        QJsonObject{{u"ok"_s, isTaken}, {u"number"_s, *number},
            {u"to"_s, url.toString(QUrl::FullyEncoded)}, {u"edited"_s, body->has_value()},
            {u"status"_s, answer->status}, {u"ms"_s, answer->milliseconds},
            {u"body"_s, QString::fromUtf8(answer->body)}},
        u"%1 answered %2 in %3 ms.\n%4"_s.arg(url.toString(QUrl::FullyEncoded))
            .arg(answer->status)
            .arg(answer->milliseconds)
            .arg(answer->body.isEmpty() ? QString() : printable(answer->body) + QLatin1Char('\n')),
        isTaken ? ExitCode::Done : ExitCode::Negative};
}

QJsonObject describe(const Rehearsal& rehearsal)
{
    return {{u"status"_s, rehearsal.answer.status}, {u"delayMs"_s, rehearsal.answer.delayMs},
        {u"drop"_s, rehearsal.answer.drop}, {u"next"_s, rehearsal.times}};
}

QString describeForPeople(const Rehearsal& rehearsal)
{
    if (rehearsal.times == 0)
        return u"Notifications are answered as usual.\n"_s;
    const QString how = rehearsal.answer.drop ? u"no answer: the connection ends"_s
                                              : QString::number(rehearsal.answer.status);
    return u"Notifications still answered like this: %1 (%2, after %3 ms). They are "
           "kept as always.\n"_s.arg(rehearsal.times)
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
    const QString number = u"N"_s;
    return {
        {
            u"inbox list"_s,
            {},
            u"The notifications that came to callbackUrl, the newest first."_s,
            {{u"last"_s, u"How many of them (default: %1)."_s.arg(defaultCount), number}},
            list,
        },
        {u"inbox show"_s, number,
            u"One notification as it came, with [secret] in the place of each secret that is "
            "known here."_s,
            {}, show},
        {
            u"inbox replay"_s,
            number,
            u"Sends a notification to your own backend once more; %1 may hold a "
            "bearer token for it."_s.arg(QLatin1String(backendTokenVariable)),
            {
                {u"to"_s, u"Where to: https, or http on this computer."_s, u"URL"_s},
                {u"edit"_s, u"A file with the body to send instead (-: standard input)."_s,
                    u"FILE"_s},
            },
            replay,
        },
        {
            u"inbox answer"_s,
            {},
            u"Rehearses errors: how callbackUrl answers the next notifications, also "
            "those of a `serve` that runs already. Without options: what is left."_s,
            {
                {u"status"_s, u"200 to 599 (default: 200)."_s, u"S"_s},
                {u"delay"_s, u"Only after so many milliseconds."_s, u"MS"_s},
                {u"drop"_s, u"No answer at all: the connection is closed."_s},
                {u"next"_s, u"How many notifications (default: 1; 0: as usual again)."_s, number},
            },
            answer,
        },
    };
}

} // namespace jetbridge::cli
