// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BulkFile.h"
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/HandoverOptions.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "cli/Unstored.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/RunLock.h"

#include <QDir>
#include <QElapsedTimer>

#include <deque>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Number of customers at the same time. fewAtOnce is always well below SmartRecruiters' limits. Up
/// to manyAtOnce are handled as long as no call has to wait for the rate limit, so that a confirm
/// call that was recorded is also sent at once.
constexpr int fewAtOnce = 4;
constexpr int manyAtOnce = 128;

/// Result of one row.
struct RowResult {
    QString word;
    bool isGood = false;
    ExitCode exitCode = ExitCode::Done;
    QString integration;
    QString detail;
    bool isUnproved = false; ///< True if nothing failed, but no call could be made.
};

RowResult failedRow(const Failure& failure)
{
    const ExitCode code = exitCodeFor(failure);
    return {
        code == ExitCode::Unknown ? u"unknown"_s : u"failed"_s, false, code, {}, failure.detail};
}

/// Returns the company's integration, if it has one that is not disabled.
Task<Outcome<std::optional<Integration>>> standing(Integrations& integrations, CompanyId company)
{
    const auto found = co_await integrationOf(integrations, company);
    if (!found && found.error().kind == FailureKind::NotFound)
        co_return std::optional<Integration>();
    if (!found)
        co_return passOn(found);
    if (found->status == IntegrationStatus::Disabled)
        co_return std::optional<Integration>();
    co_return std::optional<Integration>(*found);
}

/// Returns a customer who is connected, under this word; one whose proof failed is not well.
RowResult connectedRow(const Integration& row, const QString& word)
{
    const bool isWell =
        row.status != IntegrationStatus::Failing && row.status != IntegrationStatus::NoCredentials;
    return {isWell ? word : integrationStatusName(row.status), isWell,
        isWell ? ExitCode::Done : ExitCode::Negative, row.id.text(), row.statusDetail};
}

RowResult alreadyThere(const Integration& row)
{
    if (row.status == IntegrationStatus::Unknown)
        return {u"unknown"_s, false, ExitCode::Unknown, row.id.text(), row.statusDetail};
    if (row.status == IntegrationStatus::Unstored)
        return {u"unstored"_s, false, ExitCode::VaultUnavailable, row.id.text(), row.statusDetail};
    return connectedRow(row, u"already-on-board"_s);
}

using GivenClients = QHash<CompanyId, ClientCredentials>;

Task<RowResult> onboardRow(Invocation& invocation, BulkRow row, GivenClients given)
{
    // A company that has an integration is never confirmed again; a killed run may have created it.
    const auto there = co_await standing(invocation.customers().integrations(), row.company);
    if (!there)
        co_return failedRow(there.error());
    if (there->has_value())
        co_return alreadyThere(**there);
    // In production a person has typed the number of customers (checkOnboarding).
    const auto onboarded = co_await invocation.onboardings().onboard(row.company, row.consentedBy,
        row.company.text(), SecondConfirm::Refused,
        given.contains(row.company) ? std::optional(given.value(row.company)) : std::nullopt);
    if (!onboarded)
        co_return failedRow(onboarded.error());
    const Message note = co_await noteOfAnswer(invocation.customers(), onboarded->onboarding);
    const QString untold = co_await notCommittedText(invocation, onboarded->onboarding);
    QStringList details{onboarded->statusDetail, note, untold};
    details.removeAll(QString());
    details.removeDuplicates();
    RowResult result = connectedRow(*onboarded, u"onboarded"_s);
    result.detail = details.join(QLatin1Char(' '));
    co_return result;
}

Task<RowResult> verifyRow(Customers& customers, BulkRow row)
{
    const auto integration = co_await integrationOf(customers.integrations(), row.company);
    if (!integration)
        co_return failedRow(integration.error());
    const auto verified = co_await customers.verify(integration->id);
    if (!verified)
        co_return failedRow(verified.error());
    RowResult result{integrationStatusName(verified->status), !isFailing(*verified),
        isFailing(*verified) ? ExitCode::Negative : ExitCode::Done, verified->id.text(),
        verified->statusDetail};
    result.isUnproved = onlyATokenWasGiven(*verified);
    co_return result;
}

Task<RowResult> handOverRow(Customers& customers, BulkRow row, Handover handover, QString folder)
{
    const auto integration = co_await integrationOf(customers.integrations(), row.company);
    if (!integration)
        co_return failedRow(integration.error());
    const QString file = QDir(folder).filePath(handoverFileName(handover.format, row.company));
    const auto done = co_await handOverInto(customers, integration->id, handover, file);
    if (!done)
        co_return failedRow(done.error());
    co_return RowResult{u"handed-over"_s, true, ExitCode::Done, integration->id.text(), file};
}

