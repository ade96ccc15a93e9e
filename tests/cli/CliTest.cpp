// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray applicationFile(const Program& program, const QJsonObject& changes = {})
{
    QJsonObject application{
        {u"name"_s, u"Acme Assessments"_s},
        {u"description"_s, u"Assessments"_s},
        {u"logo"_s, u"https://partner.example/logo.png"_s},
        {u"scopes"_s, QJsonArray{u"company_read"_s}},
        {u"consentUrl"_s, u"https://partner.example/consent"_s},
    };
    for (auto change = changes.begin(); change != changes.end(); ++change)
        application.insert(change.key(), change.value());
    const QString path = program.folder() + u"/application-input.json"_s;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("The input file cannot be written.");
    file.write(QJsonDocument(application).toJson());
    return path.toUtf8();
}

/// Returns the answer of the simulator's control interface; with a body, it sends a POST.
QJsonDocument asked(const QString& url, const QJsonObject& body = {})
{
    QNetworkAccessManager network;
    QNetworkRequest request{QUrl(url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const auto reply = jetbridge::test::answered(body.isEmpty()
            ? network.get(request)
            : network.post(request, QJsonDocument(body).toJson()));
    return QJsonDocument::fromJson(reply->readAll());
}

} // namespace

class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWrongCommandLineIsRefusedWithAHint_data();
    void aWrongCommandLineIsRefusedWithAHint();
    void everyCommandExplainsItself();
    void environmentsAreListedShownAndChanged();
    void aBadEnvironmentIsRefusedAndNothingIsChanged_data();
    void aBadEnvironmentIsRefusedAndNothingIsChanged();
    void anApplicationIsImportedCheckedAndPacked();
    void whatAnApplicationDoesNotHaveIsFound();
    void anIncompleteApplicationMakesNoPacket();
    void aPipeIsWrittenToAndStaysOne();
    void aHyphenIsStandardOutput_data();
    void aHyphenIsStandardOutput();
    void anAnswerThatNobodyGotIsNoSuccess_data();
    void anAnswerThatNobodyGotIsNoSuccess();
    void aReaderThatGoesAwayLeavesNothingBehind();
    void whoCannotSayWhereItListensDoesNot_data();
    void whoCannotSayWhereItListensDoesNot();
    void masterCredentialsAreProvedThenKeptAndNeverShown();
    void masterCredentialsAreRotatedAndTheOldPairIsKept();
    void wrongMasterCredentialsAreRefusedAndNotStored();
    void nobodyAnsweringIsFour();
    void anInputThatCannotBeReadIsNamedWithTheReason();
    void noKeychainIsSix();
    void aDataFolderThatCannotBeUsedIsForTheDoctorToo();
    void theDoctorSaysWhatIsWrongInTheDataFolder_data();
    void theDoctorSaysWhatIsWrongInTheDataFolder();
    void theDoctorSaysHowOldTheWindowsBrowserIs_data();
    void theDoctorSaysHowOldTheWindowsBrowserIs();
    void aMovedAddressIsForUsToMend();
    void nobodysNameSteersTheTerminal();
    void aCommandThatIsInterruptedSaysSeven_data();
    void aCommandThatIsInterruptedSaysSeven();
    void aVisitThatIsRefusedIsSaidWithItsSetting();
    void theEndpointsRunUntilTheyAreStopped();
    void theEndpointsListenOnIPv6AndSaySoAsUrlsDo();
    void theEndpointsServeTlsAndAPublicUrl();
    void thePortTakenIsSaid();
    void theDemoPlaysTheWholeJourney_data();
    void theDemoPlaysTheWholeJourney();
    void whoMustConsentAgainIsNamed();
    void theDemoLeavesNoSecretInTheDataFolder();
};

void CliTest::aWrongCommandLineIsRefusedWithAHint_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("hint");
    QTest::newRow("nothing") << QString() << QByteArray("--help");
    QTest::newRow("unknown command") << u"dance"_s << QByteArray("dance");
    QTest::newRow("unknown option") << u"demo --fast"_s << QByteArray("demo --help");
    QTest::newRow("unknown global option") << u"--fast demo"_s << QByteArray("fast");
    QTest::newRow("half a command") << u"environment"_s << QByteArray("list, show, set");
    QTest::newRow("unknown second word") << u"app dance"_s << QByteArray("import");
    QTest::newRow("missing operand") << u"app import"_s << QByteArray("FILE");
    QTest::newRow("superfluous operand") << u"token now"_s << QByteArray("now");
    QTest::newRow("missing value") << u"token --company"_s << QByteArray("company");
    QTest::newRow("unknown vault") << u"--vault drawer token"_s << QByteArray("drawer");
    QTest::newRow("way back without one")
        << u"demo --one-way --way-back"_s << QByteArray("exclude");
    QTest::newRow("unknown mode") << u"demo --mode sideways"_s << QByteArray("popup");
    QTest::newRow("port out of range") << u"serve --port 65536"_s << QByteArray("65536");
    QTest::newRow("public URL without TLS")
        << u"serve --public-url http://partner.example"_s << QByteArray("https");
    QTest::newRow("tokens for a day (clause 33)")
        << u"serve --token-lifetime 86400"_s << QByteArray("3600");
    QTest::newRow("a certificate without its key")
        << u"serve --tls-cert a.pem"_s << QByteArray("--tls-key");
    QTest::newRow("a certificate that is none")
        << u"serve --port 0 --tls-cert /nowhere.pem --tls-key /nowhere.key"_s
        << QByteArray("/nowhere.pem");
    QTest::newRow("a peer without an address")
        << u"serve --forwarded-by tunnel"_s << QByteArray("tunnel");
    QTest::newRow("others let in without TLS (clause 8)")
        << u"serve --listen 192.0.2.1"_s << QByteArray("certificate");
    QTest::newRow("everywhere without a name")
        << u"serve --listen 0.0.0.0 --forwarded-by 192.0.2.1"_s << QByteArray("public URL");
    QTest::newRow("unknown environment") << u"--environment mars token"_s << QByteArray("mars");
    QTest::newRow("unknown status") << u"integrations list --status odd"_s << QByteArray("odd");
    QTest::newRow("onboard whom") << u"onboard --consented-by Ana"_s << QByteArray("--company");
    QTest::newRow("who approved") << u"onboard --company globex"_s << QByteArray("--consented-by");
    QTest::newRow("a company that is none")
        << u"onboard --company ../globex --consented-by Ana"_s << QByteArray("company identifier");
    QTest::newRow("replayed to nobody") << u"inbox replay 1"_s << QByteArray("--to URL");
    QTest::newRow("no format") << u"traffic export --out all.har"_s
                               << QByteArray("--format is needed");
    QTest::newRow("bulk without a task") << u"bulk customers.csv"_s << QByteArray("--do is needed");
    QTest::newRow("results that nobody can resume")
        << u"bulk customers.csv --do verify --results -"_s << QByteArray("--resume");
    QTest::newRow("no master credentials on standard input")
        << u"credentials set-master"_s << QByteArray("On standard input {\"appId\"");
    QTest::newRow("an application that is none")
        << u"app import /dev/null"_s << QByteArray("\"/dev/null\"");
    QTest::newRow("an application that cannot be read")
        << u"app import /proc/self/mem"_s << QByteArray("\"/proc/self/mem\" cannot be read: ");
    QTest::newRow("a folder in place of an application")
        << u"app import /proc"_s << QByteArray("\"/proc\" cannot be read: ");
    QTest::newRow("a foreign redirect")
        << u"onboard --company globex --consented-by Ana --redirect https://evil.example/"_s
        << QByteArray("evil.example");
    QTest::newRow("production unconfirmed")
        << u"--environment production onboard --company globex --consented-by Ana"_s
        << QByteArray("--confirm-production");
}

