// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/Answered.h"
#include "support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>

namespace {

QStringList words(const QString& line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray applicationFile(const Program& program, const QJsonObject& changes = {})
{
    QJsonObject application{
        {QStringLiteral("name"), QStringLiteral("Acme Assessments")},
        {QStringLiteral("description"), QStringLiteral("Assessments")},
        {QStringLiteral("logo"), QStringLiteral("https://partner.example/logo.png")},
        {QStringLiteral("scopes"), QJsonArray{QStringLiteral("company_read")}},
        {QStringLiteral("consentUrl"), QStringLiteral("https://partner.example/consent")},
    };
    for (auto change = changes.begin(); change != changes.end(); ++change)
        application.insert(change.key(), change.value());
    const QString path = program.folder() + QStringLiteral("/application-input.json");
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
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
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
    void noKeychainIsSix();
    void aDataFolderThatCannotBeUsedIsForTheDoctorToo();
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
    void theDemoLeavesNoSecretInTheDataFolder();
};

void CliTest::aWrongCommandLineIsRefusedWithAHint_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("hint");
    QTest::newRow("nothing") << QString() << QByteArray("--help");
    QTest::newRow("unknown command") << QStringLiteral("dance") << QByteArray("dance");
    QTest::newRow("unknown option") << QStringLiteral("demo --fast") << QByteArray("demo --help");
    QTest::newRow("unknown global option") << QStringLiteral("--fast demo") << QByteArray("fast");
    QTest::newRow("half a command")
        << QStringLiteral("environment") << QByteArray("list, show, set");
    QTest::newRow("unknown second word") << QStringLiteral("app dance") << QByteArray("import");
    QTest::newRow("missing operand") << QStringLiteral("app import") << QByteArray("FILE");
    QTest::newRow("superfluous operand") << QStringLiteral("token now") << QByteArray("now");
    QTest::newRow("missing value") << QStringLiteral("token --company") << QByteArray("company");
    QTest::newRow("unknown vault")
        << QStringLiteral("--vault drawer token") << QByteArray("drawer");
    QTest::newRow("unknown mode") << QStringLiteral("demo --mode sideways") << QByteArray("popup");
    QTest::newRow("port out of range")
        << QStringLiteral("serve --port 65536") << QByteArray("65536");
    QTest::newRow("public URL without TLS")
        << QStringLiteral("serve --public-url http://partner.example") << QByteArray("https");
    QTest::newRow("tokens for a day (clause 33)")
        << QStringLiteral("serve --token-lifetime 86400") << QByteArray("3600");
    QTest::newRow("a certificate without its key")
        << QStringLiteral("serve --tls-cert a.pem") << QByteArray("--tls-key");
    QTest::newRow("a certificate that is none")
        << QStringLiteral("serve --port 0 --tls-cert /nowhere.pem --tls-key /nowhere.key")
        << QByteArray("/nowhere.pem");
    QTest::newRow("a peer without an address")
        << QStringLiteral("serve --forwarded-by tunnel") << QByteArray("tunnel");
    QTest::newRow("others let in without TLS (clause 8)")
        << QStringLiteral("serve --listen 192.0.2.1") << QByteArray("certificate");
    QTest::newRow("everywhere without a name")
        << QStringLiteral("serve --listen 0.0.0.0 --forwarded-by 192.0.2.1")
        << QByteArray("public URL");
    QTest::newRow("unknown environment")
        << QStringLiteral("--environment mars token") << QByteArray("mars");
    QTest::newRow("unknown status")
        << QStringLiteral("integrations list --status odd") << QByteArray("odd");
    QTest::newRow("onboard whom") << QStringLiteral("onboard --consented-by Ana")
                                  << QByteArray("--company");
    QTest::newRow("who approved") << QStringLiteral("onboard --company globex")
                                  << QByteArray("--consented-by");
    QTest::newRow("a company that is none")
        << QStringLiteral("onboard --company ../globex --consented-by Ana")
        << QByteArray("company identifier");
    QTest::newRow("replayed to nobody")
        << QStringLiteral("inbox replay 1") << QByteArray("--to URL");
    QTest::newRow("no format") << QStringLiteral("traffic export --out all.har")
                               << QByteArray("--format is needed");
    QTest::newRow("bulk without a task")
        << QStringLiteral("bulk customers.csv") << QByteArray("--do is needed");
    QTest::newRow("results that nobody can resume")
        << QStringLiteral("bulk customers.csv --do verify --results -") << QByteArray("--resume");
    QTest::newRow("no master credentials on standard input")
        << QStringLiteral("credentials set-master") << QByteArray("On standard input {\"appId\"");
    QTest::newRow("an application that is none")
        << QStringLiteral("app import /dev/null") << QByteArray("\"/dev/null\"");
    QTest::newRow("a foreign redirect") << QStringLiteral(
        "onboard --company globex --consented-by Ana --redirect https://evil.example/")
                                        << QByteArray("evil.example");
    QTest::newRow("production unconfirmed")
        << QStringLiteral("--environment production onboard --company globex --consented-by Ana")
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

    const auto json = program.run(words(QStringLiteral("--json ") + line));
    QCOMPARE(json.exitCode, 2);
    QCOMPARE(json.json().value(QStringLiteral("ok")), QJsonValue(false));
}

void CliTest::everyCommandExplainsItself()
{
    const Program program;
    const auto all = program.run({QStringLiteral("--help")});
    QCOMPARE(all.exitCode, 0);
    for (const char* command :
        {"demo", "environment set", "app packet", "credentials set-master", "token", "onboard",
            "integrations verify", "serve", "inbox replay", "simulate", "doctor"}) {
        QVERIFY2(all.out.contains(command), command);
        const auto one = program.run(words(QLatin1String(command)) << QStringLiteral("--help"));
        QCOMPARE(one.exitCode, 0);
        QVERIFY2(one.out.contains(QByteArray("Usage: jetbridge-cli [options] ") + command),
            one.out.constData());
    }
    QCOMPARE(program.run({QStringLiteral("--version")}).exitCode, 0);
}

void CliTest::environmentsAreListedShownAndChanged()
{
    const Program program;
    const auto listed = program.run(words(QStringLiteral("--json environment list")));
    QCOMPARE(listed.exitCode, 0);
    QCOMPARE(listed.json().value(QStringLiteral("environments")).toArray().size(), 3);

    const auto set = program.run(words(QStringLiteral(
        "environment set staging --kind sandbox --api-url https://api.example --redirect-host "
        "a.example --redirect-host b.example:8443 --client-auth basic --unknown-scopes refuse")));
    QVERIFY2(set.exitCode == 0, set.err.constData());
    const auto shown = program.run(words(QStringLiteral("--json environment show staging")));
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(shown.json().value(QStringLiteral("apiUrl")).toString(),
        QStringLiteral("https://api.example"));
    QCOMPARE(shown.json().value(QStringLiteral("redirectHosts")).toArray().size(), 2);
    QCOMPARE(shown.json().value(QStringLiteral("clientAuthentication")).toString(),
        QStringLiteral("basic"));
    QCOMPARE(
        shown.json().value(QStringLiteral("unknownScopes")).toString(), QStringLiteral("refuse"));

    QCOMPARE(
        program.run(words(QStringLiteral("environment set staging --api-url https://new.example")))
            .exitCode,
        0);
    const auto changed =
        program.run(words(QStringLiteral("--environment staging environment show --json")));
    QCOMPARE(changed.json().value(QStringLiteral("apiUrl")).toString(),
        QStringLiteral("https://new.example"));
    QCOMPARE(changed.json().value(QStringLiteral("clientAuthentication")).toString(),
        QStringLiteral("basic"));
    QCOMPARE(program.run(words(QStringLiteral("environment show mars"))).exitCode, 1);
}

void CliTest::aBadEnvironmentIsRefusedAndNothingIsChanged_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("bad name") << QStringLiteral(
        "Big_Name --kind sandbox --api-url https://a.example");
    QTest::newRow("no kind") << QStringLiteral("new --api-url https://a.example");
    QTest::newRow("unknown kind") << QStringLiteral("new --kind moon --api-url https://a.example");
    QTest::newRow("no address") << QStringLiteral("new --kind sandbox");
    QTest::newRow("http off this computer")
        << QStringLiteral("new --kind sandbox --api-url http://a.example");
    QTest::newRow("not a URL") << QStringLiteral("new --kind sandbox --api-url https://[");
    QTest::newRow("fragment") << QStringLiteral(
        "new --kind sandbox --api-url https://a.example/#x");
    QTest::newRow("password in it")
        << QStringLiteral("new --kind sandbox --api-url https://u:p@a.example");
    QTest::newRow("a simulator elsewhere")
        << QStringLiteral("simulator --api-url https://a.example");
    QTest::newRow("host with scheme")
        << QStringLiteral("production --redirect-host https://a.example");
    QTest::newRow("origin with path")
        << QStringLiteral("production --frame-origin https://a.example/x");
    QTest::newRow("verify never and less") << QStringLiteral("production --verify-every -1");
    QTest::newRow("verify every two years") << QStringLiteral("production --verify-every 17520");
    QTest::newRow("tokens for a day") << QStringLiteral("production --token-lifetime 86400");
    QTest::newRow("a public URL without TLS")
        << QStringLiteral("production --public-url http://partner.example");
    QTest::newRow("unknown client authentication")
        << QStringLiteral("production --client-auth digest");
    QTest::newRow("no such authority file") << QStringLiteral("production --ca-file /nowhere.pem");
    QTest::newRow("another kind") << QStringLiteral("production --kind simulator");
}

