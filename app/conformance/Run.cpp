// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Run.h"

#include "async/Signal.h"
#include "http/ProxySettings.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::conformance {

namespace {

using Kind = Judgement::Kind;

constexpr int mostEvidence = 4; ///< Number of exchanges of one check that the report keeps.
/// After so many errors in a row, the endpoint counts as unreachable.
constexpr int mostErrors = 3;
constexpr int mostHops = 10;

/// The requests and replies of one check.
struct Sent {
    Replies replies;
    QStringList sent;
    QList<qint64> evidence;
    int milliseconds = 0;
    QString obstacle; ///< The reason why nothing could be measured; empty: there is none.
    bool isRateLimited = false;
};

QString shortened(const QStringList& texts)
{
    QStringList distinct;
    for (const QString& text : texts)
        if (!distinct.contains(text))
            distinct.append(text);
    const QString more =
        distinct.size() > 3 ? u"; and %1 more"_s.arg(distinct.size() - 3) : QString();
    const QString times = texts.size() > 1 ? u" (%1 requests)"_s.arg(texts.size()) : QString();
    return distinct.mid(0, 3).join(u"; "_s) + more + times;
}

QString gotWords(const Replies& replies)
{
    QStringList texts;
    for (const Reply& reply : replies)
        texts.append(reply.words());
    texts.removeDuplicates();
    const qsizetype more = texts.size() - 3;
    return texts.mid(0, 3).join(u"; "_s) + (more > 0 ? u"; and %1 more"_s.arg(more) : QString());
}

/// Who can remove an obstacle, and how.
struct Advice {
    Explanation::Fixer fixer;
    const char* how;
};

Advice adviceFor(Reply::Trouble trouble)
{
    switch (trouble) {
    case Reply::Trouble::Dns:
        return {Explanation::Fixer::YourIt, "Check the host name and the DNS of both sides."};
    case Reply::Trouble::Refused:
        return {Explanation::Fixer::YourIt,
            "Check that the program is running and that a firewall lets SmartRecruiters in."};
    case Reply::Trouble::Tls:
        return {Explanation::Fixer::YourIt,
            "Install a certificate for this name, signed by a public authority, with its complete "
            "chain; for your own authority: environment set NAME --ca-file FILE."};
    case Reply::Trouble::Proxy:
        return {Explanation::Fixer::YourIt, "Check the proxy settings: jetbridge-cli doctor."};
    case Reply::Trouble::NotHttp:
    case Reply::Trouble::TooLarge:
        return {Explanation::Fixer::You, "Check that the address and its port are right."};
    case Reply::Trouble::TimedOut:
    case Reply::Trouble::Closed:
        return {Explanation::Fixer::You, "See the log of the program at this address."};
    case Reply::Trouble::None:
    case Reply::Trouble::Cancelled:
        break;
    }
    return {Explanation::Fixer::You, "Run the checks again."};
}

CheckStatus statusFor(Weight weight)
{
    switch (weight) {
    case Weight::Fault:
        return CheckStatus::Failed;
    case Weight::Advice:
        return CheckStatus::Warning;
    case Weight::Look:
        return CheckStatus::Review;
    }
    Q_UNREACHABLE();
}

QUrl addressOf(const Group& group, const Target& target)
{
    const QString name = QLatin1String(group.name);
    if (name == "token"_L1)
        return target.oauthTokenUrl;
    if (name == "callback"_L1)
        return target.callbackUrl;
    return name == "consent"_L1 ? target.consentUrl : QUrl();
}

class Run {
public:
    Run(Plan plan, Target target, RunLimits limits, RunServices services)
        : m_plan(std::move(plan))
        , m_target(std::move(target))
        , m_limits(limits)
        , m_services(std::move(services))
    {
        m_report.name = m_plan.name;
        m_report.version = QStringLiteral(JETBRIDGE_VERSION);
        m_report.consentUrl = m_target.consentUrl;
        m_report.oauthTokenUrl = m_target.oauthTokenUrl;
        m_report.callbackUrl = m_target.callbackUrl;
        m_report.startedAt = m_services.clock.now();
        m_report.planHash = m_plan.hash();
        m_report.notMeasured = m_plan.notMeasured();
        m_report.waivers = m_plan.waivers;
        if (m_target.application) {
            m_report.application = m_target.application->name;
            m_report.scopes = m_target.application->scopes;
        }
    }

