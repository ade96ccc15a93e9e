// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficDatabase.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlRecord>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace jetbridge::traffic {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 bytesOfARow = 200; ///< Space that the database needs in addition to an exchange's
                                    ///< own bytes.

/// The part of the space that an exchange uses: requests that anybody can send have small parts of
/// their own.
enum class Share { Proven, AnybodyAtPages, AnybodyAtApi };

Share shareOf(const Exchange& exchange)
{
    if (exchange.isProven)
        return Share::Proven;
    return exchange.to == Lane::PartnerApi ? Share::AnybodyAtApi : Share::AnybodyAtPages;
}

const QStringList& detailFields()
{
    static const QStringList fields{
        u"requestHeaders"_s, u"requestBody"_s, u"replyHeaders"_s, u"replyBody"_s};
    return fields;
}

QByteArray document(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject object(const QVariant& column)
{
    return QJsonDocument::fromJson(column.toByteArray()).object();
}

/// Returns a text that is never null: SQLite would treat null as "no value", which equals nothing.
QString boundText(const QString& text)
{
    return ""_L1 + text;
}

QString summary(const Exchange& exchange)
{
    return u"%1 %2 %3 %4"_s.arg(QString::fromUtf8(exchange.method), exchange.url.toDisplayString(),
        exchange.status > 0 ? QString::number(exchange.status) : QString(), exchange.failure);
}

/// Returns the API call of an exchange with SmartRecruiters; empty for every other exchange.
QString apiCall(const Exchange& exchange)
{
    const bool isCall = exchange.from == Lane::PartnerApp && exchange.to == Lane::SmartRecruiters
        && exchange.status >= 200 && exchange.status < 300;
    return isCall ? QString::fromUtf8(exchange.method) + QLatin1Char(' ') + exchange.url.path()
                  : QString();
}

} // namespace

TrafficDatabase::TrafficDatabase(TrafficOptions options, const Clock& clock)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_connection(QUuid::createUuid().toString())
{
}

TrafficDatabase::~TrafficDatabase()
{
    if (m_database.isOpen()) {
        add({}, 0);
        tidy();
    }
    close();
}

void TrafficDatabase::close()
{
    m_insert.reset();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

void TrafficDatabase::open(const QByteArray& freshKey)
{
    if (!m_options.folder.isEmpty()) {
        const QString file = QDir(m_options.folder).filePath(u"traffic.sqlite3"_s);
        if (prepareFile(file) && openFile(file, freshKey))
            return;
        m_memoryOnlyBecause = u"\"%1\" cannot be written: %2"_s.arg(file, m_error);
    }
    openFile(u":memory:"_s, freshKey);
}

/// SQLite gives its log files the permissions of the database, that is only the owner's.
bool TrafficDatabase::prepareFile(const QString& path)
{
    const QFileInfo folder(m_options.folder);
    QDir().mkpath(folder.absolutePath());
    QDir(folder.absolutePath()).mkdir(folder.fileName(), ownerOnly | QFileDevice::ExeOwner);
    QFile file(path);
    if (file.exists())
        return true;
    const bool made = file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly);
    m_error = file.errorString();
    return made;
}

