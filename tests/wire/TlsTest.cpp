// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "support/TestMain.h"
#include "wire/ScriptedServer.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

AccessToken someToken()
{
    AccessToken token;
    token.value = Secret(QByteArrayView("token-1"));
    return token;
}

} // namespace

/// Tests RFC 6750 5.2: the chain and the host are checked, and this cannot be turned off. The
/// certificates are generated here.
class TlsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        QVERIFY(openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -keyout ca.key -out ca.pem "
                        "-subj /CN=TestAuthority"));
        QVERIFY(openssl("req -x509 -newkey rsa:2048 -nodes -days 30 -keyout self.key -out self.pem "
                        "-subj /CN=Self "
                        "-addext subjectAltName=IP:127.0.0.1"));
        QVERIFY(write("index.txt", {}) && write("serial", "01\n")
            && write("ca.cnf",
                "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\n"
                "default_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n"));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(signedByCa("good", "IP:127.0.0.1", now.addDays(30)));
        QVERIFY(signedByCa("elsewhere", "DNS:api.example.com", now.addDays(30)));
        QVERIFY(signedByCa("expired", "IP:127.0.0.1", now.addDays(-1)));
    }

    void anOwnAuthorityIsTrustedForItsEnvironment()
    {
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 7}")}}, serverWith("good"));
        smartrecruiters::HttpSmartRecruiters client(
            at(server.url(), path("ca.pem")), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY2(jobs, jobs ? "" : qPrintable(jobs.error().detail));
        QCOMPARE(*jobs, 7);
    }

    void aConfirmCallWorksOverTls()
    {
        ScriptedServer server(
            {Turn{jsonReply(R"({"clientId":"c","clientSecret":"s","integrationId":"i"})")}},
            serverWith("good"));
        smartrecruiters::HttpSmartRecruiters client(
            at(server.url(), path("ca.pem")), m_clock, nullptr);
        const auto confirmed = QCoro::waitFor(client.confirm(someToken(), {}));
        QVERIFY2(confirmed, confirmed ? "" : qPrintable(confirmed.error().detail));
        QCOMPARE(server.heads(), 1);
    }

    void aConfirmCallCutOffOverTlsIsSentOnce()
    {
        ScriptedServer server({Turn{{}, Turn::Then::Close}}, serverWith("good"));
        smartrecruiters::HttpSmartRecruiters client(
            at(server.url(), path("ca.pem")), m_clock, nullptr);
        const auto confirmed = QCoro::waitFor(client.confirm(someToken(), {}));
        QVERIFY(!confirmed);
        QCOMPARE(confirmed.error().kind, FailureKind::OutcomeUnknown);
        QCOMPARE(server.heads(), 1);
    }

    void clause32ACertificateThatDoesNotHoldIsRefused_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("authority");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* certificate, const char* authority,
                             const char* code) {
            QTest::newRow(name) << QString::fromLatin1(certificate)
                                << QString::fromLatin1(authority) << QString::fromLatin1(code);
        };
        row("expired", "expired", "ca.pem", "certificate_expired");
        row("wrong host", "elsewhere", "ca.pem", "certificate_host");
        row("self-signed", "self", "", "certificate_authority");
        row("unknown authority", "good", "", "certificate_authority");
        row("another authority", "good", "self.pem", "certificate_authority");
    }

    void clause32ACertificateThatDoesNotHoldIsRefused()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, authority);
        QFETCH(QString, code);
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 7}")}}, serverWith(certificate));
        smartrecruiters::HttpSmartRecruiters client(
            at(server.url(), authority.isEmpty() ? QString() : path(authority)), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::Insecure);
        QCOMPARE(jobs.error().code, code);
        const auto confirmed = QCoro::waitFor(client.confirm(someToken(), {}));
        QVERIFY(!confirmed);
        QCOMPARE(confirmed.error().kind, FailureKind::Insecure);
        QCOMPARE(server.heads(), 0);
    }

    void tls12IsFine()
    {
        QSslConfiguration configuration = serverWith(u"good"_s);
        configuration.setProtocol(QSsl::TlsV1_2);
        ScriptedServer server({Turn{jsonReply("{\"totalFound\": 7}")}}, configuration);
        smartrecruiters::HttpSmartRecruiters client(
            at(server.url(), path("ca.pem")), m_clock, nullptr);
        QVERIFY(QCoro::waitFor(client.count(Listing::Jobs, someToken(), {})));
    }

    void tlsBelow12IsRefused()
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString address = u"127.0.0.1:%1"_s.arg(free.serverPort());
        free.close();
        QProcess server;
        server.setWorkingDirectory(m_folder.path());
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(u"openssl"_s,
            u"s_server -accept %1 -tls1_1 -cipher ALL:@SECLEVEL=0 -cert good.pem -key good.key"_s
                .arg(address)
                .split(QLatin1Char(' ')));
        QByteArray said;
        QTRY_VERIFY((said += server.readAll()).contains("ACCEPT"));
        // A client that accepts TLS 1.1 can connect: what follows is our refusal and not a broken
        // server.
        QVERIFY(openssl(u"s_client -connect %1 -tls1_1 -cipher ALL:@SECLEVEL=0"_s.arg(address)));
        smartrecruiters::HttpSmartRecruiters client(
            at(QUrl(u"https://"_s + address), path("ca.pem")), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::Insecure);
        QCOMPARE(jobs.error().code, u"tls_version"_s);
        server.kill();
        server.waitForFinished();
    }

    void anAuthorityFileThatCannotBeReadIsNamed()
    {
        smartrecruiters::HttpSmartRecruiters client(
            at(QUrl(u"https://127.0.0.1:1"_s), path("missing.pem")), m_clock, nullptr);
        const auto jobs = QCoro::waitFor(client.count(Listing::Jobs, someToken(), {}));
        QVERIFY(!jobs);
        QCOMPARE(jobs.error().kind, FailureKind::Invalid);
        QCOMPARE(jobs.error().code, u"caFile"_s);
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }

    bool openssl(const QString& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(u"openssl"_s, arguments.split(QLatin1Char(' ')));
        const bool done = process.waitForFinished() && process.exitCode() == 0;
        if (!done)
            qWarning().noquote() << arguments << process.readAllStandardError();
        return done;
    }

    bool write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    /// Signs a certificate; only `openssl ca` can make one that has already expired, in every
    /// version.
    bool signedByCa(const QString& name, const QString& alternativeName, const QDateTime& end) const
    {
        const auto time = [](const QDateTime& at) {
            return at.toString(u"yyyyMMddhhmmss"_s) + QLatin1Char('Z');
        };
        return write(name + ".ext", "subjectAltName=" + alternativeName.toUtf8() + '\n')
            && openssl(
                u"req -newkey rsa:2048 -nodes -keyout %1.key -out %1.csr -subj /CN=%1"_s.arg(name))
            && openssl(u"ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -in "
                       "%1.csr -extfile %1.ext -notext -out %1.pem -startdate %2 "
                       "-enddate %3"_s.arg(name, time(end.addDays(-30)), time(end)));
    }

    QSslConfiguration serverWith(const QString& name) const
    {
        QFile certificate(path(name + u".pem"_s));
        QFile key(path(name + u".key"_s));
        if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
            qFatal("no certificate %s", qUtf8Printable(name));
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate(&certificate));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        return configuration;
    }

    static Environment at(const QUrl& url, const QString& caFile)
    {
        Environment environment;
        environment.name = u"test"_s;
        environment.apiUrl = url;
        environment.caFile = caFile;
        return environment;
    }

    QTemporaryDir m_folder;
    TestClock m_clock;
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::TlsTest)
#include "TlsTest.moc"
