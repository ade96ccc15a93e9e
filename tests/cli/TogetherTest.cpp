// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Caller.h"
#include "cli/Simulated.h"
#include "console/FormBrowser.h"
#include "storage/PrivateKeyring.h"
#include "storage/Registry.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int aSecond = 1000;
const QString simulator = u"simulator"_s;
const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

/// Returns the integration of the customer that Caller's client belongs to.
Integration globex(IntegrationStatus status)
{
    Integration row;
    row.id = IntegrationId(u"int-of-globex"_s);
    row.company = CompanyId(u"globex"_s);
    row.bidirectional = true;
    row.status = status;
    row.issuedClientId = ClientId(u"client-of-globex"_s);
    row.onboarding = OnboardingId(u"run-of-globex"_s);
    return row;
}

bool keep(const Program& program, const Integration& row)
{
    storage::Registry registry(program.folder());
    return QCoro::waitFor(registry.environment(simulator)->integrations().save(row)).has_value();
}

QString wayBackOf(const Program& program, const char* company)
{
    return program.run(words("--json integrations list --search ") << QLatin1String(company))
        .json()
        .value(u"integrations"_s)
        .toArray()
        .at(0)[u"wayBack"_s][u"state"_s]
        .toString();
}

QString statusOf(const Program& program, const char* company)
{
    return program.run(words("--json integrations list --search ") << QLatin1String(company))
        .json()
        .value(u"integrations"_s)
        .toArray()
        .at(0)[u"status"_s]
        .toString();
}

/// Sets up a partner whose consent page may be opened without `redirect`.
bool setUpPopup(const Program& program, Simulated& simulated)
{
    const QString path = program.folder() + u"/popup.json"_s;
    const QJsonObject application{{u"name"_s, u"Acme"_s}, {u"description"_s, u"Assessments"_s},
        {u"scopes"_s, QJsonArray{u"company_read"_s}},
        {u"logo"_s, u"https://partner.example/logo.png"_s}, {u"consentDisplayMode"_s, u"POPUP"_s},
        {u"consentUrl"_s, u"https://partner.example/consent"_s},
        {u"oauthTokenUrl"_s, simulated.tokens().url().toString()},
        {u"callbackUrl"_s, u"https://partner.example/callback"_s}};
    QFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(application).toJson()) > 0;
    file.close();
    const bool isSetUp = isWritten && simulated.setUp(program)
        && program.run(words("app import") << path).exitCode == 0;
    simulated.grantTo(u"globex"_s);
    return isSetUp;
}

QUrl consentPage(const QJsonObject& ready)
{
    return QUrl(ready.value(u"consentUrl"_s).toString() + u"?companyId=globex"_s);
}

QString stateOfInvitation(const Program& program)
{
    return program.run(words("--json invitations list --company globex"))
        .json()
        .value(u"invitations"_s)
        .toArray()
        .at(0)[u"state"_s]
        .toString();
}

/// Signs in and returns the next page; nullopt if the code was refused.
std::optional<FormPage> signIn(FormBrowser& browser, const QJsonObject& ready, const QString& code)
{
    const auto page = QCoro::waitFor(browser.open(consentPage(ready)));
    if (!page)
        return std::nullopt;
    const auto next = QCoro::waitFor(browser.press(*page, u"sign-in"_s, {{u"code"_s, code}}));
    return next ? std::optional<FormPage>(*next) : std::nullopt;
}

} // namespace

/// Tests several programs on one data folder, and several folders in one keychain.
class TogetherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClientThatIsIssuedElsewhereGetsATokenAtOnce();
    void aClientThatEndedElsewhereGetsNothingMore_data();
    void aClientThatEndedElsewhereGetsNothingMore();
    void whatUnknownScopesGetIsTakenOverWithinASecond();
    void whatIsOnboardedElsewhereCanBeDisabledHere();
    void anApplicationThatIsSavedElsewhereIsShown();
    void anInvitationThatIsMadeElsewhereIsFinishedHere();
    void anInvitationThatEndedElsewhereEndsHere();
    void foldersDoNotShareCredentials();
    void aPairIsSentToNoOtherPlace();
    void aPairThatTookOverDuringTheConfirmCallHasNotConfirmed();
    void ofTwoRotationsAtOnceOneIsTold();
    void aKeychainWithoutTheCredentialsIsNoticed();
};

