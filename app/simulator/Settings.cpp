// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/World.h"

namespace jetbridge::simulator {

QJsonObject Settings::toJson() const
{
    return {{QStringLiteral("clientAuthentication"),
                clientAuthentication == ClientAuthentication::Basic ? QStringLiteral("basic")
                                                                    : QStringLiteral("body")},
        {QStringLiteral("notificationRetries"), notificationRetries},
        {QStringLiteral("retryDelayMs"), retryDelayMs}, {QStringLiteral("timeoutMs"), timeoutMs},
        {QStringLiteral("requestsPerSecond"), requestsPerSecond},
        {QStringLiteral("concurrentRequests"), concurrentRequests},
        {QStringLiteral("tokenLifetimeSeconds"), tokenLifetimeSeconds}};
}

Outcome<Done> Settings::change(const QJsonObject& object)
{
    Settings changed = *this;
    const auto refuse = [](const QString& field, const QString& rule) {
        return failed(FailureKind::Invalid, QStringLiteral("\"%1\" must be %2.").arg(field, rule),
            422, QStringLiteral("INVALID_SETTING"));
    };
    struct Number {
        int* value;
        int least;
        int most;
    };
    const QHash<QString, Number> numbers{
        {QStringLiteral("notificationRetries"), {&changed.notificationRetries, 0, 10}},
        {QStringLiteral("retryDelayMs"), {&changed.retryDelayMs, 0, 60'000}},
        {QStringLiteral("timeoutMs"), {&changed.timeoutMs, 1, 120'000}},
        {QStringLiteral("requestsPerSecond"), {&changed.requestsPerSecond, 0, 1'000'000}},
        {QStringLiteral("concurrentRequests"), {&changed.concurrentRequests, 0, 1'000'000}},
        {QStringLiteral("tokenLifetimeSeconds"), {&changed.tokenLifetimeSeconds, 1, 3600}}};
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key() == QLatin1String("clientAuthentication")) {
            const QString name = entry.value().toString();
            if (name != QLatin1String("basic") && name != QLatin1String("body"))
                return refuse(entry.key(), QStringLiteral("\"body\" or \"basic\""));
            changed.clientAuthentication = name == QLatin1String("basic")
                ? ClientAuthentication::Basic
                : ClientAuthentication::Body;
            continue;
        }
        const auto number = numbers.constFind(entry.key());
        if (number == numbers.constEnd())
            return refuse(entry.key(), QStringLiteral("a known setting"));
        const int value = entry.value().toInt(number->least - 1);
        if (value < number->least || value > number->most)
            return refuse(entry.key(),
                QStringLiteral("a number from %1 to %2").arg(number->least).arg(number->most));
        *number->value = value;
    }
    *this = changed;
    return Done{};
}

} // namespace jetbridge::simulator
