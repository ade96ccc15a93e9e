// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/RequestLog.h"

#include "simulator/Fields.h"
#include "simulator/PathPattern.h"

#include <QSet>

namespace jetbridge::simulator {

namespace {

constexpr qsizetype mostKept = 10'000;
constexpr auto badExpectation = "INVALID_EXPECTATION";

} // namespace

QJsonObject LoggedRequest::toJson() const
{
    return {{QStringLiteral("number"), number},
        {QStringLiteral("at"), at.toString(Qt::ISODateWithMs)},
        {QStringLiteral("direction"), outgoing ? QStringLiteral("out") : QStringLiteral("in")},
        {QStringLiteral("method"), QString::fromLatin1(method)}, {QStringLiteral("url"), url},
        {QStringLiteral("path"), path}, {QStringLiteral("authentication"), authentication},
        {QStringLiteral("client"), client}, {QStringLiteral("company"), company},
        {QStringLiteral("status"), status}, {QStringLiteral("faulty"), faulty},
        {QStringLiteral("secretInUrl"), secretInUrl}};
}

qint64 RequestLog::add(LoggedRequest request)
{
    request.number = ++m_last;
    // Half at a time, so that keeping the bound costs nothing per request.
    if (m_requests.size() >= mostKept)
        m_requests.remove(0, mostKept / 2);
    m_requests.append(std::move(request));
    return m_last;
}

LoggedRequest* RequestLog::find(qint64 number)
{
    if (m_requests.isEmpty())
        return nullptr;
    const qint64 index = number - m_requests.constFirst().number;
    return index >= 0 && index < m_requests.size() ? &m_requests[index] : nullptr;
}

void RequestLog::clear()
{
    m_requests.clear();
}

void RequestLog::Filter::read(Fields& fields)
{
    fields.text("method", method);
    fields.text("path", path);
    fields.text("company", company);
    fields.text("client", client);
    fields.number("status", status, 100, 599);
    fields.choice("direction", direction, {QStringLiteral("in"), QStringLiteral("out")});
    method = method.toUpper();
}

bool RequestLog::matches(const LoggedRequest& request, const Filter& filter)
{
    return (filter.method.isEmpty() || filter.method == QLatin1String(request.method))
        && (filter.path.isEmpty() || matchesPattern(filter.path, request.path))
        && (filter.company.isEmpty() || filter.company == request.company)
        && (filter.client.isEmpty() || filter.client == request.client)
        && (filter.status == 0 || filter.status == request.status)
        && (filter.direction.isEmpty()
            || (filter.direction == QLatin1String("out")) == request.outgoing)
        && request.number > filter.after;
}

QJsonObject RequestLog::list(const Filter& filter) const
{
    QJsonArray requests;
    int matched = 0;
    int leaks = 0;
    for (const LoggedRequest& request : m_requests) {
        leaks += request.secretInUrl ? 1 : 0;
        if (matches(request, filter) && ++matched <= filter.limit)
            requests.append(request.toJson());
    }
    return {{QStringLiteral("total"), m_requests.size()}, {QStringLiteral("matched"), matched},
        {QStringLiteral("secretsInUrls"), leaks}, {QStringLiteral("requests"), requests}};
}

Outcome<QList<RequestLog::Expected>> RequestLog::expectedIn(const QJsonArray& list)
{
    QList<Expected> result;
    for (const QJsonValue& value : list) {
        const QString place = QStringLiteral("expected[%1]").arg(result.size());
        if (!value.isObject())
            return failed(FailureKind::Invalid, place + QStringLiteral(" must be an object."), 400,
                QString::fromLatin1(badExpectation));
        Expected expected{value.toObject(), {}, 1};
        Fields fields(expected.source, place, QString::fromLatin1(badExpectation));
        expected.filter.read(fields);
        fields.number("times", expected.times, 0, int(mostKept));
        if (const auto read = fields.result(); !read)
            return passOn(read);
        result.append(std::move(expected));
    }
    return result;
}

Outcome<QJsonObject> RequestLog::verify(const QJsonObject& expectation) const
{
    Fields fields(expectation, {}, QString::fromLatin1(badExpectation));
    const QJsonValue list = fields.any("expected");
    bool inOrder = false;
    bool allowOthers = false;
    fields.flag("inOrder", inOrder);
    fields.flag("allowOthers", allowOthers);
    if (!list.isArray())
        fields.refuse("expected", QStringLiteral("must be a list"));
    if (const auto read = fields.result(); !read)
        return passOn(read);
    const auto expectations = expectedIn(list.toArray());
    if (!expectations)
        return passOn(expectations);

    QJsonArray missing;
    QSet<qint64> taken;
    QSet<qint64> unwanted;
    qint64 reached = 0;
    for (const Expected& expected : *expectations) {
        int found = 0;
        for (const LoggedRequest& request : m_requests) {
            if (taken.contains(request.number) || !matches(request, expected.filter))
                continue;
            if (expected.times == 0)
                unwanted.insert(request.number);
            if (found == expected.times)
                break;
            if (inOrder && request.number <= reached)
                continue;
            taken.insert(request.number);
            reached = request.number;
            ++found;
        }
        if (found < expected.times) {
            QJsonObject absent = expected.source;
            absent.insert(QStringLiteral("found"), found);
            missing.append(absent);
        }
    }

    QJsonArray extra;
    QJsonArray leaks;
    for (const LoggedRequest& request : m_requests) {
        // How a test steers the simulator is nothing that it expects of its backend.
        const bool isOther = !taken.contains(request.number) && !allowOthers
            && !request.path.startsWith(QLatin1String("/_simulator/"));
        if (isOther || unwanted.contains(request.number))
            extra.append(request.toJson());
        if (request.secretInUrl)
            leaks.append(request.toJson());
    }
    return QJsonObject{
        {QStringLiteral("ok"), missing.isEmpty() && leaks.isEmpty() && extra.isEmpty()},
        {QStringLiteral("missing"), missing}, {QStringLiteral("extra"), extra},
        {QStringLiteral("secretsInUrls"), leaks}};
}

} // namespace jetbridge::simulator
