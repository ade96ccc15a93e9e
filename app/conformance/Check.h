// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Request.h"
#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Explanation.h"

#include <QHash>
#include <QJsonObject>

#include <array>
#include <optional>

namespace jetbridge::conformance {

/// Whom the checks ask, with what. Pairs are made for checking: never a customer's.
struct Target {
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QStringList moreHosts; ///< That pages may lead to besides those of the addresses.
    std::array<std::optional<ClientCredentials>, 2> pairs;
    std::optional<Application> application; ///< As registered; nullopt: only addresses were given.
    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    QString companyId = QStringLiteral("jetbridge-check");
    QUrl redirect; ///< Where REDIRECT leads back to; empty: none is known.
    QStringList frameOrigins; ///< Who frames the page in POPUP; empty: not known.
    QUrl simulator; ///< A running simulator, which plays SmartRecruiters for the partner's program.
    QString eventType = QStringLiteral("JETBRIDGE_CHECK"); ///< Of notifications: one that nobody
                                                           ///< acts on.

    // --- What the run finds out
    QHash<QString, QList<QHostAddress>> addresses; ///< Of each host.
    std::array<Secret, 2> tokens; ///< The latest good one of each pair.
    QList<Secret> allTokens; ///< Every one that was issued, in order.
    QHash<QString, QList<Reply>> earlier; ///< Replies of each check, by its id.
    QList<int> latencies; ///< Of good token requests, in milliseconds.

    /// Whether requests may go there.
    bool mayAsk(const QUrl& url) const;
};

/// One check's requests, in the order they are sent.
using Requests = QList<Request>;
/// What came back, one for one; with redirects the last hop counts.
using Replies = QList<Reply>;

/// What a check says of the replies.
struct Judgement {
    enum class Kind { Good, Bad, Unmeasured, Skipped, NotApplicable };
    Kind kind = Kind::Good;
    QString said; ///< Bad: what is wrong with what came; others: why.
};

/// How a bad judgement counts.
enum class Weight {
    Fault, ///< FAILED: it breaks the integration or its security.
    Advice, ///< WARNING
    Look, ///< REVIEW: whether it is bad, a person must say.
};

/// One thing that must hold, as a plan lists it. Texts are plain English.
struct Check {
    const char* id = nullptr; ///< "token.get"; the part before the dot is the group.
    const char* title = nullptr; ///< What must hold, in one line.
    const char* clause = nullptr;
    Weight weight = Weight::Fault;
    Requests (*ask)(const Target&) = nullptr;
    const char* of = nullptr; ///< Instead of asking: the check whose replies are judged, too.
    const char* twin = nullptr; ///< What is refused here proves nothing unless this still works: it
                                ///< is asked right before.
    Judgement (*judge)(const Replies&, const Target&) = nullptr;
    const char* expected = nullptr;
    const char* why = nullptr;
    const char* how = nullptr;
    Explanation::Fixer fixer = Explanation::Fixer::You;
    /// Why it has no meaning here; nullptr: it has.
    const char* (*notFor)(const Target&) = nullptr;
    bool isPreflight = false; ///< Where it is not good, the rest of the group is skipped.
    bool isTogether = false; ///< Its requests are sent at once.
    bool seesTrouble = false; ///< judge() looks at replies that are none, too.
    bool judgesAlone =
        false; ///< With `of`: judged without replies where that check has no meaning.
    const char* optIn = nullptr; ///< Only when this name was asked for, because of what it does.
};

/// Checks of one address, in the order they run.
struct Group {
    const char* name = nullptr; ///< "token"
    const char* title = nullptr; ///< "oauthTokenUrl"
    QList<Check> checks;
    /// Why none of them has a meaning; nullptr: they have.
    const char* (*notFor)(const Target&) = nullptr;
    /// Why none of them can run, and what to do; nullptr: they can.
    const char* (*cannot)(const Target&) = nullptr;
    /// In a browser's name, not in SmartRecruiters'.
    bool isBrowser = false;
    bool isOptional = false; ///< Only when a plan names it.
};

Group registrationChecks();
Group tokenChecks();
Group callbackChecks();
Group consentChecks();
Group journeyChecks();

/// Every group that a plan may choose, in the order they run.
const QList<Group>& allGroups();

// --- Shared by the lists

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
/// Good where it holds.
inline Judgement must(bool holds, const QString& said)
{
    return holds ? good() : bad(said);
}
/// Good where each reply has one of these statuses.
Judgement statusIn(const Replies& replies, std::initializer_list<int> allowed);
/// Good where each reply is 2xx.
Judgement taken(const Replies& replies);
/// Good where the endpoint answers for itself: no 5xx.
Judgement survived(const Replies& replies);

/// The body as a JSON object; nullopt: it is none.
std::optional<QJsonObject> jsonOf(const Reply& reply);
/// The access_token of a good answer; empty: there is none.
QByteArray tokenIn(const Reply& reply);
/// Whether a page of a firewall, a gateway or a sign-in came instead of the endpoint's own answer.
/// Says what it looks like; empty: it does not.
QString foreignPage(const Reply& reply, bool isPageExpected);
/// Percent-encoded, as forms and Basic credentials are (RFC 6749 appendix B).
QByteArray formEncoded(QByteArrayView value);
/// Every byte as %XX: the same for whoever decodes.
QByteArray fullyEncoded(QByteArrayView value);
/// One request to each address of its host, which differ in nothing else.
Requests toEachAddress(const Target& target, const Request& request);
/// Good where each address answered.
Judgement eachAnswered(const Replies& replies);
/// A TLS ClientHello that offers this version at most ("\x03\x01" is TLS 1.0).
Request greeting(const QUrl& url, char minor);
/// Good where a server did not accept the version that greeting() offered.
Judgement greetingRefused(const Replies& replies);

/// The guide's token request for one of the pairs.
Request tokenRequest(const Target& target, int pair = 1);
/// A notification for one of the pairs.
Request notification(const Target& target, int pair = 1);

} // namespace jetbridge::conformance
