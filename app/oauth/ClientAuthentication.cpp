// SPDX-License-Identifier: GPL-3.0-or-later
#include "oauth/ClientAuthentication.h"

using namespace Qt::StringLiterals;

namespace jetbridge::oauth {

namespace {

tl::unexpected<Failure> invalidRequest(const QString& detail)
{
    return failed(FailureKind::Invalid, detail, 400, u"invalid_request"_s);
}

Outcome<QByteArray> formDecoded(const QByteArray& text)
{
    // The form parser decodes names and values alike, so parsing the text as a value applies the
    // same strict rules.
    const auto form = web::Form::parse("v=" + text);
    if (!form || text.contains('&') || text.contains('='))
        return invalidRequest(u"The Basic credentials are not form-urlencoded."_s);
    return form->value("v");
}

} // namespace

Outcome<ClientCredentials> parseBasic(QByteArrayView authorization)
{
    const QByteArray header = authorization.toByteArray().trimmed();
    const auto decoded = QByteArray::fromBase64Encoding(
        header.mid(int(qstrlen("Basic "))).trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? decoded.decoded.indexOf(':') : -1;
    if (colon < 0)
        return invalidRequest(u"The Basic header is not base64 of id:secret."_s);
    // Clients that skip the encoding may leave '=' unencoded in a secret: it has no meaning inside
    // one value.
    const auto id =
        formDecoded(decoded.decoded.first(colon).replace('=', "%3D").replace('&', "%26"));
    const auto secret =
        formDecoded(decoded.decoded.mid(colon + 1).replace('=', "%3D").replace('&', "%26"));
    if (!id)
        return passOn(id);
    if (!secret)
        return passOn(secret);
    return ClientCredentials{ClientId(QString::fromUtf8(*id)), Secret(*secret)};
}

Outcome<PresentedClient> presentedClient(const web::Request& request, const web::Form& form)
{
    const QByteArray authorization = request.header("authorization");
    const bool inBody = form.has("client_secret");
    if (authorization.isEmpty()) {
        if (!form.has("client_id") || !inBody)
            return failed(FailureKind::Refused, u"Client authentication is missing."_s, 401,
                u"invalid_client"_s);
        return PresentedClient{{ClientId(QString::fromUtf8(form.value("client_id"))),
                                   Secret(form.value("client_secret"))},
            false};
    }
    if (request.headerCount("authorization") > 1 || inBody)
        return invalidRequest(u"Only one method of client authentication may be used."_s);
    if (!authorization.left(6).toLower().startsWith("basic "))
        return failed(FailureKind::Refused,
            u"Only Basic is accepted in the Authorization header."_s, 401, u"invalid_client"_s);
    const auto basic = parseBasic(authorization);
    if (!basic)
        return passOn(basic);
    if (form.has("client_id") && form.value("client_id") != basic->clientId.text().toUtf8())
        return invalidRequest(u"client_id differs from the Authorization header."_s);
    return PresentedClient{*basic, true};
}

} // namespace jetbridge::oauth
