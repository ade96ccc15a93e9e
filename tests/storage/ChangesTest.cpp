// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Secret.h"
#include "storage/ChangeReader.h"
#include "storage/Database.h"
#include "storage/Registry.h"
#include "storage/StoredSecretHashes.h"
#include "storage/StoredSecrets.h"
#include "storage/Waiting.h"
#include "support/TestMain.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;
using Topic = RegistryChange::Topic;

namespace {

const QString simulator = u"simulator"_s;

Integration customer(const char* id, IntegrationStatus status = IntegrationStatus::Live)
{
    Integration row;
    row.id = IntegrationId(QLatin1String(id));
    row.company = CompanyId(u"globex"_s);
    row.status = status;
    row.onboarding = OnboardingId(u"run"_s);
    row.issuedClientId = ClientId(u"ours"_s);
    return row;
}

IssuedClient issued(const char* id)
{
    return {ClientId(QLatin1String(id)), Secret(QByteArrayView(id)).sha256(),
        CompanyId(u"globex"_s), OnboardingId(u"run"_s), false};
}

JournalEntry line(const char* detail)
{
    JournalEntry line;
    line.onboarding = OnboardingId(u"run"_s);
    line.company = CompanyId(u"globex"_s);
    line.at = QDateTime::currentDateTimeUtc();
    line.detail = Message::inWords(QLatin1String(detail));
    return line;
}

Notification notification()
{
    Notification arrived;
    arrived.client = ClientId(u"ours"_s);
    arrived.eventType = u"INTEGRATION_DISABLED"_s;
    arrived.body = "{}";
    arrived.at = QDateTime::currentDateTimeUtc();
    return arrived;
}

/// A program on the data folder, with the changes that its listener received.
struct Program {
    explicit Program(const QString& folder)
        : registry(folder)
        , here(registry.environment(simulator))
    {
        here->listen([this](const RegistryNews& news) {
            for (const RegistryChange& change : news.changes)
                told.append(u"%1 %2"_s.arg(int(change.topic)).arg(change.id));
            for (const JournalEntry& line : news.lines)
                lines.append(line.detail);
            clients += news.clients;
            for (const Invitation::Record& record : news.invitations)
                invited.append(record.company.text());
            for (const Environment& environment : news.environments)
                verifyEveryHours = environment.verifyEveryHours;
            if (news.application)
                application = news.application->name;
            ours = ours || std::any_of(news.changes.begin(), news.changes.end(), [](const auto& c) {
                return c.isOurs;
            });
        });
    }
    bool wasTold(Topic topic, const QString& id = {}) const
    {
        return told.contains(u"%1 %2"_s.arg(int(topic)).arg(id));
    }

    Registry registry;
    std::unique_ptr<EnvironmentRegistry> here;
    QStringList told;
    QStringList lines;
    QList<IssuedClient> clients;
    QStringList invited;
    int verifyEveryHours = 0;
    QString application;
    bool ours = false;
};

} // namespace

