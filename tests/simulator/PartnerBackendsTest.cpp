// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Simulator.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Tests partner backends of one page each, written in other languages with only their standard
/// libraries.
class PartnerBackendsTest : public QObject {
    Q_OBJECT

private:
    QNetworkAccessManager m_network;

    std::pair<int, QByteArray> send(const QByteArray& method, const QUrl& url,
        const QJsonObject& body = {}, QUrl* location = nullptr)
    {
        QNetworkRequest request(url);
        request.setAttribute(
            QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setRawHeader("Content-Type", "application/json");
        request.setTransferTimeout(20'000);
        const auto reply = test::answered(m_network.sendCustomRequest(
            request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
        if (location)
            *location = reply->header(QNetworkRequest::LocationHeader).toUrl();
        return {test::statusOf(*reply), reply->readAll()};
    }

private Q_SLOTS:
    void aBackendInAnotherLanguageGoesThroughTheWholeJourney_data()
    {
        QTest::addColumn<QString>("interpreter");
        QTest::addColumn<QString>("file");
        QTest::newRow("Python") << "python3"
                                << "partner.py";
        QTest::newRow("Node") << "node"
                              << "partner.mjs";
    }
    void aBackendInAnotherLanguageGoesThroughTheWholeJourney()
    {
        QFETCH(QString, interpreter);
        QFETCH(QString, file);
        if (QStandardPaths::findExecutable(interpreter).isEmpty())
            QSKIP("The interpreter is not installed.");
        simulator::Simulator simulator({});
        QVERIFY(simulator.listen());
        const QString base = simulator.portalUrl().toString();

        QProcess backend;
        backend.start(interpreter, {QFINDTESTDATA("backends/" + file)});
        QVERIFY(QTest::qWaitFor([&] { return backend.canReadLine(); }, 20'000));
        const int port = QJsonDocument::fromJson(backend.readLine()).object()["port"].toInt();
        const QString partner = u"http://127.0.0.1:%1"_s.arg(port);
        const auto [registered, credentials] = send("POST", QUrl(base + "/_simulator/apps"),
            {{"name", "Acme"}, {"scopes", QJsonArray{"company_read"}},
                {"consentUrl", partner + "/consent"}, {"oauthTokenUrl", partner + "/token"},
                {"callbackUrl", partner + "/callback"}});
        QCOMPARE(registered, 201);
        QJsonObject line = QJsonDocument::fromJson(credentials).object();
        line["api"] = u"http://127.0.0.1:%1"_s.arg(simulator.port());
        backend.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');

        const QString integration =
            base + "/companies/globex/integrations/" + line["appId"].toString();
        QUrl consent;
        QCOMPARE(send("POST", QUrl(integration + "/grant"), {}, &consent).first, 303);
        QUrl back;
        QCOMPARE(send("GET", consent, {}, &back).first, 303);
        QVERIFY(send("GET", back).second.contains(R"(data-status="enabled")"));

        const QByteArray state = send("GET", QUrl(base + "/_simulator/state")).second;
        const QString id =
            QJsonDocument::fromJson(state)["integrations"][0]["integrationId"].toString();
        const auto [status, outcome] =
            send("POST", QUrl(base + "/_simulator/integrations/" + id + "/disable"));
        QCOMPARE(status, 200);
        QVERIFY2(
            QJsonDocument::fromJson(outcome)["notification"]["sent"].toBool(), outcome.constData());
        backend.closeWriteChannel();
        QVERIFY(backend.waitForFinished(10'000));
    }
};

JETBRIDGE_TEST(PartnerBackendsTest)
#include "PartnerBackendsTest.moc"
