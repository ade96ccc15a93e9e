// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficStore.h"

#include "traffic/ExchangeJson.h"

#include <QCoro/QCoroFuture>

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QPromise>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>

namespace jetbridge::traffic {

namespace {

/// Never null, which SQLite would take for "no value" and compare with nothing.
QString boundText(const QByteArray& utf8)
{
    return QLatin1String("") + QString::fromUtf8(utf8);
}

} // namespace

/// The database and everything that is done with it, on the store's own thread.
class TrafficStore::Writer : public QObject {
public:
    Writer(TrafficOptions options, const Clock& clock)
        : m_options(std::move(options))
        , m_clock(clock)
        , m_connection(QUuid::createUuid().toString())
    {
    }

    /// Opens the database and answers the key of its tags, made from `freshKey` the first time.
    QByteArray open(const QByteArray& freshKey)
    {
        if (!m_options.folder.isEmpty()) {
            const QString file = QDir(m_options.folder).filePath(QStringLiteral("traffic.sqlite3"));
            if (prepareFile(file) && openDatabase(file, freshKey))
                return m_key;
            memoryOnlyBecause = QStringLiteral("\"%1\" cannot be written: %2").arg(file, m_error);
        }
        openDatabase(QStringLiteral(":memory:"), freshKey);
        return m_key;
    }

    void close()
    {
        if (m_database.isOpen())
            tidy();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
    }

    void add(Exchange& exchange)
    {
        const QByteArray document = QJsonDocument(toJson(exchange)).toJson(QJsonDocument::Compact);
        auto query = run(QStringLiteral("INSERT INTO exchanges(at, correlation, summary, "
                                        "size, document) VALUES (?, ?, ?, ?, ?)"),
            {exchange.at.toMSecsSinceEpoch(), boundText(exchange.correlationId), summary(exchange),
                document.size(), document});
        if (!query)
            return;
        exchange.number = query->lastInsertId().toLongLong();
        if (++m_sinceTidied >= 64)
            tidy();
    }

    Outcome<QList<Exchange>> list(const TrafficFilter& filter)
    {
        QString pattern = filter.search;
        for (const char* special : {"\\", "%", "_"})
            pattern.replace(QLatin1String(special), QLatin1Char('\\') + QLatin1String(special));
        auto query =
            run(QStringLiteral(
                    "SELECT number, document FROM exchanges WHERE (? = '' OR correlation = ?) "
                    "AND (? = 0 OR number < ?) AND summary LIKE ? ESCAPE '\\' ORDER BY number DESC "
                    "LIMIT ?"),
                {boundText(filter.correlationId), boundText(filter.correlationId), filter.before,
                    filter.before, QLatin1Char('%') + pattern + QLatin1Char('%'), filter.most});
        if (!query)
            return passOn(query);
        return read(*query);
    }

    Outcome<std::optional<Exchange>> find(qint64 number)
    {
        auto query = run(
            QStringLiteral("SELECT number, document FROM exchanges WHERE number = ?"), {number});
        if (!query)
            return passOn(query);
        const QList<Exchange> found = read(*query);
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    }

    Outcome<Done> clear()
    {
        if (auto query = run(QStringLiteral("DELETE FROM exchanges"), {}); !query)
            return passOn(query);
        run(QStringLiteral("PRAGMA incremental_vacuum"), {});
        return Done{};
    }

    QString memoryOnlyBecause;

private:
    static QString summary(const Exchange& exchange)
    {
        return QStringLiteral("%1 %2 %3 %4")
            .arg(QString::fromUtf8(exchange.method), exchange.url.toDisplayString())
            .arg(exchange.status)
            .arg(exchange.failure);
    }

    static QList<Exchange> read(QSqlQuery& query)
    {
        QList<Exchange> exchanges;
        while (query.next()) {
            Exchange exchange =
                fromJson(QJsonDocument::fromJson(query.value(1).toByteArray()).object());
            exchange.number = query.value(0).toLongLong();
            exchanges.append(exchange);
        }
        return exchanges;
    }

    /// SQLite gives its log files the permissions of the database: the owner's alone.
    bool prepareFile(const QString& path)
    {
        QDir().mkpath(m_options.folder);
        QFile file(path);
        if (file.exists())
            return true;
        const bool made = file.open(QIODevice::ReadWrite | QIODevice::NewOnly,
            QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        m_error = file.errorString();
        return made;
    }

    bool openDatabase(const QString& file, const QByteArray& freshKey)
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        m_database.setDatabaseName(file);
        bool ready = m_database.open();
        // A lost last second of traffic is bearable; a slow disk in the way of the next exchange is
        // not.
        for (const char* statement : {"PRAGMA auto_vacuum = INCREMENTAL",
                 "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
                 "CREATE TABLE IF NOT EXISTS exchanges(number INTEGER PRIMARY KEY AUTOINCREMENT, "
                 "at INTEGER NOT NULL, "
                 "correlation TEXT NOT NULL, summary TEXT NOT NULL, size INTEGER NOT NULL, "
                 "document BLOB NOT NULL)",
                 "CREATE INDEX IF NOT EXISTS exchanges_by_correlation ON exchanges(correlation)",
                 "CREATE TABLE IF NOT EXISTS tags(only INTEGER PRIMARY KEY CHECK (only = 1), key "
                 "BLOB NOT NULL)"})
            ready = ready && run(QLatin1String(statement), {}).has_value();
        ready = ready
            && run(
                QStringLiteral("INSERT OR IGNORE INTO tags(only, key) VALUES (1, ?)"), {freshKey})
                   .has_value();
        if (auto query = ready ? run(QStringLiteral("SELECT key FROM tags"), {})
                               : tl::unexpected<Failure>(Failure());
            query) {
            if (query->next()) {
                m_key = query->value(0).toByteArray();
                return true;
            }
        }
        m_error = m_database.lastError().isValid() ? m_database.lastError().text() : m_error;
        m_key = freshKey;
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_connection);
        return false;
    }

