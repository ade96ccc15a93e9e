// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Program.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

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
        const auto demo = m_program.run(words(u"--vault memory demo --json"_s));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
    }

    void exchangesAreListedNewestFirstAndNarrowed()
    {
        const QJsonArray all = listed({});
        QVERIFY(all.size() >= 9);
        for (qsizetype i = 1; i < all.size(); ++i)
            QVERIFY(all[i][u"number"_s].toInt() < all[i - 1][u"number"_s].toInt());
        QVERIFY(!all.first().toObject().contains(u"requestBody"_s));

        QCOMPARE(listed(words(u"--most 2"_s)).size(), 2);
        const QJsonArray callbacks = listed(words(u"--search CALLBACK"_s));
        QCOMPARE(callbacks.size(), 1);
        const QString onboarding = callbacks[0][u"correlationId"_s].toString();
        QVERIFY(!onboarding.isEmpty());
        const QJsonArray ofIt =
            listed({u"--onboarding"_s, onboarding, u"--search"_s, u"partner-api/integrations"_s});
        QCOMPARE(ofIt.size(), 1);
        QCOMPARE(listed({u"--onboarding"_s, u"nobody"_s}).size(), 0);

        const auto read = m_program.run(words(u"traffic list"_s));
        QCOMPARE(read.exitCode, 0);
        QVERIFY2(read.out.contains("partnerApp"), read.out.constData());
        QVERIFY(read.out.contains("/apps-integrations/partner-api/integrations"));
    }

    void oneExchangeIsShownWholeAndWithoutSecrets()
    {
        const QJsonArray confirms = listed(words(u"--search partner-api/integrations"_s));
        QCOMPARE(confirms.size(), 1);
        const QString number = QString::number(confirms[0][u"number"_s].toInt());
        const auto shown = m_program.run({u"traffic"_s, u"show"_s, number, u"--json"_s});
        QCOMPARE(shown.exitCode, 0);
        const QJsonObject exchange = shown.json();
        QCOMPARE(exchange.value(u"status"_s).toInt(), 200);
        const QJsonObject sent =
            QJsonDocument::fromJson(exchange.value(u"requestBody"_s).toString().toUtf8()).object();
        QCOMPARE(sent.value(u"companyId"_s).toString(), u"globex"_s);
        QVERIFY(sent.value(u"clientSecret"_s).toString().startsWith("[secret "_L1));
        const auto read = m_program.run({u"traffic"_s, u"show"_s, number});
        QVERIFY2(
            read.out.toLower().contains("authorization: bearer [secret "), read.out.constData());
        QVERIFY(read.out.contains("\"companyId\""));
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("beginning");
        QTest::newRow("har") << u"har"_s << QByteArray("{\"log\":{\"version\":\"1.2\"");
        QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("{\"at\":");
        QTest::newRow("mermaid") << u"mermaid"_s << QByteArray("sequenceDiagram\n");
        QTest::newRow("html") << u"html"_s << QByteArray("<!DOCTYPE html>");
        QTest::newRow("curl") << u"curl"_s << QByteArray("#!/bin/sh\n");
    }
    void everyFormatIsWritten()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, beginning);
        const QString path = m_out.filePath(format);
        const auto exported = m_program.run(
            {u"traffic"_s, u"export"_s, u"--format"_s, format, u"--out"_s, path, u"--json"_s});
        QVERIFY2(exported.exitCode == 0, exported.err.constData());
        const QByteArray content = contentOf(path);
        QCOMPARE(exported.json().value(u"bytes"_s).toInt(), content.size());
        QVERIFY2(content.startsWith(beginning), content.left(100).constData());
    }

    void anHtmlExportNeedsNothingElse()
    {
        const QString path = m_out.filePath(u"page.html"_s);
        QCOMPARE(
            m_program.run({u"traffic"_s, u"export"_s, u"--format"_s, u"html"_s, u"--out"_s, path})
                .exitCode,
            0);
        const QByteArray page = contentOf(path);
        // Recorded pages are included as text; no element of the export itself links elsewhere or
        // has an effect.
        const QRegularExpression elsewhere(
            u"<(script|link|img|iframe|object)\\b|<[a-z]+[^>]*\\s(src|href|on[a-z]+)="_s);
        const auto found = elsewhere.match(QString::fromUtf8(page));
        QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
        const QByteArray head = page.left(page.indexOf("<body>"));
        QVERIFY(head.contains("default-src 'none'"));
        QVERIFY(!head.contains("url(") && !head.contains("@import"));
        QCOMPARE(page.count("<details>"), listed(words(u"--most 1000"_s)).size());
    }

    void aSecretThatTheVaultKnowsLetsNothingOut()
    {
        Program program;
        const auto demo = program.run(words(u"demo --json"_s));
        QVERIFY2(demo.exitCode == 0, demo.err.constData());
        // A harmless text becomes a secret: that of the master client in the real keychain.
        QProcess simulator;
        program.start(simulator, words(u"simulate --port 0"_s));
        const QJsonObject ready = readyLine(simulator);
        QVERIFY(!ready.isEmpty());
        QVERIFY(
            program
                .run(words(u"environment set simulator --api-url %1 --portal-url %2"_s.arg(
                    ready.value(u"apiUrl"_s).toString(), ready.value(u"portalUrl"_s).toString())))
                .exitCode
            == 0);
        const auto set = program.run(words(u"credentials set-master"_s),
            QJsonDocument(QJsonObject{{u"appId"_s, ready.value(u"appId"_s)},
                              {u"clientId"_s, ready.value(u"clientId"_s)},
                              {u"clientSecret"_s, ready.value(u"clientSecret"_s)}})
                .toJson());
        QVERIFY2(set.exitCode == 0, set.err.constData());
        const QByteArray secret = ready.value(u"clientSecret"_s).toString().toUtf8();
        const auto exportIt = [&program, this] {
            return program.run({u"traffic"_s, u"export"_s, u"--format"_s, u"jsonl"_s, u"--out"_s,
                m_out.filePath(u"leak.jsonl"_s), u"--json"_s});
        };
        QCOMPARE(exportIt().exitCode, 0);
        QVERIFY(!contentOf(m_out.filePath(u"leak.jsonl"_s)).contains(secret));
        QVERIFY(QFile::remove(m_out.filePath(u"leak.jsonl"_s)));
        QVERIFY(!program.everythingKept().contains(secret));

        // A stranger who knows the secret sends it in an unexpected place, to a program that does
        // not know it.
        QProcess server;
        program.start(server, words(u"--vault memory serve --port 0"_s));
        const QUrl consent(readyLine(server).value(u"consentUrl"_s).toString());
        QTcpSocket stranger;
        stranger.connectToHost(consent.host(), quint16(consent.port()));
        QVERIFY(stranger.waitForConnected());
        stranger.write("GET /" + secret.toPercentEncoding()
            + " HTTP/1.1\r\nHost: " + consent.authority().toUtf8() + "\r\n\r\n");
        QVERIFY(stranger.waitForReadyRead());
        QCOMPARE(stop(server), 0);

        const auto refused = exportIt();
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.json()[u"error"_s][u"kind"_s].toString(), u"notPermitted"_s);
        QVERIFY2(refused.err.contains("exchange "), refused.err.constData());
        QVERIFY(!(refused.err + refused.out).contains(secret));
        QVERIFY(!QFile::exists(m_out.filePath(u"leak.jsonl"_s)));

        QCOMPARE(program.run(words(u"traffic clear"_s)).exitCode, 0);
        QCOMPARE(exportIt().exitCode, 0);
        program.run(words(u"credentials forget"_s));
        QCOMPARE(stop(simulator), 0);
    }

    void limitsAreKeptAndBoundTheFolder()
    {
        const Program program;
        QCOMPARE(
            program.run(words(u"traffic limits --json"_s)).json().value(u"megabytes"_s).toInt(),
            64);
        const auto set = program.run(words(u"traffic limits --megabytes 5 --days 7 --json"_s));
        QCOMPARE(set.exitCode, 0);
        const QJsonObject kept = program.run(words(u"traffic limits --json"_s)).json();
        QCOMPARE(kept.value(u"megabytes"_s).toInt(), 5);
        QCOMPARE(kept.value(u"days"_s).toInt(), 7);
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
        const auto run = m_program.run(words(u"--vault memory traffic "_s + line));
        QTEST(run.exitCode, "exitCode");
        QVERIFY2(run.err.contains(hint), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void clearedIsGone()
    {
        QVERIFY(!listed({}).isEmpty());
        QCOMPARE(m_program.run(words(u"--environment sandbox traffic clear"_s)).exitCode, 0);
        QVERIFY(!listed({}).isEmpty()); // The traffic of another environment is not touched.
        QCOMPARE(m_program.run(words(u"traffic clear"_s)).exitCode, 0);
        QVERIFY(listed({}).isEmpty());
        QVERIFY(m_program.run(words(u"traffic list"_s)).out.contains("Nothing was recorded"));
    }

private:
    QJsonArray listed(const QStringList& options) const
    {
        const auto run = m_program.run(words(u"traffic list --json"_s) + options);
        return run.json().value(u"exchanges"_s).toArray();
    }

    Program m_program;
    QTemporaryDir m_out;
};

JETBRIDGE_TEST(TrafficTest)
#include "TrafficTest.moc"
