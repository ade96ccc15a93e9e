// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Check.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

constexpr char confirmPath[] = "/apps-integrations/partner-api/integrations";
constexpr char tokenPath[] = "/identity/oauth/token";

/// Returns the id of one of two customers that exist only for checks.
QString companyOf(const Target& target, int number)
{
    return target.companyId + QLatin1Char('-') + QString::number(number);
}

Request control(const Target& target, const QString& path, const QJsonObject& body = {})
{
    Request request;
    request.url = target.simulator;
    request.url.setPath(u"/_simulator/"_s + path);
    if (!body.isEmpty()) {
        request.method = "POST";
        request.headers = {{"Content-Type", "application/json"}};
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return request;
}

/// Returns the JSON object of the last reply to an earlier check of the group.
QJsonObject earlier(const Target& target, const char* id)
{
    const Replies replies = target.earlier.value(QLatin1String(id));
    return replies.isEmpty() ? QJsonObject() : jsonOf(replies.last()).value_or(QJsonObject());
}

/// Returns the simulator's application whose consentUrl is the one under test.
QJsonObject registeredApp(const Target& target)
{
    const QJsonArray apps = earlier(target, "journey.simulator").value("apps"_L1).toArray();
    for (const QJsonValue& app : apps)
        if (QUrl(app["consentUrl"_L1].toString()) == target.consentUrl)
            return app.toObject();
    return {};
}

QString appId(const Target& target)
{
    const QString id = registeredApp(target).value("appId"_L1).toString();
    return id.isEmpty() ? u"APP_ID"_s : id;
}

Requests grantFor(const Target& target, int number)
{
    const QString company = companyOf(target, number);
    return {control(target, u"companies"_s, {{u"companyId"_s, company}, {u"name"_s, company}}),
        control(target, u"grants"_s, {{u"companyId"_s, company}, {u"appId"_s, appId(target)}})};
}

/// Requests consentUrl as the portal does for the administrator.
Request visitFor(const Target& target, int number)
{
    QUrl back = target.simulator;
    back.setPath(
        u"/companies/%1/integrations/%2/complete"_s.arg(companyOf(target, number), appId(target)));
    Request request;
    request.url = target.consentUrl;
    QUrlQuery query(target.consentUrl);
    query.addQueryItem(u"companyId"_s, companyOf(target, number));
    if (target.mode == ConsentDisplayMode::Redirect)
        query.addQueryItem(u"redirect"_s,
            QString::fromLatin1(QUrl::toPercentEncoding(back.toString(QUrl::FullyEncoded))));
    request.url.setQuery(query);
    request.follows = true;
    return request;
}

/// Returns the requests about a company that the simulator received. The preceding token requests
/// have no company.
QList<QJsonObject> received(
    const Target& target, const char* path, int number, const char* log = "journey.confirmed")
{
    QList<QJsonObject> list;
    for (const QJsonValue& entry : earlier(target, log).value("requests"_L1).toArray()) {
        const bool isOurs =
            number == 0 || entry["company"_L1].toString() == companyOf(target, number);
        if (entry["direction"_L1].toString() != "out"_L1 && isOurs
            && entry["path"_L1].toString() == QLatin1String(path))
            list.append(entry.toObject());
    }
    return list;
}

QList<QJsonObject> confirmed(const Target& target, int number)
{
    QList<QJsonObject> list = received(target, confirmPath, number);
    list.removeIf([](const QJsonObject& entry) { return entry.value("status"_L1).toInt() != 200; });
    return list;
}

QJsonObject integrationOf(const Target& target, const char* check, int number)
{
    for (const QJsonValue& entry : earlier(target, check).value("integrations"_L1).toArray())
        if (entry["companyId"_L1].toString() == companyOf(target, number)
            && entry["status"_L1].toString() == "enabled"_L1)
            return entry.toObject();
    return {};
}

bool isBidirectional(const Target& target)
{
    return !registeredApp(target).value("oauthTokenUrl"_L1).toString().isEmpty();
}

QList<Check> journeySteps()
{
    return {
        {.id = "journey.simulator",
            .title = "The simulator knows the application",
            .clause = "the guide, 1",
            .ask = [](const Target& t) { return Requests{control(t, u"state"_s)}; },
            .judge =
                [](const Replies& r, const Target& t) {
                    if (!jsonOf(r.first()) || r.first().status != 200)
                        return unmeasured(
                            u"No simulator answers at this address: %1."_s.arg(r.first().words()));
                    return registeredApp(t).isEmpty() ? unmeasured(
                               u"No application with this consentUrl is registered there: use "
                               "simulate --app FILE or POST /_simulator/apps, and give its "
                               "credentials to your program."_s)
                                                      : good();
                },
            .expected = "an application with this consentUrl",
            .why = "It acts as SmartRecruiters for your program.",
            .how =
                "Start `jetbridge-cli simulate --app FILE`, and configure your program to use it.",
            .isPreflight = true},
        {.id = "journey.grant",
            .title = "A customer grants the scopes",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return grantFor(t, 1); },
            .judge = [](const Replies& r, const Target&) { return taken(r); },
            .expected = "2xx",
            .why = "The customer's administrator starts in SmartRecruiters.",
            .how = "See the simulator's answer.",
            .isPreflight = true},
        {.id = "journey.back",
            .title = "The administrator returns to SmartRecruiters",
            .clause = "the guide, 4",
            .ask = [](const Target& t) { return Requests{visitFor(t, 1)}; },
            .judge =
                [](const Replies& r, const Target& t) {
                    const Reply& reply = r.first();
                    if (reply.url.authority() == t.simulator.authority())
                        return good();
                    if (reply.status == 200)
                        return Judgement{Judgement::Kind::Skipped,
                            u"Your page asks for input (a sign-in?), which this "
                            "journey cannot provide."_s};
                    return bad(
                        u"It ends at %1 with %2."_s.arg(reply.url.authority()).arg(reply.status));
                },
            .expected = "a redirect to the address from redirect",
            .why = "In REDIRECT your program sends the user back after the credentials were "
                   "exchanged.",
            .how = "Answer with 303 to redirect once the confirm call has succeeded.",
            .notFor = [](const Target& t) -> const char* {
                return t.mode == ConsentDisplayMode::Popup
                    ? "In POPUP SmartRecruiters closes the frame itself."
                    : nullptr;
            },
            .isPreflight = true},
        {.id = "journey.confirmed",
            .title = "Your program confirms the integration",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{control(t, u"requests"_s)}; },
            .judge =
                [](const Replies&, const Target& t) {
                    const auto all = received(t, confirmPath, 1);
                    return must(!confirmed(t, 1).isEmpty(),
                        all.isEmpty() ? u"There was no confirm call."_s
                                      : u"The confirm call got %1."_s.arg(
                                          all.last().value("status"_L1).toInt()));
                },
            .expected = "POST with appId and companyId, answered by 200",
            .why = "Without this call there is no integration.",
            .how = "Send the call of the guide's step 3 with a token of the master credentials.",
            .isPreflight = true},
    };
}