void CliTest::aBadEnvironmentIsRefusedAndNothingIsChanged()
{
    QFETCH(QString, line);
    const Program program;
    const auto before = program.run(words(QStringLiteral("--json environment list")));
    const auto set = program.run(words(QStringLiteral("environment set ") + line));
    QCOMPARE(set.exitCode, 2);
    QVERIFY(!set.err.isEmpty());
    QCOMPARE(program.run(words(QStringLiteral("--json environment list"))).out, before.out);
}

void CliTest::anApplicationIsImportedCheckedAndPacked()
{
    const Program program;
    QCOMPARE(program.run(words(QStringLiteral("app show"))).exitCode, 1);
    const QString file = QString::fromUtf8(applicationFile(program));
    const auto imported = program.run({QStringLiteral("app"), QStringLiteral("import"), file});
    QVERIFY2(imported.exitCode == 0, imported.err.constData());
    const auto shown = program.run(words(QStringLiteral("app show --json")));
    QCOMPARE(
        shown.json().value(QStringLiteral("name")).toString(), QStringLiteral("Acme Assessments"));
    const auto checked = program.run(words(QStringLiteral("app check --json")));
    QCOMPARE(checked.exitCode, 0);
    QCOMPARE(checked.json()
                 .value(QStringLiteral("findings"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("field")),
        QJsonValue(QStringLiteral("scopes")));

    for (const char* format : {"md", "json", "html"}) {
        const QString out = program.folder() + QStringLiteral("/packet.") + QLatin1String(format);
        const auto packed = program.run(
            words(QStringLiteral("app packet --format %1 --out").arg(QLatin1String(format)))
            << out);
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
        {{QStringLiteral("oauthTokenURL"), QStringLiteral("https://partner.example/token")},
            {QStringLiteral("scopes"), QJsonArray{QStringLiteral("company_reed")}}}));
    const auto imported = program.run({QStringLiteral("app"), QStringLiteral("import"), file});
    QCOMPARE(imported.exitCode, 0);
    QVERIFY2(imported.out.contains("is \"oauthTokenUrl\" meant?"), imported.out.constData());
    // The application is saved, and the check reports the error until it is corrected.
    const auto checked = program.run(words(QStringLiteral("app check --json")));
    QCOMPARE(checked.exitCode, 1);
    QVERIFY2(checked.out.contains("oauthTokenURL"), checked.out.constData());
    QVERIFY2(checked.out.contains("company_reed"), checked.out.constData());
}

