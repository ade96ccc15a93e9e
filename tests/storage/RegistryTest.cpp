// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Registry.h"
#include "domain/Secret.h"
#include "domain/Utc.h"
#include "storage/StoredInbox.h"
#include "storage/Waiting.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QThread>

#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::storage;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0, 0, 250), utc);

class FixedClock final : public Clock {
public:
    explicit FixedClock(QDateTime now)
        : m_now(std::move(now))
    {
    }
    QDateTime now() const override { return m_now; }

private:
    const QDateTime m_now;
};

Integration globex()
{
    Integration integration;
    integration.id = IntegrationId(u"7cbc0f64-4d1c-4d70-9f19-dbd8f3656020"_s);
    integration.company = CompanyId(u"globex"_s);
    integration.companyName = u"Globex Corporation"_s;
    integration.mode = ConsentDisplayMode::Popup;
    integration.bidirectional = true;
    integration.status = IntegrationStatus::Live;
    integration.clientId = ClientId(u"theirs-1"_s);
    integration.issuedClientId = ClientId(u"ours-1"_s);
    integration.onboarding = OnboardingId(u"run-1"_s);
    integration.consentedBy = u"Hank Scorpio"_s;
    integration.scopes = QStringList{u"company_read"_s, u"jobs_read"_s};
    integration.onboardedAt = noon;
    integration.checkedAt = noon.addSecs(60);
    integration.statusDetail = Message::of("company_called", {u"Globex \"G\""_s});
    return integration;
}

Integration customer(const QString& id, const QString& company, const QString& name,
    IntegrationStatus status = IntegrationStatus::Live)
{
    Integration integration;
    integration.id = IntegrationId(id);
    integration.company = CompanyId(company);
    integration.companyName = name;
    integration.status = status;
    return integration;
}

IssuedClient issued(const QString& id)
{
    return {ClientId(id), QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256),
        CompanyId(u"globex"_s), OnboardingId(u"run-1"_s), false};
}

JournalEntry line(const QString& onboarding, Step step, StepState state)
{
    JournalEntry entry;
    entry.onboarding = OnboardingId(onboarding);
    entry.company = CompanyId(u"globex"_s);
    entry.step = step;
    entry.state = state;
    entry.at = noon;
    return entry;
}

Notification disabled(
    const QString& client, const QByteArray& body = R"({"eventType":"INTEGRATION_DISABLED"})")
{
    Notification notification;
    notification.client = ClientId(client);
    notification.company = CompanyId(u"globex"_s);
    notification.eventType = u"INTEGRATION_DISABLED"_s;
    notification.body = body;
    notification.at = noon;
    return notification;
}

QStringList ids(const Integrations::Page& page)
{
    QStringList list;
    for (const Integration& integration : page.rows)
        list.append(integration.id.text());
    return list;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Runs statements on a database file without any code of the product.
QString runSql(const QString& path, const QStringList& statements)
{
    QString problem;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by-hand"_s);
        database.setDatabaseName(path);
        if (!database.open())
            problem = database.lastError().text();
        QSqlQuery query(database);
        for (const QString& statement : statements)
            if (problem.isEmpty() && !query.exec(statement))
                problem = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(u"by-hand"_s);
    return problem;
}

/// Child process of the power-failure test: prints a number only after the registry has reported
/// that it is on disk.
int appendUntilKilled(const QString& folder, const QString& what)
{
    Registry registry(folder);
    const auto environment = registry.environment(u"simulator"_s);
    for (int i = 0;; ++i) {
        qint64 number = 0;
        if (what == "journal"_L1) {
            const auto added = await(environment->journal().append(
                line(QString::number(i), Step::Token, StepState::Done)));
            number = added.value_or(0);
        } else {
            const auto added =
                await(environment->inbox().append(disabled(u"ours-1"_s, QByteArray::number(i))));
            number = added ? added->number : 0;
        }
        if (number == 0)
            return 1;
        std::printf("%lld\n", static_cast<long long>(number));
        std::fflush(stdout);
    }
}

} // namespace

/// The registry on a real folder.
class RegistryTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;
    QString m_folder;
    QString databasePath() const { return m_folder + u"/registry.sqlite3"_s; }