/// One run over a file.
struct Bulk {
    Invocation& invocation;
    std::function<Task<RowResult>(BulkRow)> act;
    QList<BulkRow> rows;
    BulkResults results;
    qsizetype next = 0;
    int good = 0;
    int unproved = 0;
    int bad = 0;
    int unknown = 0;
    ExitCode stopped = ExitCode::Done; ///< Why no further row is begun.
    std::optional<Failure> failure = {}; ///< Set if the results cannot be written.
    QElapsedTimer sinceSaid = {};
    QString said = {}; ///< The last line of progress.
    int atWork = 0;
    std::deque<Task<Done>> workers = {}; ///< Workers add more workers, so references must stay
                                         ///< valid.

    bool mayGoOn() const
    {
        return next < rows.size() && stopped == ExitCode::Done && !failure
            && !invocation.interruption().wasRaised();
    }
    void sayProgress(bool always)
    {
        if (!always && sinceSaid.isValid() && sinceSaid.elapsed() < 1000)
            return;
        sinceSaid.start();
        const QString progress =
            u"%1 of %2 done, %3 not well"_s.arg(good + unproved + bad + unknown)
                .arg(rows.size())
                .arg(bad + unknown);
        if (std::exchange(said, progress) != progress)
            invocation.note(progress);
    }
    void take(const BulkRow& row, const RowResult& result)
    {
        const auto kept =
            results.add(row, result.word, result.isGood, result.integration, result.detail);
        if (!kept)
            failure = kept.error();
        if (result.isUnproved)
            ++unproved;
        else if (result.isGood)
            ++good;
        else
            ++(result.exitCode == ExitCode::Unknown ? unknown : bad);
        // The following rows would fail in the same way.
        if (result.exitCode == ExitCode::VaultUnavailable || result.exitCode == ExitCode::Refused)
            stopped = result.exitCode;
        sayProgress(false);
    }
    ExitCode exitCode() const
    {
        if (unknown > 0)
            return ExitCode::Unknown;
        if (stopped != ExitCode::Done)
            return stopped;
        if (invocation.interruption().wasRaised())
            return ExitCode::Interrupted;
        return bad > 0 ? ExitCode::Negative : ExitCode::Done;
    }
};

/// Handles rows one after the other, and starts further workers while the rate limit allows it.
Task<Done> work(Bulk& bulk)
{
    ++bulk.atWork;
    while (bulk.mayGoOn()) {
        const BulkRow row = bulk.rows.at(bulk.next++);
        const RowResult result = co_await bulk.act(row);
        bulk.take(row, result);
        const bool hasRoom = bulk.invocation.partnerAccess().callsWaiting() == 0;
        if (!hasRoom && bulk.atWork > fewAtOnce)
            break;
        if (hasRoom && bulk.atWork < manyAtOnce && bulk.mayGoOn())
            bulk.workers.push_back(work(bulk));
    }
    --bulk.atWork;
    co_return Done{};
}

/// Checks what must hold before a secret that is shown only once is requested.
Outcome<Done> checkOnboarding(Invocation& invocation, qsizetype customers)
{
    const Environment environment = invocation.current().environment();
    if (const auto kept = checkVaultIsKept(invocation); !kept)
        return kept;
    if (environment.kind == Environment::Kind::Production
        && invocation.arguments().value("confirm-production") != QString::number(customers))
        return failed(FailureKind::Invalid,
            u"\"%1\" is a production environment: repeat how many customers are "
            "confirmed with --confirm-production N (--dry-run tells)."_s.arg(environment.name));
    return Done{};
}

Task<Outcome<Report>> dryRun(Invocation& invocation, QString what, QList<BulkRow> rows)
{
    QJsonArray json;
    QList<QStringList> lines;
    for (const BulkRow& row : rows) {
        const auto there = co_await standing(invocation.customers().integrations(), row.company);
        if (!there)
            co_return passOn(there);
        const bool isThere = there->has_value();
        QString would = what;
        if (what == "onboard"_L1 && isThere)
            would = alreadyThere(**there).word;
        else if (what != "onboard"_L1 && !isThere)
            would = u"no-integration"_s;
        json.append(QJsonObject{
            {u"line"_s, row.line}, {u"companyId"_s, row.company.text()}, {u"would"_s, would}});
        lines.append({QString::number(row.line), row.company.text(), would});
    }
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"dryRun"_s, true}, {u"rows"_s, json}},
        table({u"LINE"_s, u"COMPANY"_s, u"WOULD"_s}, lines)};
}

/// Returns the function that is applied to each row. Invalid: unknown name, or its options are
/// incomplete.
Outcome<std::function<Task<RowResult>(BulkRow)>> actOf(
    Invocation& invocation, const QString& what, const GivenClients& given)
{
    using Act = std::function<Task<RowResult>(BulkRow)>;
    const Arguments& arguments = invocation.arguments();
    Customers& customers = invocation.customers();
    if (what == "onboard"_L1)
        return Act(
            [&invocation, given](BulkRow row) { return onboardRow(invocation, row, given); });
    if (what == "verify"_L1)
        return Act([&customers](BulkRow row) { return verifyRow(customers, row); });
    if (what != "handover"_L1)
        return failed(FailureKind::Invalid,
            what.isEmpty() ? u"--do is needed: onboard, verify or handover."_s
                           : u"--do must be onboard, verify or handover, not \"%1\"."_s.arg(what));
    const auto handover = handoverFrom(arguments);
    if (!handover)
        return passOn(handover);
    const QString folder = arguments.value("out-dir");
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        return failed(FailureKind::Invalid,
            u"--out-dir must name a folder for one file a customer, not \"%1\"."_s.arg(folder));
    return Act([&customers, handover = *handover, folder](
                   BulkRow row) { return handOverRow(customers, row, handover, folder); });
}

