// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/Partner.h"
#include "support/TestMain.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace jetbridge;
using namespace jetbridge::conformance;

namespace {

/// Returns the faults of the whole report, for the message of a failed test.
QByteArray story(const CheckReport& report)
{
    QByteArray text;
    for (const CheckResult& result : report.results)
        if (result.status != CheckStatus::Passed && result.status != CheckStatus::NotApplicable)
            text += (checkStatusTitle(result.status) + ' ' + result.id + ": " + result.reason + ' '
                + result.got + '\n')
                        .toUtf8();
    return text;
}

bool openssl(const QStringList& arguments)
{
    QProcess process;
    process.start("openssl", arguments);
    return process.waitForFinished(30'000) && process.exitCode() == 0;
}

/// Makes a self-signed certificate for a name.
bool makeCertificate(const QString& file, const QString& key, const QString& name)
{
    return openssl({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
        "-nodes", "-days", "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name,
        "-keyout", key, "-out", file});
}

} // namespace

/// Tests the results of the checks for partners with known faults.
class FaultsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Partner> m_partner;
    QTemporaryDir m_folder;

private Q_SLOTS:
    void initTestCase()
    {
        const QString file = m_folder.filePath("self.pem");
        const QString key = m_folder.filePath("self.key");
        QVERIFY(makeCertificate(file, key, "localhost"));
        m_partner = std::make_unique<Partner>(file, key);
        QVERIFY(m_partner->isReady());
    }

    void aSoundPartnerIsReady()
    {
        Plan plan;
        plan.groups = QStringList{"token", "callback", "consent"};
        const CheckReport report = runAgainst(m_partner->target("none"), plan);
        const QStringList ofLoopback{"token.https", "callback.https", "consent.https"};
        QCOMPARE(idsWith(report, CheckStatus::Failed), QStringList());
        QCOMPARE(idsWith(report, CheckStatus::Error), QStringList());
        QCOMPARE(idsWith(report, CheckStatus::Skipped), QStringList());
        for (const QString& id : ofLoopback)
            QVERIFY2(idsWith(report, CheckStatus::Warning).contains(id), story(report).constData());
        QVERIFY2(report.count(CheckStatus::Passed) > 75, story(report).constData());
        QCOMPARE(report.verdict(), CheckVerdict::Ready);
        QVERIFY(report.complete);
        QVERIFY2(report.requests <= 200, qPrintable(QString::number(report.requests)));
    }

    void exactlyThePlantedFaultsFail_data()
    {
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("failed");
        const auto row = [](const char* faults, const char* group, const char* failed) {
            QTest::newRow(faults) << QString(faults) << QString(group) << QString(failed);
        };
        row("short-compare", "token", "token.cut-secret token.other-secret");
        row("caseless+stored", "token", "token.no-store token.case-secret");
        row("shared-secrets", "token", "token.other-secret");
        row("no-basic", "token", "token.basic");
        row("basic-undecoded+plain", "token", "token.json token.basic-encoded");
        row("url-credentials+get-token", "token", "token.in-url token.get");
        row("expires-text+no-type", "token", "token.type token.expires-number");
        row("html-errors", "token", "token.wrong-secret-code token.error-json");
        row("no-challenge", "token", "token.challenge");
        row("constant", "token", "token.distinct token.guessing");
        row("counting", "token", "token.guessing");
        row("crash", "token", "token.bad-bytes token.big-body");
        row("password+extra-refused", "token", "token.unknown-parameter token.grant-password");
        row("any-token", "callback", "callback.bad-token callback.changed-token");
        row("one-case+query-token", "callback", "callback.scheme-case callback.token-in-url");
        row("one-event", "callback", "callback.good");
        row("crash+no-challenge", "callback",
            "callback.challenge callback.broken-json callback.json-list callback.empty-body");
        row("open-redirect", "consent", "consent.redirect-foreign");
        row("markup+crash", "consent", "consent.company-missing consent.markup");
        row("frame-options", "consent", "consent.frame-options");
        row("framed+lax", "consent", "consent.cookies-framed consent.frame-ancestors");
    }
    void exactlyThePlantedFaultsFail()
    {
        QFETCH(QString, faults);
        QFETCH(QString, group);
        QFETCH(QString, failed);
        Plan plan;
        plan.groups = QStringList{group};
        Target target = m_partner->target(faults);
        if (faults.contains("frame"))
            target.mode = ConsentDisplayMode::Popup;
        const CheckReport report = runAgainst(target, plan);
        QVERIFY2(
            idsWith(report, CheckStatus::Failed) == failed.split(' '), story(report).constData());
        QVERIFY2(idsWith(report, CheckStatus::Error).isEmpty(), story(report).constData());
        QCOMPARE(report.verdict(), CheckVerdict::NotReady);
        for (const CheckResult& result : report.results)
            if (result.status == CheckStatus::Failed) {
                QVERIFY2(!result.sent.isEmpty() && !result.got.isEmpty(), qPrintable(result.id));
                QVERIFY2(!result.how.isEmpty() && result.fixer == "you", qPrintable(result.id));
                QVERIFY2(!result.evidence.isEmpty(), qPrintable(result.id));
            }
    }

