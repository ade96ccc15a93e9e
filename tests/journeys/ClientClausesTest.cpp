// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/EndpointsSetup.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "console/System.h"
#include "flows/Fakes.h"
#include "flows/OnboardCompany.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QNetworkInterface>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

const QString integrationsPath = u"/apps-integrations/partner-api/integrations"_s;
const CompanyId globex(u"globex"_s);

/// Runs the onboarding flow with the program's own randomness, and returns the requests that it
/// would have sent.
QList<IntegrationRequest> generated(int times)
{
    fakes::Office office;
    SystemRandomness randomness;
    const QString environment = u"test"_s;
    office.vault.items.insert(VaultKey::master(environment).text(),
        MasterCredentials{AppId(u"app"_s), {ClientId(u"master"_s), Secret("secret")}}.toJson());
    for (int i = 0; i < times; ++i) {
        OnboardingRequest request;
        request.onboarding = OnboardingId(QString::number(i));
        request.company = CompanyId(QString::number(i));
        request.bidirectional = true;
        request.tokenPlace.oauthTokenUrl = QUrl(u"http://localhost:43117/oauth/token"_s);
        auto task = onboardCompany(
            office.services(environment, office.vault, randomness),
            {office.journal, office.clock, request.onboarding, request.company}, request,
            [](const Integration&, const ClientCredentials&) {}, [] { return true; },
            [](const UnstoredCustomer&) {});
        disregard(QCoro::waitFor(std::move(task))); // The requests that were sent are examined.
    }
    return office.smartRecruiters.sent;
}

/// Returns the link to the consent page as SmartRecruiters makes it.
QUrl consentLink(const Office& office, const QString& redirect = {})
{
    QUrl link = office.console->endpoints().urls()->consentUrl;
    QUrlQuery query{{u"companyId"_s, globex.text()}};
    if (!redirect.isEmpty())
        query.addQueryItem(u"redirect"_s, QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
    link.setQuery(query);
    return link;
}

/// A connected application of this mode, with granted scopes and a code for the customer.
struct Invited {
    explicit Invited(ConsentDisplayMode mode, bool bidirectional = true)
        : office(ConsoleOptions::VaultKind::Memory)
    {
        if (!office.open() || !QCoro::waitFor(office.console->endpoints().start()))
            return;
        const auto master = office.connect(bidirectional, mode);
        if (!master)
            return;
        office.grant(*master, globex.text());
        invitation = QCoro::waitFor(office.console->onboardings().invite(globex));
    }
    int confirms() { return office.requests(u"POST"_s, integrationsPath); }
    QString portal() const
    {
        return office.console->current().environment().startUrl(globex.text()).toString();
    }
    QHash<QString, QString> code() const { return {{u"code"_s, invitation->code()}}; }

    Office office;
    Outcome<Invitation> invitation = failed(FailureKind::Invalid, u"not invited"_s);
};

} // namespace

