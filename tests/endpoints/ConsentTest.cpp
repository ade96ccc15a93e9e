// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Partner.h"
#include "oauth/FailureCounter.h"
#include "support/ReverseProxy.h"
#include "support/TestMain.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

namespace {

const auto approve = u"approve"_s;
const auto decline = u"decline"_s;

/// Returns every href, src and action of a page.
QStringList links(const QByteArray& page)
{
    static const QRegularExpression link(u"(?:href|src|action)=\"([^\"]*)\""_s);
    QStringList found;
    auto match = link.globalMatch(QString::fromUtf8(page));
    while (match.hasNext())
        found.append(match.next().captured(1));
    return found;
}

} // namespace

class ConsentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePageAsksForTheCodeWithoutCookieOrScript()
    {
        Partner partner;
        const Answered page = partner.open();
        QCOMPARE(page.status, 200);
        QVERIFY(page.wellFormed());
        QVERIFY(page.header("Set-Cookie").isEmpty());
        QVERIFY(!page.body.contains("<script"));
        QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
        QVERIFY(page.ids().contains(u"code"_s));
        QVERIFY(page.ids().contains(u"sign-in"_s));
        QVERIFY(!page.state().isEmpty());
        QVERIFY(page.body.contains("Acme Interviews"));
        QCOMPARE(links(page.body), QStringList{u"./consent/sign-in"_s});
    }

    void anAddressThatIsNotRightIsExplained_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("outcome");
        const auto withRedirect = [](const char* redirect) {
            return u"companyId=globex&redirect="_s
                + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(redirect)));
        };
        const auto good = u"&redirect=https%3A%2F%2Fportal.example.com%2F"_s;
        QTest::newRow("nothing") << QString() << "companyMissing";
        QTest::newRow("no companyId") << good.mid(1) << "companyMissing";
        QTest::newRow("empty companyId") << u"companyId="_s + good << "companyMissing";
        QTest::newRow("markup as companyId") << u"companyId=%3Cb%3E"_s + good << "companyOdd";
        QTest::newRow("path as companyId") << u"companyId=..%2Fx"_s + good << "companyOdd";
        QTest::newRow("line break") << u"companyId=globex%0A"_s + good << "companyOdd";
        QTest::newRow("endless companyId")
            << u"companyId=%1"_s.arg(QString(129, u'a')) + good << "companyOdd";
        QTest::newRow("two companies") << u"companyId=a&companyId=b"_s + good << "addressOdd";
        QTest::newRow("two redirects") << u"companyId=a"_s + good + good << "addressOdd";
        QTest::newRow("no UTF-8") << u"companyId=%FF"_s + good << "addressOdd";
        QTest::newRow("no redirect") << u"companyId=globex"_s << "redirectMissing";
        QTest::newRow("foreign host") << withRedirect("https://evil.example/") << "redirectForeign";
        QTest::newRow("no scheme") << withRedirect("//evil.example/") << "redirectForeign";
        QTest::newRow("path alone") << withRedirect("/evil") << "redirectForeign";
        QTest::newRow("user information")
            << withRedirect("https://portal.example.com@evil.example/") << "redirectForeign";
        QTest::newRow("user at our host")
            << withRedirect("https://evil@portal.example.com/") << "redirectForeign";
        QTest::newRow("look-alike in front")
            << withRedirect("https://evilportal.example.com/") << "redirectForeign";
        QTest::newRow("look-alike behind")
            << withRedirect("https://portal.example.com.evil.example/") << "redirectForeign";
        QTest::newRow("another port")
            << withRedirect("https://portal.example.com:8443/evil") << "redirectForeign";
        QTest::newRow("backslash")
            << withRedirect("https://evil.example\\@portal.example.com/") << "redirectForeign";
        QTest::newRow("backslashes")
            << withRedirect("https:\\\\evil.example/") << "redirectForeign";
        QTest::newRow("tab") << withRedirect("ht\ttps://evil.example/") << "redirectForeign";
        QTest::newRow("http") << withRedirect("http://portal.example.com/evil")
                              << "redirectForeign";
        QTest::newRow("javascript")
            << withRedirect("javascript:alert('evil')//portal.example.com") << "redirectForeign";
        QTest::newRow("data") << withRedirect("data:text/html,evil") << "redirectForeign";
        QTest::newRow("homograph")
            << withRedirect("https://p\u043ertal.example.com/evil") << "redirectForeign";
        QTest::newRow("encoded twice")
            << withRedirect("https%3A%2F%2Fevil.example%2F") << "redirectForeign";
    }
    void anAddressThatIsNotRightIsExplained()
    {
        QFETCH(QString, query);
        QFETCH(QString, outcome);
        Partner partner;
        QUrl url = partner.at(u"/consent"_s);
        url.setQuery(query, QUrl::TolerantMode);
        const Answered page = partner.get(url);
        QCOMPARE(page.status, 400);
        QVERIFY(page.wellFormed());
        QCOMPARE(page.outcome(), outcome);
        QCOMPARE(page.attribute(u"outcome"_s, u"role"_s), u"alert"_s);
        QCOMPARE(links(page.body), QStringList());
        QVERIFY(!page.body.contains("evil"));
        QCOMPARE(partner.handler.signIns, 0);
    }

    void aRedirectIsNotLookedAtInPopup()
    {
        Partner partner;
        partner.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const Answered page = partner.get(
            partner.at(u"/consent?companyId=globex&redirect=https%3A%2F%2Fevil.example"_s));
        QCOMPARE(page.status, 200);
        const Answered end = partner.decide(partner.signIn(page), approve);
        QCOMPARE(end.status, 200);
        QVERIFY(end.header("Location").isEmpty());
        QVERIFY(!end.body.contains("evil"));
    }

    void aWrongCodeIsSaidInTheVisitorsLanguage_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("en") << QByteArray("en") << u"That code is not correct"_s;
        QTest::newRow("de") << QByteArray("de") << u"Dieser Code stimmt nicht"_s;
        QTest::newRow("pl") << QByteArray("pl") << u"kod jest nieprawidłowy"_s;
    }
    void aWrongCodeIsSaidInTheVisitorsLanguage()
    {
        QFETCH(QByteArray, language);
        QFETCH(QString, sentence);
        Partner partner;
        const Headers headers{{"Accept-Language", language}};
        const Answered page = partner.signIn(partner.open(headers), u"WRONG"_s, headers);
        QCOMPARE(page.status, 403);
        QVERIFY(page.wellFormed());
        QVERIFY2(page.text(u"outcome"_s).contains(sentence), page.body.constData());
        QCOMPARE(page.attribute(u"code"_s, u"aria-invalid"_s), u"true"_s);
        QCOMPARE(page.header("Content-Language"), language);
    }

    void whoGuessesWaitsLongerEachTimeAndWhoHasTheCodeDoesNot()
    {
        Partner partner;
        const Answered page = partner.open();
        const QByteArray state = "&state=" + page.state();
        for (int i = 0; i < oauth::FailureCounter::allowedFailures; ++i)
            QCOMPARE(partner.signIn(page, u"WRONG"_s).status, 403);
        QNetworkReply* guess = partner.start("POST", page.target(), "code=WRONG" + state);
        QTRY_COMPARE(partner.handler.signIns, oauth::FailureCounter::allowedFailures + 1);
        QElapsedTimer time;
        time.start();
        QCOMPARE(partner.signIn(page).status, 200); // The same address as the guess.
        QVERIFY(!guess->isFinished());
        QCOMPARE(partner.wait(guess).status, 403);
        QVERIFY(time.elapsed() > oauth::FailureCounter::firstBlockMs / 2);
    }

    void whatAnybodyCanSendIsToldFromWhatTheCustomerDid()
    {
        Partner partner;
        for (int i = 0; i < 30; ++i)
            partner.get(partner.at(u"/consent?companyId=globex"_s));
        QTRY_COMPARE(partner.recorder.exchanges().size(), 30);
        const auto strange = partner.recorder.exchanges();
        QVERIFY(std::none_of(strange.begin(), strange.end(),
            [](const Exchange& exchange) { return exchange.isProven; }));
        // A stranger who knows a companyId cannot flood the history of its run.
        QCOMPARE(std::count_if(strange.begin(), strange.end(),
                     [](const Exchange& exchange) { return !exchange.correlationId.isEmpty(); }),
            20);
        QCOMPARE(partner.decide(partner.signedIn(), approve).status, 303);
        QTRY_COMPARE(partner.recorder.exchanges().size(), 33);
        for (const Exchange& exchange : partner.recorder.exchanges().mid(31)) {
            QVERIFY(exchange.isProven);
            QCOMPARE(exchange.correlationId, QByteArray("run-1"));
        }
    }

    void anEmptyCodeCostsNoTry()
    {
        Partner partner;
        const Answered page = partner.signIn(partner.open(), u"  "_s);
        QCOMPARE(page.status, 400);
        QVERIFY(page.ids().contains(u"code"_s));
        QCOMPARE(partner.handler.signIns, 0);
    }

    void anUnknownCompanyReadsLikeAWrongCode()
    {
        Partner partner;
        partner.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const auto answer = [&partner](const char* company) {
            const QUrl page = partner.at(u"/consent?companyId="_s + QLatin1String(company));
            const Answered refused = partner.signIn(partner.get(page), u"WRONG"_s);
            return u"%1 %2"_s.arg(refused.status).arg(refused.text(u"outcome"_s));
        };
        QCOMPARE(answer("nobody"), answer("globex"));
    }

    void theDecisionShowsWhatBothSidesWillBeAbleToDo()
    {
        Partner partner;
        const Answered page = partner.signedIn();
        QCOMPARE(page.status, 200);
        QVERIFY(page.wellFormed());
        for (const char* id :
            {"approve", "decline", "granted-to-smartrecruiters", "granted-to-application"})
            QVERIFY(page.ids().contains(QLatin1String(id)));
        QVERIFY(page.body.contains("<code>company_read</code>"));
        QVERIFY(page.body.contains("when you disable the integration"));
        QCOMPARE(partner.handler.approvals, 0);
    }

    void oneWayGrantsSmartRecruitersNothing()
    {
        Partner partner;
        auto presentation = partner.handler.presentation();
        presentation.application.oauthTokenUrl.clear();
        presentation.application.callbackUrl.clear();
        partner.handler.present(presentation);
        const Answered page = partner.signedIn();
        QVERIFY(!page.ids().contains(u"granted-to-smartrecruiters"_s));
        QVERIFY(page.body.contains("<code>company_read</code>"));
    }

    void approvingLeadsBackToSmartRecruiters()
    {
        Partner partner;
        const Answered end = partner.decide(partner.signedIn(), approve);
        QCOMPARE(end.status, 303);
        QCOMPARE(end.header("Location"), Partner::redirect.toLatin1());
        QCOMPARE(partner.handler.approvals, 1);
        QCOMPARE(partner.handler.approvedIn, ConsentDisplayMode::Redirect);
    }

    void approvingInAFrameSaysThatItCloses()
    {
        Partner partner;
        partner.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const Answered end = partner.decide(partner.signedIn(), approve);
        QCOMPARE(end.status, 200);
        QVERIFY(end.wellFormed());
        QCOMPARE(end.outcome(), u"connected"_s);
        QVERIFY(end.text(u"outcome"_s).contains(u"closes by itself"_s));
        QCOMPARE(partner.handler.approvedIn, ConsentDisplayMode::Popup);
    }

    void decliningConfirmsNothing_data()
    {
        QTest::addColumn<bool>("popup");
        QTest::newRow("REDIRECT") << false;
        QTest::newRow("POPUP") << true;
    }
    void decliningConfirmsNothing()
    {
        QFETCH(bool, popup);
        Partner partner;
        if (popup)
            partner.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const Answered end = partner.decide(partner.signedIn(), decline);
        QCOMPARE(end.status, popup ? 200 : 303);
        if (popup)
            QCOMPARE(end.outcome(), u"declined"_s);
        QCOMPARE(partner.handler.approvals, 0);
        QCOMPARE(partner.handler.declines, 1);
    }

    void aDeclineThatIsNotRecordedIsNotAcknowledged_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("no disk") << FailureKind::StorageUnavailable << 503 << "declineNotKept";
        QTest::newRow("closing") << FailureKind::Cancelled << 503 << "declineNotKept";
        QTest::newRow("decided elsewhere") << FailureKind::NotPermitted << 403 << "codeUsed";
    }
    void aDeclineThatIsNotRecordedIsNotAcknowledged()
    {
        QFETCH(FailureKind, kind);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        Partner partner;
        partner.handler.failDeclines(Failure{kind, 0, {}, {}, {}});
        const Answered end = partner.decide(partner.signedIn(), decline);
        QCOMPARE(end.status, status);
        QVERIFY(end.wellFormed());
        QCOMPARE(end.outcome(), outcome);
        QCOMPARE(partner.handler.approvals, 0);
        QCOMPARE(!end.attribute(u"retry"_s, u"href"_s).isEmpty(), status == 503);
        partner.handler.failDeclines(std::nullopt);
        QCOMPARE(partner.decide(partner.signedIn(), decline).status, 303);
        QCOMPARE(partner.handler.declines, 2);
    }

    void aRedirectThatIsNoLongerAllowedConfirmsNothing_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::newRow("approve") << approve;
        QTest::newRow("decline") << decline;
    }
    void aRedirectThatIsNoLongerAllowedConfirmsNothing()
    {
        QFETCH(QString, choice);
        Partner partner;
        const Answered page = partner.signedIn();
        auto settings = partner.handler.presentation();
        settings.redirectHosts = {u"elsewhere.example"_s};
        partner.handler.present(settings);
        const Answered end = partner.decide(page, choice);
        QCOMPARE(end.status, 400);
        QCOMPARE(end.outcome(), u"redirectForeign"_s);
        QVERIFY(end.header("Location").isEmpty());
        QCOMPARE(partner.handler.approvals + partner.handler.declines, 0);
    }

    void everyFailureIsExplainedWithoutInternals_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<int>("httpStatus");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<bool>("retry");
        QTest::newRow("cancelled") << FailureKind::Cancelled << 0 << 409 << "stopped" << false;
        QTest::newRow("timed out") << FailureKind::TimedOut << 0 << 502 << "unreachable" << true;
        QTest::newRow("unreachable")
            << FailureKind::Unreachable << 0 << 502 << "unreachable" << true;
        QTest::newRow("insecure") << FailureKind::Insecure << 0 << 502 << "unreachable" << true;
        QTest::newRow("server fault")
            << FailureKind::ServerFault << 500 << 502 << "unreachable" << true;
        QTest::newRow("bad reply") << FailureKind::BadReply << 200 << 502 << "unreachable" << true;
        QTest::newRow("rate limited") << FailureKind::RateLimited << 429 << 503 << "busy" << true;
        QTest::newRow("refused") << FailureKind::Refused << 401 << 502 << "refused" << false;
        QTest::newRow("invalid") << FailureKind::Invalid << 422 << 502 << "refused" << false;
        QTest::newRow("not permitted")
            << FailureKind::NotPermitted << 403 << 403 << "notPermitted" << false;
        QTest::newRow("sign-in ended")
            << FailureKind::NotPermitted << 0 << 403 << "codeUsed" << false;
        QTest::newRow("not found") << FailureKind::NotFound << 404 << 404 << "notFound" << false;
        QTest::newRow("conflict") << FailureKind::Conflict << 409 << 409 << "conflict" << false;
        QTest::newRow("no vault") << FailureKind::VaultUnavailable << 0 << 503 << "storage"
                                  << false;
        QTest::newRow("no disk") << FailureKind::StorageUnavailable << 0 << 503 << "storage"
                                 << false;
        QTest::newRow("outcome unknown")
            << FailureKind::OutcomeUnknown << 0 << 504 << "unknown" << false;
    }
    void everyFailureIsExplainedWithoutInternals()
    {
        QFETCH(FailureKind, kind);
        QFETCH(int, httpStatus);
        QFETCH(int, status);
        QFETCH(QString, outcome);
        QFETCH(bool, retry);
        Partner partner;
        partner.handler.failApprovals(Failure{kind, httpStatus, u"inner_code"_s,
            Message::inWords(u"Socket 17 said /var/lib/secret"_s), u"inner-id"_s});
        const Answered end = partner.decide(partner.signedIn(), approve);
        QCOMPARE(end.status, status);
        QVERIFY(end.wellFormed());
        QCOMPARE(end.outcome(), outcome);
        QVERIFY(!end.body.contains("inner") && !end.body.contains("Socket"));
        QCOMPARE(end.attribute(u"back"_s, u"href"_s), Partner::redirect);
        const QString again = end.attribute(u"retry"_s, u"href"_s);
        QCOMPARE(!again.isEmpty(), retry);
        if (retry)
            QCOMPARE(partner.get(end.url.resolved(QUrl(again))).status, 200);
    }

    void anEarlierUnsettledApprovalIsNotCalledSmartRecruitersAnswer_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("unknown") << FailureKind::Conflict << QString::fromLatin1(outcomeUnknownCode)
                                 << "earlier";
        QTest::newRow("it exists") << FailureKind::Conflict << u"integration_exists"_s << "earlier";
        QTest::newRow("SmartRecruiters says so")
            << FailureKind::Conflict << u"ALREADY_EXISTS"_s << "conflict";
        QTest::newRow("this one is unknown")
            << FailureKind::OutcomeUnknown << QString::fromLatin1(outcomeUnknownCode) << "unknown";
    }
    void anEarlierUnsettledApprovalIsNotCalledSmartRecruitersAnswer()
    {
        QFETCH(FailureKind, kind);
        QFETCH(QString, code);
        QFETCH(QString, outcome);
        Partner partner;
        partner.handler.failApprovals(Failure{kind, 0, code, {}, {}});
        const Answered end = partner.decide(partner.signedIn(), approve);
        QCOMPARE(end.outcome(), outcome);
        QVERIFY(end.wellFormed());
        QCOMPARE(end.body.contains("was not sent to SmartRecruiters"), outcome == "earlier"_L1);
    }

    void aDoubleSubmitConfirmsOnce()
    {
        Partner partner;
        partner.handler.hold();
        const Answered page = partner.signedIn();
        const QByteArray body = "decision=approve&state=" + page.state();
        const QUrl url = page.target();
        QNetworkReply* first = partner.start("POST", url, body);
        QTRY_COMPARE(partner.handler.waiting, 1);
        QNetworkReply* second = partner.start("POST", url, body);
        // When this is answered, the second submit has reached the page too.
        QCOMPARE(partner.open().status, 200);
        partner.handler.release();
        QCOMPARE(partner.wait(first).status, 303);
        QCOMPARE(partner.wait(second).status, 303);
        QCOMPARE(partner.handler.approvals, 1);
    }

    void theBackButtonShowsTheSameEnd_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("approve twice") << approve << approve << "connected";
        QTest::newRow("decline after approve") << approve << decline << "connected";
        QTest::newRow("decline twice") << decline << decline << "declined";
        QTest::newRow("approve after decline") << decline << approve << "declined";
    }
    void theBackButtonShowsTheSameEnd()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, outcome);
        Partner partner;
        partner.handler.setDisplayMode(ConsentDisplayMode::Popup);
        const Answered signInPage = partner.open();
        const Answered page = partner.signIn(signInPage);
        QCOMPARE(partner.decide(page, first).outcome(), outcome);
        QCOMPARE(partner.decide(page, second).outcome(), outcome);
        // Further back: the sign-in again, and a new visit with the same code.
        QCOMPARE(partner.decide(partner.signIn(signInPage), second).outcome(), outcome);
        QCOMPARE(partner.decide(partner.signedIn(), second).outcome(), outcome);
        QCOMPARE(partner.handler.approvals + partner.handler.declines, 1);
    }

    void aFailureMayBeTriedAnewButNotByTheOldForm()
    {
        Partner partner;
        partner.handler.failApprovals(Failure{FailureKind::Unreachable, 0, {}, {}, {}});
        const Answered old = partner.signedIn();
        QCOMPARE(partner.decide(old, approve).outcome(), u"unreachable"_s);
        partner.handler.failApprovals(std::nullopt);
        QCOMPARE(partner.decide(old, approve).outcome(), u"unreachable"_s);
        QCOMPARE(partner.handler.approvals, 1);
        QCOMPARE(partner.decide(partner.signedIn(), approve).status, 303);
        QCOMPARE(partner.handler.approvals, 2);
    }

    void anUnknownOutcomeIsNeverSentAgain()
    {
        Partner partner;
        partner.handler.failApprovals(Failure{FailureKind::OutcomeUnknown, 0, {}, {}, {}});
        QCOMPARE(partner.decide(partner.signedIn(), approve).outcome(), u"unknown"_s);
        QCOMPARE(partner.decide(partner.signedIn(), approve).outcome(), u"unknown"_s);
        QCOMPARE(partner.handler.approvals, 1);
    }

    void aFormThatIsNotOursDecidesNothing_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("status");
        const QByteArray form = "application/x-www-form-urlencoded";
        QTest::newRow("decision without state")
            << "/consent/decision" << QByteArray("decision=approve") << form << 400;
        QTest::newRow("decision forged")
            << "/consent/decision" << QByteArray("decision=approve&state=e30.AAAA") << form << 400;
        QTest::newRow("decision of the sign-in's state")
            << "/consent/decision" << QByteArray("decision=approve&state=SIGNIN") << form << 400;
        QTest::newRow("no decision")
            << "/consent/decision" << QByteArray("state=DECISION") << form << 400;
        QTest::newRow("odd decision")
            << "/consent/decision" << QByteArray("decision=maybe&state=DECISION") << form << 400;
        QTest::newRow("two decisions")
            << "/consent/decision" << QByteArray("decision=decline&decision=approve&state=DECISION")
            << form << 400;
        QTest::newRow("decision as JSON")
            << "/consent/decision" << QByteArray("{}") << QByteArray("application/json") << 415;
        QTest::newRow("sign-in without state")
            << "/consent/sign-in" << QByteArray("code=ABCD-EFGH") << form << 400;
        QTest::newRow("sign-in of the decision's state")
            << "/consent/sign-in" << QByteArray("code=ABCD-EFGH&state=DECISION") << form << 400;
        QTest::newRow("two codes")
            << "/consent/sign-in" << QByteArray("code=A&code=ABCD-EFGH&state=SIGNIN") << form
            << 400;
        QTest::newRow("sign-in as JSON")
            << "/consent/sign-in" << QByteArray("{}") << QByteArray("application/json") << 415;
    }
    void aFormThatIsNotOursDecidesNothing()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(int, status);
        Partner partner;
        const Answered signIn = partner.open();
        const Answered decision = partner.signIn(signIn);
        const int signIns = partner.handler.signIns;
        body.replace("SIGNIN", signIn.state()).replace("DECISION", decision.state());
        const Answered page = partner.post(partner.at(path), body, {{"Content-Type", type}});
        QCOMPARE(page.status, status);
        QVERIFY(page.wellFormed());
        QCOMPARE(page.outcome(), u"stateOdd"_s);
        QCOMPARE(partner.handler.approvals + partner.handler.declines, 0);
        QCOMPARE(partner.handler.signIns, signIns);
    }

    void aPageLeftOpenForTooLongDecidesNothing()
    {
        Partner partner;
        const Answered page = partner.signedIn();
        partner.clock.advance(std::chrono::minutes(61));
        QCOMPARE(partner.decide(page, approve).outcome(), u"stateOdd"_s);
        QCOMPARE(partner.handler.approvals, 0);
    }

    void anotherProcessesStateIsRefused()
    {
        Partner partner;
        Partner other;
        Answered page = partner.signedIn();
        page.url = other.at(u"/consent/sign-in"_s);
        QCOMPARE(other.decide(page, approve).outcome(), u"stateOdd"_s);
        QCOMPARE(other.handler.approvals, 0);
    }

    void theLogoComesFromThePartnerOrNotAtAll_data()
    {
        QTest::addColumn<QUrl>("logo");
        QTest::addColumn<QString>("images");
        QTest::addColumn<bool>("shown");
        QTest::newRow("none") << QUrl() << "img-src data:;" << false;
        QTest::newRow("embedded") << QUrl(u"data:image/png;base64,AAAA"_s) << "img-src data:;"
                                  << true;
        QTest::newRow("https") << QUrl(u"https://cdn.acme.example:8443/logo.png?x=1&y=2"_s)
                               << "img-src data: https://cdn.acme.example:8443;" << true;
        QTest::newRow("http") << QUrl(u"http://cdn.acme.example/logo.png"_s) << "img-src data:;"
                              << false;
        QTest::newRow("no image") << QUrl(u"data:text/html,x"_s) << "img-src data:;" << false;
        QTest::newRow("script") << QUrl(u"javascript:alert(1)"_s) << "img-src data:;" << false;
    }
    void theLogoComesFromThePartnerOrNotAtAll()
    {
        QFETCH(QUrl, logo);
        QFETCH(QString, images);
        QFETCH(bool, shown);
        Partner partner;
        auto presentation = partner.handler.presentation();
        presentation.application.logo = logo;
        partner.handler.present(presentation);
        const Answered page = partner.open();
        QVERIFY(page.wellFormed());
        QVERIFY2(page.header("Content-Security-Policy").contains(images.toLatin1()),
            page.header("Content-Security-Policy").constData());
        QCOMPARE(page.body.contains("<img"), shown);
    }

    void anApplicationWithoutANameStillHasAPage()
    {
        Partner partner;
        auto presentation = partner.handler.presentation();
        presentation.application.name.clear();
        partner.handler.present(presentation);
        QVERIFY(partner.open().body.contains("Connect This application with SmartRecruiters"));
    }

    void everyExchangeIsRecordedWithItsLanes()
    {
        Partner partner;
        partner.decide(partner.signedIn(), approve);
        QTRY_COMPARE(partner.recorder.exchanges().size(), 3);
        const QList<Exchange> exchanges = partner.recorder.exchanges();
        for (const Exchange& exchange : exchanges) {
            QCOMPARE(exchange.from, Lane::Browser);
            QCOMPARE(exchange.to, Lane::PartnerApp);
            QCOMPARE(exchange.at, partner.clock.now());
            QVERIFY(exchange.milliseconds >= 0);
        }
        QCOMPARE(exchanges[0].method, QByteArray("GET"));
        QCOMPARE(exchanges[0].url.path(), u"/consent"_s);
        QCOMPARE(exchanges[0].correlationId, QByteArray("run-1"));
        QCOMPARE(exchanges[1].correlationId, QByteArray("run-1"));
        QCOMPARE(exchanges[2].correlationId, QByteArray("run-1"));
        QCOMPARE(exchanges[2].status, 303);
    }

    void thePublicUrlIsWhereTheEndpointsAre()
    {
        EndpointsOptions options;
        options.publicUrl = QUrl(u"https://acme.example/connect/"_s);
        Partner partner(options);
        QCOMPARE(partner.endpoints.consentUrl(), QUrl(u"https://acme.example/connect/consent"_s));
        QCOMPARE(
            partner.endpoints.oauthTokenUrl(), QUrl(u"https://acme.example/connect/oauth/token"_s));
        QCOMPARE(partner.endpoints.callbackUrl(), QUrl(u"https://acme.example/connect/callback"_s));
        const Answered other = partner.open({{"Host", "evil.example"}});
        QCOMPARE(other.status, 421);
        QVERIFY(other.body.contains("--public-url"));
    }

    void everyReverseProxyLeadsThroughTheWholePage_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("stripsPrefix");
        QTest::addColumn<QByteArray>("host"); // PORT stands for the endpoints' own port.
        const QString named = u"https://acme.example/connect"_s;
        const QString atPort = u"https://acme.example:8443/connect/"_s;
        QTest::newRow("nginx as it is unless told otherwise")
            << QString() << QByteArray() << true << QByteArray("127.0.0.1:PORT");
        QTest::newRow("the same below a path")
            << QString() << QByteArray("/connect") << true << QByteArray("127.0.0.1:PORT");
        QTest::newRow("the same, and the public URL is known")
            << named << QByteArray("/connect") << true << QByteArray("localhost:PORT");
        QTest::newRow("nginx with $host")
            << named << QByteArray("/connect") << true << QByteArray("acme.example");
        QTest::newRow("nginx with $host, at a port")
            << atPort << QByteArray("/connect") << true << QByteArray("acme.example");
        QTest::newRow("nginx with $http_host")
            << atPort << QByteArray("/connect") << true << QByteArray("acme.example:8443");
        QTest::newRow("HAProxy, which leaves the path in")
            << named << QByteArray("/connect") << false << QByteArray("ACME.example:443");
        QTest::newRow("two proxies, each with its path")
            << named << QByteArray("/outer/connect") << true << QByteArray("acme.example");
    }
    void everyReverseProxyLeadsThroughTheWholePage()
    {
        QFETCH(QString, publicUrl);
        QFETCH(QByteArray, prefix);
        QFETCH(bool, stripsPrefix);
        QFETCH(QByteArray, host);
        EndpointsOptions options;
        options.publicUrl = QUrl(publicUrl);
        Partner partner(options);
        host.replace("PORT", QByteArray::number(partner.endpoints.port()));
        test::ReverseProxy proxy({partner.endpoints.port(), prefix, stripsPrefix, host});
        const QString page = u"/consent?companyId=globex&redirect="_s
            + QString::fromLatin1(QUrl::toPercentEncoding(Partner::redirect));

        partner.handler.setDisplayMode(ConsentDisplayMode::Redirect);
        const Answered wrong = partner.signIn(partner.get(proxy.at(page)), u"no such code"_s);
        QCOMPARE(wrong.status, 403);
        const Answered decision = partner.signIn(wrong);
        QCOMPARE(decision.status, 200);
        partner.handler.failApprovals(Failure{FailureKind::Unreachable, 0, {}, {}, {}});
        const Answered failed = partner.decide(decision, u"approve"_s);
        QCOMPARE(failed.outcome(), u"unreachable"_s);
        partner.handler.failApprovals(std::nullopt);
        const Answered again =
            partner.get(failed.url.resolved(QUrl(failed.attribute(u"retry"_s, u"href"_s))));
        const Answered end = partner.decide(partner.signIn(again), u"approve"_s);
        QCOMPARE(end.status, 303);
        QCOMPARE(end.header("Location"), Partner::redirect.toUtf8());
    }

    void theRootSaysNothingAboutThePartner()
    {
        Partner partner;
        const Answered page = partner.get(partner.at(u"/"_s));
        QCOMPARE(page.status, 200);
        QVERIFY(page.wellFormed());
        QVERIFY(!page.body.contains("Acme") && !page.body.contains("Jetbridge")
            && !page.body.contains("globex"));
    }
};

JETBRIDGE_TEST(ConsentTest)
#include "ConsentTest.moc"