void CliTest::aWrongCommandLineIsRefusedWithAHint()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, hint);
    const Program program;
    const auto plain = program.run(words(line));
    QCOMPARE(plain.exitCode, 2);
    QVERIFY2(plain.err.contains(hint), plain.err.constData());
    QCOMPARE(plain.out, QByteArray());

    const auto json = program.run(words(u"--json "_s + line));
    QCOMPARE(json.exitCode, 2);
    QCOMPARE(json.json().value(u"ok"_s), QJsonValue(false));
}

void CliTest::everyCommandExplainsItself()
{
    const Program program;
    const auto all = program.run({u"--help"_s});
    QCOMPARE(all.exitCode, 0);
    for (const char* command :
        {"demo", "environment set", "app packet", "credentials set-master", "token", "onboard",
            "integrations verify", "serve", "inbox replay", "simulate", "doctor", "sinks add",
            "deliveries test", "registrations list", "signing-keys rotate", "resource-servers add",
            "bulk", "invite", "backup", "restore", "check", "traffic export"}) {
        QVERIFY2(all.out.contains(command), command);
        const auto one = program.run(words(QLatin1String(command)) << u"--help"_s);
        QCOMPARE(one.exitCode, 0);
        // For example that a command has an option of the same name as one for all commands.
        QVERIFY2(!one.err.contains("warning"), one.err.constData());
        QVERIFY2(one.out.contains(QByteArray("Usage: jetbridge-cli [options] ") + command),
            one.out.constData());
    }
    QCOMPARE(program.run({u"--version"_s}).exitCode, 0);
}

void CliTest::environmentsAreListedShownAndChanged()
{
    const Program program;
    const auto listed = program.run(words(u"--json environment list"_s));
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.json().value(u"environments"_s).toArray().size(), 3);

    const auto set = program.run(words(
        u"environment set staging --kind sandbox --api-url https://api.example --redirect-host "
        "a.example --redirect-host b.example:8443 --client-auth basic --unknown-scopes refuse"_s));
    QVERIFY2(set.exitCode == 0, set.err.constData());
    const auto shown = program.run(words(u"--json environment show staging"_s));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.json().value(u"apiUrl"_s).toString(), u"https://api.example"_s);
    QCOMPARE(shown.json().value(u"redirectHosts"_s).toArray().size(), 2);
    QCOMPARE(shown.json().value(u"clientAuthentication"_s).toString(), u"basic"_s);
    QCOMPARE(shown.json().value(u"unknownScopes"_s).toString(), u"refuse"_s);

    QCOMPARE(
        program.run(words(u"environment set staging --api-url https://new.example"_s)).exitCode, 0);
    const auto changed = program.run(words(u"--environment staging environment show --json"_s));
    QCOMPARE(changed.json().value(u"apiUrl"_s).toString(), u"https://new.example"_s);
    QCOMPARE(changed.json().value(u"clientAuthentication"_s).toString(), u"basic"_s);
    QCOMPARE(program.run(words(u"environment show mars"_s)).exitCode, 1);
}

void CliTest::aBadEnvironmentIsRefusedAndNothingIsChanged_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("bad name") << u"Big_Name --kind sandbox --api-url https://a.example"_s;
    QTest::newRow("no kind") << u"new --api-url https://a.example"_s;
    QTest::newRow("unknown kind") << u"new --kind moon --api-url https://a.example"_s;
    QTest::newRow("no address") << u"new --kind sandbox"_s;
    QTest::newRow("http off this computer") << u"new --kind sandbox --api-url http://a.example"_s;
    QTest::newRow("not a URL") << u"new --kind sandbox --api-url https://["_s;
    QTest::newRow("fragment") << u"new --kind sandbox --api-url https://a.example/#x"_s;
    QTest::newRow("password in it") << u"new --kind sandbox --api-url https://u:p@a.example"_s;
    QTest::newRow("a simulator elsewhere") << u"simulator --api-url https://a.example"_s;
    QTest::newRow("host with scheme") << u"production --redirect-host https://a.example"_s;
    QTest::newRow("origin with path") << u"production --frame-origin https://a.example/x"_s;
    QTest::newRow("verify never and less") << u"production --verify-every -1"_s;
    QTest::newRow("verify every two years") << u"production --verify-every 17520"_s;
    QTest::newRow("tokens for a day") << u"production --token-lifetime 86400"_s;
    QTest::newRow("a public URL without TLS")
        << u"production --public-url http://partner.example"_s;
    QTest::newRow("signed tokens without an issuer")
        << u"production --access-tokens es256 --audience our-api"_s;
    QTest::newRow("signed tokens without an audience")
        << u"production --access-tokens es256 --issuer https://partner.example"_s;
    QTest::newRow("an unknown form of tokens") << u"production --access-tokens hs256"_s;
    QTest::newRow("unknown client authentication") << u"production --client-auth digest"_s;
    QTest::newRow("no such authority file") << u"production --ca-file /nowhere.pem"_s;
    QTest::newRow("another kind") << u"production --kind simulator"_s;
}

