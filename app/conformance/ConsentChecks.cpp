// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

/// Requests consentUrl as SmartRecruiters does; its own query is kept (guide, 3).
Request visit(const Target& target, const QByteArray& query)
{
    Request request;
    request.url = target.consentUrl;
    const QByteArray own = target.consentUrl.query(QUrl::FullyEncoded).toLatin1();
    const QByteArray whole = own + (own.isEmpty() || query.isEmpty() ? "" : "&") + query;
    request.url.setQuery(
        whole.isEmpty() ? QString() : QString::fromLatin1(whole), QUrl::StrictMode);
    request.headers = {{"Accept-Language", "en"}};
    return request;
}

QByteArray redirectOf(const Target& target)
{
    const bool isAdded = target.mode == ConsentDisplayMode::Redirect && !target.redirect.isEmpty();
    return isAdded ? "&redirect=" + formEncoded(target.redirect.toEncoded()) : QByteArray();
}

/// Requests consentUrl with another value of companyId.
Request visitOf(const Target& target, const QByteArray& company)
{
    return visit(target, "companyId=" + formEncoded(company) + redirectOf(target));
}

Request usual(const Target& target)
{
    Request request = visitOf(target, target.companyId.toUtf8());
    request.follows = true;
    return request;
}

QByteArray pageOf(const Reply& reply)
{
    return reply.body.toLower();
}

/// Judges the page after the redirects; if it is on another host, it was not requested.
Judgement ofPage(const Replies& replies, Judgement (*judge)(const Reply&))
{
    const Reply& reply = replies.first();
    if (reply.status >= 300 && reply.status < 400)
        return {Judgement::Kind::Skipped,
            u"The page is on another host (%1): --host NAME allows the checks to use it."_s.arg(
                QUrl(QString::fromUtf8(reply.header("location"))).host())};
    if (reply.status != 200)
        return unmeasured(u"There is no page: %1."_s.arg(reply.words()));
    return judge(reply);
}

/// Returns hosts that look like the redirect's own, and other ways to leave it (RFC 9700 4.11).
QList<QByteArray> lookAlikes(const Target& target)
{
    const QByteArray host = target.redirect.host().toLatin1();
    const QByteArray there = target.redirect.authority().toLatin1();
    return {"https://evil.example/", "https://" + host + ".evil.example/",
        "https://evil.example/" + host, "https://evil" + host + "/", "//evil.example/",
        "https://" + host + "@evil.example/", "https://evil.example\\@" + host + "/",
        "https://evil.example#" + host, "https://evil.example?" + host, "https:evil.example",
        "javascript:alert(1)", "data:text/html,evil", "http://" + there + ":81/",
        "https://" + host + "%2eevil.example/", "/\\evil.example/", "\\\\evil.example/",
        "https://evil.example%00." + host + "/",
        "https://" + host + "\r\nLocation: https://evil.example/", "ftp://" + there + "/",
        "https://xn--evil-host.example/"};
}

bool leadsAway(const Reply& reply, const Target& target)
{
    if (reply.status < 300 || reply.status > 399)
        return false;
    const QString location = QString::fromUtf8(reply.header("location"));
    const QUrl led = target.consentUrl.resolved(QUrl(location));
    // A redirect to its own sign-in, whatever the query is, does not leave the site yet.
    return led.host().contains("evil"_L1) || led.scheme() == "javascript"_L1
        || led.scheme() == "data"_L1 || led.scheme() == "ftp"_L1
        || location.contains(QLatin1Char('\\'));
}

const char* whereNoRedirect(const Target& target)
{
    if (target.mode == ConsentDisplayMode::Popup)
        return "In POPUP SmartRecruiters adds no redirect.";
    return target.redirect.isEmpty() ? "No host of SmartRecruiters to return to is known here."
                                     : nullptr;
}

const char* whereRedirect(const Target& target)
{
    return target.mode == ConsentDisplayMode::Redirect ? "In REDIRECT nobody frames the page."
                                                       : nullptr;
}

