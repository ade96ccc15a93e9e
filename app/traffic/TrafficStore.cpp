// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficStore.h"

#include "ports/Closing.h"
#include "traffic/Export.h"
#include "traffic/Redaction.h"
#include "traffic/TrafficDatabase.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace jetbridge::traffic {

namespace {

/// Exchanges within this time are written together, because a flow's own disk access has priority.
constexpr auto gathering = std::chrono::milliseconds(100);

qsizetype bodyBytes(const Exchange& exchange)
{
    return exchange.requestBody.size() + exchange.replyBody.size();
}

void leaveOutBodies(Exchange& exchange)
{
    for (QByteArray* body : {&exchange.requestBody, &exchange.replyBody})
        if (!body->isEmpty())
            *body = '[' + QByteArray::number(body->size())
                + " bytes, left out because the program ended]";
}

tl::unexpected<Failure> refused(Message why)
{
    return failed(FailureKind::NotPermitted, std::move(why), 0, u"secret_found"_s);
}

} // namespace

/// Redaction and the database, used on the store's own thread.
class TrafficStore::Writer {
public:
    Writer(TrafficOptions options, const Clock& clock, QByteArray freshKey)
        : m_database(std::in_place, std::move(options), clock)
        , m_freshKey(std::move(freshKey))
    {
    }

    TrafficDatabase& database()
    {
        if (!m_redaction) {
            m_database->open(m_freshKey);
            m_redaction.emplace(m_database->key());
        }
        return *m_database;
    }
    Redaction& redaction()
    {
        database();
        return *m_redaction;
    }
    void close() { m_database.reset(); }

    /// Limits what is still done from now on (~TrafficStore). May be called on any thread.
    void beginEnd() { m_isEnding = true; }

    void keep(std::vector<Told> told, qint64 missed)
    {
        database(); // Opening it is no part of the time that the end may take.
        QList<Exchange> exchanges;
        for (Told& one : told) {
            if (const auto* secret = std::get_if<Secret>(&one))
                redaction().know(*secret);
            else if (const auto* known = std::get_if<Hashes>(&one))
                redaction().know(known->hasher, known->hashes);
            else
                keepOne(std::get<Exchange>(std::move(one)), exchanges, missed);
        }
        if (!exchanges.isEmpty() || missed > 0)
            database().add(exchanges, missed);
    }

    /// Exports exchanges. Each entry is checked as it will be written, so that a refusal can name
    /// it.
    Outcome<QByteArray> exported(const ExchangeFilter& filter, ExchangeFormat format)
    {
        const ExportForm form = ExportForm::of(format);
        QByteArray text = form.head;
        qint64 found = 0;
        bool isFirst = true;
        const auto read = database().forEach(filter, [&](const Exchange& exchange) {
            const QByteArray entry = form.entry(exchange);
            if (m_isEnding)
                return false;
            if (redaction().findsSecretIn(entry)) {
                found = exchange.number;
                return false;
            }
            text += (isFirst ? QByteArray() : form.between) + entry;
            isFirst = false;
            return true;
        });
        if (!read)
            return passOn(read);
        if (m_isEnding)
            return programIsClosing();
        if (found > 0)
            return refused(Message::of("exchange_has_secret", {QString::number(found)}));
        return text + form.tail;
    }

private:
    /// What was looked at since the end began.
    struct End {
        End() { since.start(); }
        QElapsedTimer since;
        qsizetype bytes = 0;
        int exchanges = 0;
    };

    void keepOne(Exchange exchange, QList<Exchange>& exchanges, qint64& missed)
    {
        if (m_isEnding) {
            if (!m_end)
                m_end.emplace();
            ++m_end->exchanges;
            m_end->bytes += bodyBytes(exchange);
            if (m_end->exchanges > exchangesAtEnd && m_end->since.hasExpired(longestEnd.count())) {
                ++missed;
                return;
            }
            if (m_end->bytes > bytesAtEnd && m_end->since.hasExpired(bodiesAtEnd.count()))
                leaveOutBodies(exchange);
        }
        exchanges.append(redaction().redacted(std::move(exchange)));
    }

    std::optional<TrafficDatabase> m_database;
    std::optional<Redaction> m_redaction;
    const QByteArray m_freshKey;
    std::atomic<bool> m_isEnding = false;
    std::optional<End> m_end;
};

TrafficStore::TrafficStore(
    TrafficOptions options, const Clock& clock, Randomness& randomness, async::Scope* outer)
    : m_mask(std::make_unique<Redaction>(QByteArray()))
    , m_writer(std::make_unique<Writer>(std::move(options), clock, randomness.bytes(32)))
    , m_worker(u"traffic"_s)
    , m_scope(outer)
{
}

