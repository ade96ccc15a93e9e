// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/DeliverDue.h"
#include "flows/Fakes.h"
#include "flows/KeepSinks.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QMap>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::fakes;

namespace {

/// A clock that a test can advance.
class HandClock final : public Clock {
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, utc);
};

class MemorySinks final : public Sinks {
public:
    Task<Outcome<qint64>> add(Sink sink, bool) override
    {
        for (const Sink& one : std::as_const(rows))
            if (one.name == sink.name)
                co_return failed(FailureKind::Conflict, u"taken"_s);
        sink.number = rows.size() + 1;
        rows.append(sink);
        co_return qint64(sink.number);
    }
    Task<Outcome<Done>> remove(qint64 number) override
    {
        rows.removeIf([number](const Sink& one) { return one.number == number; });
        co_return Done{};
    }
    Task<Outcome<QList<Sink>>> all() override
    {
        if (whenAsked)
            whenAsked();
        co_return QList<Sink>(rows);
    }

    QList<Sink> rows;
    std::function<void()> whenAsked;
};

class MemoryOutbox final : public Outbox {
public:
    Task<Outcome<std::optional<Delivery>>> take(QDateTime now, Except except) override
    {
        if (isFull)
            co_return failed(FailureKind::StorageUnavailable, u"full"_s);
        for (Delivery& row : rows)
            if (isFirst(row) && row.due <= now && !isExcepted(row, except)) {
                ++row.tries;
                co_return std::optional<Delivery>(row);
            }
        co_return std::optional<Delivery>();
    }
    Task<Outcome<Done>> end(
        qint64 number, DeliveryState state, QDateTime at, QString place, QString why) override
    {
        Delivery& row = rows[number];
        row.state = state;
        row.endedAt = at;
        row.place = place;
        row.why = why;
        co_return Done{};
    }
    Task<Outcome<Done>> postpone(qint64 number, QDateTime due, QString why) override
    {
        rows[number].due = due;
        rows[number].why = why;
        co_return Done{};
    }
    Task<Outcome<Done>> postponeSink(qint64 sink, QDateTime due) override
    {
        for (Delivery& row : rows)
            if (row.state == DeliveryState::Waiting && (sink == 0 || row.sink == sink))
                row.due = std::max(row.due, due);
        co_return Done{};
    }
    Task<Outcome<Done>> giveBack(qint64 number, QString why) override
    {
        --rows[number].tries;
        rows[number].why = why;
        co_return Done{};
    }
    Task<Outcome<std::optional<QDateTime>>> nextDue(Except except) override
    {
        std::optional<QDateTime> next;
        for (const Delivery& row : std::as_const(rows))
            if (isFirst(row) && !isExcepted(row, except) && row.due < whenStaffRetry()
                && (!next || row.due < *next))
                next = row.due;
        co_return std::optional<QDateTime>(next);
    }
    Task<Outcome<int>> retry(Query) override { co_return 0; }
    Task<Outcome<QList<Delivery>>> list(Query) override { co_return rows.values(); }
    Task<Outcome<int>> waiting(qint64) override { co_return int(rows.size()); }

    QMap<qint64, Delivery> rows;
    bool isFull = false;

private:
    static bool isExcepted(const Delivery& row, const Except& except)
    {
        return except.sinks.contains(row.sink) || except.numbers.contains(row.number);
    }
    bool isFirst(const Delivery& row) const
    {
        for (const Delivery& other : rows)
            if (other.state == DeliveryState::Waiting && other.sink == row.sink
                && other.company == row.company && other.number < row.number)
                return false;
        return row.state == DeliveryState::Waiting;
    }
};

