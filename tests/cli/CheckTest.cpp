// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <QXmlStreamReader>

namespace {

QStringList idsWith(const QJsonObject& report, const QString& status)
{
    QStringList ids;
    for (const QJsonValue& result : report.value("results").toArray())
        if (result["status"].toString() == status)
            ids.append(result["id"].toString());
    return ids;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The file cannot be written.");
    return path;
}

constexpr char secret[] = "Made-for-checking-0123456789";

} // namespace

/// Tests `jetbridge-cli check`, called as at a terminal or in a pipeline.
class CheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ourOwnEndpointsAreReady()
    {
        const Program program;
        const QString page = program.folder() + "/ready.html";
        const QString junit = program.folder() + "/ready.xml";
        const QString json = program.folder() + "/ready.json";
        const auto run = program.run(words("--json check --own --name First --report " + page
            + " --report " + junit + " --report " + json));
        const QJsonObject report = run.json();
        QVERIFY2(run.exitCode == 0, QByteArray(run.err + run.out.left(4000)).constData());
        QCOMPARE(report.value("verdict").toString(), QString("ready"));
        QVERIFY(report.value("complete").toBool());
        for (const char* none : {"failed", "error", "skipped", "review"})
            QCOMPARE(idsWith(report, none), QStringList());
        // Our endpoints cannot change that this computer is reached by http.
        QCOMPARE(idsWith(report, "warning"),
            (QStringList{"token.https", "callback.https", "consent.https"}));
        QVERIFY(idsWith(report, "passed").size() > 85);
        QVERIFY(report.value("requests").toInt() <= 200);

        // The client credentials were for this run only, and their secrets appear nowhere.
        const QByteArray html = contentOf(page);
        QVERIFY(html.contains("Verdict: ready") && html.contains("id=\"log-token.good\""));
        QVERIFY(html.contains("[secret "));
        QVERIFY(!html.contains("<script"));
        QXmlStreamReader xml(contentOf(junit));
        int cases = 0;
        while (!xml.atEnd())
            cases += xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"testcase";
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(cases, report.value("results").toArray().size());

        const auto again = program.run(words("--json check --own --groups token --again " + json));
        QCOMPARE(again.exitCode, 0);
        QVERIFY(again.json().value("comparison").toObject().value("new").toArray().isEmpty());
        QVERIFY(again.json().contains("comparison"));
    }

    void aDryRunSendsNothing()
    {
        const Program program;
        const auto run = program.run(
            words("--json check --pairs given --dry-run --token-url http://127.0.0.1:1/token "
                  "--callback-url http://127.0.0.1:1/callback"),
            QByteArray("{\"clientId\":\"check\",\"clientSecret\":\"") + secret + "\"}");
        QVERIFY2(run.exitCode == 0, QByteArray(run.err).constData());
        const QJsonArray requests = run.json().value("requests").toArray();
        QVERIFY(requests.size() > 80);
        QVERIFY(!run.out.contains(secret));
        QCOMPARE(requests.first()["check"].toString(), QString("token.good"));
    }

    void whatIsNotReadyEndsWithOne()
    {
        const Program program;
        const auto nobody = program.run(words("check --token-url http://127.0.0.1:1/token --pairs "
                                              "given"),
            QByteArray("{\"clientId\":\"check\",\"clientSecret\":\"") + secret + "\"}");
        QCOMPARE(nobody.exitCode, 1);
        QVERIFY2(nobody.out.contains("incomplete"), QByteArray(nobody.out).constData());
        QVERIFY2(nobody.out.contains("ERROR    token.good"), QByteArray(nobody.out).constData());
        const auto allowed = program.run(words("check --allow-incomplete --token-url "
                                               "http://127.0.0.1:1/token"));
        QCOMPARE(allowed.exitCode, 0);
        QVERIFY2(allowed.out.contains("No pair was given"), QByteArray(allowed.out).constData());
    }

    void waiversAreTakenAndPrinted()
    {
        const Program program;
        const QString plan = write(program.folder() + "/plan.json",
            R"({"name": "Nightly", "groups": ["token"], "checks": {"token.https": "fault"},
                "waivers": [{"check": "token.https", "reason": "Only here", "person": "Ana",
                             "expires": "2199-01-01"}]})");
        const auto run = program.run(words("check --own --plan " + plan));
        QVERIFY2(run.exitCode == 0, QByteArray(run.out).constData());
        QVERIFY2(run.out.contains("Nightly: ready"), QByteArray(run.out).constData());
        QVERIFY2(run.out.contains("Waiver of token.https by Ana until 2199-01-01: Only here"),
            run.out.constData());
        const QString expired = write(program.folder() + "/expired.json",
            contentOf(plan).replace("2199-01-01", "2020-01-01"));
        QCOMPARE(program.run(words("check --own --plan " + expired)).exitCode, 1);
    }

    void wrongInputIsNamed_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const char* arguments, const char* input,
                             const char* said) {
            QTest::newRow(name) << QString(arguments) << QByteArray(input) << QByteArray(said);
        };
        row("nothing to check", "check", "", "There is nothing to check");
        row("an unknown group", "check --own --groups tokens", "", "There is no group \"tokens\"");
        row("an unknown check", "check --own --only token.gte", "",
            "There is no check \"token.gte\"");
        row("an unknown report", "check --own --report a.doc", "", "ends with .txt, .json, .xml");
        row("http elsewhere", "check --token-url http://partner.example/token", "", "https");
        row("a secret in an address",
            "check --token-url https://partner.example/token?client_secret=abc", "",
            "holds a secret (client_secret)");
        row("a password in an address", "check --token-url https://a:b@partner.example/", "",
            "user");
        row("half a pair", "check --pairs given --token-url http://127.0.0.1:1/",
            "{\"clientId\":\"a\"}", "Pair 1: The field \"clientSecret\" is missing");
        row("a short secret", "check --pairs given --token-url http://127.0.0.1:1/",
            "{\"clientId\":\"a\",\"clientSecret\":\"b\"}",
            "Pair 1: The secret of \"a\" has fewer than 8 bytes");
        row("own and others", "check --own --token-url http://127.0.0.1:1/", "", "--own brings");
        row("unsolved of what", "check --own --only-unsolved", "", "needs --again");
    }
    void wrongInputIsNamed()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, said);
        const Program program;
        const auto run = program.run(words(arguments), input);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(said), QByteArray(run.err).constData());
        QVERIFY(!run.err.contains("abc"));
    }

    void aCustomersPairIsRefused()
    {
        const Program program;
        const Caller caller(program); // issues "client-of-globex"
        const auto run =
            program.run(words("check --pairs given --token-url http://127.0.0.1:1/token"),
                R"({"clientId":"client-of-globex","clientSecret":"a-secret-of-globex"})");
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains("is the pair of a customer (globex)"),
            QByteArray(run.err).constData());
    }
};

JETBRIDGE_TEST(CheckTest)
#include "CheckTest.moc"