void CliTest::anIncompleteApplicationMakesNoPacket()
{
    const Program program;
    const QString file = QString::fromUtf8(applicationFile(
        program, {{QStringLiteral("consentUrl"), QStringLiteral("http://partner.example")}}));
    QCOMPARE(program.run({QStringLiteral("app"), QStringLiteral("import"), file}).exitCode, 0);
    QCOMPARE(program.run(words(QStringLiteral("app check"))).exitCode, 1);
    const QString out = program.folder() + QStringLiteral("/packet.md");
    QCOMPARE(program.run(words(QStringLiteral("app packet --out")) << out).exitCode, 1);
    QVERIFY(!QFile::exists(out));
}

void CliTest::aPipeIsWrittenToAndStaysOne()
{
    const Program program;
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QProcess reader;
    reader.start(QStringLiteral("cat"), {pipe});
    const auto exported =
        program.run(words(QStringLiteral("traffic export --format har --out")) << pipe);
    QCOMPARE(exported.exitCode, 0);
    QVERIFY(reader.waitForFinished(60'000));
    QVERIFY(reader.readAllStandardOutput().contains("\"entries\""));
    struct stat still = {};
    QCOMPARE(::stat(QFile::encodeName(pipe).constData(), &still), 0);
    QVERIFY(S_ISFIFO(still.st_mode));

    const auto full =
        program.run(words(QStringLiteral("traffic export --format har --out /dev/full")));
    QCOMPARE(full.exitCode, 2);
    QVERIFY2(full.err.contains("/dev/full"), full.err.constData());
}

void CliTest::aHyphenIsStandardOutput_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("inside");
    QTest::newRow("packet") << QStringLiteral("app packet --format md --out -")
                            << QByteArray("Acme Assessments");
    QTest::newRow("traffic") << QStringLiteral("traffic export --format har --out -")
                             << QByteArray("\"entries\"");
}

void CliTest::aHyphenIsStandardOutput()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, inside);
    const Program program;
    QCOMPARE(program
                 .run({QStringLiteral("app"), QStringLiteral("import"),
                     QString::fromUtf8(applicationFile(program))})
                 .exitCode,
        0);
    const auto plain = program.run(words(line));
    QVERIFY2(plain.exitCode == 0, plain.err.constData());
    QVERIFY2(plain.out.contains(inside), plain.out.constData());
    QVERIFY(!plain.out.contains("Written"));
    QVERIFY(!QFile::exists(QStringLiteral("-")));

    const auto json = program.run(words(QStringLiteral("--json ") + line));
    QCOMPARE(json.json().value(QStringLiteral("document")).toString().toUtf8(), plain.out);
}

