// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/TokenReply.h"

#include "smartrecruiters/ReplyFailure.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace jetbridge::smartrecruiters {

namespace {

struct Lifetime {
    int seconds = assumedLifetimeSeconds;
    Message note;
};

Lifetime assumed(const char* note, int seconds = assumedLifetimeSeconds)
{
    return {seconds, Message::of(note, {QString::number(seconds)})};
}

Lifetime lifetime(const QJsonValue& expiresIn)
{
    if (expiresIn.isUndefined() || expiresIn.isNull())
        return assumed("lifetime_absent");
    double seconds = expiresIn.toDouble();
    Message note;
    if (expiresIn.isString()) {
        bool ok = false;
        seconds = expiresIn.toString().trimmed().toDouble(&ok);
        if (!ok || !std::isfinite(seconds))
            return assumed("lifetime_odd_text");
        note = Message::of("lifetime_text");
    } else if (!expiresIn.isDouble()) {
        return assumed("lifetime_no_number");
    }
    if (seconds < 1)
        return {0, Message::of(seconds < 0 ? "lifetime_negative" : "lifetime_zero")};
    if (seconds > mostLifetimeSeconds)
        return assumed("lifetime_too_long", mostLifetimeSeconds);
    return {int(seconds), note};
}

/// Reads scopes, which are shown. An array of names is not the text that RFC 6749 3.3 requires, but
/// has the same meaning.
Outcome<Scopes> scopesOf(const QJsonValue& scope, const ExchangeRecorder* recorder)
{
    const auto shown = [recorder](const QString& text) {
        return recorder ? recorder->withoutSecrets(text) : text;
    };
    if (!scope.isArray())
        return Scopes::parse(shown(scope.toString()));
    QStringList names = scope.toVariant().toStringList();
    for (QString& name : names)
        name = shown(name);
    return Scopes::of(names);
}

/// Says why a member is not the text that RFC 6749 5.1 requires; empty if it is one. A token can be
/// requested again, so no other type is converted: a number may have lost digits on its way.
QString faultOf(const QJsonObject& object, const char* field)
{
    const QString name = QLatin1String(field);
    const QJsonValue value = object.value(name);
    if (value.isUndefined())
        return u"has no %1"_s.arg(name);
    if (value.toString().isEmpty())
        return u"has %1 as %2, where a text is required, so it cannot be used"_s.arg(
            typeName(value), name);
    return {};
}

/// Tells whether a token has only the characters that RFC 6749 A.12 allows and a header may contain
/// (%x21-7E), so that it cannot add a header.
bool mayStandInHeader(const QString& token)
{
    return std::all_of(token.begin(), token.end(),
        [](QChar c) { return c.unicode() >= 0x21 && c.unicode() <= 0x7e; });
}

} // namespace

Outcome<AccessToken> readToken(
    const http::Reply& reply, const Confidential& confidential, const QDateTime& now)
{
    const auto object = jsonOf(reply);
    if (!object)
        return passOn(object);
    const auto bad = [&reply](const QString& what, const QString& field) {
        return failed(FailureKind::BadReply,
            u"SmartRecruiters' token reply %1 (RFC 6749 5.1)."_s.arg(what), reply.status, field);
    };
    const QString type = object->value("token_type"_L1).toString();
    const QString value = object->value("access_token"_L1).toString();
    // An error of RFC 6749 5.2 with a success status; a token beside it is not used.
    if (hasError(reply) || (value.isEmpty() && tellsError(reply))) {
        Confidential withToken = confidential;
        withToken.ofRequest.append(Secret(value.toUtf8()));
        return tl::unexpected<Failure>(replyFailure(reply, withToken, now));
    }
    if (const QString fault = faultOf(*object, "access_token"); !fault.isEmpty())
        return bad(fault, u"access_token"_s);
    if (!mayStandInHeader(value))
        return bad(u"has an access_token with characters that are not allowed in a header"_s,
            u"access_token"_s);
    if (const QString fault = faultOf(*object, "token_type"); !fault.isEmpty())
        return bad(fault, u"token_type"_s);
    if (type.compare("Bearer"_L1, Qt::CaseInsensitive) != 0)
        return bad(u"has a token_type other than Bearer, which we cannot use"_s, u"token_type"_s);
    const auto scopes = scopesOf(object->value("scope"_L1), confidential.recorder);
    if (!scopes)
        return bad(u"has a scope that violates the grammar of RFC 6749 3.3"_s, u"scope"_s);

    const Lifetime life = lifetime(object->value("expires_in"_L1));
    AccessToken token;
    token.value = Secret(value.toLatin1());
    token.type = type;
    token.scopes = *scopes;
    token.lifetimeSeconds = life.seconds;
    token.lifetimeNote = life.note;
    token.expiresAt = now.addSecs(life.seconds);
    return token;
}

} // namespace jetbridge::smartrecruiters