    Task<CheckReport> runAll()
    {
        m_since.start();
        QTimer over;
        over.setSingleShot(true);
        QObject::connect(&over, &QTimer::timeout, &m_services.wire, [this] {
            m_end = u"The time limit of the run (%1 s) was reached."_s.arg(
                m_limits.time.count() / 1000.0);
            m_services.wire.cancel();
        });
        over.start(m_limits.time);
        for (const Group& group : m_plan.chosen())
            co_await runGroup(group);
        m_report.milliseconds = int(m_since.elapsed());
        m_report.endedEarly = m_end;
        m_report.complete = m_end.isEmpty();
        co_return m_report;
    }

private:
    Task<Done> runGroup(const Group& group)
    {
        m_byId.clear();
        QString stopped; // The reason why the rest is skipped.
        const char* none = group.notFor ? group.notFor(m_target) : nullptr;
        const char* cannot = !none && group.cannot ? group.cannot(m_target) : nullptr;
        if (!none && !cannot)
            co_await resolve(addressOf(group, m_target).host());
        int errors = 0;
        for (const Check& check : group.checks) {
            CheckResult result = start(group, check);
            if (none || (check.notFor && check.notFor(m_target)))
                say(result, CheckStatus::NotApplicable,
                    QLatin1String(none ? none : check.notFor(m_target)));
            else if (cannot)
                say(result, CheckStatus::Skipped, QLatin1String(cannot));
            else if (!hasEnded() && stopped.isEmpty())
                co_await runCheck(group, check, result);
            else
                say(result, CheckStatus::Skipped, hasEnded() ? m_end : stopped);

            const bool isError = result.status == CheckStatus::Error;
            errors = isError ? errors + 1 : result.evidence.isEmpty() ? errors : 0;
            const bool isSound = result.status == CheckStatus::Passed
                || result.status == CheckStatus::Warning || result.status == CheckStatus::Review
                || result.status == CheckStatus::NotApplicable;
            if (stopped.isEmpty() && check.isPreflight && !isSound)
                stopped =
                    u"The preflight \"%1\" (%2) did not succeed."_s.arg(result.title, result.id);
            else if (stopped.isEmpty() && m_isRateLimited)
                stopped = u"The endpoint limits the requests (429)."_s;
            else if (stopped.isEmpty() && errors >= mostErrors)
                stopped = u"%1 checks in a row could not be measured."_s.arg(errors);
            m_report.results.append(result);
            m_services.told(result);
        }
        m_isRateLimited = false;
        co_return Done{};
    }

    CheckResult start(const Group& group, const Check& check) const
    {
        CheckResult result;
        result.id = QLatin1String(check.id);
        result.group = QLatin1String(group.name);
        result.title = QLatin1String(check.title);
        result.clause = QLatin1String(check.clause);
        result.expected = QLatin1String(check.expected);
        result.why = QLatin1String(check.why);
        return result;
    }

    static void say(CheckResult& result, CheckStatus status, const QString& reason)
    {
        result.status = status;
        result.reason = reason;
    }

    Task<Done> runCheck(const Group& group, const Check& check, CheckResult& result)
    {
        if (check.twin && !co_await runTwin(group, check, result))
            co_return Done{};
        Sent sent;
        if (check.ask) {
            sent = co_await sendAll(group, check);
            m_byId.insert(result.id, sent);
            m_target.earlier.insert(result.id, sent.replies);
        } else if (check.of) {
            const auto origin = m_byId.constFind(QLatin1String(check.of));
            if (origin == m_byId.cend() && !check.judgesAlone) {
                say(result, CheckStatus::Skipped,
                    u"It judges the answers of %1, which did not run."_s.arg(
                        QLatin1String(check.of)));
                co_return Done{};
            }
            if (origin != m_byId.cend())
                sent = *origin;
        }
        take(check, sent, result);
        co_return Done{};
    }

