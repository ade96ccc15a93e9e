// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Utc.h"
#include "storage/Registry.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

/// Later than every delivery that a test notes.
const QDateTime later(QDate(2100, 1, 1), QTime(0, 0), utc);

Integration customer(const char* id, IntegrationStatus status, const char* company = "globex")
{
    Integration row;
    row.id = IntegrationId(QString::fromLatin1(id));
    row.company = CompanyId(QString::fromLatin1(company));
    row.status = status;
    row.clientId = ClientId(u"client of "_s + row.id.text());
    row.onboarding = OnboardingId(u"run of "_s + row.id.text());
    return row;
}

Sink sink(const char* name)
{
    Sink one;
    one.name = QString::fromLatin1(name);
    one.kind = SinkKind::Folder;
    one.settings = FolderSettings{{}, u"/srv"_s}.toJson();
    one.addedAt = later;
    return one;
}

} // namespace

/// Tests that the registry notes by itself what sinks must be told.
class DeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void cleanup()
    {
        m_here.reset();
        m_registry.reset();
    }

    void everyChangeOfCredentialsIsNotedOnceForEachSink()
    {
        add("one");
        add("two");
        using Status = IntegrationStatus;
        save(customer("a", Status::Unstored));
        QCOMPARE(told("one"), QStringList());
        save(customer("a", Status::Unproved));
        save(customer("a", Status::Live)); // the same credentials
        save(customer("a", Status::Failing));
        QCOMPARE(told("one"), QStringList{u"connected a"_s});
        // Onboarded again: the new credentials first, then the end of the earlier ones.
        save(customer("b", Status::Unstored));
        save(customer("b", Status::Live));
        VERIFY_DONE(await(m_here->integrations().retireOthers(
            CompanyId(u"globex"_s), IntegrationId(u"b"_s), later)));
        QCOMPARE(told("one").mid(1), (QStringList{u"rotated b"_s, u"forgotten a"_s}));
        save(customer("b", Status::Disabled));
        save(customer("b", Status::Disabled));
        Integration deleted = customer("b", Status::Disabled);
        deleted.statusDetail = Message::of("disabled_and_deleted");
        save(deleted);
        QCOMPARE(told("one").mid(3), (QStringList{u"disabled b"_s, u"forgotten b"_s}));
        save(customer("b", Status::Live));
        VERIFY_DONE(await(m_here->integrations().forget(IntegrationId(u"b"_s))));
        QCOMPARE(told("one").mid(5), (QStringList{u"connected b"_s, u"forgotten b"_s}));
        QCOMPARE(told("two"), told("one"));
    }

    void whatHasNoCredentialsIsNobodysBusiness()
    {
        add("one");
        for (const auto status : {IntegrationStatus::Unknown, IntegrationStatus::NoCredentials,
                 IntegrationStatus::Disabled, IntegrationStatus::Unstored})
            save(customer("a", status));
        VERIFY_DONE(await(m_here->integrations().forget(IntegrationId(u"a"_s))));
        QCOMPARE(told("one"), QStringList());
    }

    void otherCredentialsOfTheSameIntegrationAreNoted()
    {
        add("one");
        Integration row = customer("a", IntegrationStatus::Live);
        save(row);
        row.clientId = ClientId(u"another"_s);
        save(row);
        QCOMPARE(told("one"), (QStringList{u"connected a"_s, u"rotated a"_s}));
        // Stored again by a run that has no row, such as an import of the same client.
        JournalEntry line;
        line.onboarding = OnboardingId(u"an import"_s);
        line.company = row.company;
        line.step = Step::Store;
        line.state = StepState::Done;
        line.at = later;
        VERIFY_DONE(await(m_here->journal().append(line)));
        QCOMPARE(told("one").mid(2), QStringList{u"rotated a"_s});
        line.onboarding = row.onboarding;
        VERIFY_DONE(await(m_here->journal().append(line)));
        QCOMPARE(told("one").size(), 3);
    }

    void whatIsNotWrittenIsNotNoted()
    {
        add("one");
        save(customer("a", IntegrationStatus::Live));
        QVERIFY(!await(m_here->integrations().save(IntegrationChange(
            customer("a", IntegrationStatus::Disabled), IntegrationStatus::Failing))));
        QCOMPARE(told("one"), QStringList{u"connected a"_s});
    }

    void aNewSinkGetsOnlyWhatComesUnlessItWantsMore()
    {
        save(customer("a", IntegrationStatus::Live));
        save(customer("b", IntegrationStatus::Disabled, "initech"));
        add("late");
        add("curious", true);
        QCOMPARE(told("late"), QStringList());
        QCOMPARE(told("curious"), QStringList{u"connected a"_s});
        // What a sink never had is not taken back from it.
        save(customer("a", IntegrationStatus::Disabled));
        QCOMPARE(told("late"), QStringList());
        QCOMPARE(told("curious"), (QStringList{u"connected a"_s, u"disabled a"_s}));
    }

    void eachCustomersEventsAreTakenInOrderAndNobodyWaitsForAnother()
    {
        add("one");
        save(customer("a", IntegrationStatus::Live));
        save(customer("b", IntegrationStatus::Live, "initech"));
        save(customer("a", IntegrationStatus::Disabled));
        const auto first = take();
        QCOMPARE(nameOf(*first), u"connected a"_s);
        QCOMPARE(first->tries, 1);
        QVERIFY(!first->isLast);
        VERIFY_DONE(await(m_here->outbox().postpone(first->number, later.addDays(1), u"away"_s)));
        QCOMPARE(nameOf(*take()), u"connected b"_s);
        VERIFY_DONE(await(m_here->outbox().end(
            take()->number, DeliveryState::Done, later, u"/srv/b.json"_s, {})));
        QVERIFY(!take()); // "disabled a" has its turn after "connected a"
        QCOMPARE(*await(m_here->outbox().nextDue()), std::optional(later.addDays(1)));
        const auto again = take(later.addDays(1));
        QCOMPARE(again->id, first->id);
        QCOMPARE(again->why, u"away"_s);
        QCOMPARE(again->tries, 2);
        VERIFY_DONE(await(m_here->outbox().end(again->number, DeliveryState::Done, later, {}, {})));
        const auto last = take();
        QCOMPARE(nameOf(*last), u"disabled a"_s);
        QVERIFY(last->isLast);
        QVERIFY(last->id != first->id);
        QCOMPARE(last->onboarding.text(), u"run of a"_s);
        QCOMPARE(last->client.text(), u"client of a"_s);
    }

    void whatAProgramTookBeforeItDiedIsTakenAgain()
    {
        add("one");
        save(customer("a", IntegrationStatus::Live));
        const auto first = take();
        reopen();
        const auto again = take();
        QVERIFY(first && again);
        QCOMPARE(again->id, first->id);
        QCOMPARE(again->tries, 2);
    }

    void aSinkThatIsDownIsPostponedAlone()
    {
        add("down");
        add("up");
        save(customer("a", IntegrationStatus::Live));
        save(customer("b", IntegrationStatus::Live, "initech"));
        const auto first = take();
        QCOMPARE(first->sinkName, u"down"_s);
        VERIFY_DONE(await(m_here->outbox().postponeSink(first->sink, later.addDays(1))));
        QCOMPARE(takeAll(), (QStringList{u"up: connected a"_s, u"up: connected b"_s}));
        QCOMPARE(*await(m_here->outbox().nextDue()), std::optional(later.addDays(1)));
        Outbox::Query ofSink;
        ofSink.sink = first->sink;
        QCOMPARE(await(m_here->outbox().retry(ofSink)).value_or(-1), 2);
        QCOMPARE(takeAll(), (QStringList{u"down: connected a"_s, u"down: connected b"_s}));
        QCOMPARE(await(m_here->outbox().retry(ofSink)).value_or(-1), 0);
    }

    void whatAProgramLeavesStaysDueForOthers()
    {
        add("one");
        add("two");
        save(customer("a", IntegrationStatus::Live));
        save(customer("b", IntegrationStatus::Live, "initech"));
        const auto first = take();
        QCOMPARE(first->tries, 1);
        VERIFY_DONE(await(m_here->outbox().giveBack(first->number, u"no secret"_s)));
        const Outbox::Except sink{{first->sink}, {}};
        const Outbox::Except number{{}, {first->number}};
        QVERIFY((*await(m_here->outbox().take(later, sink)))->sink != first->sink);
        QVERIFY((*await(m_here->outbox().take(later, number)))->number != first->number);
        const auto again = take();
        QCOMPARE(again->number, first->number);
        QCOMPARE(again->tries, 1);
        QCOMPARE(again->due, first->due);
        QCOMPARE(again->why, u"no secret"_s);
        Outbox::Except all;
        const auto listed = await(m_here->outbox().list({}));
        QCOMPARE(listed->size(), 4);
        for (const Delivery& one : *listed)
            all.sinks.append(one.sink);
        QVERIFY(!*await(m_here->outbox().take(later, all)));
        QCOMPARE(*await(m_here->outbox().nextDue(all)), std::optional<QDateTime>());
    }

    void whatIsNotedWhileASinkIsPostponedWaitsToo()
    {
        const qint64 number = add("busy");
        save(customer("a", IntegrationStatus::Live));
        QVERIFY(take());
        VERIFY_DONE(await(m_here->outbox().postponeSink(number, later.addDays(1))));
        save(customer("b", IntegrationStatus::Live, "initech"));
        QVERIFY(!take());
        reopen();
        QVERIFY(!take());
        QCOMPARE(*await(m_here->outbox().nextDue()), std::optional(later.addDays(1)));
        const auto listed = await(m_here->outbox().list({}));
        QCOMPARE(listed->first().due, later.addDays(1));
        QVERIFY(take(later.addDays(1)));
    }

    void aSinkThatWantsNoMoreGetsNothingUntilARetry()
    {
        const qint64 number = add("gone");
        save(customer("a", IntegrationStatus::Live));
        save(customer("b", IntegrationStatus::Live, "initech"));
        const auto first = take();
        VERIFY_DONE(await(m_here->outbox().postpone(first->number, later, u"gone"_s)));
        VERIFY_DONE(await(m_here->outbox().postponeSink(number, whenStaffRetry())));
        QVERIFY(!take(later.addYears(100)));
        QCOMPARE(*await(m_here->outbox().nextDue()), std::optional<QDateTime>());
        // Whichever of its deliveries staff retry, the sink gets all of them again.
        Outbox::Query ofOne;
        ofOne.company = CompanyId(u"initech"_s);
        QCOMPARE(await(m_here->outbox().retry(ofOne)).value_or(-1), 1);
        QCOMPARE(takeAll(), (QStringList{u"gone: connected a"_s, u"gone: connected b"_s}));
    }

    void aSinkIsRemovedWithWhatWaitsForIt()
    {
        const qint64 number = add("one");
        save(customer("a", IntegrationStatus::Live));
        QCOMPARE(await(m_here->outbox().waiting(number)).value_or(-1), 1);
        COMPARE_FAILURE(await(m_here->sinks().add(sink("one"), false)), FailureKind::Conflict);
        VERIFY_DONE(await(m_here->sinks().remove(number)));
        QVERIFY(await(m_here->sinks().all())->isEmpty());
        QVERIFY(!take());
        add("one");
        QCOMPARE(told("one"), QStringList());
    }

    void aSinkIsTheSameAfterANewStart()
    {
        Sink whole = sink("one");
        whole.secretItem = u"item"_s;
        VERIFY_DONE(await(m_here->sinks().add(whole, false)));
        reopen();
        const auto all = await(m_here->sinks().all());
        QVERIFY(all && all->size() == 1);
        QCOMPARE(all->first().name, whole.name);
        QVERIFY(all->first().kind == whole.kind);
        QCOMPARE(all->first().settings, whole.settings);
        QCOMPARE(all->first().secretItem, whole.secretItem);
        QCOMPARE(all->first().addedAt, whole.addedAt);
    }

    void anotherEnvironmentHasSinksOfItsOwn()
    {
        add("one");
        const auto other = m_registry->environment(u"sandbox"_s);
        VERIFY_DONE(await(other->integrations().save(customer("a", IntegrationStatus::Live))));
        QCOMPARE(told("one"), QStringList());
        QVERIFY(await(other->sinks().all())->isEmpty());
        VERIFY_DONE(await(other->sinks().add(sink("one"), true)));
        QVERIFY(!take());
        QVERIFY(*await(other->outbox().take(later)));
    }

    void otherProgramsHearOfIt()
    {
        QStringList heard;
        m_here->listen([&heard](const RegistryNews& news) {
            for (const RegistryChange& change : news.changes)
                if (change.topic == RegistryChange::Topic::Delivery)
                    heard.append(change.id);
        });
        Registry another(m_home->path());
        const auto there = another.environment(u"simulator"_s);
        VERIFY_DONE(await(m_registry->ready()));
        VERIFY_DONE(await(there->sinks().add(sink("one"), false)));
        VERIFY_DONE(await(there->integrations().save(customer("a", IntegrationStatus::Live))));
        QTRY_COMPARE(heard, (QStringList{u""_s, u"a"_s}));
        const auto taken = await(there->outbox().take(later));
        QVERIFY(taken && *taken);
        VERIFY_DONE(await(there->outbox().postpone((*taken)->number, later, u"away"_s)));
        VERIFY_DONE(await(there->outbox().retry({})));
        QTRY_COMPARE(heard, (QStringList{u""_s, u"a"_s, u"a"_s}));
        VERIFY_DONE(await(there->outbox().postponeSink((*taken)->sink, later)));
        VERIFY_DONE(await(there->outbox().retry({})));
        QTRY_COMPARE(heard, (QStringList{u""_s, u"a"_s, u"a"_s, u""_s}));
    }

    void manyDeliveriesSurviveManyKillsInOrder()
    {
        constexpr int companies = 60; // each write waits for the disk
        const qint64 number = add("one");
        for (int i = 0; i < companies; ++i) {
            const QByteArray id = "i" + QByteArray::number(i);
            const QByteArray company = "c" + QByteArray::number(i);
            for (const auto status : {IntegrationStatus::Live, IntegrationStatus::Disabled,
                     IntegrationStatus::Live, IntegrationStatus::Disabled})
                save(customer(id.constData(), status, company.constData()));
        }
        QCOMPARE(await(m_here->outbox().waiting(number)).value_or(-1), 4 * companies);
        QHash<QString, QStringList> arrived;
        QSet<QString> ids;
        int tried = 0;
        while (const auto taken = take()) {
            if (++tried % 20 == 0) {
                reopen(); // whoever took it is gone
                continue;
            }
            if (tried % 2 == 0) { // the sink is down
                VERIFY_DONE(await(m_here->outbox().postpone(taken->number, later, u"down"_s)));
                continue;
            }
            QVERIFY(!ids.contains(taken->id));
            ids.insert(taken->id);
            arrived[taken->company.text()].append(deliveryEventName(taken->event));
            VERIFY_DONE(
                await(m_here->outbox().end(taken->number, DeliveryState::Done, later, {}, {})));
        }
        QCOMPARE(ids.size(), 4 * companies);
        const QStringList order{u"connected"_s, u"disabled"_s, u"connected"_s, u"disabled"_s};
        for (const QStringList& events : std::as_const(arrived))
            QCOMPARE(events, order);
    }