void CliTest::aBadEnvironmentIsRefusedAndNothingIsChanged()
{
    QFETCH(QString, line);
    const Program program;
    const auto before = program.run(words(u"--json environment list"_s));
    const auto set = program.run(words(u"environment set "_s + line));
    QCOMPARE(set.exitCode, 2);
    QVERIFY(!set.err.isEmpty());
    // What is missing is named as it is given.
    if (line.contains("es256"_L1))
        QVERIFY2(set.err.contains(line.contains("--issuer"_L1) ? "--audience" : "--issuer"),
            set.err.constData());
    QCOMPARE(program.run(words(u"--json environment list"_s)).out, before.out);
}

void CliTest::anApplicationIsImportedCheckedAndPacked()
{
    const Program program;
    QCOMPARE(program.run(words(u"app show"_s)).exitCode, 1);
    const QString file = QString::fromUtf8(applicationFile(program));
    const auto imported = program.run({u"app"_s, u"import"_s, file});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    const auto shown = program.run(words(u"app show --json"_s));
    QCOMPARE(shown.json().value(u"name"_s).toString(), u"Acme Assessments"_s);
    const auto checked = program.run(words(u"app check --json"_s));
    QCOMPARE(checked.exitCode, 0);
    QCOMPARE(checked.json().value(u"findings"_s).toArray().first().toObject().value(u"field"_s),
        QJsonValue(u"scopes"_s));

    for (const char* format : {"md", "json", "html"}) {
        const QString out = program.folder() + u"/packet."_s + QLatin1String(format);
        const auto packed =
            program.run(words(u"app packet --format %1 --out"_s.arg(QLatin1String(format))) << out);
        QVERIFY2(packed.exitCode == 0, packed.err.constData());
        QFile packet(out);
        QVERIFY(packet.open(QIODevice::ReadOnly));
        QVERIFY(packet.readAll().contains("Acme Assessments"));
    }
}

void CliTest::whatAnApplicationDoesNotHaveIsFound()
{
    const Program program;
    const QString file = QString::fromUtf8(applicationFile(program,
        {{u"oauthTokenURL"_s, u"https://partner.example/token"_s},
            {u"scopes"_s, QJsonArray{u"company_reed"_s}}}));
    const auto imported = program.run({u"app"_s, u"import"_s, file});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY2(imported.out.contains("is \"oauthTokenUrl\" meant?"), imported.out.constData());
    // The application is saved, and the check reports the error until it is corrected.
    const auto checked = program.run(words(u"app check --json"_s));
    QCOMPARE(checked.exitCode, 1);
    QVERIFY2(checked.out.contains("oauthTokenURL"), checked.out.constData());
    QVERIFY2(checked.out.contains("company_reed"), checked.out.constData());
}

void CliTest::anIncompleteApplicationMakesNoPacket()
{
    const Program program;
    const QString file = QString::fromUtf8(
        applicationFile(program, {{u"consentUrl"_s, u"http://partner.example"_s}}));
    QCOMPARE(program.run({u"app"_s, u"import"_s, file}).exitCode, 0);
    QCOMPARE(program.run(words(u"app check"_s)).exitCode, 1);
    const QString out = program.folder() + u"/packet.md"_s;
    QCOMPARE(program.run(words(u"app packet --out"_s) << out).exitCode, 1);
    QVERIFY(!QFile::exists(out));
}

void CliTest::aPipeIsWrittenToAndStaysOne()
{
    const Program program;
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QProcess reader;
    reader.start(u"cat"_s, {pipe});
    const auto exported = program.run(words(u"traffic export --format har --out"_s) << pipe);
    QCOMPARE(exported.exitCode, 0);
    QVERIFY(reader.waitForFinished(60'000));
    QVERIFY(reader.readAllStandardOutput().contains("\"entries\""));
    struct stat still = {};
    QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &still), 0);
    QVERIFY(S_ISFIFO(still.st_mode));

    const auto full = program.run(words(u"traffic export --format har --out /dev/full"_s));
    QCOMPARE(full.exitCode, 2);
    QVERIFY2(full.err.contains("/dev/full"), full.err.constData());
}

void CliTest::aHyphenIsStandardOutput_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("packet") << u"app packet --format md --out -"_s
                            << QByteArray("Acme Assessments");
    QTest::newRow("traffic") << u"traffic export --format har --out -"_s
                             << QByteArray("\"entries\"");
}

void CliTest::aHyphenIsStandardOutput()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, inside);
    const Program program;
    QCOMPARE(
        program.run({u"app"_s, u"import"_s, QString::fromUtf8(applicationFile(program))}).exitCode,
        0);
    const auto plain = program.run(words(line));
    QVERIFY2(plain.exitCode == 0, plain.err.constData());
    QVERIFY2(plain.out.contains(inside), plain.out.constData());
    QVERIFY(!plain.out.contains("Written"));
    QVERIFY(!QFile::exists(u"-"_s));

    const auto json = program.run(words(u"--json "_s + line));
    QCOMPARE(json.json().value(u"document"_s).toString().toUtf8(), plain.out);
}

