// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"
#include "console/Endpoints.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(timeText(time)) : QJsonValue();
}

QJsonArray describe(const QList<PublishedKey>& keys)
{
    QJsonArray json;
    for (const PublishedKey& key : keys)
        json.append(QJsonObject{{u"kid"_s, key.id}, {u"algorithm"_s, tokenFormatName(key.format)},
            {u"signsFrom"_s, timeOrNull(key.signsFrom)},
            {u"signsUntil"_s, timeOrNull(key.signsUntil)},
            {u"publishedUntil"_s, timeOrNull(key.publishedUntil)}});
    return json;
}

QString tableOf(const QList<PublishedKey>& keys)
{
    QList<QStringList> rows;
    for (const PublishedKey& key : keys)
        rows.append({key.id, tokenFormatName(key.format), timeText(key.signsFrom),
            timeText(key.signsUntil), timeText(key.publishedUntil)});
    return table(
        {u"KID"_s, u"ALGORITHM"_s, u"SIGNS FROM"_s, u"SIGNS UNTIL"_s, u"PUBLISHED UNTIL"_s}, rows);
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto keys = co_await invocation.endpoints().signingKeys();
    if (!keys)
        co_return passOn(keys);
    const bool isOpaque = !invocation.current().environment().signsTokens();
    const QString none = isOpaque
        ? u"No signing keys: access tokens are opaque (`environment set --access-tokens`).\n"_s
        : u"No signing keys yet: `serve` or the window makes one when it starts.\n"_s;
    co_return Report{
        QJsonObject{{u"signingKeys"_s, describe(*keys)}}, keys->isEmpty() ? none : tableOf(*keys)};
}

Task<Outcome<Report>> rotate(Invocation& invocation)
{
    const bool atOnce = invocation.arguments().has("at-once");
    const auto keys = co_await invocation.endpoints().rotateSigningKeys(
        atOnce ? KeyRotation::AtOnce : KeyRotation::WithOverlap);
    if (!keys)
        co_return passOn(keys);
    const QString from = timeText(keys->constLast().signsFrom);
    const QString text = atOnce
        ? u"The new key signs from now on. Tokens of former keys are refused here at once; an API "
          "refuses them when it has fetched /oauth/jwks.json again, 5 minutes later at most.\n"_s
        : u"The new key is published now, and signs from %1 on.\n"_s.arg(from);
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"signingKeys"_s, describe(*keys)}},
        tableOf(*keys) + u'\n' + text};
}

} // namespace

QList<Command> signingKeysCommands()
{
    return {
        {u"signing-keys list"_s, {},
            u"Lists the public keys of signed access tokens, as /oauth/jwks.json has them."_s, {},
            list},
        {u"signing-keys rotate"_s, {},
            u"Replaces the key that signs access tokens: the new one is published 10 minutes "
            "before it signs, and the old one until its last token has expired."_s,
            {{u"at-once"_s,
                u"After a leak: all former keys end now, and with them every token that they "
                "signed."_s}},
            rotate},
    };
}

} // namespace jetbridge::cli