void CliTest::anAnswerThatNobodyGotIsNoSuccess_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("version") << QStringLiteral("--version");
    QTest::newRow("help") << QStringLiteral("--help");
    QTest::newRow("help of a command") << QStringLiteral("demo --help");
    QTest::newRow("an answer") << QStringLiteral("environment list");
}

void CliTest::anAnswerThatNobodyGotIsNoSuccess()
{
    QFETCH(QString, line);
    const Program program;
    for (const char* how : {">/dev/full", ">&-", "<&- >&-"}) {
        QProcess process;
        process.setProcessEnvironment(program.environment);
        const QString script = QStringLiteral("exec \"$0\" \"$@\" ") + QLatin1String(how);
        process.start(QStringLiteral("sh"),
            QStringList{QStringLiteral("-c"), script, QStringLiteral(JETBRIDGE_CLI),
                QStringLiteral("--data"), program.folder()}
                + words(line));
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitCode() == 1, how);
        QVERIFY2(said.contains("standard output"), said.constData());
    }
    const auto json = program.run(words(QStringLiteral("--json ") + line));
    QVERIFY2(!json.json().isEmpty(), json.out.constData());
}

void CliTest::aReaderThatGoesAwayLeavesNothingBehind()
{
    const QTemporaryDir temporary;
    QProcess process;
    QProcessEnvironment environment = Program().environment;
    environment.insert(QStringLiteral("TMPDIR"), temporary.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The first output is read, and later output meets a closed pipe.
    process.start(QStringLiteral("sh"),
        {QStringLiteral("-c"),
            QStringLiteral("{ \"$0\" demo; echo \"ended with $?\" >&2; } | head -n 1"),
            QStringLiteral(JETBRIDGE_CLI)});
    QVERIFY(process.waitForFinished(60'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(said.contains("ended with 1"), said.constData());
    QVERIFY(QDir(temporary.path()).isEmpty());
}

void CliTest::whoCannotSayWhereItListensDoesNot_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("serve") << QStringLiteral("serve --port 0");
    QTest::newRow("simulate") << QStringLiteral("simulate --port 0");
}

void CliTest::whoCannotSayWhereItListensDoesNot()
{
    QFETCH(QString, command);
    const Program program;
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"), QIODevice::Append);
    program.start(process, words(command));
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 2);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains("standard output"), said.constData());
}

