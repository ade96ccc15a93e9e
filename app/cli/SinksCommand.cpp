// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/DeliveryText.h"
#include "cli/Describe.h"
#include "cli/HandoverOptions.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "console/Deliveries.h"

#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

constexpr int fewestSeconds = 1;
constexpr int mostSeconds = 600;

/// Options that belong to one kind of sink only.
constexpr std::pair<const char*, const char*> owners[]{{"argument", "command"},
    {"undo-argument", "command"}, {"pass-variable", "command"}, {"time-out", "command"},
    {"mount", "vault-url"}, {"path", "vault-url"}, {"namespace", "vault-url"},
    {"app-role", "vault-url"}, {"app-role-mount", "vault-url"}, {"with-secret", "webhook-url"}};

/// Refuses options of the formats of `integrations handover` for a kind that has one of its own.
Outcome<Done> checkNoFormat(const Arguments& arguments, QLatin1String who)
{
    for (const char* option : {"to", "recipient", "reveal"})
        if (arguments.has(option))
            return failed(FailureKind::Invalid,
                u"--%1 goes with --folder and --command: %2 has a format of its own."_s.arg(
                    QLatin1String(option), who));
    return Done{};
}

Outcome<SinkFormat> formatFrom(const Arguments& arguments)
{
    const auto handover = handoverFrom(arguments);
    if (!handover)
        return passOn(handover);
    return SinkFormat{handover->format, handover->recipient};
}

Outcome<Sink> commandFrom(const Arguments& arguments)
{
    const auto format = formatFrom(arguments);
    if (!format)
        return passOn(format);
    CommandSettings settings;
    settings.format = *format;
    settings.program = arguments.value("command");
    if (!settings.program.contains(QLatin1Char('/'))) // a name in PATH, as it leads there today
        settings.program = QStandardPaths::findExecutable(settings.program);
    if (settings.program.isEmpty())
        return failed(FailureKind::Invalid,
            u"There is no program \"%1\" in PATH: give its whole path."_s.arg(
                arguments.value("command")));
    settings.program = QDir::cleanPath(QDir().absoluteFilePath(settings.program));
    settings.arguments = arguments.values("argument");
    settings.undoArguments = arguments.values("undo-argument");
    settings.variables = arguments.values("pass-variable");
    if (arguments.has("time-out")) {
        const auto seconds = arguments.number("time-out", fewestSeconds, mostSeconds);
        if (!seconds)
            return passOn(seconds);
        settings.seconds = *seconds;
    }
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Command;
    sink.settings = settings.toJson();
    return sink;
}

Outcome<Sink> folderFrom(const Arguments& arguments)
{
    const auto format = formatFrom(arguments);
    if (!format)
        return passOn(format);
    const QString folder = QDir::cleanPath(QDir().absoluteFilePath(arguments.value("folder")));
    Sink sink;
    sink.kind = SinkKind::Folder;
    sink.settings = FolderSettings{*format, folder}.toJson();
    return sink;
}

Outcome<Sink> vaultFrom(const Arguments& arguments)
{
    if (const auto sound = checkNoFormat(arguments, "Vault"_L1); !sound)
        return passOn(sound);
    VaultSettings settings;
    settings.address = QUrl(arguments.value("vault-url"), QUrl::StrictMode);
    settings.mount = arguments.value("mount", settings.mount);
    settings.path = arguments.value("path", u"jetbridge/{integrationId}"_s);
    settings.nameSpace = arguments.value("namespace");
    settings.roleId = arguments.value("app-role");
    settings.roleMount = arguments.value("app-role-mount", settings.roleMount);
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Vault;
    sink.settings = settings.toJson();
    return sink;
}

Outcome<Sink> webhookFrom(const Arguments& arguments)
{
    if (const auto sound = checkNoFormat(arguments, "a webhook"_L1); !sound)
        return passOn(sound);
    const WebhookSinkSettings settings{
        QUrl(arguments.value("webhook-url"), QUrl::StrictMode), arguments.has("with-secret")};
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Webhook;
    sink.settings = settings.toJson();
    return sink;
}