    void take(const Check& check, const Sent& sent, CheckResult& result)
    {
        result.sent = shortened(sent.sent);
        result.got = gotWords(sent.replies);
        result.evidence = sent.evidence;
        result.milliseconds = check.ask ? sent.milliseconds : 0;
        if (!sent.obstacle.isEmpty() && !(check.seesTrouble && !hasEnded())) {
            say(result, hasEnded() ? CheckStatus::Skipped : CheckStatus::Error,
                hasEnded() ? m_end : sent.obstacle);
            Reply::Trouble trouble = Reply::Trouble::None;
            for (const Reply& reply : sent.replies)
                trouble = reply.hasAnswer() ? trouble : reply.trouble;
            const Advice advice = adviceFor(trouble);
            result.fixer = fixerName(advice.fixer);
            result.how = QLatin1String(advice.how);
            m_isRateLimited |= sent.isRateLimited;
            return;
        }
        judge(check, sent.replies, result);
    }

    void judge(const Check& check, const Replies& replies, CheckResult& result)
    {
        const Judgement judgement = check.judge(replies, m_target);
        switch (judgement.kind) {
        case Kind::Good:
            result.status = CheckStatus::Passed;
            return;
        case Kind::NotApplicable:
            return say(result, CheckStatus::NotApplicable, judgement.said);
        case Kind::Skipped:
            return say(result, CheckStatus::Skipped, judgement.said);
        case Kind::Unmeasured:
            say(result, CheckStatus::Error, judgement.said);
            break;
        case Kind::Bad:
            result.status = statusFor(check.weight);
            result.got =
                judgement.said + (result.got.isEmpty() ? QString() : u" (%1)"_s.arg(result.got));
            break;
        }
        result.fixer = fixerName(check.fixer);
        result.how = QLatin1String(check.how);
        if (result.status == CheckStatus::Failed)
            waive(result);
    }

    void waive(CheckResult& result) const
    {
        for (const CheckWaiver& waiver : m_plan.waivers)
            if (waiver.check == result.id && waiver.expires >= m_services.clock.now().date())
                result.waiver = waiver;
    }

    /// Runs the check's twin: a refusal proves something only if the same request succeeds without
    /// the error. Returns whether it does; otherwise sets the result.
    Task<bool> runTwin(const Group& group, const Check& check, CheckResult& result)
    {
        const Check* twin = findCheck(QLatin1String(check.twin));
        const Sent sent = co_await sendAll(group, *twin);
        const bool works =
            sent.obstacle.isEmpty() && twin->judge(sent.replies, m_target).kind == Kind::Good;
        if (works)
            co_return true;
        if (hasEnded()) {
            say(result, CheckStatus::Skipped, m_end);
            co_return false;
        }
        result.evidence = sent.evidence;
        m_isRateLimited |= sent.isRateLimited;
        const bool worked = std::any_of(
            m_report.results.begin(), m_report.results.end(), [twin](const CheckResult& earlier) {
                return earlier.id == QLatin1String(twin->id)
                    && earlier.status == CheckStatus::Passed;
            });
        say(result, worked ? CheckStatus::Error : CheckStatus::Skipped,
            u"The matching valid request \"%1\" (%2) does not succeed%3, so a refusal "
            "would prove nothing: %4"_s
                .arg(QLatin1String(twin->title), QLatin1String(twin->id),
                    worked ? u" any more"_s : QString(),
                    sent.obstacle.isEmpty() ? gotWords(sent.replies) : sent.obstacle));
        co_return false;
    }