void CliTest::anAnswerThatNobodyGotIsNoSuccess_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("version") << u"--version"_s;
    QTest::newRow("help") << u"--help"_s;
    QTest::newRow("help of a command") << u"demo --help"_s;
    QTest::newRow("an answer") << u"environment list"_s;
}

void CliTest::anAnswerThatNobodyGotIsNoSuccess()
{
    QFETCH(QString, line);
    const Program program;
    for (const char* how : {">/dev/full", ">&-", "<&- >&-"}) {
        QProcess process;
        process.setProcessEnvironment(program.environment);
        const QString script = u"exec \"$0\" \"$@\" "_s + QLatin1String(how);
        process.start(u"sh"_s,
            QStringList{
                u"-c"_s, script, QStringLiteral(JETBRIDGE_CLI), u"--data"_s, program.folder()}
                + words(line));
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 1, how);
        QVERIFY2(said.contains("standard output"), said.constData());
        const QByteArray why = QByteArrayView(how).contains("full") ? "No space left on device"
                                                                    : "Bad file descriptor";
        QVERIFY2(said.contains(why), said.constData());
    }
    const auto json = program.run(words(u"--json "_s + line));
    QVERIFY2(!json.json().isEmpty(), json.out.constData());
}

void CliTest::aReaderThatGoesAwayLeavesNothingBehind()
{
    const QTemporaryDir temporary;
    QProcess process;
    QProcessEnvironment environment = Program().environment;
    environment.insert(u"TMPDIR"_s, temporary.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The first output is read, and later output meets a closed pipe.
    process.start(u"sh"_s,
        {u"-c"_s, u"{ \"$0\" demo; echo \"ended with $?\" >&2; } | head -n 1"_s,
            QStringLiteral(JETBRIDGE_CLI)});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(said.contains("ended with 1"), said.constData());
    QVERIFY(QDir(temporary.path()).isEmpty());
}

void CliTest::whoCannotSayWhereItListensDoesNot_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("serve") << u"serve --port 0"_s;
    QTest::newRow("simulate") << u"simulate --port 0"_s;
}

void CliTest::whoCannotSayWhereItListensDoesNot()
{
    QFETCH(QString, command);
    const Program program;
    QProcess process;
    process.setStandardOutputFile(u"/dev/full"_s, QIODevice::Append);
    program.start(process, words(command));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("standard output: No space left on device"), said.constData());
}

