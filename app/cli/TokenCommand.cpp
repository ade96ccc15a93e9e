// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/Customers.h"
#include "console/PartnerAccess.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Task<Outcome<AccessToken>> tokenFor(Invocation& invocation, CompanyId company)
{
    if (company.isEmpty())
        co_return co_await invocation.partnerAccess().masterToken();
    const auto integration = co_await integrationOf(invocation.customers().integrations(), company);
    if (!integration)
        co_return passOn(integration);
    co_return co_await invocation.customers().token(integration->id);
}

/// Difference between the granted scopes and those that the application asks for (RFC 6749 3.3).
struct ScopeDifference {
    QStringList missing;
    QStringList further;
};

/// Returns the difference; empty if the response names no scopes, which then are as requested (RFC
/// 6749 5.1). It is also empty for a master token: each customer grants the application's scopes
/// for its own tokens (guide, 3), and no token request names any.
Task<Outcome<ScopeDifference>> scopeDifference(
    Applications& applications, AccessToken token, CompanyId company)
{
    ScopeDifference difference;
    if (company.isEmpty())
        co_return difference;
    const auto application = co_await applications.load();
    if (!application)
        co_return passOn(application);
    if (token.scopes.isEmpty() || !application->has_value())
        co_return difference;
    const Scopes asked = (*application)->scopeNames();
    difference.missing = asked.without(token.scopes);
    difference.further = token.scopes.without(asked);
    co_return difference;
}

Task<Outcome<Report>> token(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    if (arguments.has("company") && arguments.value("company").isEmpty())
        co_return failed(FailureKind::Invalid, u"--company needs a company's identifier."_s);
    const CompanyId company(arguments.value("company"));
    const auto token = co_await tokenFor(invocation, company);
    if (!token)
        co_return passOn(token);

    const bool reveal = arguments.has("reveal");
    const auto difference =
        co_await scopeDifference(invocation.partnerAccess().applications(), *token, company);
    if (!difference)
        co_return passOn(difference);
    const auto skew = invocation.partnerAccess().clockSkew();
    QJsonObject json = describe(*token, reveal);
    json.insert(u"missingScopes"_s, QJsonArray::fromStringList(difference->missing));
    json.insert(u"furtherScopes"_s, QJsonArray::fromStringList(difference->further));
    json.insert(u"clockSkewSeconds"_s, skew ? QJsonValue(qint64(skew->count())) : QJsonValue());
    json.insert(u"rates"_s, describe(invocation.partnerAccess().rates()));
    json.insert(u"companyId"_s, company.isEmpty() ? QJsonValue() : QJsonValue(company.text()));
    co_return Report{json,
        facts({{u"Type"_s, token->type},
            {u"Lifetime"_s,
                u"%1 s, until %2"_s.arg(token->lifetimeSeconds).arg(timeText(token->expiresAt))},
            {u"Note"_s, token->lifetimeNote},
            {u"Scopes"_s, token->scopes.isEmpty() ? u"not said"_s : token->scopes.text()},
            {u"Application asks for, not granted"_s, difference->missing.join(QLatin1Char(' '))},
            {u"Granted, not asked for"_s, difference->further.join(QLatin1Char(' '))},
            {u"Their clock"_s, skewText(skew)},
            {u"Token"_s, reveal ? token->value.revealText() : token->value.masked()}})};
}

} // namespace

QList<Command> tokenCommands()
{
    return {{
        u"token"_s,
        {},
        u"Gets a fresh bearer token with the master credentials, or with a customer's."_s,
        {
            {u"company"_s, u"With this company's customer-level credentials."_s, u"ID"_s},
            {u"reveal"_s, u"Show the token itself."_s},
        },
        token,
        Command::Needs::MasterCredentials,
    }};
}

} // namespace jetbridge::cli
