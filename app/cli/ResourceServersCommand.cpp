// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/Endpoints.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

QJsonObject describe(const ResourceServer& server)
{
    return {{u"name"_s, server.name}, {u"clientId"_s, server.clientId.text()},
        {u"addedAt"_s, timeText(server.addedAt)}};
}

/// Returns the client credentials for the API's configuration: in a file, on stdout with --reveal,
/// or else masked.
Outcome<Report> handOver(Invocation& invocation, const ResourceServerPair& pair, WholeFile* file)
{
    const Arguments& arguments = invocation.arguments();
    const Secret& secret = pair.client.clientSecret;
    const QString shown = arguments.has("reveal") ? secret.revealText() : secret.masked();
    QJsonObject json = describe(pair.server);
    json.insert(u"ok"_s, true);
    json.insert(u"clientSecret"_s, shown);
    QString text = facts({{u"Name"_s, pair.server.name},
        {u"Client ID"_s, pair.server.clientId.text()}, {u"Client secret"_s, shown}});
    if (file) {
        const QString path = arguments.value("out");
        const auto written = finishSecretFile(path, *file, pair.client.toJson());
        if (!written)
            return passOn(written);
        json.insert(u"file"_s, QFileInfo(path).absoluteFilePath());
        text += u"The pair is in %1, which only you may read.\n"_s.arg(path);
    } else if (!arguments.has("reveal")) {
        text += u"`resource-servers show` gives the secret, with --out FILE or "
                "--reveal.\n"_s;
    }
    return Report{json, text};
}

/// Opens the file before there is anything to write; null if no file is wanted.
Outcome<std::unique_ptr<WholeFile>> wantedFile(const Arguments& arguments)
{
    if (!arguments.has("out"))
        return std::unique_ptr<WholeFile>();
    if (arguments.has("reveal"))
        return failed(FailureKind::Invalid, u"Say --out FILE or --reveal, not both."_s);
    return openSecretFile(arguments.value("out"));
}

Task<Outcome<Report>> add(Invocation& invocation)
{
    const auto file = wantedFile(invocation.arguments());
    if (!file)
        co_return passOn(file);
    const auto pair = co_await invocation.endpoints().addResourceServer(
        invocation.arguments().operands.constFirst());
    if (!pair)
        co_return passOn(pair);
    co_return handOver(invocation, *pair, file->get());
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const auto file = wantedFile(invocation.arguments());
    if (!file)
        co_return passOn(file);
    const auto pair = co_await invocation.endpoints().resourceServerPair(
        invocation.arguments().operands.constFirst());
    if (!pair)
        co_return passOn(pair);
    co_return handOver(invocation, *pair, file->get());
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto servers = co_await invocation.endpoints().resourceServers().all();
    if (!servers)
        co_return passOn(servers);
    QJsonArray json;
    QList<QStringList> rows;
    for (const ResourceServer& server : *servers) {
        json.append(describe(server));
        rows.append({server.name, server.clientId.text(), timeText(server.addedAt)});
    }
    co_return Report{QJsonObject{{u"resourceServers"_s, json}},
        rows.isEmpty() ? u"No resource servers: nobody may ask what a token stands "
                         "for.\n"_s
                       : table({u"NAME"_s, u"CLIENT ID"_s, u"ADDED"_s}, rows)};
}

Task<Outcome<Report>> remove(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.constFirst();
    const auto removed = co_await invocation.endpoints().removeResourceServer(name);
    if (!removed)
        co_return passOn(removed);
    QJsonObject json = describe(*removed);
    json.insert(u"ok"_s, true);
    co_return Report{
        json, u"%1 is removed: it gets no answer at /oauth/introspect any more.\n"_s.arg(name)};
}

} // namespace

QList<Command> resourceServersCommands()
{
    const QString name = u"NAME"_s;
    const QList<QCommandLineOption> secretOptions{
        {u"out"_s,
            u"Writes {\"clientId\",\"clientSecret\"} into a new file that only you "
            "may read."_s,
            u"FILE"_s},
        {u"reveal"_s, u"Shows the secret."_s}};
    return {
        {u"resource-servers add"_s, name,
            u"Lets an API of your own ask `serve` at /oauth/introspect what an "
            "access token stands for (RFC 7662); its secret is kept in the "
            "keychain."_s,
            secretOptions, add},
        {u"resource-servers list"_s, {}, u"Lists who may ask what an access token stands for."_s,
            {}, list},
        {u"resource-servers show"_s, name, u"Shows the pair of one, its secret masked."_s,
            secretOptions, show},
        {u"resource-servers remove"_s, name, u"It may not ask any more, from now on."_s, {},
            remove},
    };
}

} // namespace jetbridge::cli