    Task<Sent> sendAll(const Group& group, const Check& check)
    {
        Sent sent;
        QElapsedTimer took;
        took.start();
        const Requests requests = check.ask(m_target);
        if (check.isTogether) {
            std::vector<Task<Reply>> underWay;
            for (const Request& request : requests)
                underWay.push_back(sendOne(request));
            for (Task<Reply>& one : underWay)
                sent.replies.append(co_await one);
        } else {
            for (const Request& request : requests) {
                sent.replies.append(co_await sendOne(request));
                // A server that asks for fewer requests gets no more of the same.
                if (sent.replies.last().status == 429 || hasEnded())
                    break;
            }
        }
        for (qsizetype i = 0; i < sent.replies.size(); ++i)
            note(group, check, requests.at(i), sent.replies.at(i),
                i < mostEvidence - 1 || i + 1 == sent.replies.size(), sent);
        // An incomplete list of replies proves nothing. (A 429 ends the list without an obstacle.)
        if (sent.replies.size() < requests.size() && sent.obstacle.isEmpty())
            sent.obstacle = m_end;
        sent.milliseconds = int(took.elapsed());
        co_return sent;
    }

    void note(const Group& group, const Check& check, const Request& request, const Reply& reply,
        bool isKept, Sent& sent)
    {
        sent.sent.append(request.words());
        if (isKept && request.raw.isEmpty())
            sent.evidence.append(keep(group, request, reply));
        const bool isPageExpected = group.isBrowser || request.method == "GET";
        if (reply.trouble != Reply::Trouble::None) {
            // A server may hang up on an old version of TLS.
            const bool isHangUp = !request.raw.isEmpty()
                && (reply.trouble == Reply::Trouble::Closed
                    || reply.trouble == Reply::Trouble::TimedOut);
            if (!isHangUp && sent.obstacle.isEmpty())
                sent.obstacle = reply.troubleText;
        } else if (const QString page = foreignPage(reply, isPageExpected);
                   !page.isEmpty() && sent.obstacle.isEmpty() && !check.seesTrouble) {
            sent.obstacle = page;
            sent.isRateLimited = reply.status == 429;
        }
    }

    Task<Reply> sendOne(Request request)
    {
        Reply reply;
        for (int hop = 0; hop < mostHops; ++hop) {
            co_await pace(request.url);
            reply = co_await sendNow(request);
            const bool isRedirect = reply.status >= 301 && reply.status <= 308
                && reply.status != 304 && reply.has("location");
            if (!request.follows || !isRedirect)
                break;
            const QUrl next =
                request.url.resolved(QUrl(QString::fromUtf8(reply.header("location"))));
            if (!m_target.mayAsk(next))
                break;
            if (hop + 1 == mostHops) {
                reply.trouble = Reply::Trouble::Closed;
                reply.troubleText = u"It redirects more than %1 times."_s.arg(mostHops);
                break;
            }
            request.url = next;
        }
        reply.url = request.url;
        learn(request, reply);
        co_return reply;
    }

    Task<Reply> sendNow(Request request)
    {
        Reply none;
        none.trouble = Reply::Trouble::Cancelled;
        if (m_services.wire.isCancelled() && m_end.isEmpty())
            m_end = u"It was cancelled."_s;
        if (m_end.isEmpty() && m_report.requests >= m_limits.requests)
            m_end = u"The limit of %1 requests was reached."_s.arg(m_limits.requests);
        if (m_end.isEmpty() && !m_target.mayAsk(request.url)) {
            none.trouble = Reply::Trouble::Refused;
            none.troubleText =
                u"%1 was not given: nothing was sent there."_s.arg(request.url.authority());
            co_return none;
        }
        if (!m_end.isEmpty()) {
            none.troubleText = m_end;
            co_return none;
        }
        ++m_report.requests;
        Reply reply = co_await m_services.wire.send(std::move(request));
        if (reply.trouble == Reply::Trouble::Cancelled && m_end.isEmpty())
            m_end = u"It was cancelled."_s;
        co_return reply;
    }

    /// Waits until the next request may be sent.
    Task<Done> pace(QUrl url)
    {
        if (http::isThisComputer(url.host()) || m_limits.perSecond <= 0 || hasEnded())
            co_return Done{};
        const qint64 now = m_since.elapsed();
        const qint64 due = std::max(now, m_nextAt);
        m_nextAt = due + qint64(1000 / m_limits.perSecond);
        // Cancelling also ends this wait.
        if (due > now)
            co_await async::emission(
                &m_services.wire, &Wire::cancelled, std::chrono::milliseconds(due - now));
        co_return Done{};
    }

