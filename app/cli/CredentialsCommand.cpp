// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"

namespace jetbridge::cli {

namespace {

Task<Outcome<MasterCredentials>> readMasterCredentials(Invocation& invocation)
{
    Secret given = takeMasterCredentialsVariable();
    if (given.isEmpty()) {
        auto read = co_await readStandardInput(invocation.interruption(),
            QStringLiteral(
                R"(Paste the master credentials: {"appId":"...","clientId":"...","clientSecret":"..."})"));
        if (!read)
            co_return passOn(read);
        given = Secret(*read);
        wipe(*read);
    }
    QByteArray json = given.reveal().toByteArray();
    auto credentials = MasterCredentials::fromJson(json);
    wipe(json);
    co_return credentials;
}

Task<Outcome<Report>> setMaster(Invocation& invocation)
{
    const auto credentials = co_await readMasterCredentials(invocation);
    if (!credentials)
        co_return passOn(credentials);
    const auto token = co_await invocation.console().connectPartner(*credentials);
    if (!token)
        co_return passOn(token);
    const QString vault = invocation.console().vault().backendName();
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), true},
            {QStringLiteral("environment"), invocation.global().environment},
            {QStringLiteral("appId"), credentials->appId.text()},
            {QStringLiteral("clientId"), credentials->client.clientId.text()},
            {QStringLiteral("vault"), vault}, {QStringLiteral("proof"), describe(*token)}},
        QStringLiteral("Proved with a token request and stored in: %1\n").arg(vault)};
}

Task<Outcome<Report>> status(Invocation& invocation)
{
    const auto stored = co_await invocation.console().masterCredentials();
    // None yet is an answer to this question, not a refusal.
    const bool isNone = !stored && stored.error().kind == FailureKind::Refused;
    if (!stored && !isNone)
        co_return passOn(stored);
    QJsonObject json{{QStringLiteral("present"), stored.has_value()},
        {QStringLiteral("environment"), invocation.global().environment},
        {QStringLiteral("vault"), invocation.console().vault().backendName()}};
    if (isNone)
        co_return Report{json,
            QStringLiteral("No master credentials in \"%1\" yet.\n")
                .arg(invocation.global().environment),
            ExitCode::Negative};
    json.insert(QStringLiteral("appId"), stored->appId.text());
    json.insert(QStringLiteral("clientId"), stored->client.clientId.text());
    json.insert(QStringLiteral("clientSecret"), stored->client.clientSecret.masked());
    co_return Report{json,
        facts({{QStringLiteral("Environment"), invocation.global().environment},
            {QStringLiteral("Application ID"), stored->appId.text()},
            {QStringLiteral("Client ID"), stored->client.clientId.text()},
            {QStringLiteral("Client secret"), stored->client.clientSecret.masked()},
            {QStringLiteral("Kept in"), invocation.console().vault().backendName()}})};
}

Task<Outcome<Report>> forget(Invocation& invocation)
{
    const auto forgotten = co_await invocation.console().forgetMasterCredentials();
    if (!forgotten)
        co_return passOn(forgotten);
    co_return Report{QJsonObject{{QStringLiteral("ok"), true},
                         {QStringLiteral("environment"), invocation.global().environment}},
        QStringLiteral("The master credentials of \"%1\" are forgotten.\n")
            .arg(invocation.global().environment)};
}

} // namespace

QList<Command> credentialsCommands()
{
    return {
        {QStringLiteral("credentials set-master"), {},
            QStringLiteral("Reads {\"appId\",\"clientId\",\"clientSecret\"} from stdin, proves the "
                           "pair, stores it."),
            {}, setMaster},
        {QStringLiteral("credentials status"), {},
            QStringLiteral("Which master credentials are stored, masked."), {}, status,
            Command::Needs::MasterCredentials},
        {QStringLiteral("credentials forget"), {},
            QStringLiteral("Removes the master credentials from the vault."), {}, forget},
    };
}

} // namespace jetbridge::cli
