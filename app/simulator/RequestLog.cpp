// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/RequestLog.h"

#include "simulator/Fields.h"
#include "simulator/PathPattern.h"
#include "simulator/World.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr auto badExpectation = "INVALID_EXPECTATION";

} // namespace

QJsonObject LoggedRequest::toJson() const
{
    return {{u"number"_s, number}, {u"at"_s, at.toString(Qt::ISODateWithMs)},
        {u"direction"_s, outgoing ? u"out"_s : u"in"_s}, {u"method"_s, QString::fromLatin1(method)},
        {u"url"_s, url}, {u"path"_s, path}, {u"authentication"_s, authentication},
        {u"client"_s, client}, {u"company"_s, company}, {u"status"_s, status},
        {u"faulty"_s, faulty}, {u"secretInUrl"_s, secretInUrl}};
}

qint64 RequestLog::add(LoggedRequest request)
{
    request.number = ++m_last;
    // Half of the entries are dropped at once, so that the limit costs almost nothing per request.
    if (m_requests.size() >= m_settings.requestsKept) {
        const qsizetype most = std::max(m_settings.requestsKept / 2, 1);
        const qsizetype leaving = m_requests.size() - (m_settings.requestsKept - most);
        m_dropped += leaving;
        m_droppedLeaks += std::count_if(m_requests.begin(), m_requests.begin() + leaving,
            [](const LoggedRequest& entry) { return entry.secretInUrl; });
        m_requests.remove(0, leaving);
    }
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
    m_dropped = 0;
    m_droppedLeaks = 0;
}

void RequestLog::Filter::read(Fields& fields)
{
    fields.text("method", method);
    fields.text("path", path);
    fields.text("company", company);
    fields.text("client", client);
    fields.number("status", status, 100, 599);
    fields.choice("direction", direction, {u"in"_s, u"out"_s});
    method = method.toUpper();
}

bool RequestLog::matches(const LoggedRequest& request, const Filter& filter)
{
    return (filter.method.isEmpty() || filter.method == QLatin1String(request.method))
        && (filter.path.isEmpty() || matchesPattern(filter.path, request.path))
        && (filter.company.isEmpty() || filter.company == request.company)
        && (filter.client.isEmpty() || filter.client == request.client)
        && (filter.status == 0 || filter.status == request.status)
        && (filter.direction.isEmpty() || (filter.direction == "out"_L1) == request.outgoing)
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
    return {{u"total"_s, m_requests.size()}, {u"matched"_s, matched}, {u"secretsInUrls"_s, leaks},
        {u"dropped"_s, m_dropped}, {u"requests"_s, requests}};
}

Outcome<QList<RequestLog::Expected>> RequestLog::expectedIn(const QJsonArray& list)
{
    QList<Expected> result;
    for (const QJsonValue& value : list) {
        const QString place = u"expected[%1]"_s.arg(result.size());
        if (!value.isObject())
            return failed(FailureKind::Invalid, place + u" must be an object."_s, 400,
                QString::fromLatin1(badExpectation));
        Expected expected{value.toObject(), {}, 1};
        Fields fields(expected.source, place, QString::fromLatin1(badExpectation));
        expected.filter.read(fields);
        fields.number("times", expected.times, 0, std::numeric_limits<int>::max());
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
        fields.refuse("expected", u"must be a list"_s);
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
            absent.insert(u"found"_s, found);
            missing.append(absent);
        }
    }

    QJsonArray extra;
    QJsonArray leaks;
    for (const LoggedRequest& request : m_requests) {
        // A test's calls of the control interface are not requests that it expects of its backend.
        const bool isOther = !taken.contains(request.number) && !allowOthers
            && !request.path.startsWith("/_simulator/"_L1);
        if (isOther || unwanted.contains(request.number))
            extra.append(request.toJson());
        if (request.secretInUrl)
            leaks.append(request.toJson());
    }
    // A request that was found often enough was there. But whether something never came, or whether
    // nothing else came, cannot be told if requests were dropped.
    const bool hangsOnDropped = m_dropped > 0
        && (!allowOthers || m_droppedLeaks > 0 || !missing.isEmpty()
            || std::any_of(expectations->begin(), expectations->end(),
                [](const Expected& expected) { return expected.times == 0; }));
    QJsonObject verdict{
        {u"ok"_s, missing.isEmpty() && leaks.isEmpty() && extra.isEmpty() && !hangsOnDropped},
        {u"missing"_s, missing}, {u"extra"_s, extra}, {u"secretsInUrls"_s, leaks},
        {u"dropped"_s, m_dropped}};
    if (hangsOnDropped)
        verdict.insert(u"reason"_s,
            u"%1 earlier requests were dropped, so the result is unknown. Keep more requests (PUT "
            "settings, requestsKept), or clear the log (DELETE requests) before the requests "
            "that are to be verified."_s.arg(m_dropped));
    return verdict;
}

} // namespace jetbridge::simulator
