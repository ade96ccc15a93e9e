// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Customers.h"
#include "console/DataFolder.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

constexpr int mostMebibytes = 64;

/// Result of one line.
struct LineResult {
    int line = 0;
    QString company;
    std::optional<Integration> integration; ///< Imported integration; nullopt if nothing was
                                            ///< stored.
    std::optional<Failure> failure;
};

QJsonObject describe(const LineResult& result)
{
    QJsonObject json{{u"line"_s, result.line},
        {u"companyId"_s, result.company.isEmpty() ? QJsonValue() : QJsonValue(result.company)},
        {u"result"_s, result.integration ? u"imported"_s : u"failed"_s}};
    if (result.integration)
        json.insert(u"integration"_s, cli::describe(*result.integration));
    if (result.failure)
        json.insert(u"error"_s, cli::describe(*result.failure, Step::Prove));
    return json;
}

QString sentenceOf(const LineResult& result)
{
    const QString what = result.integration
        ? u"imported as %1, %2"_s.arg(
            result.integration->id.text(), integrationStatusName(result.integration->status))
        : u"not kept"_s;
    const QString why =
        result.integration ? result.integration->statusDetail : result.failure->detail;
    return u"Line %1  %2  %3  %4"_s.arg(QString::number(result.line), result.company, what, why)
        .trimmed();
}

Task<LineResult> importLine(Customers& customers, int line, QByteArray text)
{
    LineResult result{line, {}, {}, {}};
    const auto customer = ForeignCustomer::fromJson(text);
    wipe(text);
    if (!customer) {
        result.failure = customer.error();
        co_return result;
    }
    result.company = customer->company.text();
    const auto imported = co_await customers.importCustomer(*customer);
    if (imported)
        result.integration = *imported;
    else
        result.failure = imported.error();
    co_return result;
}

/// Tells whether the following lines would fail in the same way.
bool endsTheImport(const LineResult& result)
{
    return result.failure
        && (result.failure->kind == FailureKind::VaultUnavailable
            || result.failure->kind == FailureKind::StorageUnavailable
            || result.failure->kind == FailureKind::Cancelled);
}

Task<Outcome<Report>> import(Invocation& invocation)
{
    const auto vaultWorks = co_await invocation.dataFolder().checkVault();
    if (!vaultWorks)
        co_return passOn(vaultWorks);
    auto input = co_await readStandardInput(invocation.interruption(),
        u"One customer a line: {\"companyId\":\"...\",\"integrationId\":\"...\","
        "\"clientId\":\"...\",\"clientSecret\":\"...\"}"_s,
        mostMebibytes);
    if (!input)
        co_return passOn(input);

    QJsonArray lines;
    QSet<QString> imported; // A customer may come twice.
    int notKept = 0;
    ExitCode code = ExitCode::Done;
    int number = 0;
    for (qsizetype begin = 0; begin < input->size();) {
        const qsizetype end = input->indexOf('\n', begin);
        const QByteArray text =
            input->sliced(begin, (end < 0 ? input->size() : end) - begin).trimmed();
        begin = end < 0 ? input->size() : end + 1;
        ++number;
        if (text.isEmpty())
            continue;
        if (invocation.interruption().wasRaised())
            break;
        const LineResult result = co_await importLine(invocation.customers(), number, text);
        if (result.integration)
            imported.insert(result.integration->id.text());
        else
            ++notKept;
        if (result.failure)
            code = endsTheImport(result) ? exitCodeFor(*result.failure) : ExitCode::Negative;
        lines.append(describe(result));
        invocation.say(sentenceOf(result));
        if (endsTheImport(result))
            break;
    }
    wipe(*input);
    if (invocation.interruption().wasRaised())
        code = ExitCode::Interrupted;
    co_return Report{
        QJsonObject{{u"ok"_s, code == ExitCode::Done}, {u"imported"_s, int(imported.size())},
            {u"failed"_s, notKept}, {u"lines"_s, lines}},
        u"%1 imported, %2 not kept.\n"_s.arg(imported.size()).arg(notKept), code};
}

} // namespace

QList<Command> importCommands()
{
    return {{
        u"integrations import"_s,
        {},
        u"Takes in customers who were connected by other means: JSON Lines on standard input, "
        "one object with companyId, integrationId, clientId and clientSecret each. Every one "
        "is proved by a call on the customer's behalf before it is kept."_s,
        {},
        import,
    }};
}

} // namespace jetbridge::cli
