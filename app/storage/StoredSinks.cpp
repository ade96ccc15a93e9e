// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredSinks.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

Outcome<Sink> read(const QSqlQuery& row)
{
    const auto kind = sinkKindFromName(row.value(2).toString());
    if (!kind)
        return tl::unexpected<Failure>(unreadableRow(kind.error().detail));
    return Sink{row.value(0).toLongLong(), row.value(1).toString(), *kind,
        QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object(), row.value(4).toString(),
        timeFrom(row.value(5))};
}

Outcome<qint64> insert(Database& database, qint64 environment, const Sink& sink)
{
    const QByteArray settings = QJsonDocument(sink.settings).toJson(QJsonDocument::Compact);
    const auto added = database.run(
        u"INSERT INTO sinks (environment, name, kind, settings, secret_item, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        {environment, textValue(sink.name), sinkKindName(sink.kind), QString::fromUtf8(settings),
            textValue(sink.secretItem), timeValue(sink.addedAt)});
    if (added)
        return added->lastId;
    if (added.error().kind != FailureKind::Conflict)
        return passOn(added);
    return failed(FailureKind::Conflict,
        u"There is a sink \"%1\" already: remove it first, or take another name."_s.arg(sink.name));
}

/// Notes a delivery to this sink for each customer who has credentials, in the order of arrival.
Outcome<Done> noteExisting(Database& database, qint64 environment, qint64 sink)
{
    const auto noted = database.run(
        u"INSERT INTO deliveries (id, environment, sink, event, company, integration, client_id, "
        "onboarding, noted_at) SELECT lower(hex(randomblob(16))), environment, ?, 'connected', "
        "company, id, client_id, onboarding, "
        "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) FROM integrations WHERE "
        "environment = ? AND status IN ('live', 'unproved', 'failing') ORDER BY number"_s,
        {sink, environment});
    return noted ? Outcome<Done>(Done{}) : passOn(noted);
}

} // namespace

StoredSinks::StoredSinks(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<qint64>> StoredSinks::add(Sink sink, bool withExisting)
{
    return m_thread.runIn<qint64>(m_environment,
        [sink = std::move(sink), withExisting](
            Database& database, qint64 environment) -> Outcome<qint64> {
            return database.transaction<qint64>([&]() -> Outcome<qint64> {
                const auto number = insert(database, environment, sink);
                if (!number || !withExisting)
                    return number;
                const auto noted = noteExisting(database, environment, *number);
                return noted ? number : passOn(noted);
            });
        });
}

Task<Outcome<Done>> StoredSinks::remove(qint64 number)
{
    return m_thread.runIn<Done>(
        m_environment, [number](Database& database, qint64 environment) -> Outcome<Done> {
            const auto removed = database.run(
                u"DELETE FROM sinks WHERE number = ? AND environment = ?"_s, {number, environment});
            return removed ? Outcome<Done>(Done{}) : passOn(removed);
        });
}

Task<Outcome<QList<Sink>>> StoredSinks::all()
{
    return m_thread.runIn<QList<Sink>>(
        m_environment, [](Database& database, qint64 environment) -> Outcome<QList<Sink>> {
            return database.list<Sink>(
                u"SELECT number, name, kind, settings, secret_item, added_at FROM sinks WHERE "
                "environment = ? ORDER BY number"_s,
                {environment}, read);
        });
}

} // namespace jetbridge::storage