private:
    void reopen()
    {
        m_here.reset();
        m_registry.reset();
        m_registry = std::make_unique<Registry>(m_home->path());
        m_here = m_registry->environment(u"simulator"_s);
    }
    qint64 add(const char* name, bool withExisting = false)
    {
        const auto added = await(m_here->sinks().add(sink(name), withExisting));
        if (!added)
            qFatal("%s", qPrintable(added.error().detail.english()));
        return *added;
    }
    void save(const Integration& row)
    {
        const auto saved = await(m_here->integrations().save(row));
        if (!saved)
            qFatal("%s", qPrintable(saved.error().detail.english()));
    }
    std::optional<Delivery> take(const QDateTime& now = later)
    {
        const auto taken = await(m_here->outbox().take(now));
        if (!taken)
            qFatal("%s", qPrintable(taken.error().detail.english()));
        return *taken;
    }
    static QString nameOf(const Delivery& delivery)
    {
        return deliveryEventName(delivery.event) + QLatin1Char(' ') + delivery.integration.text();
    }
    /// Takes and ends everything that is due.
    QStringList takeAll()
    {
        QStringList names;
        while (const auto one = take()) {
            names.append(one->sinkName + u": "_s + nameOf(*one));
            if (!await(m_here->outbox().end(one->number, DeliveryState::Done, later, {}, {})))
                break;
        }
        return names;
    }
    /// Returns the events for a sink, in their order.
    QStringList told(const char* sinkName)
    {
        QStringList names;
        const auto all = await(m_here->outbox().list({}));
        for (const Delivery& one : *all)
            if (one.sinkName == QLatin1String(sinkName))
                names.prepend(nameOf(one));
        return names;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<EnvironmentRegistry> m_here;
};

JETBRIDGE_TEST(DeliveriesTest)
#include "DeliveriesTest.moc"
