// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Faults.h"

#include "simulator/ApiError.h"

#include <QJsonDocument>

namespace jetbridge::simulator {

namespace {

constexpr int drawScale = 1'000'000;

auto invalid(const QString& text)
{
    return failed(FailureKind::Invalid, text, 422, QStringLiteral("INVALID_FAULT"));
}

Outcome<int> number(
    const QJsonObject& object, const char* field, int least, int most, int otherwise)
{
    const QJsonValue value = object.value(QLatin1String(field));
    if (value.isUndefined())
        return otherwise;
    const int result = value.toInt(least - 1);
    if (result < least || result > most)
        return invalid(QStringLiteral("\"%1\" must be a number from %2 to %3.")
                           .arg(QLatin1String(field))
                           .arg(least)
                           .arg(most));
    return result;
}

Outcome<Done> onlyKnown(const QJsonObject& object, const QStringList& fields)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        if (!fields.contains(entry.key()))
            return invalid(QStringLiteral("\"%1\" is not known here; known are: %2.")
                               .arg(entry.key(), fields.join(QStringLiteral(", "))));
    return Done{};
}

} // namespace

Outcome<Fault> Fault::fromJson(const QJsonObject& action)
{
    static const QStringList fields{QStringLiteral("status"), QStringLiteral("body"),
        QStringLiteral("delayMs"), QStringLiteral("dripBytesPerSecond"),
        QStringLiteral("closeBeforeReply"), QStringLiteral("closeAfterCommit"),
        QStringLiteral("truncateAt"), QStringLiteral("malformedJson"), QStringLiteral("omitFields"),
        QStringLiteral("retryAfter"), QStringLiteral("expiresIn"), QStringLiteral("hugeTokenBytes"),
        QStringLiteral("contentType")};
    if (const auto known = onlyKnown(action, fields); !known)
        return passOn(known);

    Fault fault;
    struct Number {
        const char* field;
        int* target;
        int least;
        int most;
    };
    for (const Number& entry :
        {Number{"status", &fault.status, 200, 599}, Number{"delayMs", &fault.delayMs, 0, 600'000},
            Number{"dripBytesPerSecond", &fault.dripBytesPerSecond, 1, 1'000'000'000},
            Number{"truncateAt", &fault.truncateAt, 0, 1'000'000'000},
            Number{"hugeTokenBytes", &fault.hugeTokenBytes, 1, 1'000'000}}) {
        const auto value = number(action, entry.field, entry.least, entry.most, *entry.target);
        if (!value)
            return passOn(value);
        *entry.target = *value;
    }
    for (const auto& [field, target] : {std::pair{"closeBeforeReply", &fault.closeBeforeReply},
             {"closeAfterCommit", &fault.closeAfterCommit},
             {"malformedJson", &fault.malformedJson}}) {
        const QJsonValue value = action.value(QLatin1String(field));
        if (!value.isUndefined() && !value.isBool())
            return invalid(
                QStringLiteral("\"%1\" must be true or false.").arg(QLatin1String(field)));
        *target = value.toBool();
    }
    const QJsonValue omitted = action.value(QLatin1String("omitFields"));
    if (!omitted.isUndefined() && !omitted.isArray())
        return invalid(QStringLiteral("\"omitFields\" must be a list of names."));
    for (const QJsonValue& name : omitted.toArray())
        fault.omitFields.append(name.toString());

    const QJsonValue retryAfter = action.value(QLatin1String("retryAfter"));
    if (retryAfter.isDouble())
        fault.retryAfter = QByteArray::number(retryAfter.toInt());
    else if (retryAfter.isString())
        fault.retryAfter = retryAfter.toString().toLatin1();
    else if (!retryAfter.isUndefined())
        return invalid(
            QStringLiteral("\"retryAfter\" must be a number of seconds or an HTTP date."));
    if (!fault.retryAfter.isEmpty() && fault.status == 0)
        fault.status = 429;

    fault.body = action.value(QLatin1String("body"));
    fault.contentType = action.value(QLatin1String("contentType")).toString().toLatin1();
    fault.expiresIn = action.value(QLatin1String("expiresIn"));
    for (const QByteArray& header : {fault.retryAfter, fault.contentType})
        if (header.contains('\r') || header.contains('\n'))
            return invalid(QStringLiteral("A header value must be one line."));
    return fault;
}

web::Reply Fault::answer() const
{
    if (closeBeforeReply) {
        web::Reply reply = web::Reply::empty();
        reply.transport.closeBeforeReply = true;
        return reply;
    }
    if (body.isObject())
        return web::Reply::json(body.toObject(), status);
    if (body.isArray())
        return web::Reply::json(body.toArray(), status);
    if (body.isString())
        return web::Reply::text(body.toString(), status);
    return apiError(
        status, QStringLiteral("SIMULATED_FAULT"), QStringLiteral("A fault of the simulator."));
}

void Fault::spoil(web::Reply& reply) const
{
    if (!omitFields.isEmpty() || !expiresIn.isUndefined()) {
        const QJsonDocument document = QJsonDocument::fromJson(reply.body);
        if (document.isObject()) {
            QJsonObject object = document.object();
            if (!expiresIn.isUndefined() && object.contains(QLatin1String("access_token")))
                object.insert(QStringLiteral("expires_in"), expiresIn);
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

Outcome<Faults::Rule> Faults::ruleFromJson(const QJsonValue& value, int number)
{
    const auto wrong = [number](const QString& what) {
        return invalid(QStringLiteral("Fault %1: %2").arg(number).arg(what));
    };
    if (!value.isObject())
        return wrong(QStringLiteral("it must be an object."));
    const QJsonObject object = value.toObject();
    const QJsonObject match = object.value(QLatin1String("match")).toObject();
    if (const auto known = onlyKnown(object,
            {QStringLiteral("match"), QStringLiteral("times"), QStringLiteral("after"),
                QStringLiteral("probability"), QStringLiteral("do")});
        !known)
        return wrong(known.error().detail);
    if (const auto known = onlyKnown(
            match, {QStringLiteral("method"), QStringLiteral("path"), QStringLiteral("company")});
        !known)
        return wrong(known.error().detail);
    if (!object.value(QLatin1String("do")).isObject())
        return wrong(QStringLiteral("\"do\" is missing."));
    const auto fault = Fault::fromJson(object.value(QLatin1String("do")).toObject());
    if (!fault)
        return wrong(fault.error().detail);
    const auto times = simulator::number(object, "times", 1, 1'000'000'000, -1);
    const auto after = simulator::number(object, "after", 0, 1'000'000'000, 0);
    for (const auto* count : {&times, &after})
        if (!*count)
            return wrong(count->error().detail);
    const double probability = object.value(QLatin1String("probability")).toDouble(1);
    if (probability < 0 || probability > 1)
        return wrong(QStringLiteral("\"probability\" must be a number from 0 to 1."));

    Rule rule;
    rule.source = object;
    rule.method = match.value(QLatin1String("method")).toString().toUpper().toLatin1();
    // `*` spans slashes, unlike in a file name, and nothing else is special.
    QStringList pieces;
    for (const QString& piece :
        match.value(QLatin1String("path")).toString().split(QLatin1Char('*')))
        pieces.append(QRegularExpression::escape(piece));
    const QString pattern = pieces.join(QStringLiteral(".*"));
    rule.path = QRegularExpression(
        pattern.isEmpty() ? QString() : QRegularExpression::anchoredPattern(pattern));
    rule.company = match.value(QLatin1String("company")).toString();
    rule.times = *times;
    rule.after = *after;
    rule.probability = probability;
    rule.fault = *fault;
    return rule;
}

Outcome<Done> Faults::set(const QJsonArray& rules)
{
    QList<Rule> list;
    for (const QJsonValue& value : rules) {
        const auto rule = ruleFromJson(value, int(list.size()) + 1);
        if (!rule)
            return passOn(rule);
        list.append(*rule);
    }
    m_rules = std::move(list);
    return Done{};
}

QJsonArray Faults::toJson() const
{
    QJsonArray list;
    for (const Rule& rule : m_rules) {
        QJsonObject entry = rule.source;
        entry.insert(QStringLiteral("seen"), rule.seen);
        entry.insert(QStringLiteral("done"), rule.done);
        list.append(entry);
    }
    return list;
}

std::optional<Fault> Faults::next(
    const QByteArray& method, const QString& path, const QString& company)
{
    for (qsizetype i = 0; i < m_rules.size(); ++i) {
        Rule& rule = m_rules[i];
        if ((!rule.method.isEmpty() && rule.method != method)
            || (!rule.company.isEmpty() && rule.company != company)
            || !rule.path.match(path).hasMatch())
            continue;
        if (rule.times >= 0 && rule.done >= rule.times)
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
