// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/TlsFiles.h"
#include "endpoints/HttpBackend.h"
#include "endpoints/Partner.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::endpoints;

/// Tests the partner's own certificate and key, which are generated here with openssl.
class TlsFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        const QString request =
            u"req -x509 -nodes -days 30 -subj /CN=Partner -addext subjectAltName=IP:127.0.0.1 "_s;
        QVERIFY(openssl(request + u"-newkey rsa:2048 -keyout rsa.key -out rsa.pem"_s));
        QVERIFY(openssl(request + u"-newkey rsa:2048 -keyout other.key -out other.pem"_s));
        QVERIFY(openssl(request
            + u"-newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout ec.key -out "
              "ec.pem"_s));
        QVERIFY(openssl(u"rsa -aes128 -passout pass:secret -in rsa.key -out encrypted.key"_s));
        QVERIFY(openssl(u"req -new -key rsa.key -subj /CN=Partner -out rsa.csr"_s));
        write("ca.cnf",
            "[ca]\ndefault_ca=c\n[c]\ndatabase=index.txt\nnew_certs_dir=.\nserial=serial\n"
            "default_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n");
        write("index.txt", {});
        write("serial", "01\n");
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QVERIFY(signedByItself("expired.pem", now.addDays(-30), now.addDays(-1)));
        QVERIFY(signedByItself("early.pem", now.addDays(1), now.addDays(30)));
        write("empty.pem", {});
        write("text.pem", "This is no certificate.\n");
    }

    void aGoodPairServesHttps_data()
    {
        QTest::addColumn<QString>("pair");
        QTest::newRow("RSA") << u"rsa"_s;
        QTest::newRow("EC") << u"ec"_s;
    }
    void aGoodPairServesHttps()
    {
        QFETCH(QString, pair);
        const QString certificate = path(pair + u".pem"_s);
        const auto tls = tlsFromFiles(certificate, path(pair + u".key"_s));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error().detail));
        EndpointsOptions options;
        options.tls = *tls;
        Partner partner(options);
        QCOMPARE(partner.endpoints.consentUrl().scheme(), u"https"_s);

        const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = usual;
        trusting.setCaCertificates(QSslCertificate::fromPath(certificate));
        QSslConfiguration::setDefaultConfiguration(trusting);
        const Answered page = partner.get(partner.endpoints.baseUrl());
        QSslConfiguration::setDefaultConfiguration(usual);
        QCOMPARE(page.status, 200);
        QVERIFY(!page.header("Strict-Transport-Security").isEmpty());
        // A request without TLS on the same port is not served.
        QCOMPARE(partner.get(partner.at(u"/"_s)).status, 0);
    }

    void everyCallKnowsAnAuthorityOfOnesOwn_data()
    {
        QTest::addColumn<bool>("isSet");
        QTest::addColumn<bool>("isInEnvironment");
        QTest::newRow("as the setting names it") << true << false;
        QTest::newRow("as SSL_CERT_FILE names it") << false << true;
        QTest::newRow("not at all") << false << false;
    }
    void everyCallKnowsAnAuthorityOfOnesOwn()
    {
        QFETCH(bool, isSet);
        QFETCH(bool, isInEnvironment);
        EndpointsOptions options;
        const auto tls = tlsFromFiles(path("rsa.pem"), path("rsa.key"));
        QVERIFY(tls);
        options.tls = *tls;
        const QString caFile = isSet ? path("rsa.pem") : QString();
        Partner partner(options);
        if (isInEnvironment)
            qputenv("SSL_CERT_FILE", path("rsa.pem").toUtf8());
        const auto probed = QCoro::waitFor(partner.endpoints.probe(caFile));
        HttpBackend backend(partner.clock, nullptr);
        backend.setAuthorities(caFile);
        const auto delivered =
            QCoro::waitFor(backend.deliver({partner.endpoints.callbackUrl(), {}}, Notification()));
        qunsetenv("SSL_CERT_FILE");
        const bool isTrusted = isSet || isInEnvironment;
        QVERIFY(probed.has_value() == isTrusted && delivered.has_value() == isTrusted);
        if (isTrusted)
            QCOMPARE(delivered->status, 401); // The request arrived.
        else
            QCOMPARE(delivered.error().kind, FailureKind::Insecure);
    }

    void anAuthorityFileThatIsNoneIsNamed()
    {
        const TestClock clock;
        HttpBackend backend(clock, nullptr);
        backend.setAuthorities(path("text.pem"));
        const auto delivered =
            QCoro::waitFor(backend.deliver({QUrl(u"https://127.0.0.1:1/x"_s), {}}, Notification()));
        QVERIFY(!delivered);
        QCOMPARE(delivered.error().kind, FailureKind::Invalid);
        QVERIFY(delivered.error().detail.english().contains(path("text.pem")));
    }

    void nothingOlderThanTls12IsSpoken()
    {
        const auto tls = tlsFromFiles(path("rsa.pem"), path("rsa.key"));
        QVERIFY(tls);
        EndpointsOptions options;
        options.tls = *tls;
        Partner partner(options);
        QCOMPARE(tls->protocol(), QSsl::TlsV1_2OrLater);
        QSslSocket modern;
        modern.setPeerVerifyMode(QSslSocket::VerifyNone);
        modern.connectToHostEncrypted(u"127.0.0.1"_s, partner.endpoints.port());
        QTRY_VERIFY(modern.isEncrypted());
        QVERIFY(modern.sessionProtocol() >= QSsl::TlsV1_2);
    }

    void aPairThatCannotServeIsRefusedAndSaysWhy_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const char* certificate, const char* key,
                             const char* wrong, const char* why) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(key)
                                << QString::fromLatin1(wrong) << QString::fromLatin1(why);
        };
        row("no certificate file", "nowhere.pem", "rsa.key", "nowhere.pem", "cannot be read");
        row("an empty certificate", "empty.pem", "rsa.key", "empty.pem", "no certificate");
        row("no PEM", "text.pem", "rsa.key", "text.pem", "no certificate");
        row("a key for a certificate", "rsa.key", "rsa.key", "rsa.key", "no certificate");
        row("no key file", "rsa.pem", "nowhere.key", "nowhere.key", "cannot be read");
        row("a certificate for a key", "rsa.pem", "rsa.pem", "rsa.pem", "no unencrypted");
        row("an encrypted key", "rsa.pem", "encrypted.key", "encrypted.key", "no unencrypted");
        row("another RSA key", "rsa.pem", "other.key", "other.key",
            "does not belong to the first certificate");
        row("a key of another kind", "rsa.pem", "ec.key", "ec.key",
            "does not belong to the first certificate");
        row("out of date", "expired.pem", "rsa.key", "expired.pem", "expired on");
        row("not yet", "early.pem", "rsa.key", "early.pem", "is not valid before");
    }
    void aPairThatCannotServeIsRefusedAndSaysWhy()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, wrong);
        QFETCH(QString, why);
        const auto tls = tlsFromFiles(path(certificate), path(key));
        QVERIFY(!tls);
        QCOMPARE(tls.error().kind, FailureKind::Invalid);
        QVERIFY2(
            tls.error().detail.english().startsWith(path(wrong)), qPrintable(tls.error().detail));
        QVERIFY2(tls.error().detail.english().contains(why), qPrintable(tls.error().detail));
    }

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString path(const char* name) const { return path(QLatin1String(name)); }

    bool openssl(const QString& arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        const bool done = process.waitForFinished(60'000) && process.exitCode() == 0;
        if (!done)
            qWarning("openssl: %s", process.readAllStandardError().constData());
        return done;
    }

    void write(const char* name, const QByteArray& content) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    /// Signs a certificate; only `openssl ca` can set its start, and an end in the past.
    bool signedByItself(const char* name, const QDateTime& begin, const QDateTime& end) const
    {
        const auto time = [](const QDateTime& at) {
            return at.toString(u"yyyyMMddhhmmss"_s) + QLatin1Char('Z');
        };
        return openssl(u"ca -batch -config ca.cnf -selfsign -keyfile rsa.key -in "
                       "rsa.csr -notext -out %1 -startdate %2 -enddate %3"_s.arg(
                           QLatin1String(name), time(begin), time(end)));
    }

    QTemporaryDir m_folder;
};

JETBRIDGE_TEST(TlsFilesTest)
#include "TlsFilesTest.moc"
