// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Others.h"
#include "cli/Simulated.h"
#include "support/TestMain.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QThread>
#include <QUrlQuery>

#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// Number of runs at each point; JETBRIDGE_KILL_RUNS=20 for the long run.
int runsAtAPoint()
{
    return std::max(1, qEnvironmentVariableIntValue("JETBRIDGE_KILL_RUNS"));
}

/// What SmartRecruiters does to the confirm call while the program is killed.
enum class Weather { Calm, Delayed, CutAfterCommit };

/// A point of the journey. KillPoint.cpp explains the words; "@" stands for the company.
struct Point {
    const char* name;
    const char* kill;
    bool hasReply = false; ///< True if the point comes after the answer to the confirm call, so
                           ///< that there must be one.
    Weather only = Weather::Calm; ///< Required weather, if hasReply is false; CutAfterCommit means
                                  ///< that it is needed.
    const char* atNextStart = nullptr; ///< Point at which the next start is killed, too.
};

constexpr Point points[] = {
    {"before the consent is written down", "before registry 1 @consentdone"},
    {"half of the consent's line is written", "half registry 1 @consentdone"},
    {"the consent is written down", "after registry 1 @consentdone"},
    {"before the preflight begins", "before registry 1 @preflightstarted"},
    {"the preflight begins", "after registry 1 @preflightstarted"},
    {"before the keychain gets the probe", "before keychain 1 CreateItem"},
    {"the keychain got the probe", "after keychain 1 CreateItem"},
    {"before the probe is read back", "before keychain 1 SearchItems"},
    {"before the probe is removed", "before keychain 1 Delete"},
    {"the probe is removed", "after keychain 1 Delete"},
    {"before the master credentials are read", "before keychain 1 simulator/master"},
    {"before the token's line is written", "before registry 1 @tokenstarted"},
    {"half of the token's line is written", "half registry 1 @tokenstarted"},
    {"the token's line is written", "after registry 1 @tokenstarted"},
    {"before the token request", "before send 1 POST /identity/oauth/token"},
    {"half of the token request is sent", "half send 1 POST /identity/oauth/token"},
    {"the token request is sent", "after send 1 POST /identity/oauth/token"},
    {"the token is here", "after receive 1 access_token"},
    {"before the issued client is written", "before registry 1 jetbridge-"},
    {"the issued client is written", "after registry 1 jetbridge-"},
    {"before the rehearsal's line", "before registry 1 @rehearsestarted"},
    {"the rehearsal's line is written", "after registry 1 @rehearsestarted"},
    {"before the first rehearsal", "before send 1 POST /token"},
    {"the second rehearsal is sent", "after send 2 POST /token"},
    {"the answer to it is here", "after receive 3 access_token"},
    {"before the confirming line", "before registry 1 @confirmstarted"},
    {"half of the confirming line is written", "half registry 1 @confirmstarted"},
    {"the confirming line is written", "after registry 1 @confirmstarted"},
    {"before the confirm request", "before send 1 POST /apps-integrations"},
    {"half of the confirm request is sent", "half send 1 POST /apps-integrations"},
    {"the confirm request is sent", "after send 1 POST /apps-integrations"},
    {"before the unknown outcome is written", "before registry 1 @confirmunknown", false,
        Weather::CutAfterCommit},
    {"the unknown outcome is written", "after registry 1 @confirmunknown", false,
        Weather::CutAfterCommit},
    {"the confirm reply is here", "after receive 1 integrationId", true},
    {"before the storing line", "before registry 1 @storestarted", true},
    {"half of the storing line is written", "half registry 1 @storestarted", true},
    {"the storing line is written", "after registry 1 @storestarted", true},
    {"before the keychain gets the credentials", "before keychain 2 CreateItem", true},
    {"the keychain got the credentials", "after keychain 2 CreateItem", true},
    {"before they are read back",
        "before keychain 1 simulator/customer/ since keychain 2 CreateItem", true},
    {"while they are read back", "after keychain 1 simulator/customer/ since keychain 2 CreateItem",
        true},
    {"before the stored line", "before registry 1 @storedone", true},
    {"half of the stored line is written", "half registry 1 @storedone", true},
    {"the stored line is written", "after registry 1 @storedone", true},
    {"before the proof begins", "before registry 1 @provestarted", true},
    {"the proof begins", "after registry 1 @provestarted", true},
    {"before the customer's token request", "before send 2 POST /identity/oauth/token", true},
    {"the customer's token request is sent", "after send 2 POST /identity/oauth/token", true},
    {"the customer's token is here", "after receive 4 access_token", true},
    {"before the call on the customer's behalf", "before send 1 GET /configuration/company", true},
    {"the answer to it is here", "after receive 1 identifier", true},
    {"before the proof's end is written", "before registry 1 @provedone", true},
    {"the proof's end is written", "after registry 1 @provedone", true},
    {"again while the unknown outcome is recovered", "after send 1 POST /apps-integrations", false,
        Weather::Calm, "before registry 1 @confirmunknown"},
    {"again when the unknown outcome is recovered", "after send 1 POST /apps-integrations", false,
        Weather::Calm, "after registry 1 @confirmunknown"},
    {"again while lost credentials are noticed", "after registry 1 @storestarted", true,
        Weather::Calm, "before registry 1 @storefailed"},
    {"again while stored credentials are found", "before registry 1 @storedone", true,
        Weather::Calm, "before registry 1 @storedone"},
};

