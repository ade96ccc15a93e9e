// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_bulk JETBRIDGE-CLI [ONBOARDINGS] [ROUNDS]
//
// Compares many onboardings by `jetbridge-cli bulk` with the same requests from a bare
// QNetworkAccessManager loop: one way, and with a client that the partner's own server registers
// for each customer. The former include the start of the program, the journal with fsync, the
// registry, the results and the recorded traffic; the vault is `memory`. The same simulator, a
// separate process, answers both, and the rounds alternate. Its rate limits are lifted, because
// waiting for them is not to be measured.

#include "../Median.h"
#include "BareOnboarding.h"
#include "BarePartner.h"
#include "cli/AuthorizationServer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int atOnce = 4; // More do not help: one manager has six connections to a host.
constexpr int patienceMs = 600'000;

[[noreturn]] void giveUp(const QString& why)
{
    QTextStream(stderr) << "bench_bulk: " << why << '\n';
    std::exit(2);
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        giveUp(path + u" cannot be written"_s);
}

/// Returns the application that is registered. With a server it is bi-directional.
QByteArray applicationWith(const AuthorizationServer* server)
{
    QJsonObject application{{u"name"_s, u"Bench"_s}, {u"description"_s, u"Measures"_s},
        {u"scopes"_s, QJsonArray{u"company_read"_s}},
        {u"logo"_s, u"https://partner.example/logo.png"_s},
        {u"consentUrl"_s, u"https://partner.example/consent"_s}};
    if (server)
        application.insert(u"oauthTokenUrl"_s, server->url("/token").toString());
    return QJsonDocument(application).toJson();
}

