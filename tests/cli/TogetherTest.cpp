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

using namespace jetbridge;

namespace {

constexpr int aSecond = 1000;
const QString simulator = QStringLiteral("simulator");
const QByteArray disabled = R"({"eventType":"INTEGRATION_DISABLED"})";

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

/// Returns the integration of the customer that Caller's client belongs to.
Integration globex(IntegrationStatus status)
{
    Integration row;
    row.id = IntegrationId(QStringLiteral("int-of-globex"));
    row.company = CompanyId(QStringLiteral("globex"));
    row.bidirectional = true;
    row.status = status;
    row.issuedClientId = ClientId(QStringLiteral("client-of-globex"));
    row.onboarding = OnboardingId(QStringLiteral("run-of-globex"));
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
        .value(QStringLiteral("integrations"))
        .toArray()
        .at(0)[QStringLiteral("wayBack")][QStringLiteral("state")]
        .toString();
}

QString statusOf(const Program& program, const char* company)
{
    return program.run(words("--json integrations list --search ") << QLatin1String(company))
        .json()
        .value(QStringLiteral("integrations"))
        .toArray()
        .at(0)[QStringLiteral("status")]
        .toString();
}

/// Sets up a partner whose consent page may be opened without `redirect`.
bool setUpPopup(const Program& program, Simulated& simulated)
{
    const QString path = program.folder() + QStringLiteral("/popup.json");
    const QJsonObject application{{QStringLiteral("name"), QStringLiteral("Acme")},
        {QStringLiteral("description"), QStringLiteral("Assessments")},
        {QStringLiteral("scopes"), QJsonArray{QStringLiteral("company_read")}},
        {QStringLiteral("logo"), QStringLiteral("https://partner.example/logo.png")},
        {QStringLiteral("consentDisplayMode"), QStringLiteral("POPUP")},
        {QStringLiteral("consentUrl"), QStringLiteral("https://partner.example/consent")},
        {QStringLiteral("oauthTokenUrl"), simulated.tokens().url().toString()},
        {QStringLiteral("callbackUrl"), QStringLiteral("https://partner.example/callback")}};
    QFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(application).toJson()) > 0;
    file.close();
    const bool isSetUp = isWritten && simulated.setUp(program)
        && program.run(words("app import") << path).exitCode == 0;
    simulated.grantTo(QStringLiteral("globex"));
    return isSetUp;
}

QUrl consentPage(const QJsonObject& ready)
{
    return QUrl(
        ready.value(QStringLiteral("consentUrl")).toString() + QStringLiteral("?companyId=globex"));
}

QString stateOfInvitation(const Program& program)
{
    return program.run(words("--json invitations list --company globex"))
        .json()
        .value(QStringLiteral("invitations"))
        .toArray()
        .at(0)[QStringLiteral("state")]
        .toString();
}

