// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Partner.h"
#include "simulator/Simulator.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::conformance;

/// Runs the simulator as SmartRecruiters against the one-page backend that the README shows.
class JourneyTest : public QObject {
    Q_OBJECT

private:
    simulator::Simulator m_simulator{simulator::SimulatorOptions()};
    QProcess m_backend;
    QUrl m_partner;

    Target target() const
    {
        Target target;
        target.consentUrl = m_partner.resolved(QUrl("/consent"));
        target.oauthTokenUrl = m_partner.resolved(QUrl("/token"));
        target.callbackUrl = m_partner.resolved(QUrl("/callback"));
        target.simulator = m_simulator.portalUrl();
        return target;
    }
    static Plan journey()
    {
        Plan plan;
        plan.groups = QStringList{"journey"};
        return plan;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_simulator.listen());
        m_backend.start("python3", {QStringLiteral(JETBRIDGE_BACKENDS "/partner.py")});
        QVERIFY(QTest::qWaitFor([this] { return m_backend.canReadLine(); }, 20'000));
        const int port = QJsonDocument::fromJson(m_backend.readLine())["port"].toInt();
        m_partner = QUrl(u"http://127.0.0.1:%1"_s.arg(port));
        const QJsonObject application{{"name", "Acme"}, {"scopes", QJsonArray{"company_read"}},
            {"consentUrl", target().consentUrl.toString()},
            {"oauthTokenUrl", target().oauthTokenUrl.toString()},
            {"callbackUrl", target().callbackUrl.toString()}, {"visibility", "all"}};
        QNetworkAccessManager network;
        QNetworkRequest request(m_simulator.portalUrl().resolved(QUrl("/_simulator/apps")));
        request.setRawHeader("Content-Type", "application/json");
        const auto reply =
            test::answered(network.post(request, QJsonDocument(application).toJson()));
        QCOMPARE(test::statusOf(*reply), 201);
        QJsonObject line = QJsonDocument::fromJson(reply->readAll()).object();
        line["api"] = m_simulator.apiUrl().toString();
        m_backend.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    }
    void cleanupTestCase()
    {
        m_backend.closeWriteChannel();
        QVERIFY(m_backend.waitForFinished(10'000));
    }

    void withoutASimulatorNothingIsMeasured()
    {
        Target nowhere = target();
        nowhere.simulator = QUrl();
        const CheckReport report = runAgainst(nowhere, journey());
        QCOMPARE(report.verdict(), CheckVerdict::Incomplete);
        QVERIFY(report.results.first().reason.contains("--simulator"));
        QVERIFY(Plan().notMeasured().join('\n').contains("journey"));
    }

    void anApplicationThatIsNotRegisteredThereIsAnError()
    {
        Target other = target();
        other.consentUrl = m_partner.resolved(QUrl("/other"));
        const CheckReport report = runAgainst(other, journey());
        QCOMPARE(idsWith(report, CheckStatus::Error), QStringList{"journey.simulator"});
        QVERIFY(report.results.first().reason.contains("is registered there"));
    }

    void theWholeJourneyIsJudged()
    {
        const CheckReport report = runAgainst(target(), journey());
        QByteArray story;
        for (const CheckResult& result : report.results)
            story += (checkStatusTitle(result.status) + ' ' + result.id + ' ' + result.reason
                + result.got + '\n')
                         .toUtf8();
        // The one-page backend has one client for all customers.
        const QStringList failed{"journey.second", "journey.unique"};
        QVERIFY2(idsWith(report, CheckStatus::Failed) == failed, story.constData());
        QVERIFY2(report.count(CheckStatus::Passed) == report.results.size() - 2, story.constData());
        QVERIFY(report.complete);
    }
};

JETBRIDGE_TEST(JourneyTest)
#include "JourneyTest.moc"