    /// Drops what is too old, and the oldest of what is too much.
    void tidy()
    {
        m_sinceTidied = 0;
        const QDateTime oldest =
            m_clock.now().addSecs(-std::chrono::seconds(m_options.mostAge).count());
        run(QStringLiteral("DELETE FROM exchanges WHERE at < ?"), {oldest.toMSecsSinceEpoch()});
        run(QStringLiteral(
                "DELETE FROM exchanges WHERE number <= (SELECT max(number) FROM (SELECT number, "
                "sum(size) OVER (ORDER BY number DESC) AS newer FROM exchanges) WHERE newer > ?)"),
            {m_options.mostBytes});
        run(QStringLiteral("PRAGMA incremental_vacuum"), {});
    }

    Outcome<QSqlQuery> run(const QString& statement, const QVariantList& values)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        bool done = query.prepare(statement);
        for (const QVariant& value : values)
            query.addBindValue(value);
        done = done && query.exec();
        if (done)
            return query;
        m_error = query.lastError().text();
        return failed(FailureKind::StorageUnavailable,
            QStringLiteral("The recorded traffic cannot be read or written: %1").arg(m_error));
    }

    const TrafficOptions m_options;
    const Clock& m_clock;
    const QString m_connection;
    QSqlDatabase m_database;
    QByteArray m_key;
    QString m_error;
    int m_sinceTidied = 0;
};

TrafficStore::TrafficStore(TrafficOptions options, const Clock& clock, Randomness& randomness)
    : m_writer(std::make_unique<Writer>(std::move(options), clock))
{
    m_writer->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("traffic"));
    m_thread.start();
    QByteArray key;
    const QByteArray fresh = randomness.bytes(32);
    QMetaObject::invokeMethod(
        m_writer.get(), [this, &key, &fresh] { key = m_writer->open(fresh); },
        Qt::BlockingQueuedConnection);
    m_redaction = std::make_unique<Redaction>(key);
}

TrafficStore::~TrafficStore()
{
    QMetaObject::invokeMethod(
        m_writer.get(),
        [this] {
            m_writer->close();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void TrafficStore::record(Exchange exchange)
{
    QMetaObject::invokeMethod(
        m_writer.get(),
        [this, kept = m_redaction->redacted(std::move(exchange))]() mutable {
            m_writer->add(kept);
            Q_EMIT recorded(kept);
        },
        Qt::QueuedConnection);
}

void TrafficStore::knowSecret(Secret secret)
{
    m_redaction->know(secret);
}

template <typename T>
Task<Outcome<T>> TrafficStore::onWriter(std::function<Outcome<T>(Writer&)> work)
{
    // Never cancelled: the destructor's own work waits in the same queue behind this.
    const auto promise = std::make_shared<QPromise<Outcome<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_writer.get(),
        [this, promise, work = std::move(work)] {
            promise->addResult(work(*m_writer));
            promise->finish();
        },
        Qt::QueuedConnection);
    Outcome<T> outcome = co_await promise->future();
    co_return outcome;
}

Task<Outcome<QList<Exchange>>> TrafficStore::list(TrafficFilter filter)
{
    return onWriter<QList<Exchange>>([filter](Writer& writer) { return writer.list(filter); });
}

Task<Outcome<std::optional<Exchange>>> TrafficStore::find(qint64 number)
{
    return onWriter<std::optional<Exchange>>(
        [number](Writer& writer) { return writer.find(number); });
}

Task<Outcome<Done>> TrafficStore::clear()
{
    return onWriter<Done>([](Writer& writer) { return writer.clear(); });
}

Task<Outcome<QString>> TrafficStore::memoryOnlyBecause()
{
    return onWriter<QString>(
        [](Writer& writer) -> Outcome<QString> { return writer.memoryOnlyBecause; });
}

Outcome<QByteArray> TrafficStore::exported(QList<Exchange> exchanges, Format format) const
{
    std::sort(exchanges.begin(), exchanges.end(),
        [](const Exchange& one, const Exchange& other) { return one.number < other.number; });
    QByteArray text;
    switch (format) {
    case Format::Har:
        text = toHar(exchanges);
        break;
    case Format::JsonLines:
        text = toJsonLines(exchanges);
        break;
    case Format::Mermaid:
        text = toMermaid(exchanges);
        break;
    }
    if (m_redaction->findsSecretIn(text))
        return failed(FailureKind::NotPermitted,
            QStringLiteral(
                "The export was refused: it would contain a secret that this program knows."));
    return text;
}

} // namespace jetbridge::traffic