/// Tests the standards' clauses for our side of an onboarding, by number, where they need more than
/// the client alone (wire.ClientClausesTest): console, endpoints and simulator over HTTP.
/// cli.ClientClausesTest tests clause 15 on the command line.
class ClientClausesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clause26GeneratedSecretsCarry160BitsOfTheSystemsGenerator()
    {
        QSet<QString> secrets;
        QSet<QChar> characters;
        for (const IntegrationRequest& request : generated(50)) {
            const QString secret = request.issued->clientSecret.revealText();
            QVERIFY(secret.size() * 6 >= 160); // base64url: six bits for each character
            secrets.insert(secret);
            for (const QChar c : secret)
                characters.insert(c);
        }
        QCOMPARE(secrets.size(), 50);
        QCOMPARE(characters.size(), 64); // the whole alphabet occurs, so that each character really
                                         // has six bits
    }

    void clause27TheConsentPageNamesWhoMayFrameIt()
    {
        Invited invited(ConsentDisplayMode::Popup);
        QVERIFY(invited.invitation);
        const auto page = invited.office.visit(consentLink(invited.office));
        QCOMPARE(page.status, 200);
        const QByteArray origin =
            invited.office.console->current().environment().frameOrigins.value(0).toLatin1();
        QVERIFY(!origin.isEmpty());
        QVERIFY2(page.contentPolicy.contains("frame-ancestors " + origin),
            page.contentPolicy.constData());
    }

    void clause27TheWholeWayWorksInABrowserOfItsOwn()
    {
        // No frame, cookie or script is needed: the system's browser is enough.
        Invited invited(ConsentDisplayMode::Redirect);
        QVERIFY(invited.invitation);
        const auto decision = invited.office.press(
            invited.office.visit(consentLink(invited.office, invited.portal())).page, "sign-in",
            invited.code());
        const auto end = invited.office.press(decision.page, "approve");
        QCOMPARE(end.status, 303);
        QCOMPARE(end.location, QUrl(invited.portal()));
        QTRY_COMPARE(invited.office.customers().value(0).status, IntegrationStatus::Live);
    }

    void clause39NoTokenAndNoSecretIsOnTheDisk()
    {
        Office office;
        QVERIFY(office.open());
        const auto report = office.play({ConsentDisplayMode::Redirect, true, globex.text()});
        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        const auto master = QCoro::waitFor(office.console->partnerAccess().masterCredentials());
        const auto customer =
            QCoro::waitFor(office.console->customers().credentials(report->integration));
        const auto token = QCoro::waitFor(office.console->partnerAccess().masterToken());
        QVERIFY(master && customer && token);
        QCOMPARE(office.fileWith(master->client.clientSecret.reveal()), QString());
        QCOMPARE(office.fileWith(customer->client.clientSecret.reveal()), QString());
        QCOMPARE(office.fileWith(token->value.reveal()), QString());
    }

    void clause40NobodyIsSentToAForeignPlace_data()
    {
        QTest::addColumn<QString>("redirect");
        for (const char* redirect : {"https://evil.example/", "//evil.example/",
                 "https://PORTAL@evil.example/", "https://PORTAL.evil.example/",
                 "javascript:alert(1)", "data:text/html,hi", "https://evil.example/?x=PORTAL",
                 "https://evil.example\\@PORTAL/", "ftp://PORTAL/", "/relative"})
            QTest::newRow(redirect) << QString::fromLatin1(redirect);
    }
    void clause40NobodyIsSentToAForeignPlace()
    {
        QFETCH(QString, redirect);
        Invited invited(ConsentDisplayMode::Redirect);
        QVERIFY(invited.invitation);
        redirect.replace(
            "PORTAL"_L1, invited.office.console->current().environment().redirectHosts.value(0));
        const auto page = invited.office.visit(consentLink(invited.office, redirect));
        QVERIFY(page.status >= 400);
        QVERIFY(page.location.isEmpty());
        const auto signIn = invited.office.press(page.page, "sign-in", invited.code());
        QCOMPARE(signIn.status, 0); // there is no button
        QCOMPARE(invited.confirms(), 0);
    }

    void clause43GeneratedClientIdsCarryAPrefixAndAreUnique()
    {
        QSet<QString> ids;
        for (const IntegrationRequest& request : generated(300)) {
            QVERIFY(request.issued->clientId.text().startsWith("jetbridge-"_L1));
            ids.insert(request.issued->clientId.text());
        }
        QCOMPARE(ids.size(), 300);
    }

    void clause44OnlyThisComputerReachesTheEndpointsAndThePortIsFreedAgain()
    {
        Office office(ConsoleOptions::VaultKind::Memory);
        QVERIFY(office.open());
        const auto urls = QCoro::waitFor(office.console->endpoints().start());
        QVERIFY(urls);
        const auto answers = [&urls](const QHostAddress& address) {
            QTcpSocket socket;
            socket.connectToHost(address, urls->port);
            return socket.waitForConnected(2000);
        };
        QVERIFY(answers(QHostAddress(QHostAddress::LocalHost)));
        for (const QHostAddress& address : QNetworkInterface::allAddresses())
            if (!address.isLoopback() && address.protocol() == QAbstractSocket::IPv4Protocol)
                QVERIFY2(!answers(address), qPrintable(address.toString()));
        office.console->endpoints().stop();
        QTcpServer next;
        QVERIFY(next.listen(QHostAddress::LocalHost, urls->port));
    }

    void clause45ConfirmedOnlyAfterSignInAndApproval()
    {
        Invited invited(ConsentDisplayMode::Redirect);
        QVERIFY(invited.invitation);
        Office& office = invited.office;
        const auto page = office.visit(consentLink(office, invited.portal()));
        QCOMPARE(invited.confirms(), 0);
        office.press(page.page, "sign-in", {{u"code"_s, u"WRONG-CODE"_s}});
        QCOMPARE(invited.confirms(), 0);
        const auto decision = office.press(page.page, "sign-in", invited.code());
        QCOMPARE(invited.confirms(), 0);
        QCOMPARE(office.press(decision.page, "approve").status, 303);
        QCOMPARE(invited.confirms(), 1);
        office.press(decision.page, "approve"); // a second press, or the back button
        QCOMPARE(invited.confirms(), 1);
    }

    void clause45DeclinedNothingIsConfirmed()
    {
        Invited invited(ConsentDisplayMode::Redirect);
        QVERIFY(invited.invitation);
        const auto decision = invited.office.press(
            invited.office.visit(consentLink(invited.office, invited.portal())).page, "sign-in",
            invited.code());
        QVERIFY(decision.page);
        invited.office.press(decision.page, "decline");
        QCOMPARE(invited.confirms(), 0);
    }

    void clause45InAPopupNobodyIsSentAnywhere()
    {
        Invited invited(ConsentDisplayMode::Popup);
        QVERIFY(invited.invitation);
        const auto decision = invited.office.press(
            invited.office.visit(consentLink(invited.office)).page, "sign-in", invited.code());
        const auto end = invited.office.press(decision.page, "approve");
        QVERIFY(end.status == 200 || end.status == 303);
        QVERIFY(
            end.location.isEmpty() || end.location.host() == consentLink(invited.office).host());
        QCOMPARE(invited.confirms(), 1);
    }

    void clause45OneWayNobodyIsNotified()
    {
        Invited invited(ConsentDisplayMode::Popup, false);
        QVERIFY(invited.invitation);
        Office& office = invited.office;
        const auto decision =
            office.press(office.visit(consentLink(office)).page, "sign-in", invited.code());
        QVERIFY(office.press(decision.page, "approve").page);
        QTRY_COMPARE(office.customers().value(0).status, IntegrationStatus::Live);
        QVERIFY(QCoro::waitFor(
            office.console->simulator().control().disable(office.customers().first().id)));
        QVERIFY(QCoro::waitFor(office.console->endpoints().inbox().latest(1))->isEmpty());
        QCOMPARE(office.customers().first().status, IntegrationStatus::Live);
    }

    /// Results that arrive after their console was destroyed are still unwound here.
    void cleanup() { QCoreApplication::processEvents(); }
};

JETBRIDGE_TEST(ClientClausesTest)
#include "ClientClausesTest.moc"