const char* wherePopup(const Target& target)
{
    return target.mode == ConsentDisplayMode::Popup ? "In POPUP SmartRecruiters frames the page."
                                                    : nullptr;
}

const char* whereHttp(const Target& target)
{
    return isLoopback(target.consentUrl) ? "consentUrl is http on this computer: no TLS." : nullptr;
}

/// Returns the sources of frame-ancestors; empty if the policy has none.
QByteArray frameAncestors(const Reply& reply)
{
    for (const QByteArray& policy : reply.header("content-security-policy").toLower().split(',')) {
        for (const QByteArray& directive : policy.split(';'))
            if (directive.trimmed().startsWith("frame-ancestors"))
                return directive.trimmed().mid(qsizetype(qstrlen("frame-ancestors"))).trimmed();
    }
    return {};
}

/// Tells whether one of the sources allows an origin: the origin itself, a wildcard of its host, or
/// a scheme.
bool allowsOrigin(const QByteArray& sources, const QUrl& origin)
{
    const QByteArray host = origin.host().toLatin1();
    for (const QByteArray& source : sources.split(' ')) {
        if (source == "*" || source == origin.scheme().toLatin1() + ':')
            return true;
        const QUrl url(source.contains("://")
                ? QString::fromLatin1(source)
                : origin.scheme() + "://"_L1 + QString::fromLatin1(source));
        const QByteArray allowed = QByteArray(source)
                                       .replace(origin.scheme().toLatin1() + "://", "")
                                       .split(':')
                                       .constFirst()
                                       .split('/')
                                       .constFirst();
        if (allowed.startsWith("*.") ? host.endsWith(allowed.mid(1))
                                     : url.host().toLatin1() == host)
            return true;
    }
    return false;
}

QList<QByteArray> cookiesOf(const Reply& reply)
{
    QList<QByteArray> cookies;
    for (const auto& [name, value] : reply.headers)
        if (name.compare("set-cookie", Qt::CaseInsensitive) == 0)
            cookies.append(value);
    return cookies;
}

/// Returns the name of a cookie that lacks one of these attributes; empty if none does.
QString cookieWithout(const Reply& reply, const QList<QByteArray>& attributes)
{
    for (const QByteArray& cookie : cookiesOf(reply)) {
        const QByteArray lower = cookie.toLower().replace(" ", "");
        for (const QByteArray& attribute : attributes)
            if (!lower.contains(';' + attribute))
                return u"The cookie \"%1\" has no %2."_s.arg(
                    QString::fromUtf8(cookie.split('=').constFirst()),
                    QString::fromLatin1(attribute));
    }
    return {};
}

