// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

using Fixer = Explanation::Fixer;

constexpr int sample = 30; ///< Number of tokens that are requested in a row.
/// Limit in seconds, the closest figure that SmartRecruiters publishes.
constexpr int mostSeconds = 20;

const char* whereHttp(const Target& target)
{
    return isLoopback(target.oauthTokenUrl) ? "oauthTokenUrl is http on this computer: no TLS."
                                            : nullptr;
}

const char* whereOnePair(const Target& target)
{
    return target.pairs[1] ? nullptr : "It needs a second pair.";
}

QByteArray idOf(const Target& target)
{
    return target.pairs[0] ? target.pairs[0]->clientId.text().toUtf8() : QByteArray("CLIENT_ID");
}

QByteArray secretOf(const Target& target)
{
    return target.pairs[0] ? target.pairs[0]->clientSecret.reveal().toByteArray()
                           : QByteArray("CLIENT_SECRET");
}

/// Makes the guide's request with an addition to its body.
Request plus(const Target& target, const QByteArray& more)
{
    Request request = tokenRequest(target);
    request.body += more;
    return request;
}

Request withBody(const Target& target, const QByteArray& body)
{
    Request request = tokenRequest(target);
    request.body = body;
    return request;
}

Request withPair(const Target& target, const QByteArray& id, const QByteArray& secret)
{
    return withBody(target,
        "grant_type=client_credentials&client_id=" + formEncoded(id)
            + "&client_secret=" + formEncoded(secret));
}

Request withBasic(const Target& target, const QByteArray& id, const QByteArray& secret,
    const QByteArray& scheme = "Basic")
{
    return withBody(target, "grant_type=client_credentials")
        .with("Authorization", scheme + ' ' + (id + ':' + secret).toBase64());
}

Request grant(const Target& target, const QByteArray& parameters)
{
    return withBody(target,
        parameters + "client_id=" + formEncoded(idOf(target))
            + "&client_secret=" + formEncoded(secretOf(target)));
}

Judgement issuedEach(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (tokenIn(reply).isEmpty())
            return bad(u"There is no token: status %1."_s.arg(reply.status));
    return good();
}

/// Requires that each answer is a 4xx and contains no token.
Judgement refusedEach(const Replies& replies)
{
    for (const Reply& reply : replies) {
        if (!tokenIn(reply).isEmpty())
            return bad(u"A token was issued."_s);
        if (reply.status < 400 || reply.status > 499)
            return bad(u"The status is %1, which is not a refusal."_s.arg(reply.status));
    }
    return good();
}

Judgement refusedAs(const Replies& replies, const QStringList& codes)
{
    const Judgement refusal = refusedEach(replies);
    if (refusal.kind != Judgement::Kind::Good)
        return refusal;
    for (const Reply& reply : replies) {
        const auto json = jsonOf(reply);
        const QString code = json ? json->value("error"_L1).toString() : QString();
        if (!codes.contains(code))
            return bad(code.isEmpty() ? u"It contains no error code."_s
                                      : u"The error is \"%1\"."_s.arg(code));
    }
    return good();
}

QJsonValue member(const Replies& replies, const char* name)
{
    const auto json = jsonOf(replies.first());
    return json ? json->value(QLatin1String(name)) : QJsonValue(QJsonValue::Undefined);
}

bool isUuid4(const QByteArray& token)
{
    static const QRegularExpression form(
        u"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$"_s);
    return form.match(QString::fromLatin1(token)).hasMatch();
}

/// Estimates the bits that an attacker must guess from a sample of tokens: each place that varies
/// counts as much as the alphabet of the whole sample, and less if it hardly varies.
double bitsIn(const QList<Secret>& tokens)
{
    qsizetype length = tokens.constFirst().size();
    QSet<char> alphabet;
    for (const Secret& token : tokens)
        length = std::min(length, token.size());
    std::vector<QSet<char>> places{std::size_t(length)};
    for (const Secret& token : tokens)
        for (qsizetype at = 0; at < length; ++at)
            places[std::size_t(at)].insert(token.reveal().at(at));
    for (const auto& place : places)
        if (place.size() > 1)
            alphabet.unite(place);
    const double whole = alphabet.size() > 16
        ? (alphabet.size() > 36 ? 6 : 5.17)
        : std::log2(std::max<double>(1, double(alphabet.size())));
    double bits = 0;
    for (const auto& place : places)
        bits += place.size() * 10 > tokens.size() ? whole : std::log2(double(place.size()));
    return bits;
}

Judgement guessable(const Target& target, double least)
{
    if (target.allTokens.size() < sample)
        return unmeasured(u"Only %1 tokens were seen."_s.arg(target.allTokens.size()));
    if (isUuid4(target.allTokens.constFirst().reveal().toByteArray()))
        return notApplicable(u"The tokens are UUIDs: see token.uuid."_s);
    const double bits = bitsIn(target.allTokens);
    return must(bits >= least,
        u"About %1 bits differ among %2 tokens."_s.arg(int(bits)).arg(target.allTokens.size()));
}