void CliTest::masterCredentialsAreProvedThenKeptAndNeverShown()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(u"simulate --port 0 --seed 7"_s));
    const QJsonObject ready = readyLine(simulator);
    const QByteArray secret = ready.value(u"clientSecret"_s).toString().toUtf8();
    QVERIFY2(!secret.isEmpty(), simulator.readAllStandardError().constData());
    const QString api = ready.value(u"apiUrl"_s).toString();
    const QString name = u"cli-master"_s;
    QCOMPARE(
        program.run(words(u"environment set %1 --kind simulator --api-url %2"_s.arg(name, api)))
            .exitCode,
        0);
    const QStringList there{u"--json"_s, u"--environment"_s, name};

    QCOMPARE(program.run(there + words(u"credentials status"_s)).exitCode, 1);
    QCOMPARE(program.run(there + words(u"token"_s)).exitCode, 3);
    const auto set =
        program.run(there + words(u"credentials set-master"_s), QJsonDocument(ready).toJson());
    QVERIFY2(set.exitCode == 0, set.err.constData());
    const auto status = program.run(there + words(u"credentials status"_s));
    QCOMPARE(status.exitCode, 0);
    const auto token = program.run(there + words(u"token"_s));
    QCOMPARE(token.exitCode, 0);
    QCOMPARE(token.json().value(u"tokenType"_s).toString().toLower(), u"bearer"_s);
    const auto revealed = program.run(there + words(u"token --reveal"_s));
    QVERIFY(revealed.json().value(u"token"_s).toString().size() > 20);
    // Nobody at this company has granted anything yet.
    QCOMPARE(
        program.run(there + words(u"onboard --company globex --consented-by Ana"_s)).exitCode, 1);

    for (const auto& run : {set, status, token})
        QVERIFY(!run.out.contains(secret) && !run.err.contains(secret));
    QVERIFY(!program.everythingKept().contains(secret));
    QVERIFY(
        !program.everythingKept().contains(revealed.json().value(u"token"_s).toString().toUtf8()));
    QCOMPARE(program.run(there + words(u"credentials forget"_s)).exitCode, 0);
    QCOMPARE(program.run(there + words(u"credentials status"_s)).exitCode, 1);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::masterCredentialsAreRotatedAndTheOldPairIsKept()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(u"simulate --port 0 --seed 8"_s));
    const QJsonObject ready = readyLine(simulator);
    const QString api = ready.value(u"apiUrl"_s).toString();
    const QString name = u"cli-rotate"_s;
    QCOMPARE(
        program.run(words(u"environment set %1 --kind simulator --api-url %2"_s.arg(name, api)))
            .exitCode,
        0);
    const QStringList there{u"--json"_s, u"--environment"_s, name};
    const auto run = [&](const char* line, const QByteArray& input = {}) {
        return program.run(there + words(QLatin1String(line)), input);
    };
    QJsonObject fresh = ready;
    fresh.insert(u"clientId"_s, u"rotated-1"_s);
    fresh.insert(u"clientSecret"_s, u"a-secret-of-the-new-pair"_s);
    const QByteArray pair = QJsonDocument(fresh).toJson();

    QCOMPARE(run("credentials rotate", pair).exitCode, 3); // there is nothing to replace
    QCOMPARE(run("credentials set-master", QJsonDocument(ready).toJson()).exitCode, 0);
    QCOMPARE(run("credentials rotate", pair).exitCode, 3); // SmartRecruiters does not know the new
                                                           // credentials yet
    QCOMPARE(run("credentials rotate", QJsonDocument(ready).toJson()).exitCode, 2); // these are in
                                                                                    // use
    QCOMPARE(run("credentials rotate --back").exitCode, 1);

    const QString control = api + u"/_simulator/"_s;
    QJsonObject application = asked(control + u"apps"_s).array().first().toObject();
    for (const char* field : {"appId", "clientId", "clientSecret"})
        application.insert(QLatin1String(field), fresh.value(QLatin1String(field)));
    for (const char* field : {"oauthTokenUrl", "callbackUrl"}) // this installation is one-way
        application.remove(QLatin1String(field));
    // An application for selected companies would have to name them.
    application.insert(u"visibility"_s, u"all"_s);
    QCOMPARE(asked(control + u"apps"_s, application).object().value(u"clientId"_s),
        fresh.value(u"clientId"_s));
    const auto rotated = run("credentials rotate", pair);
    QVERIFY2(rotated.exitCode == 0, rotated.err.constData());
    QCOMPARE(rotated.json().value(u"clientId"_s).toString(), u"rotated-1"_s);
    QCOMPARE(rotated.json().value(u"previousClientId"_s), ready.value(u"clientId"_s));
    QCOMPARE(run("token").exitCode, 0);
    const QJsonArray history = run("credentials status").json().value(u"history"_s).toArray();
    QCOMPARE(history.size(), 2); // refused once, then done
    QVERIFY(!history.last().toObject().value(u"at"_s).toString().isEmpty());

    const auto back = run("credentials rotate --back");
    QVERIFY2(back.exitCode == 0, back.err.constData());
    QCOMPARE(back.json().value(u"clientId"_s), ready.value(u"clientId"_s));
    QCOMPARE(run("credentials rotate --back").exitCode, 0);

    // The credentials have confirmed an integration and thereby proved to work, so the previous
    // ones are removed.
    asked(control + u"grants"_s,
        {{u"appId"_s, ready.value(u"appId"_s)}, {u"companyId"_s, u"globex"_s}});
    const auto onboarded = run("onboard --company globex --consented-by Ana");
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    QVERIFY(run("credentials status").json().value(u"previousClientId"_s).isNull());
    QCOMPARE(run("credentials rotate --back").exitCode, 1);

    for (const QJsonObject& one : {fresh, ready})
        QVERIFY(
            !program.everythingKept().contains(one.value(u"clientSecret"_s).toString().toUtf8()));
    QCOMPARE(run("credentials forget").exitCode, 0);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::wrongMasterCredentialsAreRefusedAndNotStored()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(u"simulate --port 0"_s));
    const QString api = readyLine(simulator).value(u"apiUrl"_s).toString();
    const QString name = u"cli-wrong"_s;
    QCOMPARE(
        program.run(words(u"environment set %1 --kind simulator --api-url %2"_s.arg(name, api)))
            .exitCode,
        0);
    const QStringList there{u"--environment"_s, name, u"credentials"_s};
    QCOMPARE(program
                 .run(there + words(u"set-master"_s),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        3);
    QCOMPARE(program.run(there + words(u"set-master"_s), R"({"appId":"a"})").exitCode, 2);
    QCOMPARE(program.run(there + words(u"set-master"_s), "not JSON").exitCode, 2);
    QCOMPARE(program.run(there + words(u"status"_s)).exitCode, 1);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::nobodyAnsweringIsFour()
{
    const Program program;
    QCOMPARE(
        program
            .run(words(u"environment set cli-away --kind simulator --api-url http://127.0.0.1:1"_s))
            .exitCode,
        0);
    QCOMPARE(program
                 .run(words(u"--environment cli-away credentials set-master"_s),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        4);
}

void CliTest::anInputThatCannotBeReadIsNamedWithTheReason()
{
    const Program program;
    QProcess process;
    process.setProcessEnvironment(program.environment);
    process.start(u"sh"_s,
        {u"-c"_s, u"exec \"$0\" \"$@\" </proc"_s, QStringLiteral(JETBRIDGE_CLI), u"--data"_s,
            program.folder(), u"credentials"_s, u"set-master"_s});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("Standard input cannot be read: Is a directory."), said.constData());
}

void CliTest::noKeychainIsSix()
{
    Program program;
    program.environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
    QCOMPARE(program.run(words(u"credentials status"_s)).exitCode, 6);
    QCOMPARE(program
                 .run(words(u"credentials set-master"_s),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        6);
    const auto doctor = program.run(words(u"doctor --json"_s));
    QCOMPARE(doctor.exitCode, 1);
    QCOMPARE(doctor.json().value(u"checks"_s).toArray().first().toObject().value(u"ok"_s),
        QJsonValue(false));
    QStringList names;
    for (const QJsonValue& check : doctor.json().value(u"checks"_s).toArray())
        names.append(check[u"name"_s].toString());
    QVERIFY(names.contains(u"secret memory"_s));
}

void CliTest::aDataFolderThatCannotBeUsedIsForTheDoctorToo()
{
    const Program program;
    const auto doctor = program.run(words(u"--data /dev/null --json doctor"_s));
    QCOMPARE(doctor.exitCode, 1);
    const QJsonArray checks = doctor.json().value(u"checks"_s).toArray();
    const auto disk = std::find_if(checks.begin(), checks.end(),
        [](const QJsonValue& check) { return check[u"name"_s].toString() == "disk"_L1; });
    QVERIFY2(disk != checks.end(), doctor.out.constData());
    QCOMPARE((*disk)[u"ok"_s], QJsonValue(false));
    QVERIFY((*disk)[u"detail"_s].toString().contains("/dev/null"_L1));
    QVERIFY(!(*disk)[u"advice"_s].toString().isEmpty());
}

void CliTest::theDoctorSaysWhatIsWrongInTheDataFolder_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("advice");
    QTest::addColumn<QByteArray>("cause");
    QTest::newRow("a newer version wrote it")
        << u"PRAGMA user_version = 999"_s << u"was written by a newer Jetbridge (schema 999"_s
        << u"Install a version of Jetbridge that is newer than %1"_s.arg(
               QStringLiteral(JETBRIDGE_VERSION))
        << QByteArray("Cause: A newer version of Jetbridge wrote it");
    QTest::newRow("another program's file")
        << u"PRAGMA application_id = 7"_s << u"belongs to another program"_s << QString()
        << QByteArray("Cause: The file was created by another program.");
}

void CliTest::theDoctorSaysWhatIsWrongInTheDataFolder()
{
    QFETCH(QString, change);
    QFETCH(QString, detail);
    QFETCH(QString, advice);
    QFETCH(QByteArray, cause);
    const Program program;
    const auto imported =
        program.run({u"app"_s, u"import"_s, QString::fromUtf8(applicationFile(program))});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    const QString connection = u"changed registry"_s;
    {
        auto registry = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        registry.setDatabaseName(program.folder() + u"/registry.sqlite3"_s);
        QVERIFY(registry.open());
        QVERIFY(QSqlQuery(registry).exec(change));
    }
    QSqlDatabase::removeDatabase(connection);

    const auto doctor = program.run(words(u"doctor --json"_s));
    QCOMPARE(doctor.exitCode, 1);
    QHash<QString, QJsonObject> checks;
    for (const QJsonValue& check : doctor.json().value(u"checks"_s).toArray())
        checks.insert(check[u"name"_s].toString(), check.toObject());
    const QJsonObject folder = checks.value(u"data folder"_s);
    QCOMPARE(folder.value(u"ok"_s), QJsonValue(false));
    QVERIFY2(folder.value(u"detail"_s).toString().contains(detail), doctor.out.constData());
    QVERIFY2(folder.value(u"advice"_s).toString().startsWith(advice), doctor.out.constData());
    // Neither the keychain nor the disk has anything to do with it.
    for (const QString& other : {u"keychain"_s, u"disk"_s})
        QVERIFY2(!checks.value(other).value(u"detail"_s).toString().contains(detail),
            doctor.out.constData());
    QCOMPARE(checks.value(u"keychain"_s).value(u"ok"_s), QJsonValue(true));

    const auto refused = program.run(words(u"app show"_s));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(cause), refused.err.constData());
    QVERIFY2(!refused.err.contains("disk is full") && !refused.err.contains("writable"),
        refused.err.constData());
}

