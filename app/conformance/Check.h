// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Request.h"
#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Explanation.h"
#include "http/ClientForm.h"

#include <QHash>
#include <QJsonObject>

#include <array>
#include <optional>

namespace jetbridge::conformance {

/// The endpoints under test and the data of the requests. The credentials are made for checking and
/// are never a customer's.
struct Target {
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QStringList moreHosts; ///< Hosts that pages may lead to, besides those of the addresses.
    std::array<std::optional<ClientCredentials>, 2> pairs;
    /// The registration; nullopt: only addresses were given.
    std::optional<Application> application;
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    QString companyId = QStringLiteral("jetbridge-check");
    QUrl redirect; ///< Address to which REDIRECT returns; empty: not known.
    QStringList frameOrigins; ///< Origins that frame the page in POPUP; empty: not known.
    /// A running simulator, which acts as SmartRecruiters for the partner's program.
    QUrl simulator;
    /// Event type of notifications: one to which nobody reacts.
    QString eventType = QStringLiteral("JETBRIDGE_CHECK");

    // --- Results of the run
    QHash<QString, QList<QHostAddress>> addresses; ///< Addresses of each host.
    std::array<Secret, 2> tokens; ///< The latest valid token of each pair.
    QList<Secret> allTokens; ///< Every token that was issued, in order.
    QHash<QString, QList<Reply>> earlier; ///< Replies of each check, by its id.
    QList<int> latencies; ///< Times of successful token requests, in milliseconds.

    /// Tells whether requests may be sent to a URL.
    bool mayAsk(const QUrl& url) const;
};

/// The requests of one check, in the order in which they are sent.
using Requests = QList<Request>;
/// The replies to the requests, one for each; after redirects it is the last one.
using Replies = QList<Reply>;

/// The result of a check's look at the replies.
struct Judgement {
    enum class Kind { Good, Bad, Unmeasured, Skipped, NotApplicable };
    Kind kind = Kind::Good;
    QString said; ///< If Bad, what is wrong with the replies; otherwise the reason.
};

/// The severity of a bad result.
enum class Weight {
    Fault, ///< FAILED: it breaks the integration or its security.
    Advice, ///< WARNING.
    Look, ///< REVIEW: a person must decide whether it is bad.
};

/// One requirement and how it is checked, as listed in a plan. Its texts are plain English.
struct Check {
    const char* id = nullptr; ///< "token.get"; the part before the dot is the group.
    const char* title = nullptr; ///< The requirement in one line.
    const char* clause = nullptr;
    Weight weight = Weight::Fault;
    Requests (*ask)(const Target&) = nullptr;
    const char* of = nullptr; ///< Check whose replies are judged, instead of sending requests.
    /// Id of a check that is run right before: a refusal here proves nothing unless that one still
    /// succeeds.
    const char* twin = nullptr;
    Judgement (*judge)(const Replies&, const Target&) = nullptr;
    const char* expected = nullptr;
    const char* why = nullptr;
    const char* how = nullptr;
    Explanation::Fixer fixer = Explanation::Fixer::You;
    /// Returns why the check does not apply; nullptr: it applies.
    const char* (*notFor)(const Target&) = nullptr;
    bool isPreflight = false; ///< Unless its result is good, the rest of the group is skipped.
    bool isTogether = false; ///< Whether its requests are sent at once.
    bool seesTrouble = false; ///< judge() also gets replies without an answer.
    bool judgesAlone =
        false; ///< With `of`: the check is judged without replies if the other one does not apply.
    /// Name by which the user must request the check, because of its effects.
    const char* optIn = nullptr;
};

/// The checks of one address, in the order in which they run.
struct Group {
    const char* name = nullptr; ///< "token".
    const char* title = nullptr; ///< "oauthTokenUrl".
    QList<Check> checks;
    /// Returns why none of the checks applies; nullptr: they apply.
    const char* (*notFor)(const Target&) = nullptr;
    /// Returns why none of the checks can run, and what to do; nullptr: they can.
    const char* (*cannot)(const Target&) = nullptr;
    /// The requests are those of a browser, not of SmartRecruiters.
    bool isBrowser = false;
    bool isOptional = false; ///< The group runs only if a plan names it.
};

Group registrationChecks();
Group tokenChecks();
Group callbackChecks();
Group consentChecks();
Group journeyChecks();

/// Returns every group that a plan may choose, in the order in which they run.
const QList<Group>& allGroups();

// --- Functions shared by the lists of checks

inline Judgement good()
{
    return {};
}
inline Judgement bad(QString said)
{
    return {Judgement::Kind::Bad, std::move(said)};
}
inline Judgement notApplicable(QString why)
{
    return {Judgement::Kind::NotApplicable, std::move(why)};
}
inline Judgement unmeasured(QString why)
{
    return {Judgement::Kind::Unmeasured, std::move(why)};
}
/// Returns Good if the condition holds, otherwise Bad with the text.
inline Judgement must(bool holds, const QString& said)
{
    return holds ? good() : bad(said);
}
/// Returns Good if each reply has one of these statuses.
Judgement statusIn(const Replies& replies, std::initializer_list<int> allowed);
/// Returns Good if each reply is a 2xx.
Judgement taken(const Replies& replies);
/// Returns Good if the endpoint itself answers: no 5xx.
Judgement survived(const Replies& replies);

/// Returns the body as a JSON object; nullopt if it is not one.
std::optional<QJsonObject> jsonOf(const Reply& reply);
/// Returns the access_token of a successful answer; empty if there is none.
QByteArray tokenIn(const Reply& reply);
/// Tells whether a page of a firewall, a gateway or a sign-in came instead of the endpoint's own
/// answer. Returns what it looks like; empty if it does not.
QString foreignPage(const Reply& reply, bool isPageExpected);
using http::formEncoded;
/// Encodes every byte as %XX, which every decoder reads in the same way.
QByteArray fullyEncoded(QByteArrayView value);
/// Makes one copy of a request for each address of its host.
Requests toEachAddress(const Target& target, const Request& request);
/// Returns Good if each address answered.
Judgement eachAnswered(const Replies& replies);
/// Makes a TLS ClientHello that offers at most this version ("\x03\x01" is TLS 1.0).
Request greeting(const QUrl& url, char minor);
/// Returns Good if the server did not accept the version that greeting() offered.
Judgement greetingRefused(const Replies& replies);

/// Makes the guide's token request for one of the pairs.
Request tokenRequest(const Target& target, int pair = 1);
/// Makes a notification for one of the pairs.
Request notification(const Target& target, int pair = 1);

} // namespace jetbridge::conformance