/// Counts of the results at one point.
struct Tally {
    int runs = 0;
    int stored = 0;
    int unknown = 0;
    int notConfirmed = 0;
    int lost = 0;
    int duplicates = 0;

    void add(const Tally& other)
    {
        runs += other.runs;
        stored += other.stored;
        unknown += other.unknown;
        notConfirmed += other.notConfirmed;
        lost += other.lost;
        duplicates += other.duplicates;
    }
};

} // namespace

/// Runs the real program against the simulator with the session's keyring and kills it at every
/// point that can make a difference. Then the program's own account is compared with what really
/// happened.
class KilledJourneyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingIsLostUnreportedSentTwiceOrDamaged();
    void norWhileOthersOnboardAndForget();
    void noSecretIsOnTheDisk();

private:
    void setWeather(Weather weather);
    /// Tells whether the program was killed at its point.
    bool killAt(const QByteArray& point, const QStringList& arguments);
    /// Adds to `all`.
    void killRunsAt(const Point& point, Tally& all);
    /// What the next program says of the company, compared with what happened.
    enum class Verdict { Stored, Unknown, NotConfirmed, Lost };
    Verdict verdictOn(const QString& company);
    void judge(const QString& company, Tally& tally);
    static void sayHeadings();
    static void say(const char* name, const Tally& tally, const QString& integrity);
    QString integrity() const;
    QString trace() const { return m_elsewhere.filePath(u"trace"_s); }

    Program m_program;
    Simulated m_simulated;
    QList<QByteArray> m_secrets; ///< Everything that must not be on the disk.
    QTemporaryDir m_elsewhere; ///< Holds the trace of what was sent and received.
    QByteArray m_said; ///< Everything that killed programs wrote to stderr.
    int m_companies = 0;
    bool m_isAlone = true; ///< No other program works on the data folder meanwhile.
};

void KilledJourneyTest::initTestCase()
{
    QVERIFY(m_simulated.setUp(m_program));
    m_secrets.append(m_simulated.masterSecret());
}

void KilledJourneyTest::nothingIsLostUnreportedSentTwiceOrDamaged()
{
    sayHeadings();
    Tally all;
    for (const Point& point : points) {
        killRunsAt(point, all);
        if (QTest::currentTestFailed())
            return;
    }
    say("all", all, integrity());
    QCOMPARE(all.lost, 0);
    QCOMPARE(all.duplicates, 0);
    // The points are at the right places: each of the three results occurred.
    QVERIFY(all.stored > 0);
    QVERIFY(all.unknown > 0);
    QVERIFY(all.notConfirmed > 0);
}

void KilledJourneyTest::norWhileOthersOnboardAndForget()
{
    sayHeadings();
    Others others(m_program, m_simulated);
    others.start();
    m_isAlone = false;
    Tally all;
    for (size_t i = 0; i < std::size(points); ++i) {
        // What a killed program has left behind the others may find first; the short run takes a
        // few points.
        if (points[i].atNextStart || (runsAtAPoint() == 1 && i % 5 != 0))
            continue;
        killRunsAt(points[i], all);
        if (QTest::currentTestFailed())
            return;
    }
    const Others::Tally theirs = others.finish();
    m_isAlone = true;
    say("all", all, integrity());
    qInfo("The others: %d onboarded and forgotten, %d unknown, %d not confirmed, %d lost, %d "
          "duplicates, %d refused too early, %d tokens for withdrawn clients.",
        theirs.onboarded, theirs.unknown, theirs.notConfirmed, theirs.lost, theirs.duplicates,
        theirs.refused, theirs.tokensAfterwards);
    QCOMPARE(all.lost + theirs.lost, 0);
    QCOMPARE(all.duplicates + theirs.duplicates, 0);
    QCOMPARE(theirs.refused, 0);
    QCOMPARE(theirs.tokensAfterwards, 0);
    QVERIFY(theirs.onboarded > 0);
}

