// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/World.h"

#include "domain/Environment.h"
#include "simulator/Fields.h"

using namespace Qt::StringLiterals;

namespace jetbridge::simulator {

QJsonObject Settings::toJson() const
{
    return {{u"clientAuthentication"_s,
                clientAuthentication == ClientAuthentication::Basic ? u"basic"_s : u"body"_s},
        {u"firstTokenAfterMs"_s, firstTokenAfterMs}, {u"tokenScope"_s, tokenScope},
        {u"partnerApiUrl"_s, partnerApiUrl.toString(QUrl::FullyEncoded)},
        {u"notificationRetries"_s, notificationRetries}, {u"retryDelayMs"_s, retryDelayMs},
        {u"timeoutMs"_s, timeoutMs}, {u"requestsPerSecond"_s, requestsPerSecond},
        {u"concurrentRequests"_s, concurrentRequests},
        {u"tokenLifetimeSeconds"_s, tokenLifetimeSeconds}, {u"requestsKept"_s, requestsKept}};
}

Outcome<Done> Settings::change(const QJsonObject& object)
{
    Settings changed = *this;
    QString authentication = toJson().value("clientAuthentication"_L1).toString();
    Fields fields(object, {}, u"INVALID_SETTING"_s);
    fields.choice("clientAuthentication", authentication, {u"body"_s, u"basic"_s});
    fields.number("firstTokenAfterMs", changed.firstTokenAfterMs, -1, 60'000);
    fields.text("tokenScope", changed.tokenScope);
    if (!Scopes::parse(changed.tokenScope))
        fields.refuse("tokenScope", u"must be scopes with spaces between them"_s);
    QString partnerApi = partnerApiUrl.toString(QUrl::FullyEncoded);
    fields.text("partnerApiUrl", partnerApi);
    changed.partnerApiUrl = QUrl(partnerApi, QUrl::StrictMode);
    if (!partnerApi.isEmpty() && !checkUrl("partnerApiUrl", changed.partnerApiUrl))
        fields.refuse("partnerApiUrl", u"must be an https URL, or http on this computer"_s);
    fields.number("notificationRetries", changed.notificationRetries, 0, 10);
    fields.number("retryDelayMs", changed.retryDelayMs, 0, 60'000);
    fields.number("timeoutMs", changed.timeoutMs, 1, 120'000);
    fields.number("requestsPerSecond", changed.requestsPerSecond, 0, 1'000'000);
    fields.number("concurrentRequests", changed.concurrentRequests, 0, 1'000'000);
    fields.number("tokenLifetimeSeconds", changed.tokenLifetimeSeconds, 1, 3600);
    fields.number("requestsKept", changed.requestsKept, 100, 10'000'000);
    if (const auto read = fields.result(); !read)
        return read;
    changed.clientAuthentication =
        authentication == "basic"_L1 ? ClientAuthentication::Basic : ClientAuthentication::Body;
    *this = changed;
    return Done{};
}

} // namespace jetbridge::simulator