/// A sink's driver whose answers a test gives.
class PlayedDriver final : public SinkDriver {
public:
    Task<DeliveryResult> deliver(Sink, Parcel parcel) override
    {
        asked.append(parcel.delivery.number);
        parcels.append(parcel);
        DeliveryResult result = answers ? answers(parcel.delivery) : DeliveryResult();
        result.place = u"there"_s;
        co_return result;
    }
    Task<Outcome<DeliveryPreview>> preview(Sink, Parcel parcel) override
    {
        parcels.append(parcel);
        if (refusal)
            co_return tl::unexpected<Failure>(*refusal);
        co_return DeliveryPreview{
            u"there"_s, parcel.credentials->client.clientSecret.reveal().toByteArray()};
    }
    void abortAll() override { }

    QList<qint64> asked;
    QList<Parcel> parcels;
    std::function<DeliveryResult(const Delivery&)> answers;
    std::optional<Failure> refusal;
};

DeliveryResult failing(FailureKind kind)
{
    DeliveryResult result;
    result.outcome = failed(kind, u"The sink is away."_s);
    return result;
}

/// The parts of a delivery, with the customers "a" (globex) and "b" (initech) in the keychain.
struct Depot {
    Depot()
    {
        sinks.rows.append({1, u"one"_s, SinkKind::Folder, {}, {}, clock.time});
        sinks.rows.append({2, u"two"_s, SinkKind::Folder, {}, u"item"_s, clock.time});
        office.vault.items.insert(VaultKey::sink(u"sandbox"_s, u"item"_s).text(), Secret("key"));
        for (const char* id : {"a", "b"})
            keep(id);
    }
    void keep(const char* id)
    {
        const CustomerCredentials credentials{IntegrationId(QString::fromLatin1(id)),
            {ClientId(u"client"_s), Secret("secret of the customer")}};
        office.vault.items.insert(
            VaultKey::customer(u"sandbox"_s, credentials.integrationId).text(),
            credentials.toJson());
    }
    void owe(DeliveryEvent event, const char* id, qint64 sink = 1)
    {
        Delivery row;
        row.number = outbox.rows.size() + 1;
        row.id = u"d%1"_s.arg(row.number);
        row.sink = sink;
        row.sinkName = sink == 1 ? u"one"_s : u"two"_s;
        row.event = event;
        row.company = CompanyId(*id == 'a' ? u"globex"_s : u"initech"_s);
        row.integration = IntegrationId(QString::fromLatin1(id));
        row.due = clock.time;
        for (Delivery& earlier : outbox.rows)
            if (earlier.sink == sink && earlier.integration == row.integration)
                earlier.isLast = false;
        outbox.rows.insert(row.number, row);
    }
    DeliveryServices services()
    {
        Environment environment;
        environment.name = u"sandbox"_s;
        return {environment, sinks, outbox, office.vault, office.journal, clock,
            [this](SinkKind) -> SinkDriver& { return driver; }, [this] { return standing; },
            [this](const Delivery& tried) { told.append(tried); }, leftToOthers};
    }
    Outcome<std::optional<QDateTime>> round() { return QCoro::waitFor(deliverDue(services())); }
    DeliveryState state(qint64 number) const { return outbox.rows[number].state; }

    Office office;
    HandClock clock;
    MemorySinks sinks;
    MemoryOutbox outbox;
    PlayedDriver driver;
    Standing standing = Standing::Here;
    QList<Delivery> told;
    LeftToOthers leftToOthers; ///< Of the one program that delivers here.
    CountingRandomness randomness;
};

} // namespace

class DeliverDueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenEndsAndTheHistorySaysSo()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Disabled, "a");
        const auto next = depot.round();
        QVERIFY(next && !*next);
        QCOMPARE(depot.driver.asked, (QList<qint64>{1, 2}));
        const Parcel& first = depot.driver.parcels.first();
        QVERIFY(first.credentials);
        QVERIFY(first.credentials->client.clientSecret.equals(Secret("secret of the customer")));
        QVERIFY(!depot.driver.parcels.last().credentials);
        QVERIFY(depot.state(1) == DeliveryState::Done);
        QVERIFY(depot.state(2) == DeliveryState::Done);
        QCOMPARE(depot.outbox.rows[1].place, u"there"_s);
        QCOMPARE(depot.office.journal.entries.size(), 2);
        QCOMPARE(depot.office.journal.entries.first().detail.code, u"delivered_to_sink"_s);
        QCOMPARE(depot.office.journal.entries.last().detail.code, u"taken_back_from_sink"_s);
        QCOMPARE(depot.told.size(), 2);
    }

    void whoIsLeftAloneAfterWhichFailure_data()
    {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QList<qint64>>("asked");
        const auto row = [](const char* name, FailureKind kind, bool isWholeSink) {
            QTest::newRow(name) << kind
                                << (isWholeSink ? QList<qint64>{1, 4} : QList<qint64>{1, 3, 4});
        };
        row("nobody answers", FailureKind::Unreachable, true);
        row("too late", FailureKind::TimedOut, true);
        row("not trustworthy", FailureKind::Insecure, true);
        row("the sink's credentials are wrong", FailureKind::Refused, true);
        row("too often", FailureKind::RateLimited, true);
        row("it fails", FailureKind::ServerFault, true);
        row("its disk is full", FailureKind::StorageUnavailable, true);
        row("not allowed there", FailureKind::NotPermitted, false);
        row("somebody else's place", FailureKind::Conflict, false);
        row("an odd answer", FailureKind::BadReply, false);
        row("not possible", FailureKind::Invalid, false);
    }
    void whoIsLeftAloneAfterWhichFailure()
    {
        QFETCH(FailureKind, kind);
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Disabled, "a"); // waits for the first one in any case
        depot.owe(DeliveryEvent::Connected, "b");
        depot.owe(DeliveryEvent::Connected, "b", 2); // another sink
        depot.driver.answers = [kind](const Delivery& delivery) {
            return delivery.sink == 1 ? failing(kind) : DeliveryResult();
        };
        const auto next = depot.round();
        QVERIFY(next && *next);
        QCOMPARE(**next, depot.clock.time.addSecs(1));
        QTEST(depot.driver.asked, "asked");
        QVERIFY(depot.state(4) == DeliveryState::Done);
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
        QCOMPARE(depot.outbox.rows[1].why, u"The sink is away."_s);
        // It goes on where it stood as soon as the sink is back.
        depot.driver.answers = nullptr;
        depot.driver.asked.clear();
        depot.clock.time = depot.clock.time.addSecs(5);
        const auto last = depot.round();
        QVERIFY(last && !*last);
        QCOMPARE(depot.driver.asked, (QList<qint64>{1, 2, 3}));
    }

    void thePauseIsTheOneAskedForAndGrows()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.driver.answers = [](const Delivery& delivery) {
            DeliveryResult result = failing(FailureKind::ServerFault);
            result.pause = std::chrono::seconds(delivery.tries == 1 ? 60 : 0);
            return result;
        };
        QCOMPARE(**depot.round(), depot.clock.time.addSecs(60));
        depot.clock.time = depot.clock.time.addSecs(60);
        QCOMPARE(**depot.round(), depot.clock.time.addSecs(2));
    }

    void theIdStaysOverAllTries()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.driver.answers = [](const Delivery& delivery) {
            return delivery.tries < 5 ? failing(FailureKind::TimedOut) : DeliveryResult();
        };
        auto next = depot.round();
        while (next && *next) {
            depot.clock.time = **next;
            next = depot.round();
        }
        QCOMPARE(depot.driver.parcels.size(), 5);
        for (const Parcel& parcel : std::as_const(depot.driver.parcels))
            QCOMPARE(parcel.delivery.id, u"d1"_s);
    }

    void credentialsThatAreGoneAreSupersededByWhatRemovedThem()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Forgotten, "a");
        depot.office.vault.items.remove(
            VaultKey::customer(u"sandbox"_s, IntegrationId(u"a"_s)).text());
        const auto next = depot.round();
        QVERIFY(next && !*next);
        QCOMPARE(depot.driver.asked, QList<qint64>{2});
        QVERIFY(depot.state(1) == DeliveryState::Superseded);
        QVERIFY(depot.state(2) == DeliveryState::Done);
    }

    void credentialsThatAreMissingAreWaitedFor()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.office.vault.items.remove(
            VaultKey::customer(u"sandbox"_s, IntegrationId(u"a"_s)).text());
        QVERIFY(*depot.round());
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
        QVERIFY(depot.driver.asked.isEmpty());
        depot.keep("a");
        depot.clock.time = depot.clock.time.addSecs(1);
        QVERIFY(!*depot.round());
        QVERIFY(depot.state(1) == DeliveryState::Done);
    }

    void aLockedKeychainStopsEverythingAndLosesNothing()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Connected, "b");
        depot.owe(DeliveryEvent::Connected, "b", 2);
        depot.office.world.faults.insert(u"vault.read customer"_s,
            Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        const auto next = depot.round();
        QCOMPARE(**next, depot.clock.time.addSecs(1));
        QCOMPARE(depot.office.world.count(u"vault.read customer"_s), 1);
        depot.office.world.faults.clear();
        depot.clock.time = depot.clock.time.addSecs(1);
        QVERIFY(!*depot.round());
        QCOMPARE(depot.driver.asked, (QList<qint64>{1, 2, 3}));
    }

    /// Another user on the same data folder has a keychain of its own.
    void whatThisKeychainLacksStaysDueForOthers_data()
    {
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QList<qint64>>("asked");
        QTest::newRow("the sink's secret")
            << VaultKey::sink(u"sandbox"_s, u"item"_s).text() << QList<qint64>{3};
        QTest::newRow("a customer's credentials")
            << VaultKey::customer(u"sandbox"_s, IntegrationId(u"a"_s)).text() << QList<qint64>{2};
        QTest::newRow("everything, because it is locked") << QString() << QList<qint64>();
    }
    void whatThisKeychainLacksStaysDueForOthers()
    {
        QFETCH(QString, missing);
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a", 2);
        depot.owe(DeliveryEvent::Connected, "b", 2);
        depot.owe(DeliveryEvent::Connected, missing.isEmpty() ? "b" : "a", 1);
        if (missing.contains(u"customer"_s))
            depot.outbox.rows[3].event = DeliveryEvent::Disabled; // needs no credentials
        const QDateTime due = depot.clock.time;
        const Secret kept = depot.office.vault.items.take(missing);
        if (missing.isEmpty())
            depot.office.world.faults.insert(u"vault.read sink"_s,
                Failure{FailureKind::VaultUnavailable, 0, {}, Message::inWords(u"locked"_s), {}});
        const auto next = depot.round();
        QVERIFY(next && *next);
        QCOMPARE(**next, due.addSecs(1));
        const Delivery left = depot.outbox.rows.value(1);
        QCOMPARE(left.due, due);
        QCOMPARE(left.tries, 0);
        QVERIFY(!left.why.isEmpty());
        QTEST(depot.driver.asked.mid(0, 1), "asked");
        // It is not asked again at once, and its own pause grows.
        QCOMPARE(**depot.round(), due.addSecs(1));
        depot.clock.time = due.addSecs(1);
        QCOMPARE(**depot.round(), due.addSecs(3));

        // Another program, which has the secrets, does not wait for that.
        if (!missing.isEmpty())
            depot.office.vault.items.insert(missing, kept);
        depot.office.world.faults.clear();
        depot.leftToOthers = {};
        QVERIFY(!*depot.round());
        for (const Delivery& row : std::as_const(depot.outbox.rows))
            QVERIFY(row.state == DeliveryState::Done);
        QCOMPARE(depot.outbox.rows.value(1).tries, 1);
    }

    void aSinkGetsItsOwnSecret()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Disabled, "a", 1);
        depot.owe(DeliveryEvent::Disabled, "a", 2);
        QVERIFY(!*depot.round());
        QVERIFY(depot.driver.parcels.first().secret.isEmpty());
        QVERIFY(depot.driver.parcels.last().secret.equals(Secret("key")));
        depot.office.vault.items.remove(VaultKey::sink(u"sandbox"_s, u"item"_s).text());
        depot.owe(DeliveryEvent::Connected, "a", 2);
        QVERIFY(*depot.round());
        QVERIFY(depot.outbox.rows[3].why.contains("does not hold the secret"_L1));
    }

    void nothingToTakeBackAndNeverAgainAreEndsOfTheirOwn()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Forgotten, "a");
        depot.owe(DeliveryEvent::Connected, "b");
        depot.driver.answers = [](const Delivery& delivery) {
            DeliveryResult result;
            if (delivery.event == DeliveryEvent::Forgotten) {
                result.nothingBecause = u"not there"_s;
            } else {
                result = failing(FailureKind::NotFound);
                result.isFinal = true;
            }
            return result;
        };
        QVERIFY(!*depot.round());
        QVERIFY(depot.state(1) == DeliveryState::LeftAlone);
        QVERIFY(depot.state(2) == DeliveryState::GivenUp);
        QCOMPARE(depot.outbox.rows[1].why, u"not there"_s);
        QVERIFY(depot.office.journal.entries.isEmpty());
    }

    void aSinkThatWantsNoMoreGetsNothingUntilStaffRetry()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Connected, "b");
        depot.owe(DeliveryEvent::Connected, "b", 2);
        depot.driver.answers = [](const Delivery& delivery) {
            if (delivery.sink == 2)
                return DeliveryResult();
            DeliveryResult result = failing(FailureKind::Refused);
            result.wantsNoMore = true;
            return result;
        };
        const auto next = depot.round();
        QVERIFY(next && !*next);
        QCOMPARE(depot.driver.asked, (QList<qint64>{1, 3}));
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
        QVERIFY(depot.state(2) == DeliveryState::Waiting);
        QVERIFY(depot.state(3) == DeliveryState::Done);
        QCOMPARE(depot.told.first().due, whenStaffRetry());
    }

    void aPauseThatASinkAsksForIsKeptButForADayAtMost()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.owe(DeliveryEvent::Connected, "b");
        depot.driver.answers = [](const Delivery&) {
            DeliveryResult result = failing(FailureKind::ServerFault);
            result.pause = std::chrono::hours(1'000'000);
            return result;
        };
        QVERIFY(depot.round());
        QCOMPARE(depot.driver.asked, QList<qint64>{1});
        QCOMPARE(depot.outbox.rows[1].due, depot.clock.time.addDays(1));
        QCOMPARE(depot.outbox.rows[2].due, depot.clock.time.addDays(1));
    }

    void aWebhookIsSignedWithTheSecretsOfTheEnvironment()
    {
        Depot depot;
        depot.sinks.rows.append({3, u"hook"_s, SinkKind::Webhook, {}, {}, depot.clock.time});
        const NewSink wanted{{0, u"another"_s, SinkKind::Webhook, {}, {}, {}}, {}, false};
        const auto without = QCoro::waitFor(addSink(depot.services(), depot.randomness, wanted));
        QVERIFY(!without);
        QCOMPARE(without.error().kind, FailureKind::Refused);
        QCOMPARE(without.error().code, u"no_webhook_secret"_s);
        QVERIFY(depot.driver.parcels.isEmpty());

        WebhookSecrets secrets;
        QVERIFY(secrets.add(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        depot.office.vault.items.insert(
            VaultKey::webhookSecrets(u"sandbox"_s).text(), secrets.toJson());
        QVERIFY(QCoro::waitFor(addSink(depot.services(), depot.randomness, wanted)));
        QVERIFY(depot.driver.parcels.last().secret.equals(secrets.toJson()));
        depot.owe(DeliveryEvent::Disabled, "a", 3);
        QVERIFY(!*depot.round());
        QVERIFY(depot.driver.parcels.last().secret.equals(secrets.toJson()));
        // The secrets are the environment's: they stay when the sink goes.
        QVERIFY(QCoro::waitFor(removeSink(depot.services(), u"hook"_s)));
        QVERIFY(depot.office.vault.items.contains(VaultKey::webhookSecrets(u"sandbox"_s).text()));
    }

    void whatWasUnderWayWhenAllEndedIsTriedAgainAtOnce()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.driver.answers = [&depot](const Delivery&) {
            depot.standing = Standing::Stopping;
            return failing(FailureKind::Cancelled);
        };
        QVERIFY(!depot.round());
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
        QCOMPARE(depot.outbox.rows[1].due, depot.clock.time);
        depot.standing = Standing::Here;
        depot.driver.answers = nullptr;
        QVERIFY(!*depot.round());
        QCOMPARE(depot.driver.parcels.last().delivery.id, u"d1"_s);
    }

    void nothingIsBegunAfterTheStop()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.sinks.whenAsked = [&depot] {
            depot.standing = Standing::Stopping;
        };
        QVERIFY(!depot.round());
        QVERIFY(depot.driver.parcels.isEmpty());
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
        QCOMPARE(depot.outbox.rows[1].due, depot.clock.time);
    }

    void aHistoryThatCannotBeWrittenLeavesItWaiting()
    {
        Depot depot;
        depot.owe(DeliveryEvent::Connected, "a");
        depot.office.world.faults.insert(u"journal handedOver done"_s,
            Failure{FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"full"_s), {}});
        QVERIFY(!depot.round());
        QVERIFY(depot.state(1) == DeliveryState::Waiting);
    }

    void aFailingRegistryIsReported()
    {
        Depot depot;
        depot.outbox.isFull = true;
        const auto next = depot.round();
        QVERIFY(!next);
        QCOMPARE(next.error().kind, FailureKind::StorageUnavailable);
    }

    void aSinkIsAddedAfterItWasCheckedAndItsSecretIsKept()
    {
        Depot depot;
        NewSink wanted{{0, u"three"_s, SinkKind::Folder, {}, {}, {}}, Secret("password"), false};
        depot.driver.refusal =
            Failure{FailureKind::Unreachable, 0, {}, Message::inWords(u"away"_s), {}};
        const auto refused = QCoro::waitFor(addSink(depot.services(), depot.randomness, wanted));
        QVERIFY(!refused);
        QCOMPARE(depot.sinks.rows.size(), 2);
        QCOMPARE(depot.office.world.count(u"vault.store sink"_s), 0);

        depot.driver.refusal.reset();
        const auto added = QCoro::waitFor(addSink(depot.services(), depot.randomness, wanted));
        QVERIFY(added);
        QVERIFY(!depot.driver.parcels.last().credentials->client.clientSecret.isEmpty());
        const QString item = VaultKey::sink(u"sandbox"_s, added->secretItem).text();
        QVERIFY(depot.office.vault.items.value(item).equals(Secret("password")));
        // One of this name is enough, and nothing is left of the second.
        QVERIFY(!QCoro::waitFor(addSink(depot.services(), depot.randomness, wanted)));
        QCOMPARE(depot.office.vault.items.size(), 4);

        QVERIFY(QCoro::waitFor(removeSink(depot.services(), u"three"_s)));
        QVERIFY(!depot.office.vault.items.contains(item));
        QCOMPARE(depot.sinks.rows.size(), 2);
        const auto again = QCoro::waitFor(removeSink(depot.services(), u"three"_s));
        QVERIFY(!again);
        QCOMPARE(again.error().kind, FailureKind::NotFound);
    }

    void aPreviewKnowsNoSecret()
    {
        Depot depot;
        Integration customer;
        customer.id = IntegrationId(u"a"_s);
        customer.company = CompanyId(u"globex"_s);
        const auto preview =
            QCoro::waitFor(previewDelivery(depot.services(), depot.sinks.rows.first(), customer));
        QVERIFY(preview);
        QCOMPARE(preview->content, QByteArray("********"));
        QCOMPARE(depot.office.world.count(u"vault.read customer"_s), 0);
    }
};

JETBRIDGE_TEST(DeliverDueTest)
#include "DeliverDueTest.moc"