int percentile95(QList<int> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at((values.size() * 95 - 1) / 100);
}

/// Returns a secret that differs only in the case of its letters; empty if there is none.
QByteArray otherCase(QByteArray secret)
{
    const QByteArray before = secret;
    for (char& c : secret)
        c = c >= 'a' && c <= 'z' ? char(c - 32) : c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return secret == before ? QByteArray() : secret;
}

bool isSound(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        const char16_t u = c.unicode();
        return u >= 0x20 && u <= 0x7E && u != 0x22 && u != 0x5C;
    });
}

// --- The lists of checks

QList<Check> addressChecks()
{
    return {
        {.id = "token.https",
            .title = "oauthTokenUrl is https",
            .clause = "RFC 6749 3.2",
            .weight = Weight::Advice,
            .judge =
                [](const Replies&, const Target& t) {
                    return must(!isLoopback(t.oauthTokenUrl),
                        u"It is http on this computer, which SmartRecruiters cannot "
                        "reach."_s);
                },
            .expected = "an https address that SmartRecruiters can reach",
            .why = "Secrets and tokens are sent to it.",
            .how = "Register the public https address, and check that one too."},
        {.id = "token.good",
            .title = "The guide's request gets a token",
            .clause = "the guide, 2; RFC 6749 4.4",
            .ask = [](const Target& t) { return Requests{tokenRequest(t)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    const Reply& reply = r.first();
                    const auto json = jsonOf(reply);
                    const QString code = json ? json->value("error"_L1).toString() : QString();
                    if (reply.status == 401 || code == "invalid_client"_L1)
                        return unmeasured(
                            u"The endpoint refuses this pair (%1 %2): it does not know the pair "
                            u"(use one "
                            "that was made there for checking), or it does not accept credentials "
                            "in the body, as the guide sends them."_s.arg(
                                QString::number(reply.status), code));
                    return must(!tokenIn(reply).isEmpty(),
                        u"There is no access_token: status %1 %2."_s.arg(
                            QString::number(reply.status), code));
                },
            .expected = "200 and a JSON object with access_token",
            .why = "SmartRecruiters gets its bearer token exactly like this.",
            .how = "Answer a POST with grant_type=client_credentials, client_id and client_secret "
                   "in the form body as RFC 6749 5.1 defines.",
            .isPreflight = true},
    };
}

QList<Check> transportChecks()
{
    return {
        {.id = "token.tls10",
            .title = "TLS 1.0 is refused",
            .clause = "RFC 8996",
            .ask = [](const Target& t) { return Requests{greeting(t.oauthTokenUrl, '\x01')}; },
            .judge = [](const Replies& r, const Target&) { return greetingRefused(r); },
            .expected = "an alert, or the end of the connection",
            .why = "TLS 1.0 is insecure and forbidden; reviewers check for it.",
            .how = "Allow TLS 1.2 and 1.3 only.",
            .notFor = whereHttp},
        {.id = "token.tls11",
            .title = "TLS 1.1 is refused",
            .clause = "RFC 8996",
            .ask = [](const Target& t) { return Requests{greeting(t.oauthTokenUrl, '\x02')}; },
            .judge = [](const Replies& r, const Target&) { return greetingRefused(r); },
            .expected = "an alert, or the end of the connection",
            .why = "TLS 1.1 is forbidden; reviewers check for it.",
            .how = "Allow TLS 1.2 and 1.3 only.",
            .notFor = whereHttp},
        {.id = "token.tls13",
            .title = "TLS 1.3 is offered",
            .clause = "RFC 9325 3.1.1",
            .weight = Weight::Advice,
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().tls.startsWith("TLSv1.3"_L1),
                        u"The connection is %1."_s.arg(r.first().tls));
                },
            .expected = "TLSv1.3",
            .why = "Current clients prefer TLS 1.3.",
            .how = "Enable TLS 1.3 on the server or its proxy.",
            .notFor = whereHttp},
        {.id = "token.addresses",
            .title = "Every address of the name answers, with a valid certificate",
            .clause = "RFC 6125 6",
            .ask = [](const Target& t) { return toEachAddress(t, tokenRequest(t)); },
            .judge = [](const Replies& r, const Target&) { return eachAnswered(r); },
            .expected = "an answer from each address",
            .why = "SmartRecruiters may use any of them, so some of its calls would fail.",
            .how = "Repair the address that does not answer, or remove it from the DNS.",
            .notFor = [](const Target& t) -> const char* {
                return t.addresses.value(t.oauthTokenUrl.host()).size() > 1
                    ? nullptr
                    : "The name has one address.";
            },
            .seesTrouble = true},
        {.id = "token.http10",
            .title = "An HTTP/1.0 client gets an answer",
            .clause = "RFC 9110 2.5",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Request request = tokenRequest(t);
                    request.version = "HTTP/1.0";
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Proxies in between may use HTTP/1.0 (nginx does by default).",
            .how = "Answer HTTP/1.0 requests too."},
        {.id = "token.chunked",
            .title = "A chunked body is accepted",
            .clause = "RFC 9112 7.1",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Request request = tokenRequest(t);
                    request.framing = Request::Framing::Chunked;
                    return Requests{request};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "It is not published which framing SmartRecruiters' client uses; HTTP/1.1 "
                   "servers must support both.",
            .how = "Let the server or its proxy read Transfer-Encoding: chunked."},
    };
}