/// Reads the token, or the secret id of the AppRole.
Task<Outcome<Secret>> secretOf(Invocation& invocation)
{
    if (!invocation.arguments().has("vault-url"))
        co_return Secret();
    const QString what = invocation.arguments().has("app-role") ? u"the secret id of the AppRole"_s
                                                                : u"a token of Vault"_s;
    auto read = co_await readStandardInput(invocation.interruption(), u"Paste %1:"_s.arg(what));
    if (!read)
        co_return passOn(read);
    const Secret secret(QByteArrayView(*read).trimmed());
    wipe(*read);
    co_return secret;
}

/// Reads which sink is wanted. Invalid: no kind, several, or an option of another kind.
Outcome<Sink> sinkFrom(const Arguments& arguments)
{
    QStringList given;
    for (const char* kind : {"command", "folder", "vault-url", "webhook-url"})
        if (arguments.has(kind))
            given.append(QLatin1String(kind));
    if (given.size() != 1)
        return failed(FailureKind::Invalid,
            u"Say where it goes: --folder DIR, --command PROGRAM, --vault-url URL or "
            "--webhook-url URL."_s);
    for (const auto& [option, kind] : owners)
        if (arguments.has(option) && given.first() != QLatin1String(kind))
            return failed(FailureKind::Invalid,
                u"--%1 goes with --%2."_s.arg(QLatin1String(option), QLatin1String(kind)));
    auto sink = arguments.has("command") ? commandFrom(arguments)
        : arguments.has("folder")        ? folderFrom(arguments)
        : arguments.has("vault-url")     ? vaultFrom(arguments)
                                         : webhookFrom(arguments);
    if (sink)
        sink->name = arguments.operands.constFirst();
    return sink;
}

Task<Outcome<Report>> add(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const auto sink = sinkFrom(arguments);
    if (!sink)
        co_return passOn(sink);
    const auto secret = co_await secretOf(invocation);
    if (!secret)
        co_return passOn(secret);
    const NewSink wanted{*sink, *secret, arguments.has("with-existing")};
    const auto added = co_await invocation.deliveries().add(wanted);
    if (!added)
        co_return passOn(added);
    const auto waiting = co_await invocation.deliveries().outbox().waiting(added->number);
    if (!waiting)
        co_return passOn(waiting);
    QJsonObject json = describe(*added);
    json.insert(u"ok"_s, true);
    json.insert(u"waiting"_s, *waiting);
    const bool isOnlyTold = added->kind == SinkKind::Webhook
        && !WebhookSinkSettings::fromJson(added->settings).withSecret;
    co_return Report{json,
        (isOnlyTold
                ? u"%1 is told of every customer from now on (%2 waiting), without secrets.\n"_s
                : u"%1 gets every customer's credentials from now on (%2 waiting), and they are "
                  "taken back when the customer leaves.\n"_s)
            .arg(added->name, QString::number(*waiting))};
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto sinks = co_await invocation.deliveries().sinks().all();
    if (!sinks)
        co_return passOn(sinks);
    QJsonArray json;
    QList<QStringList> rows;
    for (const Sink& sink : *sinks) {
        const auto waiting = co_await invocation.deliveries().outbox().waiting(sink.number);
        if (!waiting)
            co_return passOn(waiting);
        QJsonObject one = describe(sink);
        one.insert(u"waiting"_s, *waiting);
        json.append(one);
        rows.append({sink.name, sinkKindName(sink.kind), placeOf(sink), QString::number(*waiting),
            timeText(sink.addedAt)});
    }
    co_return Report{QJsonObject{{u"sinks"_s, json}},
        rows.isEmpty() ? u"No sinks: credentials leave only by `integrations handover`.\n"_s
                       : table({u"NAME"_s, u"KIND"_s, u"WHERE"_s, u"WAITING"_s, u"ADDED"_s}, rows)};
}

/// Counts what waits for the sink of this name; 0 if there is none.
Task<Outcome<int>> waitingFor(Deliveries& deliveries, QString name)
{
    const auto sinks = co_await deliveries.sinks().all();
    if (!sinks)
        co_return passOn(sinks);
    for (const Sink& sink : *sinks)
        if (sink.name == name)
            co_return co_await deliveries.outbox().waiting(sink.number);
    co_return 0;
}

