// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AuthorizationServer.h"
#include "cli/Program.h"
#include "console/Console.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "delivery/TestVault.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QDir>
#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int patience = 60'000;
const QByteArray secretOfAll = "s3cret-of-every-customer";

ConsoleOptions optionsOf(const Program& program)
{
    ConsoleOptions options;
    options.dataFolder = program.folder();
    return options;
}

Integration customer(const QString& company, IntegrationStatus status = IntegrationStatus::Live)
{
    Integration row;
    row.id = IntegrationId(u"int-"_s + company);
    row.company = CompanyId(company);
    row.status = status;
    row.clientId = ClientId(u"client-"_s + company);
    row.onboarding = OnboardingId(u"run-"_s + company);
    return row;
}

/// Brings customers on board as an onboarding leaves them: credentials in the keychain, and a row.
bool keep(const Program& program, const QStringList& companies)
{
    Console console(optionsOf(program));
    if (!QCoro::waitFor(console.ready()))
        return false;
    for (const QString& company : companies) {
        const Integration row = customer(company);
        const CustomerCredentials credentials{row.id, {row.clientId, Secret(secretOfAll)}};
        const auto kept = QCoro::waitFor(console.dataFolder().vault().store(
            VaultKey::customer(u"simulator"_s, row.id), credentials.toJson()));
        if (!kept || !QCoro::waitFor(console.customers().integrations().save(row)))
            return false;
    }
    QCoro::waitFor(console.shutDown());
    return true;
}

