// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/PartnerAccess.h"
#include "domain/Harmless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

Task<Outcome<MasterCredentials>> readMasterCredentials(Invocation& invocation)
{
    const QString form = uR"({"appId":"...","clientId":"...","clientSecret":"..."})"_s;
    Secret given = takeMasterCredentialsVariable();
    const QLatin1String source(
        given.isEmpty() ? "On standard input" : "In JETBRIDGE_MASTER_CREDENTIALS");
    if (given.isEmpty()) {
        auto read = co_await readStandardInput(
            invocation.interruption(), u"Paste the master credentials: "_s + form);
        if (!read)
            co_return passOn(read);
        given = Secret(*read);
        wipe(*read);
    }
    QByteArray json = given.reveal().toByteArray();
    auto credentials = MasterCredentials::fromJson(json);
    wipe(json);
    if (!credentials)
        credentials.error().detail = Message::inWords(
            u"%1 %2 is expected: %3"_s.arg(source, form, credentials.error().detail));
    co_return credentials;
}

QString sentenceOfProof(const QString& done, const QString& vault)
{
    return u"Proved with a token request and %1: %2\n"_s.arg(done, vault);
}

Task<Outcome<Report>> setMaster(Invocation& invocation)
{
    const auto credentials = co_await readMasterCredentials(invocation);
    if (!credentials)
        co_return passOn(credentials);
    const auto token = co_await invocation.partnerAccess().connectPartner(*credentials);
    if (!token)
        co_return passOn(token);
    const QString vault = invocation.dataFolder().vault().backendName();
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"environment"_s, invocation.global().environment},
            {u"appId"_s, credentials->appId.text()},
            {u"clientId"_s, credentials->client.clientId.text()}, {u"vault"_s, vault},
            {u"proof"_s, describe(*token)}},
        sentenceOfProof(u"stored in"_s, vault)};
}

Task<Outcome<Report>> rotate(Invocation& invocation)
{
    Outcome<AccessToken> token = AccessToken();
    if (invocation.arguments().has("back")) {
        token = co_await invocation.partnerAccess().rotateBack();
    } else {
        const auto fresh = co_await readMasterCredentials(invocation);
        if (!fresh)
            co_return passOn(fresh);
        token = co_await invocation.partnerAccess().rotateMasterCredentials(*fresh);
    }
    if (!token)
        co_return passOn(token);
    const auto current = co_await invocation.partnerAccess().masterCredentials();
    if (!current)
        co_return passOn(current);
    const auto previous = co_await invocation.partnerAccess().previousMasterCredentials();
    if (!previous)
        co_return passOn(previous);
    const QString before = previous->has_value() ? (*previous)->client.clientId.text() : QString();
    const QString vault = invocation.dataFolder().vault().backendName();
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"environment"_s, invocation.global().environment},
            {u"appId"_s, current->appId.text()}, {u"clientId"_s, current->client.clientId.text()},
            {u"previousClientId"_s, before}, {u"vault"_s, vault}, {u"proof"_s, describe(*token)}},
        sentenceOfProof(u"in use from now on"_s, vault)
            + u"The pair of client %1 is kept until an integration was confirmed with "
              "the new one; credentials rotate --back returns to it.\n"_s.arg(before)};
}

/// Returns the journal lines that tell when which master credentials were in use.
Task<Outcome<QList<JournalEntry>>> rotations(Journal& journal)
{
    const auto lines = co_await journal.ofCompany(CompanyId());
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
    const auto stored = co_await invocation.partnerAccess().masterCredentials();
    // "No credentials yet" is an answer to this command, not a failure.
    const bool isNone = !stored && stored.error().kind == FailureKind::Refused;
    if (!stored && !isNone)
        co_return passOn(stored);
    QJsonObject json{{u"present"_s, stored.has_value()},
        {u"environment"_s, invocation.global().environment},
        {u"vault"_s, invocation.dataFolder().vault().backendName().english()}};
    if (isNone)
        co_return Report{json,
            u"No master credentials in \"%1\" yet.\n"_s.arg(invocation.global().environment),
            ExitCode::Negative};
    const auto previous = co_await invocation.partnerAccess().previousMasterCredentials();
    if (!previous)
        co_return passOn(previous);
    const auto history = co_await rotations(invocation.customers().journal());
    if (!history)
        co_return passOn(history);
    const QString before = previous->has_value() ? (*previous)->client.clientId.text() : QString();
    QJsonArray lines;
    QString text;
    for (const JournalEntry& line : *history) {
        lines.append(describe(line));
        text += u"%1  %2  %3\n"_s.arg(
            timeText(line.at), stepStateName(line.state), harmless::line(line.detail));
    }
    json.insert(u"previousClientId"_s, before.isEmpty() ? QJsonValue() : QJsonValue(before));
    json.insert(u"history"_s, lines);
    json.insert(u"appId"_s, stored->appId.text());
    json.insert(u"clientId"_s, stored->client.clientId.text());
    json.insert(u"clientSecret"_s, stored->client.clientSecret.masked());
    co_return Report{json,
        facts({{u"Environment"_s, invocation.global().environment},
            {u"Application ID"_s, stored->appId.text()},
            {u"Client ID"_s, stored->client.clientId.text()},
            {u"Client secret"_s, stored->client.clientSecret.masked()},
            {u"Kept in"_s, invocation.dataFolder().vault().backendName()},
            {u"Pair before"_s,
                before.isEmpty() ? before : before + u", kept until the next confirm"_s}})
            + text};
}

Task<Outcome<Report>> forget(Invocation& invocation)
{
    const auto forgotten = co_await invocation.partnerAccess().forgetMasterCredentials();
    if (!forgotten)
        co_return passOn(forgotten);
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"environment"_s, invocation.global().environment}},
        u"The master credentials of \"%1\" are forgotten.\n"_s.arg(
            invocation.global().environment)};
}

Task<Outcome<Report>> forgetOld(Invocation& invocation)
{
    const auto removed =
        co_await invocation.dataFolder().vault().removeEarlier(invocation.global().environment);
    if (!removed)
        co_return passOn(removed);
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"environment"_s, invocation.global().environment},
            {u"removed"_s, *removed}},
        u"Items of version 0.1.0 that were removed from the keychain: %1\n"_s.arg(*removed)};
}

} // namespace

QList<Command> credentialsCommands()
{
    return {
        {u"credentials set-master"_s, {},
            u"Reads {\"appId\",\"clientId\",\"clientSecret\"} from stdin, proves the "
            "pair, stores it."_s,
            {}, setMaster},
        {u"credentials status"_s, {}, u"Which master credentials are stored, masked."_s, {}, status,
            Command::Needs::MasterCredentials},
        {
            u"credentials rotate"_s,
            {},
            u"Reads another pair of the same application from stdin, proves it beside "
            "the one in use, and cuts over."_s,
            {{u"back"_s, u"Return to the pair before; nothing is read from stdin."_s}},
            rotate,
        },
        {u"credentials forget"_s, {}, u"Removes the master credentials from the vault."_s, {},
            forget},
        {u"credentials forget-old"_s, {},
            u"Removes the keychain items of version 0.1.0 that this data folder has "
            "copied. Do it when no other data folder of that version is left."_s,
            {}, forgetOld},
    };
}

} // namespace jetbridge::cli