bool TrafficDatabase::openFile(const QString& file, const QByteArray& freshKey)
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    m_database.setDatabaseName(file);
    bool ready = m_database.open();
    // Losing the last second of traffic is acceptable; letting the next exchange wait for a slow
    // disk is not.
    for (const char* statement : {"PRAGMA auto_vacuum = INCREMENTAL", "PRAGMA journal_mode = WAL",
             "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 256",
             "PRAGMA journal_size_limit = 1048576", "PRAGMA temp_store = MEMORY",
             "CREATE TABLE IF NOT EXISTS exchanges(number INTEGER PRIMARY KEY AUTOINCREMENT, "
             "environment TEXT NOT NULL, onboarding TEXT NOT NULL, at INTEGER NOT NULL, "
             "size INTEGER NOT NULL, call TEXT NOT NULL, summary TEXT NOT NULL, "
             "head BLOB NOT NULL, detail BLOB NOT NULL)",
             "CREATE INDEX IF NOT EXISTS exchanges_by_onboarding ON "
             "exchanges(environment, onboarding)",
             "CREATE INDEX IF NOT EXISTS calls ON exchanges(environment, call) WHERE call <> ''",
             "CREATE TABLE IF NOT EXISTS folder(only INTEGER PRIMARY KEY CHECK (only = 1), "
             "key BLOB NOT NULL, mostBytes INTEGER NOT NULL, mostHours INTEGER NOT NULL, "
             "missed INTEGER NOT NULL)"})
        ready = ready && run(QLatin1String(statement));
    // Files of earlier versions do not have the column. Another program may add it at the same
    // moment.
    if (ready && !m_database.record(u"exchanges"_s).contains(u"share"_s))
        ready = run(u"ALTER TABLE exchanges ADD COLUMN share INTEGER NOT NULL DEFAULT 0"_s)
            || m_database.record(u"exchanges"_s).contains(u"share"_s);
    ready = ready
        && run(u"INSERT OR IGNORE INTO folder VALUES (1, ?, ?, ?, 0)"_s,
            {freshKey, m_options.limits.mostBytes, qint64(m_options.limits.mostAge.count())});
    if (auto query =
            ready ? run(u"SELECT key FROM folder"_s) : failed(FailureKind::Invalid, Message());
        query && query->next()) {
        m_key = query->value(0).toByteArray();
        return true;
    }
    m_key = freshKey;
    close();
    return false;
}

void TrafficDatabase::add(const QList<Exchange>& exchanges, qint64 missed)
{
    m_missed += missed;
    auto next = exchanges.cbegin();
    while (next != exchanges.cend() || m_missed > 0) {
        const auto first = next;
        const bool isKept = inTransaction([&] {
            for (; next != exchanges.cend() && (next == first || m_bytesUntilTidy > 0); ++next)
                if (!insert(*next))
                    return false;
            return m_missed == 0 || run(u"UPDATE folder SET missed = missed + ?"_s, {m_missed});
        });
        m_missed = isKept ? 0 : m_missed + (exchanges.cend() - first);
        if (m_bytesUntilTidy <= 0)
            tidy();
        if (!isKept) // The disk is full.
            return;
    }
}

bool TrafficDatabase::inTransaction(const std::function<bool()>& work)
{
    if (!m_database.transaction())
        return false;
    if (work() && m_database.commit())
        return true;
    m_insert.reset(); // A failed statement is still active until it is reset.
    m_database.rollback();
    return false;
}