void CliTest::masterCredentialsAreProvedThenKeptAndNeverShown()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(QStringLiteral("simulate --port 0 --seed 7")));
    const QJsonObject ready = readyLine(simulator);
    const QByteArray secret = ready.value(QStringLiteral("clientSecret")).toString().toUtf8();
    QVERIFY2(!secret.isEmpty(), simulator.readAllStandardError().constData());
    const QString api = ready.value(QStringLiteral("apiUrl")).toString();
    const QString name = QStringLiteral("cli-master");
    QCOMPARE(
        program
            .run(words(
                QStringLiteral("environment set %1 --kind simulator --api-url %2").arg(name, api)))
            .exitCode,
        0);
    const QStringList there{QStringLiteral("--json"), QStringLiteral("--environment"), name};

    QCOMPARE(program.run(there + words(QStringLiteral("credentials status"))).exitCode, 1);
    QCOMPARE(program.run(there + words(QStringLiteral("token"))).exitCode, 3);
    const auto set = program.run(
        there + words(QStringLiteral("credentials set-master")), QJsonDocument(ready).toJson());
    QVERIFY2(set.exitCode == 0, set.err.constData());
    const auto status = program.run(there + words(QStringLiteral("credentials status")));
    QCOMPARE(status.exitCode, 0);
    const auto token = program.run(there + words(QStringLiteral("token")));
    QCOMPARE(token.exitCode, 0);
    QCOMPARE(token.json().value(QStringLiteral("tokenType")).toString().toLower(),
        QStringLiteral("bearer"));
    const auto revealed = program.run(there + words(QStringLiteral("token --reveal")));
    QVERIFY(revealed.json().value(QStringLiteral("token")).toString().size() > 20);
    // Nobody at this company has granted anything yet.
    QCOMPARE(
        program.run(there + words(QStringLiteral("onboard --company globex --consented-by Ana")))
            .exitCode,
        1);

    for (const auto& run : {set, status, token})
        QVERIFY(!run.out.contains(secret) && !run.err.contains(secret));
    QVERIFY(!program.everythingKept().contains(secret));
    QVERIFY(!program.everythingKept().contains(
        revealed.json().value(QStringLiteral("token")).toString().toUtf8()));
    QCOMPARE(program.run(there + words(QStringLiteral("credentials forget"))).exitCode, 0);
    QCOMPARE(program.run(there + words(QStringLiteral("credentials status"))).exitCode, 1);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::masterCredentialsAreRotatedAndTheOldPairIsKept()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(QStringLiteral("simulate --port 0 --seed 8")));
    const QJsonObject ready = readyLine(simulator);
    const QString api = ready.value(QStringLiteral("apiUrl")).toString();
    const QString name = QStringLiteral("cli-rotate");
    QCOMPARE(
        program
            .run(words(
                QStringLiteral("environment set %1 --kind simulator --api-url %2").arg(name, api)))
            .exitCode,
        0);
    const QStringList there{QStringLiteral("--json"), QStringLiteral("--environment"), name};
    const auto run = [&](const char* line, const QByteArray& input = {}) {
        return program.run(there + words(QLatin1String(line)), input);
    };
    QJsonObject fresh = ready;
    fresh.insert(QStringLiteral("clientId"), QStringLiteral("rotated-1"));
    fresh.insert(QStringLiteral("clientSecret"), QStringLiteral("a-secret-of-the-new-pair"));
    const QByteArray pair = QJsonDocument(fresh).toJson();

    QCOMPARE(run("credentials rotate", pair).exitCode, 3); // there is nothing to replace
    QCOMPARE(run("credentials set-master", QJsonDocument(ready).toJson()).exitCode, 0);
    QCOMPARE(run("credentials rotate", pair).exitCode, 3); // SmartRecruiters does not know the new
                                                           // credentials yet
    QCOMPARE(run("credentials rotate", QJsonDocument(ready).toJson()).exitCode, 2); // these are in
                                                                                    // use
    QCOMPARE(run("credentials rotate --back").exitCode, 1);

    const QString control = api + QStringLiteral("/_simulator/");
    QJsonObject application = asked(control + QStringLiteral("apps")).array().first().toObject();
    for (const char* field : {"appId", "clientId", "clientSecret"})
        application.insert(QLatin1String(field), fresh.value(QLatin1String(field)));
    for (const char* field : {"oauthTokenUrl", "callbackUrl"}) // this installation is one-way
        application.remove(QLatin1String(field));
    // An application for selected companies would have to name them.
    application.insert(QStringLiteral("visibility"), QStringLiteral("all"));
    QCOMPARE(asked(control + QStringLiteral("apps"), application)
                 .object()
                 .value(QStringLiteral("clientId")),
        fresh.value(QStringLiteral("clientId")));
    const auto rotated = run("credentials rotate", pair);
    QVERIFY2(rotated.exitCode == 0, rotated.err.constData());
    QCOMPARE(
        rotated.json().value(QStringLiteral("clientId")).toString(), QStringLiteral("rotated-1"));
    QCOMPARE(rotated.json().value(QStringLiteral("previousClientId")),
        ready.value(QStringLiteral("clientId")));
    QCOMPARE(run("token").exitCode, 0);
    const QJsonArray history =
        run("credentials status").json().value(QStringLiteral("history")).toArray();
    QCOMPARE(history.size(), 2); // refused once, then done
    QVERIFY(!history.last().toObject().value(QStringLiteral("at")).toString().isEmpty());

    const auto back = run("credentials rotate --back");
    QVERIFY2(back.exitCode == 0, back.err.constData());
    QCOMPARE(
        back.json().value(QStringLiteral("clientId")), ready.value(QStringLiteral("clientId")));
    QCOMPARE(run("credentials rotate --back").exitCode, 0);

    // The credentials have confirmed an integration and thereby proved to work, so the previous
    // ones are removed.
    asked(control + QStringLiteral("grants"),
        {{QStringLiteral("appId"), ready.value(QStringLiteral("appId"))},
            {QStringLiteral("companyId"), QStringLiteral("globex")}});
    const auto onboarded = run("onboard --company globex --consented-by Ana");
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    QVERIFY(run("credentials status").json().value(QStringLiteral("previousClientId")).isNull());
    QCOMPARE(run("credentials rotate --back").exitCode, 1);

    for (const QJsonObject& one : {fresh, ready})
        QVERIFY(!program.everythingKept().contains(
            one.value(QStringLiteral("clientSecret")).toString().toUtf8()));
    QCOMPARE(run("credentials forget").exitCode, 0);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::wrongMasterCredentialsAreRefusedAndNotStored()
{
    const Program program;
    QProcess simulator;
    program.start(simulator, words(QStringLiteral("simulate --port 0")));
    const QString api = readyLine(simulator).value(QStringLiteral("apiUrl")).toString();
    const QString name = QStringLiteral("cli-wrong");
    QCOMPARE(
        program
            .run(words(
                QStringLiteral("environment set %1 --kind simulator --api-url %2").arg(name, api)))
            .exitCode,
        0);
    const QStringList there{QStringLiteral("--environment"), name, QStringLiteral("credentials")};
    QCOMPARE(program
                 .run(there + words(QStringLiteral("set-master")),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        3);
    QCOMPARE(
        program.run(there + words(QStringLiteral("set-master")), R"({"appId":"a"})").exitCode, 2);
    QCOMPARE(program.run(there + words(QStringLiteral("set-master")), "not JSON").exitCode, 2);
    QCOMPARE(program.run(there + words(QStringLiteral("status"))).exitCode, 1);
    QCOMPARE(stop(simulator), 0);
}

void CliTest::nobodyAnsweringIsFour()
{
    const Program program;
    QCOMPARE(program
                 .run(words(QStringLiteral(
                     "environment set cli-away --kind simulator --api-url http://127.0.0.1:1")))
                 .exitCode,
        0);
    QCOMPARE(program
                 .run(words(QStringLiteral("--environment cli-away credentials set-master")),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        4);
}

void CliTest::noKeychainIsSix()
{
    Program program;
    program.environment.insert(
        QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nowhere/bus"));
    QCOMPARE(program.run(words(QStringLiteral("credentials status"))).exitCode, 6);
    QCOMPARE(program
                 .run(words(QStringLiteral("credentials set-master")),
                     R"({"appId":"a","clientId":"b","clientSecret":"c"})")
                 .exitCode,
        6);
    const auto doctor = program.run(words(QStringLiteral("doctor --json")));
    QCOMPARE(doctor.exitCode, 1);
    QCOMPARE(doctor.json()
                 .value(QStringLiteral("checks"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("ok")),
        QJsonValue(false));
    QStringList names;
    for (const QJsonValue& check : doctor.json().value(QStringLiteral("checks")).toArray())
        names.append(check[QStringLiteral("name")].toString());
    QVERIFY(names.contains(QStringLiteral("secret memory")));
}

void CliTest::aDataFolderThatCannotBeUsedIsForTheDoctorToo()
{
    const Program program;
    const auto doctor = program.run(words(QStringLiteral("--data /dev/null --json doctor")));
    QCOMPARE(doctor.exitCode, 1);
    const QJsonArray checks = doctor.json().value(QStringLiteral("checks")).toArray();
    const auto disk = std::find_if(checks.begin(), checks.end(), [](const QJsonValue& check) {
        return check[QStringLiteral("name")].toString() == QLatin1String("disk");
    });
    QVERIFY2(disk != checks.end(), doctor.out.constData());
    QCOMPARE((*disk)[QStringLiteral("ok")], QJsonValue(false));
    QVERIFY((*disk)[QStringLiteral("detail")].toString().contains(QLatin1String("/dev/null")));
    QVERIFY(!(*disk)[QStringLiteral("advice")].toString().isEmpty());
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
    const QString copy = folder.filePath(QStringLiteral("jetbridge-cli"));
    QVERIFY(QFile::copy(QStringLiteral(JETBRIDGE_CLI), copy));
    if (!window.isEmpty()) {
        QFile script(folder.filePath(QStringLiteral("jetbridge")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(window);
        script.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    }
    QProcess doctor;
    QProcessEnvironment environment = Program().environment;
    environment.insert(QStringLiteral("JETBRIDGE_BACKEND_TOKEN"), QStringLiteral("a-token"));
    doctor.setProcessEnvironment(environment);
    doctor.start(copy,
        {QStringLiteral("--data"), folder.path(), QStringLiteral("--json"),
            QStringLiteral("doctor")});
    QVERIFY(doctor.waitForFinished(60'000));
    const QByteArray said = doctor.readAllStandardOutput();
    QJsonValue browser;
    for (const QJsonValue& check : QJsonDocument::fromJson(said)[QLatin1String("checks")].toArray())
        if (check[QStringLiteral("name")].toString() == QLatin1String("embedded browser"))
            browser = check;
    QVERIFY2(browser[QStringLiteral("level")].toString() == level, said.constData());
    QVERIFY2(browser[QStringLiteral("detail")].toString().contains(detail), said.constData());
    QCOMPARE(browser[QStringLiteral("ok")].toBool(), level != QLatin1String("wrong"));
    const QString advice = browser[QStringLiteral("advice")].toString();
    // The advice says that the result stays wrong until the system has another engine.
    QCOMPARE(advice.contains(QLatin1String("exit code 1")), level == QLatin1String("wrong"));
    QCOMPARE(advice.contains(QLatin1String("web browser")),
        detail.contains(QLatin1String("known")) || detail.contains(QLatin1String("up to"))
            || detail.contains(QLatin1String("told")));
}

void CliTest::aMovedAddressIsForUsToMend()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.ask("PUT", QStringLiteral("/_simulator/faults"),
        R"([{"match":{"path":"/identity/oauth/token"},"do":{"status":302}}])");
    const auto token = program.run(words(QStringLiteral("token --json")));
    QCOMPARE(token.exitCode, 1);
    const QJsonValue error = token.json().value(QStringLiteral("error"));
    QCOMPARE(error[QStringLiteral("whoCanFix")].toString(), QStringLiteral("you"));
    const QString next = error[QStringLiteral("next")].toString();
    QVERIFY2(next.contains(QLatin1String("environment show")), qPrintable(next));
}

void CliTest::nobodysNameSteersTheTerminal()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.grantTo(QStringLiteral("globex"));
    simulated.ask("POST", QStringLiteral("/_simulator/companies"),
        R"({"companyId": "globex", "name": "Globex\nand another line"})");
    const QString name = QStringLiteral("Ana\x1b[31m\u009b31m");
    const auto onboard = program.run(words(QStringLiteral("onboard --company globex"))
        << QStringLiteral("--consented-by") << name);
    QVERIFY2(onboard.exitCode == 0, onboard.err.constData());
    const auto show = program.run({QStringLiteral("integrations"), QStringLiteral("show"),
        simulated.integrationOf(QStringLiteral("globex"))});
    QVERIFY2(show.out.contains("Ana\\u001b[31m\\u009b31m"), show.out.constData());
    QVERIFY(!show.out.contains('\x1b'));
    const auto list = program.run({QStringLiteral("integrations"), QStringLiteral("list")});
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
    program.start(process,
        words(QStringLiteral("--json --vault memory onboard --company globex --wait --port 0")));
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
        words(QStringLiteral("--json --vault memory onboard --company globex --wait --port 0 "
                             "--redirect http://localhost:43110/back")));
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
    program.start(process, words(QStringLiteral("serve --port 0")));
    const QJsonObject ready = readyLine(process);
    QVERIFY(QUrl(ready.value(QStringLiteral("consentUrl")).toString()).port() > 0);
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
    program.start(process, words(QStringLiteral("serve --port 0 --listen ::1")));
    const QJsonObject ready = readyLine(process);
    const QUrl consent(ready.value(QStringLiteral("consentUrl")).toString());
    QCOMPARE(consent.host(), QStringLiteral("::1"));
    QCOMPARE(ready.value(QStringLiteral("listening")).toString(),
        QStringLiteral("[::1]:%1").arg(consent.port()));
    QNetworkAccessManager network;
    const auto page = jetbridge::test::answered(
        network.get(QNetworkRequest(consent.resolved(QUrl(QStringLiteral("./"))))));
    QCOMPARE(jetbridge::test::statusOf(*page), 200);
    QCOMPARE(stop(process), 0);

    QProcess both;
    program.start(both,
        words(QStringLiteral("serve --port 0 --listen :: --public-url https://partner.example "
                             "--forwarded-by 127.0.0.1")));
    const QString listening = readyLine(both).value(QStringLiteral("listening")).toString();
    QVERIFY2(listening.startsWith(QStringLiteral("[::]:")), qPrintable(listening));
    QTcpSocket peer;
    peer.connectToHost(QHostAddress::LocalHost, listening.section(QLatin1Char(':'), -1).toUShort());
    QVERIFY(peer.waitForConnected(10'000));
    QCOMPARE(stop(both), 0);
}

void CliTest::theEndpointsServeTlsAndAPublicUrl()
{
    const Program program;
    const QString certificate = program.folder() + QStringLiteral("/partner.pem");
    const QString key = program.folder() + QStringLiteral("/partner.key");
    QCOMPARE(
        QProcess::execute(QStringLiteral("openssl"),
            words(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=p -batch "
                                 "-addext subjectAltName=DNS:localhost -keyout"))
                << key << QStringLiteral("-out") << certificate),
        0);
    QProcess process;
    program.start(process,
        words(QStringLiteral("serve --port 0 --public-url https://partner.example/jb "
                             "--forwarded-by 127.0.0.1 --tls-cert"))
            << certificate << QStringLiteral("--tls-key") << key);
    const QJsonObject ready = readyLine(process);
    QCOMPARE(ready.value(QStringLiteral("callbackUrl")).toString(),
        QStringLiteral("https://partner.example/jb/callback"));
    QSslSocket peer;
    QSslConfiguration trusting = peer.sslConfiguration();
    trusting.setCaCertificates(QSslCertificate::fromPath(certificate));
    peer.setSslConfiguration(trusting);
    const QString listening = ready.value(QStringLiteral("listening")).toString();
    peer.connectToHostEncrypted(
        QStringLiteral("localhost"), listening.section(QLatin1Char(':'), -1).toUShort());
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
    program.start(first, words(QStringLiteral("simulate --port 0")));
    const int port = QUrl(readyLine(first).value(QStringLiteral("apiUrl")).toString()).port();
    QVERIFY(port > 0);
    const auto second = program.run(words(QStringLiteral("simulate --port %1").arg(port)));
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains(QByteArray::number(port)), second.err.constData());
    QCOMPARE(stop(first), 0);
}

void CliTest::theDemoPlaysTheWholeJourney_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("notified");
    QTest::newRow("redirect") << QStringLiteral("demo --json") << true;
    QTest::newRow("popup") << QStringLiteral("--json demo --mode popup") << true;
    QTest::newRow("one-way") << QStringLiteral("demo --one-way --json") << false;
    QTest::newRow("in memory") << QStringLiteral("--vault memory --json demo") << true;
}

void CliTest::theDemoPlaysTheWholeJourney()
{
    QFETCH(QString, line);
    QFETCH(bool, notified);
    const Program program;
    const auto run = program.run(words(line));
    QVERIFY2(run.exitCode == 0, (run.err + run.out).constData());
    const QJsonObject json = run.json();
    QCOMPARE(json.value(QStringLiteral("ok")), QJsonValue(true));
    QVERIFY(!json.value(QStringLiteral("integrationId")).toString().isEmpty());
    QCOMPARE(json.value(QStringLiteral("notification")).isObject(), notified);
    const QJsonArray steps = json.value(QStringLiteral("steps")).toArray();
    QVERIFY(steps.size() >= 6);
    for (const QJsonValue& step : steps)
        QVERIFY2(step.toObject().value(QStringLiteral("ok")).toBool(), run.out.constData());
}

void CliTest::theDemoLeavesNoSecretInTheDataFolder()
{
    const Program program;
    const auto demo = program.run(words(QStringLiteral("demo --json")));
    QVERIFY2(demo.exitCode == 0, demo.err.constData());
    const QString id = demo.json().value(QStringLiteral("integrationId")).toString();
    const auto listed = program.run(words(QStringLiteral("integrations list --json")));
    QCOMPARE(listed.json().value(QStringLiteral("total")).toInt(), 1);
    const auto hidden = program.run(words(QStringLiteral("integrations show --json")) << id);
    const auto shown =
        program.run(words(QStringLiteral("integrations show --json --reveal")) << id);
    QVERIFY2(shown.exitCode == 0, shown.err.constData());
    const QByteArray secret =
        shown.json().value(QStringLiteral("clientSecret")).toString().toUtf8();
    QVERIFY(secret.size() >= 16);
    QVERIFY(!hidden.out.contains(secret));
    QVERIFY(!demo.out.contains(secret) && !demo.err.contains(secret));
    QVERIFY(!program.everythingKept().contains(secret));
    QVERIFY(!shown.json().value(QStringLiteral("history")).toArray().isEmpty());
}

JETBRIDGE_TEST(CliTest)
#include "CliTest.moc"