QList<Check> authenticationChecks()
{
    return {
        {.id = "token.basic",
            .title = "HTTP Basic is accepted",
            .clause = "RFC 6749 2.3.1",
            .ask =
                [](const Target& t) {
                    return Requests{withBasic(t, formEncoded(idOf(t)), formEncoded(secretOf(t)))};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "It is not published how SmartRecruiters authenticates; servers must support "
                   "Basic.",
            .how = "Also accept Authorization: Basic base64(id:secret)."},
        {.id = "token.basic-case",
            .title = "The scheme name is case-insensitive",
            .clause = "RFC 9110 11.1",
            .ask =
                [](const Target& t) {
                    return Requests{
                        withBasic(t, formEncoded(idOf(t)), formEncoded(secretOf(t)), "bAsIC")};
                },
            .twin = "token.basic",
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Scheme names are case-insensitive, and clients differ.",
            .how = "Compare \"Basic\" case-insensitively."},
        {.id = "token.basic-encoded",
            .title = "Basic credentials are form-decoded",
            .clause = "RFC 6749 2.3.1, appendix B",
            .ask =
                [](const Target& t) {
                    return Requests{withBasic(t, fullyEncoded(idOf(t)), fullyEncoded(secretOf(t)))};
                },
            .twin = "token.basic",
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token: %XX means the same as the character",
            .why = "Otherwise secrets with : % + & fail, which affects only some customers.",
            .how = "Form-decode id and secret after the base64 of the Basic header."},
        {.id = "token.body-encoded",
            .title = "Credentials in the body are form-decoded",
            .clause = "RFC 6749 appendix B",
            .ask =
                [](const Target& t) {
                    return Requests{withBody(t,
                        "grant_type=client_credentials&client_id=" + fullyEncoded(idOf(t))
                            + "&client_secret=" + fullyEncoded(secretOf(t)))};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token: %XX means the same as the character",
            .why = "Clients encode different characters, but both forms have the same meaning.",
            .how = "Read the body with a form decoder, not by splitting text."},
        {.id = "token.wrong-secret",
            .title = "A wrong secret is refused",
            .clause = "RFC 6749 5.2",
            .ask =
                [](const Target& t) {
                    return Requests{withPair(t, idOf(t), "jetbridge-wrong-secret")};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "Otherwise anybody who knows a client id can read the customer's data.",
            .how = "Compare the whole secret."},
        {.id = "token.wrong-secret-code",
            .title = "A wrong secret gets the error invalid_client",
            .clause = "RFC 6749 5.2",
            .of = "token.wrong-secret",
            .judge =
                [](const Replies& r, const Target&) {
                    const Judgement status = statusIn(r, {400, 401});
                    return status.kind == Judgement::Kind::Good
                        ? refusedAs(r, {u"invalid_client"_s})
                        : status;
                },
            .expected = "400 or 401 and {\"error\":\"invalid_client\"}",
            .why = "The code tells the client that its secret is wrong, and not its request.",
            .how = "Answer 401 (or 400) with {\"error\":\"invalid_client\"}."},
        {.id = "token.wrong-secret-basic",
            .title = "A wrong secret sent by Basic gets 401",
            .clause = "RFC 6749 5.2",
            .ask =
                [](const Target& t) {
                    return Requests{withBasic(t, formEncoded(idOf(t)), "jetbridge-wrong-secret")};
                },
            .twin = "token.basic",
            .judge =
                [](const Replies& r, const Target&) {
                    const Judgement refusal = refusedEach(r);
                    return refusal.kind == Judgement::Kind::Good ? statusIn(r, {401}) : refusal;
                },
            .expected = "401 and no token",
            .why = "RFC 6749 requires 401 if the Authorization header was used.",
            .how = "Answer 401 with WWW-Authenticate: Basic."},
        {.id = "token.challenge",
            .title = "The 401 names the scheme that was used",
            .clause = "RFC 6749 5.2, RFC 9110 11.6.1",
            .of = "token.wrong-secret-basic",
            .judge =
                [](const Replies& r, const Target&) {
                    if (r.first().status != 401)
                        return notApplicable(u"There is no 401."_s);
                    const QByteArray challenge = r.first().header("www-authenticate");
                    return must(challenge.toLower().contains("basic"),
                        challenge.isEmpty() ? u"There is no WWW-Authenticate."_s
                                            : u"WWW-Authenticate is \"%1\"."_s.arg(
                                                QString::fromUtf8(challenge.left(80))));
                },
            .expected = "WWW-Authenticate: Basic",
            .why = "It tells HTTP clients how to authenticate; every 401 must have it.",
            .how = "Add WWW-Authenticate: Basic realm=\"...\" to the 401."},
        {.id = "token.unknown-client",
            .title = "An unknown client is refused",
            .clause = "RFC 6749 5.2",
            .ask =
                [](const Target& t) {
                    return Requests{
                        withPair(t, "jetbridge-no-such-client", "jetbridge-wrong-secret")};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "Otherwise anybody gets access.",
            .how = "Look up the client, and refuse the request if there is none."},
        {.id = "token.no-credentials",
            .title = "A request without credentials is refused",
            .clause = "RFC 6749 3.2.1",
            .ask =
                [](const Target& t) {
                    return Requests{withBody(t, "grant_type=client_credentials")};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "Otherwise anybody gets access.",
            .how = "Require client authentication for the grant client_credentials."},
        {.id = "token.empty-secret",
            .title = "An empty secret is refused",
            .clause = "RFC 6749 3.2",
            .ask = [](const Target& t) { return Requests{withPair(t, idOf(t), {})}; },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "An empty parameter counts as omitted.",
            .how = "Refuse an empty client_secret."},
        {.id = "token.cut-secret",
            .title = "The beginning of the secret is not enough",
            .clause = "RFC 6749 10.10",
            .ask =
                [](const Target& t) {
                    QByteArray secret = secretOf(t);
                    secret.chop(1);
                    return Requests{withPair(t, idOf(t), secret)};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "Some hash functions and database columns use only the first characters.",
            .how = "Compare the whole secret; bcrypt ignores everything after 72 bytes."},
        {.id = "token.case-secret",
            .title = "The secret is case-sensitive",
            .clause = "RFC 6749 10.10",
            .ask =
                [](const Target& t) {
                    return Requests{withPair(t, idOf(t), otherCase(secretOf(t)))};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "A case-insensitive comparison makes secrets easier to guess.",
            .how = "Compare the secret (or its hash) byte by byte.",
            .notFor = [](const Target& t) -> const char* {
                return otherCase(secretOf(t)).isEmpty() ? "The secret has no letters." : nullptr;
            }},
        {.id = "token.other-secret",
            .title = "Another client's secret is refused",
            .clause = "RFC 6749 5.2",
            .ask =
                [](const Target& t) {
                    return Requests{withPair(t, idOf(t),
                        t.pairs[1] ? t.pairs[1]->clientSecret.reveal().toByteArray()
                                   : QByteArray("OTHER_SECRET"))};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "One customer's pair must never give access to another customer's data.",
            .how = "Compare the secret with the one of the same client.",
            .notFor = whereOnePair},
        {.id = "token.both-methods",
            .title = "Two authentication methods in one request are refused",
            .clause = "RFC 6749 2.3, 5.2",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    return Requests{tokenRequest(t).with("Authorization",
                        "Basic "
                            + (formEncoded(idOf(t)) + ':' + formEncoded(secretOf(t))).toBase64())};
                },
            .twin = "token.basic",
            .judge =
                [](const Replies& r, const Target&) {
                    return refusedAs(r, {u"invalid_request"_s, u"invalid_client"_s});
                },
            .expected = "400 and {\"error\":\"invalid_request\"}",
            .why = "If the two differ, two programs may use different ones.",
            .how = "Refuse a request that has both a Basic header and client_secret."},
        {.id = "token.in-url",
            .title = "Credentials in the URL are refused",
            .clause = "RFC 6749 2.3.1",
            .ask =
                [](const Target& t) {
                    // The secret gets into the partner's logs, which is one more reason to use
                    // pairs for checking only.
                    Request request = withBody(t, "grant_type=client_credentials");
                    const QByteArray own = t.oauthTokenUrl.query(QUrl::FullyEncoded).toLatin1();
                    request.url.setQuery(
                        QString::fromLatin1(own + (own.isEmpty() ? "" : "&") + "client_id="
                            + formEncoded(idOf(t)) + "&client_secret=" + formEncoded(secretOf(t))));
                    return Requests{request};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 or 401 and no token",
            .why = "URLs, including the secret, end up in the logs of every proxy.",
            .how = "Read credentials only from the body and the Basic header."},
        {.id = "token.same-refusal",
            .title = "The answers do not disclose which client ids exist",
            .clause = "RFC 6749 10.10",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    return Requests{withPair(t, idOf(t), "jetbridge-wrong-secret-2"),
                        withPair(t, "jetbridge-no-such-client-2", "jetbridge-wrong-secret-2")};
                },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r[0].status == r[1].status && r[0].body == r[1].body,
                        u"A wrong secret gets %1, an unknown client %2: the answers "
                        "differ."_s.arg(r[0].words(), r[1].words()));
                },
            .expected = "the same answer for a wrong secret and for an unknown client",
            .why = "An attacker who knows that an id exists can try to guess its secret.",
            .how = "Answer both with the same status and body."},
    };
}

QList<Check> requestChecks()
{
    return {
        {.id = "token.get",
            .title = "GET does not return a token",
            .clause = "RFC 6749 3.2",
            .ask =
                [](const Target& t) {
                    Request request = tokenRequest(t).without("Content-Type");
                    request.method = "GET";
                    request.body.clear();
                    return Requests{request};
                },
            .judge =
                [](const Replies& r, const Target&) {
                    const Judgement survival = survived(r);
                    return r.first().status >= 200 && r.first().status < 300
                        ? bad(u"The status is %1."_s.arg(r.first().status))
                        : survival;
                },
            .expected = "405 with Allow: POST",
            .why = "A token request is a POST; GETs are cached and logged.",
            .how = "Refuse every method except POST."},
        {.id = "token.get-405",
            .title = "GET is answered by 405 with Allow",
            .clause = "RFC 9110 15.5.6",
            .weight = Weight::Advice,
            .of = "token.get",
            .judge =
                [](const Replies& r, const Target&) {
                    const Judgement status = statusIn(r, {405});
                    return status.kind == Judgement::Kind::Good
                        ? must(r.first().has("allow"), u"There is no Allow."_s)
                        : status;
                },
            .expected = "405 with Allow: POST",
            .why = "The answer tells people who open the address in a browser what it is.",
            .how = "Answer other methods with 405 and Allow: POST."},
        {.id = "token.put",
            .title = "PUT and DELETE do not return a token",
            .clause = "RFC 6749 3.2",
            .ask =
                [](const Target& t) {
                    Requests requests{tokenRequest(t), tokenRequest(t)};
                    requests[0].method = "PUT";
                    requests[1].method = "DELETE";
                    return requests;
                },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    for (const Reply& reply : r)
                        if (!tokenIn(reply).isEmpty())
                            return bad(u"A token was issued."_s);
                    return survived(r);
                },
            .expected = "405",
            .why = "Only POST is a token request.",
            .how = "Refuse every method except POST."},
        {.id = "token.scope",
            .title = "An unknown scope from SmartRecruiters is not refused",
            .clause = "RFC 6749 3.3",
            .weight = Weight::Advice,
            .ask = [](const Target& t) { return Requests{plus(t, "&scope=candidates_read")}; },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token, for the scope that the endpoint grants",
            .why = "It is not published whether SmartRecruiters sends a scope; if it does, every "
                   "notification would fail.",
            .how = "Ignore unknown scopes, or grant your own, and name the granted ones in scope."},
        {.id = "token.scope-empty",
            .title = "An empty scope counts as omitted",
            .clause = "RFC 6749 3.2",
            .ask = [](const Target& t) { return Requests{plus(t, "&scope=")}; },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Parameters without a value must be treated as omitted.",
            .how = "Ignore empty parameters."},
        {.id = "token.unknown-parameter",
            .title = "Unknown parameters are ignored",
            .clause = "RFC 6749 3.2",
            .ask =
                [](const Target& t) {
                    return Requests{plus(t, "&jetbridge_check=1&audience=jetbridge")};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Servers must ignore unknown parameters, because clients may add new ones.",
            .how = "Ignore unknown parameters."},
        {.id = "token.charset",
            .title = "The media type may have a charset",
            .clause = "RFC 9110 8.3",
            .ask =
                [](const Target& t) {
                    return Requests{tokenRequest(t)
                                        .without("Content-Type")
                                        .with("Content-Type",
                                            "application/x-www-form-urlencoded; charset=UTF-8")};
                },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Java clients add it by default.",
            .how = "Compare the media type without its parameters."},
        {.id = "token.repeated",
            .title = "A repeated parameter is refused",
            .clause = "RFC 6749 3.2",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    return Requests{plus(t, "&client_secret=jetbridge-second")};
                },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return refusedAs(r, {u"invalid_request"_s, u"invalid_client"_s});
                },
            .expected = "400 and {\"error\":\"invalid_request\"}",
            .why = "If the two differ, two programs may use different ones.",
            .how = "Refuse requests in which a parameter occurs twice."},
        {.id = "token.grant-missing",
            .title = "A missing grant_type is an invalid_request",
            .clause = "RFC 6749 5.2",
            .ask = [](const Target& t) { return Requests{grant(t, {})}; },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return refusedAs(r, {u"invalid_request"_s, u"unsupported_grant_type"_s});
                },
            .expected = "400 and {\"error\":\"invalid_request\"}",
            .why = "The code tells the client what to change.",
            .how = "Answer 400 with the error code that RFC 6749 5.2 defines."},
        {.id = "token.grant-unknown",
            .title = "An unknown grant_type is unsupported_grant_type",
            .clause = "RFC 6749 5.2",
            .ask = [](const Target& t) { return Requests{grant(t, "grant_type=jetbridge&")}; },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return refusedAs(r, {u"unsupported_grant_type"_s, u"invalid_request"_s});
                },
            .expected = "400 and {\"error\":\"unsupported_grant_type\"}",
            .why = "The code tells the client what to change.",
            .how = "Answer 400 with the error code that RFC 6749 5.2 defines."},
        {.id = "token.grant-password",
            .title = "The password grant is refused",
            .clause = "RFC 9700 2.4",
            .ask =
                [](const Target& t) {
                    return Requests{
                        grant(t, "grant_type=password&username=jetbridge&password=jetbridge&")};
                },
            .twin = "token.good",
            .judge = [](const Replies& r, const Target&) { return refusedEach(r); },
            .expected = "400 and {\"error\":\"unsupported_grant_type\"}",
            .why = "The password grant must no longer be used.",
            .how = "Disable it for these clients."},
        {.id = "token.json-body",
            .title = "A JSON body does no harm",
            .clause = "RFC 9110 15.5.16",
            .ask =
                [](const Target& t) {
                    Request request = withBody(t, "{\"grant_type\":\"client_credentials\"}");
                    return Requests{
                        request.without("Content-Type").with("Content-Type", "application/json")};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400, 401 or 415",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Answer unsupported media types with 415."},
        {.id = "token.no-media-type",
            .title = "A body without a media type does no harm",
            .clause = "RFC 9110 8.3",
            .ask =
                [](const Target& t) { return Requests{tokenRequest(t).without("Content-Type")}; },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "200, 400 or 415",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Answer such a body with 400 or 415."},
        {.id = "token.bad-bytes",
            .title = "Bytes that are not UTF-8 do no harm",
            .clause = "RFC 6749 appendix B",
            .ask =
                [](const Target& t) {
                    return Requests{withBody(
                        t, "grant_type=client_credentials&client_id=%FF%FE&client_secret=%00%80")};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400 or 401",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Answer a body that cannot be decoded with 400."},
        {.id = "token.big-body",
            .title = "A body of 200 KB does no harm",
            .clause = "RFC 9110 15.5.14",
            .ask =
                [](const Target& t) {
                    return Requests{plus(t, "&jetbridge_check=" + QByteArray(200 * 1024, 'x'))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "200, 400 or 413",
            .why = "If a request makes the program fail, anybody can make it fail.",
            .how = "Limit the size of the body, and answer larger ones with 413."},
    };
}

QList<Check> answerChecks()
{
    return {
        {.id = "token.json",
            .title = "The answer's media type is JSON",
            .clause = "RFC 6749 5.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().mediaType() == "application/json",
                        u"The media type is \"%1\"."_s.arg(
                            QString::fromUtf8(r.first().mediaType())));
                },
            .expected = "Content-Type: application/json",
            .why = "Clients that check the media type accept nothing else.",
            .how = "Set Content-Type: application/json."},
        {.id = "token.type",
            .title = "token_type is Bearer",
            .clause = "RFC 6749 5.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    const QString type = member(r, "token_type").toString();
                    return must(type.compare("bearer"_L1, Qt::CaseInsensitive) == 0,
                        type.isEmpty() ? u"token_type is missing."_s
                                       : u"token_type is \"%1\"."_s.arg(type));
                },
            .expected = "\"token_type\":\"Bearer\"",
            .why = "It is required, and clients refuse unknown types.",
            .how = "Add \"token_type\":\"Bearer\"."},
        {.id = "token.expires-number",
            .title = "expires_in is a number",
            .clause = "RFC 6749 5.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    const QJsonValue value = member(r, "expires_in");
                    return must(
                        value.isUndefined() || value.isDouble(), u"expires_in is not a number."_s);
                },
            .expected = "\"expires_in\":1800",
            .why = "Strict clients do not accept a text.",
            .how = "Write the seconds as a JSON number."},
        {.id = "token.expires-there",
            .title = "expires_in is present",
            .clause = "RFC 6749 5.1",
            .weight = Weight::Advice,
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(
                        !member(r, "expires_in").isUndefined(), u"expires_in is missing."_s);
                },
            .expected = "\"expires_in\":1800",
            .why =
                "Without it, a client learns only from a failed call that its token has expired.",
            .how = "Return the token's lifetime in seconds."},
        {.id = "token.expires-positive",
            .title = "A new token is valid for at least one minute",
            .clause = "RFC 6749 5.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    const QJsonValue value = member(r, "expires_in");
                    if (!value.isDouble())
                        return notApplicable(u"There is no number."_s);
                    return must(
                        value.toDouble() >= 60, u"expires_in is %1."_s.arg(value.toDouble()));
                },
            .expected = "60 or more",
            .why = "A token must stay valid until the call for which it was requested.",
            .how = "Use a lifetime of 10 to 60 minutes."},
        {.id = "token.expires-sane",
            .title = "A token is valid for at most one hour",
            .clause = "RFC 6750 5.3",
            .weight = Weight::Advice,
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    const QJsonValue value = member(r, "expires_in");
                    if (!value.isDouble())
                        return notApplicable(u"There is no number."_s);
                    return must(value.toDouble() <= 3600,
                        u"expires_in is %1."_s.arg(value.toDouble(), 0, 'f', 0));
                },
            .expected = "3600 or less",
            .why = "A stolen token can be used until it expires.",
            .how = "Use a lifetime of at most one hour."},
        {.id = "token.no-store",
            .title = "The answer must not be cached",
            .clause = "RFC 6749 5.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().header("cache-control").toLower().contains("no-store"),
                        u"Cache-Control is \"%1\"."_s.arg(
                            QString::fromUtf8(r.first().header("cache-control").left(80))));
                },
            .expected = "Cache-Control: no-store",
            .why = "A cache in between may return the token to another client.",
            .how = "Add Cache-Control: no-store to every answer of oauthTokenUrl."},
        {.id = "token.pragma",
            .title = "HTTP/1.0 caches must not store it either",
            .clause = "RFC 6749 5.1",
            .weight = Weight::Advice,
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().header("pragma").toLower().contains("no-cache"),
                        u"There is no Pragma: no-cache."_s);
                },
            .expected = "Pragma: no-cache",
            .why = "RFC 6749 requires it; only HTTP/1.0 caches need it.",
            .how = "Add Pragma: no-cache."},
        {.id = "token.no-refresh",
            .title = "There is no refresh token",
            .clause = "RFC 6749 4.4.3",
            .weight = Weight::Advice,
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(member(r, "refresh_token").isUndefined(),
                        u"The answer contains a refresh_token."_s);
                },
            .expected = "no refresh_token",
            .why = "The client already has its secret; a second long-lived one is a risk.",
            .how = "Issue no refresh token for the grant client_credentials."},
        {.id = "token.characters",
            .title = "The token can be sent in a header",
            .clause = "RFC 6750 2.1",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    static const QRegularExpression form(u"^[A-Za-z0-9._~+/-]+=*$"_s);
                    return must(form.match(QString::fromUtf8(tokenIn(r.first()))).hasMatch(),
                        u"The token has characters that are not allowed in a bearer token."_s);
                },
            .expected = "letters, digits and -._~+/, with = at the end",
            .why = "Other characters make the Authorization header of every call invalid.",
            .how = "Encode tokens as base64url."},
        {.id = "token.length",
            .title = "The token is short enough for a header",
            .clause = "RFC 9110 5.4",
            .of = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(tokenIn(r.first()).size() <= 4096,
                        u"It has %1 bytes."_s.arg(tokenIn(r.first()).size()));
                },
            .expected = "at most 4096 bytes",
            .why = "Many servers accept at most 8 KB of headers.",
            .how = "Store less data in the token."},
    };
}