Task<Outcome<Report>> remove(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.constFirst();
    const auto dropped = co_await waitingFor(invocation.deliveries(), name);
    if (!dropped)
        co_return passOn(dropped);
    const auto removed = co_await invocation.deliveries().remove(name);
    if (!removed)
        co_return passOn(removed);
    QJsonObject json = describe(*removed);
    json.insert(u"ok"_s, true);
    json.insert(u"dropped"_s, *dropped);
    co_return Report{json,
        u"%1 is removed and gets nothing any more. What was delivered stays in %2: nobody takes it "
        "back. Deliveries that waited for it and are dropped: %3.\n"_s.arg(
            removed->name, placeOf(*removed), QString::number(*dropped))};
}

} // namespace

QList<Command> sinksCommands()
{
    const QString name = u"NAME"_s;
    const QString argument = u"ARG"_s;
    return {
        {u"sinks add"_s, name,
            u"Delivers the credentials of every customer by itself from now on, and takes them "
            "back when the customer disables the integration or is forgotten."_s,
            QList<QCommandLineOption>{
                {u"folder"_s,
                    u"Into a folder: one file for each integration, which only you may read."_s,
                    u"DIR"_s},
                {u"command"_s,
                    u"To a program, without a shell: it reads the document from standard input, "
                    "and exit code 0 says that it has taken it. What it writes is not shown."_s,
                    u"PROGRAM"_s},
                {u"argument"_s,
                    u"An argument for the program, once for each; {event} (connected, rotated, "
                    "disabled, forgotten), {companyId}, {integrationId}, {clientId}, "
                    "{environment} and {deliveryId} are replaced."_s,
                    argument},
                {u"undo-argument"_s,
                    u"The arguments for disabled and forgotten, if they are others; the event "
                    "itself is JSON on standard input."_s,
                    argument},
                {u"pass-variable"_s,
                    u"An environment variable that the program gets, besides PATH, HOME and a few "
                    "others; once for each."_s,
                    u"NAME"_s},
                {u"time-out"_s, u"Seconds until the program is killed (default: 30)."_s, u"S"_s},
                {u"vault-url"_s,
                    u"To HashiCorp Vault or OpenBao, KV version 2; a token, or the secret id of "
                    "--app-role, is read from standard input and kept in the keychain."_s,
                    u"URL"_s},
                {u"mount"_s, u"Mount of the secrets engine (default: secret)."_s, u"MOUNT"_s},
                {u"path"_s,
                    u"Path of each customer, with {integrationId} and, if wanted, {companyId} and "
                    "{environment} in it (default: jetbridge/{integrationId})."_s,
                    u"PATH"_s},
                {u"namespace"_s, u"Namespace in Vault."_s, u"NAME"_s},
                {u"app-role"_s, u"Signs in by AppRole, with this role id."_s, u"ROLE"_s},
                {u"app-role-mount"_s, u"Mount of the AppRole (default: approle)."_s, u"MOUNT"_s},
                {u"webhook-url"_s,
                    u"To your backend, which is told of each event by a signed webhook (Standard "
                    "Webhooks), with its ids and no secret; signed with the secret of "
                    "`environment set NAME --webhook-secret-from-stdin`. After 410 it gets nothing "
                    "until `deliveries retry`."_s,
                    u"URL"_s},
                {u"with-secret"_s,
                    u"The webhooks of connected and rotated have the credentials in them, too."_s},
                {u"with-existing"_s, u"Also the customers who have credentials already."_s}}
                + handoverOptions(),
            add},
        {u"sinks list"_s, {}, u"Lists the sinks, and how many deliveries wait for each."_s, {},
            list},
        {u"sinks remove"_s, name,
            u"It gets nothing any more; what was delivered stays where it is, and what waits for "
            u"it is "
            "dropped."_s,
            {}, remove},
    };
}

} // namespace jetbridge::cli
