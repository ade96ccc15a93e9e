// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/DeliveryText.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/Customers.h"
#include "console/Deliveries.h"
#include "flows/StoredIntegration.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

using namespace std::chrono_literals;

constexpr auto patience = 60s; // Staff wait for the result.
constexpr int mostListed = 10'000;

/// Reads which deliveries are meant.
Task<Outcome<Outbox::Query>> queryFrom(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    Outbox::Query query;
    query.company = CompanyId(arguments.value("company"));
    query.isWaiting = arguments.has("waiting");
    if (arguments.has("sink")) {
        const auto sink =
            co_await namedSink(invocation.deliveries().sinks(), arguments.value("sink"));
        if (!sink)
            co_return passOn(sink);
        query.sink = sink->number;
    }
    if (!arguments.operands.isEmpty()) {
        const auto number = arguments.listedNumber("deliveries list");
        if (!number)
            co_return passOn(number);
        query.number = *number;
    }
    co_return query;
}

QString tableOf(const QList<Delivery>& deliveries)
{
    QList<QStringList> rows;
    for (const Delivery& one : deliveries) {
        const bool isWaiting = one.state == DeliveryState::Waiting;
        rows.append({QString::number(one.number), one.sinkName, deliveryEventName(one.event),
            one.company.text(), one.integration.text(), deliveryStateName(one.state),
            QString::number(one.tries), timeText(isWaiting ? one.notedAt : one.endedAt),
            one.why.isEmpty() ? one.place : one.why});
    }
    return table({u"NUMBER"_s, u"SINK"_s, u"EVENT"_s, u"COMPANY"_s, u"INTEGRATION"_s, u"STATE"_s,
                     u"TRIES"_s, u"TIME"_s, u"WHERE OR WHY"_s},
        rows);
}

QJsonArray describeAll(const QList<Delivery>& deliveries)
{
    QJsonArray json;
    for (const Delivery& one : deliveries)
        json.append(describe(one));
    return json;
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    auto query = co_await queryFrom(invocation);
    if (!query)
        co_return passOn(query);
    query->limit = mostListed;
    const auto deliveries = co_await invocation.deliveries().outbox().list(*query);
    if (!deliveries)
        co_return passOn(deliveries);
    co_return Report{QJsonObject{{u"deliveries"_s, describeAll(*deliveries)}},
        deliveries->isEmpty() ? u"No deliveries.\n"_s : tableOf(*deliveries)};
}

Task<Outcome<Report>> retry(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const int ways =
        int(arguments.operands.size()) + int(arguments.has("sink")) + int(arguments.has("all"));
    if (ways != 1)
        co_return failed(
            FailureKind::Invalid, u"Say which deliveries: a number, --sink NAME or --all."_s);
    auto query = co_await queryFrom(invocation);
    if (!query)
        co_return passOn(query);
    Deliveries& deliveries = invocation.deliveries();
    const auto due = co_await deliveries.outbox().retry(*query);
    if (!due)
        co_return passOn(due);
    if (*due == 0 && arguments.operands.isEmpty())
        co_return Report{QJsonObject{{u"ok"_s, true}, {u"due"_s, 0}, {u"waiting"_s, QJsonArray()}},
            u"Nothing waits.\n"_s};
    if (*due == 0)
        co_return failed(
            FailureKind::NotFound, u"Nothing of that waits: see `deliveries list --waiting`."_s);
    co_await deliveries.deliverNow(patience, Deliveries::IfBusy::Wait);
    query->isWaiting = true;
    query->limit = mostListed;
    const auto left = co_await deliveries.outbox().list(*query);
    if (!left)
        co_return passOn(left);
    co_return Report{QJsonObject{{u"ok"_s, left->isEmpty()}, {u"due"_s, *due},
                         {u"waiting"_s, describeAll(*left)}},
        left->isEmpty() ? u"%1 delivered.\n"_s.arg(*due)
                        : u"Still waiting, and tried again by `serve`, the window and later "
                          "commands:\n"_s
                + tableOf(*left),
        left->isEmpty() ? ExitCode::Done : ExitCode::Negative};
}

/// Returns the customers that a test is about: one that was named, or all.
Task<Outcome<QList<Integration>>> testedCustomers(Invocation& invocation)
{
    Integrations& integrations = invocation.customers().integrations();
    const QStringList& operands = invocation.arguments().operands;
    if (operands.size() < 2)
        co_return co_await allIntegrations(integrations, {});
    const auto one = co_await storedIntegration(integrations, IntegrationId(operands.at(1)));
    if (!one)
        co_return passOn(one);
    co_return QList<Integration>{*one};
}

Task<Outcome<Report>> test(Invocation& invocation)
{
    Deliveries& deliveries = invocation.deliveries();
    const QStringList& operands = invocation.arguments().operands;
    const auto sink = co_await namedSink(deliveries.sinks(), operands.constFirst());
    if (!sink)
        co_return passOn(sink);
    auto customers = co_await testedCustomers(invocation);
    if (!customers)
        co_return passOn(customers);
    const bool isOne = operands.size() > 1;
    if (customers->isEmpty()) // The sink itself is tested in any case.
        customers->append(Integration());
    QJsonArray json;
    QString text;
    for (const Integration& customer : std::as_const(*customers)) {
        const auto preview = co_await deliveries.preview(*sink, customer);
        if (!preview)
            co_return passOn(preview);
        const QString content = QString::fromUtf8(preview->content);
        json.append(QJsonObject{{u"companyId"_s, customer.company.text()},
            {u"integrationId"_s, customer.id.text()}, {u"place"_s, preview->place},
            {u"content"_s, content}});
        const QString company =
            customer.id.isEmpty() ? u"(no customer yet)"_s : customer.company.text();
        text += u"%1 -> %2\n"_s.arg(company, preview->place);
        if (isOne)
            text += QLatin1Char('\n') + content + QLatin1Char('\n');
    }
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"sink"_s, sink->name}, {u"deliveries"_s, json}},
        text + u"Nothing was delivered.\n"_s};
}

} // namespace

QList<Command> deliveriesCommands()
{
    const QCommandLineOption sink{u"sink"_s, u"Only those for this sink."_s, u"NAME"_s};
    return {
        {u"deliveries list"_s, {},
            u"What was delivered to the sinks, what waits, and why; the newest first."_s,
            {sink, {u"company"_s, u"Only those of this company."_s, u"ID"_s},
                {u"waiting"_s, u"Only what was not taken yet."_s}},
            list},
        {u"deliveries retry"_s, u"[N]"_s,
            u"Tries at once what waits for its next try: one, those for a sink, or all."_s,
            {sink, {u"all"_s, u"Everything that waits."_s}}, retry},
        {u"deliveries test"_s, u"SINK [ID]"_s,
            u"Shows what would go where, for every customer or for one integration, with every "
            "secret masked, and checks whether the sink can be used. Nothing is delivered."_s,
            {}, test},
    };
}

} // namespace jetbridge::cli
