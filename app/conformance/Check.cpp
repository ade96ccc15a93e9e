// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include "domain/Json.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

QByteArray bigEndian(qsizetype value, int bytes)
{
    QByteArray text;
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        text.append(char((value >> shift) & 0xFF));
    return text;
}

QByteArray sized(const QByteArray& content, int bytes)
{
    return bigEndian(content.size(), bytes) + content;
}

} // namespace

bool Target::mayAsk(const QUrl& url) const
{
    if (url.scheme() != "https"_L1 && !isLoopback(url))
        return false;
    const QUrl logo = application ? application->logo : QUrl();
    for (const QUrl& given : {consentUrl, oauthTokenUrl, callbackUrl, simulator, logo})
        if (!given.isEmpty() && given.authority() == url.authority())
            return true;
    return moreHosts.contains(url.host()) || moreHosts.contains(url.authority());
}

const QList<Group>& allGroups()
{
    static const QList<Group> groups{
        registrationChecks(), tokenChecks(), callbackChecks(), consentChecks(), journeyChecks()};
    return groups;
}

Judgement statusIn(const Replies& replies, std::initializer_list<int> allowed)
{
    for (const Reply& reply : replies)
        if (std::find(allowed.begin(), allowed.end(), reply.status) == allowed.end())
            return bad(u"The status is %1."_s.arg(reply.status));
    return good();
}

Judgement taken(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (reply.status < 200 || reply.status > 299)
            return bad(u"The status is %1."_s.arg(reply.status));
    return good();
}

Judgement survived(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (reply.status >= 500)
            return bad(u"The status is %1: the request made the program fail."_s.arg(reply.status));
    return good();
}

std::optional<QJsonObject> jsonOf(const Reply& reply)
{
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QByteArray tokenIn(const Reply& reply)
{
    const auto json = reply.status == 200 ? jsonOf(reply) : std::nullopt;
    if (!json || saysSomething(json->value("error"_L1))) // A token beside it is not used.
        return {};
    return json->value("access_token"_L1).toString().toUtf8();
}

QString foreignPage(const Reply& reply, bool isPageExpected)
{
    if (reply.status == 429) {
        const QByteArray wait = reply.header("retry-after");
        return u"Too many requests (429%1): try again later, with a lower --rate."_s.arg(
            wait.isEmpty() ? QString() : u", Retry-After: "_s + QString::fromUtf8(wait.left(40)));
    }
    if (reply.status >= 502 && reply.status <= 504)
        return u"A gateway answered %1: the program behind it did not answer."_s.arg(reply.status);
    const QByteArray body = reply.body.left(64 * 1024).toLower();
    const bool isPage = reply.mediaType() == "text/html" || body.contains("<html");
    if (!isPage)
        return {};
    // Texts from the pages of common firewalls and their challenges.
    for (const char* mark :
        {"request unsuccessful. incapsula", "attention required! | cloudflare", "cf-challenge",
            "checking your browser", "the requested url was rejected", "web application firewall",
            "request blocked", "captcha", "access denied</title", "your support id is"})
        if (body.contains(mark))
            return u"The answer is a firewall's page (%1, it contains \"%2\")."_s.arg(reply.status)
                .arg(QLatin1String(mark));
    if (!isPageExpected && (reply.status == 200 || reply.status == 403 || reply.status == 406))
        return u"The answer is an HTML page (%1) and not one of the endpoint: a firewall, a "
               "sign-in page, a framework's form protection, or a wrong address."_s.arg(reply.status);
    return {};
}

QByteArray fullyEncoded(QByteArrayView value)
{
    QByteArray text;
    for (const char byte : value)
        text += '%' + QByteArray(1, byte).toHex().toUpper();
    return text;
}

Requests toEachAddress(const Target& target, const Request& request)
{
    Requests requests;
    for (const QHostAddress& address : target.addresses.value(request.url.host())) {
        requests.append(request);
        requests.last().address = address;
    }
    return requests;
}

Judgement eachAnswered(const Replies& replies)
{
    for (const Reply& reply : replies)
        if (!reply.hasAnswer())
            return bad(reply.troubleText);
    return good();
}

Request greeting(const QUrl& url, char minor)
{
    const QByteArray version = QByteArray("\x03", 1) + minor;
    // ECDHE and RSA with AES, which every server of that time supported.
    const QByteArray ciphers = QByteArray::fromHex("c013c014c009c00a002f0035000a");
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    QByteArray extensions;
    if (QHostAddress(url.host()).isNull())
        extensions +=
            QByteArray("\x00\x00", 2) + sized(sized(QByteArray(1, '\0') + sized(host, 2), 2), 2);
    extensions += QByteArray::fromHex("000a0006000400170018000b00020100");
    const QByteArray hello = version + QByteArray(32, 'j') + sized({}, 1) + sized(ciphers, 2)
        + sized(QByteArray(1, '\0'), 1) + sized(extensions, 2);
    const QByteArray handshake = QByteArray(1, '\x01') + sized(hello, 3);
    Request request;
    request.url = url;
    request.raw = QByteArray("\x16\x03\x01", 3) + sized(handshake, 2);
    request.rawName =
        "TLS ClientHello that offers TLS 1." + QByteArray::number(minor - 1) + " at most";
    return request;
}

Judgement greetingRefused(const Replies& replies)
{
    for (const Reply& reply : replies) {
        // A handshake record (22) with a ServerHello (2): the server accepted the version.
        if (reply.raw.size() >= 11 && reply.raw.at(0) == '\x16' && reply.raw.at(5) == '\x02')
            return bad(u"The server accepted TLS 1.%1."_s.arg(int(reply.raw.at(10)) - 1));
    }
    return good();
}

Request tokenRequest(const Target& target, int pair)
{
    Request request;
    request.method = "POST";
    request.url = target.oauthTokenUrl;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto& client = target.pairs.at(std::size_t(pair - 1));
    request.body = "grant_type=client_credentials&client_id="
        + (client ? formEncoded(client->clientId.text().toUtf8()) : QByteArray("CLIENT_ID"))
        + "&client_secret="
        + (client ? formEncoded(client->clientSecret.reveal()) : QByteArray("CLIENT_SECRET"));
    request.tokenOf = pair;
    return request;
}

Request notification(const Target& target, int pair)
{
    const Secret& token = target.tokens.at(std::size_t(pair - 1));
    Request request;
    request.method = "POST";
    request.url = target.callbackUrl;
    request.headers = {{"Content-Type", "application/json"},
        {"Authorization",
            "Bearer " + (token.isEmpty() ? QByteArray("TOKEN") : token.reveal().toByteArray())}};
    request.body = QJsonDocument(QJsonObject{{u"eventType"_s, target.eventType}})
                       .toJson(QJsonDocument::Compact);
    return request;
}

} // namespace jetbridge::conformance
