// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/World.h"

#include "simulator/Fields.h"

namespace jetbridge::simulator {

QJsonObject Settings::toJson() const
{
    return {{QStringLiteral("clientAuthentication"),
                clientAuthentication == ClientAuthentication::Basic ? QStringLiteral("basic")
                                                                    : QStringLiteral("body")},
        {QStringLiteral("firstTokenAfterMs"), firstTokenAfterMs},
        {QStringLiteral("tokenScope"), tokenScope},
        {QStringLiteral("notificationRetries"), notificationRetries},
        {QStringLiteral("retryDelayMs"), retryDelayMs}, {QStringLiteral("timeoutMs"), timeoutMs},
        {QStringLiteral("requestsPerSecond"), requestsPerSecond},
        {QStringLiteral("concurrentRequests"), concurrentRequests},
        {QStringLiteral("tokenLifetimeSeconds"), tokenLifetimeSeconds},
        {QStringLiteral("requestsKept"), requestsKept}};
}

Outcome<Done> Settings::change(const QJsonObject& object)
{
    Settings changed = *this;
    QString authentication = toJson().value(QLatin1String("clientAuthentication")).toString();
    Fields fields(object, {}, QStringLiteral("INVALID_SETTING"));
    fields.choice(
        "clientAuthentication", authentication, {QStringLiteral("body"), QStringLiteral("basic")});
    fields.number("firstTokenAfterMs", changed.firstTokenAfterMs, -1, 60'000);
    fields.text("tokenScope", changed.tokenScope);
    if (!Scopes::parse(changed.tokenScope))
        fields.refuse("tokenScope", QStringLiteral("must be scopes with spaces between them"));
    fields.number("notificationRetries", changed.notificationRetries, 0, 10);
    fields.number("retryDelayMs", changed.retryDelayMs, 0, 60'000);
    fields.number("timeoutMs", changed.timeoutMs, 1, 120'000);
    fields.number("requestsPerSecond", changed.requestsPerSecond, 0, 1'000'000);
    fields.number("concurrentRequests", changed.concurrentRequests, 0, 1'000'000);
    fields.number("tokenLifetimeSeconds", changed.tokenLifetimeSeconds, 1, 3600);
    fields.number("requestsKept", changed.requestsKept, 100, 10'000'000);
    if (const auto read = fields.result(); !read)
        return read;
    changed.clientAuthentication = authentication == QLatin1String("basic")
        ? ClientAuthentication::Basic
        : ClientAuthentication::Body;
    *this = changed;
    return Done{};
}

} // namespace jetbridge::simulator