TrafficStore::~TrafficStore()
{
    m_writer->beginEnd();
    m_worker.post([this] {
        keepWaiting();
        m_writer->close();
    });
    m_worker.stop();
}

void TrafficStore::record(Exchange exchange)
{
    const qsizetype bytes = bodyBytes(exchange);
    tell(std::move(exchange), bytes);
}

void TrafficStore::knowSecret(Secret secret)
{
    {
        const QMutexLocker lock(&m_maskMutex);
        m_mask->know(secret);
    }
    tell(std::move(secret), 0);
}

void TrafficStore::knowHashes(SecretHasher hasher, QList<SecretHash> hashes)
{
    {
        const QMutexLocker lock(&m_maskMutex);
        m_mask->know(hasher, hashes);
    }
    tell(Hashes{std::move(hasher), std::move(hashes)}, 0);
}

QByteArray TrafficStore::withoutSecrets(QByteArray text) const
{
    const QMutexLocker lock(&m_maskMutex);
    return m_mask->withoutKnown(text);
}

void TrafficStore::tell(Told told, qsizetype bytes)
{
    const QMutexLocker lock(&m_mutex);
    const bool isFirst = m_waiting.empty();
    const bool isFull =
        m_waiting.size() >= mostWaiting || m_waitingBytes + bytes > mostWaitingBytes;
    if (isFull && std::holds_alternative<Exchange>(told)) {
        ++m_missed;
        return;
    }
    m_waiting.push_back(std::move(told));
    m_waitingBytes += bytes;
    if (isFirst)
        m_worker.post([this] {
            QTimer::singleShot(gathering, m_worker.context(), [this] { keepWaiting(); });
        });
}

void TrafficStore::keepWaiting()
{
    std::vector<Told> told;
    qint64 missed = 0;
    qsizetype bytes = 0;
    {
        const QMutexLocker lock(&m_mutex);
        told.swap(m_waiting);
        missed = std::exchange(m_missed, 0);
        bytes = m_waitingBytes;
    }
    if (told.empty())
        return;
    m_writer->keep(std::move(told), missed);
    {
        const QMutexLocker lock(&m_mutex);
        m_waitingBytes -= bytes;
    }
    Q_EMIT recorded();
}

template <typename T>
Task<Outcome<T>> TrafficStore::onWriter(std::function<Outcome<T>(Writer&)> work)
{
    return within(m_scope, m_worker.run<Outcome<T>>([this, work = std::move(work)] {
        keepWaiting();
        return work(*m_writer);
    }));
}

Task<Outcome<QList<Exchange>>> TrafficStore::list(ExchangeFilter filter)
{
    return onWriter<QList<Exchange>>(
        [filter](Writer& writer) { return writer.database().list(filter); });
}

Task<Outcome<std::optional<Exchange>>> TrafficStore::find(qint64 number)
{
    return onWriter<std::optional<Exchange>>(
        [number](Writer& writer) { return writer.database().find(number); });
}

Task<Outcome<QList<OnboardingId>>> TrafficStore::onboardings()
{
    return onWriter<QList<OnboardingId>>(
        [](Writer& writer) { return writer.database().onboardings(); });
}

Task<Outcome<QList<ApiCall>>> TrafficStore::apiCalls()
{
    return onWriter<QList<ApiCall>>([](Writer& writer) { return writer.database().apiCalls(); });
}

Task<Outcome<QByteArray>> TrafficStore::exported(ExchangeFilter filter, ExchangeFormat format)
{
    return onWriter<QByteArray>(
        [filter, format](Writer& writer) { return writer.exported(filter, format); });
}

Task<Outcome<Done>> TrafficStore::mayLeave(QByteArray text)
{
    return onWriter<Done>([text](Writer& writer) -> Outcome<Done> {
        if (writer.redaction().findsSecretIn(text))
            return refused(Message::of("drawing_has_secret"));
        return Done{};
    });
}

Task<Outcome<TrafficState>> TrafficStore::state()
{
    return onWriter<TrafficState>([](Writer& writer) { return writer.database().state(); });
}

Task<Outcome<Done>> TrafficStore::setLimits(TrafficLimits limits)
{
    return onWriter<Done>([limits](Writer& writer) { return writer.database().setLimits(limits); });
}

Task<Outcome<Done>> TrafficStore::clear()
{
    return onWriter<Done>([](Writer& writer) { return writer.database().clear(); });
}

} // namespace jetbridge::traffic