void TogetherTest::aClientThatIsIssuedElsewhereGetsATokenAtOnce()
{
    const Program program;
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    Caller caller(program);
    QVERIFY(caller.connectTo(ready)); // at the first try
    QCOMPARE(caller.notify(R"({"eventType":"SOMETHING_NEW"})"), 200);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::aClientThatEndedElsewhereGetsNothingMore_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("forgotten") << "integrations forget int-of-globex";
    QTest::newRow("its credentials deleted")
        << "integrations forget --credentials-only int-of-globex";
    QTest::newRow("disabled by the customer") << "";
}

void TogetherTest::aClientThatEndedElsewhereGetsNothingMore()
{
    QFETCH(QString, how);
    const Program program;
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    Caller caller(program);
    const bool isDisabled = how.contains("credentials-only"_L1);
    QVERIFY(
        keep(program, globex(isDisabled ? IntegrationStatus::Disabled : IntegrationStatus::Live)));
    QVERIFY(caller.connectTo(ready));
    if (how.isEmpty()) {
        QCOMPARE(caller.notify(disabled), 200);
    } else {
        const auto run = program.run(how.split(QLatin1Char(' ')));
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }
    // The token ends together with the client, long before its time.
    QTRY_COMPARE_WITH_TIMEOUT(caller.notify(R"({"eventType":"SOMETHING_NEW"})"), 401, aSecond);
    QCOMPARE(caller.askForToken(ready), 401);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::whatUnknownScopesGetIsTakenOverWithinASecond()
{
    const Program program;
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    Caller caller(program);
    QCOMPARE(caller.askForToken(ready, "anything"), 200);
    const auto setTo = [&program](const char* answer) {
        return program
            .run(words("environment set simulator --unknown-scopes ") << QLatin1String(answer))
            .exitCode;
    };
    QCOMPARE(setTo("refuse"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(caller.askForToken(ready, "anything"), 400, aSecond);
    QCOMPARE(setTo("ignore"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(caller.askForToken(ready, "anything"), 200, aSecond);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::whatIsOnboardedElsewhereCanBeDisabledHere()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    // SmartRecruiters gets the addresses of the running endpoints.
    QJsonObject app = QJsonDocument::fromJson(simulated.master()).object();
    for (const char* url : {"oauthTokenUrl", "callbackUrl", "consentUrl"})
        app.insert(QLatin1String(url), ready.value(QLatin1String(url)));
    app.insert(u"name"_s, u"Acme"_s);
    app.insert(u"description"_s, u"Assessments"_s);
    app.insert(u"scopes"_s, QJsonArray{u"company_read"_s});
    app.insert(u"visibility"_s, u"all"_s);
    const auto registered =
        simulated.ask("POST", u"/_simulator/apps"_s, QJsonDocument(app).toJson());
    QVERIFY2(registered.status / 100 == 2, qPrintable(QString::number(registered.status)));
    simulated.grantTo(u"globex"_s);
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    QCOMPARE(wayBackOf(program, "globex"), u"rehearsed"_s); // our own rehearsal does
                                                            // not count as use
    simulated.ask("POST",
        u"/_simulator/integrations/%1/disable"_s.arg(simulated.integrationOf(u"globex"_s)), "{}");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(program, "globex"), u"disabled"_s, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(wayBackOf(program, "globex"), u"used"_s, 20'000);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::anApplicationThatIsSavedElsewhereIsShown()
{
    const Program program;
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QString consent = readyLine(serve).value(u"consentUrl"_s).toString()
        + u"?companyId=globex&consentDisplayMode=POPUP"_s;
    Simulated simulated; // used for its fetch()
    QVERIFY(simulated.setUp(program));
    QTRY_VERIFY_WITH_TIMEOUT(simulated.fetch(QUrl(consent)).contains("Acme"), aSecond);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::anInvitationThatIsMadeElsewhereIsFinishedHere()
{
    const Program program;
    Simulated simulated;
    QVERIFY(setUpPopup(program, simulated));
    // Nobody serves yet, so the invitation is stored.
    const QString mail = program.folder() + u"/invitation.eml"_s;
    const auto invited =
        program.run(words("--json invite --company globex --language de --mail") << mail);
    QVERIFY2(invited.exitCode == 0, invited.err.constData());
    const QString code = invited.json().value(u"code"_s).toString();
    QCOMPARE(stateOfInvitation(program), u"pending"_s);
    for (const char* name : {"/registry.sqlite3", "/registry.sqlite3-wal", "/invitation.eml"}) {
        QFile file(program.folder() + QLatin1String(name));
        if (!file.exists())
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(code.toLatin1()), name);
    }

    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    FormBrowser browser;
    QVERIFY(QCoro::waitFor(browser.open(consentPage(ready))));
    QTRY_COMPARE_WITH_TIMEOUT(stateOfInvitation(program), u"opened"_s, 20'000);
    const auto decision = signIn(browser, ready, code.toLower());
    QVERIFY(decision);
    QTRY_COMPARE_WITH_TIMEOUT(stateOfInvitation(program), u"signed-in"_s, 20'000);
    const auto approved = QCoro::waitFor(browser.press(*decision, u"approve"_s));
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().detail));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(program, "globex"), u"live"_s, 20'000);
    QCOMPARE(stateOfInvitation(program), u"approved"_s);
    QCOMPARE(simulated.confirms(u"globex"_s), 1);
    QVERIFY(!signIn(browser, ready, code));
    QVERIFY(program.run(words("invitations withdraw globex")).exitCode != 0);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::anInvitationThatEndedElsewhereEndsHere()
{
    const Program program;
    Simulated simulated;
    QVERIFY(setUpPopup(program, simulated));
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QJsonObject ready = readyLine(serve);
    const auto codeOf = [&program](const QStringList& line) {
        return program.run(line).json().value(u"code"_s).toString();
    };
    const QString first = codeOf(words("--json invite --company globex --valid-for 1h"));
    FormBrowser browser;
    QTRY_VERIFY_WITH_TIMEOUT(signIn(browser, ready, first), aSecond);
    const QString second = codeOf(words("--json invitations renew globex"));
    QVERIFY(!second.isEmpty() && second != first);
    QTRY_VERIFY_WITH_TIMEOUT(signIn(browser, ready, second), aSecond);
    QVERIFY(!signIn(browser, ready, first));
    const auto signedIn = signIn(browser, ready, second);
    QVERIFY(signedIn);
    QCOMPARE(program.run(words("invitations withdraw globex")).exitCode, 0);
    // This holds for the page after the sign-in, too.
    QVERIFY(!QCoro::waitFor(browser.press(*signedIn, u"approve"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!signIn(browser, ready, second), aSecond);
    QCOMPARE(stateOfInvitation(program), u"withdrawn"_s);
    QCOMPARE(simulated.confirms(u"globex"_s), 0);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::foldersDoNotShareCredentials()
{
    const Program one;
    const Program other;
    Simulated simulated;
    QVERIFY(simulated.setUp(one));
    QCOMPARE(other.run(words("credentials status")).exitCode, 1);
    QVERIFY(simulated.setUp(other));
    QCOMPARE(other.run(words("credentials forget")).exitCode, 0);
    QCOMPARE(one.run(words("credentials status")).exitCode, 0);
    QCOMPARE(one.run(words("token")).exitCode, 0);
}

void TogetherTest::aPairIsSentToNoOtherPlace()
{
    const Program program;
    Simulated one;
    Simulated other;
    QVERIFY(one.setUp(program));
    one.grantTo(u"globex"_s);
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    const QString id = onboarded.json().value(u"integrationId"_s).toString();

    const QStringList move = words("environment set simulator --api-url");
    QCOMPARE(program.run(QStringList(move) << other.apiUrl()).exitCode, 0);
    for (const QStringList& line :
        {words("token"), words("token --company globex"), words("integrations verify") << id,
            words("onboard --company acme --consented-by Ana")}) {
        const auto refused = program.run(line);
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("nothing was sent"), refused.err.constData());
    }
    QCOMPARE(other.ask("GET", u"/_simulator/requests?path=/identity/*"_s)
                 .json.value(u"matched"_s)
                 .toInt(),
        0);
    QCOMPARE(statusOf(program, "globex"), u"live"_s); // nobody was asked
    // Staff enter credentials for the new address; the old ones are not used there.
    QCOMPARE(program.run(words("credentials set-master"), other.master()).exitCode, 0);
    QCOMPARE(program.run(words("token")).exitCode, 0);
    QCOMPARE(program.run(QStringList(move) << one.apiUrl()).exitCode, 0);
    QVERIFY(program.run(words("token")).exitCode != 0);
    QCOMPARE(program.run(words("token --company globex")).exitCode, 0);
}

void TogetherTest::aPairThatTookOverDuringTheConfirmCallHasNotConfirmed()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.grantTo(u"globex"_s);
    const QByteArray fresh = simulated.otherMaster();
    const QString before =
        program.run(words("--json credentials status")).json().value(u"clientId"_s).toString();
    simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/apps-integrations/*"},"times":1,"do":{"delayMs":5000}}])");
    QProcess onboard;
    program.start(onboard, words("onboard --company globex --consented-by Ana"));
    QTRY_VERIFY_WITH_TIMEOUT(program.everythingKept().contains("globexconfirmstarted"), 30'000);
    const auto rotated = program.run(words("credentials rotate"), fresh);
    QVERIFY2(rotated.exitCode == 0, rotated.err.constData());
    QCOMPARE(onboard.state(), QProcess::Running);
    QVERIFY(onboard.waitForFinished(60'000));
    QCOMPARE(onboard.exitCode(), 0);
    const auto kept = [&] {
        return program.run(words("--json credentials status"))
            .json()
            .value(u"previousClientId"_s)
            .toString();
    };
    QCOMPARE(kept(), before);
    // The next company is confirmed with the new credentials.
    simulated.grantTo(u"initech"_s);
    QCOMPARE(program.run(words("onboard --company initech --consented-by Ana")).exitCode, 0);
    QCOMPARE(kept(), QString());
}

void TogetherTest::ofTwoRotationsAtOnceOneIsTold()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    const QByteArray fresh = simulated.otherMaster();
    simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/identity/*"},"times":1,"do":{"delayMs":5000}}])");
    QProcess first;
    program.start(first, words("credentials rotate"));
    first.write(fresh);
    first.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(program.everythingKept().contains("rotatedstarted"), 30'000);
    const auto second = program.run(words("credentials rotate"), fresh);
    QVERIFY(second.exitCode != 0);
    QVERIFY2(second.err.contains("being changed just now"), second.err.constData());
    QVERIFY(first.waitForFinished(60'000));
    QCOMPARE(first.exitCode(), 0);
}

void TogetherTest::aKeychainWithoutTheCredentialsIsNoticed()
{
    Program program;
    const QString sanitizer = program.environment.value(u"ASAN_OPTIONS"_s);
    PrivateKeyring own;
    PrivateKeyring other;
    for (PrivateKeyring* keyring : {&own, &other})
        QCOMPARE(keyring->start(PrivateKeyring::Kind::Unlocked), QString());
    const auto use = [&](const PrivateKeyring& keyring) {
        program.environment = keyring.environment();
        program.environment.insert(u"ASAN_OPTIONS"_s, sanitizer);
    };
    use(own);
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.grantTo(u"globex"_s);
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    const QString id = onboarded.json().value(u"integrationId"_s).toString();
    QCOMPARE(statusOf(program, "globex"), u"live"_s);

    const auto liveOnes = [&program](const char* command, const char* count) {
        return program.run(words(command)).json().value(QLatin1String(count)).toInt(-1);
    };
    use(other);
    QCOMPARE(statusOf(program, "globex"), u"no-credentials"_s);
    QVERIFY(program.run(words("integrations verify") << id).exitCode != 0);
    QCOMPARE(statusOf(program, "globex"), u"no-credentials"_s);
    QCOMPARE(liveOnes("--json integrations list --status live", "total"), 0);
    QCOMPARE(liveOnes("--json integrations list --status no-credentials", "total"), 1);
    QCOMPARE(liveOnes("--json integrations verify --all", "live"), 0);

    // Whoever has the credentials sees nothing of that, neither in the list nor in the history.
    use(own);
    QCOMPARE(statusOf(program, "globex"), u"live"_s);
    QCOMPARE(liveOnes("--json integrations list --status live", "total"), 1);
    QCOMPARE(liveOnes("--json integrations list --status no-credentials", "total"), 0);
    const auto shown = program.run(words("--json integrations show") << id);
    QVERIFY2(!shown.out.contains("no_customer_credentials"), shown.out.constData());
    use(other);
    QCOMPARE(statusOf(program, "globex"), u"no-credentials"_s);
    use(own);
    const auto verified = program.run(words("integrations verify") << id);
    QVERIFY2(verified.exitCode == 0, verified.err.constData());
    QCOMPARE(statusOf(program, "globex"), u"live"_s);
}

JETBRIDGE_TEST(TogetherTest)
#include "TogetherTest.moc"
