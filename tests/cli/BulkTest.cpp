// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

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
        QTest::newRow("one column twice")
            << QByteArray("companyId,Company ID,consentedBy\nglobex,initech,Ana\n")
            << QByteArray("\"companyId\" and \"Company ID\" are both companyId");
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
        const auto run = bulk(content, words(u"--do onboard"_s));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(says), run.err.constData());
        QCOMPARE(m_simulated.confirms(u"globex"_s), 0);
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
        const auto dry = bulk(file, words(u"--do onboard --dry-run"_s));
        QVERIFY2(dry.exitCode == 0, dry.err.constData());
        QCOMPARE(dry.json().value(u"rows"_s).toArray().size(), 1);
        QVERIFY(dry.out.contains("globex"));
    }

    void everyCustomerComesOnBoardOnceHoweverOftenTheProgramIsKilled()
    {
        QByteArray file = "companyId,consentedBy\r\n";
        constexpr int customers = 12;
        for (int i = 0; i < customers; ++i) {
            m_simulated.grantTo(u"many%1"_s.arg(i));
            file += "many" + QByteArray::number(i) + ",\"Admin, Ana\"\r\n";
        }
        const auto dry = bulk(file, words(u"--do onboard --dry-run"_s));
        QCOMPARE(dry.exitCode, 0);
        QCOMPARE(dry.json().value(u"rows"_s).toArray().size(), customers);
        QCOMPARE(m_simulated.confirms(u"many0"_s), 0);

        // The run is killed in the middle, right after one customer's credentials were stored.
        QProcess killed;
        m_program.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JETBRIDGE_KILLPOINT));
        m_program.environment.insert(
            u"JETBRIDGE_KILL_POINT"_s, u"after registry 1 many5storedone"_s);
        m_program.start(killed, bulkWords(words(u"--do onboard"_s)));
        m_program.environment.remove(u"LD_PRELOAD"_s);
        m_program.environment.remove(u"JETBRIDGE_KILL_POINT"_s);
        QVERIFY(killed.waitForFinished(120'000));
        QCOMPARE(killed.exitStatus(), QProcess::CrashExit);

        // The run is not repeated by accident, because an earlier run's results are there.
        const auto again = bulk(file, words(u"--do onboard"_s));
        QCOMPARE(again.exitCode, 2);
        QVERIFY2(again.err.contains("--resume"), again.err.constData());

        const auto resumed = bulk(file, words(u"--do onboard --resume"_s));
        int unknown = 0;
        for (int i = 0; i < customers; ++i) {
            const QString company = u"many%1"_s.arg(i);
            const bool isUnknown = rowOf(company).value(u"status"_s) == u"unknown"_s;
            unknown += isUnknown;
            // No call is sent twice; one that was recorded may not have been sent before the kill.
            const int confirms = m_simulated.confirms(company);
            QVERIFY(confirms == 1 || (isUnknown && confirms == 0));
        }
        // Only those that were under way at the kill may be unknown.
        QVERIFY(unknown < customers);
        QCOMPARE(resumed.exitCode, unknown > 0 ? 5 : 0);
        QVERIFY2(resumed.err.contains("done"), resumed.err.constData());
        QCOMPARE(rowOf(u"many5"_s).value(u"status"_s).toString() == "unknown"_L1, false);
        const auto third = bulk(file, words(u"--do onboard --resume"_s));
        QCOMPARE(third.json().value(u"doneBefore"_s).toInt(), customers - unknown);
    }

    void aCustomerWhoseProofFailsIsNotWell()
    {
        const QString company = u"proof-fails"_s;
        const QByteArray file = "companyId,consentedBy\nproof-fails,Ana\n";
        m_simulated.grantTo(company);
        m_simulated.ask("PUT", u"/_simulator/faults"_s,
            "[{\"match\":{\"path\":\"/configuration/company\"},\"do\":{\"status\":403}}]");
        const auto run = bulk(file, words(u"--do onboard"_s));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.json().value(u"failed"_s).toInt(), 1);
        QVERIFY2(results().contains(",proof-fails,failing,no,"), results().constData());
        QCOMPARE(run.err.count("1 of 1 done"), 1);
        // It is connected and not confirmed again; its proof still fails.
        const auto resumed = bulk(file, words(u"--do onboard --resume"_s));
        QCOMPARE(resumed.exitCode, 1);
        QCOMPARE(m_simulated.confirms(company), 1);
        m_simulated.ask("PUT", u"/_simulator/faults"_s, "[]");
        const auto verified = bulk("companyId\nproof-fails\n", words(u"--do verify"_s));
        QVERIFY2(verified.exitCode == 0, verified.err.constData());
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
        const auto limit = [this](int requestsPerSecond, int concurrentRequests) {
            m_simulated.ask("PUT", u"/_simulator/settings"_s,
                QJsonDocument(QJsonObject{{u"requestsPerSecond"_s, requestsPerSecond},
                                  {u"concurrentRequests"_s, concurrentRequests}})
                    .toJson());
        };
        m_simulated.ask("DELETE", u"/_simulator/requests"_s);
        limit(perSecond, atOnce);
        QByteArray file = "companyId,consentedBy\n";
        for (int i = 0; i < customers; ++i) {
            const QString company = u"paced%1-%2"_s.arg(perSecond).arg(i);
            m_simulated.grantTo(company);
            file += company.toUtf8() + ",Ana\n";
        }
        const auto run = bulk(file, words(u"--do onboard"_s));
        limit(0, 0);
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(run.json().value(u"done"_s).toInt(), customers);
        const auto seen = [this](const char* filter) {
            return m_simulated.ask("GET", u"/_simulator/requests?"_s + QLatin1String(filter))
                .json.value(u"matched"_s)
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
        const QStringList live{u"--environment"_s, u"bulk-live"_s};
        if (m_simulated.confirms(u"live-a"_s) == 0) {
            m_simulated.grantTo(u"live-a"_s);
            m_simulated.grantTo(u"live-b"_s);
            QVERIFY(m_simulated.setUp(m_program, u"bulk-live"_s, u"production"_s));
        }
        const auto run = bulk("companyId,consentedBy\nlive-a,Ana\nlive-b,Ana\n",
            words(u"--do onboard "_s + options), live);
        QVERIFY2(run.exitCode == exitCode, (run.err + run.out + results()).constData());
        if (exitCode == 2)
            QVERIFY2(run.err.contains("--confirm-production N"), run.err.constData());
        QCOMPARE(m_simulated.confirms(u"live-a"_s), confirms);
        QCOMPARE(m_simulated.confirms(u"live-b"_s), confirms);
    }

    void oneBadCustomerKeepsNobodyElseFromTheirTurn()
    {
        m_simulated.grantTo(u"good1"_s);
        m_simulated.grantTo(u"good2"_s);
        const auto run = bulk("companyId,consentedBy\ngood1,Ana\nnever-granted,Ana\ngood2,Ana\n",
            words(u"--do onboard"_s));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.json().value(u"done"_s).toInt(), 2);
        QCOMPARE(run.json().value(u"failed"_s).toInt(), 1);
        const auto verified = bulk("companyId\ngood1\ngood2\n", words(u"--do verify"_s));
        QCOMPARE(verified.exitCode, 0);
        QCOMPARE(verified.json().value(u"done"_s).toInt(), 2);
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
        const QString company = u"hand-%1"_s.arg(format);
        const QString id = onboard(company);
        const auto shown = m_program.run(words(u"--json integrations show %1 --reveal"_s.arg(id)));
        const QByteArray secret = shown.json().value(u"clientSecret"_s).toString().toUtf8();
        QVERIFY(!secret.isEmpty());

        const auto masked =
            m_program.run(words(u"integrations handover %1 --to %2"_s.arg(id, format)));
        QCOMPARE(masked.exitCode, 2);
        QVERIFY2(masked.err.contains("--reveal"), masked.err.constData());
        QVERIFY(!masked.out.contains(secret));

        const QString file = m_out.filePath(format);
        const auto run = m_program.run(words(
            u"--json integrations handover %1 --to %2 --reveal --out %3"_s.arg(id, format, file)));
        QCOMPARE(run.exitCode, 0);
        QVERIFY(!run.out.contains(secret) && !run.err.contains(secret));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!(written.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QCOMPARE(secretIn(format, written.readAll(), file), secret);

        const auto over = m_program.run(
            words(u"integrations handover %1 --to %2 --reveal --out %3"_s.arg(id, format, file)));
        QCOMPARE(over.exitCode, 2);
        QVERIFY2(over.err.contains("is there already"), over.err.constData());

        // What cannot be written was not handed over.
        const QString nowhere = m_out.filePath(u"nowhere/"_s + format);
        const auto lost = m_program.run(words(
            u"integrations handover %1 --to %2 --reveal --out %3"_s.arg(id, format, nowhere)));
        QCOMPARE(lost.exitCode, 2);
        QVERIFY(!historyOf(id).contains(nowhere.toUtf8()));

        // The history keeps who, what and to whom, but not the secret.
        QVERIFY(historyOf(id).contains(format.toUtf8()));
        QVERIFY(historyOf(id).contains(file.toUtf8()));
        QVERIFY(!m_program.everythingKept().contains(secret));
    }

    void whatWasOddInTheAnswerIsReportedAlthoughTheProofFails()
    {
        const QByteArray odd =
            "SmartRecruiters' answer was odd, and its client secret was kept: \"integrationId\" is "
            "a number.";
        const auto answerOddly = [this](const QString& company, int id) {
            m_simulated.grantTo(company);
            // The simulator knows nothing of this client, so no token is given for it.
            m_simulated.ask("PUT", u"/_simulator/faults"_s,
                "[{\"match\":{\"path\":\"/apps-integrations/*\"},\"times\":1,\"do\":{"
                "\"status\":200,\"body\":{\"clientId\":\"odd-"
                    + QByteArray::number(id)
                    + "\",\"clientSecret\":\"odd-s3cret\","
                      "\"integrationId\":"
                    + QByteArray::number(id) + "}}}]");
        };
        answerOddly(u"odd-json"_s, 987654);
        const auto json =
            m_program.run(words(u"--json onboard --company odd-json --consented-by Ana"_s));
        QVERIFY2(json.exitCode == 1, json.err.constData());
        QCOMPARE(json.json().value(u"integrationId"_s).toString(), u"987654"_s);
        QCOMPARE(json.json().value(u"answerNote"_s).toString().toUtf8(), odd);
        QCOMPARE(json.json().value(u"answerNoteMessage"_s)[u"code"_s].toString(),
            u"confirm_odd_answer"_s);
        // The status has the failed proof instead.
        const QString detail = json.json().value(u"statusDetail"_s).toString();
        QVERIFY(!detail.isEmpty() && detail.toUtf8() != odd);

        answerOddly(u"odd-text"_s, 987655);
        const auto text = m_program.run(words(u"onboard --company odd-text --consented-by Ana"_s));
        QVERIFY2(text.exitCode == 1, text.err.constData());
        QVERIFY2(text.out.contains("but the proof failed"), text.out.constData());
        QCOMPARE(text.out.count(odd), 1);

        answerOddly(u"odd-bulk"_s, 987656);
        bulk("companyId,consentedBy\nodd-bulk,Ana\n", words(u"--do onboard"_s));
        QVERIFY2(results().contains("\"\"integrationId\"\" is a number"), results().constData());

        onboard(u"not-odd"_s);
        const auto plain = m_program.run(words(u"integrations show "_s)
            << rowOf(u"not-odd"_s).value(u"integrationId"_s).toString());
        QVERIFY2(!plain.out.contains("odd, and"), plain.out.constData());
    }

    void aHandoverThatNobodyGotIsNotOne_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a full device")
            << u"exec \"$0\" \"$@\" >/dev/full"_s
            << QByteArray("could not be written to standard output: No space left on device.");
        // The pipe is opened on both sides, and its reader has ended before the program starts.
        QTest::newRow("a reader that is gone")
            << u"pipe=$(mktemp -u) && mkfifo \"$pipe\" && { (: <\"$pipe\") & exec 4>\"$pipe\"; "
               "rm \"$pipe\"; wait $!; exec \"$0\" \"$@\" >&4; }"_s
            << QByteArray();
    }
    void aHandoverThatNobodyGotIsNotOne()
    {
        QFETCH(QString, script);
        QFETCH(QByteArray, says);
        const QString id = onboard(u"lost-%1"_s.arg(says.size()));
        QProcess process;
        process.setProcessEnvironment(m_program.environment);
        process.start(u"sh"_s,
            QStringList{
                u"-c"_s, script, QStringLiteral(JETBRIDGE_CLI), u"--data"_s, m_program.folder()}
                + words(u"integrations handover %1 --to json --reveal"_s.arg(id)));
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 1);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains(says), said.constData());
        QVERIFY2(said.contains("jetbridge-cli:") != says.isEmpty(), said.constData());
        // The data folder and its disk have nothing to do with it.
        QVERIFY2(!said.contains("data folder") && !said.contains("disk is full"), said.constData());
        QVERIFY(historyOf(id).contains("could not be written to standard output"));
    }

    void gpgEncryptsForWhoeverHasTheKey()
    {
        QTemporaryDir home;
        m_program.environment.insert(u"GNUPGHOME"_s, home.path());
        const auto gpg = [&](QStringList arguments, const QByteArray& input = {}) {
            QProcess process;
            process.setProcessEnvironment(m_program.environment);
            process.start(u"gpg"_s,
                QStringList{u"--batch"_s, u"--quiet"_s, u"--pinentry-mode"_s, u"loopback"_s,
                    u"--passphrase"_s, QString()}
                    + arguments);
            process.write(input);
            process.closeWriteChannel();
            process.waitForFinished(60'000);
            return process.readAllStandardOutput();
        };
        gpg({u"--quick-generate-key"_s, u"ops@customer.example"_s, u"future-default"_s,
            u"default"_s, u"never"_s});
        QString fingerprint;
        for (const QByteArray& line : gpg({u"--with-colons"_s, u"--list-keys"_s}).split('\n'))
            if (fingerprint.isEmpty() && line.startsWith("fpr:"))
                fingerprint = QString::fromLatin1(line.split(':').value(9));
        QCOMPARE(fingerprint.size(), 40);

        const QString id = onboard(u"hand-gpg"_s);
        const auto nobody = m_program.run(
            words(u"integrations handover %1 --to gpg --recipient nobody@else.example"_s.arg(id)));
        QCOMPARE(nobody.exitCode, 2);
        QVERIFY2(nobody.err.contains("nobody@else.example"), nobody.err.constData());

        const auto run = m_program.run(
            words(u"integrations handover %1 --to gpg --recipient %2"_s.arg(id, fingerprint)));
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.out.startsWith("-----BEGIN PGP MESSAGE-----"));
        const QJsonObject clear = QJsonDocument::fromJson(gpg({u"--decrypt"_s}, run.out)).object();
        const auto shown = m_program.run(words(u"--json integrations show %1 --reveal"_s.arg(id)));
        QCOMPARE(clear.value(u"clientSecret"_s), shown.json().value(u"clientSecret"_s));
        QVERIFY(!run.out.contains(clear.value(u"clientSecret"_s).toString().toUtf8()));
        m_program.environment.remove(u"GNUPGHOME"_s);
    }

    void manyAreHandedOverIntoAFileEach()
    {
        onboard(u"each1"_s);
        onboard(u"each2"_s);
        const QTemporaryDir folder;
        const auto run = bulk("companyId\neach1\neach2\n",
            words(u"--do handover --to env --reveal --out-dir "_s) << folder.path());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
            (QStringList{u"each1.env"_s, u"each2.env"_s}));
    }