/// Runs the program while this process answers, too.
Program::Run runBeside(
    const Program& program, const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    program.start(process, arguments);
    process.write(input);
    process.closeWriteChannel();
    QElapsedTimer time;
    time.start();
    while (process.state() != QProcess::NotRunning && time.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    const int exitCode =
        process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit
        ? process.exitCode()
        : -1;
    return {exitCode, process.readAllStandardOutput(), process.readAllStandardError()};
}

/// Makes a script and returns its path.
QString script(const Program& program, const QByteArray& lines)
{
    QFile file(program.folder() + u"/sink.sh"_s);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + lines + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Number of customers whose deliveries are killed; JETBRIDGE_KILL_DELIVERIES=334 for a thousand.
int wanted()
{
    const int given = qEnvironmentVariableIntValue("JETBRIDGE_KILL_DELIVERIES");
    return given > 0 ? given : 20;
}

/// Returns how many milliseconds so many events may take at most.
int mostMs(qsizetype events)
{
    return 200'000 + int(events) * 2000;
}

} // namespace

/// `sinks` and `deliveries`: what a partner's backend needs gets there by itself.
class DeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFolderHasWhatTheCustomersHave()
    {
        const Program program;
        const QTemporaryDir folder;
        QVERIFY(keep(program, {u"globex"_s, u"initech"_s}));
        const auto added = program.run(words("--json sinks add files --to json --reveal "
                                             "--with-existing --folder")
            << folder.path());
        QVERIFY2(added.exitCode == 0, added.err.constData());
        QVERIFY(!added.out.contains(secretOfAll) && !added.err.contains(secretOfAll));
        // The command itself has delivered before it ended.
        const QString file = folder.filePath(u"int-globex.json"_s);
        QVERIFY2(contentOf(file).contains(secretOfAll), added.err.constData());
        QVERIFY(contentOf(folder.filePath(u"int-initech.json"_s)).contains("client-initech"));
        const auto shown = program.run(words("integrations show int-globex"));
        QVERIFY2(shown.out.contains("in files since"), shown.out.constData());
        QVERIFY(shown.out.contains("Delivered to the sink \"files\""));
        const auto listed = program.run(words("--json deliveries list --company globex")).json();
        QCOMPARE(listed.value("deliveries"_L1).toArray().size(), 1);
        QCOMPARE(listed.value("deliveries"_L1)[0]["state"_L1].toString(), u"done"_s);

        QCOMPARE(program.run(words("integrations forget int-globex")).exitCode, 0);
        QVERIFY(!QFile::exists(file));
        const auto after = program.run(words("--json deliveries list --company globex")).json();
        QCOMPARE(after.value("deliveries"_L1)[0]["event"_L1].toString(), u"forgotten"_s);
        QCOMPARE(after.value("deliveries"_L1)[0]["state"_L1].toString(), u"done"_s);
        QCOMPARE(program.run(words("sinks remove files")).exitCode, 0);
        QVERIFY(QFile::exists(folder.filePath(u"int-initech.json"_s)));
        QVERIFY(program.run(words("sinks list")).out.startsWith("No sinks"));
        QVERIFY(!program.everythingKept().contains(secretOfAll));
    }

    void whatCannotBeDeliveredWaitsSaysWhyAndIsRetried()
    {
        const Program program;
        const QTemporaryDir folder;
        const QString place = folder.filePath(u"inner"_s);
        QVERIFY(QDir().mkdir(place));
        QVERIFY(
            QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(program.run(words("sinks add files --to env --reveal --folder") << place).exitCode
            == 0);
        QVERIFY(QDir().rmdir(place));
        QVERIFY(keep(program, {u"globex"_s}));
        const auto failed = program.run(words("--json deliveries retry --all"));
        QCOMPARE(failed.exitCode, 1);
        QCOMPARE(failed.json().value("waiting"_L1).toArray().size(), 1);
        const auto shown = program.run(words("integrations show int-globex"));
        QVERIFY2(shown.out.contains("could not be delivered to files: There is no folder"),
            shown.out.constData());
        QVERIFY(QDir().mkdir(place));
        QVERIFY(
            QFile::setPermissions(place, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const auto done = program.run(words("--json deliveries retry 1"));
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY(contentOf(place + u"/int-globex.env"_s)
                    .contains("SMARTRECRUITERS_CLIENT_SECRET=" + secretOfAll));
        // Nothing waits: that is well for all of them, and a mistake for one that was named.
        const auto none = program.run(words("--json deliveries retry --all"));
        QCOMPARE(none.exitCode, 0);
        QCOMPARE(none.json().value(u"due"_s).toInt(-1), 0);
        QVERIFY(none.json().value(u"waiting"_s).isArray());
        QCOMPARE(program.run(words("deliveries retry 1")).exitCode, 1);
    }

    void aSinkThatIsRemovedSaysHowManyDeliveriesItDrops()
    {
        const Program program;
        const QTemporaryDir folder;
        QVERIFY(program.run(words("sinks add files --to env --reveal --folder") << folder.path())
                    .exitCode
            == 0);
        QVERIFY(QDir().rmdir(folder.path()));
        QVERIFY(keep(program, {u"globex"_s, u"initech"_s}));
        const auto removed = program.run(words("--json sinks remove files"));
        QVERIFY2(removed.exitCode == 0, removed.err.constData());
        QCOMPARE(removed.json().value("dropped"_L1).toInt(-1), 2);
    }

    void aTestShowsWhatWouldGoWhereAndMasksIt()
    {
        const Program program;
        const QTemporaryDir folder;
        QVERIFY(keep(program, {u"globex"_s}));
        QVERIFY(program.run(words("sinks add files --to json --reveal --folder") << folder.path())
                    .exitCode
            == 0);
        const auto tested = program.run(words("deliveries test files int-globex"));
        QVERIFY2(tested.exitCode == 0, tested.err.constData());
        QVERIFY(tested.out.contains("globex -> "));
        QVERIFY(tested.out.contains("********"));
        QVERIFY(!tested.out.contains(secretOfAll));
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(QDir().rmdir(folder.path()));
        const auto broken = program.run(words("deliveries test files"));
        QVERIFY(broken.exitCode != 0);
        QVERIFY(broken.err.contains("There is no folder"));
        QVERIFY(program.run(words("deliveries test nothing")).exitCode != 0);
    }

    void serveDeliversWhatOtherCommandsChange()
    {
        const Program program;
        const QTemporaryDir folder;
        QVERIFY(program.run(words("sinks add files --to json --reveal --folder") << folder.path())
                    .exitCode
            == 0);
        QProcess serve;
        program.start(serve, words("serve --port 0"));
        QVERIFY(!readyLine(serve).isEmpty());
        QVERIFY(keep(program, {u"globex"_s})); // this Console does not deliver
        const QString file = folder.filePath(u"int-globex.json"_s);
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(file).contains(secretOfAll), patience);
        QCOMPARE(program.run(words("integrations forget int-globex")).exitCode, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(file), patience);
        QCOMPARE(stop(serve), 0);
        QVERIFY(!serve.readAllStandardError().contains(secretOfAll));
    }

    void vaultHasWhatTheCustomersHaveAndShowSaysSo()
    {
        const Program program;
        TestVault vault;
        vault.tokens = {"hvs.token-of-the-sink"};
        QVERIFY(keep(program, {u"globex"_s}));
        const QStringList add = words("--json sinks add safe --with-existing --vault-url")
            << vault.url().toString();
        const auto refused = runBeside(program, add, "hvs.wrong\n");
        QVERIFY2(refused.exitCode == 3, refused.err.constData());
        const auto added = runBeside(program, add, "hvs.token-of-the-sink\n");
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const QString path = u"jetbridge/int-globex"_s;
        QCOMPARE(vault.entries[path].versions.size(), 1);
        QCOMPARE(vault.entries[path].versions.first().value("clientSecret"_L1).toString().toUtf8(),
            secretOfAll);
        const auto shown = program.run(words("integrations show int-globex"));
        QVERIFY2(shown.out.contains("in safe since"), shown.out.constData());

        vault.tokens.clear();
        const auto forgotten = runBeside(program, words("integrations forget int-globex"));
        QCOMPARE(forgotten.exitCode, 0);
        QVERIFY2(forgotten.err.contains("does not accept the token"), forgotten.err.constData());
        const auto waiting = program.run(words("--json deliveries list --waiting")).json();
        QCOMPARE(waiting.value("deliveries"_L1)[0]["event"_L1].toString(), u"forgotten"_s);
        vault.tokens = {"hvs.token-of-the-sink"};
        const auto retried = runBeside(program, words("deliveries retry --sink safe"));
        QVERIFY2(retried.exitCode == 0, retried.err.constData());
        QVERIFY(!vault.entries.contains(path));
        QVERIFY(!program.everythingKept().contains("hvs.token-of-the-sink"));
        QVERIFY(!program.everythingKept().contains(secretOfAll));
    }

    void aBackendIsToldOfCustomersUntilItWantsNoMore()
    {
        const Program program;
        AuthorizationServer backend;
        QVERIFY(keep(program, {u"globex"_s, u"initech"_s}));
        const auto given =
            program.run(words("environment set simulator --webhook-secret-from-stdin"),
                AuthorizationServer::webhookSecret() + '\n');
        QVERIFY2(given.exitCode == 0, given.err.constData());
        const auto added = runBeside(program,
            words("--json sinks add hook --with-existing --webhook-url")
                << backend.url("/hook").toString());
        QVERIFY2(added.exitCode == 0, added.err.constData());
        const auto types = [&backend] {
            QStringList names;
            for (const QString& one : backend.webhooks())
                names.append(one.section(QLatin1Char(' '), 0, 0));
            return names;
        };
        QCOMPARE(types(), QStringList(2, u"integration.connected"_s));

        backend.have(AuthorizationServer::Trouble::Gone);
        QCOMPARE(runBeside(program, words("integrations forget int-globex")).exitCode, 0);
        QCOMPARE(types().size(), 3);
        QCOMPARE(runBeside(program, words("integrations forget int-initech")).exitCode, 0);
        QCOMPARE(types().size(), 3); // nothing was sent after 410
        const auto waiting = program.run(words("--json deliveries list --waiting")).json();
        QCOMPARE(waiting.value("deliveries"_L1).toArray().size(), 2);
        for (const QJsonValue& one : waiting.value("deliveries"_L1).toArray())
            QVERIFY(one["isStopped"_L1].toBool());

        backend.have(AuthorizationServer::Trouble::None);
        const auto retried = runBeside(program, words("deliveries retry --sink hook"));
        QVERIFY2(retried.exitCode == 0, retried.err.constData());
        QCOMPARE(types().mid(2), QStringList(3, u"integration.forgotten"_s));
        // Each try has the same id.
        QCOMPARE(backend.webhooks().at(2), backend.webhooks().at(3));
        QVERIFY(!program.everythingKept().contains(AuthorizationServer::webhookSecret()));
        QVERIFY(!program.everythingKept().contains(secretOfAll));
    }

    void whatIsWrongIsRefusedBeforeThereIsASink_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, const char* line, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(says);
        };
        row("nowhere", "--to json --reveal", "--vault-url URL or --webhook-url URL");
        row("two places", "--to json --reveal --folder /tmp --command /bin/true",
            "--vault-url URL or --webhook-url URL");
        row("in clear text without a word", "--to json --folder /nowhere", "--reveal");
        row("no folder", "--to json --reveal --folder /nowhere", "There is no folder");
        row("no program", "--to json --reveal --command /nowhere/x", "There is no program");
        row("not in PATH", "--to json --reveal --command no-such-program-here", "in PATH");
        row("a secret as argument",
            "--to json --reveal --command /bin/true --argument {clientSecret}", "standard input");
        row("an option of the other kind", "--to json --reveal --folder /tmp --argument x",
            "--argument goes with --command");
        row("too long", "--to json --reveal --command /bin/true --time-out 601", "--time-out");
        row("no TLS", "--vault-url http://vault.example:8200", "https");
        row("one path for all", "--vault-url https://vault.example --path secret/all",
            "{integrationId}");
        row("an odd path", "--vault-url https://vault.example --path ../{integrationId}", "../");
        row("a format for Vault", "--vault-url https://vault.example --to env --reveal",
            "a format of its own");
        row("no token", "--vault-url https://vault.example", "a token of Vault is expected");
        row("no secret id", "--vault-url https://vault.example --app-role id",
            "the secret id of the AppRole is expected");
        row("no TLS for a webhook", "--webhook-url http://backend.example/hook", "https");
        row("a format for a webhook", "--webhook-url https://backend.example --to env --reveal",
            "a format of its own");
        row("a secret for a folder", "--to json --reveal --folder /tmp --with-secret",
            "--with-secret goes with --webhook-url");
        row("no key", "--to gpg --recipient nobody --command /bin/true", "recipient");
    }
    void whatIsWrongIsRefusedBeforeThereIsASink()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, says);
        const auto refused = m_program.run(
            words("sinks add one") + line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains(says), refused.err.constData());
        QVERIFY(m_program.run(words("sinks list")).out.startsWith("No sinks"));
    }

    /// The sink takes every second try only, and `serve` is killed after every 50 events at most.
    void everyEventArrivesInOrderHoweverOftenTheProgramIsKilled()
    {
        const Program program;
        const QString place = program.folder() + u"/arrived"_s;
        QVERIFY(QDir().mkdir(place));
        const QString path = script(program,
            "n=$(cat \"$1/count\" 2>/dev/null || echo 0); n=$((n + 1)); echo $n > \"$1/count\"\n"
            "[ $((n % 2)) = 0 ] || { echo \"$2 $3\" >> \"$1/refused\"; exit 1; }\n"
            "echo \"$2 $3 $4\" >> \"$1/log\"");
        QVERIFY(!path.isEmpty());
        const auto added = program.run(words("sinks add log --to json --reveal --command")
            << path << u"--argument"_s << place
            << words("--argument {integrationId} --argument "
                     "{event} --argument {deliveryId}"));
        QVERIFY2(added.exitCode == 0, added.err.constData());
        QStringList companies;
        for (int i = 0; i < wanted(); ++i)
            companies.append(u"company-%1"_s.arg(i));
        QVERIFY(keep(program, companies));
        {
            Console console(optionsOf(program));
            QVERIFY(QCoro::waitFor(console.ready()));
            Integrations& integrations = console.customers().integrations();
            for (const QString& company : std::as_const(companies)) {
                const Integration disabled = customer(company, IntegrationStatus::Disabled);
                QVERIFY(QCoro::waitFor(integrations.save(disabled)));
                QVERIFY(QCoro::waitFor(integrations.forget(disabled.id)));
            }
        }
        const auto arrived = [&place] {
            return contentOf(place + u"/log"_s).split('\n');
        };
        const qsizetype total = 3 * companies.size();
        const auto distinct = [&arrived] {
            const QList<QByteArray> lines = arrived();
            return QSet<QByteArray>(lines.begin(), lines.end()).size() - 1; // the empty last one
        };
        const qsizetype step = std::clamp<qsizetype>(total / 4, 1, 50);
        int kills = 0;
        QElapsedTimer time;
        time.start();
        while (distinct() < total && time.elapsed() < mostMs(total)) {
            QProcess serve;
            program.start(serve, words("serve --port 0"));
            QVERIFY(!readyLine(serve).isEmpty());
            const qsizetype enough = std::min<qsizetype>(distinct() + step, total);
            QTRY_VERIFY_WITH_TIMEOUT(distinct() >= enough, 120'000);
            serve.kill();
            ++kills;
            QVERIFY(serve.waitForFinished(patience));
        }
        QCOMPARE(distinct(), total); // An event that arrives again has the same id.
        QHash<QByteArray, QList<QByteArray>> events;
        for (const QByteArray& line : arrived()) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() == 3 && !events[parts[0]].contains(parts[1]))
                events[parts[0]].append(parts[1]);
        }
        const QList<QByteArray> order{"connected", "disabled", "forgotten"};
        QCOMPARE(events.size(), companies.size());
        for (const QList<QByteArray>& ofOne : std::as_const(events))
            QCOMPARE(ofOne, order);
        qInfo("%lld events, %lld refused, %d kills, %lld s, none lost.", qlonglong(total),
            qlonglong(contentOf(place + u"/refused"_s).count('\n')), kills,
            qlonglong(time.elapsed() / 1000));
    }

private:
    const Program m_program;
};

namespace {

/// The limit that QTest sets to one function follows the number of deliveries.
int run(int argc, char** argv)
{
    constexpr int others = 100'000; // for what is prepared
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(mostMs(3 * wanted()) + others));
    return test::runTest<QCoreApplication, DeliveriesTest>(argc, argv);
}

} // namespace

JETBRIDGE_TEST_MAIN(DeliveriesTest, run)
#include "DeliveriesTest.moc"