QList<Check> refusalChecks()
{
    return {
        {.id = "token.error-json",
            .title = "A refusal is JSON with an error",
            .clause = "RFC 6749 5.2",
            .of = "token.wrong-secret",
            .judge =
                [](const Replies& r, const Target&) {
                    if (r.first().status < 400)
                        return notApplicable(u"It was not a refusal."_s);
                    return must(member(r, "error").isString()
                            && r.first().mediaType() == "application/json",
                        u"The answer was: %1."_s.arg(r.first().words()));
                },
            .expected = "application/json with {\"error\":\"...\"}",
            .why = "Any other answer does not tell the client why it got no token.",
            .how = "Answer errors as RFC 6749 5.2 defines, not with an HTML page."},
        {.id = "token.error-characters",
            .title = "Errors are plain ASCII",
            .clause = "RFC 6749 5.2",
            .weight = Weight::Advice,
            .of = "token.wrong-secret",
            .judge =
                [](const Replies& r, const Target&) {
                    const QString text =
                        member(r, "error").toString() + member(r, "error_description").toString();
                    return must(
                        isSound(text), u"error or error_description has other characters."_s);
                },
            .expected = "the characters %x20-21, %x23-5B and %x5D-7E",
            .why = "Other characters are not allowed there; they can break logs and headers.",
            .how = "Write the description in plain English, without quotes and backslashes."},
        {.id = "token.error-no-store",
            .title = "Refusals must not be cached either",
            .clause = "RFC 6749 5.2",
            .weight = Weight::Advice,
            .of = "token.wrong-secret",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().header("cache-control").toLower().contains("no-store"),
                        u"Cache-Control is \"%1\"."_s.arg(
                            QString::fromUtf8(r.first().header("cache-control").left(80))));
                },
            .expected = "Cache-Control: no-store",
            .why = "A cached refusal is still returned after the cause was removed.",
            .how = "Add Cache-Control: no-store to every answer of oauthTokenUrl."},
        {.id = "token.error-no-echo",
            .title = "A refusal does not repeat the secret",
            .clause = "RFC 9700 4.9.3",
            .of = "token.wrong-secret",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!r.first().body.contains("jetbridge-wrong-secret"),
                        u"The answer contains the wrong secret."_s);
                },
            .expected = "no secret in the answer",
            .why = "A mistyped secret is almost the right one, and answers are logged.",
            .how = "Never repeat client_secret."},
    };
}

