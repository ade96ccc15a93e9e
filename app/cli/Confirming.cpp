// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Confirming.h"

#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "cli/Unstored.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Onboardings.h"
#include "domain/Harmless.h"

namespace jetbridge::cli {

QList<QCommandLineOption> confirmingOptions()
{
    return {{QStringLiteral("consented-by"), QStringLiteral("Who approved, for the record."),
                QStringLiteral("NAME")},
        {QStringLiteral("confirm-production"),
            QStringLiteral("In a production environment: the company once more, as a "
                           "confirmation."),
            QStringLiteral("ID")}};
}

Outcome<Done> checkVaultIsKept(Invocation& invocation)
{
    if (invocation.current().environment().kind != Environment::Kind::Simulator
        && invocation.global().vault == ConsoleOptions::VaultKind::Memory)
        return failed(FailureKind::Invalid,
            QStringLiteral("SmartRecruiters shows the customer-level credentials once, and --vault "
                           "memory forgets them at the end: use the keychain."));
    return Done{};
}

Outcome<Done> checkConfirming(Invocation& invocation, const CompanyId& company)
{
    const Environment environment = invocation.current().environment();
    if (environment.kind == Environment::Kind::Production
        && invocation.arguments().value("confirm-production") != company.text())
        return failed(FailureKind::Invalid,
            QStringLiteral("\"%1\" is a production environment: repeat the company with "
                           "--confirm-production ID.")
                .arg(environment.name));
    return checkVaultIsKept(invocation);
}

QCommandLineOption givenClientOption()
{
    return {QStringLiteral("client-from-stdin"),
        QStringLiteral("Reads {\"clientId\",\"clientSecret\"} from stdin: the pair that you made "
                       "for this customer in your own authorization server (environment set "
                       "--token-service given).")};
}

Task<Outcome<std::optional<ClientCredentials>>> givenClient(Invocation& invocation)
{
    if (!invocation.arguments().has("client-from-stdin"))
        co_return std::optional<ClientCredentials>();
    const QString form = QStringLiteral(R"({"clientId":"...","clientSecret":"..."})");
    auto read = co_await readStandardInput(
        invocation.interruption(), QStringLiteral("Paste the customer's pair: ") + form);
    if (!read)
        co_return passOn(read);
    auto pair = ClientCredentials::fromJson(*read);
    wipe(*read);
    if (!pair)
        co_return failed(FailureKind::Invalid,
            QStringLiteral("On standard input %1 is expected: %2").arg(form, pair.error().detail));
    pair->origin.clear();
    co_return std::optional<ClientCredentials>(*pair);
}

Task<Outcome<Integration>> confirmNow(Invocation& invocation, CompanyId company,
    SecondConfirm second, std::optional<ClientCredentials> given)
{
    const auto integration = co_await invocation.onboardings().onboard(company,
        invocation.arguments().value("consented-by"),
        invocation.arguments().value("confirm-production"), second, std::move(given));
    if (integration || invocation.onboardings().unstored().isEmpty())
        co_return integration;
    const auto stored = co_await waitUntilStored(invocation);
    if (!stored)
        co_return passOn(stored);
    co_return co_await integrationOf(invocation.customers().integrations(), company);
}

Report confirmedReport(const Integration& integration, const QString& redirect)
{
    QJsonObject json = describe(integration);
    json.insert(
        QStringLiteral("redirect"), redirect.isEmpty() ? QJsonValue() : QJsonValue(redirect));
    const QString company = harmless::line(
        integration.companyName.isEmpty() ? integration.company.text() : integration.companyName);
    const QString detail = harmless::line(integration.statusDetail);
    QString text = isFailing(integration)
        ? QStringLiteral("%1 is connected as integration %2, but the proof failed: %3\n")
              .arg(company, integration.id.text(), detail)
        : QStringLiteral("%1 is on board as integration %2. %3")
                .arg(company, integration.id.text(), detail)
                .trimmed()
            + QLatin1Char('\n');
    if (!redirect.isEmpty())
        text += QStringLiteral("Send the customer's browser back to: %1\n").arg(redirect);
    return {json, text, isFailing(integration) ? ExitCode::Negative : ExitCode::Done};
}

} // namespace jetbridge::cli
