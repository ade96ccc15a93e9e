// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

/// Makes a notification with another body.
Request saying(const Target& target, const QByteArray& body)
{
    Request request = notification(target);
    request.body = body;
    return request;
}

Request authorized(const Target& target, const QByteArray& authorization)
{
    return notification(target).without("Authorization").with("Authorization", authorization);
}

QByteArray tokenOf(const Target& target)
{
    return target.tokens[0].isEmpty() ? QByteArray("TOKEN")
                                      : target.tokens[0].reveal().toByteArray();
}

/// Requires the status 401, and that the notification was not accepted.
Judgement refusedWith401(const Replies& replies)
{
    for (const Reply& reply : replies) {
        if (reply.status >= 200 && reply.status < 300)
            return bad(u"The notification was accepted (%1)."_s.arg(reply.status));
        if (reply.status != 401)
            return bad(u"The status is %1."_s.arg(reply.status));
    }
    return good();
}

Judgement refusedSomehow(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (reply.status < 400 || reply.status > 499)
            return bad(u"The status is %1."_s.arg(reply.status));
    return good();
}

Judgement challenged(const Reply& reply)
{
    if (reply.status != 401)
        return notApplicable(u"There is no 401."_s);
    const QByteArray challenge = reply.header("www-authenticate");
    return must(challenge.toLower().contains("bearer"),
        challenge.isEmpty()
            ? u"There is no WWW-Authenticate."_s
            : u"WWW-Authenticate is \"%1\"."_s.arg(QString::fromUtf8(challenge.left(80))));
}

const char* whereHttp(const Target& target)
{
    return isLoopback(target.callbackUrl) ? "callbackUrl is http on this computer: no TLS."
                                          : nullptr;
}

const char* whereOnePair(const Target& target)
{
    return target.pairs[1] ? nullptr : "It needs a second pair.";
}