void CliTest::theDoctorSaysHowOldTheWindowsBrowserIs_data()
{
    QTest::addColumn<QByteArray>("window");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("detail");
    const QByteArray says = "#!/bin/sh\necho jetbridge 0.1.0\necho 'Chromium 102.0.5005.177 (Qt "
                            "WebEngine 6.4.2)'\necho 'Security fixes: up to ";
    QTest::newRow("not installed") << QByteArray() << "ok"
                                   << "not installed";
    QTest::newRow("no plugin") << QByteArray("#!/bin/sh\necho 'Chromium: none'\n") << "ok"
                               << "no embedded browser";
    QTest::newRow("very old") << QByteArray(says + "108.0.5359.94 of whenever'\n") << "wrong"
                              << "up to 108.0.5359.94 of 2022-12-03";
    QTest::newRow("no date of its own")
        << QByteArray(says + "108.0.5359.98'\n") << "wrong"
        << "not known here: between 108.0.5359.94 (2022-12-03) and 108.0.5359.124 (2022-12-14)";
    QTest::newRow("newer than all that is known") << QByteArray(says + "999.0.1.2'\n") << "unknown"
                                                  << "not known here: newer than";
    QTest::newRow("not told") << QByteArray(
        "#!/bin/sh\necho 'Chromium 102.0.5005.177 (Qt WebEngine "
        "6.4.2)'\n") << "unknown"
                              << "Security fixes: not told";
    QTest::newRow("it fails") << QByteArray("#!/bin/sh\nexit 1\n") << "unknown"
                              << "did not say its version";
    QTest::newRow("secrets are kept from it")
        << QByteArray("#!/bin/sh\n[ -z \"$JETBRIDGE_BACKEND_TOKEN\" ] && exit 1\n") << "unknown"
        << "did not say its version";
}

void CliTest::theDoctorSaysHowOldTheWindowsBrowserIs()
{
    QFETCH(QByteArray, window);
    QFETCH(QString, level);
    QFETCH(QString, detail);
    // The program of the window is in the same folder.
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"jetbridge-cli"_s);
    QVERIFY(QFile::copy(QStringLiteral(JETBRIDGE_CLI), copy));
    if (!window.isEmpty()) {
        QFile script(folder.filePath(u"jetbridge"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(window);
        script.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    }
    QProcess doctor;
    QProcessEnvironment environment = Program().environment;
    environment.insert(u"JETBRIDGE_BACKEND_TOKEN"_s, u"a-token"_s);
    doctor.setProcessEnvironment(environment);
    doctor.start(copy, {u"--data"_s, folder.path(), u"--json"_s, u"doctor"_s});
    QVERIFY(doctor.waitForFinished(60'000));
    const QByteArray said = doctor.readAllStandardOutput();
    QJsonValue browser;
    for (const QJsonValue& check : QJsonDocument::fromJson(said)["checks"_L1].toArray())
        if (check[u"name"_s].toString() == "embedded browser"_L1)
            browser = check;
    QVERIFY2(browser[u"level"_s].toString() == level, said.constData());
    QVERIFY2(browser[u"detail"_s].toString().contains(detail), said.constData());
    QCOMPARE(browser[u"ok"_s].toBool(), level != "wrong"_L1);
    const QString advice = browser[u"advice"_s].toString();
    // The advice says that the result stays wrong until the system has another engine.
    QCOMPARE(advice.contains("exit code 1"_L1), level == "wrong"_L1);
    QCOMPARE(advice.contains("web browser"_L1),
        detail.contains("known"_L1) || detail.contains("up to"_L1) || detail.contains("told"_L1));
}

void CliTest::aMovedAddressIsForUsToMend()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/identity/oauth/token"},"do":{"status":302}}])");
    const auto token = program.run(words(u"token --json"_s));
    QCOMPARE(token.exitCode, 1);
    const QJsonValue error = token.json().value(u"error"_s);
    QCOMPARE(error[u"whoCanFix"_s].toString(), u"you"_s);
    const QString next = error[u"next"_s].toString();
    QVERIFY2(next.contains("environment show"_L1), qPrintable(next));
}

void CliTest::nobodysNameSteersTheTerminal()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.grantTo(u"globex"_s);
    simulated.ask("POST", u"/_simulator/companies"_s,
        R"({"companyId": "globex", "name": "Globex\nand another line"})");
    const QString name = u"Ana\x1b[31m\u009b31m"_s;
    const auto onboard =
        program.run(words(u"onboard --company globex"_s) << u"--consented-by"_s << name);
    QVERIFY2(onboard.exitCode == 0, onboard.err.constData());
    const auto show =
        program.run({u"integrations"_s, u"show"_s, simulated.integrationOf(u"globex"_s)});
    QVERIFY2(show.out.contains("Ana\\u001b[31m\\u009b31m"), show.out.constData());
    QVERIFY(!show.out.contains('\x1b'));
    const auto list = program.run({u"integrations"_s, u"list"_s});
    QVERIFY2(list.out.contains("  Globex and another line  "), list.out.constData());
}

