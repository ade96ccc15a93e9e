// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Tests `traffic ...` with the exchanges of a demo, and with requests of strangers.
class TrafficTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto demo = m_program.run(words(QStringLiteral("--vault memory demo --json")));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
    }

    void exchangesAreListedNewestFirstAndNarrowed()
    {
        const QJsonArray all = listed({});
        QVERIFY(all.size() >= 9);
        for (qsizetype i = 1; i < all.size(); ++i)
            QVERIFY(all[i][QStringLiteral("number")].toInt()
                < all[i - 1][QStringLiteral("number")].toInt());
        QVERIFY(!all.first().toObject().contains(QStringLiteral("requestBody")));

        QCOMPARE(listed(words(QStringLiteral("--most 2"))).size(), 2);
        const QJsonArray callbacks = listed(words(QStringLiteral("--search CALLBACK")));
        QCOMPARE(callbacks.size(), 1);
        const QString onboarding = callbacks[0][QStringLiteral("correlationId")].toString();
        QVERIFY(!onboarding.isEmpty());
        const QJsonArray ofIt = listed({QStringLiteral("--onboarding"), onboarding,
            QStringLiteral("--search"), QStringLiteral("partner-api/integrations")});
        QCOMPARE(ofIt.size(), 1);
        QCOMPARE(listed({QStringLiteral("--onboarding"), QStringLiteral("nobody")}).size(), 0);

        const auto read = m_program.run(words(QStringLiteral("traffic list")));
        QCOMPARE(read.exitCode, 0);
        QVERIFY2(read.out.contains("partnerApp"), read.out.constData());
        QVERIFY(read.out.contains("/apps-integrations/partner-api/integrations"));
    }

    void oneExchangeIsShownWholeAndWithoutSecrets()
    {
        const QJsonArray confirms =
            listed(words(QStringLiteral("--search partner-api/integrations")));
        QCOMPARE(confirms.size(), 1);
        const QString number = QString::number(confirms[0][QStringLiteral("number")].toInt());
        const auto shown = m_program.run(
            {QStringLiteral("traffic"), QStringLiteral("show"), number, QStringLiteral("--json")});
        QCOMPARE(shown.exitCode, 0);
        const QJsonObject exchange = shown.json();
        QCOMPARE(exchange.value(QStringLiteral("status")).toInt(), 200);
        const QJsonObject sent = QJsonDocument::fromJson(
            exchange.value(QStringLiteral("requestBody")).toString().toUtf8())
                                     .object();
        QCOMPARE(sent.value(QStringLiteral("companyId")).toString(), QStringLiteral("globex"));
        QVERIFY(sent.value(QStringLiteral("clientSecret"))
                    .toString()
                    .startsWith(QLatin1String("[secret ")));
        const auto read =
            m_program.run({QStringLiteral("traffic"), QStringLiteral("show"), number});
        QVERIFY2(
            read.out.toLower().contains("authorization: bearer [secret "), read.out.constData());
        QVERIFY(read.out.contains("\"companyId\""));
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("har") << QStringLiteral("har")
                             << QByteArray("{\"log\":{\"version\":\"1.2\"");
        QTest::newRow("jsonl") << QStringLiteral("jsonl") << QByteArray("{\"at\":");
        QTest::newRow("mermaid") << QStringLiteral("mermaid") << QByteArray("sequenceDiagram\n");
        QTest::newRow("html") << QStringLiteral("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("curl") << QStringLiteral("curl") << QByteArray("#!/bin/sh\n");
    }
    void everyFormatIsWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, beginning);
        const QString path = m_out.filePath(format);
        const auto exported = m_program.run(
            {QStringLiteral("traffic"), QStringLiteral("export"), QStringLiteral("--format"),
                format, QStringLiteral("--out"), path, QStringLiteral("--json")});
        QVERIFY2(exported.exitCode == 0, exported.err.constData());
        const QByteArray content = contentOf(path);
        QCOMPARE(exported.json().value(QStringLiteral("bytes")).toInt(), content.size());
        QVERIFY2(content.startsWith(beginning), content.left(100).constData());
    }

    void anHtmlExportNeedsNothingElse()
    {
        const QString path = m_out.filePath(QStringLiteral("page.html"));
        QCOMPARE(m_program
                     .run({QStringLiteral("traffic"), QStringLiteral("export"),
                         QStringLiteral("--format"), QStringLiteral("html"),
                         QStringLiteral("--out"), path})
                     .exitCode,
            0);
        const QByteArray page = contentOf(path);
        // Recorded pages are included as text; no element of the export itself links elsewhere or
        // has an effect.
        const QRegularExpression elsewhere(QStringLiteral(
            "<(script|link|img|iframe|object)\\b|<[a-z]+[^>]*\\s(src|href|on[a-z]+)="));
        const auto found = elsewhere.match(QString::fromUtf8(page));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
        const QByteArray head = page.left(page.indexOf("<body>"));
        QVERIFY(head.contains("default-src 'none'"));
        QVERIFY(!head.contains("url(") && !head.contains("@import"));
        QCOMPARE(page.count("<details>"), listed(words(QStringLiteral("--most 1000"))).size());
    }

    void aSecretThatTheVaultKnowsLetsNothingOut()
    {
        Program program;
        const auto demo = program.run(words(QStringLiteral("demo --json")));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
        // A harmless text becomes a secret: that of the master client in the real keychain.
        QProcess simulator;
        program.start(simulator, words(QStringLiteral("simulate --port 0")));
        const QJsonObject ready = readyLine(simulator);
        QVERIFY(!ready.isEmpty());
        QVERIFY(
            program
                .run(words(QStringLiteral("environment set simulator --api-url %1 --portal-url %2")
                               .arg(ready.value(QStringLiteral("apiUrl")).toString(),
                                   ready.value(QStringLiteral("portalUrl")).toString())))
                .exitCode
            == 0);
        const auto set = program.run(words(QStringLiteral("credentials set-master")),
            QJsonDocument(
                QJsonObject{{QStringLiteral("appId"), ready.value(QStringLiteral("appId"))},
                    {QStringLiteral("clientId"), ready.value(QStringLiteral("clientId"))},
                    {QStringLiteral("clientSecret"), ready.value(QStringLiteral("clientSecret"))}})
                .toJson());
        QVERIFY2(set.exitCode == 0, set.err.constData());
        const QByteArray secret = ready.value(QStringLiteral("clientSecret")).toString().toUtf8();
        const auto exportIt = [&program, this] {
            return program.run({QStringLiteral("traffic"), QStringLiteral("export"),
                QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--out"),
                m_out.filePath(QStringLiteral("leak.jsonl")), QStringLiteral("--json")});
        };
        QCOMPARE(exportIt().exitCode, 0);
        QVERIFY(!contentOf(m_out.filePath(QStringLiteral("leak.jsonl"))).contains(secret));
        QVERIFY(QFile::remove(m_out.filePath(QStringLiteral("leak.jsonl"))));
        QVERIFY(!program.everythingKept().contains(secret));

        // A stranger who knows the secret sends it in an unexpected place, to a program that does
        // not know it.
        QProcess server;
        program.start(server, words(QStringLiteral("--vault memory serve --port 0")));
        const QUrl consent(readyLine(server).value(QStringLiteral("consentUrl")).toString());
        QTcpSocket stranger;
        stranger.connectToHost(consent.host(), quint16(consent.port()));
        QVERIFY(stranger.waitForConnected());
        stranger.write("GET /" + secret.toPercentEncoding()
            + " HTTP/1.1\r\nHost: " + consent.authority().toUtf8() + "\r\n\r\n");
        QVERIFY(stranger.waitForReadyRead());
        QCOMPARE(stop(server), 0);

        const auto refused = exportIt();
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.json()[QStringLiteral("error")][QStringLiteral("kind")].toString(),
            QStringLiteral("notPermitted"));
        QVERIFY2(refused.err.contains("exchange "), refused.err.constData());
        QVERIFY(!(refused.err + refused.out).contains(secret));
        QVERIFY(!QFile::exists(m_out.filePath(QStringLiteral("leak.jsonl"))));

        QCOMPARE(program.run(words(QStringLiteral("traffic clear"))).exitCode, 0);
        QCOMPARE(exportIt().exitCode, 0);
        program.run(words(QStringLiteral("credentials forget")));
        QCOMPARE(stop(simulator), 0);
    }

    void limitsAreKeptAndBoundTheFolder()
    {
        const Program program;
        QCOMPARE(program.run(words(QStringLiteral("traffic limits --json")))
                     .json()
                     .value(QStringLiteral("megabytes"))
                     .toInt(),
            64);
        const auto set =
            program.run(words(QStringLiteral("traffic limits --megabytes 5 --days 7 --json")));
        QCOMPARE(set.exitCode, 0);
        const QJsonObject kept = program.run(words(QStringLiteral("traffic limits --json"))).json();
        QCOMPARE(kept.value(QStringLiteral("megabytes")).toInt(), 5);
        QCOMPARE(kept.value(QStringLiteral("days")).toInt(), 7);
    }

    void whatCannotBeIsSaid_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("hint");
        const auto row = [](const char* name, const char* line, int code, const char* hint) {
            QTest::newRow(name) << QString::fromLatin1(line) << code << QByteArray(hint);
        };
        row("no number", "show x", 2, "\"x\"");
        row("none with this number", "show 4711", 1, "4711");
        row("none of them", "list --most 0", 2, "--most");
        row("an unknown format", "export --format pdf --out /tmp/x", 2, "har, jsonl, mermaid");
        row("no format", "export --out /tmp/x", 2, "har, jsonl, mermaid");
        row("no file", "export --format har", 2, "--out");
        row("a file that cannot be", "export --format har --out /nowhere/x", 2, "/nowhere/x");
        row("no room", "limits --megabytes 0", 2, "--megabytes");
        row("for ever", "limits --days 99999", 2, "--days");
    }
    void whatCannotBeIsSaid()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, hint);
        const auto run = m_program.run(words(QStringLiteral("--vault memory traffic ") + line));
        QTEST(run.exitCode, "exitCode");
        QVERIFY2(run.err.contains(hint), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void clearedIsGone()
    {
        QVERIFY(!listed({}).isEmpty());
        QCOMPARE(
            m_program.run(words(QStringLiteral("--environment sandbox traffic clear"))).exitCode,
            0);
        QVERIFY(!listed({}).isEmpty()); // The traffic of another environment is not touched.
        QCOMPARE(m_program.run(words(QStringLiteral("traffic clear"))).exitCode, 0);
        QVERIFY(listed({}).isEmpty());
        QVERIFY(m_program.run(words(QStringLiteral("traffic list")))
                    .out.contains("Nothing was recorded"));
    }

private:
    QJsonArray listed(const QStringList& options) const
    {
        const auto run = m_program.run(words(QStringLiteral("traffic list --json")) + options);
        return run.json().value(QStringLiteral("exchanges")).toArray();
    }

    Program m_program;
    QTemporaryDir m_out;
};

JETBRIDGE_TEST(TrafficTest)
#include "TrafficTest.moc"
