// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/TrafficRecords.h"
#include "domain/Harmless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

constexpr int defaultCount = 50;
constexpr int mostCount = 100'000;

ExchangeFilter filterOf(const Arguments& arguments)
{
    ExchangeFilter filter;
    filter.onboarding = OnboardingId(arguments.value("onboarding"));
    filter.search = arguments.value("search");
    return filter;
}

QString answerOf(const Exchange& exchange)
{
    if (exchange.status > 0)
        return QString::number(exchange.status);
    return exchange.failure.isEmpty() ? u"loaded"_s : u"none"_s;
}

QString tookOf(const Exchange& exchange)
{
    return exchange.milliseconds < 0 ? QString() : QString::number(exchange.milliseconds);
}

QString urlOf(const Exchange& exchange)
{
    return harmless::line(QString::fromUtf8(exchange.url.toEncoded()));
}

/// Describes what makes the record incomplete; empty if it is complete.
QString gapsOf(const TrafficState& state)
{
    QString gaps;
    if (state.missed > 0)
        gaps +=
            u"Not recorded, because they came too fast, the disk was full or the program ended: "
            "%1 exchanges.\n"_s.arg(state.missed);
    if (!state.memoryOnlyBecause.isEmpty())
        gaps += u"Kept for this run only: %1\n"_s.arg(harmless::line(state.memoryOnlyBecause));
    return gaps;
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    ExchangeFilter filter = filterOf(invocation.arguments());
    filter.most = defaultCount;
    if (invocation.arguments().has("most")) {
        const auto most = invocation.arguments().number("most", 1, mostCount);
        if (!most)
            co_return passOn(most);
        filter.most = *most;
    }
    const auto exchanges = co_await invocation.traffic().exchanges().list(filter);
    if (!exchanges)
        co_return passOn(exchanges);
    const auto state = co_await invocation.traffic().keeping().state();
    if (!state)
        co_return passOn(state);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Exchange& one : *exchanges) {
        json.append(one.headToJson());
        rows.append({QString::number(one.number), timeText(one.at), laneName(one.from),
            laneName(one.to), QString::fromUtf8(one.method), answerOf(one), tookOf(one), urlOf(one),
            QString::fromUtf8(one.correlationId)});
    }
    const QStringList head{u"N"_s, u"TIME"_s, u"FROM"_s, u"TO"_s, u"METHOD"_s, u"ANSWER"_s, u"MS"_s,
        u"URL"_s, u"ONBOARDING"_s};
    co_return Report{QJsonObject{{u"exchanges"_s, json}, {u"missed"_s, state->missed}},
        (rows.isEmpty() ? u"Nothing was recorded.\n"_s : table(head, rows)) + gapsOf(*state)};
}

QString section(const QString& title, const QList<QPair<QByteArray, QByteArray>>& headers,
    const QByteArray& body)
{
    QString text;
    for (const auto& [name, value] : headers)
        text += harmless::line(QString::fromUtf8(name + ": " + value)) + QLatin1Char('\n');
    if (!body.isEmpty())
        text += QLatin1Char('\n') + printable(body) + QLatin1Char('\n');
    return text.isEmpty() ? QString() : u"\n%1\n%2"_s.arg(title, text);
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const auto number = invocation.arguments().listedNumber("traffic list");
    if (!number)
        co_return passOn(number);
    const auto found = co_await invocation.traffic().exchanges().find(*number);
    if (!found)
        co_return passOn(found);
    if (!found->has_value())
        co_return failed(FailureKind::NotFound,
            u"There is no recorded exchange %1 in this environment (any more)."_s.arg(*number));
    const Exchange& exchange = **found;
    co_return Report{exchange.toJson(),
        facts({{u"Number"_s, QString::number(exchange.number)},
            {u"Time"_s, exchange.at.toUTC().toString(Qt::ISODateWithMs)},
            {u"From"_s, laneName(exchange.from)}, {u"To"_s, laneName(exchange.to)},
            {u"Onboarding"_s, QString::fromUtf8(exchange.correlationId)}, {u"TLS"_s, exchange.tls},
            {u"Took"_s,
                exchange.milliseconds < 0 ? QString() : u"%1 ms"_s.arg(exchange.milliseconds)},
            {u"Answer"_s, answerOf(exchange)}, {u"Failure"_s, exchange.failure}})
            + section(harmless::line(QString::fromUtf8(exchange.method)) + QLatin1Char(' ')
                    + urlOf(exchange),
                exchange.requestHeaders, exchange.requestBody)
            + section(answerOf(exchange), exchange.replyHeaders, exchange.replyBody)};
}