void CliTest::aCommandThatIsInterruptedSaysSeven_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("a supervisor") << SIGTERM;
    QTest::newRow("a terminal that is closed") << SIGHUP;
}

void CliTest::aCommandThatIsInterruptedSaysSeven()
{
    QFETCH(int, signal);
    const Program program;
    QProcess process;
    program.start(
        process, words(u"--json --vault memory onboard --company globex --wait --port 0"_s));
    // The code is printed when the consent page is served; from then on the program waits.
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains("One-time code") && process.waitForReadyRead(20'000))
        said += process.readAllStandardError();
    QVERIFY2(said.contains("One-time code"), said.constData());
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 7);
}

void CliTest::aVisitThatIsRefusedIsSaidWithItsSetting()
{
    const Program program;
    QProcess process;
    program.start(process,
        words(u"--json --vault memory onboard --company globex --wait --port 0 "
              "--redirect http://localhost:43110/back"_s));
    QByteArray said;
    const auto hasSaid = [&](const QByteArray& text) {
        process.waitForReadyRead(50);
        said += process.readAllStandardError();
        return said.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid("One-time code"), 30'000);
    const qsizetype begin = said.indexOf("http", said.indexOf("Consent page: "));
    const QByteArray page = said.mid(begin, said.indexOf("redirect=", begin) - begin);
    QNetworkAccessManager network;
    for (const QByteArray& redirect : {QByteArray(), QByteArray("redirect=https://else.example/")})
        QCOMPARE(jetbridge::test::statusOf(*jetbridge::test::answered(
                     network.get(QNetworkRequest(QUrl(QString::fromUtf8(page + redirect)))))),
            400);
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid("without redirect"), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(hasSaid("--redirect-host"), 30'000);
    QVERIFY(said.contains("else.example"));
    stop(process);
}

void CliTest::theEndpointsRunUntilTheyAreStopped()
{
    const Program program;
    QProcess process;
    program.start(process, words(u"serve --port 0"_s));
    const QJsonObject ready = readyLine(process);
    QVERIFY(QUrl(ready.value(u"consentUrl"_s).toString()).port() > 0);
    for (const char* field : {"listening", "oauthTokenUrl", "callbackUrl"})
        QVERIFY2(ready.contains(QLatin1String(field)), field);
    QCOMPARE(stop(process), 0);
}

void CliTest::theEndpointsListenOnIPv6AndSaySoAsUrlsDo()
{
    if (!QTcpServer().listen(QHostAddress::LocalHostIPv6))
        QSKIP("This machine has no IPv6.");
    const Program program;
    QProcess process;
    program.start(process, words(u"serve --port 0 --listen ::1"_s));
    const QJsonObject ready = readyLine(process);
    const QUrl consent(ready.value(u"consentUrl"_s).toString());
    QCOMPARE(consent.host(), u"::1"_s);
    QCOMPARE(ready.value(u"listening"_s).toString(), u"[::1]:%1"_s.arg(consent.port()));
    QNetworkAccessManager network;
    const auto page =
        jetbridge::test::answered(network.get(QNetworkRequest(consent.resolved(QUrl(u"./"_s)))));
    QCOMPARE(jetbridge::test::statusOf(*page), 200);
    QCOMPARE(stop(process), 0);

    QProcess both;
    program.start(both,
        words(u"serve --port 0 --listen :: --public-url https://partner.example "
              "--forwarded-by 127.0.0.1"_s));
    const QString listening = readyLine(both).value(u"listening"_s).toString();
    QVERIFY2(listening.startsWith(u"[::]:"_s), qPrintable(listening));
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, listening.section(QLatin1Char(':'), -1).toUShort());
    QVERIFY(peer.waitForConnected(10'000));
    QCOMPARE(stop(both), 0);
}

void CliTest::theEndpointsServeTlsAndAPublicUrl()
{
    const Program program;
    const QString certificate = program.folder() + u"/partner.pem"_s;
    const QString key = program.folder() + u"/partner.key"_s;
    QCOMPARE(QProcess::execute(u"openssl"_s,
                 words(u"req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=p -batch "
                       "-addext subjectAltName=DNS:localhost -keyout"_s)
                     << key << u"-out"_s << certificate),
        0);
    QProcess process;
    program.start(process,
        words(u"serve --port 0 --public-url https://partner.example/jb "
              "--forwarded-by 127.0.0.1 --tls-cert"_s)
            << certificate << u"--tls-key"_s << key);
    const QJsonObject ready = readyLine(process);
    QCOMPARE(ready.value(u"callbackUrl"_s).toString(), u"https://partner.example/jb/callback"_s);
    QSslSocket peer;
    QSslConfiguration trusting = peer.sslConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(certificate));
    peer.setSslConfiguration(trusting);
    const QString listening = ready.value(u"listening"_s).toString();
    peer.connectToHostEncrypted(u"localhost"_s, listening.section(QLatin1Char(':'), -1).toUShort());
    QVERIFY2(peer.waitForEncrypted(20'000), qPrintable(peer.errorString()));
    peer.write("GET / HTTP/1.1\r\nHost: partner.example\r\nConnection: close\r\n\r\n");
    QVERIFY(peer.waitForDisconnected(20'000) || peer.bytesAvailable() > 0);
    QVERIFY(peer.readAll().startsWith("HTTP/1.1 200"));
    QCOMPARE(stop(process), 0);
}

void CliTest::thePortTakenIsSaid()
{
    const Program program;
    QProcess first;
    program.start(first, words(u"simulate --port 0"_s));
    const int port = QUrl(readyLine(first).value(u"apiUrl"_s).toString()).port();
    QVERIFY(port > 0);
    const auto second = program.run(words(u"simulate --port %1"_s.arg(port)));
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains(QByteArray::number(port)), second.err.constData());
    QCOMPARE(stop(first), 0);
}

void CliTest::theDemoPlaysTheWholeJourney_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("notified");
    QTest::newRow("redirect") << u"demo --json"_s << true;
    QTest::newRow("popup") << u"--json demo --mode popup"_s << true;
    QTest::newRow("one-way") << u"demo --one-way --json"_s << false;
    QTest::newRow("in memory") << u"--vault memory --json demo"_s << true;
    QTest::newRow("way back") << u"--json demo --way-back"_s << true;
    QTest::newRow("way back in a popup") << u"--json demo --way-back --mode popup"_s << true;
}

void CliTest::theDemoPlaysTheWholeJourney()
{
    QFETCH(QString, line);
    QFETCH(bool, notified);
    const Program program;
    const auto run = program.run(words(line));
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    const QJsonObject json = run.json();
    QCOMPARE(json.value(u"ok"_s), QJsonValue(true));
    QVERIFY(!json.value(u"integrationId"_s).toString().isEmpty());
    QCOMPARE(json.value(u"notification"_s).isObject(), notified);
    const QJsonArray steps = json.value(u"steps"_s).toArray();
    QVERIFY(steps.size() >= 6);
    QStringList names;
    for (const QJsonValue& step : steps) {
        QVERIFY2(step.toObject().value(u"ok"_s).toBool(), run.out.constData());
        names.append(step.toObject().value(u"name"_s).toString());
    }
    const bool wayBack = line.contains("--way-back");
    for (const char* played : {"start the partner's own API",
             "SmartRecruiters calls the partner's API", "the partner's API refuses the token"})
        QCOMPARE(names.contains(QLatin1String(played)), wayBack);
    // The pair by which that API asked has ended with it.
    const auto servers = program.run(words(u"--json resource-servers list"_s));
    QCOMPARE(servers.json().value(u"resourceServers"_s).toArray(), QJsonArray());
}

void CliTest::whoMustConsentAgainIsNamed()
{
    const Program program;
    // Without a way back the customer stays connected: nobody says that it was disabled.
    const auto demo = program.run(words(u"--json demo --one-way"_s));
    QVERIFY2(demo.exitCode == 0, demo.err.constData());
    const auto row = [&program] {
        return program.run(words(u"--json integrations list"_s))
            .json()
            .value(u"integrations"_s)[0]
            .toObject();
    };
    QVERIFY(row().value(u"scopes"_s).toArray().contains(u"company_read"_s));
    QCOMPARE(row().value(u"consentAgain"_s).toArray(), QJsonArray());
    QVERIFY(!program.run(words(u"integrations list"_s)).out.contains("consent again"));

    QFile file(program.folder() + u"/more.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"name\":\"Acme\",\"description\":\"More\",\"scopes\":[\"company_read\","
               "\"candidates_manage\"],\"consentUrl\":\"http://127.0.0.1:43117/consent\","
               "\"consentDisplayMode\":\"REDIRECT\"}");
    file.close();
    const auto imported = program.run(words(u"app import"_s) << file.fileName());
    QVERIFY2(imported.out.contains("candidates_manage"), (imported.out + imported.err).constData());
    QCOMPARE(row().value(u"consentAgain"_s).toArray(), QJsonArray{u"candidates_manage"_s});
    const QByteArray listed = program.run(words(u"integrations list"_s)).out;
    QVERIFY2(listed.contains("consented: globex (candidates_manage)\n"), listed.constData());
    const QString id = row().value(u"integrationId"_s).toString();
    const QByteArray shown = program.run(words(u"integrations show"_s) << id).out;
    QVERIFY2(shown.contains("Consent again"), shown.constData());
}

void CliTest::theDemoLeavesNoSecretInTheDataFolder()
{
    const Program program;
    const auto demo = program.run(words(u"demo --json"_s));
    QVERIFY2(demo.exitCode == 0, demo.err.constData());
    const QString id = demo.json().value(u"integrationId"_s).toString();
    const auto listed = program.run(words(u"integrations list --json"_s));
    QCOMPARE(listed.json().value(u"total"_s).toInt(), 1);
    const auto hidden = program.run(words(u"integrations show --json"_s) << id);
    const auto shown = program.run(words(u"integrations show --json --reveal"_s) << id);
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    const QByteArray secret = shown.json().value(u"clientSecret"_s).toString().toUtf8();
    QVERIFY(secret.size() >= 16);
    QVERIFY(!hidden.out.contains(secret));
    QVERIFY(!demo.out.contains(secret) && !demo.err.contains(secret));
    QVERIFY(!program.everythingKept().contains(secret));
    QVERIFY(!shown.json().value(u"history"_s).toArray().isEmpty());
}

JETBRIDGE_TEST(CliTest)
#include "CliTest.moc"
