// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ChangeReader.h"

#include "storage/Database.h"
#include "storage/StoredApplications.h"
#include "storage/StoredEnvironments.h"
#include "storage/StoredInvitations.h"
#include "storage/StoredIssuedClients.h"
#include "storage/StoredJournal.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

constexpr std::pair<const char*, RegistryChange::Topic> topics[] = {
    {"integration", RegistryChange::Topic::Integration},
    {"client", RegistryChange::Topic::IssuedClient},
    {"invitation", RegistryChange::Topic::Invitation},
    {"application", RegistryChange::Topic::Application},
    {"environment", RegistryChange::Topic::Environment},
    {"secret", RegistryChange::Topic::Secret},
    {"secret-hash", RegistryChange::Topic::SecretHash},
    {"resource-servers", RegistryChange::Topic::ResourceServers},
    {"answer", RegistryChange::Topic::Answer},
    {"delivery", RegistryChange::Topic::Delivery},
};

/// A row of the table of changes, not announced yet.
struct Row {
    qint64 number = 0;
    RegistryChange change;
    QString writer;
};

Outcome<Row> readRow(const QSqlQuery& row)
{
    Row read;
    read.number = row.value(0).toLongLong();
    const QString name = row.value(1).toString();
    for (const auto& [known, topic] : topics)
        if (name == QLatin1String(known))
            read.change.topic = topic;
    read.change.id = row.value(2).toString();
    read.writer = row.value(3).toString();
    return read;
}

Outcome<Done> addWhatTheyLedTo(Database& database, qint64 environment, RegistryNews& news)
{
    for (const RegistryChange& change : std::as_const(news.changes)) {
        if (change.topic == RegistryChange::Topic::IssuedClient) {
            const auto client = issuedClient(database, environment, ClientId(change.id));
            if (!client)
                return passOn(client);
            if (client->has_value())
                news.clients.append(**client);
        } else if (change.topic == RegistryChange::Topic::Invitation) {
            const auto invitation = storedInvitation(database, OnboardingId(change.id));
            if (!invitation)
                return passOn(invitation);
            if (invitation->has_value())
                news.invitations.append(**invitation);
        } else if (change.topic == RegistryChange::Topic::Application) {
            const auto application = storedApplication(database, environment);
            if (!application)
                return passOn(application);
            news.application = *application;
        } else if (change.topic == RegistryChange::Topic::Environment) {
            const auto saved = savedEnvironment(database, change.id);
            if (!saved)
                return passOn(saved);
            if (saved->has_value())
                news.environments.append(**saved);
        }
    }
    return Done{};
}

Outcome<Done> note(Database& database, const QVariant& environment, const char* topic,
    const QString& id, const QString& program)
{
    const auto noted =
        database.run(u"INSERT INTO changes (environment, topic, id, writer) VALUES (?, ?, ?, ?)"_s,
            {environment, QLatin1String(topic), textValue(id), textValue(program)});
    return noted ? Outcome<Done>(Done{}) : passOn(noted);
}

Outcome<std::pair<QString, qint64>> readSequence(const QSqlQuery& row)
{
    return std::pair(row.value(0).toString(), row.value(1).toLongLong());
}

} // namespace

ChangeReader::ChangeReader(QString environment, QString program)
    : m_environment(std::move(environment))
    , m_program(std::move(program))
{
}

Outcome<ChangeReader::Numbers> ChangeReader::numbers(Database& database)
{
    // SQLite keeps these numbers itself for AUTOINCREMENT, in a table of a few rows.
    const auto given = database.list<std::pair<QString, qint64>>(
        u"SELECT name, seq FROM sqlite_sequence"_s, {}, readSequence);
    if (!given)
        return passOn(given);
    Numbers numbers;
    for (const auto& [table, number] : *given) {
        if (table == "changes"_L1)
            numbers.change = number;
        else if (table == "journal"_L1)
            numbers.line = number;
        else if (table == "notifications"_L1)
            numbers.notification = number;
    }
    return numbers;
}

Outcome<Done> ChangeReader::start(Database& database)
{
    const auto now = numbers(database);
    if (!now)
        return passOn(now);
    m_seen = *now;
    return Done{};
}

Outcome<RegistryNews> ChangeReader::read(Database& database)
{
    const auto now = numbers(database);
    if (!now)
        return passOn(now);
    if (*now == m_seen)
        return RegistryNews{};
    const auto environment = database.environment(m_environment);
    if (!environment)
        return passOn(environment);
    RegistryNews news;
    Numbers seen = m_seen; // what cannot be read now is read the next time
    if (now->line > seen.line) {
        const auto lines = journalAfter(database, *environment, seen.line);
        if (!lines)
            return passOn(lines);
        news.lines = *lines;
        if (!lines->isEmpty()) // Includes a line that was added after the numbers were read.
            seen.line = std::max(now->line, lines->constLast().number);
    }
    if (now->change > seen.change) {
        const auto changes = changesAfter(database, *environment, seen);
        if (!changes)
            return passOn(changes);
        news.changes = *changes;
        if (const auto added = addWhatTheyLedTo(database, *environment, news); !added)
            return passOn(added);
    }
    if (now->notification > seen.notification)
        news.changes.append({RegistryChange::Topic::Notification, {}, false});
    seen.line = std::max(seen.line, now->line);
    seen.change = std::max(seen.change, now->change);
    seen.notification = now->notification;
    m_seen = seen;
    return news;
}

Outcome<QList<RegistryChange>> ChangeReader::changesAfter(
    Database& database, qint64 environment, Numbers& seen) const
{
    const auto oldest = database.number(u"SELECT number FROM changes ORDER BY number LIMIT 1"_s);
    if (!oldest)
        return passOn(oldest);
    if (*oldest > seen.change + 1)
        return QList<RegistryChange>{{RegistryChange::Topic::Everything, {}, false}};
    const auto rows =
        database.list<Row>(u"SELECT number, topic, id, writer FROM changes WHERE number > ? "
                           "AND (environment = ? OR environment IS NULL) ORDER BY number"_s,
            {seen.change, environment}, readRow);
    if (!rows)
        return passOn(rows);
    QList<RegistryChange> changes;
    for (const Row& row : *rows) {
        changes.append(row.change);
        changes.last().isOurs = row.writer == m_program;
        seen.change = row.number;
    }
    return changes;
}

Outcome<Done> noteSecret(
    Database& database, qint64 environment, const QString& id, const QString& program)
{
    return note(database, environment, "secret", id, program);
}

Outcome<Done> noteSecretHashes(Database& database, const QString& program)
{
    return note(database, {}, "secret-hash", {}, program);
}

} // namespace jetbridge::storage