    void whatStandsInTheWayIsNeverAFault_data()
    {
        QTest::addColumn<QString>("faults");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("said");
        QTest::newRow("429") << "limit" << QString() << "Too many requests (429, Retry-After: 30)";
        QTest::newRow("firewall") << "firewall" << QString() << "The answer is a firewall's page";
        QTest::newRow("DNS") << "none"
                             << "https://partner.invalid"
                             << "(DNS)";
        QTest::newRow("hang") << "hang" << QString() << "No complete answer within 1 s";
        QTest::newRow("drip") << "drip" << QString() << "No complete answer within 1 s";
        QTest::newRow("huge") << "huge" << QString() << "announces 2147483648 bytes";
        QTest::newRow("reset") << "reset" << QString() << "";
        QTest::newRow("nobody") << "none"
                                << "http://127.0.0.1:1"
                                << "refused";
        QTest::newRow("self-signed") << "none"
                                     << "https://localhost:TLS"
                                     << "TLS failed";
        QTest::newRow("no TLS there") << "none"
                                      << "https://127.0.0.1:HTTP"
                                      << "";
        QTest::newRow("no HTTP") << "none"
                                 << "http://127.0.0.1:RAW"
                                 << "is not HTTP";
    }
    void whatStandsInTheWayIsNeverAFault()
    {
        QFETCH(QString, faults);
        QFETCH(QString, base);
        QFETCH(QString, said);
        QTcpServer raw;
        QVERIFY(raw.listen(QHostAddress::LocalHost));
        connect(&raw, &QTcpServer::newConnection, &raw, [&raw] {
            QTcpSocket* socket = raw.nextPendingConnection();
            socket->write("220 mail.example ESMTP\r\n");
        });
        const quint16 http = quint16(m_partner->target({}).oauthTokenUrl.port());
        base.replace("TLS", QString::number(m_partner->httpsPort()))
            .replace("HTTP", QString::number(http))
            .replace("RAW", QString::number(raw.serverPort()));
        const Target target =
            base.isEmpty() ? m_partner->target(faults) : Partner::targetAt(base, faults);
        Plan plan;
        plan.groups = QStringList{"token"};
        const CheckReport report = runAgainst(target, plan, {}, std::chrono::milliseconds(1000));
        QCOMPARE(idsWith(report, CheckStatus::Failed), QStringList());
        QCOMPARE(idsWith(report, CheckStatus::Error), QStringList{"token.good"});
        QCOMPARE(report.verdict(), CheckVerdict::Incomplete);
        const CheckResult& error = report.results.at(1);
        QVERIFY2(error.reason.contains(said, Qt::CaseInsensitive), qPrintable(error.reason));
        QVERIFY(!error.reason.isEmpty() && !error.how.isEmpty());
        QVERIFY(report.results.last().reason.contains("preflight"));
    }

    void aWrongPairIsNoFaultOfTheEndpoint()
    {
        Plan plan;
        plan.groups = QStringList{"token"};
        Target target = m_partner->target("none");
        target.pairs[0]->clientId = ClientId("somebody-else");
        const CheckReport report = runAgainst(target, plan);
        QCOMPARE(idsWith(report, CheckStatus::Failed), QStringList());
        QCOMPARE(idsWith(report, CheckStatus::Error), QStringList{"token.good"});
        QVERIFY(report.results.at(1).reason.contains("refuses this pair"));
    }

    void aPageThatRedirectsForEverEnds()
    {
        Plan plan;
        plan.groups = QStringList{"consent"};
        const CheckReport report = runAgainst(m_partner->target("loop"), plan);
        QCOMPARE(idsWith(report, CheckStatus::Error), QStringList{"consent.reachable"});
        QVERIFY(report.results.first().reason.contains("redirects more than 10 times"));
    }

    void aCancelledRunTellsWhatItHas()
    {
        Plan plan;
        plan.groups = QStringList{"token"};
        QTimer soon;
        const CheckReport report =
            runAgainst(m_partner->target("hang"), plan, {}, std::chrono::seconds(20),
                [&soon](Wire& wire) { soon.singleShot(200, &wire, &Wire::cancel); });
        QVERIFY(!report.complete);
        QCOMPARE(report.endedEarly, QString("It was cancelled."));
        QCOMPARE(report.verdict(), CheckVerdict::Incomplete);
        QCOMPARE(idsWith(report, CheckStatus::Failed), QStringList());
        QCOMPARE(report.results.last().status, CheckStatus::Skipped);
    }

    void theLimitsOfARunHold()
    {
        Plan plan;
        plan.groups = QStringList{"token"};
        const CheckReport few =
            runAgainst(m_partner->target("none"), plan, {5, 5, std::chrono::minutes(1)});
        QCOMPARE(few.requests, 5);
        QVERIFY(!few.complete && few.endedEarly.contains("limit of 5 requests was reached"));
        QCOMPARE(few.verdict(), CheckVerdict::Incomplete);

        const CheckReport brief =
            runAgainst(m_partner->target("hang"), plan, {200, 5, std::chrono::milliseconds(300)});
        QVERIFY(!brief.complete && brief.endedEarly.contains("(0.3 s) was reached"));
        QVERIFY(brief.milliseconds < 5000);
    }

    void nothingIsSentToOthers()
    {
        Plan plan;
        plan.groups = QStringList{"consent"};
        Target target = m_partner->target("open-redirect");
        target.redirect = QUrl("http://127.0.0.1:1/back");
        const CheckReport report = runAgainst(target, plan);
        for (const Exchange& exchange : report.exchanges)
            QCOMPARE(exchange.url.authority(), target.consentUrl.authority());
        QVERIFY(!report.exchanges.isEmpty());
    }
};

JETBRIDGE_TEST(FaultsTest)
#include "FaultsTest.moc"