    Task<Done> resolve(QString host)
    {
        if (host.isEmpty() || m_target.addresses.contains(host))
            co_return Done{};
        m_target.addresses.insert(host, co_await m_services.wire.addressesOf(host));
        co_return Done{};
    }

    /// Stores the token and the time of a token answer.
    void learn(const Request& request, const Reply& reply)
    {
        if (request.url != m_target.oauthTokenUrl)
            return;
        QByteArray token = tokenIn(reply);
        if (token.isEmpty())
            return;
        const Secret secret{QByteArrayView(token)};
        wipe(token);
        m_services.know(secret);
        m_target.allTokens.append(secret);
        if (request.tokenOf > 0)
            m_target.tokens.at(std::size_t(request.tokenOf - 1)) = secret;
        m_target.latencies.append(reply.milliseconds);
    }

    qint64 keep(const Group& group, const Request& request, const Reply& reply)
    {
        Exchange exchange;
        exchange.number = ++m_number;
        exchange.from = group.isBrowser ? Lane::Browser : Lane::SmartRecruiters;
        exchange.to = group.isBrowser ? Lane::PartnerApp : Lane::PartnerApi;
        exchange.at = m_services.clock.now();
        exchange.milliseconds = reply.milliseconds;
        exchange.method = request.method;
        exchange.url = request.url;
        exchange.requestHeaders = request.headers;
        exchange.requestBody = request.body;
        exchange.status = reply.status;
        exchange.replyHeaders = reply.headers;
        exchange.replyBody = reply.body;
        exchange.failure = reply.troubleText;
        exchange.tls = reply.tls;
        m_report.exchanges.append(m_services.redact(std::move(exchange)));
        shorten(m_report.exchanges.last());
        return m_number;
    }

    /// Shortens the bodies for the report: people do not read more than a few kilobytes.
    static void shorten(Exchange& exchange)
    {
        constexpr qsizetype most = 4096;
        for (QByteArray* body : {&exchange.requestBody, &exchange.replyBody})
            if (body->size() > most)
                *body = body->first(most) + "\n[" + QByteArray::number(body->size() - most)
                    + " more bytes]";
    }

    bool hasEnded() const { return !m_end.isEmpty(); }

    const Plan m_plan;
    Target m_target;
    const RunLimits m_limits;
    const RunServices m_services;
    CheckReport m_report;
    QElapsedTimer m_since;
    QString m_end; ///< The reason why nothing more is sent.
    bool m_isRateLimited = false;
    qint64 m_nextAt = 0;
    qint64 m_number = 0;
    /// Requests and replies of the running group's checks, by check id.
    QHash<QString, Sent> m_byId;
};

} // namespace

Task<CheckReport> runChecks(Plan plan, Target target, RunLimits limits, RunServices services)
{
    Run run(std::move(plan), std::move(target), limits, std::move(services));
    co_return co_await run.runAll();
}

QList<PlannedCheckRequest> plannedRequests(const Plan& plan, const Target& target)
{
    QList<PlannedCheckRequest> planned;
    const auto add = [&](const char* id, const Check& asked, bool isTwin) {
        for (const Request& request : asked.ask(target))
            planned.append({QLatin1String(id), request.words(),
                request.url.adjusted(QUrl::RemoveQuery), isTwin});
    };
    for (const Group& group : plan.chosen()) {
        if ((group.notFor && group.notFor(target)) || (group.cannot && group.cannot(target)))
            continue;
        for (const Check& check : group.checks) {
            if (!check.ask || (check.notFor && check.notFor(target)))
                continue;
            if (check.twin)
                add(check.id, *findCheck(QLatin1String(check.twin)), true);
            add(check.id, check, false);
        }
    }
    return planned;
}

} // namespace jetbridge::conformance