/// Two registries on one folder are two connections, like those of two programs.
class ChangesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsChangedHereIsToldBeforeWhoeverDidItIsAnswered()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        VERIFY_DONE(await(program.registry.ready()));
        VERIFY_DONE(await(program.here->integrations().save(customer("one"))));
        QVERIFY(program.wasTold(Topic::Integration, u"one"_s));
        VERIFY_DONE(await(program.here->journal().append(line("first"))));
        QCOMPARE(program.lines, QStringList{u"first"_s});
        VERIFY_DONE(await(program.here->issuedClients().issue(issued("ours"))));
        QCOMPARE(program.clients.size(), 1);
        VERIFY_DONE(await(program.here->integrations().forget(customer("one").id)));
        QCOMPARE(program.told.count(u"0 one"_s), 2);
    }

    void whatAnotherProgramChangesIsToldWithinASecond_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<Topic>("topic");
        QTest::addColumn<QString>("id");
        QTest::newRow("customer") << "customer" << Topic::Integration << "two";
        QTest::newRow("client") << "client" << Topic::IssuedClient << "theirs";
        QTest::newRow("withdrawn") << "withdrawn" << Topic::IssuedClient << "ours";
        QTest::newRow("application") << "application" << Topic::Application << "";
        QTest::newRow("environment") << "environment" << Topic::Environment << simulator;
        QTest::newRow("secret") << "secret" << Topic::Secret << "simulator/master";
        QTest::newRow("hash of a secret") << "hash" << Topic::SecretHash << "";
        QTest::newRow("invitation") << "invitation" << Topic::Invitation << "run";
        QTest::newRow("answer") << "answer" << Topic::Answer << "";
        QTest::newRow("notification") << "notification" << Topic::Notification << "";
    }
    void whatAnotherProgramChangesIsToldWithinASecond()
    {
        QFETCH(QString, what);
        QFETCH(Topic, topic);
        QFETCH(QString, id);
        const QTemporaryDir folder;
        Program program(folder.path());
        Program other(folder.path());
        VERIFY_DONE(await(program.registry.ready()));
        VERIFY_DONE(await(other.here->issuedClients().issue(issued("ours"))));
        QTRY_VERIFY_WITH_TIMEOUT(program.wasTold(Topic::IssuedClient, u"ours"_s), 5000);
        program.told.clear();

        if (what == "customer"_L1)
            VERIFY_DONE(await(other.here->integrations().save(customer("two"))));
        if (what == "client"_L1)
            VERIFY_DONE(await(other.here->issuedClients().issue(issued("theirs"))));
        if (what == "withdrawn"_L1)
            VERIFY_DONE(await(other.here->issuedClients().withdraw(issued("ours").clientId)));
        if (what == "application"_L1) {
            Application application;
            application.name = u"Acme"_s;
            VERIFY_DONE(await(other.here->applications().save(application)));
        }
        if (what == "environment"_L1) {
            Environment environment = Environment::builtIn().constFirst();
            environment.verifyEveryHours = 7;
            VERIFY_DONE(await(other.registry.environments().save(environment)));
        }
        if (what == "secret"_L1)
            VERIFY_DONE(await(other.registry.secrets().noteOwn(VaultKey::master(simulator))));
        if (what == "hash"_L1)
            VERIFY_DONE(await(
                other.registry.secretHashes().add("key", {SecretHash{1, 8, QByteArray(32, 'x')}})));
        if (what == "invitation"_L1) {
            Invitation::Record record;
            record.onboarding = OnboardingId(u"run"_s);
            record.company = CompanyId(u"globex"_s);
            record.madeAt = QDateTime::currentDateTimeUtc();
            record.expiresAt = record.madeAt.addDays(1);
            record.keyId = "key";
            record.codeMac = QByteArray(32, 'x');
            VERIFY_DONE(await(other.here->invitations().add(record)));
        }
        if (what == "answer"_L1)
            VERIFY_DONE(await(other.here->inbox().rehearse({{503, 0, false}, 2})));
        if (what == "notification"_L1)
            VERIFY_DONE(await(other.here->inbox().append(notification())));
        QTRY_VERIFY_WITH_TIMEOUT(program.wasTold(topic, id), 1000);
        QVERIFY(!program.ours);
        if (topic == Topic::Secret || topic == Topic::SecretHash)
            QTRY_VERIFY(other.ours);
        if (topic == Topic::Environment)
            QCOMPARE(program.verifyEveryHours, 7);
        if (topic == Topic::Invitation)
            QCOMPARE(program.invited, QStringList{u"globex"_s});
        if (what == "application"_L1)
            QCOMPARE(program.application, u"Acme"_s);
        if (what == "withdrawn"_L1)
            QVERIFY(program.clients.constLast().withdrawn);
    }

    void otherEnvironmentsAreNobodysBusiness()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        VERIFY_DONE(await(program.registry.ready()));
        const auto sandbox = program.registry.environment(u"sandbox"_s);
        VERIFY_DONE(await(sandbox->integrations().save(customer("elsewhere"))));
        VERIFY_DONE(await(sandbox->journal().append(line("elsewhere"))));
        VERIFY_DONE(await(program.here->integrations().save(customer("here"))));
        // The client is reported, too, because its integration is known from now on.
        QCOMPARE(program.told, (QStringList{u"1 ours"_s, u"0 here"_s}));
        QCOMPARE(program.lines, QStringList());
    }

    /// The table stays small, and a program that was away too long is told so.
    void whoIsTooFarBehindIsToldThatEverythingMayHaveChanged()
    {
        const QTemporaryDir folder;
        auto database = Database::open(folder.path());
        QVERIFY(database);
        ChangeReader reader(simulator, u"reader"_s);
        VERIFY_DONE(reader.start(**database));
        const auto environment = (*database)->environment(simulator);
        QVERIFY(environment);
        const auto change = [&](int times) {
            return (*database)->transaction<Done>([&]() -> Outcome<Done> {
                for (int i = 0; i < times; ++i)
                    if (const auto noted =
                            noteSecret(**database, *environment, u"key"_s, u"other"_s);
                        !noted)
                        return passOn(noted);
                return Done{};
            });
        };
        VERIFY_DONE(change(30));
        auto news = reader.read(**database);
        QVERIFY(news);
        QCOMPARE(news->changes.size(), 30);
        VERIFY_DONE(change(25'000));
        QVERIFY(*(*database)->number(u"SELECT count(*) FROM changes"_s) <= 11'000);
        news = reader.read(**database);
        QVERIFY(news);
        QCOMPARE(news->changes.size(), 1);
        QCOMPARE(news->changes.first().topic, Topic::Everything);
        VERIFY_DONE(change(1));
        news = reader.read(**database);
        QVERIFY(news);
        QCOMPARE(news->changes.size(), 1);
        QCOMPARE(news->changes.first().topic, Topic::Secret);
    }

    void aDisabledCustomersClientIsBackWhenTheIntegrationWorksAgain()
    {
        const QTemporaryDir folder;
        Program program(folder.path());
        const ClientId ours(u"ours"_s);
        const auto isWithdrawn = [&] {
            const auto client = await(program.here->issuedClients().find(ours));
            return client && client->has_value() && (*client)->withdrawn;
        };
        const auto disable = [&] {
            Notification told = notification();
            told.client = ours;
            return await(program.here->inbox().append(told, {{}, std::nullopt, true}));
        };
        VERIFY_DONE(await(program.here->issuedClients().issue(issued("ours"))));
        VERIFY_DONE(
            await(program.here->integrations().save(customer("one", IntegrationStatus::Disabled))));
        QVERIFY(!isWithdrawn());
        VERIFY_DONE(disable());
        QVERIFY(isWithdrawn());
        VERIFY_DONE(await(program.here->integrations().save(customer("one"))));
        QVERIFY(!isWithdrawn());
        QVERIFY(!program.clients.constLast().withdrawn);
        // What staff have ended stays ended.
        VERIFY_DONE(await(program.here->issuedClients().withdraw(ours)));
        VERIFY_DONE(disable());
        VERIFY_DONE(
            await(program.here->integrations().save(customer("one", IntegrationStatus::Disabled))));
        VERIFY_DONE(await(program.here->integrations().save(customer("one"))));
        QVERIFY(isWithdrawn());
    }
};

JETBRIDGE_TEST(ChangesTest)
#include "ChangesTest.moc"
