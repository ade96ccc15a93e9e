// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/OnboardCompany.h"
#include "flows/ProveIntegration.h"
#include "flows/UnknownOutcome.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace jetbridge;

namespace {

/// Everything that an onboarding needs, with master credentials in the vault.
struct Office : fakes::Office {
    bool mayConfirm = true;
    QList<UnstoredCustomer> held;
    QList<JournalEntry> owed; ///< Lines from before the flow that are not written yet.

    Office()
    {
        const MasterCredentials master{AppId(QStringLiteral("app")),
            {ClientId(QStringLiteral("master")), Secret("master secret")}};
        vault.items.insert(VaultKey::master(QStringLiteral("simulator")).text(), master.toJson());
    }

    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    SecondConfirm second = SecondConfirm::Refused;

    /// Makes the row of an earlier run for the same company.
    Integration earlier(IntegrationStatus status)
    {
        Integration row;
        row.id = unknownOutcomeId(OnboardingId(QStringLiteral("earlier")));
        row.company = CompanyId(QStringLiteral("globex"));
        row.status = status;
        row.onboarding = OnboardingId(QStringLiteral("earlier"));
        row.issuedClientId = ClientId(QStringLiteral("pending"));
        issuedClients.clients.append(
            {row.issuedClientId, QByteArray(32, 'x'), row.company, row.onboarding, false});
        integrations.rows.insert(row.id, row);
        return row;
    }
    void addLine(const char* run, StepState state)
    {
        JournalEntry line;
        line.onboarding = OnboardingId(QString::fromLatin1(run));
        line.company = CompanyId(QStringLiteral("globex"));
        line.step = Step::Confirm;
        line.state = state;
        journal.entries.append(line);
    }
    TokenPlace tokenPlace{QUrl(QStringLiteral("http://localhost:43117/oauth/token")), {}, {}};
    std::optional<ClientCredentials> given;
    QString confirmedWith; ///< Client that finish() was told of.

    Outcome<Integration> onboard(
        bool bidirectional = true, QStringList scopes = {QStringLiteral("company_read")})
    {
        const OnboardingRequest request{OnboardingId(QStringLiteral("run")),
            CompanyId(QStringLiteral("globex")), mode, bidirectional, QStringLiteral("Ada"), scopes,
            second, tokenPlace, given};
        const FinishSetup finish = [this](const Integration&, const ClientCredentials& master) {
            world.deed(QStringLiteral("finish"));
            confirmedWith = master.clientId.text();
        };
        const BeginConfirm beginConfirm = [this] {
            return mayConfirm;
        };
        const HoldUnstored hold = [this](const UnstoredCustomer& customer) {
            held.append(customer);
        };
        const JournalKeeper keeper(journal, clock, request.onboarding, request.company);
        for (const JournalEntry& line : std::exchange(owed, {}))
            keeper.owe(line);
        auto task = onboardCompany(services(), keeper, request, finish, beginConfirm, hold);
        return QCoro::waitFor(std::move(task));
    }
};

} // namespace

class OnboardCompanyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStepComesInTheGuidesOrder()
    {
        Office office;
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Live);
        QCOMPARE(outcome->companyName, QStringLiteral("Globex Corporation"));
        const auto position = [&office](const char* deed) {
            return office.world.done.indexOf(QLatin1String(deed));
        };
        const QList<qsizetype> order{position("vault.store probe"), position("token master"),
            position("issue"), position("journal rehearse started"), position("trial body"),
            position("trial basic"), position("tell"), position("journal confirm started"),
            position("confirm"), position("journal confirm done"),
            position("journal store started"), position("save unstored"),
            position("vault.store customer"), position("vault.read customer"),
            position("journal store done"), position("save unproved"), position("finish"),
            position("token customer"), position("company"), position("save live")};
        QVERIFY2(!order.contains(-1), qPrintable(office.world.done.join(QStringLiteral(", "))));
        QVERIFY2(std::is_sorted(order.begin(), order.end()),
            qPrintable(office.world.done.join(QStringLiteral(", "))));
        QCOMPARE(office.world.count(QStringLiteral("confirm")), 1);
    }

    void theConsentIsWrittenTogetherWithTheFirstStep()
    {
        Office office;
        JournalEntry consent;
        consent.step = Step::Consent;
        consent.state = StepState::Done;
        office.owed = {consent};
        office.world.faults.insert(QStringLiteral("journal preflight started"),
            {FailureKind::StorageUnavailable, 0, {}, {}, {}});
        QVERIFY(!office.onboard());
        QVERIFY(office.journal.entries.isEmpty()); // one is not written without the other

        office.world.faults.clear();
        office.owed = {consent};
        QVERIFY(office.onboard());
        QCOMPARE(office.journal.entries.value(0).step, Step::Consent);
        QCOMPARE(office.journal.entries.value(1).step, Step::Preflight);
    }

    void bidirectionalSendsFreshCredentialsAndKeepsOnlyTheHash()
    {
        Office office;
        QVERIFY(office.onboard(true));
        const IntegrationRequest sent = office.smartRecruiters.sent.value(0);
        QVERIFY(sent.issued);
        QVERIFY(sent.issued->clientId.text().startsWith(QLatin1String("jetbridge-")));
        QVERIFY(sent.issued->clientSecret.size() >= 27); // 160 bits in base64url (RFC 6749 10.10)
        QCOMPARE(
            office.issuedClients.clients.value(0).secretSha256, sent.issued->clientSecret.sha256());
        QCOMPARE(office.issuedClients.clients.value(0).clientId, sent.issued->clientId);
    }

    void oneWaySendsNoCredentials()
    {
        Office office;
        const auto outcome = office.onboard(false);
        QVERIFY(outcome);
        QVERIFY(!office.smartRecruiters.sent.value(0).issued);
        QVERIFY(outcome->issuedClientId.isEmpty());
        QVERIFY(office.issuedClients.clients.isEmpty());
    }

    void theProofFollowsTheScopes_data()
    {
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QString>("called");
        QTest::newRow("company_read")
            << QStringList{QStringLiteral("jobs_read"), QStringLiteral("company_read")}
            << QStringLiteral("company");
        QTest::newRow("jobs_read")
            << QStringList{QStringLiteral("jobs_read")} << QStringLiteral("jobs");
        QTest::newRow("configuration_read") << QStringList{QStringLiteral("configuration_read"),
            QStringLiteral("users_read")} << QStringLiteral("departments");
        QTest::newRow("users_read")
            << QStringList{QStringLiteral("candidates_read"), QStringLiteral("users_read")}
            << QStringLiteral("users");
        QTest::newRow("candidates_read")
            << QStringList{QStringLiteral("candidates_read")} << QStringLiteral("candidates");
        QTest::newRow("none of them")
            << QStringList{QStringLiteral("webhooks_manage")} << QString();
    }
    void theProofFollowsTheScopes()
    {
        QFETCH(QStringList, scopes);
        QFETCH(QString, called);
        Office office;
        const auto outcome = office.onboard(true, scopes);
        QVERIFY(outcome);
        for (const QString& call :
            {QStringLiteral("company"), QStringLiteral("jobs"), QStringLiteral("departments"),
                QStringLiteral("users"), QStringLiteral("candidates")})
            QCOMPARE(office.world.count(call), call == called ? 1 : 0);
        // A token alone does not prove a call.
        QCOMPARE(outcome->status,
            called.isEmpty() ? IntegrationStatus::Unproved : IntegrationStatus::Live);
        QCOMPARE(onlyATokenWasGiven(*outcome), called.isEmpty());
        QCOMPARE(outcome->statusDetail.english().startsWith(QLatin1String("A token was given")),
            called.isEmpty());
        const JournalEntry last = office.journal.entries.last();
        QCOMPARE(last.step, Step::Prove);
        QCOMPARE(last.code == QLatin1String(tokenOnlyCode), called.isEmpty());
    }

    /// Failing step x fault -> what was and was not done.
    void whateverFailsNothingIsLostAndNothingIsSentTwice_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<bool>("succeeds");
        QTest::addColumn<int>("confirms");
        QTest::addColumn<bool>("withdrawn");
        QTest::addColumn<QString>("lastJournalLine");

        const auto row = [](const char* deed, FailureKind kind, bool succeeds, int confirms,
                             bool withdrawn, const char* lastLine) {
            QTest::addRow("%s: %s", deed, qPrintable(failureKindName(kind))) << QString::fromLatin1(
                deed) << kind << succeeds << confirms << withdrawn << QString::fromLatin1(lastLine);
        };
        using K = FailureKind;
        row("vault.store probe", K::VaultUnavailable, false, 0, false, "preflight failed");
        row("vault.read probe", K::VaultUnavailable, false, 0, false, "preflight failed");
        row("journal preflight started", K::StorageUnavailable, false, 0, false, "");
        row("vault.read master", K::VaultUnavailable, false, 0, false, "preflight failed");
        for (const auto kind : {K::Refused, K::Unreachable, K::TimedOut, K::BadReply,
                 K::RateLimited, K::ServerFault, K::Insecure, K::Cancelled})
            row("token master", kind, false, 0, false, "token failed");
        row("issue", K::Conflict, false, 0, false, "token done");
        row("issue", K::StorageUnavailable, false, 0, false, "token done");
        row("journal rehearse started", K::StorageUnavailable, false, 0, true, "token started");
        for (const auto kind :
            {K::Unreachable, K::TimedOut, K::Insecure, K::BadReply, K::ServerFault, K::Cancelled})
            row("trial", kind, false, 0, true, "rehearse failed");
        row("trial body", K::Refused, true, 1, false, "prove done");
        row("trial basic", K::Refused, true, 1, false, "prove done");
        row("journal confirm started", K::StorageUnavailable, false, 0, true, "rehearse started");
        for (const auto kind : {K::Refused, K::NotPermitted, K::NotFound, K::Conflict, K::Invalid,
                 K::RateLimited, K::Unreachable, K::Insecure})
            row("confirm", kind, false, 1, true, "confirm failed");
        row("confirm", K::OutcomeUnknown, false, 1, false, "confirm unknown");
        row("vault.store customer", K::VaultUnavailable, false, 1, false, "store failed");
        row("vault.read customer", K::VaultUnavailable, false, 1, false, "store failed");
        row("save unstored", K::StorageUnavailable, false, 1, false, "confirm started");
        row("save unproved", K::StorageUnavailable, false, 1, false, "store started");
        row("token customer", K::Unreachable, true, 1, false, "prove failed");
        row("company", K::NotPermitted, true, 1, false, "prove failed");
        row("journal finish done", K::StorageUnavailable, true, 1, false, "store done");
        row("save live", K::StorageUnavailable, true, 1, false, "prove done");
    }
    void whateverFailsNothingIsLostAndNothingIsSentTwice()
    {
        QFETCH(QString, failingDeed);
        QFETCH(FailureKind, kind);
        QFETCH(bool, succeeds);
        QFETCH(int, confirms);
        QFETCH(bool, withdrawn);
        QFETCH(QString, lastJournalLine);
        Office office;
        office.mode = ConsentDisplayMode::Popup;
        office.world.faults.insert(
            failingDeed, {kind, 0, {}, Message::inWords(QStringLiteral("on demand")), {}});

        const auto outcome = office.onboard();

        QCOMPARE(outcome.has_value(), succeeds);
        if (!succeeds)
            QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.world.count(QStringLiteral("confirm")), confirms);
        QCOMPARE(office.world.count(QStringLiteral("withdraw")) > 0, withdrawn);
        QCOMPARE(office.world.count(QStringLiteral("finish")), succeeds ? 1 : 0);
        // Credentials that SmartRecruiters showed once are in the vault, or held in memory.
        const bool shown = office.world.count(QStringLiteral("vault.store customer"))
                + office.world.count(QStringLiteral("vault.store run"))
            == 1;
        QCOMPARE(office.held.size(), shown && !succeeds ? 1 : 0);
        // Until the vault is known to hold them, a row stands for them, or the journal says that
        // the confirm call has no known result.
        if (!office.held.isEmpty())
            QVERIFY(!office.integrations.rows.isEmpty()
                || lastJournalLine == QLatin1String("confirm started"));
        // An unknown outcome is a row that staff can see.
        const auto unknown = office.integrations.rows.constFind(
            unknownOutcomeId(OnboardingId(QStringLiteral("run"))));
        QCOMPARE(unknown != office.integrations.rows.cend(), kind == FailureKind::OutcomeUnknown);
        if (kind == FailureKind::OutcomeUnknown) {
            QCOMPARE(unknown->consentedBy, QStringLiteral("Ada"));
            QCOMPARE(unknown->mode, ConsentDisplayMode::Popup);
            QCOMPARE(unknown->issuedClientId, office.issuedClients.clients.first().clientId);
        }
        const JournalEntry last =
            office.journal.entries.isEmpty() ? JournalEntry() : office.journal.entries.last();
        QCOMPARE(office.journal.entries.isEmpty()
                ? QString()
                : stepName(last.step) + QLatin1Char(' ') + stepStateName(last.state),
            lastJournalLine);
    }

    /// Condition that does not hold before the confirm call -> its failure. The redirect is checked
    /// where it arrives: ConsentTest and, without a page, CliTest ("a foreign redirect").
    void whatThePreflightRefusesIsNeverSent_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("says");
        using K = FailureKind;
        const auto row = [](const char* what, K kind, const char* says) {
            QTest::newRow(what) << QString::fromLatin1(what) << kind << QString::fromLatin1(says);
        };
        row("the vault cannot be written", K::VaultUnavailable, "on demand");
        row("the vault gives something else back", K::VaultUnavailable, "did not give the same");
        row("no master credentials", K::Refused, "master credentials");
        row("a customer's client as master", K::Invalid, "customer-level one, of the company");
        row("a client that we issued as master", K::Invalid, "customer-level one, of the company");
        row("the clientId is taken", K::Conflict, "was issued before");
    }
    void whatThePreflightRefusesIsNeverSent()
    {
        QFETCH(QString, what);
        QFETCH(FailureKind, kind);
        QFETCH(QString, says);
        Office office;
        const ClientId master(QStringLiteral("master"));
        const CompanyId initech(QStringLiteral("initech"));
        if (what.contains(QLatin1String("written")))
            office.world.faults.insert(QStringLiteral("vault.store probe"),
                {kind, 0, {}, Message::inWords(QStringLiteral("on demand")), {}});
        office.vault.isForgetful = what.contains(QLatin1String("something else"));
        if (what.startsWith(QLatin1String("no master")))
            office.vault.items.clear();
        if (what.contains(QLatin1String("customer's")))
            office.issuedClients.given.insert(master, initech);
        if (what.contains(QLatin1String("we issued")))
            office.issuedClients.clients.append({master, {}, initech, {}, true});
        if (what.contains(QLatin1String("taken"))) { // randomness that repeats itself
            fakes::CountingRandomness same;
            office.issuedClients.clients.append({ClientId(QStringLiteral("jetbridge-")
                                                     + QString::fromLatin1(same.bytes(16).toHex())),
                {}, initech, {}, true});
        }
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QVERIFY2(
            outcome.error().detail.english().contains(says), qPrintable(outcome.error().detail));
        QVERIFY(office.smartRecruiters.sent.isEmpty());
    }

    /// Nobody serves oauthTokenUrl, or client credentials are given where none are expected -> the
    /// failure.
    void whereTheWayBackCannotWorkNothingIsSent_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<TokenService>("service");
        QTest::addColumn<bool>("isGiven");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const char* url, TokenService service, bool isGiven,
                             const char* code) {
            QTest::newRow(name) << QString::fromLatin1(url) << service << isGiven
                                << QString::fromLatin1(code);
        };
        using T = TokenService;
        const char* theirs = "https://partner.example/token";
        const char* ours = "http://127.0.0.1:43117/oauth/token";
        row("nobody is known to serve it", theirs, T::Unset, false, "nobody_serves");
        row("a pair does not say who", theirs, T::Unset, true, "nobody_serves");
        row("no pair was given", theirs, T::Given, false, "no_given_pair");
        row("a pair was given, and ours is asked", ours, T::Unset, true, "unwanted_pair");
        row("the same, said", theirs, T::Here, true, "unwanted_pair");
    }
    void whereTheWayBackCannotWorkNothingIsSent()
    {
        QFETCH(QString, url);
        QFETCH(TokenService, service);
        QFETCH(bool, isGiven);
        Office office;
        office.tokenPlace = {QUrl(url), service, {}};
        if (isGiven)
            office.given = {ClientId(QStringLiteral("theirs")), Secret("their secret")};
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QTEST(outcome.error().code, "code");
        QVERIFY(office.tokenTrials.asked.isEmpty());
        QCOMPARE(office.world.count(QStringLiteral("token master")), 0);
        QVERIFY(office.issuedClients.clients.isEmpty());
        // A one-way customer has no way back that could fail.
        office.given.reset();
        QVERIFY(office.onboard(false));
    }

    void aGivenPairIsRehearsedSentAndKept()
    {
        Office office;
        const QUrl theirs(QStringLiteral("https://partner.example/token"));
        office.tokenPlace = {theirs, TokenService::Given, {}};
        office.given = {ClientId(QStringLiteral("theirs")), Secret("their secret")};
        const auto outcome = office.onboard();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QCOMPARE(outcome->status, IntegrationStatus::Live);
        QCOMPARE(outcome->issuedClientId.text(), QStringLiteral("theirs"));
        QCOMPARE(office.tokenTrials.asked.size(), 2);
        QCOMPARE(office.tokenTrials.asked.first().first, theirs);
        QCOMPARE(
            office.smartRecruiters.sent.value(0).issued->clientId.text(), QStringLiteral("theirs"));
        QCOMPARE(office.issuedClients.clients.value(0).servedBy, TokenService::Given);
        const auto item =
            CustomerCredentials::fromJson(office.vault.items
                                              .value(VaultKey::customer(QStringLiteral("simulator"),
                                                  IntegrationId(QStringLiteral("int-1")))
                                                         .text())
                                              .reveal()
                                              .toByteArray());
        QVERIFY(item && item->issued);
        QVERIFY(item->issued->clientSecret.equals(office.given->clientSecret));
    }

    void aRefusedPairIsTriedAgainButNeverAnothersPair()
    {
        Office office;
        office.tokenPlace = {
            QUrl(QStringLiteral("https://partner.example/token")), TokenService::Given, {}};
        office.given = {ClientId(QStringLiteral("theirs")), Secret("their secret")};
        office.world.faults.insert(QStringLiteral("trial"),
            {FailureKind::Refused, 401, QStringLiteral("invalid_client"), {}, {}});
        const auto refused = office.onboard();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted); // not a refusal by
                                                                   // SmartRecruiters
        QCOMPARE(refused.error().code, QStringLiteral("way_back_refused"));
        QCOMPARE(office.world.count(QStringLiteral("confirm")), 0);
        QVERIFY(office.issuedClients.clients.value(0).withdrawn);
        QCOMPARE(office.issuedClients.told.value(0).second.kind, WayBackEvent::Kind::Refused);
        // Staff have fixed it in their server: same client, same customer.
        office.world.faults.clear();
        office.journal.entries.clear();
        QVERIFY(office.onboard());

        Office other;
        other.tokenPlace = office.tokenPlace;
        other.given = office.given;
        other.issuedClients.clients.append({other.given->clientId, {},
            CompanyId(QStringLiteral("initech")), {}, true, {}, TokenService::Given});
        const auto taken = other.onboard();
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, FailureKind::Conflict);
        QVERIFY(other.tokenTrials.asked.isEmpty());
        QCOMPARE(other.world.count(QStringLiteral("confirm")), 0);
    }

    void onlyOneWayToAskIsSaidAndIsEnough()
    {
        Office office;
        office.world.faults.insert(QStringLiteral("trial basic"),
            {FailureKind::Refused, 401, QStringLiteral("invalid_client"), {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        const auto line = std::find_if(office.journal.entries.cbegin(),
            office.journal.entries.cend(), [](const JournalEntry& entry) {
                return entry.step == Step::Rehearse && entry.state == StepState::Done;
            });
        QVERIFY(line != office.journal.entries.cend());
        QCOMPARE(line->code, QStringLiteral("by_body"));
        QVERIFY(line->detail.english().contains(QLatin1String("by body only")));
    }

    /// State that an earlier run left x decision of staff -> whether another call is sent.
    void anEarlierRunWithoutAnEndRefusesASecondConfirm_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<SecondConfirm>("second");
        QTest::addColumn<std::optional<FailureKind>>("refusal");
        using K = FailureKind;
        const auto row = [](const char* left, SecondConfirm second, std::optional<K> refusal) {
            QTest::addRow("%s%s", left, second == SecondConfirm::Refused ? "" : ", wanted by staff")
                << QString::fromLatin1(left) << second << refusal;
        };
        for (const char* left :
            {"a row", "a row that is known to exist", "a line: started", "a line: unknown"})
            row(left, SecondConfirm::Refused, K::Conflict);
        row("a row", SecondConfirm::WantedByStaff, std::nullopt);
        for (const auto second : {SecondConfirm::Refused, SecondConfirm::WantedByStaff}) {
            row("a row that is known to exist", second, K::Conflict);
            row("unstored credentials", second, K::VaultUnavailable);
        }
        row("a line: failed", SecondConfirm::Refused, std::nullopt);
        row("a line: done", SecondConfirm::Refused, std::nullopt);
        row("a row of another company", SecondConfirm::Refused, std::nullopt);
    }
    void anEarlierRunWithoutAnEndRefusesASecondConfirm()
    {
        QFETCH(QString, left);
        QFETCH(SecondConfirm, second);
        QFETCH(std::optional<FailureKind>, refusal);
        Office office;
        office.second = second;
        const QHash<QString, StepState> lines{{QStringLiteral("started"), StepState::Started},
            {QStringLiteral("unknown"), StepState::Unknown},
            {QStringLiteral("failed"), StepState::Failed},
            {QStringLiteral("done"), StepState::Done}};
        if (left.startsWith(QLatin1String("a line")))
            office.addLine("earlier", lines.value(left.section(QLatin1Char(' '), -1)));
        if (left.startsWith(QLatin1String("a row"))) {
            Integration row = office.earlier(IntegrationStatus::Unknown);
            if (left.contains(QLatin1String("known to exist")))
                row.checkedAt = office.clock.now();
            if (left.contains(QLatin1String("another")))
                row.company = CompanyId(QStringLiteral("initech"));
            office.integrations.rows.insert(row.id, row);
        }
        if (left.startsWith(QLatin1String("unstored")))
            office.earlier(IntegrationStatus::Unstored);
        const auto before = office.integrations.rows;

        const auto outcome = office.onboard();

        QCOMPARE(outcome.has_value(), !refusal);
        QCOMPARE(office.smartRecruiters.sent.size(), refusal ? 0 : 1);
        if (!refusal)
            return;
        QCOMPARE(outcome.error().kind, *refusal);
        if (*refusal == FailureKind::Conflict)
            QCOMPARE(outcome.error().code,
                QLatin1String(left.contains(QLatin1String("known to exist")) ? "integration_exists"
                                                                             : outcomeUnknownCode));
        QCOMPARE(office.integrations.rows, before);
    }

    void anUnknownOutcomeStaysUntilTheNewCredentialsAreStored_data()
    {
        QTest::addColumn<QString>("failingDeed");
        QTest::addColumn<bool>("stays");
        QTest::newRow("nothing fails") << QString() << false;
        for (const char* deed : {"vault.store probe", "token master", "confirm",
                 "vault.store customer", "journal confirm started", "save unstored"})
            QTest::newRow(deed) << QString::fromLatin1(deed) << true;
        QTest::newRow("the proof") << QStringLiteral("company") << false;
    }
    void anUnknownOutcomeStaysUntilTheNewCredentialsAreStored()
    {
        QFETCH(QString, failingDeed);
        QFETCH(bool, stays);
        Office office;
        const Integration earlier = office.earlier(IntegrationStatus::Unknown);
        office.addLine("earlier", StepState::Unknown);
        office.second = SecondConfirm::WantedByStaff;
        if (!failingDeed.isEmpty())
            office.world.faults.insert(failingDeed,
                {FailureKind::ServerFault, 503, {}, Message::inWords(QStringLiteral("on demand")),
                    {}});

        const auto outcome = office.onboard();

        QCOMPARE(office.integrations.rows.contains(earlier.id), stays);
        QCOMPARE(office.issuedClients.clients.first().withdrawn, !stays);
        // The next start does not find it again.
        const auto unresolved = QCoro::waitFor(office.journal.unresolved());
        QVERIFY(unresolved);
        const bool isUnresolved = std::any_of(unresolved->begin(), unresolved->end(),
            [&](const JournalEntry& line) { return line.onboarding == earlier.onboarding; });
        QCOMPARE(isUnresolved, stays);
        if (!stays) {
            QVERIFY(outcome);
            QCOMPARE(office.integrations.formerRows.size(), 1); // the history is kept
        }
    }

    void aCancelBeforeTheConfirmCallSendsNothing()
    {
        Office office;
        office.mayConfirm = false;
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Cancelled);
        QCOMPARE(office.world.count(QStringLiteral("confirm")), 0);
        QVERIFY(office.issuedClients.clients.value(0).withdrawn);
    }

    void aSecretThatCameIsKeptWhateverElseIsOdd()
    {
        Office office;
        office.smartRecruiters.confirmed =
            CustomerCredentials{IntegrationId(), {ClientId(), Secret("customer secret")},
                Message::inWords(QStringLiteral("it has no integrationId."))};
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->id, IntegrationId(QStringLiteral("unnamed-run")));
        QVERIFY(outcome->statusDetail.english().contains(QLatin1String("no integrationId")));
        const VaultKey key = VaultKey::customer(QStringLiteral("simulator"), outcome->id);
        const Secret item = office.vault.items.value(key.text());
        const auto kept = CustomerCredentials::fromJson(item.reveal().toByteArray());
        QVERIFY(kept);
        QVERIFY(kept->client.clientSecret.equals(Secret("customer secret")));
        QVERIFY(std::any_of(office.journal.entries.begin(), office.journal.entries.end(),
            [](const JournalEntry& line) {
                return line.step == Step::Confirm && line.state == StepState::Done
                    && line.detail.english().contains(QLatin1String("no integrationId"));
            }));
    }

    void anUnknownOutcomeSaysWhatCame()
    {
        Office office;
        office.world.faults.insert(QStringLiteral("confirm"),
            {FailureKind::OutcomeUnknown, 500, {},
                Message::inWords(QStringLiteral("answered 500: Oops.")), {}});
        QVERIFY(!office.onboard());
        const auto row =
            office.integrations.rows.value(unknownOutcomeId(OnboardingId(QStringLiteral("run"))));
        QCOMPARE(row.statusDetail, QStringLiteral("answered 500: Oops."));
    }

    void onboardedAgainACompanyKeepsItsPast()
    {
        Office office;
        Integration before;
        before.id = IntegrationId(QStringLiteral("int-0"));
        before.company = CompanyId(QStringLiteral("globex"));
        before.status = IntegrationStatus::Disabled;
        before.onboarding = OnboardingId(QStringLiteral("run-0"));
        office.integrations.rows.insert(before.id, before);
        QVERIFY(office.onboard());
        QCOMPARE(office.integrations.rows.size(), 1);
        QVERIFY(office.integrations.rows.contains(IntegrationId(QStringLiteral("int-1"))));
        QCOMPARE(office.integrations.formerRows.size(), 1);
        QCOMPARE(office.integrations.formerRows.first().integration, before);
        QCOMPARE(office.integrations.formerRows.first().replacedBy.text(), QStringLiteral("int-1"));
        const auto line = std::find_if(office.journal.entries.begin(), office.journal.entries.end(),
            [](const JournalEntry& entry) { return entry.step == Step::Replaced; });
        QVERIFY(line != office.journal.entries.end());
        QCOMPARE(line->onboarding, before.onboarding); // it ends the history of what was before
        QVERIFY(line->detail.english().contains(QLatin1String("\"int-1\"")));
    }

    /// When the other company's row exists: long before, or at this very moment.
    void anIdThatAnotherCompanyHasOverwritesNobody_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::newRow("before") << QString();
        QTest::newRow("between look and write") << QStringLiteral("journal store started");
    }
    void anIdThatAnotherCompanyHasOverwritesNobody()
    {
        QFETCH(QString, moment);
        Office office;
        Integration namesake;
        namesake.id = IntegrationId(QStringLiteral("int-1"));
        namesake.company = CompanyId(QStringLiteral("initech"));
        namesake.clientId = ClientId(QStringLiteral("initech's"));
        namesake.status = IntegrationStatus::Live;
        const auto onboardTheOther = [&office, namesake] {
            office.integrations.rows.insert(namesake.id, namesake);
        };
        if (moment.isEmpty())
            onboardTheOther();
        office.world.meanwhile.insert(moment, onboardTheOther);
        const QString kept = VaultKey::customer(QStringLiteral("simulator"), namesake.id).text();
        office.vault.items.insert(kept, Secret("initech's secret"));

        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(office.integrations.rows.value(namesake.id), namesake);
        QVERIFY(office.vault.items.value(kept).equals(Secret("initech's secret")));
        QCOMPARE(outcome->id, IntegrationId(QStringLiteral("int-1.globex")));
        const VaultKey own = VaultKey::customer(QStringLiteral("simulator"), outcome->id);
        QVERIFY(office.vault.items.value(own.text())
                    .revealText()
                    .contains(QLatin1String("customer secret")));
        // The next attempt uses the same name.
        QVERIFY(office.onboard());
        QCOMPARE(office.integrations.rows.size(), 2);
    }

    void aPastThatCannotBePutAwayDoesNotEndAnOnboarding()
    {
        Office office;
        office.world.faults.insert(QStringLiteral("integrations.retire"),
            {FailureKind::StorageUnavailable, 0, {}, {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Live);
    }

    void aProofWithoutAnAnswerLeavesTheCustomerUnproved()
    {
        Office office;
        office.world.faults.insert(QStringLiteral("company"),
            {FailureKind::Unreachable, 0, {}, Message::inWords(QStringLiteral("nobody there")),
                {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Unproved);
        QCOMPARE(outcome->statusDetail, QStringLiteral("nobody there"));
        QVERIFY(!office.integrations.rows.value(outcome->id).checkedAt.isValid());
    }

    void whoDisablesItWhileTheKeychainTakesItsTimeHasDisabledIt()
    {
        Office office;
        const auto disable = [&office] {
            for (Integration& row : office.integrations.rows)
                row.status = IntegrationStatus::Disabled;
        };
        office.world.meanwhile.insert(QStringLiteral("vault.store customer"), disable);
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(office.integrations.rows.value(outcome->id).status, IntegrationStatus::Disabled);
        QCOMPARE(office.world.count(QStringLiteral("journal store done")), 2); // once with the row,
                                                                               // once without it
    }

    void whoDisablesItWhileTheCredentialsAreHeldHasDisabledIt()
    {
        Office office;
        office.world.faults.insert(
            QStringLiteral("vault.store customer"), {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        QVERIFY(!office.onboard());
        office.world.faults.clear();
        const UnstoredCustomer held = office.held.constFirst();
        office.integrations.rows[held.integration.id].status = IntegrationStatus::Disabled;
        QVERIFY(QCoro::waitFor(storeCustomer(office.services(), held)));
        QCOMPARE(office.integrations.rows.value(held.integration.id).status,
            IntegrationStatus::Disabled);
        QVERIFY(office.vault.items.contains(
            VaultKey::customer(QStringLiteral("simulator"), held.integration.id).text()));
    }

    void aMasterTokenThatWasRevokedInTheCacheIsReplacedOnce_data()
    {
        QTest::addColumn<bool>("isCached");
        QTest::addColumn<int>("refusals");
        QTest::addColumn<int>("confirms");
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("a cached one") << true << 1 << 2 << true;
        QTest::newRow("the fresh one, too") << true << 2 << 2 << false;
        QTest::newRow("one that was fresh") << false << 1 << 1 << false;
    }
    void aMasterTokenThatWasRevokedInTheCacheIsReplacedOnce()
    {
        QFETCH(bool, isCached);
        QFETCH(int, refusals);
        QFETCH(int, confirms);
        QFETCH(bool, succeeds);
        Office office;
        office.tokens.isCaching = isCached;
        const QString confirm = QStringLiteral("confirm");
        office.world.faults.insert(confirm, {FailureKind::Refused, 401, {}, {}, {}});
        office.world.meanwhile.insert(confirm, [&office, confirm, refusals] {
            if (office.world.count(confirm) > refusals)
                office.world.faults.remove(confirm);
        });
        const auto outcome = office.onboard();
        QCOMPARE(outcome.has_value(), succeeds);
        QCOMPARE(office.world.count(confirm), confirms);
        QCOMPARE(office.world.count(QStringLiteral("token master")), confirms);
        QCOMPARE(office.world.count(QStringLiteral("journal confirm started")), 1);
        QCOMPARE(office.issuedClients.clients.size(), 1);
        QCOMPARE(office.issuedClients.clients.first().withdrawn, !succeeds);
    }

    void withoutMasterCredentialsNothingIsSent()
    {
        Office office;
        office.vault.items.clear();
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, QStringLiteral("no_master_credentials"));
        QVERIFY(office.smartRecruiters.sent.isEmpty());
    }

    void aRevokedCustomerTokenIsFetchedOnceMore()
    {
        Office office;
        office.world.faults.insert(
            QStringLiteral("company"), {FailureKind::Refused, 401, {}, {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Failing);
        QCOMPARE(office.world.count(QStringLiteral("company")), 2);
        QCOMPARE(office.world.count(QStringLiteral("drop customer")), 1);
    }
};

JETBRIDGE_TEST(OnboardCompanyTest)
#include "OnboardCompanyTest.moc"