/// Signs in and returns the next page; nullopt if the code was refused.
std::optional<FormPage> signIn(FormBrowser& browser, const QJsonObject& ready, const QString& code)
{
    const auto page = QCoro::waitFor(browser.open(consentPage(ready)));
    if (!page)
        return std::nullopt;
    const auto next = QCoro::waitFor(
        browser.press(*page, QStringLiteral("sign-in"), {{QStringLiteral("code"), code}}));
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
    const bool isDisabled = how.contains(QLatin1String("credentials-only"));
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
    app.insert(QStringLiteral("name"), QStringLiteral("Acme"));
    app.insert(QStringLiteral("description"), QStringLiteral("Assessments"));
    app.insert(QStringLiteral("scopes"), QJsonArray{QStringLiteral("company_read")});
    app.insert(QStringLiteral("visibility"), QStringLiteral("all"));
    const auto registered =
        simulated.ask("POST", QStringLiteral("/_simulator/apps"), QJsonDocument(app).toJson());
    QVERIFY2(registered.status / 100 == 2, qPrintable(QString::number(registered.status)));
    simulated.grantTo(QStringLiteral("globex"));
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    QCOMPARE(wayBackOf(program, "globex"), QStringLiteral("rehearsed")); // our own rehearsal does
                                                                         // not count as use
    simulated.ask("POST",
        QStringLiteral("/_simulator/integrations/%1/disable")
            .arg(simulated.integrationOf(QStringLiteral("globex"))),
        "{}");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(program, "globex"), QStringLiteral("disabled"), 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(wayBackOf(program, "globex"), QStringLiteral("used"), 20'000);
    QCOMPARE(stop(serve), 0);
}

void TogetherTest::anApplicationThatIsSavedElsewhereIsShown()
{
    const Program program;
    QProcess serve;
    program.start(serve, words("serve --port 0"));
    const QString consent = readyLine(serve).value(QStringLiteral("consentUrl")).toString()
        + QStringLiteral("?companyId=globex&consentDisplayMode=POPUP");
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
    const QString mail = program.folder() + QStringLiteral("/invitation.eml");
    const auto invited =
        program.run(words("--json invite --company globex --language de --mail") << mail);
    QVERIFY2(invited.exitCode == 0, invited.err.constData());
    const QString code = invited.json().value(QStringLiteral("code")).toString();
    QCOMPARE(stateOfInvitation(program), QStringLiteral("pending"));
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
    QTRY_COMPARE_WITH_TIMEOUT(stateOfInvitation(program), QStringLiteral("opened"), 20'000);
    const auto decision = signIn(browser, ready, code.toLower());
    QVERIFY(decision);
    QTRY_COMPARE_WITH_TIMEOUT(stateOfInvitation(program), QStringLiteral("signed-in"), 20'000);
    const auto approved = QCoro::waitFor(browser.press(*decision, QStringLiteral("approve")));
    QVERIFY2(approved, approved ? "" : qPrintable(approved.error().detail));
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(program, "globex"), QStringLiteral("live"), 20'000);
    QCOMPARE(stateOfInvitation(program), QStringLiteral("approved"));
    QCOMPARE(simulated.confirms(QStringLiteral("globex")), 1);
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
        return program.run(line).json().value(QStringLiteral("code")).toString();
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
    QVERIFY(!QCoro::waitFor(browser.press(*signedIn, QStringLiteral("approve"))));
    QTRY_VERIFY_WITH_TIMEOUT(!signIn(browser, ready, second), aSecond);
    QCOMPARE(stateOfInvitation(program), QStringLiteral("withdrawn"));
    QCOMPARE(simulated.confirms(QStringLiteral("globex")), 0);
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
    one.grantTo(QStringLiteral("globex"));
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    const QString id = onboarded.json().value(QStringLiteral("integrationId")).toString();

    const QStringList move = words("environment set simulator --api-url");
    QCOMPARE(program.run(QStringList(move) << other.apiUrl()).exitCode, 0);
    for (const QStringList& line :
        {words("token"), words("token --company globex"), words("integrations verify") << id,
            words("onboard --company acme --consented-by Ana")}) {
        const auto refused = program.run(line);
        QVERIFY(refused.exitCode != 0);
        QVERIFY2(refused.err.contains("nothing was sent"), refused.err.constData());
    }
    QCOMPARE(other.ask("GET", QStringLiteral("/_simulator/requests?path=/identity/*"))
                 .json.value(QStringLiteral("matched"))
                 .toInt(),
        0);
    QCOMPARE(statusOf(program, "globex"), QStringLiteral("live")); // nobody was asked
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
    simulated.grantTo(QStringLiteral("globex"));
    const QByteArray fresh = simulated.otherMaster();
    const QString before = program.run(words("--json credentials status"))
                               .json()
                               .value(QStringLiteral("clientId"))
                               .toString();
    simulated.ask("PUT", QStringLiteral("/_simulator/faults"),
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
            .value(QStringLiteral("previousClientId"))
            .toString();
    };
    QCOMPARE(kept(), before);
    // The next company is confirmed with the new credentials.
    simulated.grantTo(QStringLiteral("initech"));
    QCOMPARE(program.run(words("onboard --company initech --consented-by Ana")).exitCode, 0);
    QCOMPARE(kept(), QString());
}

void TogetherTest::ofTwoRotationsAtOnceOneIsTold()
{
    const Program program;
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    const QByteArray fresh = simulated.otherMaster();
    simulated.ask("PUT", QStringLiteral("/_simulator/faults"),
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
    const QString sanitizer = program.environment.value(QStringLiteral("ASAN_OPTIONS"));
    PrivateKeyring own;
    PrivateKeyring other;
    for (PrivateKeyring* keyring : {&own, &other})
        QCOMPARE(keyring->start(PrivateKeyring::Kind::Unlocked), QString());
    const auto use = [&](const PrivateKeyring& keyring) {
        program.environment = keyring.environment();
        program.environment.insert(QStringLiteral("ASAN_OPTIONS"), sanitizer);
    };
    use(own);
    Simulated simulated;
    QVERIFY(simulated.setUp(program));
    simulated.grantTo(QStringLiteral("globex"));
    const auto onboarded = program.run(words("--json onboard --company globex --consented-by Ana"));
    QVERIFY2(onboarded.exitCode == 0, onboarded.err.constData());
    const QString id = onboarded.json().value(QStringLiteral("integrationId")).toString();
    QCOMPARE(statusOf(program, "globex"), QStringLiteral("live"));

    use(other);
    QCOMPARE(statusOf(program, "globex"), QStringLiteral("no-credentials"));
    QVERIFY(program.run(words("integrations verify") << id).exitCode != 0);
    QCOMPARE(statusOf(program, "globex"), QStringLiteral("no-credentials"));

    use(own);
    const auto verified = program.run(words("integrations verify") << id);
    QVERIFY2(verified.exitCode == 0, verified.err.constData());
    QCOMPARE(statusOf(program, "globex"), QStringLiteral("live"));
}

JETBRIDGE_TEST(TogetherTest)
#include "TogetherTest.moc"
