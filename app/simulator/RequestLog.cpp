// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/RequestLog.h"

#include <QSet>

namespace jetbridge::simulator {

namespace {

constexpr qsizetype mostKept = 10'000;

// Literal but for `*`, which spans anything.
bool matchesPattern(QStringView pattern, QStringView text)
{
    const qsizetype star = pattern.indexOf(QLatin1Char('*'));
    if (star < 0)
        return pattern == text;
    if (!text.startsWith(pattern.first(star)))
        return false;
    const QStringView rest = pattern.sliced(star + 1);
    for (qsizetype from = star; from <= text.size(); ++from)
        if (matchesPattern(rest, text.sliced(from)))
            return true;
    return false;
}

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

bool RequestLog::matches(const LoggedRequest& request, const Filter& filter)
{
    return (filter.method.isEmpty() || filter.method == request.method)
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

Outcome<QJsonObject> RequestLog::verify(const QJsonObject& expectation) const
{
    const QJsonValue expected = expectation.value(QLatin1String("expected"));
    if (!expected.isArray())
        return failed(FailureKind::Invalid, QStringLiteral("\"expected\" must be a list."), 422,
            QStringLiteral("INVALID_EXPECTATION"));
    const bool inOrder = expectation.value(QLatin1String("inOrder")).toBool();

    QJsonArray missing;
    QSet<qint64> taken;
    qint64 reached = 0;
    for (const QJsonValue& entry : expected.toArray()) {
        Filter filter;
        filter.method = entry[QLatin1String("method")].toString().toUpper().toLatin1();
        filter.path = entry[QLatin1String("path")].toString();
        filter.company = entry[QLatin1String("company")].toString();
        filter.status = entry[QLatin1String("status")].toInt();
        filter.direction = entry[QLatin1String("direction")].toString();
        const int times = entry[QLatin1String("times")].toInt(1);
        int found = 0;
        for (const LoggedRequest& request : m_requests) {
            if (found == times)
                break;
            if (taken.contains(request.number) || (inOrder && request.number <= reached)
                || !matches(request, filter))
                continue;
            taken.insert(request.number);
            reached = request.number;
            ++found;
        }
        if (found < times) {
            QJsonObject absent = entry.toObject();
            absent.insert(QStringLiteral("found"), found);
            missing.append(absent);
        }
    }

    QJsonArray extra;
    QJsonArray leaks;
    for (const LoggedRequest& request : m_requests) {
        if (!taken.contains(request.number))
            extra.append(request.toJson());
        if (request.secretInUrl)
            leaks.append(request.toJson());
    }
    const bool allowOthers = expectation.value(QLatin1String("allowOthers")).toBool();
    return QJsonObject{
        {QStringLiteral("ok"),
            missing.isEmpty() && leaks.isEmpty() && (allowOthers || extra.isEmpty())},
        {QStringLiteral("missing"), missing},
        {QStringLiteral("extra"), allowOthers ? QJsonArray() : extra},
        {QStringLiteral("secretsInUrls"), leaks}};
}

} // namespace jetbridge::simulator
