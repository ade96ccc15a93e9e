// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "domain/Harmless.h"

#include <QJsonArray>

namespace jetbridge::cli {

namespace {

Task<Outcome<MasterCredentials>> readMasterCredentials(Invocation& invocation)
{
    const QString form = QStringLiteral(R"({"appId":"...","clientId":"...","clientSecret":"..."})");
    Secret given = takeMasterCredentialsVariable();
    const QLatin1String source(
        given.isEmpty() ? "On standard input" : "In JETBRIDGE_MASTER_CREDENTIALS");
    if (given.isEmpty()) {
        auto read = co_await readStandardInput(
            invocation.interruption(), QStringLiteral("Paste the master credentials: ") + form);
        if (!read)
            co_return passOn(read);
        given = Secret(*read);
        wipe(*read);
    }
    QByteArray json = given.reveal().toByteArray();
    auto credentials = MasterCredentials::fromJson(json);
    wipe(json);
    if (!credentials)
        credentials.error().detail =
            QStringLiteral("%1 %2 is expected: %3").arg(source, form, credentials.error().detail);
    co_return credentials;
}

QString sentenceOfProof(const QString& done, const QString& vault)
{
    return QStringLiteral("Proved with a token request and %1: %2\n").arg(done, vault);
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
        sentenceOfProof(QStringLiteral("stored in"), vault)};
}

Task<Outcome<Report>> rotate(Invocation& invocation)
{
    Console& console = invocation.console();
    Outcome<AccessToken> token = AccessToken();
    if (invocation.arguments().has("back")) {
        token = co_await console.rotateBack();
    } else {
        const auto fresh = co_await readMasterCredentials(invocation);
        if (!fresh)
            co_return passOn(fresh);
        token = co_await console.rotateMasterCredentials(*fresh);
    }
    if (!token)
        co_return passOn(token);
    const auto current = co_await console.masterCredentials();
    if (!current)
        co_return passOn(current);
    const auto previous = co_await console.previousMasterCredentials();
    if (!previous)
        co_return passOn(previous);
    const QString before = previous->has_value() ? (*previous)->client.clientId.text() : QString();
    const QString vault = console.vault().backendName();
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), true},
            {QStringLiteral("environment"), invocation.global().environment},
            {QStringLiteral("appId"), current->appId.text()},
            {QStringLiteral("clientId"), current->client.clientId.text()},
            {QStringLiteral("previousClientId"), before}, {QStringLiteral("vault"), vault},
            {QStringLiteral("proof"), describe(*token)}},
        sentenceOfProof(QStringLiteral("in use from now on"), vault)
            + QStringLiteral(
                "The pair of client %1 is kept until an integration was confirmed with "
                "the new one; credentials rotate --back returns to it.\n")
                  .arg(before)};
}

/// Returns the journal lines that tell when which master credentials were in use.
Task<Outcome<QList<JournalEntry>>> rotations(Console& console)
{
    const auto lines = co_await console.journal().ofCompany(CompanyId());
    if (!lines)
        co_return passOn(lines);
    QList<JournalEntry> rotations;
    for (const JournalEntry& line : *lines)
        if (line.step == Step::Rotated && line.state != StepState::Started)
            rotations.append(line);
    co_return rotations;
}

Task<Outcome<Report>> status(Invocation& invocation)
{
    const auto stored = co_await invocation.console().masterCredentials();
    // "No credentials yet" is an answer to this command, not a failure.
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
    const auto previous = co_await invocation.console().previousMasterCredentials();
    if (!previous)
        co_return passOn(previous);
    const auto history = co_await rotations(invocation.console());
    if (!history)
        co_return passOn(history);
    const QString before = previous->has_value() ? (*previous)->client.clientId.text() : QString();
    QJsonArray lines;
    QString text;
    for (const JournalEntry& line : *history) {
        lines.append(describe(line));
        text += QStringLiteral("%1  %2  %3\n")
                    .arg(timeText(line.at), stepStateName(line.state), harmless::line(line.detail));
    }
    json.insert(
        QStringLiteral("previousClientId"), before.isEmpty() ? QJsonValue() : QJsonValue(before));
    json.insert(QStringLiteral("history"), lines);
    json.insert(QStringLiteral("appId"), stored->appId.text());
    json.insert(QStringLiteral("clientId"), stored->client.clientId.text());
    json.insert(QStringLiteral("clientSecret"), stored->client.clientSecret.masked());
    co_return Report{json,
        facts({{QStringLiteral("Environment"), invocation.global().environment},
            {QStringLiteral("Application ID"), stored->appId.text()},
            {QStringLiteral("Client ID"), stored->client.clientId.text()},
            {QStringLiteral("Client secret"), stored->client.clientSecret.masked()},
            {QStringLiteral("Kept in"), invocation.console().vault().backendName()},
            {QStringLiteral("Pair before"),
                before.isEmpty() ? before
                                 : before + QStringLiteral(", kept until the next confirm")}})
            + text};
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

Task<Outcome<Report>> forgetOld(Invocation& invocation)
{
    Console& console = invocation.console();
    const auto removed = co_await console.vault().removeEarlier(invocation.global().environment);
    if (!removed)
        co_return passOn(removed);
    co_return Report{QJsonObject{{QStringLiteral("ok"), true},
                         {QStringLiteral("environment"), invocation.global().environment},
                         {QStringLiteral("removed"), *removed}},
        QStringLiteral("Items of version 0.1.0 that were removed from the keychain: %1\n")
            .arg(*removed)};
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
        {
            QStringLiteral("credentials rotate"),
            {},
            QStringLiteral(
                "Reads another pair of the same application from stdin, proves it beside "
                "the one in use, and cuts over."),
            {{QStringLiteral("back"),
                QStringLiteral("Return to the pair before; nothing is read from stdin.")}},
            rotate,
        },
        {QStringLiteral("credentials forget"), {},
            QStringLiteral("Removes the master credentials from the vault."), {}, forget},
        {QStringLiteral("credentials forget-old"), {},
            QStringLiteral("Removes the keychain items of version 0.1.0 that this data folder has "
                           "copied. Do it when no other data folder of that version is left."),
            {}, forgetOld},
    };
}

} // namespace jetbridge::cli
