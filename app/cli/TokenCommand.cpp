// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"

namespace jetbridge::cli {

namespace {

Task<Outcome<AccessToken>> tokenFor(Console& console, CompanyId company)
{
    if (company.isEmpty())
        co_return co_await console.masterToken();
    const auto integration = co_await integrationOf(console, company);
    if (!integration)
        co_return passOn(integration);
    co_return co_await console.customerToken(integration->id);
}

Task<Outcome<Report>> token(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    if (arguments.has("company") && arguments.value("company").isEmpty())
        co_return failed(
            FailureKind::Invalid, QStringLiteral("--company needs a company's identifier."));
    const CompanyId company(arguments.value("company"));
    const auto token = co_await tokenFor(invocation.console(), company);
    if (!token)
        co_return passOn(token);

    const bool reveal = arguments.has("reveal");
    QJsonObject json = describe(*token, reveal);
    json.insert(
        QStringLiteral("companyId"), company.isEmpty() ? QJsonValue() : QJsonValue(company.text()));
    co_return Report{json,
        facts({{QStringLiteral("Type"), token->type},
            {QStringLiteral("Lifetime"),
                QStringLiteral("%1 s, until %2")
                    .arg(token->lifetimeSeconds)
                    .arg(timeText(token->expiresAt))},
            {QStringLiteral("Note"), token->lifetimeNote},
            {QStringLiteral("Scopes"),
                token->scopes.isEmpty() ? QStringLiteral("not said") : token->scopes.text()},
            {QStringLiteral("Token"),
                reveal ? token->value.revealText() : token->value.masked()}})};
}

} // namespace

QList<Command> tokenCommands()
{
    return {{
        QStringLiteral("token"),
        {},
        QStringLiteral("Gets a bearer token with the master credentials, or with a customer's."),
        {
            {QStringLiteral("company"),
                QStringLiteral("With this company's customer-level credentials."),
                QStringLiteral("ID")},
            {QStringLiteral("reveal"), QStringLiteral("Show the token itself.")},
        },
        token,
        Command::Needs::MasterCredentials,
    }};
}

} // namespace jetbridge::cli