private:
    QStringList bulkWords(const QStringList& options) const
    {
        return QStringList{u"--json"_s, u"bulk"_s, m_out.filePath(u"customers.csv"_s),
                   u"--results"_s, m_results}
        + options;
    }
    Program::Run bulk(
        const QByteArray& content, const QStringList& options, const QStringList& before = {})
    {
        const QByteArray former = m_content;
        if (former != content)
            m_results = m_out.filePath(u"results-%1.csv"_s.arg(++m_files));
        m_content = content;
        QFile file(m_out.filePath(u"customers.csv"_s));
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
            .run(words(u"--json onboard --company %1 --consented-by Ana"_s.arg(company)))
            .json()
            .value(u"integrationId"_s)
            .toString();
    }
    QJsonObject rowOf(const QString& company)
    {
        const auto list = m_program.run(words(u"--json integrations list --search "_s) << company);
        for (const QJsonValue& row : list.json().value(u"integrations"_s).toArray())
            if (row[u"companyId"_s].toString() == company)
                return row.toObject();
        return {};
    }
    QByteArray historyOf(const QString& id)
    {
        return m_program.run(words(u"integrations show %1"_s.arg(id))).out;
    }
    /// Returns the secret as the recipient's program reads it.
    static QByteArray secretIn(
        const QString& format, const QByteArray& document, const QString& file)
    {
        if (format == "json"_L1)
            return QJsonDocument::fromJson(document)["clientSecret"_L1].toString().toUtf8();
        if (format == "vault"_L1)
            return QJsonDocument::fromJson(document)["data"_L1]["clientSecret"_L1]
                .toString()
                .toUtf8();
        if (format == "env"_L1) {
            QProcess shell;
            shell.start(u"/bin/sh"_s,
                {u"-c"_s, u". \"$0\" && printf %s \"$SMARTRECRUITERS_CLIENT_SECRET\""_s, file});
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
    QString m_results = m_out.filePath(u"results.csv"_s);
    int m_files = 0;
};

JETBRIDGE_TEST(BulkTest)
#include "BulkTest.moc"
