// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredIssuedClients.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

constexpr qsizetype sha256Bytes = 32;

/// Columns that read() takes.
// The plus keeps SQLite from walking every customer of the environment for each client.
constexpr auto columns =
    "client_id, secret_sha256, company, onboarding, withdrawn, "
    "(SELECT i.id FROM integrations i WHERE +i.environment = issued_clients.environment AND "
    "i.issued_client_id = issued_clients.client_id AND i.issued_client_id <> ''), served_by";
Outcome<IssuedClient> read(const QSqlQuery& row)
{
    IssuedClient client;
    client.clientId = ClientId(row.value(0).toString());
    client.secretSha256 = row.value(1).toByteArray();
    client.company = CompanyId(row.value(2).toString());
    client.onboarding = OnboardingId(row.value(3).toString());
    client.withdrawn = row.value(4).toInt() != 0;
    client.integration = IntegrationId(row.value(5).toString());
    client.servedBy = tokenServiceFromName(row.value(6).toString()).value_or(TokenService::Here);
    return client;
}

} // namespace

StoredIssuedClients::StoredIssuedClients(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredIssuedClients::issue(IssuedClient client)
{
    return m_thread.runIn<Done>(m_environment,
        [client = std::move(client)](Database& database, qint64 environment) -> Outcome<Done> {
            if (client.clientId.isEmpty() || client.secretSha256.size() != sha256Bytes)
                return failed(FailureKind::Invalid,
                    u"An issued client needs an id and the SHA-256 of its secret."_s);
            const auto issued =
                database.run(u"INSERT INTO issued_clients (client_id, environment, "
                             "secret_sha256, company, onboarding, "
                             "withdrawn, served_by) VALUES (?, ?, ?, ?, ?, ?, ?) "
                             "ON CONFLICT (client_id) DO UPDATE SET "
                             "secret_sha256 = excluded.secret_sha256, "
                             "onboarding = excluded.onboarding, "
                             "withdrawn = excluded.withdrawn "
                             "WHERE served_by = 'given' AND excluded.served_by = "
                             "'given' AND environment = excluded.environment AND "
                             "company = excluded.company AND issued_clients.withdrawn "
                             "<> 0"_s,
                    {client.clientId.text(), environment, client.secretSha256,
                        textValue(client.company.text()), textValue(client.onboarding.text()),
                        client.withdrawn ? 1 : 0, tokenServiceName(client.servedBy)});
            if (issued && issued->rows > 0)
                return Done{};
            if (!issued && issued.error().kind != FailureKind::Conflict)
                return passOn(issued);
            return failed(FailureKind::Conflict,
                u"The client id \"%1\" was issued before; every integration needs one of its own."_s
                    .arg(client.clientId.text()));
        });
}

// 0011-changes.sql explains the values of `withdrawn`.

Task<Outcome<Done>> StoredIssuedClients::withdraw(ClientId client)
{
    const auto withdrawn = co_await change(u"withdrawn = 1"_s, client);
    if (!withdrawn)
        co_return passOn(withdrawn);
    if (*withdrawn == 0)
        co_return failed(FailureKind::NotFound,
            u"No client \"%1\" was issued in this environment."_s.arg(client.text()));
    co_return Done{};
}

Outcome<Done> disableIssuedClient(Database& database, qint64 environment, const ClientId& client)
{
    const auto disabled =
        database.run(u"UPDATE issued_clients SET withdrawn = 2 WHERE client_id = ? AND "
                     "environment = ? AND withdrawn = 0"_s,
            {textValue(client.text()), environment});
    return disabled ? Outcome<Done>(Done{}) : passOn(disabled);
}

Task<Outcome<Done>> StoredIssuedClients::tell(ClientId client, WayBackEvent event)
{
    QString assignment;
    QVariantList values{timeValue(event.at)};
    switch (event.kind) {
    case WayBackEvent::Kind::Rehearsed:
        assignment = u"rehearsed_at = ?, rehearsed_by = ?"_s;
        values.append(tokenTrialName(event.trial));
        break;
    case WayBackEvent::Kind::Refused:
        assignment = u"refused_at = ?, refusal = ?, refusal_message = ?"_s;
        values.append(textValue(event.refusal.words));
        values.append(textValue(event.refusal.toJson()));
        break;
    case WayBackEvent::Kind::Used:
        assignment = u"last_used_at = ?, first_used_at = coalesce(first_used_at, ?)"_s;
        values.append(timeValue(event.at));
        break;
    }
    const auto told = co_await change(assignment, std::move(client), std::move(values));
    co_return told ? Outcome<Done>(Done{}) : passOn(told);
}

Task<Outcome<int>> StoredIssuedClients::change(
    QString assignment, ClientId client, QVariantList values)
{
    return m_thread.runIn<int>(m_environment,
        [assignment = std::move(assignment), client = std::move(client),
            values = std::move(values)](Database& database, qint64 environment) -> Outcome<int> {
            const auto changed = database.run(
                u"UPDATE issued_clients SET %1 WHERE client_id = ? AND environment = ?"_s.arg(
                    assignment),
                values + QVariantList{textValue(client.text()), environment});
            if (!changed)
                return passOn(changed);
            return changed->rows;
        });
}

Task<Outcome<QList<IssuedClient>>> StoredIssuedClients::all()
{
    return m_thread.runIn<QList<IssuedClient>>(
        m_environment, [](Database& database, qint64 environment) -> Outcome<QList<IssuedClient>> {
            return database.list<IssuedClient>(
                u"SELECT %1 FROM issued_clients WHERE environment = ? ORDER BY rowid"_s.arg(
                    QLatin1String(columns)),
                {environment}, read);
        });
}

Task<Outcome<std::optional<IssuedClient>>> StoredIssuedClients::find(ClientId client)
{
    return m_thread.runIn<std::optional<IssuedClient>>(m_environment,
        [client = std::move(client)](
            Database& database, qint64 environment) -> Outcome<std::optional<IssuedClient>> {
            return issuedClient(database, environment, client);
        });
}

Outcome<std::optional<IssuedClient>> issuedClient(
    Database& database, qint64 environment, const ClientId& client)
{
    return database.first<IssuedClient>(
        u"SELECT %1 FROM issued_clients WHERE client_id = ? AND environment = ?"_s.arg(
            QLatin1String(columns)),
        {textValue(client.text()), environment}, read);
}

Task<Outcome<std::optional<CompanyId>>> StoredIssuedClients::companyOf(ClientId client)
{
    return m_thread.runIn<std::optional<CompanyId>>(m_environment,
        [client = std::move(client)](
            Database& database, qint64 environment) -> Outcome<std::optional<CompanyId>> {
            // The last condition lets SQLite use the indexes of clients (0006), and the plus keeps
            // it from reading all customers of the environment.
            const QVariant id = textValue(client.text());
            return database.first<CompanyId>(
                u"SELECT company FROM issued_clients WHERE environment = ? AND client_id = ? "
                "UNION ALL "
                "SELECT company FROM integrations WHERE +environment = ? AND client_id = ? "
                "AND client_id <> '' "
                "UNION ALL "
                "SELECT company FROM former_integrations WHERE +environment = ? AND "
                "client_id = ? AND client_id <> '' LIMIT 1"_s,
                {environment, id, environment, id, environment, id}, [](const QSqlQuery& row) {
                    return Outcome<CompanyId>(CompanyId(row.value(0).toString()));
                });
        });
}

} // namespace jetbridge::storage
