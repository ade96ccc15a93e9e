// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/Endpoints.h"

#include <QFileInfo>
#include <QJsonArray>

namespace jetbridge::cli {

namespace {

QJsonObject describe(const ResourceServer& server)
{
    return {{QStringLiteral("name"), server.name},
        {QStringLiteral("clientId"), server.clientId.text()},
        {QStringLiteral("addedAt"), timeText(server.addedAt)}};
}

/// Returns the client credentials for the API's configuration: in a file, on stdout with --reveal,
/// or else masked.
Outcome<Report> handOver(Invocation& invocation, const ResourceServerPair& pair, WholeFile* file)
{
    const Arguments& arguments = invocation.arguments();
    const Secret& secret = pair.client.clientSecret;
    const QString shown = arguments.has("reveal") ? secret.revealText() : secret.masked();
    QJsonObject json = describe(pair.server);
    json.insert(QStringLiteral("ok"), true);
    json.insert(QStringLiteral("clientSecret"), shown);
    QString text = facts({{QStringLiteral("Name"), pair.server.name},
        {QStringLiteral("Client ID"), pair.server.clientId.text()},
        {QStringLiteral("Client secret"), shown}});
    if (file) {
        const QString path = arguments.value("out");
        const auto written = finishSecretFile(path, *file, pair.client.toJson());
        if (!written)
            return passOn(written);
        json.insert(QStringLiteral("file"), QFileInfo(path).absoluteFilePath());
        text += QStringLiteral("The pair is in %1, which only you may read.\n").arg(path);
    } else if (!arguments.has("reveal")) {
        text += QStringLiteral("`resource-servers show` gives the secret, with --out FILE or "
                               "--reveal.\n");
    }
    return Report{json, text};
}

/// Opens the file before there is anything to write; null if no file is wanted.
Outcome<std::unique_ptr<WholeFile>> wantedFile(const Arguments& arguments)
{
    if (!arguments.has("out"))
        return std::unique_ptr<WholeFile>();
    if (arguments.has("reveal"))
        return failed(
            FailureKind::Invalid, QStringLiteral("Say --out FILE or --reveal, not both."));
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
    co_return Report{QJsonObject{{QStringLiteral("resourceServers"), json}},
        rows.isEmpty()
            ? QStringLiteral("No resource servers: nobody may ask what a token stands "
                             "for.\n")
            : table({QStringLiteral("NAME"), QStringLiteral("CLIENT ID"), QStringLiteral("ADDED")},
                rows)};
}

Task<Outcome<Report>> remove(Invocation& invocation)
{
    const QString name = invocation.arguments().operands.constFirst();
    const auto removed = co_await invocation.endpoints().removeResourceServer(name);
    if (!removed)
        co_return passOn(removed);
    QJsonObject json = describe(*removed);
    json.insert(QStringLiteral("ok"), true);
    co_return Report{json,
        QStringLiteral("%1 is removed: it gets no answer at /oauth/introspect any more.\n")
            .arg(name)};
}

} // namespace

QList<Command> resourceServersCommands()
{
    const QString name = QStringLiteral("NAME");
    const QList<QCommandLineOption> secretOptions{
        {QStringLiteral("out"),
            QStringLiteral("Writes {\"clientId\",\"clientSecret\"} into a new file that only you "
                           "may read."),
            QStringLiteral("FILE")},
        {QStringLiteral("reveal"), QStringLiteral("Shows the secret.")}};
    return {
        {QStringLiteral("resource-servers add"), name,
            QStringLiteral("Lets an API of your own ask `serve` at /oauth/introspect what an "
                           "access token stands for (RFC 7662); its secret is kept in the "
                           "keychain."),
            secretOptions, add},
        {QStringLiteral("resource-servers list"), {},
            QStringLiteral("Lists who may ask what an access token stands for."), {}, list},
        {QStringLiteral("resource-servers show"), name,
            QStringLiteral("Shows the pair of one, its secret masked."), secretOptions, show},
        {QStringLiteral("resource-servers remove"), name,
            QStringLiteral("It may not ask any more, from now on."), {}, remove},
    };
}

} // namespace jetbridge::cli
