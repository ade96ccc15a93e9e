// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// Tests commands for many customers at once, and the handover of their credentials.
class BulkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_simulated.setUp(m_program)); }

    void aBadFileIsRefusedWithItsLineAndNothingIsSent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty") << QByteArray() << QByteArray("it is empty");
        QTest::newRow("no such column") << QByteArray("company\nglobex\n") << QByteArray("line 1");
        QTest::newRow("who approved")
            << QByteArray("companyId\nglobex\n") << QByteArray("consentedBy");
        QTest::newRow("a field too many")
            << QByteArray("companyId,consentedBy\nglobex,Ana,x\n") << QByteArray("line 2");
        QTest::newRow("an empty company") << QByteArray("companyId,consentedBy\nglobex,Ana\n,Ana\n")
                                          << QByteArray("line 3: companyId is empty");
        QTest::newRow("the same company twice")
            << QByteArray("companyId,consentedBy\nglobex,Ana\nacme,Ana\nglobex,Eve\n")
            << QByteArray("line 4: \"globex\" is in line 2 already");
        QTest::newRow("a quote without an end")
            << QByteArray("companyId,consentedBy\n\"globex,Ana\n") << QByteArray("no end");
    }
    void aBadFileIsRefusedWithItsLineAndNothingIsSent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, says);
        const auto run = bulk(content, words(QStringLiteral("--do onboard")));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(says), run.err.constData());
        QCOMPARE(m_simulated.confirms(QStringLiteral("globex")), 0);
    }

    void aFileOfASpreadsheetIsRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("semicolons") << QByteArray("companyId;consentedBy\r\nglobex;Ana\r\n");
        QTest::newRow("tabs") << QByteArray("companyId\tconsentedBy\r\nglobex\tAna\r\n");
        QTest::newRow("sep") << QByteArray("sep=;\r\ncompanyId;consentedBy\r\nglobex;Ana\r\n");
        QTest::newRow("a mark, spaces and other case")
            << QByteArray("\xef\xbb\xbf COMPANYID ,Consented By\r\nglobex,Ana\r\n");
        QTest::newRow("a column more, and rows left empty")
            << QByteArray("Note;Company_ID;ConsentedBy\r\nx, y;globex;Ana\r\n;;\r\n");
    }
    void aFileOfASpreadsheetIsRead()
    {
        QFETCH(QByteArray, file);
        const auto dry = bulk(file, words(QStringLiteral("--do onboard --dry-run")));
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QCOMPARE(dry.json().value(QStringLiteral("rows")).toArray().size(), 1);
        QVERIFY(dry.out.contains("globex"));
    }

    void everyCustomerComesOnBoardOnceHoweverOftenTheProgramIsKilled()
    {
        QByteArray file = "companyId,consentedBy\r\n";
        constexpr int customers = 12;
        for (int i = 0; i < customers; ++i) {
            m_simulated.grantTo(QStringLiteral("many%1").arg(i));
            file += "many" + QByteArray::number(i) + ",\"Admin, Ana\"\r\n";
        }
        const auto dry = bulk(file, words(QStringLiteral("--do onboard --dry-run")));
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(dry.json().value(QStringLiteral("rows")).toArray().size(), customers);
        QCOMPARE(m_simulated.confirms(QStringLiteral("many0")), 0);

        // The run is killed in the middle, right after one customer's credentials were stored.
        QProcess killed;
        m_program.environment.insert(
            QStringLiteral("LD_PRELOAD"), QStringLiteral(JETBRIDGE_KILLPOINT));
        m_program.environment.insert(QStringLiteral("JETBRIDGE_KILL_POINT"),
            QStringLiteral("after registry 1 many5storedone"));
        m_program.start(killed, bulkWords(words(QStringLiteral("--do onboard"))));
        m_program.environment.remove(QStringLiteral("LD_PRELOAD"));
        m_program.environment.remove(QStringLiteral("JETBRIDGE_KILL_POINT"));
        QVERIFY(killed.waitForFinished(120'000));
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);

        // The run is not repeated by accident, because an earlier run's results are there.
        const auto again = bulk(file, words(QStringLiteral("--do onboard")));
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.err.contains("--resume"), again.err.constData());

        const auto resumed = bulk(file, words(QStringLiteral("--do onboard --resume")));
        int unknown = 0;
        for (int i = 0; i < customers; ++i) {
            const QString company = QStringLiteral("many%1").arg(i);
            const bool isUnknown =
                rowOf(company).value(QStringLiteral("status")) == QStringLiteral("unknown");
            unknown += isUnknown;
            // No call is sent twice; one that was recorded may not have been sent before the kill.
            const int confirms = m_simulated.confirms(company);
            QVERIFY(confirms == 1 || (isUnknown && confirms == 0));
        }
        // Only those that were under way at the kill may be unknown.
        QVERIFY(unknown < customers);
        QCOMPARE(resumed.exitCode, unknown > 0 ? 5 : 0);
        QVERIFY2(resumed.err.contains("done"), resumed.err.constData());
        QCOMPARE(rowOf(QStringLiteral("many5")).value(QStringLiteral("status")).toString()
                == QLatin1String("unknown"),
            false);
        const auto third = bulk(file, words(QStringLiteral("--do onboard --resume")));
        QCOMPARE(third.json().value(QStringLiteral("doneBefore")).toInt(), customers - unknown);
    }

    void noLimitIsEverExceeded_data()
    {
        QTest::addColumn<int>("perSecond");
        QTest::addColumn<int>("atOnce");
        QTest::addColumn<int>("customers");
        QTest::newRow("as published") << 10 << 8 << 40;
        QTest::newRow("told more") << 50 << 20 << 150;
    }
    void noLimitIsEverExceeded()
    {
        QFETCH(int, perSecond);
        QFETCH(int, atOnce);
        QFETCH(int, customers);
        const auto limit = [this](int perSecond, int atOnce) {
            m_simulated.ask("PUT", QStringLiteral("/_simulator/settings"),
                QJsonDocument(QJsonObject{{QStringLiteral("requestsPerSecond"), perSecond},
                                  {QStringLiteral("concurrentRequests"), atOnce}})
                    .toJson());
        };
        m_simulated.ask("DELETE", QStringLiteral("/_simulator/requests"));
        limit(perSecond, atOnce);
        QByteArray file = "companyId,consentedBy\n";
        for (int i = 0; i < customers; ++i) {
            const QString company = QStringLiteral("paced%1-%2").arg(perSecond).arg(i);
            m_simulated.grantTo(company);
            file += company.toUtf8() + ",Ana\n";
        }
        const auto run = bulk(file, words(QStringLiteral("--do onboard")));
        limit(0, 0);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.json().value(QStringLiteral("done")).toInt(), customers);
        const auto seen = [this](const char* filter) {
            return m_simulated
                .ask("GET", QStringLiteral("/_simulator/requests?") + QLatin1String(filter))
                .json.value(QStringLiteral("matched"))
                .toInt(-1);
        };
        QCOMPARE(seen("status=429"), 0);
        QCOMPARE(seen("path=/apps-integrations/*"), customers);
    }

    void inProductionHowManyIsTypedFirst_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<int>("confirms");
        QTest::newRow("nothing") << "" << 2 << 0;
        QTest::newRow("fewer") << "--confirm-production 1" << 2 << 0;
        QTest::newRow("more") << "--confirm-production 3" << 2 << 0;
        QTest::newRow("no number") << "--confirm-production live-a" << 2 << 0;
        QTest::newRow("nothing is done by looking") << "--dry-run" << 0 << 0;
        QTest::newRow("as many as there are") << "--confirm-production 2" << 0 << 1;
    }
    void inProductionHowManyIsTypedFirst()
    {
        QFETCH(QString, options);
        QFETCH(int, exitCode);
        QFETCH(int, confirms);
        const QStringList live{QStringLiteral("--environment"), QStringLiteral("bulk-live")};
        if (m_simulated.confirms(QStringLiteral("live-a")) == 0) {
            m_simulated.grantTo(QStringLiteral("live-a"));
            m_simulated.grantTo(QStringLiteral("live-b"));
            QVERIFY(m_simulated.setUp(
                m_program, QStringLiteral("bulk-live"), QStringLiteral("production")));
        }
        const auto run = bulk("companyId,consentedBy\nlive-a,Ana\nlive-b,Ana\n",
            words(QStringLiteral("--do onboard ") + options), live);
        QVERIFY2(run.exitCode == exitCode, (run.err + run.out + results()).constData());
        if (exitCode == 2)
            QVERIFY2(run.err.contains("--confirm-production N"), run.err.constData());
        QCOMPARE(m_simulated.confirms(QStringLiteral("live-a")), confirms);
        QCOMPARE(m_simulated.confirms(QStringLiteral("live-b")), confirms);
    }

    void oneBadCustomerKeepsNobodyElseFromTheirTurn()
    {
        m_simulated.grantTo(QStringLiteral("good1"));
        m_simulated.grantTo(QStringLiteral("good2"));
        const auto run = bulk("companyId,consentedBy\ngood1,Ana\nnever-granted,Ana\ngood2,Ana\n",
            words(QStringLiteral("--do onboard")));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.json().value(QStringLiteral("done")).toInt(), 2);
        QCOMPARE(run.json().value(QStringLiteral("failed")).toInt(), 1);
        const auto verified =
            bulk("companyId\ngood1\ngood2\n", words(QStringLiteral("--do verify")));
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.json().value(QStringLiteral("done")).toInt(), 2);
    }

    void credentialsAreHandedOverInEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        for (const char* format : {"json", "env", "kubernetes", "vault"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void credentialsAreHandedOverInEveryFormat()
    {
        QFETCH(QString, format);
        const QString company = QStringLiteral("hand-%1").arg(format);
        const QString id = onboard(company);
        const auto shown =
            m_program.run(words(QStringLiteral("--json integrations show %1 --reveal").arg(id)));
        const QByteArray secret =
            shown.json().value(QStringLiteral("clientSecret")).toString().toUtf8();
        QVERIFY(!secret.isEmpty());

        const auto masked = m_program.run(
            words(QStringLiteral("integrations handover %1 --to %2").arg(id, format)));
        QCOMPARE(masked.exitCode, 2);
        QVERIFY2(masked.err.contains("--reveal"), masked.err.constData());
        QVERIFY(!masked.out.contains(secret));

        const QString file = m_out.filePath(format);
        const auto run = m_program.run(
            words(QStringLiteral("--json integrations handover %1 --to %2 --reveal --out %3")
                      .arg(id, format, file)));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.out.contains(secret) && !run.err.contains(secret));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!(written.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(secretIn(format, written.readAll(), file), secret);

        const auto over =
            m_program.run(words(QStringLiteral("integrations handover %1 --to %2 --reveal --out %3")
                                    .arg(id, format, file)));
        QCOMPARE(over.exitCode, 2);
        QVERIFY2(over.err.contains("is there already"), over.err.constData());

        // What cannot be written was not handed over.
        const QString nowhere = m_out.filePath(QStringLiteral("nowhere/") + format);
        const auto lost =
            m_program.run(words(QStringLiteral("integrations handover %1 --to %2 --reveal --out %3")
                                    .arg(id, format, nowhere)));
        QCOMPARE(lost.exitCode, 2);
        QVERIFY(!historyOf(id).contains(nowhere.toUtf8()));

        // The history keeps who, what and to whom, but not the secret.
        QVERIFY(historyOf(id).contains(format.toUtf8()));
        QVERIFY(historyOf(id).contains(file.toUtf8()));
        QVERIFY(!m_program.everythingKept().contains(secret));
    }

    void gpgEncryptsForWhoeverHasTheKey()
    {
        QTemporaryDir home;
        m_program.environment.insert(QStringLiteral("GNUPGHOME"), home.path());
        const auto gpg = [&](QStringList arguments, const QByteArray& input = {}) {
            QProcess process;
            process.setProcessEnvironment(m_program.environment);
            process.start(QStringLiteral("gpg"),
                QStringList{QStringLiteral("--batch"), QStringLiteral("--quiet"),
                    QStringLiteral("--pinentry-mode"), QStringLiteral("loopback"),
                    QStringLiteral("--passphrase"), QString()}
                    + arguments);
            process.write(input);
            process.closeWriteChannel();
            process.waitForFinished(60'000);
            return process.readAllStandardOutput();
        };
        gpg({QStringLiteral("--quick-generate-key"), QStringLiteral("ops@customer.example"),
            QStringLiteral("future-default"), QStringLiteral("default"), QStringLiteral("never")});
        QString fingerprint;
        for (const QByteArray& line :
            gpg({QStringLiteral("--with-colons"), QStringLiteral("--list-keys")}).split('\n'))
            if (fingerprint.isEmpty() && line.startsWith("fpr:"))
                fingerprint = QString::fromLatin1(line.split(':').value(9));
        QCOMPARE(fingerprint.size(), 40);

        const QString id = onboard(QStringLiteral("hand-gpg"));
        const auto nobody = m_program.run(words(
            QStringLiteral("integrations handover %1 --to gpg --recipient nobody@else.example")
                .arg(id)));
        QCOMPARE(nobody.exitCode, 2);
        QVERIFY2(nobody.err.contains("nobody@else.example"), nobody.err.constData());

        const auto run =
            m_program.run(words(QStringLiteral("integrations handover %1 --to gpg --recipient %2")
                                    .arg(id, fingerprint)));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.out.startsWith("-----BEGIN PGP MESSAGE-----"));
        const QJsonObject clear =
            QJsonDocument::fromJson(gpg({QStringLiteral("--decrypt")}, run.out)).object();
        const auto shown =
            m_program.run(words(QStringLiteral("--json integrations show %1 --reveal").arg(id)));
        QCOMPARE(clear.value(QStringLiteral("clientSecret")),
            shown.json().value(QStringLiteral("clientSecret")));
        QVERIFY(!run.out.contains(clear.value(QStringLiteral("clientSecret")).toString().toUtf8()));
        m_program.environment.remove(QStringLiteral("GNUPGHOME"));
    }

    void manyAreHandedOverIntoAFileEach()
    {
        onboard(QStringLiteral("each1"));
        onboard(QStringLiteral("each2"));
        const QTemporaryDir folder;
        const auto run = bulk("companyId\neach1\neach2\n",
            words(QStringLiteral("--do handover --to env --reveal --out-dir ")) << folder.path());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
            (QStringList{QStringLiteral("each1.env"), QStringLiteral("each2.env")}));
    }

private:
    QStringList bulkWords(const QStringList& options) const
    {
        return QStringList{QStringLiteral("--json"), QStringLiteral("bulk"),
                   m_out.filePath(QStringLiteral("customers.csv")), QStringLiteral("--results"),
                   m_results}
        + options;
    }
    Program::Run bulk(
        const QByteArray& content, const QStringList& options, const QStringList& before = {})
    {
        const QByteArray former = m_content;
        if (former != content)
            m_results = m_out.filePath(QStringLiteral("results-%1.csv").arg(++m_files));
        m_content = content;
        QFile file(m_out.filePath(QStringLiteral("customers.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("The input file cannot be written.");
        file.close();
        return m_program.run(before + bulkWords(options));
    }
    /// Returns what the last run wrote for each row.
    QByteArray results() const
    {
        QFile file(m_results);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString onboard(const QString& company)
    {
        m_simulated.grantTo(company);
        return m_program
            .run(words(
                QStringLiteral("--json onboard --company %1 --consented-by Ana").arg(company)))
            .json()
            .value(QStringLiteral("integrationId"))
            .toString();
    }
    QJsonObject rowOf(const QString& company)
    {
        const auto list =
            m_program.run(words(QStringLiteral("--json integrations list --search ")) << company);
        for (const QJsonValue& row : list.json().value(QStringLiteral("integrations")).toArray())
            if (row[QStringLiteral("companyId")].toString() == company)
                return row.toObject();
        return {};
    }
    QByteArray historyOf(const QString& id)
    {
        return m_program.run(words(QStringLiteral("integrations show %1").arg(id))).out;
    }
    /// Returns the secret as the recipient's program reads it.
    static QByteArray secretIn(
        const QString& format, const QByteArray& document, const QString& file)
    {
        if (format == QLatin1String("json"))
            return QJsonDocument::fromJson(document)[QLatin1String("clientSecret")]
                .toString()
                .toUtf8();
        if (format == QLatin1String("vault"))
            return QJsonDocument::fromJson(
                document)[QLatin1String("data")][QLatin1String("clientSecret")]
                .toString()
                .toUtf8();
        if (format == QLatin1String("env")) {
            QProcess shell;
            shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                    QStringLiteral(". \"$0\" && printf %s \"$SMARTRECRUITERS_CLIENT_SECRET\""),
                    file});
            shell.waitForFinished(30'000);
            return shell.readAllStandardOutput();
        }
        const QByteArray name = "SMARTRECRUITERS_CLIENT_SECRET: ";
        const qsizetype begin = document.indexOf(name) + name.size();
        return QByteArray::fromBase64(document.mid(begin, document.indexOf('\n', begin) - begin));
    }

    Program m_program;
    Simulated m_simulated;
    QTemporaryDir m_out;
    QByteArray m_content;
    QString m_results = m_out.filePath(QStringLiteral("results.csv"));
    int m_files = 0;
};

JETBRIDGE_TEST(BulkTest)
#include "BulkTest.moc"