/// Reads what staff give with --clients-from-stdin; empty without that option.
Task<Outcome<GivenClients>> givenClients(Invocation& invocation)
{
    constexpr int mostMebibytes = 64;
    if (!invocation.arguments().has("clients-from-stdin"))
        co_return GivenClients();
    auto input = co_await readStandardInput(invocation.interruption(),
        u"One pair a line: "
        "{\"companyId\":\"...\",\"clientId\":\"...\",\"clientSecret\":\"...\"}"_s,
        mostMebibytes);
    if (!input)
        co_return passOn(input);
    auto given = readGivenClients(*input);
    wipe(*input);
    co_return given;
}

Task<Outcome<Report>> bulk(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const QString path = arguments.operands.constFirst();
    const QString what = arguments.value("do");
    const auto given = co_await givenClients(invocation);
    if (!given)
        co_return passOn(given);
    const auto act = actOf(invocation, what, *given);
    if (!act)
        co_return passOn(act);
    const QString results = arguments.value("results", path + u".results.csv"_s);
    if (results.isEmpty() || results == "-"_L1)
        co_return failed(
            FailureKind::Invalid, u"--results must name a file: --resume goes on from it."_s);
    const bool isOnboarding = what == "onboard"_L1;
    auto rows = readBulkFile(path, isOnboarding);
    if (!rows)
        co_return passOn(rows);
    if (arguments.has("dry-run"))
        co_return co_await dryRun(invocation, what, *rows);
    if (isOnboarding)
        if (const auto sound = checkOnboarding(invocation, rows->size()); !sound)
            co_return passOn(sound);

    const auto lock = RunLock::takeBulk(invocation.dataFolder().path());
    if (!lock)
        co_return passOn(lock);

    Bulk run{invocation, *act, {}, BulkResults(results)};
    const auto opened = run.results.open(arguments.has("resume"));
    if (!opened)
        co_return passOn(opened);
    for (const BulkRow& row : *rows)
        if (!run.results.isDone(row.company))
            run.rows.append(row);

    for (int i = 0; i < fewAtOnce; ++i)
        run.workers.push_back(work(run));
    for (std::size_t i = 0; i < run.workers.size(); ++i)
        co_await run.workers[i];
    if (const auto kept = run.results.sync(); !kept && !run.failure)
        run.failure = kept.error();
    if (const auto stored = co_await waitUntilStored(invocation); !stored)
        invocation.note(stored.error().detail);
    run.sayProgress(true);
    if (run.failure)
        co_return tl::unexpected<Failure>(*run.failure);

    const ExitCode code = run.exitCode();
    const int left = int(run.rows.size()) - run.good - run.unproved - run.bad - run.unknown;
    const int before = int(rows->size() - run.rows.size());
    co_return Report{
        QJsonObject{{u"ok"_s, code == ExitCode::Done}, {u"rows"_s, int(rows->size())},
            {u"doneBefore"_s, before}, {u"done"_s, run.good}, {u"unproved"_s, run.unproved},
            {u"failed"_s, run.bad}, {u"unknown"_s, run.unknown}, {u"left"_s, left},
            {u"results"_s, run.results.path()}},
        u"%1 done now, %2 unproved, %3 before, %4 failed, %5 unknown, %6 not begun: see %7\n"_s
            .arg(run.good)
            .arg(run.unproved)
            .arg(before)
            .arg(run.bad)
            .arg(run.unknown)
            .arg(left)
            .arg(run.results.path()),
        code};
}

} // namespace

QList<Command> bulkCommands()
{
    return {{
        u"bulk"_s,
        u"FILE"_s,
        u"Does the same for every customer of a CSV file with a column companyId "
        "(onboard: and consentedBy), and writes what became of each."_s,
        QList<QCommandLineOption>{
            {u"do"_s, u"What is done with each."_s, u"onboard|verify|handover"_s},
            {u"clients-from-stdin"_s,
                u"For onboard: reads the pairs that you made in your own "
                "authorization server from stdin, one line of JSON each: "
                "companyId, clientId, clientSecret."_s},
            {u"dry-run"_s, u"Reads the file and says what would be done; does nothing."_s},
            {u"resume"_s,
                u"Goes on after an interruption: what is done is left alone, no "
                "confirm call is sent twice."_s},
            {u"results"_s, u"Where the results are written (default: FILE.results.csv)."_s,
                u"FILE"_s},
            {u"out-dir"_s, u"For handover: a folder for one new file a customer."_s, u"DIR"_s},
            {u"confirm-production"_s,
                u"In a production environment: how many customers are confirmed."_s, u"N"_s},
        } + handoverOptions(),
        bulk,
        Command::Needs::MasterCredentials,
    }};
}

} // namespace jetbridge::cli