QList<Check> visitChecks()
{
    return {
        {.id = "consent.reachable",
            .title = "The page is served",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{usual(t)}; },
            .judge =
                [](const Replies& r, const Target&) {
                    const int status = r.first().status;
                    return must(status >= 200 && status < 400, u"The status is %1."_s.arg(status));
                },
            .expected = "200 and a page, or a redirect to the sign-in",
            .why = "The customer's administrator arrives here with companyId and redirect.",
            .how = "Answer GET with the sign-in page.",
            .isPreflight = true},
        {.id = "consent.https",
            .title = "consentUrl is https",
            .clause = "RFC 9700 2.6",
            .weight = Weight::Advice,
            .judge =
                [](const Replies&, const Target& t) {
                    return must(!isLoopback(t.consentUrl),
                        u"It is http on this computer, which customers cannot reach. "
                        "Since Chrome 142, a public page can frame this computer "
                        "only if it delegates that permission."_s);
                },
            .expected = "an https address that customers can reach",
            .why = "Customers sign in there.",
            .how = "Register the public https address, and check that one too."},
        {.id = "consent.tls10",
            .title = "TLS 1.0 and 1.1 are refused",
            .clause = "RFC 8996",
            .ask =
                [](const Target& t) {
                    return Requests{greeting(t.consentUrl, '\x01'), greeting(t.consentUrl, '\x02')};
                },
            .judge = [](const Replies& r, const Target&) { return greetingRefused(r); },
            .expected = "an alert, or the end of the connection",
            .why = "They are insecure and forbidden; browsers refuse them.",
            .how = "Allow TLS 1.2 and 1.3 only.",
            .notFor = whereHttp},
        {.id = "consent.html",
            .title = "The page has the media type of HTML",
            .clause = "RFC 9110 8.3",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        return must(reply.mediaType() == "text/html",
                            u"The media type is \"%1\"."_s.arg(
                                QString::fromUtf8(reply.mediaType())));
                    });
                },
            .expected = "Content-Type: text/html",
            .why = "Browsers show other types as text, or download them.",
            .how = "Set Content-Type: text/html; charset=utf-8."},
        {.id = "consent.company-missing",
            .title = "Without companyId there is a page that explains it",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{visit(t, redirectOf(t).mid(1))}; },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400 or a page, no 5xx",
            .why = "Bookmarks and tests do not have it.",
            .how = "Explain that the page is opened from SmartRecruiters."},
        {.id = "consent.company-doubled",
            .title = "Two companyIds do no harm",
            .clause = "the guide, 3",
            .ask =
                [](const Target& t) {
                    return Requests{visit(t, "companyId=a&companyId=b" + redirectOf(t))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400 or a page, no 5xx",
            .why = "If the two differ, two programs may use different ones.",
            .how = "Refuse a request with two companyIds."},
        {.id = "consent.company-unicode",
            .title = "A companyId with any characters does no harm",
            .clause = "RFC 3986 2.5",
            .ask =
                [](const Target& t) {
                    return Requests{visitOf(t, "\xC5\x81\xC3\xB3\x64\xC5\xBA \xE6\x9D\xB1"),
                        visit(t, "companyId=%FF%00" + redirectOf(t))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400 or a page, no 5xx",
            .why = "If a request makes the page fail, anybody can make it fail.",
            .how = "Decode the value as UTF-8, and refuse invalid bytes."},
        {.id = "consent.company-long",
            .title = "A very long companyId does no harm",
            .clause = "RFC 9110 4.1",
            .ask = [](const Target& t) { return Requests{visitOf(t, QByteArray(6000, 'x'))}; },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400, 414 or a page, no 5xx",
            .why = "If a request makes the page fail, anybody can make it fail.",
            .how = "Limit the length."},
        {.id = "consent.markup",
            .title = "Markup in companyId is shown as text",
            .clause = "RFC 9700 4.12; CWE-79",
            .ask =
                [](const Target& t) {
                    return Requests{visitOf(t, "jb\"'><script>jetbridge()</script>")};
                },
            .judge =
                [](const Replies& r, const Target&) {
                    return must(!r.first().body.contains("<script>jetbridge()"),
                        u"The page runs a script from companyId."_s);
                },
            .expected = "&lt;script&gt;, or the value is not shown at all",
            .why = "Anybody can send your customers to your page with their own script in it.",
            .how = "Escape values that are inserted into HTML."},
        {.id = "consent.redirect-foreign",
            .title = "The page never redirects to a foreign address",
            .clause = "RFC 9700 4.11",
            .ask =
                [](const Target& t) {
                    Requests requests;
                    for (const QByteArray& foreign : lookAlikes(t))
                        requests.append(visit(t,
                            "companyId=" + formEncoded(t.companyId.toUtf8())
                                + "&redirect=" + formEncoded(foreign)));
                    return requests;
                },
            .twin = "consent.reachable",
            .judge =
                [](const Replies& r, const Target& t) {
                    for (const Reply& reply : r)
                        if (leadsAway(reply, t))
                            return bad(u"It redirects to \"%1\"."_s.arg(
                                QString::fromUtf8(reply.header("location").left(120))));
                    return survived(r);
                },
            .expected = "a refusal, or a page of your own, for 20 addresses that are not "
                        "SmartRecruiters'",
            .why = "Attackers can use an open redirector with your name for phishing.",
            .how = "Compare scheme, host and port of redirect with SmartRecruiters' own.",
            .notFor = whereNoRedirect},
        {.id = "consent.redirect-linked",
            .title = "The page does not link to a foreign address",
            .clause = "RFC 9700 4.11",
            .weight = Weight::Look,
            .of = "consent.redirect-foreign",
            .judge =
                [](const Replies& r, const Target&) {
                    static const QRegularExpression link(
                        u"(?:href|action|src|url)\\s*=\\s*[\"']?(?:https?:)?[/\\\\]*[^\"'> ]*evil"_s);
                    for (const Reply& reply : r)
                        if (link.match(QString::fromUtf8(pageOf(reply))).hasMatch())
                            return bad(u"A page links to the foreign address from redirect."_s);
                    return good();
                },
            .expected = "no link to it",
            .why = "Only a person can try whether the sign-in continues there.",
            .how = "Refuse the address at once.",
            .notFor = whereNoRedirect},
        {.id = "consent.redirect-missing",
            .title = "Without redirect there is a page that explains it",
            .clause = "the guide, 3",
            .ask =
                [](const Target& t) {
                    return Requests{visit(t, "companyId=" + formEncoded(t.companyId.toUtf8()))};
                },
            .judge = [](const Replies& r, const Target&) { return survived(r); },
            .expected = "400 or a page, no 5xx",
            .why = "Bookmarks and tests do not have it.",
            .how = "Explain that the page is opened from SmartRecruiters.",
            .notFor = whereNoRedirect},
        {.id = "consent.patience",
            .title = "The page is served quickly",
            .clause = "SmartRecruiters' webhook handshake waits 20 s",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return must(r.first().milliseconds < 3000,
                        u"It took %1 s."_s.arg(r.first().milliseconds / 1000.0));
                },
            .expected = "less than 3 s",
            .why = "Users who have to wait leave and start again.",
            .how = "Find out what the page waits for."},
    };
}

QList<Check> pageChecks()
{
    return {
        {.id = "consent.mixed",
            .title = "The page loads nothing over http",
            .clause = "W3C Mixed Content 4",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        static const QRegularExpression insecure(
                            u"<(?:script|link|img|iframe|form)\\b[^>]*(?:src|href|"
                            "action)\\s*=\\s*[\"']?"
                            "http://[^\"'> ]*"_s);
                        const auto match = insecure.match(QString::fromUtf8(pageOf(reply)));
                        return must(!match.hasMatch(),
                            u"The page has %1."_s.arg(match.captured().left(120)));
                    });
                },
            .expected = "https and relative addresses only",
            .why = "Browsers block it, especially in frames.",
            .how = "Load everything over https.",
            .notFor = whereHttp},
        {.id = "consent.others",
            .title = "The page loads nothing from third parties",
            .clause = "RFC 9700 4.2",
            .weight = Weight::Look,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        static const QRegularExpression other(
                            u"<(?:script|iframe)\\b[^>]*src\\s*=\\s*[\"']?(https?:)?/"
                            "/([^\"'/> ]+)"_s);
                        const auto match = other.match(QString::fromUtf8(pageOf(reply)));
                        return must(!match.hasMatch(),
                            u"It runs code from %1: is that host yours?"_s.arg(match.captured(2)));
                    });
                },
            .expected = "no script or frame from another host",
            .why = "Their code can read what your customer types.",
            .how = "Serve the scripts from your own host."},
        {.id = "consent.no-store",
            .title = "The page is not cached",
            .clause = "RFC 9111 5.2",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        const QByteArray cache = reply.header("cache-control").toLower();
                        return must(cache.contains("no-store") || cache.contains("no-cache")
                                || cache.contains("private"),
                            u"Cache-Control is \"%1\"."_s.arg(QString::fromUtf8(cache.left(80))));
                    });
                },
            .expected = "Cache-Control: no-store",
            .why = "\"Back\" would show an old form that cannot be submitted again.",
            .how = "Add Cache-Control: no-store."},
        {.id = "consent.language",
            .title = "The page declares its language",
            .clause = "WCAG 2.2, 3.1.1",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        static const QRegularExpression named(u"<html[^>]*\\blang\\s*="_s);
                        return must(named.match(QString::fromUtf8(pageOf(reply))).hasMatch(),
                            u"The element html has no attribute lang."_s);
                    });
                },
            .expected = "the attribute lang on the element html",
            .why = "Screen readers choose the pronunciation by it.",
            .how = "Set the attribute lang."},
        {.id = "consent.narrow",
            .title = "The page supports narrow screens",
            .clause = "WCAG 2.2, 1.4.10",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    return ofPage(r, [](const Reply& reply) {
                        return must(pageOf(reply).contains("name=\"viewport\"")
                                || pageOf(reply).contains("name='viewport'")
                                || pageOf(reply).contains("name=viewport"),
                            u"There is no <meta name=\"viewport\">."_s);
                    });
                },
            .expected = "<meta name=\"viewport\" content=\"width=device-width\">",
            .why = "SmartRecruiters' pop-up is narrow.",
            .how = "Add the viewport, and test the page at a width of 320 pixels."},
        {.id = "consent.no-secret",
            .title = "The page contains no secret",
            .clause = "RFC 6749 10.3",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target& t) {
                    bool found = false;
                    for (const auto& pair : t.pairs)
                        found |= pair && r.first().body.contains(pair->clientSecret.reveal());
                    static const QRegularExpression named(
                        u"[\"'](?:client_?secret|access_?token)[\"']\\s*[:=]\\s*[\"'][^\"']{8,}"_s);
                    found |= named.match(QString::fromUtf8(pageOf(r.first()))).hasMatch();
                    return must(!found, u"A client secret or token is in the page."_s);
                },
            .expected = "no client_secret or access_token in the HTML",
            .why = "Anybody who opens the page can read it without signing in.",
            .how = "Call SmartRecruiters only from your server."},
        {.id = "consent.cookies",
            .title = "Cookies are Secure and HttpOnly",
            .clause = "RFC 6265bis 4.1.2",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    if (cookiesOf(r.first()).isEmpty())
                        return notApplicable(u"The page sets no cookie."_s);
                    const QString lacking = cookieWithout(r.first(), {"secure"});
                    return must(lacking.isEmpty(), lacking);
                },
            .expected = "Set-Cookie: ...; Secure",
            .why = "A session cookie that is also sent over http can be stolen.",
            .how = "Set Secure.",
            .notFor = whereHttp},
        {.id = "consent.cookies-script",
            .title = "Scripts cannot read the cookies",
            .clause = "RFC 6265bis 4.1.2",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    if (cookiesOf(r.first()).isEmpty())
                        return notApplicable(u"The page sets no cookie."_s);
                    const QString lacking = cookieWithout(r.first(), {"httponly"});
                    return must(lacking.isEmpty(), lacking);
                },
            .expected = "Set-Cookie: ...; HttpOnly",
            .why = "A script that got into the page could steal the session.",
            .how = "Set HttpOnly on session cookies."},
        {.id = "consent.cookies-framed",
            .title = "Cookies are sent from a frame",
            .clause = "RFC 6265bis 4.1.2.7",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    if (cookiesOf(r.first()).isEmpty())
                        return notApplicable(u"The page sets no cookie."_s);
                    const QString lacking = cookieWithout(r.first(), {"samesite=none", "secure"});
                    return must(lacking.isEmpty(), lacking);
                },
            .expected = "Set-Cookie: ...; SameSite=None; Secure",
            .why = "Other cookies are not sent in SmartRecruiters' frame, so the session is lost.",
            .how = "Set SameSite=None; Secure (and Partitioned), or avoid cookies.",
            .notFor = whereRedirect},
        {.id = "consent.cookies-partitioned",
            .title = "Cookies work where third-party cookies are blocked",
            .clause = "CHIPS",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    if (cookiesOf(r.first()).isEmpty())
                        return notApplicable(u"The page sets no cookie."_s);
                    const QString lacking = cookieWithout(r.first(), {"partitioned"});
                    return must(lacking.isEmpty(), lacking);
                },
            .expected = "Set-Cookie: ...; Partitioned",
            .why = "Safari and incognito windows block third-party cookies that are not "
                   "partitioned.",
            .how = "Add Partitioned.",
            .notFor = whereRedirect},
        {.id = "consent.frame-options",
            .title = "X-Frame-Options does not forbid the frame",
            .clause = "RFC 7034 2.1",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    const QByteArray options = r.first().header("x-frame-options").toLower();
                    // If both are present, browsers obey only frame-ancestors.
                    return must(options.isEmpty() || !frameAncestors(r.first()).isEmpty(),
                        u"X-Frame-Options is \"%1\"."_s.arg(QString::fromUtf8(options.left(60))));
                },
            .expected = "no X-Frame-Options, or frame-ancestors in addition",
            .why = "In POPUP SmartRecruiters shows the page in a frame, and the browser would "
                   "block it.",
            .how =
                "List SmartRecruiters' origin in Content-Security-Policy: frame-ancestors instead.",
            .notFor = whereRedirect},
        {.id = "consent.frame-ancestors",
            .title = "SmartRecruiters may frame the page",
            .clause = "W3C CSP 3, frame-ancestors",
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target& t) {
                    const QByteArray sources = frameAncestors(r.first());
                    if (sources.isEmpty())
                        return good();
                    if (t.frameOrigins.isEmpty())
                        return notApplicable(
                            u"No origin of SmartRecruiters is known here: environment set NAME "
                            "--frame-origin URL."_s);
                    for (const QString& origin : t.frameOrigins)
                        if (!allowsOrigin(sources, QUrl(origin)))
                            return bad(u"frame-ancestors is \"%1\", without %2."_s.arg(
                                QString::fromUtf8(sources.left(120)), origin));
                    return good();
                },
            .expected = "frame-ancestors with SmartRecruiters' origin, or no frame-ancestors",
            .why = "In POPUP SmartRecruiters shows the page in a frame, and the browser would "
                   "block it.",
            .how = "Add SmartRecruiters' origin to frame-ancestors.",
            .notFor = whereRedirect},
        {.id = "consent.frame-named",
            .title = "The page restricts who may frame it",
            .clause = "RFC 6749 10.13",
            .weight = Weight::Advice,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target&) {
                    const bool isNamed =
                        !frameAncestors(r.first()).isEmpty() || r.first().has("x-frame-options");
                    return must(
                        isNamed, u"There is neither frame-ancestors nor X-Frame-Options."_s);
                },
            .expected = "Content-Security-Policy: frame-ancestors ...",
            .why = "Other sites can put your page invisibly over theirs and make users press "
                   "\"Approve\".",
            .how = "In REDIRECT: frame-ancestors 'none'. In POPUP: SmartRecruiters' origin."},
        {.id = "consent.framed-in-redirect",
            .title = "In REDIRECT no other site may frame the page",
            .clause = "RFC 6749 10.13",
            .weight = Weight::Look,
            .of = "consent.reachable",
            .judge =
                [](const Replies& r, const Target& t) {
                    const QByteArray sources = frameAncestors(r.first());
                    const bool isSmartRecruiters =
                        sources == t.frameOrigins.join(QLatin1Char(' ')).toLatin1();
                    return must(sources.isEmpty() || sources == "'none'" || sources == "'self'"
                            || isSmartRecruiters,
                        u"frame-ancestors is \"%1\": is that intended?"_s.arg(
                            QString::fromUtf8(sources.left(120))));
                },
            .expected = "frame-ancestors 'none'",
            .why = "In REDIRECT no frame is needed.",
            .how = "Set frame-ancestors 'none', or use POPUP.",
            .notFor = wherePopup},
    };
}

const char* withoutPage(const Target& target)
{
    return target.consentUrl.isEmpty()
        ? "No consentUrl was given: --consent-url URL, or app import "
          "FILE."
        : nullptr;
}

} // namespace

Group consentChecks()
{
    return {"consent", "consentUrl", visitChecks() + pageChecks(), nullptr, withoutPage, true};
}

} // namespace jetbridge::conformance
