// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_bulk JETBRIDGE-CLI [ONBOARDINGS] [ROUNDS]
//
// Compares many onboardings by `jetbridge-cli bulk` with the same requests from a bare
// QNetworkAccessManager loop. The former include the start of the program, the journal with fsync,
// the registry, the results and the recorded traffic; the vault is `memory`. The same simulator, a
// separate process, answers both, and the rounds alternate. Its rate limits are lifted, because
// waiting for them is not to be measured.

#include "../Median.h"
#include "BareOnboarding.h"

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

constexpr char application[] =
    R"({"name":"Bench","description":"Measures","scopes":["company_read"],
    "logo":"https://partner.example/logo.png","consentUrl":"https://partner.example/consent"})";

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
    Partner(QString program, const SimulatorProgram& simulator, const QString& applicationFile)
        : m_program(std::move(program))
    {
        const QString api = simulator.apiUrl().toString();
        m_environment.insert(
            u"JETBRIDGE_MASTER_CREDENTIALS"_s, QString::fromUtf8(simulator.masterJson()));
        run({u"environment"_s, u"set"_s, u"simulator"_s, u"--api-url"_s, api, u"--portal-url"_s,
            api});
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

    /// Checks that all four requests were made for each company: only the last one returns its
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

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    const QStringList arguments = program.arguments();
    if (arguments.size() < 2)
        giveUp(u"usage: bench_bulk JETBRIDGE-CLI [ONBOARDINGS] [ROUNDS]"_s);
    const QString& cli = arguments.at(1);
    const int onboardings = std::max(1, arguments.value(2, u"1000"_s).toInt());
    const int rounds = std::max(1, arguments.value(3, u"3"_s).toInt());

    const QTemporaryDir folder;
    const QString applicationFile = folder.filePath(u"application.json"_s);
    writeFile(applicationFile, application);
    const SimulatorProgram simulator(cli, applicationFile);
    const auto master = MasterCredentials::fromJson(simulator.masterJson());
    if (!master)
        giveUp(master.error().detail);
    BareOnboarding bare(simulator.apiUrl(), *master);
    QCoro::waitFor(bare.liftLimits());
    Partner partner(cli, simulator, applicationFile);

    QTextStream out(stdout);
    QList<double> ours, theirs, oneByOne, keptToken;
    for (int round = 0; round < rounds; ++round) {
        const auto grant = [&](const QString& name) {
            QStringList companies;
            for (int i = 0; i < onboardings; ++i)
                companies.append(u"%1-%2-%3"_s.arg(name).arg(round).arg(i));
            QCoro::waitFor(bare.grantTo(companies));
            return companies;
        };
        const auto fourRequests = [&bare](QString company) {
            return bare.onboard(company);
        };
        const auto bulk = grant(u"bulk"_s);
        ours.append(partner.secondsFor(bulk));
        theirs.append(secondsFor(grant(u"bare"_s), atOnce, fourRequests));
        oneByOne.append(secondsFor(grant(u"one"_s), 1, fourRequests));
        const auto token = QCoro::waitFor(bare.token(master->client));
        keptToken.append(secondsFor(grant(u"kept"_s), atOnce,
            [&bare, token](QString company) { return bare.onboardWith(token, company); }));
        out << "round " << round + 1 << ": bulk " << ours.last() << " s, bare " << theirs.last()
            << " s, one by one " << oneByOne.last() << " s, master token kept " << keptToken.last()
            << " s\n";
        out.flush();
    }
    partner.checkAllAreProved();

    const auto row = [&](const char* what, const QList<double>& seconds) {
        out << QString::fromLatin1(what).leftJustified(62)
            << QString::number(onboardings / median(seconds), 'f', 0).rightJustified(6) << "/s  "
            << QString::number(median(seconds) / median(ours), 'f', 2) << '\n';
    };
    out << '\n'
        << onboardings << " onboardings, median of " << rounds << " rounds"
        << QString(24, QLatin1Char(' ')) << "rate      bulk : this\n";
    row("jetbridge-cli bulk, the program's start included", ours);
    row("bare QNetworkAccessManager, four requests, one after the other", oneByOne);
    row("bare QNetworkAccessManager, four requests, 4 at once", theirs);
    row("the same with one master token for all (three requests)", keptToken);
    // The promise compares with a loop that waits for each answer. Four requests at once keep both
    // processors busy; this row is for those who make bulk faster.
    const double ratio = median(oneByOne) / median(ours);
    out << "bulk : bare loop of four requests: " << QString::number(ratio, 'f', 2)
        << " (target >= 0.7) " << (ratio >= 0.7 ? "ok" : "MISSED")
        << "; 4 at once: " << QString::number(median(theirs) / median(ours), 'f', 2) << '\n';
    return ratio >= 0.7 ? 0 : 1;
}