QList<Check> takenChecks()
{
    return {
        {.id = "callback.token",
            .title = "oauthTokenUrl issues a token for notifications",
            .clause = "the guide, 1",
            .ask = [](const Target& t) { return Requests{tokenRequest(t)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    return tokenIn(r.first()).isEmpty()
                        ? unmeasured(u"There is no token: %1."_s.arg(r.first().words()))
                        : good();
                },
            .expected = "200 and a token",
            .why = "Every notification has a bearer token from oauthTokenUrl.",
            .how = "See the checks of oauthTokenUrl.",
            .isPreflight = true},
        {.id = "callback.good",
            .title = "A notification with a valid token is accepted",
            .clause = "the guide, 1",
            .ask = [](const Target& t) { return Requests{notification(t)}; },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx, even for an unknown eventType",
            .why = "A notification that is not accepted is lost, or is sent again and again.",
            .how = "Answer 200 to every authenticated JSON object, and process the eventTypes that "
                   "you know.",
            .isPreflight = true},
        {.id = "callback.https",
            .title = "callbackUrl is https",
            .clause = "RFC 6750 5.3",
            .weight = Weight::Advice,
            .judge =
                [](const Replies&, const Target& t) {
                    return must(!isLoopback(t.callbackUrl),
                        u"It is http on this computer, which SmartRecruiters cannot "
                        "reach."_s);
                },
            .expected = "an https address that SmartRecruiters can reach",
            .why = "Bearer tokens are sent to it.",
            .how = "Register the public https address, and check that one too."},
        {.id = "callback.tls10",
            .title = "TLS 1.0 and 1.1 are refused",
            .clause = "RFC 8996",
            .ask =
                [](const Target& t) {
                    return Requests{
                        greeting(t.callbackUrl, '\x01'), greeting(t.callbackUrl, '\x02')};
                },
            .judge = [](const Replies& r, const Target&) { return greetingRefused(r); },
            .expected = "an alert, or the end of the connection",
            .why = "They are insecure and forbidden; reviewers check for them.",
            .how = "Allow TLS 1.2 and 1.3 only.",
            .notFor = whereHttp},
        {.id = "callback.patience",
            .title = "The answer arrives within 20 seconds",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .of = "callback.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().milliseconds < 20'000,
                        u"It took %1 s."_s.arg(r.first().milliseconds / 1000.0));
                },
            .expected = "less than 20 s",
            .why = "If the answer is late, the same notification is sent again.",
            .how = "Store the notification, answer 200, then process it."},
        {.id = "callback.latency",
            .title = "The answer does not wait for the processing",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .weight = Weight::Advice,
            .of = "callback.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().milliseconds < 3000,
                        u"It took %1 s."_s.arg(r.first().milliseconds / 1000.0));
                },
            .expected = "less than 3 s",
            .why = "A slow answer under load becomes a time-out.",
            .how = "Store the notification, answer 200, then process it."},
        {.id = "callback.scheme-case",
            .title = "\"bEARER\" is accepted like \"Bearer\"",
            .clause = "RFC 9110 11.1",
            .ask = [](const Target& t) { return Requests{authorized(t, "bEARER " + tokenOf(t))}; },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Scheme names are case-insensitive, and clients differ.",
            .how = "Compare \"Bearer\" case-insensitively."},
        {.id = "callback.repeat",
            .title = "A repeated notification is accepted again",
            .clause = "RFC 9110 9.2.2",
            .ask =
                [](const Target& t) {
                    return Requests{notification(t), notification(t)};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx both times",
            .why = "A sender that got no answer sends again; an error would repeat for ever.",
            .how = "Answer 200 even if there is nothing left to do."},
        {.id = "callback.extra-fields",
            .title = "Unknown members do no harm",
            .clause = "the guide, 1",
            .ask =
                [](const Target& t) {
                    return Requests{saying(t,
                        QJsonDocument(
                            QJsonObject{{u"eventType"_s, t.eventType},
                                {u"jetbridgeCheck"_s, QJsonObject{{u"list"_s, QJsonArray{1, 2}}}}})
                            .toJson(QJsonDocument::Compact))};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "The body may get new members, and strict parsers would fail.",
            .how = "Ignore unknown members."},
        {.id = "callback.charset",
            .title = "The media type may have a charset",
            .clause = "RFC 9110 8.3",
            .ask =
                [](const Target& t) {
                    return Requests{notification(t)
                                        .without("Content-Type")
                                        .with("Content-Type", "application/json; charset=utf-8")};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Java clients add it by default.",
            .how = "Compare the media type without its parameters."},
        {.id = "callback.slow-body",
            .title = "A body that arrives in two parts is accepted",
            .clause = "RFC 9112 6",
            .ask =
                [](const Target& t) {
                    Request request = notification(t);
                    request.bodyPause = std::chrono::milliseconds(300);
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Networks may split a body anywhere.",
            .how = "Read all bytes that Content-Length announces."},
        {.id = "callback.chunked",
            .title = "A chunked body is accepted",
            .clause = "RFC 9112 7.1",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Request request = notification(t);
                    request.framing = Request::Framing::Chunked;
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "It is not published which framing SmartRecruiters' client uses.",
            .how = "Let the server or its proxy read Transfer-Encoding: chunked."},
        {.id = "callback.http10",
            .title = "An HTTP/1.0 client gets an answer",
            .clause = "RFC 9110 2.5",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Request request = notification(t);
                    request.version = "HTTP/1.0";
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Proxies in between may use HTTP/1.0 (nginx does by default).",
            .how = "Answer HTTP/1.0 requests too."},
        {.id = "callback.second-token",
            .title = "A second customer's pair also gets a token",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{tokenRequest(t, 2)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!tokenIn(r.first()).isEmpty(),
                        u"There is no token: %1."_s.arg(r.first().words()));
                },
            .expected = "200 and a token",
            .why = "Every customer has its own pair.",
            .how = "Issue tokens for every generated pair.",
            .notFor = whereOnePair},
        {.id = "callback.two-customers",
            .title = "Notifications of two customers at the same time are both accepted",
            .clause = "the guide, 1",
            .ask =
                [](const Target& t) {
                    return Requests{notification(t), notification(t, 2)};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx for both",
            .why = "The token identifies the customer; two customers must not affect each other.",
            .how = "Determine the customer from the token of each request.",
            .notFor = whereOnePair,
            .isTogether = true},
    };
}

QList<Check> refusedChecks()
{
    return {
        {.id = "callback.no-token",
            .title = "A notification without a token is refused",
            .clause = "RFC 6750 3",
            .ask =
                [](const Target& t) { return Requests{notification(t).without("Authorization")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedWith401(r); },
            .expected = "401",
            .why = "Otherwise anybody can disconnect your customers.",
            .how = "Require a bearer token, and answer 401 without one."},
        {.id = "callback.challenge",
            .title = "The 401 requests a bearer token",
            .clause = "RFC 6750 3, RFC 9110 11.6.1",
            .of = "callback.no-token",
            .judge = [](const Replies& r, const Target&) { return challenged(r.first()); },
            .expected = "WWW-Authenticate: Bearer",
            .why = "Every 401 must tell how to authenticate.",
            .how = "Add WWW-Authenticate: Bearer to the 401."},
        {.id = "callback.challenge-bare",
            .title = "Without a token the challenge has no error code",
            .clause = "RFC 6750 3.1",
            .weight = Weight::Advice,
            .of = "callback.no-token",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!r.first().header("www-authenticate").contains("error="),
                        u"WWW-Authenticate has an error."_s);
                },
            .expected = "WWW-Authenticate: Bearer, without error=",
            .why = "A client that only asks how to authenticate has made no mistake.",
            .how = "Leave out error= if the request has no token."},
        {.id = "callback.bad-token",
            .title = "An unknown token is refused",
            .clause = "RFC 6750 3.1",
            .ask =
                [](const Target& t) {
                    return Requests{authorized(t, "Bearer jetbridge-no-such-token")};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedWith401(r); },
            .expected = "401",
            .why = "Otherwise anybody can disconnect your customers.",
            .how = "Look up the token, or verify its signature."},
        {.id = "callback.bad-token-challenge",
            .title = "The 401 for an unknown token also requests a bearer token",
            .clause = "RFC 6750 3, RFC 9110 11.6.1",
            .of = "callback.bad-token",
            .judge = [](const Replies& r, const Target&) { return challenged(r.first()); },
            .expected = "WWW-Authenticate: Bearer error=\"invalid_token\"",
            .why = "Every 401 must tell how to authenticate.",
            .how = "Add WWW-Authenticate: Bearer error=\"invalid_token\"."},
        {.id = "callback.invalid-token",
            .title = "The challenge contains invalid_token",
            .clause = "RFC 6750 3.1",
            .weight = Weight::Advice,
            .of = "callback.bad-token",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().header("www-authenticate").contains("invalid_token"),
                        u"WWW-Authenticate has no error=\"invalid_token\"."_s);
                },
            .expected = "error=\"invalid_token\"",
            .why = "It tells the client that it needs a new token.",
            .how = "Add error=\"invalid_token\" to the challenge."},
        {.id = "callback.changed-token",
            .title = "A valid token with one changed character is refused",
            .clause = "RFC 6750 5.2",
            .ask =
                [](const Target& t) {
                    // A character in the middle is changed: the last one of base64 may hold bits
                    // that nobody reads.
                    QByteArray token = tokenOf(t);
                    char& c = token[token.size() / 2];
                    c = c == 'A' ? 'B' : 'A';
                    return Requests{authorized(t, "Bearer " + token)};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedWith401(r); },
            .expected = "401",
            .why = "If a token is decoded but not verified, anybody can make one.",
            .how = "Verify the signature, or compare the whole token."},
        {.id = "callback.empty-token",
            .title = "An empty token is refused",
            .clause = "RFC 6750 2.1",
            .ask = [](const Target& t) { return Requests{authorized(t, "Bearer ")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "401 or 400",
            .why = "An empty text may match an empty database column.",
            .how = "Refuse an empty token."},
        {.id = "callback.basic",
            .title = "The client's secret is not accepted as a token",
            .clause = "RFC 6750 2",
            .ask =
                [](const Target& t) {
                    const auto& pair = t.pairs[0];
                    const QByteArray client = pair ? pair->clientId.text().toUtf8() + ':'
                            + pair->clientSecret.reveal().toByteArray()
                                                   : QByteArray("CLIENT_ID:CLIENT_SECRET");
                    return Requests{authorized(t, "Basic " + client.toBase64())};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "401",
            .why = "Requests use a bearer token (the guide, 1), which expires.",
            .how = "Accept only the scheme Bearer."},
        {.id = "callback.token-in-url",
            .title = "A token in the URL is refused",
            .clause = "RFC 9700 4.3.2",
            .ask =
                [](const Target& t) {
                    Request request = notification(t).without("Authorization");
                    const QByteArray own = t.callbackUrl.query(QUrl::FullyEncoded).toLatin1();
                    request.url.setQuery(QString::fromLatin1(own + (own.isEmpty() ? "" : "&")
                        + "access_token=" + formEncoded(tokenOf(t))));
                    return Requests{request};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "400 or 401",
            .why = "URLs, including the token, end up in logs.",
            .how = "Read the token only from the Authorization header."},
        {.id = "callback.two-tokens",
            .title = "A token in the header and in the URL is refused",
            .clause = "RFC 6750 2",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Request request = notification(t);
                    const QByteArray own = t.callbackUrl.query(QUrl::FullyEncoded).toLatin1();
                    request.url.setQuery(QString::fromLatin1(own + (own.isEmpty() ? "" : "&")
                        + "access_token=" + formEncoded(tokenOf(t))));
                    return Requests{request};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "400",
            .why = "If the two differ, two programs may use different ones.",
            .how = "Answer 400 if the URL contains access_token."},
        {.id = "callback.broken-json",
            .title = "Truncated JSON is refused and does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, "{\"eventType\":\"INTEG")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "400",
            .why = "An unreadable notification must not count as processed, and a 5xx makes "
                   "senders send it again.",
            .how = "Answer 400 if the body is not a JSON object."},
        {.id = "callback.json-list",
            .title = "A JSON list does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask =
                [](const Target& t) {
                    return Requests{saying(t, "[1,null]"), saying(t, "null")};
                },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Answer 400 if the body is not a JSON object."},
        {.id = "callback.empty-body",
            .title = "An empty body does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, {})}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Answer 400 if the body is not a JSON object."},
        {.id = "callback.odd-event",
            .title = "An eventType that is not a text does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, "{\"eventType\":{\"a\":1}}")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "2xx or 400",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Check the type before you use the value."},
        {.id = "callback.big",
            .title = "A body of 200 KB does no harm",
            .clause = "RFC 9110 15.5.14",
            .ask =
                [](const Target& t) {
                    return Requests{saying(t,
                        QJsonDocument(
                            QJsonObject{{u"eventType"_s, t.eventType},
                                {u"jetbridgeCheck"_s, QString(200 * 1024, QLatin1Char('x'))}})
                            .toJson(QJsonDocument::Compact))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "2xx or 413",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Limit the size of the body, and answer larger ones with 413."},
        {.id = "callback.get",
            .title = "GET is not accepted as a notification",
            .clause = "RFC 9110 15.5.6",
            .ask =
                [](const Target& t) {
                    Request request = notification(t).without("Content-Type");
                    request.method = "GET";
                    request.body.clear();
                    return Requests{request};
                },
            .judge =
                [](const Replies& r, const Target&) {
                    return r.first().status >= 200 && r.first().status < 300
                        ? bad(u"The status is %1."_s.arg(r.first().status))
                        : survived(r);
                },
            .expected = "405 with Allow: POST",
            .why = "Notifications are sent by POST; a crawler's GET must change nothing.",
            .how = "Answer other methods with 405 and Allow: POST."},
        {.id = "callback.no-echo",
            .title = "The answer does not repeat the token",
            .clause = "RFC 9700 4.9.3",
            .of = "callback.bad-token",
            .judge =
                [](const Replies& r, const Target&) {
                    bool echoes = r.first().body.contains("jetbridge-no-such-token");
                    for (const auto& [name, value] : r.first().headers)
                        echoes |= value.contains("jetbridge-no-such-token");
                    return must(!echoes, u"The answer contains the token."_s);
                },
            .expected = "no token in the answer",
            .why = "The sender of the notification logs answers.",
            .how = "Never repeat the Authorization header."},
    };
}

const char* withoutEndpoint(const Target& target)
{
    if (target.callbackUrl.isEmpty())
        return "There is no callbackUrl: nobody is notified.";
    return target.oauthTokenUrl.isEmpty()
        ? "Without oauthTokenUrl SmartRecruiters sends no notifications."
        : nullptr;
}

const char* withoutPair(const Target& target)
{
    return target.pairs[0] ? nullptr
                           : "No pair was given: --pairs given reads one made for checking from "
                             "standard input, --own makes one at our own endpoints.";
}

} // namespace

Group callbackChecks()
{
    return {"callback", "callbackUrl", takenChecks() + refusedChecks(), withoutEndpoint,
        withoutPair, false};
}

} // namespace jetbridge::conformance
