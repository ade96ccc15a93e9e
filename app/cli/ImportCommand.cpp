// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Customers.h"
#include "console/DataFolder.h"

#include <QJsonArray>

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
    QJsonObject json{{QStringLiteral("line"), result.line},
        {QStringLiteral("companyId"),
            result.company.isEmpty() ? QJsonValue() : QJsonValue(result.company)},
        {QStringLiteral("result"),
            result.integration ? QStringLiteral("imported") : QStringLiteral("failed")}};
    if (result.integration)
        json.insert(QStringLiteral("integration"), cli::describe(*result.integration));
    if (result.failure)
        json.insert(QStringLiteral("error"), cli::describe(*result.failure, Step::Prove));
    return json;
}

QString sentenceOf(const LineResult& result)
{
    const QString what = result.integration
        ? QStringLiteral("imported as %1, %2")
              .arg(result.integration->id.text(), integrationStatusName(result.integration->status))
        : QStringLiteral("not kept");
    const QString why =
        result.integration ? result.integration->statusDetail : result.failure->detail;
    return QStringLiteral("Line %1  %2  %3  %4")
        .arg(QString::number(result.line), result.company, what, why)
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
        QStringLiteral("One customer a line: {\"companyId\":\"...\",\"integrationId\":\"...\","
                       "\"clientId\":\"...\",\"clientSecret\":\"...\"}"),
        mostMebibytes);
    if (!input)
        co_return passOn(input);

    QJsonArray lines;
    int imported = 0;
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
        ++(result.integration ? imported : notKept);
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
    co_return Report{QJsonObject{{QStringLiteral("ok"), code == ExitCode::Done},
                         {QStringLiteral("imported"), imported},
                         {QStringLiteral("failed"), notKept}, {QStringLiteral("lines"), lines}},
        QStringLiteral("%1 imported, %2 not kept.\n").arg(imported).arg(notKept), code};
}

} // namespace

QList<Command> importCommands()
{
    return {{
        QStringLiteral("integrations import"),
        {},
        QStringLiteral(
            "Takes in customers who were connected by other means: JSON Lines on standard input, "
            "one object with companyId, integrationId, clientId and clientSecret each. Every one "
            "is proved by a call on the customer's behalf before it is kept."),
        {},
        import,
    }};
}

} // namespace jetbridge::cli
