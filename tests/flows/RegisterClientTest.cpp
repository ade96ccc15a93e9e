// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RegisterClient.h"
#include "flows/ForgetCustomer.h"
#include "flows/OnboardCompany.h"
#include "flows/StagedClients.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

using State = ClientRegistrationState;

const OnboardingId run(u"run"_s);

Failure failing(FailureKind kind, const char* code = "")
{
    return {kind, 0, QLatin1String(code), {}, {}};
}

/// An onboarding whose pair is registered at the partner's authorization server.
struct Office : fakes::Office {
    RegistrationSettings settings;

    Office()
    {
        const MasterCredentials master{
            AppId(u"app"_s), {ClientId(u"master"_s), Secret("master secret")}};
        vault.items.insert(VaultKey::master(u"simulator"_s).text(), master.toJson());
        settings.url = QUrl(u"https://partner.example/register"_s);
        settings.access = RegistrationSettings::Access::Bearer;
        if (!QCoro::waitFor(
                keepRegistrationToken(vault, u"simulator"_s, settings, Secret("initial-token"))))
            qFatal("The token cannot be kept.");
        world.done.clear();
        // What the registry does (0018-registrations.sql).
        issuedClients.onWithdrawn = [this](const ClientId& client) {
            for (Registration& row : registrations.rows)
                if (row.clientId == client
                    && (row.state == State::Staged || row.state == State::Kept))
                    row.state = State::Leaving;
        };
    }

    Outcome<Integration> onboard()
    {
        OnboardingRequest request{run, CompanyId(u"globex"_s), ConsentDisplayMode::Redirect, true,
            u"Ada"_s, {u"company_read"_s}};
        request.tokenPlace = {theirs, TokenService::Registration, {}};
        request.registration = settings;
        request.application = u"Acme"_s;
        const JournalKeeper keeper(journal, clock, run, request.company);
        return QCoro::waitFor(onboardCompany(
            services(), keeper, request, [](const Integration&, const ClientCredentials&) {},
            [this] { return mayConfirm; }, [](const UnstoredCustomer&) {}));
    }
    /// As after the run, or at the next start; false: a failure.
    bool clear()
    {
        return QCoro::waitFor(
                   settleRegistrations(services(), [](const OnboardingId&) { return true; }))
            && QCoro::waitFor(finishRegistrations(services(), {theirs, {}}));
    }
    QString stateOfRun() const
    {
        return registrations.rows.isEmpty()
            ? u"gone"_s
            : clientRegistrationStateName(registrations.rows.constFirst().state);
    }
    bool isStagedInVault() const
    {
        return vault.items.contains(VaultKey::registration(u"simulator"_s, run).text());
    }

    const QUrl theirs{u"https://partner.example/token"_s};
    bool mayConfirm = true;
};

} // namespace

class RegisterClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPairIsRegisteredRehearsedConfirmedAndKept()
    {
        Office office;
        const auto outcome = office.onboard();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QCOMPARE(outcome->issuedClientId.text(), u"registered"_s);
        const auto position = [&office](const char* deed) {
            return office.world.done.indexOf(QLatin1String(deed));
        };
        const QList<qsizetype> order{position("token master"), position("journal register started"),
            position("registrations.begin"), position("register"),
            position("vault.store registration"), position("registrations staged"),
            position("issue"), position("trial body"), position("journal confirm started"),
            position("confirm"), position("vault.store customer")};
        QVERIFY2(!order.contains(-1) && std::is_sorted(order.begin(), order.end()),
            qPrintable(office.world.done.join(u", "_s)));
        QVERIFY(office.registrar.tokens.value(0).equals(Secret("initial-token")));
        QCOMPARE(office.registrar.names, QStringList{u"Acme / globex / run"_s});
        QCOMPARE(office.issuedClients.clients.value(0).servedBy, TokenService::Registration);

        QCOMPARE(office.stateOfRun(), u"staged"_s);
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"kept"_s);
        QVERIFY(!office.isStagedInVault()); // one item a customer
        const auto item = CustomerCredentials::fromJson(
            office.vault.items
                .value(VaultKey::customer(u"simulator"_s, IntegrationId(u"int-1"_s)).text())
                .reveal()
                .toByteArray());
        QVERIFY(item && item->issued && item->issued->management.isThere());
        QVERIFY(item->issued->management.token.equals(Secret("management token")));
        QVERIFY(office.registrar.removed.isEmpty());
    }

    /// What fails x whether anything is confirmed x what becomes of the client.
    void whatIsNotConfirmedIsGivenBack_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<Failure>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("state"); // after the run was looked after
        QTest::addColumn<int>("removals");
        using K = FailureKind;
        const auto row = [](const char* name, const char* deed, const Failure& fault,
                             const char* code, const char* state, int removals) {
            QTest::newRow(name) << QString::fromLatin1(deed) << fault << QString::fromLatin1(code)
                                << QString::fromLatin1(state) << removals;
        };
        row("no token in the keychain", "vault.read registration-token",
            failing(K::VaultUnavailable, "locked"), "locked", "gone", 0);
        row("the intent cannot be written", "registrations.begin",
            failing(K::StorageUnavailable, "disk"), "disk", "gone", 0);
        row("refused there", "register", failing(K::Refused, "registration_token_refused"),
            "registration_token_refused", "gone", 0);
        row("no answer there", "register", failing(K::TimedOut, registrationUnanswered),
            registrationUnanswered, "lost", 0);
        row("the keychain locks", "vault.store registration",
            failing(K::VaultUnavailable, "locked"), "locked", "gone", 1);
        row("another customer has the id", "issue", failing(K::Conflict, "taken"), "taken", "gone",
            1);
        row("the rehearsal fails", "trial", failing(K::Refused), "way_back_refused", "gone", 1);
        row("SmartRecruiters refuses", "confirm", failing(K::NotPermitted, "no"), "no", "gone", 1);
        row("SmartRecruiters does not answer", "confirm", failing(K::OutcomeUnknown, "cut"), "cut",
            "staged", 0);
    }
    void whatIsNotConfirmedIsGivenBack()
    {
        QFETCH(QString, deed);
        QFETCH(Failure, fault);
        QFETCH(int, removals);
        Office office;
        office.world.faults.insert(deed, fault);
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        office.world.faults.clear();
        QVERIFY(office.clear());
        QTEST(office.stateOfRun(), "state");
        QCOMPARE(office.registrar.removed.size(), removals);
        QCOMPARE(office.isStagedInVault(), office.stateOfRun() == "staged"_L1);
    }

    void aCustomerWhoIsForgottenIsForgottenThereToo()
    {
        Office office;
        QVERIFY(office.onboard());
        QVERIFY(office.clear());
        // The partner's server is down: what leads to the client outlives the customer's item.
        office.world.faults.insert(u"unregister"_s, failing(FailureKind::Unreachable));
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(), IntegrationId(u"int-1"_s))));
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"leaving"_s);
        QVERIFY(office.isStagedInVault());
        office.world.faults.clear();
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"gone"_s);
        QVERIFY(!office.isStagedInVault());
    }

    /// How the server takes a deletion x whether the pair still gets a token -> the end.
    void aDeletionIsTriedUntilTheClientIsGone_data()
    {
        QTest::addColumn<std::optional<FailureKind>>("removal");
        QTest::addColumn<std::optional<FailureKind>>("trial");
        QTest::addColumn<bool>("hasManagement");
        QTest::addColumn<QString>("state");
        using K = FailureKind;
        const std::optional<K> good;
        const auto row = [](const char* name, std::optional<K> removal, std::optional<K> trial,
                             bool hasManagement, const char* state) {
            QTest::newRow(name) << removal << trial << hasManagement << QString::fromLatin1(state);
        };
        row("deleted", good, good, true, "gone");
        row("not known any more, and no token for it", K::Refused, K::Refused, true, "gone");
        row("access refused, and it still gets tokens", K::Refused, good, true, "lost");
        row("access refused, and nobody knows", K::Refused, K::Unreachable, true, "leaving");
        row("the server is down", K::Unreachable, good, true, "leaving");
        row("the server deletes no clients", K::NotPermitted, good, true, "lost");
        row("the server gave no address for it", good, good, false, "lost");
    }
    void aDeletionIsTriedUntilTheClientIsGone()
    {
        QFETCH(std::optional<FailureKind>, removal);
        QFETCH(std::optional<FailureKind>, trial);
        QFETCH(bool, hasManagement);
        Office office;
        if (!hasManagement)
            office.registrar.made.pair.management = {};
        office.mayConfirm = false; // staff stop it at the last moment
        QVERIFY(!office.onboard());
        QCOMPARE(office.stateOfRun(), u"leaving"_s);
        if (removal)
            office.world.faults.insert(u"unregister"_s, failing(*removal));
        if (trial)
            office.world.faults.insert(u"trial"_s, failing(*trial));
        QVERIFY(office.clear());
        QTEST(office.stateOfRun(), "state");
    }

    /// A program that was killed leaves this behind x what the next start makes of it.
    void theNextStartFindsWhatAKilledProgramLeft_data()
    {
        QTest::addColumn<State>("left");
        QTest::addColumn<bool>("isInVault");
        QTest::addColumn<std::optional<StepState>>("confirm");
        QTest::addColumn<QString>("state");
        const std::optional<StepState> never;
        const auto row = [](const char* name, State left, bool isInVault,
                             std::optional<StepState> confirm, const char* state) {
            QTest::newRow(name) << left << isInVault << confirm << QString::fromLatin1(state);
        };
        row("asked, no answer", State::Asked, false, never, "lost");
        row("answered, not written down", State::Asked, true, never, "gone");
        row("staged, not confirmed", State::Staged, true, never, "gone");
        row("confirm refused", State::Staged, true, StepState::Failed, "gone");
        row("confirm started", State::Staged, true, StepState::Started, "staged");
        row("confirm without an answer", State::Staged, true, StepState::Unknown, "staged");
        row("confirmed, not stored", State::Staged, true, StepState::Done, "staged");
    }
    void theNextStartFindsWhatAKilledProgramLeft()
    {
        QFETCH(State, left);
        QFETCH(bool, isInVault);
        QFETCH(std::optional<StepState>, confirm);
        Office office;
        Registration row;
        row.onboarding = run;
        row.state = left;
        if (left == State::Staged)
            row.clientId = office.registrar.made.pair.clientId;
        office.registrations.rows.append(row);
        if (isInVault)
            office.vault.items.insert(VaultKey::registration(u"simulator"_s, run).text(),
                office.registrar.made.pair.toJson());
        if (confirm) {
            JournalEntry line;
            line.onboarding = run;
            line.step = Step::Confirm;
            line.state = *confirm;
            office.journal.entries.append(line);
        }
        // While the run goes on in another program, nothing happens.
        QVERIFY(QCoro::waitFor(
            settleRegistrations(office.services(), [](const OnboardingId&) { return false; })));
        QCOMPARE(office.registrations.rows.value(0).state, left);
        QVERIFY(office.clear());
        QTEST(office.stateOfRun(), "state");
    }

    void aTokenIsSentToItsOwnServerAlone()
    {
        Office office;
        office.settings.url = QUrl(u"https://elsewhere.example/register"_s);
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"no_registration_token"_s);
        QCOMPARE(outcome.error().detail,
            Message::of("registration_token_elsewhere", {u"https://partner.example"_s}));
        QVERIFY(office.registrar.tokens.isEmpty());
        QCOMPARE(office.world.count(u"token master"_s), 0);
        // A server that asks for nothing gets nothing.
        office.settings.access = RegistrationSettings::Access::Open;
        QVERIFY(office.onboard());
        QVERIFY(office.registrar.tokens.value(0).isEmpty());
    }

    void aClientThatSmartRecruitersCouldNotUseIsDeleted()
    {
        Office office;
        office.registrar.made.fault = Message::of("registration_no_secret");
        office.registrar.made.pair.clientSecret = Secret();
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"registration_useless"_s);
        QCOMPARE(outcome.error().detail, office.registrar.made.fault);
        QCOMPARE(office.stateOfRun(), u"gone"_s);
        QCOMPARE(office.registrar.removed.size(), 1);
        QCOMPARE(office.world.count(u"confirm"_s), 0);
    }

    /// A server that gives two customers the same client.
    void anotherCustomersClientStays()
    {
        Office office;
        IssuedClient earlier;
        earlier.clientId = office.registrar.made.pair.clientId;
        earlier.company = CompanyId(u"initech"_s);
        earlier.onboarding = OnboardingId(u"earlier"_s);
        office.issuedClients.clients.append(earlier);
        Integration row;
        row.id = IntegrationId(u"int-0"_s);
        row.company = earlier.company;
        row.onboarding = earlier.onboarding;
        row.issuedClientId = earlier.clientId;
        row.status = IntegrationStatus::Live;
        office.integrations.rows.insert(row.id, row);

        QVERIFY(!office.onboard());
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"lost"_s);
        QCOMPARE(office.registrations.rows.value(0).detail,
            Message::of("registration_id_of_another", {u"registered"_s}));
        QVERIFY(!office.issuedClients.clients.value(0).withdrawn);
        QVERIFY(office.registrar.removed.isEmpty());
        QCOMPARE(office.world.count(u"confirm"_s), 0);
        QVERIFY(QCoro::waitFor(closeRegistration(office.services(), run)));
        QVERIFY(!office.isStagedInVault());
    }

    /// Many runs do not try again for each other.
    void theEndOfARunDeletesItsOwnClientAlone()
    {
        Office office;
        office.mayConfirm = false;
        QVERIFY(!office.onboard());
        const auto finish = [&office](const OnboardingId& only) {
            return QCoro::waitFor(
                finishRegistrations(office.services(), {office.theirs, {}}, {only}));
        };
        QVERIFY(finish(OnboardingId(u"another run"_s)));
        QCOMPARE(office.stateOfRun(), u"leaving"_s);
        QVERIFY(office.registrar.removed.isEmpty());
        QVERIFY(finish(run));
        QCOMPARE(office.stateOfRun(), u"gone"_s);
    }

    void onlyAClientThatIsLostCanBeClosed()
    {
        Office office;
        office.world.faults.insert(
            u"register"_s, failing(FailureKind::TimedOut, registrationUnanswered));
        QVERIFY(!office.onboard());
        QCOMPARE(office.stateOfRun(), u"lost"_s);
        const auto other =
            QCoro::waitFor(closeRegistration(office.services(), OnboardingId(u"another run"_s)));
        QVERIFY(!other);
        QCOMPARE(other.error().kind, FailureKind::NotFound);
        const auto closed = QCoro::waitFor(closeRegistration(office.services(), run));
        QVERIFY(closed);
        QCOMPARE(closed->clientName, u"Acme / globex / run"_s);
        QCOMPARE(office.stateOfRun(), u"gone"_s);
        // One that we can delete ourselves is not closed.
        office.world.faults.clear();
        QVERIFY(office.onboard());
        QVERIFY(!QCoro::waitFor(closeRegistration(office.services(), run)));
    }

    void anOddTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("two lines") << QByteArray("one\r\nX-Header: two");
        QTest::newRow("a space") << QByteArray("one two");
        QTest::newRow("no ASCII") << QByteArray("t\xc3\xb6ken");
    }
    void anOddTokenIsRefused()
    {
        QFETCH(QByteArray, token);
        Office office;
        const auto kept = QCoro::waitFor(
            keepRegistrationToken(office.vault, u"simulator"_s, office.settings, Secret(token)));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, FailureKind::Invalid);
    }
};

JETBRIDGE_TEST(RegisterClientTest)
#include "RegisterClientTest.moc"
