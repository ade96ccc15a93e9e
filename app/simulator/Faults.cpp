// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Faults.h"

#include "oauth/TokenEndpoint.h"
#include "simulator/ApiError.h"
#include "simulator/Fields.h"
#include "simulator/PathPattern.h"
#include "web/ReplyBytes.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

namespace {

constexpr int drawScale = 1'000'000;

constexpr auto badFault = "INVALID_FAULT";

/// Returns the error codes of RFC 6749 5.2.
const QStringList& tokenErrors()
{
    static const QStringList codes{u"invalid_request"_s, u"invalid_client"_s, u"invalid_grant"_s,
        u"unauthorized_client"_s, u"unsupported_grant_type"_s, u"invalid_scope"_s};
    return codes;
}

/// Reads a number of seconds, or a text for any other value of the header.
void readRetryAfter(Fields& fields, QByteArray& target)
{
    constexpr int longest = 1'000'000'000;
    const QJsonValue value = fields.any("retryAfter");
    if (const int seconds = value.toInt(-1); seconds >= 0 && seconds <= longest)
        target = QByteArray::number(seconds);
    else if (value.isString() && !value.toString().isEmpty())
        target = value.toString().toLatin1();
    else if (!value.isUndefined())
        fields.refuse("retryAfter", u"must be a number of seconds or an HTTP date"_s);
}

/// Reads one pattern or a list of patterns.
void readPaths(Fields& match, QStringList& target)
{
    const QJsonValue value = match.any("path");
    QStringList paths;
    for (const QJsonValue& path : value.isArray() ? value.toArray() : QJsonArray{value})
        if (path.toString().startsWith(QLatin1Char('/'))
            || path.toString().startsWith(QLatin1Char('*')))
            paths.append(path.toString());
        else if (!value.isUndefined())
            match.refuse(
                "path", u"must be a path such as /identity/oauth/token or /jobs*, or a list"_s);
    for (const QString& path : std::as_const(paths))
        if (path.startsWith("/_simulator/"_L1))
            match.refuse("path", u"cannot be below /_simulator/: faults do not apply there"_s);
    target = paths;
}

} // namespace