void KilledJourneyTest::sayHeadings()
{
    qInfo("%-46s %5s %7s %8s %14s %5s %10s %8s", "killed", "runs", "stored", "unknown",
        "not confirmed", "lost", "duplicates", "corrupt");
}

void KilledJourneyTest::say(const char* name, const Tally& tally, const QString& integrity)
{
    qInfo("%-46s %5d %7d %8d %14d %5d %10d %8s", name, tally.runs, tally.stored, tally.unknown,
        tally.notConfirmed, tally.lost, tally.duplicates,
        integrity == "ok"_L1 ? "0" : qPrintable(integrity));
}

void KilledJourneyTest::killRunsAt(const Point& point, Tally& all)
{
    Tally tally;
    for (int run = 0; run < runsAtAPoint(); ++run) {
        const QString company = u"k%1x"_s.arg(++m_companies);
        m_simulated.grantTo(company);
        Weather weather = Weather((m_companies + run) % 3);
        if (point.only == Weather::CutAfterCommit)
            weather = Weather::CutAfterCommit;
        else if (point.hasReply && weather == Weather::CutAfterCommit)
            weather = Weather::Delayed;
        setWeather(weather);
        const auto at = [&company](const char* kill) {
            return QByteArray(kill).replace('@', company.toUtf8());
        };
        const QStringList onboard{
            u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s};
        QVERIFY2(killAt(at(point.kill), onboard), point.name);
        if (point.atNextStart)
            QVERIFY2(killAt(at(point.atNextStart), {u"integrations"_s, u"list"_s}), point.name);
        // This run is judged before the next one begins, which would find its remains and be killed
        // at another place.
        judge(company, tally);
    }
    QVERIFY2(!point.hasReply || tally.notConfirmed == 0, point.name);
    const QString state = integrity();
    say(point.name, tally, state);
    all.add(tally);
    QCOMPARE(state, u"ok"_s);
}

void KilledJourneyTest::judge(const QString& company, Tally& tally)
{
    ++tally.runs;
    Verdict verdict = verdictOn(company);
    // Another program may be in the middle of finding what the killed one has left.
    const QDeadlineTimer patience(m_isAlone ? 0 : 60'000);
    while (verdict == Verdict::Lost && !patience.hasExpired()) {
        QThread::msleep(200);
        verdict = verdictOn(company);
    }
    tally.stored += verdict == Verdict::Stored;
    tally.unknown += verdict == Verdict::Unknown;
    tally.notConfirmed += verdict == Verdict::NotConfirmed;
    tally.lost += verdict == Verdict::Lost;
    tally.duplicates += m_simulated.confirms(company) > 1;
}

KilledJourneyTest::Verdict KilledJourneyTest::verdictOn(const QString& company)
{
    // A killed program reports nothing more, so the next one is asked what it knows.
    const auto list =
        m_program.run({u"--json"_s, u"integrations"_s, u"list"_s, u"--search"_s, company});
    if (list.exitCode != 0)
        return Verdict::Lost;
    QJsonObject row;
    for (const QJsonValue& each : list.json().value(u"integrations"_s).toArray())
        if (each[u"companyId"_s].toString() == company)
            row = each.toObject();

    const QString there = m_simulated.integrationOf(company);
    const QString status = row.value(u"status"_s).toString();
    if (status.isEmpty())
        return there.isEmpty() ? Verdict::NotConfirmed : Verdict::Lost;
    if (status == "unknown"_L1)
        return Verdict::Unknown;
    // The program reports that it has the credentials: they must be those that SmartRecruiters
    // issued.
    const auto shown = m_program.run({u"--json"_s, u"integrations"_s, u"show"_s,
        row.value(u"integrationId"_s).toString(), u"--reveal"_s});
    const QString secret = shown.json().value(u"clientSecret"_s).toString();
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"client_credentials"_s);
    form.addQueryItem(u"client_id"_s, shown.json().value(u"clientId"_s).toString());
    form.addQueryItem(u"client_secret"_s, secret);
    const auto token = m_simulated.ask("POST", u"/identity/oauth/token"_s,
        form.toString(QUrl::FullyEncoded).toUtf8(), "application/x-www-form-urlencoded");
    if (!secret.isEmpty())
        m_secrets.append(secret.toUtf8());
    return !there.isEmpty() && token.status == 200 ? Verdict::Stored : Verdict::Lost;
}