/// These checks run last, because they look at all tokens of the run.
QList<Check> sampleChecks()
{
    return {
        {.id = "token.distinct",
            .title = "Every token is different",
            .clause = "RFC 6749 10.10",
            .ask = [](const Target& t) { return Requests(sample, tokenRequest(t)); },
            .judge =
                [](const Replies& r, const Target& t) {
                    const Judgement each = issuedEach(r);
                    if (each.kind != Judgement::Kind::Good)
                        return each;
                    QSet<QByteArray> seen;
                    for (const Secret& token : t.allTokens)
                        seen.insert(token.sha256());
                    // An endpoint may return the same token until it expires, but not always the
                    // same.
                    return must(seen.size() > 1,
                        u"All %1 answers contain the same token."_s.arg(t.allTokens.size()));
                },
            .expected = "tokens that differ",
            .why = "A constant token can never be revoked, and is a second secret.",
            .how = "Generate every token with the system's random generator."},
        {.id = "token.guessing",
            .title = "Tokens cannot be guessed",
            .clause = "RFC 6749 10.10",
            .of = "token.distinct",
            .judge = [](const Replies&, const Target& t) { return guessable(t, 120); },
            .expected = "at least 128 bits (estimated from the sample)",
            .why = "An attacker who guesses a token can read the customer's data.",
            .how = "Use 20 bytes or more from the system's random generator."},
        {.id = "token.guessing-160",
            .title = "Tokens have 160 bits",
            .clause = "RFC 6749 10.10",
            .weight = Weight::Advice,
            .of = "token.distinct",
            .judge = [](const Replies&, const Target& t) { return guessable(t, 150); },
            .expected = "160 bits (estimated from the sample)",
            .why = "RFC 6749 recommends 160 bits.",
            .how = "Use 20 bytes or more from the system's random generator."},
        {.id = "token.uuid",
            .title = "Tokens are more than UUIDs",
            .clause = "RFC 9562 8",
            .weight = Weight::Advice,
            .of = "token.distinct",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!isUuid4(tokenIn(r.first())),
                        u"The tokens are version 4 UUIDs, which have at most 122 "
                        "random bits. (The guide's own sample is one.)"_s);
                },
            .expected = "no UUID",
            .why = "Not every UUID library uses a secure random generator; RFC 9562 warns against "
                   "UUIDs as secrets.",
            .how = "Use 20 bytes or more from the system's random generator."},
        {.id = "token.patience",
            .title = "Tokens are issued within 20 seconds",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .of = "token.distinct",
            .judge =
                [](const Replies&, const Target& t) {
                    const int slowest = t.latencies.isEmpty()
                        ? 0
                        : *std::max_element(t.latencies.begin(), t.latencies.end());
                    return must(slowest < mostSeconds * 1000,
                        u"The slowest took %1 s."_s.arg(slowest / 1000.0));
                },
            .expected = "less than 20 s",
            .why = "SmartRecruiters' time-out is not published; its webhooks wait 20 s.",
            .how = "Answer before slow work."},
        {.id = "token.latency",
            .title = "Tokens are issued quickly",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .weight = Weight::Advice,
            .of = "token.distinct",
            .judge =
                [](const Replies&, const Target& t) {
                    const int p95 = percentile95(t.latencies);
                    return must(p95 < 2000, u"95 of 100 answers came within %1 ms."_s.arg(p95));
                },
            .expected = "95 of 100 within 2 s",
            .why = "Every call and every notification needs a token first.",
            .how = "Find out what the endpoint waits for."},
        {.id = "token.still-good",
            .title = "The right secret still works after wrong ones",
            .clause = "RFC 6749 2.3.1",
            .ask = [](const Target& t) { return Requests{tokenRequest(t)}; },
            .judge = [](const Replies& r, const Target&) { return issuedEach(r); },
            .expected = "200 and a token",
            .why = "Otherwise anybody who knows a client id can lock the customer out.",
            .how = "Slow down clients that fail, not those with the right secret."},
        {.id = "token.brute-force",
            .title = "Many wrong secrets are slowed down",
            .clause = "RFC 6749 2.3.1",
            .weight = Weight::Advice,
            .ask =
                [](const Target& t) {
                    Requests requests;
                    for (int i = 0; i < 20; ++i)
                        requests.append(
                            withPair(t, idOf(t), "jetbridge-guess-" + QByteArray::number(i)));
                    return requests;
                },
            .twin = "token.good",
            .judge =
                [](const Replies& r, const Target&) {
                    const Reply& last = r.last();
                    return must(last.status == 429 || last.status == 403 || !last.hasAnswer()
                            || last.milliseconds > 3 * r.first().milliseconds + 500,
                        u"After 20 wrong secrets the answer is still %1 and as fast as before."_s
                            .arg(last.status));
                },
            .expected = "429, or increasingly slow answers",
            .why = "The endpoint must protect secrets against guessing.",
            .how = "Count failures per client, and answer 429 with Retry-After.",
            .seesTrouble = true,
            .optIn = "brute-force"},
    };
}

const char* withoutEndpoint(const Target& target)
{
    return target.oauthTokenUrl.isEmpty()
        ? "There is no oauthTokenUrl, so SmartRecruiters cannot request a token."
        : nullptr;
}

const char* withoutPair(const Target& target)
{
    return target.pairs[0] ? nullptr
                           : "No pair was given: --pairs given reads one made for checking from "
                             "standard input, --own makes one at our own endpoints.";
}

} // namespace

Group tokenChecks()
{
    return {"token", "oauthTokenUrl",
        addressChecks() + answerChecks() + transportChecks() + authenticationChecks()
            + refusalChecks() + requestChecks() + sampleChecks(),
        withoutEndpoint, withoutPair, false};
}

} // namespace jetbridge::conformance