bool TrafficDatabase::insert(const Exchange& exchange)
{
    QJsonObject head = exchange.toJson();
    QJsonObject detail;
    for (const QString& field : detailFields())
        detail.insert(field, head.take(field));
    const QByteArray headText = document(head);
    const QByteArray detailText = document(detail);
    const QString summaryText = summary(exchange);
    const qint64 size = bytesOfARow + headText.size() + detailText.size() + summaryText.size();
    m_bytesUntilTidy -= size;
    if (!m_insert) {
        m_insert.emplace(m_database);
        m_insert->prepare(
            u"INSERT INTO exchanges(environment, onboarding, at, size, call, summary, "
            "head, detail, share) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    }
    const QVariantList values{boundText(m_options.environment),
        boundText(QString::fromUtf8(exchange.correlationId)), exchange.at.toMSecsSinceEpoch(), size,
        boundText(apiCall(exchange)), summaryText, headText, detailText, int(shareOf(exchange))};
    for (int i = 0; i < values.size(); ++i)
        m_insert->bindValue(i, values.at(i));
    return m_insert->exec();
}

namespace {

/// The condition on an answer's status, which is a part of the stored head.
QString statusCondition(ExchangeFilter::Answered answered)
{
    using Answered = ExchangeFilter::Answered;
    const QString status = u"json_extract(CAST(head AS TEXT), '$.status')"_s;
    switch (answered) {
    case Answered::Somehow:
        return {};
    case Answered::Well:
        return status + " BETWEEN 200 AND 399"_L1;
    case Answered::Refused:
        return status + " BETWEEN 400 AND 499"_L1;
    case Answered::Failed:
        return status + " BETWEEN 500 AND 599"_L1;
    case Answered::NotAtAll:
        return status + " = 0"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

Outcome<QSqlQuery> TrafficDatabase::select(
    const QString& columns, const ExchangeFilter& filter, const QString& order)
{
    QString pattern = filter.search;
    for (const char* special : {"\\", "%", "_"})
        pattern.replace(QLatin1String(special), QLatin1Char('\\') + QLatin1String(special));
    QString conditions = u"environment = ?"_s;
    QVariantList values{boundText(m_options.environment)};
    const auto narrow = [&](bool wanted, const char* condition, const QVariant& value) {
        if (!wanted)
            return;
        conditions += " AND "_L1 + QLatin1String(condition);
        values.append(value);
    };
    narrow(!filter.onboarding.isEmpty(), "onboarding = ?", filter.onboarding.text());
    narrow(filter.number > 0, "number = ?", filter.number);
    narrow(filter.before > 0, "number < ?", filter.before);
    narrow(filter.after > 0, "number > ?", filter.after);
    if (filter.among) {
        QStringList places;
        for (const OnboardingId& onboarding : *filter.among) {
            places.append(u"?"_s);
            values.append(onboarding.text());
        }
        conditions += " AND onboarding IN ("_L1 + places.join(QLatin1Char(',')) + QLatin1Char(')');
    }
    if (const QString status = statusCondition(filter.answered); !status.isEmpty())
        conditions += " AND "_L1 + status;
    narrow(!pattern.isEmpty(), "summary LIKE ? ESCAPE '\\'",
        QLatin1Char('%') + pattern + QLatin1Char('%'));
    // Whatever order they are wanted in, those at the filter's beginning are selected.
    return run(u"SELECT %1 FROM (SELECT %1 FROM exchanges WHERE %2 ORDER BY number "
               "%5 LIMIT %3) ORDER BY number %4"_s.arg(columns, conditions,
                   QString::number(filter.most), order, filter.oldestFirst ? u"ASC"_s : u"DESC"_s),
        values);
}

Outcome<QList<Exchange>> TrafficDatabase::list(const ExchangeFilter& filter)
{
    auto query = select(u"number, head"_s, filter, filter.oldestFirst ? u"ASC"_s : u"DESC"_s);
    if (!query)
        return passOn(query);
    QList<Exchange> exchanges;
    while (query->next()) {
        exchanges.append(Exchange::fromJson(object(query->value(1))));
        exchanges.last().number = query->value(0).toLongLong();
    }
    return exchanges;
}

Outcome<std::optional<Exchange>> TrafficDatabase::find(qint64 number)
{
    ExchangeFilter filter;
    filter.number = number;
    std::optional<Exchange> found;
    const auto done = forEach(filter, [&found](const Exchange& exchange) {
        found = exchange;
        return true;
    });
    if (!done)
        return passOn(done);
    return found;
}

Outcome<Done> TrafficDatabase::forEach(
    const ExchangeFilter& filter, const std::function<bool(const Exchange&)>& visit)
{
    auto query = select(u"number, head, detail"_s, filter, u"ASC"_s);
    if (!query)
        return passOn(query);
    while (query->next()) {
        QJsonObject whole = object(query->value(1));
        const QJsonObject detail = object(query->value(2));
        for (const QString& field : detailFields())
            whole.insert(field, detail.value(field));
        Exchange exchange = Exchange::fromJson(whole);
        exchange.number = query->value(0).toLongLong();
        if (!visit(exchange))
            break;
    }
    return Done{};
}

Outcome<QList<OnboardingId>> TrafficDatabase::onboardings()
{
    auto query = run(u"SELECT onboarding FROM exchanges WHERE environment = ? AND "
                     "onboarding <> '' GROUP BY onboarding ORDER BY max(number) DESC "
                     "LIMIT 100"_s,
        {boundText(m_options.environment)});
    if (!query)
        return passOn(query);
    QList<OnboardingId> found;
    while (query->next())
        found.append(OnboardingId(query->value(0).toString()));
    return found;
}

Outcome<QList<ApiCall>> TrafficDatabase::apiCalls()
{
    auto query = run(u"SELECT DISTINCT call FROM exchanges WHERE environment = ? AND call <> ''"_s,
        {boundText(m_options.environment)});
    if (!query)
        return passOn(query);
    QList<ApiCall> calls;
    while (query->next()) {
        const QString call = query->value(0).toString();
        const auto space = call.indexOf(QLatin1Char(' '));
        calls.append({call.left(space).toUtf8(), call.mid(space + 1)});
    }
    return calls;
}

Outcome<TrafficLimits> TrafficDatabase::limits()
{
    auto query = run(u"SELECT mostBytes, mostHours FROM folder"_s);
    if (!query)
        return passOn(query);
    if (!query->next())
        return m_options.limits;
    return TrafficLimits{
        query->value(0).toLongLong(), std::chrono::hours(query->value(1).toLongLong())};
}

Outcome<TrafficState> TrafficDatabase::state()
{
    const auto kept = limits();
    if (!kept)
        return passOn(kept);
    auto query = run(u"SELECT (SELECT coalesce(sum(size), 0) FROM exchanges), "
                     "(SELECT count(*) FROM exchanges), missed FROM folder"_s);
    if (!query)
        return passOn(query);
    query->next();
    return TrafficState{*kept, query->value(0).toLongLong(), query->value(1).toLongLong(),
        query->value(2).toLongLong() + m_missed, m_memoryOnlyBecause};
}

Outcome<Done> TrafficDatabase::setLimits(const TrafficLimits& limits)
{
    const auto days = std::chrono::duration_cast<std::chrono::days>(limits.mostAge).count();
    const auto invalid = [](const char* what, int fewest, int most) {
        return failed(FailureKind::Invalid,
            u"%1 must be from %2 to %3."_s.arg(QLatin1String(what)).arg(fewest).arg(most), 0,
            QLatin1String(what));
    };
    using Limits = TrafficLimits;
    if (limits.mostBytes < Limits::fewestMegabytes * Limits::megabyte
        || limits.mostBytes > Limits::mostMegabytes * Limits::megabyte)
        return invalid("megabytes", Limits::fewestMegabytes, Limits::mostMegabytes);
    if (days < Limits::fewestDays || days > Limits::mostDays)
        return invalid("days", Limits::fewestDays, Limits::mostDays);
    const auto changed = run(u"UPDATE folder SET mostBytes = ?, mostHours = ?"_s,
        {limits.mostBytes, qint64(limits.mostAge.count())});
    if (!changed)
        return passOn(changed);
    tidy();
    return Done{};
}

Outcome<Done> TrafficDatabase::clear()
{
    const auto removed =
        run(u"DELETE FROM exchanges WHERE environment = ?"_s, {boundText(m_options.environment)});
    if (!removed)
        return passOn(removed);
    (void)run(u"UPDATE folder SET missed = 0"_s);
    m_missed = 0;
    tidy();
    return Done{};
}

/// Deletes exchanges that are too old, and the oldest ones when there are too many. Requests that
/// anybody can send have small parts of the space of their own, and requests without an onboarding
/// get half of the rest: a stranger who sends many requests must not displace what staff and
/// customers did.
void TrafficDatabase::tidy()
{
    const TrafficLimits kept = limits().value_or(m_options.limits);
    m_bytesUntilTidy = kept.mostBytes / 64;
    const qint64 mostBytes = kept.mostBytes - m_bytesUntilTidy; // The difference is the space until
                                                                // the next call.
    const auto oldest = m_clock.now().addSecs(-std::chrono::seconds(kept.mostAge).count());
    (void)run(u"DELETE FROM exchanges WHERE at < ?"_s, {oldest.toMSecsSinceEpoch()});
    const auto cut = [this](const char* which, qint64 most) {
        (void)run(u"DELETE FROM exchanges WHERE %1 AND number <= (SELECT max(number) "
                  "FROM (SELECT number, sum(size) OVER (ORDER BY number DESC) AS newer "
                  "FROM exchanges WHERE %1) WHERE newer > ?)"_s.arg(QLatin1String(which)),
            {most});
    };
    const qint64 ofAnybody = mostBytes / 16; // For each of the two addresses.
    const qint64 ofProven = mostBytes - 2 * ofAnybody;
    cut("share = 1", ofAnybody);
    cut("share = 2", ofAnybody);
    cut("share = 0 AND onboarding = ''", ofProven / 2);
    cut("share = 0", ofProven);
    // SQLite frees one page per step.
    if (auto freed = run(u"PRAGMA incremental_vacuum"_s))
        while (freed->next()) { }
}

Outcome<QSqlQuery> TrafficDatabase::run(const QString& statement, const QVariantList& values)
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
        u"The recorded traffic cannot be read or written: %1"_s.arg(m_error));
}

} // namespace jetbridge::traffic
