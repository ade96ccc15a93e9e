// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "support/Answered.h"
#include "support/RegistryByHand.h"
#include "support/TestMain.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Returns the options of a console on a folder, without a keychain.
ConsoleOptions inMemory(const QTemporaryDir& folder)
{
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.vault = ConsoleOptions::VaultKind::Memory;
    return options;
}

/// Returns the state of an invitation in the registry.
std::optional<InvitationState> stateOf(Console& console, const OnboardingId& onboarding)
{
    const auto record = QCoro::waitFor(console.onboardings().invitations().find(onboarding));
    if (!record || !record->has_value())
        return std::nullopt;
    return (*record)->state;
}

} // namespace

class ConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingInTheMiddleOfAWriteHarmsNobody()
    {
        const QTemporaryDir folder;
        {
            Console console(inMemory(folder));
            QVERIFY(QCoro::waitFor(console.ready()));
            QVERIFY(QCoro::waitFor(console.onboardings().invite(CompanyId(u"globex"_s))));
        }
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();

        Console again(inMemory(folder));
        QVERIFY(QCoro::waitFor(again.ready()));
        const auto lines =
            QCoro::waitFor(again.customers().journal().ofCompany(CompanyId(u"globex"_s)));
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1); // the requested lines were still written
    }

    void aDemoTakesNobodysPlace()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        QVERIFY(QCoro::waitFor(console.simulator().start()));
        Application own = console.endpoints().demoApplication(ConsentDisplayMode::Popup, true);
        own.name = u"Acme Assessments"_s;
        QVERIFY(QCoro::waitFor(console.partnerAccess().applications().save(own)));
        const auto refused = QCoro::waitFor(console.simulator().registerApplication(
            console.endpoints().demoApplication(ConsentDisplayMode::Redirect, true)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"own_application"_s);
        const auto kept = QCoro::waitFor(console.partnerAccess().applications().load());
        QVERIFY(kept);
        QCOMPARE(*kept, std::optional(own));

        // The saved application is registered with the stored credentials.
        const MasterCredentials master{AppId(u"acme-app"_s),
            {ClientId(u"acme"_s), Secret("acme's own secret of some length")}};
        const auto registered =
            QCoro::waitFor(console.simulator().registerApplication(own, master));
        QVERIFY2(registered, registered ? "" : qPrintable(registered.error().detail));
        QCOMPARE(registered->client.clientId, master.client.clientId);
        QVERIFY(QCoro::waitFor(console.partnerAccess().connectPartner(master)));
    }

    void theSameCompanysEarlierCodeEnds()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(u"globex"_s);
        const QString first = QCoro::waitFor(console.onboardings().invite(company))->code();
        const QString second = QCoro::waitFor(console.onboardings().invite(company))->code();
        QVERIFY(first != second);
        QCOMPARE(console.onboardings().invitation(company)->code(), second);
        QVERIFY(console.onboardings().cancel(
            company, console.onboardings().invitation(company)->onboarding()));
        QVERIFY(!console.onboardings().invitation(company));
        // Its journal says how it ended.
        const auto hasEnded = [&console, &company] {
            const auto lines = QCoro::waitFor(console.customers().journal().ofCompany(company));
            return lines && !lines->isEmpty() && lines->last().failure == FailureKind::Cancelled;
        };
        QTRY_VERIFY(hasEnded());
    }

    void aCodeIsWithdrawnWithOrWithoutItsLine()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(u"globex"_s);
        const auto invited = QCoro::waitFor(console.onboardings().invite(company));
        QVERIFY(invited);
        QVERIFY(test::refuse(folder.path(), "INSERT ON journal"));
        const auto withdrawn =
            QCoro::waitFor(console.onboardings().withdraw(invited->onboarding()));
        QVERIFY2(withdrawn, withdrawn ? "" : qPrintable(withdrawn.error().detail));
        QVERIFY(*withdrawn);
        QVERIFY(!console.onboardings().invitation(company));
        const auto lines = QCoro::waitFor(console.customers().journal().ofCompany(company));
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1); // only that it was made
    }

    void aCodeThatCannotBeWithdrawnIsSaidAndTriedAgain()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(u"globex"_s);
        const auto invited = QCoro::waitFor(console.onboardings().invite(company));
        QVERIFY(invited);
        const OnboardingId run = invited->onboarding();
        QVERIFY(test::refuse(folder.path(), "UPDATE ON invitations"));
        QVERIFY(console.onboardings().cancel(company, run));
        QVERIFY(!console.onboardings().invitation(company)); // it ended here at once
        QTRY_VERIFY(console.onboardings().notWithdrawn(run).has_value());
        QVERIFY(stateOf(console, run) == InvitationState::Pending);

        QVERIFY(test::refuseNoMore(folder.path()));
        QTRY_VERIFY_WITH_TIMEOUT(!console.onboardings().notWithdrawn(run).has_value(), 20'000);
        QVERIFY(stateOf(console, run) == InvitationState::Withdrawn);
    }

    void anEndThatCannotBeWrittenIsTriedAgain()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(u"globex"_s);
        const auto invited = QCoro::waitFor(console.onboardings().invite(company));
        QVERIFY(invited);
        const OnboardingId run = invited->onboarding();
        QVERIFY(test::refuse(folder.path(), "UPDATE ON invitations WHEN old.state = 'deciding'"));
        // It fails: there are no master credentials.
        QVERIFY(!QCoro::waitFor(console.onboardings().consentHandler().approve(
            run, company, ConsentDisplayMode::Redirect)));
        QVERIFY(stateOf(console, run) == InvitationState::Deciding);

        QVERIFY(test::refuseNoMore(folder.path()));
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(console, run) != InvitationState::Deciding, 20'000);
    }

    void theCodeOfACancelledRunStaysWithdrawnWhateverFailsInIt()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(u"globex"_s);
        const auto invited = QCoro::waitFor(console.onboardings().invite(company));
        QVERIFY(invited);
        const OnboardingId run = invited->onboarding();
        std::optional<bool> isCancelled;
        connect(&console.customers(), &Customers::journalAppended, this,
            [&](const JournalEntry& entry) {
                if (entry.step == Step::Preflight && entry.state == StepState::Started)
                    isCancelled = console.onboardings().cancel(company, run);
            });
        const auto approved = QCoro::waitFor(console.onboardings().consentHandler().approve(
            run, company, ConsentDisplayMode::Redirect));
        QVERIFY(!approved); // there are no master credentials
        QVERIFY(isCancelled == true);
        QVERIFY(stateOf(console, run) == InvitationState::Withdrawn);
    }

    void aLiveCustomerWhoseProofIsTooOldIsExpiring()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const auto add = [&console](const QString& id, IntegrationStatus status, int hoursOld) {
            Integration row;
            row.id = IntegrationId(id);
            row.company = CompanyId(id);
            row.status = status;
            row.checkedAt = QDateTime::currentDateTimeUtc().addSecs(-3600 * hoursOld);
            return QCoro::waitFor(console.customers().integrations().save(row));
        };
        QVERIFY(add(u"old"_s, IntegrationStatus::Live, 25));
        QVERIFY(add(u"young"_s, IntegrationStatus::Live, 23));
        QVERIFY(add(u"failing"_s, IntegrationStatus::Failing, 25));
        const auto withStatus = [&console](IntegrationStatus status) {
            Integrations::Query query;
            query.statuses = {status};
            QStringList ids;
            const auto page = QCoro::waitFor(console.customers().integrations().page(query));
            for (const Integration& row : page->rows)
                ids.append(row.id.text());
            return ids;
        };
        QCOMPARE(withStatus(IntegrationStatus::Expiring), QStringList{u"old"_s});
        QCOMPARE(withStatus(IntegrationStatus::Live), QStringList{u"young"_s});
        QCOMPARE(withStatus(IntegrationStatus::Failing), QStringList{u"failing"_s});
        const auto found =
            QCoro::waitFor(console.customers().integrations().find(IntegrationId(u"old"_s)));
        QCOMPARE((*found)->status, IntegrationStatus::Expiring);
        QVERIFY(QCoro::waitFor(console.customers().integrations().save(**found)));

        Environment environment = console.current().environment();
        environment.verifyEveryHours = 0;
        QVERIFY(QCoro::waitFor(console.current().save(environment)));
        QVERIFY(withStatus(IntegrationStatus::Expiring).isEmpty());
        QCOMPARE(withStatus(IntegrationStatus::Live).size(), 2);
    }

    void whoIsForgottenGetsNoTokenAnyMoreWithWhateverClientTheyHad()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        const auto endpoints = QCoro::waitFor(console.endpoints().start());
        QVERIFY(endpoints);
        const CompanyId company(u"globex"_s);
        const IntegrationId now(u"now"_s);
        for (const QString& id : {u"before"_s, now.text()}) {
            Integration row;
            row.id = IntegrationId(id);
            row.company = company;
            row.issuedClientId = ClientId(id);
            row.status = IntegrationStatus::Live;
            QVERIFY(QCoro::waitFor(console.customers().issuedClients().issue(
                {row.issuedClientId, Secret(QByteArrayView("secret")).sha256(), company, {}})));
            QVERIFY(QCoro::waitFor(console.customers().integrations().save(row)));
        }
        QVERIFY(QCoro::waitFor(console.customers().integrations().retireOthers(
            company, now, QDateTime::currentDateTimeUtc())));
        QNetworkAccessManager network;
        const auto tokenStatus = [&](const QByteArray& client) {
            QNetworkRequest request(endpoints->oauthTokenUrl);
            request.setHeader(
                QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
            return test::statusOf(*test::answered(network.post(request,
                "grant_type=client_credentials&client_secret=secret&client_id=" + client)));
        };
        for (const QByteArray client : {"before", "now"})
            QCOMPARE(tokenStatus(client), 200);
        QVERIFY(QCoro::waitFor(console.customers().forget(now)));
        for (const QByteArray client : {"before", "now"})
            QCOMPARE(tokenStatus(client), 401);
    }

    void whoStartsTheEndpointsAtTheSameTimeGetsTheSame()
    {
        const QTemporaryDir folder;
        Console console(inMemory(folder));
        QVERIFY(QCoro::waitFor(console.ready()));
        auto one = console.endpoints().start();
        auto other = console.endpoints().start();
        const auto first = QCoro::waitFor(std::move(one));
        const auto second = QCoro::waitFor(std::move(other));
        QVERIFY(first && second);
        QCOMPARE(first->port, second->port);
        QCOMPARE(console.endpoints().urls()->port, first->port);
    }

    /// Results that arrive after their console was destroyed are still unwound here.
    void cleanup() { QCoreApplication::processEvents(); }
};

JETBRIDGE_TEST(ConsoleTest)
#include "ConsoleTest.moc"
