// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Backend.h"
#include "cli/Caller.h"
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

} // namespace

/// Tests `inbox ...` with the notifications of a demo.
class InboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto demo = m_program.run(words(u"--vault memory demo --json"_s));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
        QFile edited(m_program.folder() + u"/edited.json"_s);
        QVERIFY(edited.open(QIODevice::WriteOnly));
        edited.write(R"({"eventType":"SOMETHING_ELSE"})");
    }

    void whatArrivedIsListedAndShown()
    {
        const auto listed = m_program.run(words(u"inbox list --json"_s));
        QCOMPARE(listed.exitCode, 0);
        const QJsonArray all = listed.json().value(u"notifications"_s).toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first()[u"number"_s].toInt(), 1);
        QCOMPARE(all.first()[u"eventType"_s].toString(), u"INTEGRATION_DISABLED"_s);

        const auto shown = m_program.run(words(u"inbox show 1 --json"_s));
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json().value(u"body"_s).toString().toUtf8(), disabled);
        const auto read = m_program.run(words(u"inbox show 1"_s));
        QVERIFY2(read.out.contains(disabled), read.out.constData());
    }

    void anEmptyInboxIsNoFailure()
    {
        const Program other;
        const auto listed = other.run(words(u"inbox list"_s));
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.out.contains("No notifications"));
        QCOMPARE(other.run(words(u"inbox show 1"_s)).exitCode, 1);
    }

    void anotherEnvironmentsNotificationsAreNotThere()
    {
        const auto shown = m_program.run(words(u"--environment sandbox inbox show 1 --json"_s));
        QCOMPARE(shown.exitCode, 1);
        QCOMPARE(shown.json()[u"error"_s][u"kind"_s].toString(), u"notFound"_s);
    }

    void aReplayBringsTheBodyAsItCameToThePartnersBackend()
    {
        const PartnerBackend backend;
        Program::Run replayed;
        m_program.environment.insert(u"JETBRIDGE_BACKEND_TOKEN"_s, u"token-of-the-backend"_s);
        replayed = m_program.run(words(u"inbox replay 1 --json --to "_s) << backend.url());
        m_program.environment.remove(u"JETBRIDGE_BACKEND_TOKEN"_s);
        QVERIFY2(replayed.exitCode == 0, replayed.err.constData());
        QCOMPARE(replayed.json().value(u"status"_s).toInt(), 204);
        QCOMPARE(backend.calls().size(), 1);
        const web::Request call = backend.calls().first();
        QCOMPARE(call.body, disabled);
        QCOMPARE(call.mediaType(), QByteArray("application/json"));
        QCOMPARE(call.header("jetbridge-notification"), QByteArray("1"));
        QVERIFY(!call.header("jetbridge-company").isEmpty());
        QCOMPARE(call.header("authorization"), QByteArray("Bearer token-of-the-backend"));
        QVERIFY(!m_program.everythingKept().contains("token-of-the-backend"));
        // The inbox holds what SmartRecruiters sent, and nothing else.
        QCOMPARE(m_program.run(words(u"inbox list --json"_s))
                     .json()
                     .value(u"notifications"_s)
                     .toArray()
                     .size(),
            1);
    }

    void aReplayMayCarryAnotherBody_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("of a file") << m_program.folder() + u"/edited.json"_s << QByteArray()
                                   << QByteArray(R"({"eventType":"SOMETHING_ELSE"})");
        QTest::newRow("of standard input")
            << u"-"_s << QByteArray("no JSON at all") << QByteArray("no JSON at all");
    }
    void aReplayMayCarryAnotherBody()
    {
        QFETCH(QString, edit);
        QFETCH(QByteArray, input);
        const PartnerBackend backend;
        const auto replayed = m_program.run(
            words(u"inbox replay 1 --json"_s) << u"--to"_s << backend.url() << u"--edit"_s << edit,
            input);
        QVERIFY2(replayed.exitCode == 0, replayed.err.constData());
        QCOMPARE(replayed.json().value(u"edited"_s), QJsonValue(true));
        QTEST(backend.calls().value(0).body, "expected");
    }

    void whatTheBackendAnswersIsSaidAndNeverItsToken()
    {
        const PartnerBackend backend(
            [](int) { return web::Reply::text(u"you are s3cret-bearer\x1b[2J"_s, 500); });
        m_program.environment.insert(u"JETBRIDGE_BACKEND_TOKEN"_s, u"s3cret-bearer"_s);
        const auto plain = m_program.run(words(u"inbox replay 1 --to "_s) << backend.url());
        m_program.environment.remove(u"JETBRIDGE_BACKEND_TOKEN"_s);
        QCOMPARE(plain.exitCode, 1);
        QVERIFY2(plain.out.contains("500"), plain.out.constData());
        QVERIFY(!(plain.out + plain.err).contains("s3cret-bearer"));
        QVERIFY(!plain.out.contains('\x1b'));
    }

    void aBackendWhoseAuthorityIsNotKnownIsSaidToHaveSuchAOne()
    {
        const QString certificate = m_program.folder() + u"/backend.pem"_s;
        const QString key = m_program.folder() + u"/backend.key"_s;
        QCOMPARE(QProcess::execute(u"openssl"_s,
                     words(u"req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=b "
                           "-batch -addext subjectAltName=IP:127.0.0.1 -keyout"_s)
                         << key << u"-out"_s << certificate),
            0);
        QSslConfiguration tls;
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        const PartnerBackend backend([](int) { return web::Reply::empty(204); }, 0, tls);
        const QStringList replay = words(u"inbox replay 1 --json --to "_s) << backend.url();

        const auto refused = m_program.run(replay);
        const QJsonObject error = refused.json().value(u"error"_s).toObject();
        QCOMPARE(refused.exitCode, 4);
        QCOMPARE(error.value(u"code"_s).toString(), u"certificate_authority"_s);
        const QString cause = error.value(u"cause"_s).toString();
        QVERIFY2(
            cause.contains("signed by nobody whom this computer trusts"_L1), qPrintable(cause));
        const QString next = error.value(u"next"_s).toString();
        QVERIFY2(next.contains("environment set --ca-file"_L1), qPrintable(next));
        QVERIFY(backend.calls().isEmpty());

        // What is advised helps.
        QCOMPARE(
            m_program.run(words(u"environment set simulator --ca-file"_s) << certificate).exitCode,
            0);
        const auto replayed = m_program.run(replay);
        QVERIFY2(replayed.exitCode == 0, replayed.err.constData());
        QCOMPARE(backend.calls().size(), 1);
    }

    void whereNothingMayOrCanBeSentIsSaid_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* name, const char* line, int code, const char* hint) {
            QTest::newRow(name) << QString::fromLatin1(line) << code << QByteArray(hint);
        };
        row("nobody listens", "replay 1 --to http://127.0.0.1:1/x", 4, "refused the connection");
        row("http off this computer", "replay 1 --to http://backend.example/x", 2, "https");
        row("no URL", "replay 1", 2, "--to URL is needed");
        row("no whole URL", "replay 1 --to backend", 2, "complete URL");
        row("a password in it", "replay 1 --to https://u:p@backend.example/x", 2, "password");
        row("a fragment", "replay 1 --to https://backend.example/x#y", 2, "fragment");
        row("no such notification", "replay 7 --to http://127.0.0.1:1/x", 1, "7");
        row("no number", "replay one --to http://127.0.0.1:1/x", 2, "one");
        row("zero", "show 0", 2, "0");
        row("no such file", "replay 1 --to http://127.0.0.1:1/x --edit /nowhere", 2, "/nowhere");
        row("none of them", "list --last 0", 2, "--last");
    }
    void whereNothingMayOrCanBeSentIsSaid()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, hint);
        const auto plain = m_program.run(words(u"inbox "_s + line));
        QTEST(plain.exitCode, "exitCode");
        QVERIFY2(plain.err.contains(hint), plain.err.constData());
        QCOMPARE(plain.out, QByteArray());
    }

    void theNextAnswersAreChosenFromAnotherProcessAndOutliveTheServer()
    {
        Program program;
        Caller caller(program);
        const QStringList serve{u"serve"_s, u"--port"_s, u"0"_s};
        QProcess first;
        program.start(first, serve);
        QVERIFY(caller.connectTo(readyLine(first)));
        QCOMPARE(caller.notify(disabled), 200);
        const auto left = [&program] {
            return program.run(words(u"inbox answer --json"_s)).json().value(u"next"_s).toInt();
        };
        QCOMPARE(left(), 0);
        QCOMPARE(program.run(words(u"inbox answer --status 503 --next 3"_s)).exitCode, 0);
        QCOMPARE(caller.notify(disabled), 503);
        QCOMPARE(left(), 2);
        QCOMPARE(stop(first), 0);

        QProcess second;
        program.start(second, serve);
        QVERIFY(caller.connectTo(readyLine(second)));
        QCOMPARE(caller.notify(disabled), 503);
        QCOMPARE(program.run(words(u"inbox answer --next 0"_s)).exitCode, 0);
        QCOMPARE(caller.notify(disabled), 200);
        QCOMPARE(stop(second), 0);
        // Every verified notification is stored, whatever the answer was.
        QCOMPARE(program.run(words(u"inbox list --json"_s))
                     .json()
                     .value(u"notifications"_s)
                     .toArray()
                     .size(),
            4);
    }

    void anAnswerOutOfItsBoundsIsRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("no final status") << u"--status 100"_s << QByteArray("status");
        QTest::newRow("no status") << u"--status 600"_s << QByteArray("status");
        QTest::newRow("no number") << u"--status ok"_s << QByteArray("--status");
        QTest::newRow("for ever") << u"--delay 999999999"_s << QByteArray("delay");
        QTest::newRow("before it came") << u"--delay -1"_s << QByteArray("delay");
        QTest::newRow("less than none") << u"--next -1"_s << QByteArray("next");
    }
    void anAnswerOutOfItsBoundsIsRefused()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, hint);
        const auto refused = m_program.run(words(u"inbox answer "_s + options));
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains(hint), refused.err.constData());
        QCOMPARE(m_program.run(words(u"inbox answer --json"_s)).json().value(u"next"_s).toInt(), 0);
    }

    void aTokenThatCannotStandInAHeaderIsRefused()
    {
        Program program;
        program.environment.insert(u"JETBRIDGE_BACKEND_TOKEN"_s, u"a\r\nX: smuggled"_s);
        const auto replayed = program.run(words(u"inbox replay 1 --to http://127.0.0.1:1/x"_s));
        QCOMPARE(replayed.exitCode, 2);
        QVERIFY(!replayed.err.contains("smuggled"));
    }

private:
    Program m_program;
};

JETBRIDGE_TEST(InboxTest)
#include "InboxTest.moc"
