// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredResourceServers.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<ResourceServer> read(const QSqlQuery& row)
{
    return ResourceServer{ClientId(row.value(0).toString()), row.value(1).toString(),
        row.value(2).toByteArray(), timeFrom(row.value(3))};
}

} // namespace

StoredResourceServers::StoredResourceServers(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredResourceServers::add(ResourceServer server)
{
    return m_thread.runIn<Done>(m_environment,
        [server = std::move(server)](Database& database, qint64 environment) -> Outcome<Done> {
            const auto added =
                database.run(u"INSERT INTO resource_servers (client_id, environment, name, "
                             "secret_sha256, added_at) VALUES (?, ?, ?, ?, ?)"_s,
                    {server.clientId.text(), environment, textValue(server.name),
                        server.secretSha256, timeValue(server.addedAt)});
            if (added)
                return Done{};
            if (added.error().kind != FailureKind::Conflict)
                return passOn(added);
            return failed(FailureKind::Conflict,
                u"There is a resource server \"%1\" already: remove it first, or take "
                "another name."_s.arg(server.name));
        });
}

Task<Outcome<Done>> StoredResourceServers::remove(ClientId client)
{
    return m_thread.runIn<Done>(m_environment,
        [client = std::move(client)](Database& database, qint64 environment) -> Outcome<Done> {
            const auto removed = database.run(
                u"DELETE FROM resource_servers WHERE client_id = ? AND environment = ?"_s,
                {textValue(client.text()), environment});
            return removed ? Outcome<Done>(Done{}) : passOn(removed);
        });
}

Task<Outcome<QList<ResourceServer>>> StoredResourceServers::all()
{
    return m_thread.runIn<QList<ResourceServer>>(m_environment,
        [](Database& database, qint64 environment) -> Outcome<QList<ResourceServer>> {
            return database.list<ResourceServer>(
                u"SELECT client_id, name, secret_sha256, added_at FROM "
                "resource_servers WHERE environment = ? ORDER BY name"_s,
                {environment}, read);
        });
}

} // namespace jetbridge::storage