Task<Outcome<Report>> exportThem(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    if (!arguments.has("format"))
        co_return failed(
            FailureKind::Invalid, u"--format is needed: har, jsonl, mermaid, html or curl."_s);
    const auto format = exchangeFormatFromName(arguments.value("format"));
    if (!format)
        co_return passOn(format);
    if (arguments.value("out").isEmpty())
        co_return failed(FailureKind::Invalid, u"--out FILE is needed."_s);
    ExchangeFilter filter = filterOf(arguments);
    filter.most = -1;
    if (invocation.global().vault == ConsoleOptions::VaultKind::Memory)
        invocation.note(u"--vault memory: there is no keychain whose secrets the export could be "
                        "searched for. They were taken out while it was recorded."_s);
    const auto content = co_await invocation.traffic().exportAs(filter, *format);
    if (!content)
        co_return passOn(content);
    co_return writeDocument(arguments.value("out"), arguments.value("format"), *content, true);
}

Task<Outcome<Report>> clear(Invocation& invocation)
{
    const auto cleared = co_await invocation.traffic().keeping().clear();
    if (!cleared)
        co_return passOn(cleared);
    co_return Report{
        QJsonObject{{u"ok"_s, true}}, u"The recorded traffic of this environment is gone.\n"_s};
}

Task<Outcome<Report>> limits(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    TrafficKeeping& keeping = invocation.traffic().keeping();
    auto state = co_await keeping.state();
    if (!state)
        co_return passOn(state);
    using Limits = TrafficLimits;
    if (arguments.has("megabytes")) {
        const auto megabytes =
            arguments.number("megabytes", Limits::fewestMegabytes, Limits::mostMegabytes);
        if (!megabytes)
            co_return passOn(megabytes);
        state->limits.mostBytes = *megabytes * Limits::megabyte;
    }
    if (arguments.has("days")) {
        const auto days = arguments.number("days", Limits::fewestDays, Limits::mostDays);
        if (!days)
            co_return passOn(days);
        state->limits.mostAge = std::chrono::days(*days);
    }
    if (arguments.has("megabytes") || arguments.has("days")) {
        const auto changed = co_await keeping.setLimits(state->limits);
        if (!changed)
            co_return passOn(changed);
        state = co_await keeping.state();
        if (!state)
            co_return passOn(state);
    }
    const qint64 megabytes = state->limits.mostBytes / Limits::megabyte;
    const int days =
        int(std::chrono::duration_cast<std::chrono::days>(state->limits.mostAge).count());
    co_return Report{
        QJsonObject{{u"megabytes"_s, megabytes}, {u"days"_s, days}, {u"bytes"_s, state->bytes},
            {u"exchanges"_s, state->exchanges}, {u"missed"_s, state->missed}},
        facts({{u"At most"_s, u"%1 MB, %2 days"_s.arg(megabytes).arg(days)},
            {u"Kept"_s,
                u"%1 exchanges, %2 kB"_s.arg(state->exchanges).arg((state->bytes + 1023) / 1024)}})
            + gapsOf(*state)};
}

} // namespace

QList<Command> trafficCommands()
{
    const QString number = u"N"_s;
    const QCommandLineOption onboarding(u"onboarding"_s, u"Of this onboarding alone."_s, u"ID"_s);
    const QCommandLineOption search(
        u"search"_s, u"With this in method, URL, status or failure."_s, u"TEXT"_s);
    return {
        {
            u"traffic list"_s,
            {},
            u"The recorded HTTP exchanges, the newest first, without secrets."_s,
            {onboarding, search,
                {u"most"_s, u"How many of them (default: %1)."_s.arg(defaultCount), number}},
            list,
        },
        {u"traffic show"_s, number, u"One exchange with its headers and bodies."_s, {}, show},
        {
            u"traffic export"_s,
            {},
            u"Writes recorded exchanges to a file; refused if a secret stood in it."_s,
            {onboarding, search,
                {u"format"_s, u"How they are written."_s, u"har|jsonl|mermaid|html|curl"_s},
                {u"out"_s, u"Where it goes (-: standard output)."_s, u"FILE"_s}},
            exportThem,
        },
        {u"traffic clear"_s, {}, u"Removes the recorded traffic of this environment."_s, {}, clear},
        {
            u"traffic limits"_s,
            {},
            u"How much recorded traffic the data folder keeps, for all environments."_s,
            {{u"megabytes"_s,
                 u"What is more goes, the oldest first (1 to %1)."_s.arg(
                     TrafficLimits::mostMegabytes),
                 number},
                {u"days"_s, u"What is older goes (1 to %1)."_s.arg(TrafficLimits::mostDays),
                    number}},
            limits,
        },
    };
}

} // namespace jetbridge::cli
