// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Endpoints.h"
#include "console/ClientRegistrations.h"
#include "console/EmbeddedSimulator.h"
#include "console/SimulatorControl.h"
#include "console/Walkthrough.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::Theme;

class EndpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAddressesAreShownCopiedAndChecked_data();
    void theAddressesAreShownCopiedAndChecked();
    void stoppedEndpointsSaySoAndStartAgain();
    void aNotificationIsAnsweredAsChosenAndKept();
    void anAnswerOfOnesOwnIsChosen();
    void aNotificationIsSentToAnotherUrlAsItWasAndChanged();
    void theAddressOfATunnelIsGivenHere();
    void issuedClientsAndRefusedRequestsAreListed();
    void clientsLeftOverAtTheOwnServerAreListedTriedAgainAndClosed();
};

void EndpointsTest::theAddressesAreShownCopiedAndChecked_data()
{
    QTest::addColumn<Theme::Scheme>("scheme");
    QTest::newRow("light") << Theme::Scheme::Light;
    QTest::newRow("dark") << Theme::Scheme::Dark;
}

void EndpointsTest::theAddressesAreShownCopiedAndChecked()
{
    QFETCH(Theme::Scheme, scheme);
    Stage stage(scheme);
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    const EndpointUrls urls = *stage.console().endpoints().urls();
    QCOMPARE(stage.text("endpointsConsentUrl"), urls.consentUrl.toString());
    QCOMPARE(stage.text("endpointsOauthTokenUrl"), urls.oauthTokenUrl.toString());
    QCOMPARE(stage.text("endpointsCallbackUrl"), urls.callbackUrl.toString());
    stage.click("copyOauthTokenUrl");
    QCOMPARE(QGuiApplication::clipboard()->text(), urls.oauthTokenUrl.toString());
    stage.click("copyCallbackUrl");
    QCOMPARE(QGuiApplication::clipboard()->text(), urls.callbackUrl.toString());
    const auto lampsSay = [&stage](const char* word) {
        return stage.text("consentUrlLamp") == "consentUrl"_L1 + QLatin1String(word)
            && stage.text("oauthTokenUrlLamp").endsWith(QLatin1String(word))
            && stage.text("callbackUrlLamp").endsWith(QLatin1String(word));
    };
    QVERIFY(lampsSay(": not checked"));
    stage.click("probeEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("endpointsProbed").contains("reach Jetbridge"_L1), 15'000);
    QVERIFY(lampsSay(": reached"));
    stage.screenshot(u"endpoints-"_s + QLatin1String(QTest::currentDataTag()));
}

void EndpointsTest::stoppedEndpointsSaySoAndStartAgain()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    QVERIFY(!stage.sees("startEndpoints"));
    stage.console().endpoints().stop();
    QVERIFY(stage.text("endpointsState").contains("stopped"_L1));
    QVERIFY(stage.text("callbackUrlLamp").contains("stopped"_L1));
    QVERIFY(!stage.find<QPushButton>("copyCallbackUrl")->isEnabled());
    QVERIFY(!stage.find<QPushButton>("probeEndpoints")->isEnabled());
    stage.screenshot(u"endpoints-stopped"_s);
    stage.click("startEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(stage.console().endpoints().urls().has_value(), 10'000);
    QVERIFY(stage.find<QPushButton>("copyCallbackUrl")->isEnabled());
}

void EndpointsTest::aNotificationIsAnsweredAsChosenAndKept()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    QVERIFY(stage.sees("inboxEmpty"));
    stage.find<QComboBox>("answerNextChoice")->setCurrentIndex(1);
    stage.find<QPushButton>("answerNext")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("answerNextSaid").contains("503"_L1), 10'000);

    std::optional<Outcome<WalkthroughReport>> played;
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(), [&played](const Outcome<WalkthroughReport>& report) { played = report; });
    QTRY_VERIFY_WITH_TIMEOUT(played.has_value(), 60'000);
    QVERIFY2(played->has_value(), played->has_value() ? "" : qPrintable(played->error().detail));

    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("inbox"), 10'000);
    const QAbstractItemModel* inbox = stage.find<QTableView>("inbox")->model();
    QCOMPARE(inbox->rowCount(), 1);
    QCOMPARE(inbox->index(0, 1).data().toString(), u"globex"_s);
    QVERIFY(
        stage.find<QPlainTextEdit>("inboxBody")->toPlainText().contains("INTEGRATION_DISABLED"_L1));
    // After the last of them, the card shows by itself that answers are as usual again.
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("answerNextSaid").contains("as usual"_L1), 10'000);
    stage.screenshot(u"endpoints-inbox"_s);

    std::optional<Outcome<QJsonObject>> state;
    QCoro::connect(stage.console().simulator().control().state(), &stage.console(),
        [&state](const Outcome<QJsonObject>& answer) { state = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(state && state->has_value(), 10'000);
    const QJsonObject connected = (*state)->value("integrations"_L1).toArray().first().toObject();
    QVERIFY2(QJsonDocument(connected).toJson().contains("503"),
        QJsonDocument(connected).toJson().constData());
}

void EndpointsTest::anAnswerOfOnesOwnIsChosen()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    auto* choice = stage.find<QComboBox>("answerNextChoice");
    QVERIFY(!stage.find<QSpinBox>("answerNextStatus")->isEnabled());
    choice->setCurrentIndex(choice->count() - 1);
    stage.find<QSpinBox>("answerNextStatus")->setValue(418);
    stage.find<QSpinBox>("answerNextDelay")->setValue(1500);
    stage.find<QSpinBox>("answerNextTimes")->setValue(3);
    stage.find<QPushButton>("answerNext")->click();
    QTRY_VERIFY(stage.text("answerNextSaid").contains("418, after 1500 ms"_L1));
    std::optional<Rehearsal> kept;
    QCoro::connect(stage.console().endpoints().inbox().rehearsal(), &stage.console(),
        [&kept](const Outcome<Rehearsal>& rehearsal) { kept = *rehearsal; });
    QTRY_VERIFY(kept.has_value());
    QVERIFY((*kept == Rehearsal{{418, 1500, false}, 3}));

    stage.find<QCheckBox>("answerNextDrop")->setChecked(true);
    QVERIFY(!stage.find<QSpinBox>("answerNextStatus")->isEnabled());
    stage.find<QPushButton>("answerNext")->click();
    QTRY_VERIFY(stage.text("answerNextSaid").contains("no answer"_L1));
}

void EndpointsTest::aNotificationIsSentToAnotherUrlAsItWasAndChanged()
{
    QTcpServer backend;
    QVERIFY(backend.listen(QHostAddress::LocalHost));
    QByteArrayList arrived;
    connect(&backend, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* socket = backend.nextPendingConnection();
        auto request = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, socket, [&arrived, socket, request] {
            request->append(socket->readAll());
            const qsizetype end = request->indexOf("\r\n\r\n");
            static const QRegularExpression length(
                u"content-length: (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
            const auto match = length.match(QString::fromLatin1(*request));
            if (end < 0 || request->size() < end + 4 + match.captured(1).toInt())
                return;
            arrived.append(*request);
            socket->write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
            request->clear();
        });
    });
    Stage stage;
    QVERIFY(stage.isReady());
    std::optional<bool> played;
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played == true, 60'000);
    stage.click("navEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("replayUrl"), 10'000);
    QVERIFY(!stage.find<QPushButton>("replaySend")->isEnabled());
    stage.find<QLineEdit>("replayUrl")
        ->setText(u"http://127.0.0.1:%1/hook"_s.arg(backend.serverPort()));
    stage.find<QLineEdit>("replayBearer")->setText(u"backend-token"_s);
    stage.find<QPushButton>("replaySend")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("replaySaid").contains("202"_L1), 10'000);
    QCOMPARE(arrived.size(), 1);
    QVERIFY(arrived.first().contains("INTEGRATION_DISABLED"));
    QVERIFY(arrived.first().toLower().contains("authorization: bearer backend-token"));
    stage.screenshot(u"endpoints-replay"_s);

    QVERIFY(stage.find<QPlainTextEdit>("inboxBody")->isReadOnly());
    stage.find<QCheckBox>("replayEdit")->setChecked(true);
    stage.find<QPlainTextEdit>("inboxBody")->setPlainText(u"{\"eventType\":\"OTHER\"}"_s);
    stage.find<QPushButton>("replaySend")->click();
    QTRY_COMPARE_WITH_TIMEOUT(arrived.size(), 2, 10'000);
    QVERIFY(arrived.last().endsWith("{\"eventType\":\"OTHER\"}"));

    // Many notifications arrive while somebody edits one.
    Notification flood;
    flood.eventType = u"FLOOD"_s;
    for (flood.number = 1000; flood.number < 1300; ++flood.number)
        Q_EMIT stage.console().endpoints().notificationReceived(flood);
    const auto* inbox = stage.find<QTableView>("inbox");
    QCOMPARE(inbox->model()->rowCount(), 200);
    QCOMPARE(inbox->model()->index(0, 2).data().toString(), u"FLOOD"_s);
    QCOMPARE(
        stage.find<QPlainTextEdit>("inboxBody")->toPlainText(), u"{\"eventType\":\"OTHER\"}"_s);
    QCOMPARE(inbox->selectionModel()->selectedRows().size(), 1);
    stage.find<QCheckBox>("replayEdit")->setChecked(false); // the received text again
    QVERIFY(
        stage.find<QPlainTextEdit>("inboxBody")->toPlainText().contains("INTEGRATION_DISABLED"_L1));

    stage.find<QLineEdit>("replayUrl")->setText(u"http://example.com/hook"_s);
    stage.find<QPushButton>("replaySend")->click();
    QTRY_COMPARE_WITH_TIMEOUT(
        stage.find<QLabel>("replaySaid")->property("banner").toString(), u"bad"_s, 10'000);
    QCOMPARE(arrived.size(), 2);
}

void EndpointsTest::theAddressOfATunnelIsGivenHere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    stage.find<QLineEdit>("endpointsPublicUrl")->setText(u"http://partner.example"_s);
    stage.find<QPushButton>("applyPublicUrl")->click();
    QTRY_VERIFY(stage.sees("endpointsProbed"));
    QCOMPARE(stage.find<QLabel>("endpointsProbed")->property("banner").toString(), u"bad"_s);
    QVERIFY(stage.text("endpointsConsentUrl").startsWith("http://127.0.0.1:"_L1));

    stage.find<QLineEdit>("endpointsPublicUrl")->setText(u"https://partner.example"_s);
    stage.find<QPushButton>("applyPublicUrl")->click();
    QTRY_COMPARE_WITH_TIMEOUT(
        stage.text("endpointsConsentUrl"), u"https://partner.example/consent"_s, 10'000);
    stage.screenshot(u"endpoints-tunnel"_s);
    stage.quit();
    QVERIFY(stage.isReady());
    stage.click("navEndpoints");
    QTRY_COMPARE(stage.text("endpointsConsentUrl"), u"https://partner.example/consent"_s);

    stage.find<QLineEdit>("endpointsPublicUrl")->clear();
    stage.find<QPushButton>("applyPublicUrl")->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.text("endpointsConsentUrl").startsWith("http://127.0.0.1:"_L1), 10'000);
}

void EndpointsTest::issuedClientsAndRefusedRequestsAreListed()
{
    Stage stage(Theme::Scheme::Dark);
    QVERIFY(stage.isReady());
    std::optional<bool> played;
    QCoro::connect(playWalkthrough(stage.topics(), {}, [](const WalkthroughStep&) {}),
        &stage.console(),
        [&played](const Outcome<WalkthroughReport>& report) { played = report.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(played == true, 60'000);

    QNetworkAccessManager network;
    QNetworkRequest request(stage.console().endpoints().urls()->oauthTokenUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply* reply = network.post(
        request, "grant_type=client_credentials&client_id=stranger&client_secret=guess");
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
    reply->deleteLater();
    // A browser gets a page that gives the reason.
    reply = network.get(QNetworkRequest(stage.console().endpoints().urls()->consentUrl));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 10'000);
    reply->deleteLater();

    stage.click("navEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(
        stage.window().findChild<QTableView*>(u"refusedRequests"_s)->model()->rowCount() > 1,
        10'000);
    const QAbstractItemModel* refused =
        stage.window().findChild<QTableView*>(u"refusedRequests"_s)->model();
    QCOMPARE(refused->index(0, 1).data().toString(), u"GET /consent"_s);
    QVERIFY2(refused->index(0, 3).data().toString().contains("which company"_L1),
        qPrintable(refused->index(0, 3).data().toString()));
    QCOMPARE(refused->index(1, 1).data().toString(), u"POST /oauth/token"_s);
    QVERIFY(refused->index(1, 3).data().toString().contains("invalid_client"_L1));
    const QAbstractItemModel* clients =
        stage.window().findChild<QTableView*>(u"issuedClients"_s)->model();
    QTRY_COMPARE(clients->rowCount(), 1);
    QCOMPARE(clients->index(0, 0).data().toString(), u"globex"_s);
    QVERIFY(clients->index(0, 1).data().toString().startsWith("jetbridge-"_L1));
    auto* scroll = stage.find<QScrollArea>("pageScroll");
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    stage.screenshot(u"endpoints-below-dark"_s);
}

void EndpointsTest::clientsLeftOverAtTheOwnServerAreListedTriedAgainAndClosed()
{
    using State = ClientRegistrationState;
    Stage stage;
    QVERIFY(stage.isReady());
    const auto add = [&stage](const char* run, State state, TokenService service, int secondsAgo) {
        Registration one;
        one.onboarding = OnboardingId(QString::fromLatin1(run));
        one.company = CompanyId(u"globex"_s);
        one.clientName = u"Acme, globex, "_s + QLatin1String(run);
        one.clientId = ClientId(u"client-of-"_s + QLatin1String(run));
        one.state = state;
        one.at = QDateTime::currentDateTimeUtc().addSecs(-secondsAgo);
        one.service = service;
        std::optional<bool> begun;
        QCoro::connect(stage.console().clientRegistrations().registrations().begin(one),
            &stage.console(), [&begun](const Outcome<Done>& done) { begun = done.has_value(); });
        return QTest::qWaitFor([&begun] { return begun.has_value(); }, 10'000) && *begun;
    };
    QVERIFY(add("kept", State::Kept, TokenService::Registration, 90));
    QVERIFY(add("lost", State::Lost, TokenService::Registration, 60));
    QVERIFY(add("told", State::Leaving, TokenService::Webhook, 30));

    // What is left over comes first, and the first one says what to do.
    stage.click("navEndpoints");
    QTRY_VERIFY_WITH_TIMEOUT(stage.sees("registrations"), 10'000);
    const auto* table = stage.find<QTableView>("registrations");
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 0).data().toString(), u"globex"_s);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"Acme, globex, lost"_s);
    QCOMPARE(table->model()->index(1, 2).data().toString(), u"Acme, globex, told"_s);
    QVERIFY(stage.text("registrationsNotice").contains(": 2."_L1));
    QVERIFY(
        stage.text("registrationAdvice").contains("A client named \"Acme, globex, lost\" may"_L1));
    stage.screenshot(u"endpoints-left-over"_s);

    stage.find<QPushButton>("closeRegistration")->click();
    QTRY_VERIFY(stage.sees("closeRegistrationYes"));
    stage.find<QPushButton>("closeRegistrationYes")->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
    QVERIFY(stage.text("registrationsResult").contains("is closed"_L1));

    // The backend cannot be told: there is no secret that would sign the webhook.
    QVERIFY(stage.text("registrationAdvice").contains("is withdrawn"_L1));
    stage.find<QPushButton>("retryRegistrations")->click();
    QTRY_VERIFY_WITH_TIMEOUT(stage.text("registrationAdvice").contains("has no secret"_L1), 10'000);
    stage.find<QPushButton>("closeRegistration")->click();
    QTRY_VERIFY(stage.sees("closeRegistrationYes"));
    stage.find<QPushButton>("closeRegistrationYes")->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 10'000);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"In use"_s);
    QVERIFY(!stage.sees("registrationsNotice"));
    QVERIFY(!stage.sees("registrationAdvice"));
    QVERIFY(!stage.sees("closeRegistration"));
}

JETBRIDGE_GUI_TEST(EndpointsTest)
#include "EndpointsTest.moc"