Outcome<Fault> Fault::fromJson(const QJsonObject& action, const QString& place)
{
    Fault fault;
    Fields fields(action, place, QString::fromLatin1(badFault));
    fields.number("status", fault.status, 200, 599);
    fault.body = fields.any("body");
    fields.choice("error", fault.error, tokenErrors());
    fields.number("delayMs", fault.delayMs, 0, 600'000);
    fields.number("dripBytesPerSecond", fault.dripBytesPerSecond, 1, 1'000'000'000);
    fields.flag("closeBeforeReply", fault.closeBeforeReply);
    fields.flag("closeAfterCommit", fault.closeAfterCommit);
    fields.number("truncateAt", fault.truncateAt, 0, 1'000'000'000);
    fields.flag("malformedJson", fault.malformedJson);
    fields.names("omitFields", fault.omitFields);
    readRetryAfter(fields, fault.retryAfter);
    fault.expiresIn = fields.any("expiresIn");
    fields.number("hugeTokenBytes", fault.hugeTokenBytes, 64, 1'000'000);
    QString contentType;
    fields.text("contentType", contentType);
    fault.contentType = contentType.toLatin1();

    if (!fault.retryAfter.isEmpty() && fault.status == 0)
        fault.status = 429;
    if (!fault.body.isUndefined() && fault.status == 0)
        fields.refuse("body", u"requires a \"status\""_s);
    if (!fault.body.isUndefined() && !fault.body.isObject() && !fault.body.isArray()
        && !fault.body.isString())
        fields.refuse("body", u"must be an object, a list or a text"_s);
    if (!fault.body.isUndefined() && fault.status != 0 && !web::hasBody(fault.status))
        fields.refuse("body", u"cannot be combined with status %1"_s.arg(fault.status));
    if (int(fault.status != 0) + int(!fault.error.isEmpty()) + int(fault.closeBeforeReply)
            + int(fault.closeAfterCommit)
        > 1)
        fields.refuse(fault.error.isEmpty() ? "closeBeforeReply" : "error",
            u"cannot be combined: a rule may have only one of \"status\" (or \"retryAfter\"), "
            "\"error\", \"closeBeforeReply\" and \"closeAfterCommit\""_s);
    for (const auto& [name, header] :
        {std::pair{"retryAfter", &fault.retryAfter}, {"contentType", &fault.contentType}})
        if (header->contains('\r') || header->contains('\n'))
            fields.refuse(name, u"must be one line"_s);
    if (const auto read = fields.result(); !read)
        return passOn(read);
    if (fault.doesNothing())
        return failed(FailureKind::Invalid,
            place + u" must be an object that describes the fault."_s, 400,
            QString::fromLatin1(badFault));
    return fault;
}

bool Fault::doesNothing() const
{
    return !answersInstead() && delayMs == 0 && dripBytesPerSecond == 0 && !closeAfterCommit
        && truncateAt < 0 && !malformedJson && omitFields.isEmpty() && expiresIn.isUndefined()
        && hugeTokenBytes == 0 && contentType.isEmpty();
}

web::Reply Fault::answer() const
{
    if (closeBeforeReply) {
        web::Reply reply = web::Reply::empty();
        reply.transport.closeBeforeReply = true;
        return reply;
    }
    if (!error.isEmpty())
        return oauth::tokenError(
            error, u"This is a simulated fault."_s, error == "invalid_client"_L1 ? 401 : 400);
    if (body.isObject())
        return web::Reply::json(body.toObject(), status);
    if (body.isArray())
        return web::Reply::json(body.toArray(), status);
    if (body.isString())
        return web::Reply::text(body.toString(), status);
    return apiError(status, u"SIMULATED_FAULT"_s, u"This is a simulated fault."_s);
}

void Fault::applyTo(web::Reply& reply) const
{
    if (!omitFields.isEmpty() || !expiresIn.isUndefined()) {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        if (document.isObject()) {
            QJsonObject object = document.object();
            if (!expiresIn.isUndefined() && object.contains("access_token"_L1))
                object.insert(u"expires_in"_s, expiresIn);
            for (const QString& name : omitFields)
                object.remove(name);
            reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
        }
    }
    if (malformedJson)
        reply.body.truncate(qMax<qsizetype>(1, reply.body.size() / 2));
    if (!retryAfter.isEmpty())
        reply.with("Retry-After", retryAfter);
    if (!contentType.isEmpty())
        reply.with("Content-Type", contentType);
    reply.transport.delayMs = delayMs;
    reply.transport.bytesPerSecond = dripBytesPerSecond;
    reply.transport.truncateAt = truncateAt;
    if (closeAfterCommit)
        reply.transport.closeBeforeReply = true;
}

Faults::Faults(const Seed& seed)
    : m_seed(seed)
{
}

Outcome<Faults::Rule> Faults::ruleFromJson(const QJsonValue& value, const QString& place)
{
    if (!value.isObject())
        return failed(FailureKind::Invalid, place + u" must be an object."_s, 400,
            QString::fromLatin1(badFault));
    Rule rule;
    rule.source = value.toObject();
    QJsonObject match;
    QJsonObject action;
    Fields fields(rule.source, place, QString::fromLatin1(badFault));
    fields.object("match", match);
    fields.number("times", rule.times, 1, 1'000'000'000);
    fields.number("after", rule.after, 0, 1'000'000'000);
    fields.number("probability", rule.probability, 0, 1);
    fields.object("do", action);
    for (const char* counted : {"seen", "done"}) { // Fields that toJson() writes.
        fields.any(counted);
        rule.source.remove(QLatin1String(counted));
    }
    if (!fields.has("do"))
        fields.refuse("do", u"is missing"_s);
    if (const auto read = fields.result(); !read)
        return passOn(read);

    Fields matching(match, fields.placeOf("match"), QString::fromLatin1(badFault));
    matching.choice("method", rule.method, {u"GET"_s, u"POST"_s, u"PUT"_s, u"DELETE"_s});
    readPaths(matching, rule.paths);
    matching.text("company", rule.company);
    if (const auto read = matching.result(); !read)
        return passOn(read);

    const auto fault = Fault::fromJson(action, fields.placeOf("do"));
    if (!fault)
        return passOn(fault);
    rule.fault = *fault;
    return rule;
}

Outcome<Done> Faults::set(const QJsonArray& rules)
{
    QList<Rule> list;
    for (const QJsonValue& value : rules) {
        const auto rule = ruleFromJson(value, u"faults[%1]"_s.arg(list.size()));
        if (!rule)
            return passOn(rule);
        list.append(*rule);
    }
    m_rules = std::move(list);
    return Done{};
}

bool Faults::applies(
    const Rule& rule, const QByteArray& method, const QString& path, const QString& company)
{
    const auto isPath = [&path](const QString& pattern) {
        return matchesPattern(pattern, path);
    };
    return (rule.method.isEmpty() || rule.method == QLatin1String(method))
        && (rule.company.isEmpty() || rule.company == company)
        && (rule.paths.isEmpty() || std::any_of(rule.paths.begin(), rule.paths.end(), isPath));
}

QJsonArray Faults::toJson() const
{
    QJsonArray list;
    for (const Rule& rule : m_rules) {
        QJsonObject entry = rule.source;
        entry.insert(u"seen"_s, rule.seen);
        entry.insert(u"done"_s, rule.done);
        list.append(entry);
    }
    return list;
}

std::optional<Fault> Faults::next(
    const QByteArray& method, const QString& path, const QString& company)
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        Rule& rule = m_rules[i];
        if (!applies(rule, method, path, company) || (rule.times >= 0 && rule.done >= rule.times))
            continue;
        if (rule.seen++ < rule.after)
            continue;
        const QByteArray name =
            "fault|" + QByteArray::number(i) + '|' + QByteArray::number(rule.seen);
        if (m_seed.number(name, drawScale) >= int(rule.probability * drawScale))
            continue;
        ++rule.done;
        return rule.fault;
    }
    return std::nullopt;
}

} // namespace jetbridge::simulator