private Q_SLOTS:
    void init()
    {
        static int count = 0;
        m_folder = m_home.filePath(QString::number(++count)) + u"/data"_s;
    }

    void theFolderAndItsFilesAreTheOwnersAlone()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        VERIFY_DONE(await(environment->integrations().save(globex())));

        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
            | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo(m_folder).permissions() & others, QFileDevice::Permissions());
        const auto files = QDir(m_folder).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QFileInfo& file : files)
            QVERIFY2((file.permissions() & others) == QFileDevice::Permissions(),
                qPrintable(file.fileName()));
    }

    void anIntegrationIsTheSameAfterANewStart()
    {
        Integration bare;
        bare.id = IntegrationId(u"bare"_s);
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            VERIFY_DONE(await(environment->integrations().save(globex())));
            VERIFY_DONE(await(environment->integrations().save(bare)));
        }
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        const auto found = await(environment->integrations().find(globex().id));
        VERIFY_DONE(found);
        QVERIFY(found->has_value());
        QVERIFY(**found == globex());
        QVERIFY(**await(environment->integrations().find(bare.id)) == bare);
        QVERIFY(!await(environment->integrations().find(IntegrationId(u"nobody"_s)))->has_value());
    }

    void savingAgainReplacesTheRowAndKeepsItsPlace()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        VERIFY_DONE(await(integrations.save(globex())));
        VERIFY_DONE(await(integrations.save(customer(u"later"_s, u"later"_s, {}))));
        Integration renamed = globex();
        renamed.companyName = u"Initech"_s;
        renamed.status = IntegrationStatus::Disabled;
        VERIFY_DONE(await(integrations.save(renamed)));

        QVERIFY(**await(integrations.find(renamed.id)) == renamed);
        QCOMPARE(ids(*await(integrations.page({}))), QStringList({u"later"_s, renamed.id.text()}));
        Integrations::Query query;
        query.search = u"corporation"_s;
        QCOMPARE(*await(integrations.count(query)), 0);
        query.search = u"initech"_s;
        QCOMPARE(*await(integrations.count(query)), 1);
        query = {};
        query.statuses = {IntegrationStatus::Live};
        QCOMPARE(*await(integrations.count(query)), 1);
    }

    void aCompanyIsFoundByItsExactIdentifier()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        const auto other = registry.environment(u"production"_s);
        VERIFY_DONE(await(other->integrations().save(customer(u"elsewhere"_s, u"globex"_s, {}))));
        for (const auto& [id, company] : {std::pair{"1", "globex"}, std::pair{"2", "globex-2"},
                 std::pair{"3", "Globex"}, std::pair{"4", "globex"}})
            VERIFY_DONE(await(integrations.save(
                customer(QLatin1String(id), QLatin1String(company), u"globex"_s))));

        Integrations::Query query;
        query.company = CompanyId(u"globex"_s);
        const auto both = await(integrations.page(query));
        VERIFY_DONE(both);
        QCOMPARE(ids(*both), QStringList({u"4"_s, u"1"_s}));
        QCOMPARE(*await(integrations.count(query)), 2);
        query.limit = 1;
        const auto first = await(integrations.page(query));
        query.afterKey = first->nextKey;
        QCOMPARE(ids(*await(integrations.page(query))), QStringList({u"1"_s}));
        query = {};
        query.company = CompanyId(u"globex-2"_s);
        query.search = u"globex"_s; // both at once
        QCOMPARE(ids(*await(integrations.page(query))), QStringList({u"2"_s}));
        QCOMPARE(*await(integrations.count(query)), 1);
        query.company = CompanyId(u"glob"_s);
        QCOMPARE(*await(integrations.count(query)), 0);
    }

    void aRowIsNeverOverwrittenByAnotherCompanys()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        VERIFY_DONE(await(integrations.save(globex())));
        Integration initech = globex();
        initech.company = CompanyId(u"initech"_s);
        COMPARE_FAILURE(await(integrations.save(initech)), FailureKind::Conflict);
        const QList<JournalEntry> lines{line(u"run-2"_s, Step::Store, StepState::Started)};
        COMPARE_FAILURE(
            await(environment->journal().append(lines, initech)), FailureKind::Conflict);
        QCOMPARE(**await(integrations.find(globex().id)), globex());
        const auto elsewhere = registry.environment(u"production"_s);
        VERIFY_DONE(await(elsewhere->integrations().save(initech)));
    }

    /// Status of the row, and status that the change was made from -> whether it is written.
    void aChangeCountsOnlyWhileTheRowIsWhatItWasMadeFrom_data()
    {
        using S = IntegrationStatus;
        QTest::addColumn<std::optional<IntegrationStatus>>("now");
        QTest::addColumn<IntegrationStatus>("from");
        QTest::addColumn<QString>("ofRun");
        QTest::addColumn<bool>("isWritten");
        const QString same = globex().onboarding.text();
        const QString other = u"run-2"_s;
        QTest::newRow("as it was") << std::optional(S::Unproved) << S::Unproved << same << true;
        QTest::newRow("live, read as expiring")
            << std::optional(S::Live) << S::Expiring << same << true;
        QTest::newRow("disabled") << std::optional(S::Disabled) << S::Live << same << false;
        QTest::newRow("removed") << std::optional<S>() << S::Live << same << false;
        QTest::newRow("onboarded again") << std::optional(S::Live) << S::Live << other << false;
    }
    void aChangeCountsOnlyWhileTheRowIsWhatItWasMadeFrom()
    {
        QFETCH(std::optional<IntegrationStatus>, now);
        QFETCH(IntegrationStatus, from);
        QFETCH(QString, ofRun);
        QFETCH(bool, isWritten);
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        auto& journal = environment->journal();
        std::optional<Integration> stands;
        if (now) {
            stands = globex();
            stands->status = *now;
            stands->onboarding = OnboardingId(ofRun);
            VERIFY_DONE(await(integrations.save(*stands)));
        }
        Integration changed = globex();
        changed.status = IntegrationStatus::Failing;
        const IntegrationChange change(changed, from);
        const OnboardingId run(u"run-1"_s);
        const QList<JournalEntry> lines{line(run.text(), Step::Prove, StepState::Failed)};
        if (isWritten) {
            VERIFY_DONE(await(integrations.save(change)));
            QCOMPARE(**await(integrations.find(changed.id)), changed);
            VERIFY_DONE(await(journal.append(lines, IntegrationChange(globex(), changed.status))));
            QCOMPARE(**await(integrations.find(changed.id)), globex());
        } else {
            COMPARE_FAILURE(await(integrations.save(change)), FailureKind::Conflict);
            COMPARE_FAILURE(await(journal.append(lines, change)), FailureKind::Conflict);
            QCOMPARE(*await(integrations.find(changed.id)), stands);
        }
        QCOMPARE(await(journal.of(run))->size(), isWritten ? 1 : 0);
    }

    void aForgottenCustomerIsGoneFromEverySearch()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        VERIFY_DONE(await(integrations.save(globex())));
        VERIFY_DONE(await(integrations.forget(globex().id)));
        QVERIFY(!await(integrations.find(globex().id))->has_value());
        for (const auto* search : {"", "g", "globex", "-"}) {
            Integrations::Query query;
            query.search = QString::fromLatin1(search);
            const auto page = await(integrations.page(query));
            VERIFY_DONE(page);
            QCOMPARE(*await(integrations.count(query)), 0);
            QVERIFY(page->rows.isEmpty());
        }
        COMPARE_FAILURE(await(integrations.forget(globex().id)), FailureKind::NotFound);
    }

    void onboardedAgainTheCompanyIsListedOnceAndItsPastIsKept()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        Integration old = globex();
        old.status = IntegrationStatus::Disabled;
        Integration current = globex();
        current.id = IntegrationId(u"new-1"_s);
        current.issuedClientId = ClientId(u"ours-2"_s);
        for (const Integration& row : {old, current, customer(u"other"_s, u"initech"_s, {}),
                 customer(u"unknown-run-0"_s, u"globex"_s, {}, IntegrationStatus::Unknown),
                 customer(u"unstored-1"_s, u"globex"_s, {}, IntegrationStatus::Unstored)})
            VERIFY_DONE(await(integrations.save(row)));
        const auto other = registry.environment(u"production"_s);
        VERIFY_DONE(await(other->integrations().save(old)));

        const auto left =
            await(integrations.retireOthers(old.company, current.id, noon.addDays(1)));
        VERIFY_DONE(left);
        QCOMPARE(left->size(), 2);
        QVERIFY(left->contains(old));
        // The unknown outcome becomes a former one, too; credentials that are not safe yet stay.
        QCOMPARE(ids(*await(integrations.page({}))),
            QStringList({u"unstored-1"_s, u"other"_s, u"new-1"_s}));
        Integrations::Query query;
        query.search = u"globex"_s;
        query.statuses = {IntegrationStatus::Disabled};
        QCOMPARE(*await(integrations.count(query)), 0);
        QVERIFY(!await(integrations.findByIssuedClient(old.issuedClientId))->has_value());
        QVERIFY(await(other->integrations().find(old.id))->has_value());

        const auto former = await(integrations.former(old.company));
        VERIFY_DONE(former);
        QCOMPARE(former->size(), 2);
        QCOMPARE(former->first().integration.status, IntegrationStatus::Unknown);
        QCOMPARE(former->last().integration, old);
        QCOMPARE(former->last().replacedBy, current.id);
        QCOMPARE(former->last().replacedAt, noon.addDays(1));
        QVERIFY(await(other->integrations().former(old.company))->isEmpty());
        QCOMPARE(await(integrations.retireOthers(old.company, current.id, noon)),
            Outcome<QList<Integration>>(QList<Integration>()));

        // Former integrations go with the company's last row, not with another one.
        VERIFY_DONE(await(integrations.forget(IntegrationId(u"unstored-1"_s))));
        QCOMPARE(await(integrations.former(old.company))->size(), 2);
        VERIFY_DONE(await(integrations.forget(current.id)));
        QVERIFY(await(integrations.former(old.company))->isEmpty());
    }

    void customersAreFoundByTheAgeOfTheirLastProof()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        const auto add = [&](const char* id, IntegrationStatus status, int hours) {
            Integration row = customer(QString::fromLatin1(id), u"company"_s, {}, status);
            if (hours >= 0)
                row.checkedAt = noon.addSecs(3600 * hours);
            return await(integrations.save(row));
        };
        VERIFY_DONE(add("never", IntegrationStatus::Unproved, -1));
        VERIFY_DONE(add("old", IntegrationStatus::Live, 1));
        VERIFY_DONE(add("exact", IntegrationStatus::Live, 2));
        // Expiring is the result of time alone, so it is stored as what it was.
        VERIFY_DONE(add("aged", IntegrationStatus::Expiring, 0));
        VERIFY_DONE(add("young", IntegrationStatus::Failing, 3));

        Integrations::Query query;
        query.checkedBefore = noon.addSecs(2 * 3600);
        const auto due = await(integrations.page(query));
        QCOMPARE(ids(*due), QStringList({u"aged"_s, u"old"_s, u"never"_s}));
        QCOMPARE(*await(integrations.count(query)), 3);

        const FixedClock clock(noon.addSecs(3 * 3600));
        environment->ageAfter(std::chrono::hours(1), clock);
        QCOMPARE((*await(integrations.find(IntegrationId(u"old"_s))))->status,
            IntegrationStatus::Expiring);
        QCOMPARE((*await(integrations.find(IntegrationId(u"exact"_s))))->status,
            IntegrationStatus::Live);
        using S = IntegrationStatus;
        const auto with = [&](const QList<S>& statuses, const QString& search) {
            Integrations::Query wanted;
            wanted.statuses = statuses;
            wanted.search = search;
            const auto page = await(integrations.page(wanted));
            return *await(integrations.count(wanted)) == page->rows.size() ? ids(*page)
                                                                           : QStringList();
        };
        for (const QString& search : {QString(), u"company"_s}) {
            QCOMPARE(with({S::Live}, search), QStringList{u"exact"_s});
            QCOMPARE(with({S::Expiring}, search), QStringList({u"aged"_s, u"old"_s}));
            QCOMPARE(with({S::Expiring, S::Live}, search),
                QStringList({u"aged"_s, u"exact"_s, u"old"_s}));
            QCOMPARE(with({S::Failing, S::Expiring}, search),
                QStringList({u"young"_s, u"aged"_s, u"old"_s}));
            QCOMPARE(with({S::Live, S::Unproved}, search), QStringList({u"exact"_s, u"never"_s}));
        }
        // If no age is set, nobody is Expiring.
        environment->ageAfter(std::chrono::hours(0), clock);
        Integrations::Query ageless;
        ageless.statuses = {S::Expiring};
        QCOMPARE(*await(integrations.count(ageless)), 0);
        QVERIFY(await(integrations.page(ageless))->rows.isEmpty());
        ageless.statuses = {S::Live};
        QCOMPARE(*await(integrations.count(ageless)), 3);

        // A token is all that can be proved of one of the two that are unproved.
        Integration token = **await(integrations.find(IntegrationId(u"never"_s)));
        token.id = IntegrationId(u"token"_s);
        token.checkedAt = clock.now();
        QVERIFY(await(integrations.save(token)));
        for (const QString& search : {QString(), u"company"_s}) {
            Integrations::Query wanted;
            wanted.statuses = {S::Unproved};
            wanted.search = search;
            QCOMPARE(*await(integrations.count(wanted)), 2);
            wanted.withoutTokenOnly = true;
            QCOMPARE(*await(integrations.count(wanted)), 1);
            QCOMPARE(ids(*await(integrations.page(wanted))), QStringList{u"never"_s});
        }
    }

    void aCustomerIsFoundByTheClientWeIssued()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        VERIFY_DONE(await(integrations.save(globex())));
        VERIFY_DONE(await(integrations.save(customer(u"one-way"_s, u"acme"_s, {}))));
        QVERIFY(**await(integrations.findByIssuedClient(globex().issuedClientId)) == globex());
        QVERIFY(!await(integrations.findByIssuedClient(ClientId()))->has_value());
    }

    void aClientIsFoundOutToBeACustomersInEitherDirection()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        const auto other = registry.environment(u"production"_s);
        VERIFY_DONE(await(environment->integrations().save(globex())));
        VERIFY_DONE(await(environment->issuedClients().issue(issued(u"ours-1"_s))));
        const auto companyOf = [](EnvironmentRegistry& at, const ClientId& client) {
            const auto company = await(at.issuedClients().companyOf(client));
            return company && company->has_value() ? (*company)->text() : QString();
        };
        const ClientId given = globex().clientId;
        QCOMPARE(companyOf(*environment, given), globex().company.text());
        QCOMPARE(
            companyOf(*environment, ClientId(u"ours-1"_s)), issued(u"ours-1"_s).company.text());
        QCOMPARE(companyOf(*environment, ClientId(u"master"_s)), QString());
        QCOMPARE(companyOf(*environment, ClientId()), QString());
        QCOMPARE(companyOf(*other, given), QString());
        // Former integrations still belong to a customer after a second onboarding.
        VERIFY_DONE(await(environment->integrations().retireOthers(
            globex().company, IntegrationId(u"new"_s), globex().onboardedAt)));
        QCOMPARE(companyOf(*environment, given), globex().company.text());
    }

    void anIntegrationWithoutAnIdIsRefused()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        COMPARE_FAILURE(
            await(environment->integrations().save(Integration())), FailureKind::Invalid);
    }

    void aSearchFinds_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QStringList>("found");
        const QStringList none;
        QTest::newRow("everything, newest first") << QString() << QStringList{"c", "b", "a"};
        QTest::newRow("a part of the name") << u"lobe"_s << QStringList{"a"};
        QTest::newRow("in any case") << u"GLOBEX"_s << QStringList{"a"};
        QTest::newRow("letters beyond ASCII in any case") << u"ZÜRI"_s << QStringList{"b"};
        QTest::newRow("a part of the company id") << u"e-42"_s << QStringList{"b"};
        QTest::newRow("across words") << u"x corp"_s << QStringList{"a"};
        QTest::newRow("spaces around it do not matter") << u"  globex "_s << QStringList{"a"};
        QTest::newRow("one letter: beginnings of words") << u"g"_s << QStringList{"c", "a"};
        QTest::newRow("two letters") << u"Zü"_s << QStringList{"b"};
        QTest::newRow("one letter in the middle of words only") << u"x"_s << none;
        QTest::newRow("one digit") << u"4"_s << QStringList{"b"};
        QTest::newRow("punctuation") << u"&"_s << QStringList{"c"};
        QTest::newRow("short and mixed") << u"e-"_s << QStringList{"b"};
        QTest::newRow("a quote") << u"\""_s << none;
        QTest::newRow("three quotes") << u"\"\"\""_s << none;
        QTest::newRow("the index's own words") << u"searched:glo OR *"_s << none;
        QTest::newRow("wildcards are letters") << u"%lobe%"_s << none;
        QTest::newRow("no letters that run over two fields") << u"globexglobex"_s << none;
    }
    void aSearchFinds()
    {
        QFETCH(QString, search);
        QFETCH(QStringList, found);
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        const QList<Integration> customers = {
            customer(u"a"_s, u"globex"_s, u"Globex Corporation"_s),
            customer(u"b"_s, u"acme-42"_s, u"Zürich Wire"_s),
            customer(u"c"_s, u"smith"_s, u"Smith & Grandsons"_s),
        };
        for (const Integration& one : customers)
            VERIFY_DONE(await(integrations.save(one)));

        Integrations::Query query;
        query.search = search;
        const auto page = await(integrations.page(query));
        VERIFY_DONE(page);
        QCOMPARE(ids(*page), found);
        QCOMPARE(*await(integrations.count(query)), int(found.size()));
        QVERIFY(page->nextKey.isEmpty());
    }

    void aWrongPageKeyIsRefused()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        for (const auto* key : {"x", "0", "-1", "99999999999999"}) {
            Integrations::Query query;
            query.afterKey = QString::fromLatin1(key);
            COMPARE_FAILURE(await(environment->integrations().page(query)), FailureKind::Invalid);
        }
    }

    void aHundredThousandCustomersArePagedAndSearchedWithoutALoss()
    {
        constexpr int customers = 100'000;
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        VERIFY_DONE(await(integrations.save(customer(u"first"_s, u"first"_s, {}))));
        // The statement adds the same rows as save() would, in one transaction.
        const QString copies =
            u"WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < %1) "
            "INSERT INTO integrations (number, environment, id, company, company_name, mode, "
            "bidirectional, status, "
            "client_id, issued_client_id, onboarding, consented_by, status_detail, searched) "
            "SELECT first.number + n, environment, 'id-' || n, 'company-' || n, 'Company ' || (n * "
            "7 %% 1000), mode, "
            "bidirectional, CASE WHEN n %% 10 = 0 THEN 'failing' ELSE 'live' END, '', '', '', '', "
            "'', "
            "'company-' || n || char(10) || 'company ' || (n * 7 %% 1000) || char(10) || 'id-' || "
            "n "
            "FROM count, integrations first"_s.arg(customers)
                .replace("%%"_L1, "%"_L1);
        QCOMPARE(runSql(databasePath(), {copies}), QString());

        const auto walk = [&integrations](Integrations::Query query) {
            QStringList seen;
            const int total = await(integrations.count(query)).value_or(-1);
            do {
                const auto page = await(integrations.page(query));
                if (!page)
                    return QStringList{page.error().detail};
                if (page->total.value_or(total) != total)
                    return QStringList{u"the total changed"_s};
                seen += ids(*page);
                query.afterKey = page->nextKey;
            } while (!query.afterKey.isEmpty());
            return seen.size() == total
                ? seen
                : QStringList{u"total %1, seen %2"_s.arg(total).arg(seen.size())};
        };
        const auto expected = [](auto matches) {
            QStringList list;
            for (int n = customers; n >= 1; --n)
                if (matches(n))
                    list.append(u"id-%1"_s.arg(n));
            return list;
        };

        Integrations::Query query;
        query.limit = 1000;
        QCOMPARE(walk(query), expected([](int) { return true; }) + QStringList{u"first"_s});
        query.search = u"Company"_s;
        QCOMPARE(walk(query), expected([](int) { return true; }));
        query.search = u"c"_s;
        QCOMPARE(walk(query), expected([](int) { return true; }));
        query.search = u"y-4321"_s;
        QCOMPARE(
            walk(query), expected([](int n) { return QString::number(n).startsWith("4321"_L1); }));
        query.search = u"99"_s;
        QCOMPARE(walk(query), expected([](int n) {
            return QString::number(n).startsWith("99"_L1)
                || QString::number(n * 7 % 1000).startsWith("99"_L1);
        }));
        query.statuses = {IntegrationStatus::Failing};
        QCOMPARE(walk(query), expected([](int n) {
            return n % 10 == 0
                && (QString::number(n).startsWith("99"_L1)
                    || QString::number(n * 7 % 1000).startsWith("99"_L1));
        }));
        query.search.clear();
        QCOMPARE(walk(query), expected([](int n) { return n % 10 == 0; }));

        // In the order by name, where 100 customers share each name, every row appears once and in
        // order, whatever the search.
        const auto byName = [](auto matches) {
            QStringList list;
            for (int name = 0; name < 1000; ++name)
                for (int n = 1; n <= customers; ++n)
                    if (n * 7 % 1000 == name && matches(n))
                        list.append(u"%1 id-%2"_s.arg(name).arg(n, 6, 10, QLatin1Char('0')));
            std::sort(list.begin(), list.end());
            for (QString& entry : list)
                entry = u"id-%1"_s.arg(entry.section("id-"_L1, 1).toInt());
            return list;
        };
        query = {};
        query.limit = 1000;
        query.order = Integrations::Order::Company;
        query.descending = false;
        query.search = u"company-"_s;
        QCOMPARE(walk(query), byName([](int) { return true; }));
        query.search = u"99"_s;
        query.statuses = {IntegrationStatus::Failing, IntegrationStatus::Disabled};
        QCOMPARE(walk(query), byName([](int n) {
            return n % 10 == 0
                && (QString::number(n).startsWith("99"_L1)
                    || QString::number(n * 7 % 1000).startsWith("99"_L1));
        }));
        query.statuses.clear();
        QCOMPARE(walk(query), byName([](int n) {
            return QString::number(n).startsWith("99"_L1)
                || QString::number(n * 7 % 1000).startsWith("99"_L1);
        }));
        // All of them match, and those with another status are left out.
        query.search = u"c"_s;
        query.statuses = {IntegrationStatus::Failing};
        QCOMPARE(walk(query), byName([](int n) { return n % 10 == 0; }));

        // A single customer is looked up; reading all rows each time would take nearly a minute.
        QElapsedTimer elapsed;
        elapsed.start();
        for (int n = 1; n <= 200; ++n) {
            const ClientId nobody(u"nobody-%1"_s.arg(n));
            QVERIFY(!await(environment->issuedClients().companyOf(nobody))->has_value());
            QVERIFY(!await(integrations.findByIssuedClient(nobody))->has_value());
            query = {};
            query.company = CompanyId(u"company-%1"_s.arg(n));
            QCOMPARE(ids(*await(integrations.page(query))), QStringList({u"id-%1"_s.arg(n)}));
        }
        QVERIFY2(elapsed.elapsed() < 10'000, qPrintable(QString::number(elapsed.elapsed())));
    }

    void customersAreListedInEveryOrderAndPageByPage_data()
    {
        QTest::addColumn<int>("order");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QStringList>("expected");
        using Order = Integrations::Order;
        const auto add = [](const char* name, Order order, const QStringList& ascending) {
            QStringList descending = ascending;
            std::reverse(descending.begin(), descending.end());
            QTest::addRow("%s", name) << int(order) << false << ascending;
            QTest::addRow("%s, descending", name) << int(order) << true << descending;
        };
        add("arrival", Order::Arrival, {"a", "b", "c", "d", "e"});
        // "acme" has no name yet, so its identifier is used.
        add("company", Order::Company, {"b", "c", "a", "d", "e"});
        add("urgency", Order::Urgency, {"c", "b", "d", "a", "e"});
        add("last check", Order::LastCheck, {"c", "d", "a", "b", "e"});
        add("onboarded", Order::Onboarded, {"e", "a", "b", "c", "d"});
    }

    void customersAreListedInEveryOrderAndPageByPage()
    {
        QFETCH(int, order);
        QFETCH(bool, descending);
        QFETCH(QStringList, expected);
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& integrations = environment->integrations();
        const auto at = [](int seconds) {
            return QDateTime::fromSecsSinceEpoch(1'700'000'000 + seconds, utc);
        };
        const auto add = [&](const char* id, const char* company, const char* name,
                             IntegrationStatus status, const QDateTime& checked,
                             const QDateTime& onboarded) {
            Integration one = customer(
                QString::fromLatin1(id), QString::fromLatin1(company), QString::fromLatin1(name));
            one.status = status;
            one.checkedAt = checked;
            one.onboardedAt = onboarded;
            VERIFY_DONE(await(integrations.save(one)));
        };
        add("a", "globex", "globex Corporation", IntegrationStatus::Live, at(10), at(2));
        add("b", "acme", "", IntegrationStatus::Failing, at(20), at(3));
        add("c", "zz", "Acme Zwei", IntegrationStatus::Unknown, {}, at(4));
        add("d", "initech", "Initech", IntegrationStatus::Unproved, {}, at(5));
        add("e", "other", "Initech", IntegrationStatus::Live, at(30), at(1));

        Integrations::Query query;
        query.order = Integrations::Order(order);
        query.descending = descending;
        query.limit = 2;
        for (const auto& statuses : {QList<IntegrationStatus>(),
                 QList<IntegrationStatus>{IntegrationStatus::Live, IntegrationStatus::Failing,
                     IntegrationStatus::Unknown, IntegrationStatus::Unproved}}) {
            query.statuses = statuses;
            query.afterKey.clear();
            QStringList seen;
            do {
                const auto page = await(integrations.page(query));
                VERIFY_DONE(page);
                QCOMPARE(*await(integrations.count(query)), 5);
                seen += ids(*page);
                query.afterKey = page->nextKey;
            } while (!query.afterKey.isEmpty());
            QCOMPARE(seen, expected);
        }
    }

    void aPageKeyOfAnotherOrderIsRefused()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        Integrations::Query query;
        query.order = Integrations::Order::LastCheck;
        for (const auto* key : {"1", "x 1", "1099511627776 x"}) {
            query.afterKey = QString::fromLatin1(key);
            COMPARE_FAILURE(await(environment->integrations().page(query)), FailureKind::Invalid);
        }
    }

    void aPairOfThePartnersOwnMayBeGivenToItsCustomerAgain()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        IssuedClients& clients = environment->issuedClients();
        IssuedClient given = issued(u"theirs"_s);
        given.servedBy = TokenService::Given;
        VERIFY_DONE(await(clients.issue(given)));
        COMPARE_FAILURE(await(clients.issue(given)), FailureKind::Conflict); // it is in use
        VERIFY_DONE(await(clients.withdraw(given.clientId)));
        IssuedClient others = given;
        others.company = CompanyId(u"initech"_s);
        COMPARE_FAILURE(await(clients.issue(others)), FailureKind::Conflict);
        IssuedClient ours = given;
        ours.servedBy = TokenService::Here;
        COMPARE_FAILURE(await(clients.issue(ours)), FailureKind::Conflict);
        given.onboarding = OnboardingId(u"run-2"_s);
        VERIFY_DONE(await(clients.issue(given)));
        const auto now = await(clients.find(given.clientId));
        QVERIFY(now && now->has_value());
        QVERIFY(!(*now)->withdrawn);
        QCOMPARE((*now)->onboarding.text(), u"run-2"_s);
        QCOMPARE((*now)->servedBy, TokenService::Given);
    }

    void theWayBackIsReadWithTheCustomer()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        IssuedClients& clients = environment->issuedClients();
        VERIFY_DONE(await(clients.issue(issued(u"ours-1"_s))));
        const ClientId client(u"ours-1"_s);
        VERIFY_DONE(await(environment->integrations().save(globex())));
        QCOMPARE(await(clients.find(client))->value().integration, globex().id);
        const auto wayBack = [&] {
            return await(environment->integrations().page({}))->rows.constFirst().wayBack;
        };
        QCOMPARE(wayBackState(true, wayBack()), WayBackState::Never);
        using Kind = WayBackEvent::Kind;
        const Message why = Message::of("host_unknown", {u"example.com"_s});
        VERIFY_DONE(await(clients.tell(client, {Kind::Rehearsed, noon, {true, false}, {}})));
        VERIFY_DONE(await(clients.tell(client, {Kind::Used, noon.addSecs(1), {}, {}})));
        VERIFY_DONE(await(clients.tell(client, {Kind::Used, noon.addSecs(90), {}, {}})));
        VERIFY_DONE(await(clients.tell(client, {Kind::Refused, noon.addSecs(99), {}, why})));
        const WayBack expected{TokenService::Here, noon, {true, false}, noon.addSecs(99), why,
            noon.addSecs(1), noon.addSecs(90)};
        QCOMPARE(wayBack(), expected);
        QCOMPARE(await(environment->integrations().find(globex().id))->value().wayBack, expected);
        // The client belongs to nobody, so nothing happens.
        VERIFY_DONE(await(clients.tell(ClientId(u"nobody"_s), {Kind::Used, noon, {}, {}})));
    }

    void anIssuedClientIsUniqueAmongAllEnvironments()
    {
        Registry registry(m_folder);
        const auto simulator = registry.environment(u"simulator"_s);
        const auto production = registry.environment(u"production"_s);
        VERIFY_DONE(await(simulator->issuedClients().issue(issued(u"ours-1"_s))));
        COMPARE_FAILURE(
            await(simulator->issuedClients().issue(issued(u"ours-1"_s))), FailureKind::Conflict);
        COMPARE_FAILURE(
            await(production->issuedClients().issue(issued(u"ours-1"_s))), FailureKind::Conflict);
        VERIFY_DONE(await(simulator->issuedClients().withdraw(ClientId(u"ours-1"_s))));
        COMPARE_FAILURE(
            await(simulator->issuedClients().issue(issued(u"ours-1"_s))), FailureKind::Conflict);
    }

    void manyAtOnceAreAllKeptAndFailForThemselves()
    {
        constexpr int many = 200;
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            VERIFY_DONE(await(registry.ready()));
            std::vector<Task<Outcome<Done>>> issuing;
            std::vector<Task<Outcome<qint64>>> noting;
            for (int i = 0; i < many; ++i) {
                // Each tenth client was issued by the one before it, and changes a row that is
                // gone.
                const bool fails = i % 10 == 9;
                const int number = fails ? i - 1 : i;
                issuing.push_back(
                    environment->issuedClients().issue(issued(u"ours-%1"_s.arg(number))));
                noting.push_back(environment->journal().append(
                    {line(u"run-%1"_s.arg(i), Step::Confirm, StepState::Started)},
                    fails ? std::optional(IntegrationChange(globex(), IntegrationStatus::Live))
                          : std::nullopt));
            }
            for (int i = 0; i < many; ++i) {
                const auto issued = await(std::move(issuing[std::size_t(i)]));
                const auto noted = await(std::move(noting[std::size_t(i)]));
                if (i % 10 == 9) {
                    COMPARE_FAILURE(issued, FailureKind::Conflict);
                    COMPARE_FAILURE(noted, FailureKind::Conflict);
                } else {
                    VERIFY_DONE(issued);
                    VERIFY_DONE(noted);
                }
            }
        }
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        QCOMPARE(await(environment->issuedClients().all())->size(), many / 10 * 9);
        QCOMPARE(await(environment->journal().unresolved())->size(), many / 10 * 9);
    }

    void companiesAreCountedByTheScopesOfTheirConsent()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        const auto add = [&](const QString& id, std::optional<QStringList> scopes,
                             IntegrationStatus status = IntegrationStatus::Live) {
            Integration row = customer(id, id, id, status);
            row.scopes = std::move(scopes);
            return await(environment->integrations().save(row)).has_value();
        };
        QVERIFY(add(u"a"_s, QStringList{u"jobs_read"_s}));
        QVERIFY(add(u"b"_s, QStringList{u"jobs_read"_s}, IntegrationStatus::Failing));
        QVERIFY(add(u"c"_s, QStringList{}));
        QVERIFY(add(u"d"_s, {}));
        QVERIFY(add(u"e"_s, QStringList{u"jobs_read"_s}, IntegrationStatus::Disabled));
        const auto consents = await(environment->overview().consents());
        QVERIFY(consents);
        const QList<CompaniesOfScopes> expected{
            {std::nullopt, 1}, {QStringList{}, 1}, {QStringList{u"jobs_read"_s}, 2}};
        QCOMPARE(*consents, expected);
    }

    void whatHappenedIsSummedUpByWeekAndTheLatestIsTold()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        const auto other = registry.environment(u"sandbox"_s);
        const QDateTime from(QDate(2026, 1, 5), QTime(0, 0), utc);
        const auto note = [&](EnvironmentRegistry& to, int day, const char* company, Step step,
                              StepState state, const char* detail = "") {
            JournalEntry entry = line(QLatin1String(company), step, state);
            entry.company = CompanyId(QLatin1String(company));
            entry.at = from.addDays(day);
            entry.detail = Message::inWords(QLatin1String(detail));
            VERIFY_DONE(await(to.journal().append(entry)));
        };
        note(*environment, -1, "early", Step::Store, StepState::Done);
        note(*environment, 0, "globex", Step::Confirm, StepState::Done);
        note(*environment, 0, "globex", Step::Store, StepState::Done);
        note(*environment, 6, "initech", Step::Store, StepState::Started);
        note(*environment, 6, "initech", Step::Store, StepState::Done);
        // A company that fails every day counts as one.
        note(*environment, 7, "globex", Step::Prove, StepState::Failed);
        note(*environment, 8, "globex", Step::Prove, StepState::Failed);
        note(*environment, 8, "initech", Step::Prove, StepState::Done);
        note(*environment, 9, "initech", Step::Notified, StepState::Done, "INTEGRATION_DISABLED");
        note(*environment, 9, "globex", Step::Notified, StepState::Done, "SOMETHING_ELSE");
        note(*environment, 21, "late", Step::Store, StepState::Done);
        note(*other, 0, "elsewhere", Step::Store, StepState::Done);

        const auto weeks = await(environment->overview().weeks(from, 3));
        QVERIFY(weeks);
        QCOMPARE(*weeks, (QList<CompaniesOfWeek>{{2, 0, 0}, {0, 1, 1}, {0, 0, 0}}));

        const auto latest = await(environment->overview().latest(3));
        QVERIFY(latest);
        QStringList told;
        for (const JournalEntry& entry : *latest)
            told.append(entry.company.text() + QLatin1Char(' ') + stepName(entry.step));
        QCOMPARE(
            told, QStringList({u"globex notified"_s, u"initech notified"_s, u"globex prove"_s}));
        QCOMPARE(await(environment->overview().latest(100))->size(), 5);
    }

    void anIssuedClientKeepsItsHashAndIsWithdrawnAfterANewStart()
    {
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            VERIFY_DONE(await(environment->issuedClients().issue(issued(u"ours-1"_s))));
            VERIFY_DONE(await(environment->issuedClients().issue(issued(u"ours-2"_s))));
            VERIFY_DONE(await(environment->issuedClients().withdraw(ClientId(u"ours-2"_s))));
        }
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        const auto all = await(environment->issuedClients().all());
        VERIFY_DONE(all);
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->at(0).clientId.text(), u"ours-1"_s);
        QCOMPARE(all->at(0).secretSha256, issued(u"ours-1"_s).secretSha256);
        QCOMPARE(all->at(0).company.text(), u"globex"_s);
        QCOMPARE(all->at(0).onboarding.text(), u"run-1"_s);
        QVERIFY(!all->at(0).withdrawn);
        QVERIFY(all->at(1).withdrawn);
        COMPARE_FAILURE(await(environment->issuedClients().withdraw(ClientId(u"ours-3"_s))),
            FailureKind::NotFound);
    }

    void noFileOfTheFolderHoldsASecret()
    {
        const Secret secret(QByteArrayView("s3cr3t-of-the-customer-level-client"));
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        IssuedClient client = issued(u"ours-1"_s);
        client.secretSha256 = secret.sha256();
        VERIFY_DONE(await(environment->issuedClients().issue(client)));
        VERIFY_DONE(await(environment->integrations().save(globex())));

        // The write-ahead log and the shared memory exist while the registry is open.
        bool holdsTheHash = false;
        const auto files = QDir(m_folder).entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains(secret.reveal().toByteArray()), qPrintable(info.fileName()));
            holdsTheHash = holdsTheHash || content.contains(secret.sha256());
        }
        QVERIFY(holdsTheHash);
    }

    void aClientWithSomethingElseThanAHashIsRefused()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        IssuedClient client = issued(u"ours-1"_s);
        client.secretSha256 = "the secret itself";
        COMPARE_FAILURE(await(environment->issuedClients().issue(client)), FailureKind::Invalid);
    }

    void theJournalKeepsItsOrderAndEveryField()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& journal = environment->journal();
        JournalEntry failure = line(u"run-1"_s, Step::Confirm, StepState::Unknown);
        failure.milliseconds = 1234;
        failure.detail = Message::of("connection_closed", {u"a \"b\" %1"_s});
        failure.failure = FailureKind::OutcomeUnknown;
        failure.status = 502;
        failure.code = u"bad_gateway"_s;
        const auto first =
            await(journal.append(line(u"run-1"_s, Step::Confirm, StepState::Started)));
        VERIFY_DONE(await(journal.append(line(u"run-2"_s, Step::Token, StepState::Done))));
        const auto last = await(journal.append(failure));
        VERIFY_DONE(first);
        VERIFY_DONE(last);
        QVERIFY(*first < *last);

        const auto lines = await(journal.of(OnboardingId(u"run-1"_s)));
        VERIFY_DONE(lines);
        QCOMPARE(lines->size(), 2);
        QCOMPARE(lines->at(0).number, *first);
        QCOMPARE(lines->at(1).number, *last);
        QCOMPARE(lines->at(1).onboarding.text(), u"run-1"_s);
        QCOMPARE(lines->at(1).company.text(), u"globex"_s);
        QCOMPARE(stepName(lines->at(1).step), stepName(Step::Confirm));
        QCOMPARE(stepStateName(lines->at(1).state), stepStateName(StepState::Unknown));
        QCOMPARE(lines->at(1).at, noon);
        QCOMPARE(lines->at(1).milliseconds, 1234);
        QCOMPARE(lines->at(1).detail, failure.detail);
        QCOMPARE(lines->at(1).status, 502);
        QCOMPARE(lines->at(1).code, failure.code);
        QCOMPARE(
            failureKindName(lines->at(1).failure), failureKindName(FailureKind::OutcomeUnknown));
        QCOMPARE(await(journal.ofCompany(CompanyId(u"globex"_s)))->size(), 3);
        QCOMPARE(await(journal.ofCompany(CompanyId(u"acme"_s)))->size(), 0);
    }

    void linesAndTheirRowAreWrittenTogetherOrNotAtAll()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& journal = environment->journal();
        const QList<JournalEntry> lines{line(u"run-1"_s, Step::Confirm, StepState::Done),
            line(u"run-1"_s, Step::Store, StepState::Started)};
        Integration row = globex();
        row.status = IntegrationStatus::Unstored;
        const auto last = await(journal.append(lines, row));
        VERIFY_DONE(last);
        const auto kept = await(journal.of(OnboardingId(u"run-1"_s)));
        VERIFY_DONE(kept);
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->at(0).number, *last - 1);
        QCOMPARE(kept->at(1).number, *last);
        const auto found = await(environment->integrations().find(row.id));
        VERIFY_DONE(found);
        QCOMPARE(found->value(), row);

        row.id = {};
        COMPARE_FAILURE(await(journal.append(lines, row)), FailureKind::Invalid);
        QCOMPARE(await(journal.of(OnboardingId(u"run-1"_s)))->size(), 2);
    }

    void aConfirmIsUnresolvedUntilItsAnswerIsKnown_data()
    {
        QTest::addColumn<QList<int>>("states");
        QTest::addColumn<bool>("unresolved");
        QTest::newRow("never started") << QList<int>{} << false;
        QTest::newRow("started") << QList<int>{int(StepState::Started)} << true;
        QTest::newRow("done") << QList<int>{int(StepState::Started), int(StepState::Done)} << false;
        QTest::newRow("failed") << QList<int>{int(StepState::Started), int(StepState::Failed)}
                                << false;
        QTest::newRow("unknown") << QList<int>{int(StepState::Started), int(StepState::Unknown)}
                                 << true;
        QTest::newRow("unknown, then found out")
            << QList<int>{int(StepState::Started), int(StepState::Unknown), int(StepState::Failed)}
            << false;
        QTest::newRow("begun anew") << QList<int>{int(StepState::Started), int(StepState::Failed),
            int(StepState::Started)} << true;
    }
    void aConfirmIsUnresolvedUntilItsAnswerIsKnown()
    {
        QFETCH(QList<int>, states);
        QFETCH(bool, unresolved);
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& journal = environment->journal();
        VERIFY_DONE(await(journal.append(line(u"other"_s, Step::Confirm, StepState::Started))));
        VERIFY_DONE(await(journal.append(line(u"other"_s, Step::Confirm, StepState::Done))));
        VERIFY_DONE(await(journal.append(line(u"run"_s, Step::Token, StepState::Started))));
        for (const int state : states)
            VERIFY_DONE(await(journal.append(line(u"run"_s, Step::Confirm, StepState(state)))));
        VERIFY_DONE(await(journal.append(line(u"run"_s, Step::Notified, StepState::Done))));

        const auto found = await(journal.unresolved());
        VERIFY_DONE(found);
        QCOMPARE(found->size(), unresolved ? 1 : 0);
        if (unresolved) {
            QCOMPARE(found->at(0).onboarding.text(), u"run"_s);
            QCOMPARE(
                stepStateName(found->at(0).state), stepStateName(StepState(states.constLast())));
        }
    }

    void theOldestBodiesGoWhenTheyTakeTooMuchRoomOrAreTooOld()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"production"_s);
        const auto large = [](int number, const QDateTime& at) {
            Notification notification = disabled(u"client"_s);
            notification.body = QByteArray::number(number) + QByteArray(1024 * 1024, 'x');
            notification.at = at;
            return notification;
        };
        const QDateTime today = QDateTime::currentDateTimeUtc();
        const auto old = large(0, today.addDays(-StoredInbox::mostBodyDays - 1));
        VERIFY_DONE(await(environment->inbox().append(old)));
        for (int i = 1; i <= 20; ++i)
            VERIFY_DONE(await(environment->inbox().append(large(i, today))));
        const auto latest = await(environment->inbox().latest(100));
        VERIFY_DONE(latest);
        QCOMPARE(latest->size(), 21); // the rows are kept
        qint64 bytes = 0;
        bool wasDropped = false;
        for (const Notification& one : *latest) {
            QCOMPARE(one.isBodyDropped, one.body.isEmpty());
            QVERIFY(!wasDropped || one.isBodyDropped); // the oldest first
            wasDropped = one.isBodyDropped;
            bytes += one.body.size();
            QVERIFY(!one.repeat);
        }
        QVERIFY(latest->constLast().isBodyDropped);
        QVERIFY2(bytes <= StoredInbox::mostBodyBytes, qPrintable(QString::number(bytes)));
        QVERIFY(bytes > StoredInbox::mostBodyBytes / 2);
        // The same notification is still recognised as a repeat.
        const auto again = await(environment->inbox().append(large(1, today)));
        QVERIFY(again && again->repeat && !again->isBodyDropped);
        // A body that must still be forwarded is kept completely.
        Notification owed = large(100, today);
        owed.isOwed = true;
        const auto kept = await(environment->inbox().append(owed));
        VERIFY_DONE(kept);
        for (int i = 101; i <= 120; ++i)
            VERIFY_DONE(await(environment->inbox().append(large(i, today))));
        QVERIFY(!(*await(environment->inbox().find(kept->number)))->isBodyDropped);
    }

    void aNotificationIsNumberedAndARepeatIsSeen()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& inbox = environment->inbox();
        const auto first = await(inbox.append(disabled(u"ours-1"_s)));
        const auto ofAnother = await(inbox.append(disabled(u"ours-2"_s)));
        const auto another = await(inbox.append(disabled(u"ours-1"_s, QByteArray("\0{}\xff", 4))));
        const auto again = await(inbox.append(disabled(u"ours-1"_s)));
        const auto empty = await(inbox.append(disabled(u"ours-1"_s, {})));
        for (const auto* one : {&first, &ofAnother, &another, &again, &empty})
            VERIFY_DONE(*one);
        QVERIFY(!first->repeat);
        QVERIFY(!ofAnother->repeat);
        QVERIFY(!another->repeat);
        QVERIFY(again->repeat);
        QVERIFY(first->number > 0 && first->number < again->number);

        const auto latest = await(inbox.latest(3));
        VERIFY_DONE(latest);
        QCOMPARE(latest->size(), 3);
        QCOMPARE(latest->at(1).number, again->number);
        QVERIFY(latest->at(1).repeat);
        QCOMPARE(latest->at(1).client.text(), u"ours-1"_s);
        QCOMPARE(latest->at(1).company.text(), u"globex"_s);
        QCOMPARE(latest->at(1).eventType, u"INTEGRATION_DISABLED"_s);
        QCOMPARE(latest->at(1).at, noon);
        QCOMPARE(latest->at(2).body, QByteArray("\0{}\xff", 4));
    }

    void aNotificationComesWithWhatItChangesOrNotAtAll()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& inbox = environment->inbox();
        VERIFY_DONE(await(environment->integrations().save(globex())));
        VERIFY_DONE(await(environment->issuedClients().issue(issued(u"ours-1"_s))));
        VERIFY_DONE(await(inbox.rehearse({{503, 0, false}, 1})));
        Notification owed = disabled(u"ours-1"_s);
        owed.isOwed = true;
        Integration row = globex();
        row.status = IntegrationStatus::Disabled;
        const QList<JournalEntry> lines{line(u"run-1"_s, Step::Notified, StepState::Done)};
        // Another program changed the row meanwhile.
        COMPARE_FAILURE(await(inbox.append(owed,
                            {lines, IntegrationChange(row, IntegrationStatus::Failing), true})),
            FailureKind::Conflict);
        QVERIFY(await(inbox.latest(10))->isEmpty());
        QCOMPARE(await(inbox.rehearsal())->times, 1);
        QCOMPARE(*await(environment->forwards().nextDue()), std::optional<QDateTime>());
        QVERIFY(await(environment->journal().of(OnboardingId(u"run-1"_s)))->isEmpty());

        const auto kept = await(
            inbox.append(owed, {lines, IntegrationChange(row, IntegrationStatus::Live), true}));
        VERIFY_DONE(kept);
        QVERIFY(!kept->repeat);
        QCOMPARE(kept->answer.status, 503);
        QCOMPARE(*await(environment->forwards().nextDue()), std::optional(noon));
        QCOMPARE((*await(environment->integrations().find(row.id)))->status,
            IntegrationStatus::Disabled);
        QCOMPARE(await(environment->journal().of(OnboardingId(u"run-1"_s)))->size(), 1);
        const auto isWithdrawn = [&environment] {
            const auto client = await(environment->issuedClients().find(ClientId(u"ours-1"_s)));
            return client && client->has_value() && (*client)->withdrawn;
        };
        QVERIFY(!isWithdrawn()); // SmartRecruiters sends it again
        const auto again = await(inbox.append(owed, {lines, std::nullopt, true}));
        VERIFY_DONE(again);
        QVERIFY(again->repeat);
        QVERIFY(isWithdrawn());
    }

    void theApplicationIsTheSameAfterANewStart()
    {
        Application application;
        application.name = u"Jetbridge demo"_s;
        application.scopes = {{u"jobs_read"_s, u"to show jobs"_s}};
        application.consentUrl = QUrl(u"https://partner.example/consent?x=1&y=%C3%A4"_s);
        application.consentDisplayMode = ConsentDisplayMode::Popup;
        application.state = RegistrationState::Sent;
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"sandbox"_s);
            const auto none = await(environment->applications().load());
            VERIFY_DONE(none);
            QVERIFY(!none->has_value());
            VERIFY_DONE(await(environment->applications().save(Application(application))));
            application.visibility = Visibility::AllCustomers;
            VERIFY_DONE(await(environment->applications().save(application)));
        }
        Registry registry(m_folder);
        const auto loaded = await(registry.environment(u"sandbox"_s)->applications().load());
        VERIFY_DONE(loaded);
        QVERIFY(loaded->has_value());
        QVERIFY(**loaded == application);
    }

    void environmentsAreTheBuiltInOnesUnlessSaved()
    {
        Registry registry(m_folder);
        QCOMPARE(*await(registry.environments().all()), Environment::builtIn());

        Environment sandbox = Environment::builtIn().at(1);
        sandbox.apiUrl = QUrl(u"https://api.sandbox.example"_s);
        Environment own = sandbox;
        own.name = u"acceptance"_s;
        VERIFY_DONE(await(registry.environments().save(own)));
        VERIFY_DONE(await(registry.environments().save(sandbox)));
        QList<Environment> expected = Environment::builtIn();
        expected[1] = sandbox;
        expected.append(own);
        QCOMPARE(*await(registry.environments().all()), expected);

        own.apiUrl = QUrl(u"http://api.example"_s);
        COMPARE_FAILURE(await(registry.environments().save(own)), FailureKind::Invalid);
        QCOMPARE(*await(registry.environments().all()), expected);
    }

    void environmentsNeverMix()
    {
        Registry registry(m_folder);
        const auto one = registry.environment(u"sandbox"_s);
        const auto other = registry.environment(u"production"_s);
        VERIFY_DONE(await(one->integrations().save(globex())));
        VERIFY_DONE(await(one->issuedClients().issue(issued(u"ours-1"_s))));
        VERIFY_DONE(
            await(one->journal().append(line(u"run-1"_s, Step::Confirm, StepState::Started))));
        VERIFY_DONE(await(one->inbox().append(disabled(u"ours-1"_s))));
        VERIFY_DONE(await(one->applications().save({})));

        QVERIFY(!await(other->integrations().find(globex().id))->has_value());
        QVERIFY(
            !await(other->integrations().findByIssuedClient(globex().issuedClientId))->has_value());
        COMPARE_FAILURE(await(other->integrations().forget(globex().id)), FailureKind::NotFound);
        for (const auto* search : {"", "g", "globex", "-"}) {
            Integrations::Query query;
            query.search = QString::fromLatin1(search);
            QCOMPARE(*await(one->integrations().count(query)), 1);
            QCOMPARE(*await(other->integrations().count(query)), 0);
            query.statuses = {IntegrationStatus::Live};
            QCOMPARE(*await(one->integrations().count(query)), 1);
            QCOMPARE(*await(other->integrations().count(query)), 0);
        }
        COMPARE_FAILURE(
            await(other->issuedClients().withdraw(ClientId(u"ours-1"_s))), FailureKind::NotFound);
        QVERIFY(await(other->issuedClients().all())->isEmpty());
        QVERIFY(await(other->journal().of(OnboardingId(u"run-1"_s)))->isEmpty());
        QVERIFY(await(other->journal().ofCompany(CompanyId(u"globex"_s)))->isEmpty());
        QVERIFY(await(other->journal().unresolved())->isEmpty());
        QVERIFY(await(other->inbox().latest(10))->isEmpty());
        QVERIFY(!await(other->inbox().append(disabled(u"ours-1"_s)))->repeat);
        QVERIFY(!await(other->applications().load())->has_value());

        // The same integration id may exist in both environments and means two customers.
        Integration twin = globex();
        twin.companyName = u"Twin"_s;
        VERIFY_DONE(await(other->integrations().save(twin)));
        Integration served = globex(); // found by the client that was issued in this environment
        served.wayBack.servedBy = TokenService::Here;
        QVERIFY(**await(one->integrations().find(globex().id)) == served);
        QVERIFY(**await(other->integrations().find(globex().id)) == twin);
    }

    void aFolderThatCannotBeUsedSaysWhy_data()
    {
        QTest::addColumn<QString>("spoil");
        QTest::addColumn<QString>("says");
        QTest::newRow("a file in place of the folder") << "file"
                                                       << "is a file, not a folder";
        QTest::newRow("a folder below a file") << "belowFile"
                                               << "cannot be made";
        QTest::newRow("a folder in place of the database") << "folder"
                                                           << "is not a file";
        QTest::newRow("rubbish in place of the database") << "rubbish"
                                                          << "is not a registry, or is damaged";
        QTest::newRow("a database cut in half") << "cut"
                                                << "is damaged";
        QTest::newRow("another program's database") << "foreign"
                                                    << "belongs to another program";
        QTest::newRow("a newer version") << "newer"
                                         << "written by a newer Jetbridge (schema 999";
        QTest::newRow("no permission") << "permission"
                                       << "change";
    }
    void aFolderThatCannotBeUsedSaysWhy()
    {
        QFETCH(QString, spoil);
        QFETCH(QString, says);
        {
            Registry registry(m_folder);
            VERIFY_DONE(await(registry.environment(u"simulator"_s)->integrations().save(globex())));
        }
        if (spoil == "file"_L1) {
            QVERIFY(QDir(m_folder).removeRecursively() && write(m_folder, "x"));
        } else if (spoil == "belowFile"_L1) {
            QVERIFY(QDir(m_folder).removeRecursively() && write(m_folder, "x"));
            m_folder += u"/below"_s;
        } else if (spoil == "folder"_L1) {
            QVERIFY(QFile::remove(databasePath()) && QDir().mkpath(databasePath()));
        } else if (spoil == "rubbish"_L1) {
            QVERIFY(write(databasePath(), QByteArray(20'000, 'x')));
        } else if (spoil == "cut"_L1) {
            QVERIFY(QFile::resize(databasePath(), QFileInfo(databasePath()).size() / 2));
        } else if (spoil == "foreign"_L1) {
            QVERIFY(QFile::remove(databasePath()));
            QCOMPARE(runSql(databasePath(), {u"CREATE TABLE other (x)"_s}), QString());
        } else if (spoil == "newer"_L1) {
            QCOMPARE(runSql(databasePath(), {u"PRAGMA user_version = 999"_s}), QString());
        } else if (spoil == "permission"_L1) {
            QVERIFY(
                QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
            if (QFile probe(m_folder + u"/probe"_s); probe.open(QIODevice::WriteOnly))
                QSKIP("This user (root) writes whatever the permissions say.");
        }
        const QByteArray before = spoil == "foreign"_L1 ? fileContent() : QByteArray();

        Registry registry(m_folder);
        const auto opened = await(registry.ready());
        const auto found = await(registry.environment(u"simulator"_s)->integrations().page({}));
        COMPARE_FAILURE(opened, FailureKind::StorageUnavailable);
        COMPARE_FAILURE(found, FailureKind::StorageUnavailable);
        QVERIFY2(opened.error().detail.english().contains(says), qPrintable(opened.error().detail));
        QVERIFY2(
            opened.error().detail.english().contains(m_folder), qPrintable(opened.error().detail));
        if (!before.isEmpty())
            QCOMPARE(fileContent(), before);
        QFile::setPermissions(
            m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }

    void aMendedFolderWorksWithoutANewStart()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_folder).path()));
        QVERIFY(write(m_folder, "in the way"));
        Registry registry(m_folder);
        COMPARE_FAILURE(await(registry.ready()), FailureKind::StorageUnavailable);
        QVERIFY(QFile::remove(m_folder));
        VERIFY_DONE(await(registry.ready()));
    }

    void damageInTheMiddleIsReportedAndNotSwallowed()
    {
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            for (int i = 0; i < 200; ++i)
                VERIFY_DONE(await(environment->integrations().save(
                    customer(QString::number(i), u"company"_s, QString(200, QLatin1Char('n'))))));
            VERIFY_DONE(await(registry.check()));
        }
        QFile file(databasePath());
        QVERIFY(file.open(QIODevice::ReadWrite));
        // The first page, with the schema, is not damaged.
        for (qint64 at = 40 * 4096; at < file.size(); at += 4096) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(QByteArray(4096, '\xee')), 4096);
        }
        file.close();
        Registry registry(m_folder);
        const auto check = await(registry.check());
        COMPARE_FAILURE(check, FailureKind::StorageUnavailable);
        QVERIFY2(check.error().detail.english().contains("is damaged"_L1),
            qPrintable(check.error().detail));
        Integrations::Query query;
        query.limit = 1000;
        COMPARE_FAILURE(await(registry.environment(u"simulator"_s)->integrations().page(query)),
            FailureKind::StorageUnavailable);
    }

    void aFullDiskIsReportedAndNothingIsHalfWritten()
    {
        QVERIFY(QDir().mkpath(m_folder));
        const test::SmallDisk disk(m_folder, 1);
        if (!disk.isMounted())
            QSKIP("No small disk can be mounted here.");

        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        auto& inbox = environment->inbox();
        Outcome<Notification> added;
        int kept = -1;
        do {
            added = await(inbox.append(disabled(u"ours-1"_s, QByteArray(10'000, 'x'))));
            ++kept;
        } while (added && kept < 1000);
        COMPARE_FAILURE(added, FailureKind::StorageUnavailable);
        QVERIFY2(added.error().detail.english().contains("disk is full"_L1),
            qPrintable(added.error().detail));
        QCOMPARE(await(inbox.latest(2000))->size(), kept);
    }

    void twoProcessesShareOneRegistry()
    {
        // Two registries have a connection and a thread each, like two processes.
        Registry one(m_folder);
        Registry other(m_folder);
        const auto here = one.environment(u"simulator"_s);
        const auto there = other.environment(u"simulator"_s);
        std::vector<QCoro::Task<Outcome<qint64>>> tasks;
        for (int i = 0; i < 100; ++i) {
            tasks.push_back(here->journal().append(line(u"here"_s, Step::Token, StepState::Done)));
            tasks.push_back(
                there->journal().append(line(u"there"_s, Step::Token, StepState::Done)));
        }
        for (auto& task : tasks)
            VERIFY_DONE(await(std::move(task)));
        QCOMPARE(await(here->journal().ofCompany(CompanyId(u"globex"_s)))->size(), 200);
        QCOMPARE(await(there->journal().ofCompany(CompanyId(u"globex"_s)))->size(), 200);
    }

    void aTaskGoesOnWhereItWasStarted()
    {
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        bool sameThread = false;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            const auto saved = await(environment->integrations().save(globex()));
            const auto whereFrom = [](Integrations& integrations) -> QCoro::Task<QThread*> {
                const auto found = co_await integrations.find(globex().id);
                co_return found ? QThread::currentThread() : nullptr;
            };
            sameThread =
                saved && await(whereFrom(environment->integrations())) == QThread::currentThread();
        }));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY(sameThread);
    }

    void whatWasAskedForBeforeTheEndIsStillWritten()
    {
        {
            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            for (int i = 0; i < 50; ++i)
                environment->journal().append(line(u"run-1"_s, Step::Token, StepState::Done));
        }
        Registry registry(m_folder);
        const auto environment = registry.environment(u"simulator"_s);
        QCOMPARE(await(environment->journal().of(OnboardingId(u"run-1"_s)))->size(), 50);
    }

    void whatWasAcknowledgedSurvivesAKill_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("journal") << u"journal"_s;
        QTest::newRow("inbox") << u"inbox"_s;
    }
    void whatWasAcknowledgedSurvivesAKill()
    {
        QFETCH(QString, what);
        qint64 acknowledged = 0;
        for (int round = 1; round <= 3; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(),
                {u"RegistryTest"_s, u"append"_s, m_folder, what});
            for (int lines = 0; lines < 100 * round; ++lines) {
                while (!child.canReadLine())
                    QVERIFY(child.waitForReadyRead());
                acknowledged = child.readLine().trimmed().toLongLong();
            }
            child.kill();
            QVERIFY(child.waitForFinished());
            while (child.canReadLine())
                acknowledged = child.readLine().trimmed().toLongLong();

            Registry registry(m_folder);
            const auto environment = registry.environment(u"simulator"_s);
            VERIFY_DONE(await(registry.check()));
            QList<qint64> numbers;
            if (what == "journal"_L1) {
                const auto lines = await(environment->journal().ofCompany(CompanyId(u"globex"_s)));
                VERIFY_DONE(lines);
                for (const JournalEntry& entry : *lines)
                    numbers.append(entry.number);
            } else {
                const auto notifications = await(environment->inbox().latest(1'000'000));
                VERIFY_DONE(notifications);
                for (const Notification& notification : *notifications)
                    numbers.prepend(notification.number);
            }
            QVERIFY2(numbers.size() >= acknowledged, qPrintable(QString::number(acknowledged)));
            for (qint64 number = 1; number <= acknowledged; ++number)
                QCOMPARE(numbers.at(number - 1), number);
        }
    }

private:
    QByteArray fileContent() const
    {
        QFile file(databasePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

static int run(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "append"_L1)
        return appendUntilKilled(arguments.value(2), arguments.value(3));
    RegistryTest test;
    return QTest::qExec(&test, argc, argv);
}

JETBRIDGE_TEST_MAIN(RegistryTest, run)

#include "RegistryTest.moc"