QList<Check> journeyFindings()
{
    return {
        {.id = "journey.once",
            .title = "The confirm call is sent once",
            .clause = "the guide, 3; RFC 9110 9.2.2",
            .of = "journey.confirmed",
            .judge =
                [](const Replies&, const Target& t) {
                    const auto all = received(t, confirmPath, 1);
                    return must(all.size() == 1, u"It was sent %1 times."_s.arg(all.size()));
                },
            .expected = "one call",
            .why = "It is not idempotent, and it returns a secret only once.",
            .how = "Never repeat it automatically."},
        {.id = "journey.token-first",
            .title = "A token is requested first",
            .clause = "the guide, 2",
            .of = "journey.confirmed",
            .judge =
                [](const Replies&, const Target& t) {
                    const auto tokens = received(t, tokenPath, 0);
                    const auto calls = confirmed(t, 1);
                    const bool isFirst = !tokens.isEmpty() && !calls.isEmpty()
                        && tokens.first().value("number"_L1).toInt()
                            < calls.first().value("number"_L1).toInt();
                    return must(isFirst, u"There was no token request before it."_s);
                },
            .expected = "POST /identity/oauth/token, then the confirm call",
            .why = "Tokens expire; a program that keeps one for ever fails later.",
            .how = "Exchange the master credentials for a new token when the old one has expired."},
        {.id = "journey.no-secret-in-url",
            .title = "No URL contains a secret",
            .clause = "RFC 6749 2.3.1, RFC 6750 2.3",
            .of = "journey.confirmed",
            .judge =
                [](const Replies&, const Target& t) {
                    const int found =
                        earlier(t, "journey.confirmed").value("secretsInUrls"_L1).toInt();
                    return must(found == 0, u"%1 requests had one."_s.arg(found));
                },
            .expected = "none",
            .why = "URLs end up in logs.",
            .how = "Send secrets in the body, tokens in the Authorization header."},
        {.id = "journey.pair",
            .title = "The confirm call includes a pair for SmartRecruiters",
            .clause = "the guide, 3",
            .ask = [](const Target& t) { return Requests{control(t, u"state"_s)}; },
            .judge =
                [](const Replies&, const Target& t) {
                    return must(!integrationOf(t, "journey.pair", 1)
                                     .value("partnerClientId"_L1)
                                     .toString()
                                     .isEmpty(),
                        u"It has no clientId."_s);
                },
            .expected = "clientId and clientSecret",
            .why = "SmartRecruiters uses them to request tokens from your oauthTokenUrl.",
            .how = "Generate customer-level credentials, and include them.",
            .notFor = [](const Target& t) -> const char* {
                return isBidirectional(t) ? nullptr : "The application is one-way.";
            }},
        {.id = "journey.second",
            .title = "A second customer can be connected too",
            .clause = "the guide, 3",
            .ask =
                [](const Target& t) {
                    return grantFor(t, 2) + Requests{visitFor(t, 2), control(t, u"state"_s)};
                },
            .judge =
                [](const Replies& r, const Target& t) {
                    // The visit may well end without an answer; exactly that is judged here.
                    if (!r.last().hasAnswer())
                        return unmeasured(r.last().troubleText);
                    return must(!integrationOf(t, "journey.second", 2).isEmpty(),
                        u"The second customer's integration is not enabled."_s);
                },
            .expected = "a separate integration",
            .why = "Every customer is connected separately.",
            .how = "Do not reuse data of the first customer for the second.",
            .seesTrouble = true},
        {.id = "journey.unique",
            .title = "Each customer's clientId is unique",
            .clause = "the guide, 3 (ClientId uniqueness)",
            .ask = [](const Target& t) { return Requests{control(t, u"requests"_s)}; },
            .judge =
                [](const Replies&, const Target& t) {
                    const auto calls = received(t, confirmPath, 2, "journey.unique");
                    for (const QJsonObject& call : calls)
                        if (call.value("status"_L1).toInt() == 409)
                            return bad(u"The second customer's confirm call got 409: "
                                       "it uses the first customer's clientId."_s);
                    return calls.isEmpty() ? notApplicable(u"No second confirm call came."_s)
                                           : good();
                },
            .expected = "two different clientIds",
            .why = "The clientId tells you which customer's integration was disabled.",
            .how = "Generate a separate pair for every integration.",
            .notFor = [](const Target& t) -> const char* {
                return isBidirectional(t) ? nullptr : "The application is one-way.";
            }},
        {.id = "journey.notified",
            .title = "The pair works: a token, then the notification",
            .clause = "the guide, 1",
            .ask =
                [](const Target& t) {
                    Request request = control(t,
                        u"integrations/%1/disable"_s.arg(integrationOf(t, "journey.second", 1)
                                                             .value("integrationId"_L1)
                                                             .toString()));
                    request.method = "POST";
                    request.headers = {{"Content-Type", "application/json"}};
                    return Requests{request};
                },
            .judge =
                [](const Replies& r, const Target&) {
                    const QJsonObject outcome =
                        jsonOf(r.first()).value_or(QJsonObject())["notification"_L1].toObject();
                    return must(outcome.value("sent"_L1).toBool(),
                        u"It was not accepted: %1"_s.arg(QString::fromUtf8(
                            QJsonDocument(outcome).toJson(QJsonDocument::Compact).left(200))));
                },
            .expected = "a token from oauthTokenUrl, and 2xx from callbackUrl",
            .why = "This is how you learn that a customer disabled the integration.",
            .how = "See the checks of oauthTokenUrl and callbackUrl.",
            .notFor = [](const Target& t) -> const char* {
                return registeredApp(t).value("callbackUrl"_L1).toString().isEmpty()
                    ? "The application has no callbackUrl."
                    : nullptr;
            }},
    };
}

const char* withoutSimulator(const Target& target)
{
    return target.simulator.isEmpty() ? "No simulator was named: --simulator URL." : nullptr;
}

} // namespace

Group journeyChecks()
{
    return {"journey", "the journey", journeySteps() + journeyFindings(), nullptr, withoutSimulator,
        true, true};
}

} // namespace jetbridge::conformance
