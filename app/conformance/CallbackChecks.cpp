// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

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
            return bad(QStringLiteral("The notification was taken (%1).").arg(reply.status));
        if (reply.status != 401)
            return bad(QStringLiteral("The status is %1.").arg(reply.status));
    }
    return good();
}

Judgement refusedSomehow(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (reply.status < 400 || reply.status > 499)
            return bad(QStringLiteral("The status is %1.").arg(reply.status));
    return good();
}

Judgement challenged(const Reply& reply)
{
    if (reply.status != 401)
        return notApplicable(QStringLiteral("There is no 401."));
    const QByteArray challenge = reply.header("www-authenticate");
    return must(challenge.toLower().contains("bearer"),
        challenge.isEmpty() ? QStringLiteral("There is no WWW-Authenticate.")
                            : QStringLiteral("WWW-Authenticate is \"%1\".")
                                  .arg(QString::fromUtf8(challenge.left(80))));
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
            .title = "oauthTokenUrl gives a token for notifications",
            .clause = "the guide, 1",
            .ask = [](const Target& t) { return Requests{tokenRequest(t)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    return tokenIn(r.first()).isEmpty() ? unmeasured(
                               QStringLiteral("There is no token: %1.").arg(r.first().words()))
                                                        : good();
                },
            .expected = "200 and a token",
            .why = "Every notification carries a bearer token of oauthTokenUrl.",
            .how = "See the checks of oauthTokenUrl.",
            .isPreflight = true},
        {.id = "callback.good",
            .title = "A notification with a good token is taken",
            .clause = "the guide, 1",
            .ask = [](const Target& t) { return Requests{notification(t)}; },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx, also for an eventType that you do not know",
            .why = "A notification that is not taken is lost, or sent again and again.",
            .how =
                "Answer 200 to every authenticated JSON object; act on those eventTypes that you "
                "know.",
            .isPreflight = true},
        {.id = "callback.https",
            .title = "callbackUrl is https",
            .clause = "RFC 6750 5.3",
            .weight = Weight::Advice,
            .judge =
                [](const Replies&, const Target& t) {
                    return must(!isLoopback(t.callbackUrl),
                        QStringLiteral("It is http on this computer, which SmartRecruiters cannot "
                                       "reach."));
                },
            .expected = "an https address that SmartRecruiters can reach",
            .why = "Bearer tokens travel there.",
            .how = "Register the public https address; check that one, too."},
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
            .why = "They are broken and forbidden; reviewers look for them.",
            .how = "Allow TLS 1.2 and 1.3 only.",
            .notFor = whereHttp},
        {.id = "callback.patience",
            .title = "The answer comes within 20 seconds",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .of = "callback.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().milliseconds < 20'000,
                        QStringLiteral("It took %1 s.").arg(r.first().milliseconds / 1000.0));
                },
            .expected = "less than 20 s",
            .why = "Whoever works before answering is sent the same again.",
            .how = "Keep the notification, answer 200, then work."},
        {.id = "callback.latency",
            .title = "The answer comes before the work",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .weight = Weight::Advice,
            .of = "callback.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().milliseconds < 3000,
                        QStringLiteral("It took %1 s.").arg(r.first().milliseconds / 1000.0));
                },
            .expected = "less than 3 s",
            .why = "A slow answer under load becomes a time-out.",
            .how = "Keep the notification, answer 200, then work."},
        {.id = "callback.scheme-case",
            .title = "\"bEARER\" is read like \"Bearer\"",
            .clause = "RFC 9110 11.1",
            .ask = [](const Target& t) { return Requests{authorized(t, "bEARER " + tokenOf(t))}; },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Names of schemes have no case; clients differ.",
            .how = "Compare \"Bearer\" without regard to case."},
        {.id = "callback.repeat",
            .title = "The same notification twice is taken twice",
            .clause = "RFC 9110 9.2.2",
            .ask =
                [](const Target& t) {
                    return Requests{notification(t), notification(t)};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx both times",
            .why = "Whoever got no answer sends again: an error then never ends.",
            .how = "Answer 200 when there is nothing left to do."},
        {.id = "callback.extra-fields",
            .title = "Members that nobody knows yet do no harm",
            .clause = "the guide, 1",
            .ask =
                [](const Target& t) {
                    return Requests{saying(t,
                        QJsonDocument(
                            QJsonObject{{QStringLiteral("eventType"), t.eventType},
                                {QStringLiteral("jetbridgeCheck"),
                                    QJsonObject{{QStringLiteral("list"), QJsonArray{1, 2}}}}})
                            .toJson(QJsonDocument::Compact))};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "The body may grow; strict readers fail then.",
            .how = "Ignore members that you do not know."},
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
            .title = "A body that comes in two parts is read",
            .clause = "RFC 9112 6",
            .ask =
                [](const Target& t) {
                    Request request = notification(t);
                    request.bodyPause = std::chrono::milliseconds(300);
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "Networks cut bodies where they like.",
            .how = "Read as many bytes as Content-Length says."},
        {.id = "callback.chunked",
            .title = "A body in chunks is understood",
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
            .why = "Which framing SmartRecruiters' client uses is not published.",
            .how = "Let the server or its proxy read Transfer-Encoding: chunked."},
        {.id = "callback.http10",
            .title = "A client that speaks HTTP/1.0 is answered",
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
            .why = "Proxies on the way may speak HTTP/1.0 (nginx does by default).",
            .how = "Answer HTTP/1.0 requests, too."},
        {.id = "callback.second-token",
            .title = "A second customer's pair gets a token, too",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{tokenRequest(t, 2)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!tokenIn(r.first()).isEmpty(),
                        QStringLiteral("There is no token: %1.").arg(r.first().words()));
                },
            .expected = "200 and a token",
            .why = "Every customer has a pair of its own.",
            .how = "Issue tokens to every pair that was generated.",
            .notFor = whereOnePair},
        {.id = "callback.two-customers",
            .title = "Two customers at once are both heard",
            .clause = "the guide, 1",
            .ask =
                [](const Target& t) {
                    return Requests{notification(t), notification(t, 2)};
                },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx for both",
            .why = "The token names the customer: two must not stand in each other's way.",
            .how = "Take the customer from the token of each request.",
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
            .why = "Else anybody can disconnect your customers.",
            .how = "Demand a bearer token, and answer 401 without one."},
        {.id = "callback.challenge",
            .title = "The 401 asks for a bearer token",
            .clause = "RFC 6750 3, RFC 9110 11.6.1",
            .of = "callback.no-token",
            .judge = [](const Replies& r, const Target&) { return challenged(r.first()); },
            .expected = "WWW-Authenticate: Bearer",
            .why = "Every 401 must say how to authenticate.",
            .how = "Add WWW-Authenticate: Bearer to the 401."},
        {.id = "callback.challenge-bare",
            .title = "Without a token no error is named",
            .clause = "RFC 6750 3.1",
            .weight = Weight::Advice,
            .of = "callback.no-token",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!r.first().header("www-authenticate").contains("error="),
                        QStringLiteral("WWW-Authenticate has an error."));
                },
            .expected = "WWW-Authenticate: Bearer, without error=",
            .why = "Who only asks what is needed has made no mistake.",
            .how = "Leave error= out where no token came."},
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
            .why = "Else anybody can disconnect your customers.",
            .how = "Look the token up, or check its signature."},
        {.id = "callback.bad-token-challenge",
            .title = "That 401 asks for a bearer token, too",
            .clause = "RFC 6750 3, RFC 9110 11.6.1",
            .of = "callback.bad-token",
            .judge = [](const Replies& r, const Target&) { return challenged(r.first()); },
            .expected = "WWW-Authenticate: Bearer error=\"invalid_token\"",
            .why = "Every 401 must say how to authenticate.",
            .how = "Add WWW-Authenticate: Bearer error=\"invalid_token\"."},
        {.id = "callback.invalid-token",
            .title = "The challenge says invalid_token",
            .clause = "RFC 6750 3.1",
            .weight = Weight::Advice,
            .of = "callback.bad-token",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().header("www-authenticate").contains("invalid_token"),
                        QStringLiteral("WWW-Authenticate has no error=\"invalid_token\"."));
                },
            .expected = "error=\"invalid_token\"",
            .why = "By it a client knows that it needs a new token.",
            .how = "Add error=\"invalid_token\" to the challenge."},
        {.id = "callback.changed-token",
            .title = "A good token with one other character is refused",
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
            .why = "A token that is decoded and not verified can be made by anybody.",
            .how = "Check the signature, or compare the whole token."},
        {.id = "callback.empty-token",
            .title = "An empty token is refused",
            .clause = "RFC 6750 2.1",
            .ask = [](const Target& t) { return Requests{authorized(t, "Bearer ")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "401 or 400",
            .why = "An empty text equals an empty column.",
            .how = "Refuse an empty token."},
        {.id = "callback.basic",
            .title = "The client's secret is no token",
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
            .why = "Requests are signed with a bearer token (the guide, 1), which ends by itself.",
            .how = "Take the scheme Bearer only."},
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
            .why = "URLs end up in logs, with the token.",
            .how = "Read the token from the Authorization header only."},
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
            .why = "Where two differ, two programs may believe different ones.",
            .how = "Answer 400 where access_token stands in the URL."},
        {.id = "callback.broken-json",
            .title = "Half a JSON is refused, and does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, "{\"eventType\":\"INTEG")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return refusedSomehow(r); },
            .expected = "400",
            .why = "What cannot be read must not be taken for done; 5xx makes senders send again.",
            .how = "Answer 400 where the body is no JSON object."},
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
            .why = "A program that fails over a request can be made to fail.",
            .how = "Answer 400 where the body is no JSON object."},
        {.id = "callback.empty-body",
            .title = "An empty body does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, {})}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400",
            .why = "A program that fails over a request can be made to fail.",
            .how = "Answer 400 where the body is no JSON object."},
        {.id = "callback.odd-event",
            .title = "An eventType that is no text does no harm",
            .clause = "RFC 9110 15.5.1",
            .ask = [](const Target& t) { return Requests{saying(t, "{\"eventType\":{\"a\":1}}")}; },
            .twin = "callback.good",
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "2xx or 400",
            .why = "A program that fails over a request can be made to fail.",
            .how = "Look at the type before you use the value."},
        {.id = "callback.big",
            .title = "A body of 200 KB does no harm",
            .clause = "RFC 9110 15.5.14",
            .ask =
                [](const Target& t) {
                    return Requests{saying(t,
                        QJsonDocument(QJsonObject{{QStringLiteral("eventType"), t.eventType},
                                          {QStringLiteral("jetbridgeCheck"),
                                              QString(200 * 1024, QLatin1Char('x'))}})
                            .toJson(QJsonDocument::Compact))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "2xx or 413",
            .why = "A program that fails over a request can be made to fail.",
            .how = "Bound the body and answer 413."},
        {.id = "callback.get",
            .title = "GET is no notification",
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
                        ? bad(QStringLiteral("The status is %1.").arg(r.first().status))
                        : survived(r);
                },
            .expected = "405 with Allow: POST",
            .why = "Notifications are POSTs; a crawler's GET must change nothing.",
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
                    return must(!echoes, QStringLiteral("The token stands in the answer."));
                },
            .expected = "no token in the answer",
            .why = "Answers are logged by whoever sent the notification.",
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