/// The simulator as a program of its own, which runs while this object lives.
class SimulatorProgram {
public:
    SimulatorProgram(const QString& program, const QString& applicationFile)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, {u"simulate"_s, u"--port"_s, u"0"_s, u"--app"_s, applicationFile});
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(30'000))
                giveUp(u"the simulator does not start"_s);
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~SimulatorProgram()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    QUrl apiUrl() const { return QUrl(m_ready[u"apiUrl"_s].toString()); }
    QByteArray masterJson() const { return QJsonDocument(m_ready).toJson(); }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

/// The product with a data folder of its own.
class Partner {
public:
    Partner(QString program, const SimulatorProgram& simulator, const QString& applicationFile,
        const AuthorizationServer* server)
        : m_program(std::move(program))
    {
        const QString api = simulator.apiUrl().toString();
        m_environment.insert(
            u"JETBRIDGE_MASTER_CREDENTIALS"_s, QString::fromUtf8(simulator.masterJson()));
        QStringList settings{u"environment"_s, u"set"_s, u"simulator"_s, u"--api-url"_s, api,
            u"--portal-url"_s, api};
        if (server)
            settings += {u"--token-service"_s, u"registration"_s, u"--registration-access"_s,
                u"none"_s, u"--registration-url"_s, server->url("/register").toString()};
        run(settings);
        run({u"app"_s, u"import"_s, applicationFile});
    }

    double secondsFor(const QStringList& companies)
    {
        const QString file = m_folder.filePath(u"customers.csv"_s);
        QByteArray csv = "companyId,consentedBy\n";
        for (const QString& company : companies)
            csv += company.toUtf8() + ",bench\n";
        writeFile(file, csv);
        QElapsedTimer timer;
        timer.start();
        const QJsonObject report = run({u"bulk"_s, file, u"--do"_s, u"onboard"_s, u"--results"_s,
            m_folder.filePath(u"results-%1.csv"_s.arg(companies.constFirst()))});
        const double seconds = double(timer.nsecsElapsed()) / 1e9;
        m_done += int(companies.size());
        if (report[u"done"_s].toInt() != companies.size())
            giveUp(u"not all were onboarded"_s);
        return seconds;
    }

    /// Checks that all requests were made for each company: only the last one returns its
    /// name.
    void checkAllAreProved()
    {
        int proved = 0;
        const QJsonObject list = run({u"integrations"_s, u"list"_s});
        for (const QJsonValue& row : list[u"integrations"_s].toArray())
            if (row[u"status"_s].toString() == "live"_L1
                && !row[u"companyName"_s].toString().isEmpty())
                ++proved;
        if (proved != m_done)
            giveUp(u"%1 of %2 were proved"_s.arg(proved).arg(m_done));
    }

private:
    QJsonObject run(const QStringList& arguments)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(m_program,
            QStringList{
                u"--data"_s, m_folder.filePath(u"data"_s), u"--vault"_s, u"memory"_s, u"--json"_s}
                + arguments);
        const bool ended = process.waitForFinished(patienceMs);
        if (!ended || process.exitCode() != 0)
            giveUp(QString::fromUtf8(process.readAllStandardError()));
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    const QString m_program;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QTemporaryDir m_folder;
    int m_done = 0;
};

QCoro::Task<bool> work(
    QStringList& waiting, const std::function<QCoro::Task<bool>(QString)>& onboard)
{
    while (!waiting.isEmpty()) {
        const bool done = co_await onboard(waiting.takeFirst());
        if (!done)
            co_return false;
    }
    co_return true;
}

double secondsFor(
    QStringList companies, int workers, const std::function<QCoro::Task<bool>(QString)>& onboard)
{
    QElapsedTimer timer;
    timer.start();
    std::vector<QCoro::Task<bool>> tasks;
    tasks.reserve(workers);
    for (int i = 0; i < workers; ++i)
        tasks.push_back(work(companies, onboard));
    for (auto& task : tasks)
        if (!QCoro::waitFor(std::move(task)))
            giveUp(u"a bare onboarding failed"_s);
    return double(timer.nsecsElapsed()) / 1e9;
}

/// What the rounds of one comparison took, in seconds.
struct Times {
    QList<double> ours;
    QList<double> theirs;
    QList<double> oneByOne;
    QList<double> keptToken; ///< Only of one-way onboardings.
};

/// Sizes of a run.
struct Size {
    int onboardings = 0;
    int rounds = 0;
};

QCoro::Task<bool> onboardBothWays(BareOnboarding& bare, BarePartner& partner, QString company)
{
    const auto pair = co_await partner.stage(company);
    if (!pair)
        co_return false;
    co_return co_await bare.onboard(company, pair);
}

/// Compares onboardings in rounds that alternate; with `server`, each customer's client is
/// registered there.
Times measure(const QString& cli, Size size, AuthorizationServer* server)
{
    const QTemporaryDir folder;
    const QString applicationFile = folder.filePath(u"application.json"_s);
    writeFile(applicationFile, applicationWith(server));
    const SimulatorProgram simulator(cli, applicationFile);
    const auto master = MasterCredentials::fromJson(simulator.masterJson());
    if (!master)
        giveUp(master.error().detail);
    BareOnboarding bare(simulator.apiUrl(), *master);
    QCoro::waitFor(bare.liftLimits());
    Partner partner(cli, simulator, applicationFile, server);
    BarePartner there(TokenService::Registration,
        server ? BarePartner::Places{server->url("/token"), server->url("/register"), {}, {}}
               : BarePartner::Places());
    const auto requests = [&](QString company) {
        return server ? onboardBothWays(bare, there, company) : bare.onboard(company);
    };

    QTextStream out(stdout);
    Times times;
    for (int round = 0; round < size.rounds; ++round) {
        const auto grant = [&](const QString& name) {
            QStringList companies;
            for (int i = 0; i < size.onboardings; ++i)
                companies.append(u"%1-%2-%3"_s.arg(name).arg(round).arg(i));
            QCoro::waitFor(bare.grantTo(companies));
            return companies;
        };
        const auto bulk = grant(u"bulk"_s);
        times.ours.append(partner.secondsFor(bulk));
        times.theirs.append(secondsFor(grant(u"bare"_s), atOnce, requests));
        times.oneByOne.append(secondsFor(grant(u"one"_s), 1, requests));
        out << "round " << round + 1 << ": bulk " << times.ours.last() << " s, bare "
            << times.theirs.last() << " s, one by one " << times.oneByOne.last() << " s";
        if (!server) {
            const auto token = QCoro::waitFor(bare.token(master->client));
            times.keptToken.append(secondsFor(grant(u"kept"_s), atOnce,
                [&bare, token](QString company) { return bare.onboardWith(token, company); }));
            out << ", master token kept " << times.keptToken.last() << " s";
        }
        out << '\n';
        out.flush();
    }
    partner.checkAllAreProved();
    return times;
}

/// Prints a comparison, and tells whether it meets its target.
bool isMet(const Times& times, Size size, const QString& requests, double target)
{
    QTextStream out(stdout);
    const auto row = [&](const QString& what, const QList<double>& seconds) {
        out << what.leftJustified(62)
            << QString::number(size.onboardings / median(seconds), 'f', 0).rightJustified(6)
            << "/s  " << QString::number(median(seconds) / median(times.ours), 'f', 2) << '\n';
    };
    out << '\n'
        << size.onboardings << " onboardings, median of " << size.rounds << " rounds"
        << QString(24, QLatin1Char(' ')) << "rate      bulk : this\n";
    row(u"jetbridge-cli bulk, the program's start included"_s, times.ours);
    row(u"bare QNetworkAccessManager, %1, one after the other"_s.arg(requests), times.oneByOne);
    row(u"bare QNetworkAccessManager, %1, 4 at once"_s.arg(requests), times.theirs);
    if (!times.keptToken.isEmpty())
        row(u"the same with one master token for all (three requests)"_s, times.keptToken);
    // The promise compares with a loop that waits for each answer. Four requests at once keep both
    // processors busy; that ratio is for those who make bulk faster.
    const double ratio = median(times.oneByOne) / median(times.ours);
    out << "bulk : bare loop of " << requests << ": " << QString::number(ratio, 'f', 2)
        << " (target >= " << target << ") " << (ratio >= target ? "ok" : "MISSED")
        << "; 4 at once: " << QString::number(median(times.theirs) / median(times.ours), 'f', 2)
        << "\n\n";
    return ratio >= target;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        giveUp(u"usage: bench_bulk JETBRIDGE-CLI [ONBOARDINGS] [ROUNDS]"_s);
    const QString& cli = arguments.at(1);
    const Size size{std::max(1, arguments.value(2, u"1000"_s).toInt()),
        std::max(1, arguments.value(3, u"3"_s).toInt())};

    const bool isOneWayMet = isMet(measure(cli, size, nullptr), size, u"four requests"_s, 0.7);
    AuthorizationServer server;
    server.openRegistration();
    const bool isBothMet =
        isMet(measure(cli, size, &server), size, u"seven requests (registration)"_s, 0.5);
    return isOneWayMet && isBothMet ? 0 : 1;
}
