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

using namespace jetbridge;

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

} // namespace

/// Tests `inbox ...` with the notifications of a demo.
class InboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto demo = m_program.run(words(QStringLiteral("--vault memory demo --json")));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
        QFile edited(m_program.folder() + QStringLiteral("/edited.json"));
        QVERIFY(edited.open(QIODevice::WriteOnly));
        edited.write(R"({"eventType":"SOMETHING_ELSE"})");
    }

    void whatArrivedIsListedAndShown()
    {
        const auto listed = m_program.run(words(QStringLiteral("inbox list --json")));
        QCOMPARE(listed.exitCode, 0);
        const QJsonArray all = listed.json().value(QStringLiteral("notifications")).toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first()[QStringLiteral("number")].toInt(), 1);
        QCOMPARE(all.first()[QStringLiteral("eventType")].toString(),
            QStringLiteral("INTEGRATION_DISABLED"));

        const auto shown = m_program.run(words(QStringLiteral("inbox show 1 --json")));
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.json().value(QStringLiteral("body")).toString().toUtf8(), disabled);
        const auto read = m_program.run(words(QStringLiteral("inbox show 1")));
        QVERIFY2(read.out.contains(disabled), read.out.constData());
    }

    void anEmptyInboxIsNoFailure()
    {
        const Program other;
        const auto listed = other.run(words(QStringLiteral("inbox list")));
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.out.contains("No notifications"));
        QCOMPARE(other.run(words(QStringLiteral("inbox show 1"))).exitCode, 1);
    }

    void anotherEnvironmentsNotificationsAreNotThere()
    {
        const auto shown =
            m_program.run(words(QStringLiteral("--environment sandbox inbox show 1 --json")));
        QCOMPARE(shown.exitCode, 1);
        QCOMPARE(shown.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
            QStringLiteral("notFound"));
    }

    void aReplayBringsTheBodyAsItCameToThePartnersBackend()
    {
        const PartnerBackend backend;
        Program::Run replayed;
        m_program.environment.insert(
            QStringLiteral("JETBRIDGE_BACKEND_TOKEN"), QStringLiteral("token-of-the-backend"));
        replayed =
            m_program.run(words(QStringLiteral("inbox replay 1 --json --to ")) << backend.url());
        m_program.environment.remove(QStringLiteral("JETBRIDGE_BACKEND_TOKEN"));
        QVERIFY2(replayed.exitCode == 0, replayed.err.constData());
        QCOMPARE(replayed.json().value(QStringLiteral("status")).toInt(), 204);
        QCOMPARE(backend.calls().size(), 1);
        const web::Request call = backend.calls().first();
        QCOMPARE(call.body, disabled);
        QCOMPARE(call.mediaType(), QByteArray("application/json"));
        QCOMPARE(call.header("jetbridge-notification"), QByteArray("1"));
        QVERIFY(!call.header("jetbridge-company").isEmpty());
        QCOMPARE(call.header("authorization"), QByteArray("Bearer token-of-the-backend"));
        QVERIFY(!m_program.everythingKept().contains("token-of-the-backend"));
        // The inbox holds what SmartRecruiters sent, and nothing else.
        QCOMPARE(m_program.run(words(QStringLiteral("inbox list --json")))
                     .json()
                     .value(QStringLiteral("notifications"))
                     .toArray()
                     .size(),
            1);
    }

    void aReplayMayCarryAnotherBody_data()
    {
        QTest::addColumn<QString>("edit");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("of a file")
            << m_program.folder() + QStringLiteral("/edited.json") << QByteArray()
            << QByteArray(R"({"eventType":"SOMETHING_ELSE"})");
        QTest::newRow("of standard input")
            << QStringLiteral("-") << QByteArray("no JSON at all") << QByteArray("no JSON at all");
    }
    void aReplayMayCarryAnotherBody()
    {
        QFETCH(QString, edit);
        QFETCH(QByteArray, input);
        const PartnerBackend backend;
        const auto replayed = m_program.run(words(QStringLiteral("inbox replay 1 --json"))
                << QStringLiteral("--to") << backend.url() << QStringLiteral("--edit") << edit,
            input);
        QVERIFY2(replayed.exitCode == 0, replayed.err.constData());
        QCOMPARE(replayed.json().value(QStringLiteral("edited")), QJsonValue(true));
        QTEST(backend.calls().value(0).body, "expected");
    }

    void whatTheBackendAnswersIsSaidAndNeverItsToken()
    {
        const PartnerBackend backend([](int) {
            return web::Reply::text(QStringLiteral("you are s3cret-bearer\x1b[2J"), 500);
        });
        m_program.environment.insert(
            QStringLiteral("JETBRIDGE_BACKEND_TOKEN"), QStringLiteral("s3cret-bearer"));
        const auto plain =
            m_program.run(words(QStringLiteral("inbox replay 1 --to ")) << backend.url());
        m_program.environment.remove(QStringLiteral("JETBRIDGE_BACKEND_TOKEN"));
        QCOMPARE(plain.exitCode, 1);
        QVERIFY2(plain.out.contains("500"), plain.out.constData());
        QVERIFY(!(plain.out + plain.err).contains("s3cret-bearer"));
        QVERIFY(!plain.out.contains('\x1b'));
    }

    void aBackendWhoseAuthorityIsNotKnownIsSaidToHaveSuchAOne()
    {
        const QString certificate = m_program.folder() + QStringLiteral("/backend.pem");
        const QString key = m_program.folder() + QStringLiteral("/backend.key");
        QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                     words(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=b "
                                          "-batch -addext subjectAltName=IP:127.0.0.1 -keyout"))
                         << key << QStringLiteral("-out") << certificate),
            0);
        QSslConfiguration tls;
        tls.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        tls.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        const PartnerBackend backend([](int) { return web::Reply::empty(204); }, 0, tls);
        const QStringList replay = words(QStringLiteral("inbox replay 1 --json --to "))
            << backend.url();

        const auto refused = m_program.run(replay);
        const QJsonObject error = refused.json().value(QStringLiteral("error")).toObject();
        QCOMPARE(refused.exitCode, 4);
        QCOMPARE(error.value(QStringLiteral("code")).toString(),
            QStringLiteral("certificate_authority"));
        const QString cause = error.value(QStringLiteral("cause")).toString();
        QVERIFY2(cause.contains(QLatin1String("signed by nobody whom this computer trusts")),
            qPrintable(cause));
        const QString next = error.value(QStringLiteral("next")).toString();
        QVERIFY2(next.contains(QLatin1String("environment set --ca-file")), qPrintable(next));
        QVERIFY(backend.calls().isEmpty());

        // What is advised helps.
        QCOMPARE(
            m_program
                .run(words(QStringLiteral("environment set simulator --ca-file")) << certificate)
                .exitCode,
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
        const auto plain = m_program.run(words(QStringLiteral("inbox ") + line));
        QTEST(plain.exitCode, "exitCode");
        QVERIFY2(plain.err.contains(hint), plain.err.constData());
        QCOMPARE(plain.out, QByteArray());
    }

    void theNextAnswersAreChosenFromAnotherProcessAndOutliveTheServer()
    {
        Program program;
        Caller caller(program);
        const QStringList serve{
            QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")};
        QProcess first;
        program.start(first, serve);
        QVERIFY(caller.connectTo(readyLine(first)));
        QCOMPARE(caller.notify(disabled), 200);
        const auto left = [&program] {
            return program.run(words(QStringLiteral("inbox answer --json")))
                .json()
                .value(QStringLiteral("next"))
                .toInt();
        };
        QCOMPARE(left(), 0);
        QCOMPARE(
            program.run(words(QStringLiteral("inbox answer --status 503 --next 3"))).exitCode, 0);
        QCOMPARE(caller.notify(disabled), 503);
        QCOMPARE(left(), 2);
        QCOMPARE(stop(first), 0);

        QProcess second;
        program.start(second, serve);
        QVERIFY(caller.connectTo(readyLine(second)));
        QCOMPARE(caller.notify(disabled), 503);
        QCOMPARE(program.run(words(QStringLiteral("inbox answer --next 0"))).exitCode, 0);
        QCOMPARE(caller.notify(disabled), 200);
        QCOMPARE(stop(second), 0);
        // Every verified notification is stored, whatever the answer was.
        QCOMPARE(program.run(words(QStringLiteral("inbox list --json")))
                     .json()
                     .value(QStringLiteral("notifications"))
                     .toArray()
                     .size(),
            4);
    }

    void anAnswerOutOfItsBoundsIsRefused_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("no final status") << QStringLiteral("--status 100") << QByteArray("status");
        QTest::newRow("no status") << QStringLiteral("--status 600") << QByteArray("status");
        QTest::newRow("no number") << QStringLiteral("--status ok") << QByteArray("--status");
        QTest::newRow("for ever") << QStringLiteral("--delay 999999999") << QByteArray("delay");
        QTest::newRow("before it came") << QStringLiteral("--delay -1") << QByteArray("delay");
        QTest::newRow("less than none") << QStringLiteral("--next -1") << QByteArray("next");
    }
    void anAnswerOutOfItsBoundsIsRefused()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, hint);
        const auto refused = m_program.run(words(QStringLiteral("inbox answer ") + options));
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.err.contains(hint), refused.err.constData());
        QCOMPARE(m_program.run(words(QStringLiteral("inbox answer --json")))
                     .json()
                     .value(QStringLiteral("next"))
                     .toInt(),
            0);
    }

    void aTokenThatCannotStandInAHeaderIsRefused()
    {
        Program program;
        program.environment.insert(
            QStringLiteral("JETBRIDGE_BACKEND_TOKEN"), QStringLiteral("a\r\nX: smuggled"));
        const auto replayed =
            program.run(words(QStringLiteral("inbox replay 1 --to http://127.0.0.1:1/x")));
        QCOMPARE(replayed.exitCode, 2);
        QVERIFY(!replayed.err.contains("smuggled"));
    }

private:
    Program m_program;
};

JETBRIDGE_TEST(InboxTest)
#include "InboxTest.moc"
