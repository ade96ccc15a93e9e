// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/TrafficRecords.h"
#include "domain/Harmless.h"

#include <QJsonArray>

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
    return exchange.failure.isEmpty() ? QStringLiteral("loaded") : QStringLiteral("none");
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
        gaps += QStringLiteral(
            "Not recorded, because they came too fast or the disk was full: %1 exchanges.\n")
                    .arg(state.missed);
    if (!state.memoryOnlyBecause.isEmpty())
        gaps += QStringLiteral("Kept for this run only: %1\n")
                    .arg(harmless::line(state.memoryOnlyBecause));
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
    const QStringList head{QStringLiteral("N"), QStringLiteral("TIME"), QStringLiteral("FROM"),
        QStringLiteral("TO"), QStringLiteral("METHOD"), QStringLiteral("ANSWER"),
        QStringLiteral("MS"), QStringLiteral("URL"), QStringLiteral("ONBOARDING")};
    co_return Report{
        QJsonObject{{QStringLiteral("exchanges"), json}, {QStringLiteral("missed"), state->missed}},
        (rows.isEmpty() ? QStringLiteral("Nothing was recorded.\n") : table(head, rows))
            + gapsOf(*state)};
}

QString section(const QString& title, const QList<QPair<QByteArray, QByteArray>>& headers,
    const QByteArray& body)
{
    QString text;
    for (const auto& [name, value] : headers)
        text += harmless::line(QString::fromUtf8(name + ": " + value)) + QLatin1Char('\n');
    if (!body.isEmpty())
        text += QLatin1Char('\n') + printable(body) + QLatin1Char('\n');
    return text.isEmpty() ? QString() : QStringLiteral("\n%1\n%2").arg(title, text);
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
            QStringLiteral("There is no recorded exchange %1 in this environment (any more).")
                .arg(*number));
    const Exchange& exchange = **found;
    co_return Report{exchange.toJson(),
        facts({{QStringLiteral("Number"), QString::number(exchange.number)},
            {QStringLiteral("Time"), exchange.at.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("From"), laneName(exchange.from)},
            {QStringLiteral("To"), laneName(exchange.to)},
            {QStringLiteral("Onboarding"), QString::fromUtf8(exchange.correlationId)},
            {QStringLiteral("TLS"), exchange.tls},
            {QStringLiteral("Took"),
                exchange.milliseconds < 0 ? QString()
                                          : QStringLiteral("%1 ms").arg(exchange.milliseconds)},
            {QStringLiteral("Answer"), answerOf(exchange)},
            {QStringLiteral("Failure"), exchange.failure}})
            + section(harmless::line(QString::fromUtf8(exchange.method)) + QLatin1Char(' ')
                    + urlOf(exchange),
                exchange.requestHeaders, exchange.requestBody)
            + section(answerOf(exchange), exchange.replyHeaders, exchange.replyBody)};
}

Task<Outcome<Report>> exportThem(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    if (!arguments.has("format"))
        co_return failed(FailureKind::Invalid,
            QStringLiteral("--format is needed: har, jsonl, mermaid, html or curl."));
    const auto format = exchangeFormatFromName(arguments.value("format"));
    if (!format)
        co_return passOn(format);
    if (arguments.value("out").isEmpty())
        co_return failed(FailureKind::Invalid, QStringLiteral("--out FILE is needed."));
    ExchangeFilter filter = filterOf(arguments);
    filter.most = -1;
    if (invocation.global().vault == ConsoleOptions::VaultKind::Memory)
        invocation.note(
            QStringLiteral("--vault memory: there is no keychain whose secrets the export could be "
                           "searched for. They were taken out while it was recorded."));
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
    co_return Report{QJsonObject{{QStringLiteral("ok"), true}},
        QStringLiteral("The recorded traffic of this environment is gone.\n")};
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
    co_return Report{QJsonObject{{QStringLiteral("megabytes"), megabytes},
                         {QStringLiteral("days"), days}, {QStringLiteral("bytes"), state->bytes},
                         {QStringLiteral("exchanges"), state->exchanges},
                         {QStringLiteral("missed"), state->missed}},
        facts(
            {{QStringLiteral("At most"), QStringLiteral("%1 MB, %2 days").arg(megabytes).arg(days)},
                {QStringLiteral("Kept"),
                    QStringLiteral("%1 exchanges, %2 kB")
                        .arg(state->exchanges)
                        .arg((state->bytes + 1023) / 1024)}})
            + gapsOf(*state)};
}

} // namespace

QList<Command> trafficCommands()
{
    const QString number = QStringLiteral("N");
    const QCommandLineOption onboarding(QStringLiteral("onboarding"),
        QStringLiteral("Of this onboarding alone."), QStringLiteral("ID"));
    const QCommandLineOption search(QStringLiteral("search"),
        QStringLiteral("With this in method, URL, status or failure."), QStringLiteral("TEXT"));
    return {
        {
            QStringLiteral("traffic list"),
            {},
            QStringLiteral("The recorded HTTP exchanges, the newest first, without secrets."),
            {onboarding, search,
                {QStringLiteral("most"),
                    QStringLiteral("How many of them (default: %1).").arg(defaultCount), number}},
            list,
        },
        {QStringLiteral("traffic show"), number,
            QStringLiteral("One exchange with its headers and bodies."), {}, show},
        {
            QStringLiteral("traffic export"),
            {},
            QStringLiteral("Writes recorded exchanges to a file; refused if a secret stood in it."),
            {onboarding, search,
                {QStringLiteral("format"), QStringLiteral("How they are written."),
                    QStringLiteral("har|jsonl|mermaid|html|curl")},
                {QStringLiteral("out"), QStringLiteral("Where it goes (-: standard output)."),
                    QStringLiteral("FILE")}},
            exportThem,
        },
        {QStringLiteral("traffic clear"), {},
            QStringLiteral("Removes the recorded traffic of this environment."), {}, clear},
        {
            QStringLiteral("traffic limits"),
            {},
            QStringLiteral(
                "How much recorded traffic the data folder keeps, for all environments."),
            {{QStringLiteral("megabytes"),
                 QStringLiteral("What is more goes, the oldest first (1 to %1).")
                     .arg(TrafficLimits::mostMegabytes),
                 number},
                {QStringLiteral("days"),
                    QStringLiteral("What is older goes (1 to %1).").arg(TrafficLimits::mostDays),
                    number}},
            limits,
        },
    };
}

} // namespace jetbridge::cli