void KilledJourneyTest::noSecretIsOnTheDisk()
{
    // The run is aborted and would dump its memory beside its data, but the program allows no core
    // file.
    const QString company = u"aborted"_s;
    m_simulated.grantTo(company);
    setWeather(Weather::Calm);
    QProcess run;
    run.setWorkingDirectory(m_program.folder());
    run.setProcessEnvironment(m_program.environment);
    run.start(u"/bin/sh"_s,
        {u"-c"_s, u"ulimit -c unlimited; exec \"$0\" --data \"$1\" serve --port 0"_s,
            QStringLiteral(JETBRIDGE_CLI), m_program.folder()});
    QVERIFY(!readyLine(run).isEmpty());
    QFile limits(u"/proc/%1/limits"_s.arg(run.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromLatin1(limits.readAll())
                .contains(QRegularExpression(u"Max core file size +0 +0"_s)));
    ::kill(pid_t(run.processId()), SIGABRT);
    QVERIFY(run.waitForFinished(60'000));
    QCOMPARE(run.exitStatus(), QProcess::CrashExit);

    // The trace holds everything that was transmitted, also what no program could store.
    QFile traced(trace());
    QVERIFY(traced.open(QIODevice::ReadOnly));
    static const QRegularExpression secretField(
        u"\"(?:access_token|clientSecret)\":\"([^\"]+)\""_s);
    auto fields = secretField.globalMatch(QString::fromLatin1(traced.readAll()));
    while (fields.hasNext())
        m_secrets.append(fields.next().captured(1).toLatin1());

    const QByteArray kept = m_program.everythingKept() + m_said;
    QVERIFY(kept.contains("confirmstarted")); // This shows that the search works.
    QVERIFY(m_secrets.size() > m_companies / 2);
    for (const QByteArray& secret : std::as_const(m_secrets))
        QVERIFY(!kept.contains(secret));
    qInfo("%lld secrets looked for in %lld bytes of the data folder and the logs: none is there.",
        qlonglong(m_secrets.size()), qlonglong(kept.size()));
}

void KilledJourneyTest::setWeather(Weather weather)
{
    if (weather == Weather::Calm) {
        m_simulated.ask("DELETE", u"/_simulator/faults"_s);
        return;
    }
    m_simulated.ask("PUT", u"/_simulator/faults"_s,
        weather == Weather::Delayed
            ? R"([{"match":{"path":"/apps-integrations/*"},"do":{"delayMs":40}}])"
            : R"([{"match":{"path":"/apps-integrations/*"},"do":{"closeAfterCommit":true}}])");
}

bool KilledJourneyTest::killAt(const QByteArray& point, const QStringList& arguments)
{
    QProcess process;
    m_program.environment.insert(u"JETBRIDGE_KILL_POINT"_s, QString::fromLatin1(point));
    m_program.environment.insert(u"LD_PRELOAD"_s, QStringLiteral(JETBRIDGE_KILLPOINT));
    m_program.environment.insert(u"JETBRIDGE_KILL_TRACE"_s, trace());
    m_program.start(process, arguments);
    m_program.environment.remove(u"JETBRIDGE_KILL_POINT"_s);
    m_program.environment.remove(u"LD_PRELOAD"_s);
    if (!process.waitForFinished(60'000))
        return false;
    const QByteArray said = process.readAllStandardError();
    m_said += said;
    if (process.exitStatus() == QProcess::CrashExit && process.exitCode() == SIGKILL)
        return true;
    qWarning("Not killed at \"%s\": exit code %d, %s", point.constData(), process.exitCode(),
        said.constData());
    return false;
}

QString KilledJourneyTest::integrity() const
{
    const QString name = u"integrity"_s;
    QString verdict;
    {
        auto registry = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        registry.setDatabaseName(m_program.folder() + u"/registry.sqlite3"_s);
        if (!registry.open())
            return u"cannot be opened"_s;
        QSqlQuery check(u"PRAGMA integrity_check"_s, registry);
        verdict = check.next() ? check.value(0).toString() : u"no answer"_s;
    }
    QSqlDatabase::removeDatabase(name);
    return verdict;
}

static int run(int argc, char** argv)
{
    if (runsAtAPoint() > 1)
        qputenv("QTEST_FUNCTION_TIMEOUT", "14400000"); // QTest allows only five minutes otherwise.
    QCoreApplication application(argc, argv);
    KilledJourneyTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(KilledJourneyTest, run)

#include "KilledJourneyTest.moc"
