// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/OnboardCompany.h"
#include "flows/ProveIntegration.h"
#include "flows/UnknownOutcome.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Everything that an onboarding needs, with master credentials in the vault.
struct Office : fakes::Office {
    bool mayConfirm = true;
    QList<UnstoredCustomer> held;
    QList<JournalEntry> owed; ///< Lines from before the flow that are not written yet.

    Office()
    {
        const MasterCredentials master{
            AppId(u"app"_s), {ClientId(u"master"_s), Secret("master secret")}};
        vault.items.insert(VaultKey::master(u"simulator"_s).text(), master.toJson());
    }

    ConsentDisplayMode mode = ConsentDisplayMode::Redirect;
    SecondConfirm second = SecondConfirm::Refused;

    /// Makes the row of an earlier run for the same company.
    Integration earlier(IntegrationStatus status)
    {
        Integration row;
        row.id = unknownOutcomeId(OnboardingId(u"earlier"_s));
        row.company = CompanyId(u"globex"_s);
        row.status = status;
        row.onboarding = OnboardingId(u"earlier"_s);
        row.issuedClientId = ClientId(u"pending"_s);
        issuedClients.clients.append(
            {row.issuedClientId, QByteArray(32, 'x'), row.company, row.onboarding, false});
        integrations.rows.insert(row.id, row);
        return row;
    }
    void addLine(const char* run, StepState state)
    {
        JournalEntry line;
        line.onboarding = OnboardingId(QString::fromLatin1(run));
        line.company = CompanyId(u"globex"_s);
        line.step = Step::Confirm;
        line.state = state;
        journal.entries.append(line);
    }
    TokenPlace tokenPlace{QUrl(u"http://localhost:43117/oauth/token"_s), {}, {}};
    std::optional<ClientCredentials> given;
    QString confirmedWith; ///< Client that finish() was told of.

    Outcome<Integration> onboard(
        bool bidirectional = true, QStringList scopes = {u"company_read"_s})
    {
        const OnboardingRequest request{OnboardingId(u"run"_s), CompanyId(u"globex"_s), mode,
            bidirectional, u"Ada"_s, scopes, second, tokenPlace, given};
        const FinishSetup finish = [this](const Integration&, const ClientCredentials& master) {
            world.deed(u"finish"_s);
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
        QCOMPARE(outcome->companyName, u"Globex Corporation"_s);
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
        QVERIFY2(!order.contains(-1), qPrintable(office.world.done.join(u", "_s)));
        QVERIFY2(std::is_sorted(order.begin(), order.end()),
            qPrintable(office.world.done.join(u", "_s)));
        QCOMPARE(office.world.count(u"confirm"_s), 1);
    }

    void theConsentIsWrittenTogetherWithTheFirstStep()
    {
        Office office;
        JournalEntry consent;
        consent.step = Step::Consent;
        consent.state = StepState::Done;
        office.owed = {consent};
        office.world.faults.insert(
            u"journal preflight started"_s, {FailureKind::StorageUnavailable, 0, {}, {}, {}});
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
        QVERIFY(sent.issued->clientId.text().startsWith("jetbridge-"_L1));
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
            << QStringList{u"jobs_read"_s, u"company_read"_s} << u"company"_s;
        QTest::newRow("jobs_read") << QStringList{u"jobs_read"_s} << u"jobs"_s;
        QTest::newRow("configuration_read")
            << QStringList{u"configuration_read"_s, u"users_read"_s} << u"departments"_s;
        QTest::newRow("users_read")
            << QStringList{u"candidates_read"_s, u"users_read"_s} << u"users"_s;
        QTest::newRow("candidates_read") << QStringList{u"candidates_read"_s} << u"candidates"_s;
        QTest::newRow("none of them") << QStringList{u"webhooks_manage"_s} << QString();
    }
    void theProofFollowsTheScopes()
    {
        QFETCH(QStringList, scopes);
        QFETCH(QString, called);
        Office office;
        const auto outcome = office.onboard(true, scopes);
        QVERIFY(outcome);
        for (const QString& call :
            {u"company"_s, u"jobs"_s, u"departments"_s, u"users"_s, u"candidates"_s})
            QCOMPARE(office.world.count(call), call == called ? 1 : 0);
        // A token alone does not prove a call.
        QCOMPARE(outcome->status,
            called.isEmpty() ? IntegrationStatus::Unproved : IntegrationStatus::Live);
        QCOMPARE(onlyATokenWasGiven(*outcome), called.isEmpty());
        QCOMPARE(
            outcome->statusDetail.english().startsWith("A token was given"_L1), called.isEmpty());
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
            failingDeed, {kind, 0, {}, Message::inWords(u"on demand"_s), {}});

        const auto outcome = office.onboard();

        QCOMPARE(outcome.has_value(), succeeds);
        if (!succeeds)
            QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(office.world.count(u"confirm"_s), confirms);
        QCOMPARE(office.world.count(u"withdraw"_s) > 0, withdrawn);
        QCOMPARE(office.world.count(u"finish"_s), succeeds ? 1 : 0);
        // Credentials that SmartRecruiters showed once are in the vault, or held in memory.
        const bool shown =
            office.world.count(u"vault.store customer"_s) + office.world.count(u"vault.store run"_s)
            == 1;
        QCOMPARE(office.held.size(), shown && !succeeds ? 1 : 0);
        // Until the vault is known to hold them, a row stands for them, or the journal says that
        // the confirm call has no known result.
        if (!office.held.isEmpty())
            QVERIFY(!office.integrations.rows.isEmpty() || lastJournalLine == "confirm started"_L1);
        // An unknown outcome is a row that staff can see.
        const auto unknown =
            office.integrations.rows.constFind(unknownOutcomeId(OnboardingId(u"run"_s)));
        QCOMPARE(unknown != office.integrations.rows.cend(), kind == FailureKind::OutcomeUnknown);
        if (kind == FailureKind::OutcomeUnknown) {
            QCOMPARE(unknown->consentedBy, u"Ada"_s);
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
        const ClientId master(u"master"_s);
        const CompanyId initech(u"initech"_s);
        if (what.contains("written"_L1))
            office.world.faults.insert(
                u"vault.store probe"_s, {kind, 0, {}, Message::inWords(u"on demand"_s), {}});
        office.vault.isForgetful = what.contains("something else"_L1);
        if (what.startsWith("no master"_L1))
            office.vault.items.clear();
        if (what.contains("customer's"_L1))
            office.issuedClients.given.insert(master, initech);
        if (what.contains("we issued"_L1))
            office.issuedClients.clients.append({master, {}, initech, {}, true});
        if (what.contains("taken"_L1)) { // randomness that repeats itself
            fakes::CountingRandomness same;
            office.issuedClients.clients.append(
                {ClientId(u"jetbridge-"_s + QString::fromLatin1(same.bytes(16).toHex())), {},
                    initech, {}, true});
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
            office.given = {ClientId(u"theirs"_s), Secret("their secret")};
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QTEST(outcome.error().code, "code");
        QVERIFY(office.tokenTrials.asked.isEmpty());
        QCOMPARE(office.world.count(u"token master"_s), 0);
        QVERIFY(office.issuedClients.clients.isEmpty());
        // A one-way customer has no way back that could fail.
        office.given.reset();
        QVERIFY(office.onboard(false));
    }

    void aGivenPairIsRehearsedSentAndKept()
    {
        Office office;
        const QUrl theirs(u"https://partner.example/token"_s);
        office.tokenPlace = {theirs, TokenService::Given, {}};
        office.given = {ClientId(u"theirs"_s), Secret("their secret")};
        const auto outcome = office.onboard();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        QCOMPARE(outcome->status, IntegrationStatus::Live);
        QCOMPARE(outcome->issuedClientId.text(), u"theirs"_s);
        QCOMPARE(office.tokenTrials.asked.size(), 2);
        QCOMPARE(office.tokenTrials.asked.first().first, theirs);
        QCOMPARE(office.smartRecruiters.sent.value(0).issued->clientId.text(), u"theirs"_s);
        QCOMPARE(office.issuedClients.clients.value(0).servedBy, TokenService::Given);
        const auto item = CustomerCredentials::fromJson(
            office.vault.items
                .value(VaultKey::customer(u"simulator"_s, IntegrationId(u"int-1"_s)).text())
                .reveal()
                .toByteArray());
        QVERIFY(item && item->issued);
        QVERIFY(item->issued->clientSecret.equals(office.given->clientSecret));
    }

    void aRefusedPairIsTriedAgainButNeverAnothersPair()
    {
        Office office;
        office.tokenPlace = {QUrl(u"https://partner.example/token"_s), TokenService::Given, {}};
        office.given = {ClientId(u"theirs"_s), Secret("their secret")};
        office.world.faults.insert(
            u"trial"_s, {FailureKind::Refused, 401, u"invalid_client"_s, {}, {}});
        const auto refused = office.onboard();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted); // not a refusal by
                                                                   // SmartRecruiters
        QCOMPARE(refused.error().code, u"way_back_refused"_s);
        QCOMPARE(office.world.count(u"confirm"_s), 0);
        QVERIFY(office.issuedClients.clients.value(0).withdrawn);
        QCOMPARE(office.issuedClients.told.value(0).second.kind, WayBackEvent::Kind::Refused);
        // Staff have fixed it in their server: same client, same customer.
        office.world.faults.clear();
        office.journal.entries.clear();
        QVERIFY(office.onboard());

        Office other;
        other.tokenPlace = office.tokenPlace;
        other.given = office.given;
        other.issuedClients.clients.append({other.given->clientId, {}, CompanyId(u"initech"_s), {},
            true, {}, TokenService::Given});
        const auto taken = other.onboard();
        QVERIFY(!taken);
        QCOMPARE(taken.error().kind, FailureKind::Conflict);
        QVERIFY(other.tokenTrials.asked.isEmpty());
        QCOMPARE(other.world.count(u"confirm"_s), 0);
    }

    void onlyOneWayToAskIsSaidAndIsEnough()
    {
        Office office;
        office.world.faults.insert(
            u"trial basic"_s, {FailureKind::Refused, 401, u"invalid_client"_s, {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        const auto line = std::find_if(office.journal.entries.cbegin(),
            office.journal.entries.cend(), [](const JournalEntry& entry) {
                return entry.step == Step::Rehearse && entry.state == StepState::Done;
            });
        QVERIFY(line != office.journal.entries.cend());
        QCOMPARE(line->code, u"by_body"_s);
        QVERIFY(line->detail.english().contains("by body only"_L1));
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
        const QHash<QString, StepState> lines{{u"started"_s, StepState::Started},
            {u"unknown"_s, StepState::Unknown}, {u"failed"_s, StepState::Failed},
            {u"done"_s, StepState::Done}};
        if (left.startsWith("a line"_L1))
            office.addLine("earlier", lines.value(left.section(QLatin1Char(' '), -1)));
        if (left.startsWith("a row"_L1)) {
            Integration row = office.earlier(IntegrationStatus::Unknown);
            if (left.contains("known to exist"_L1))
                row.checkedAt = office.clock.now();
            if (left.contains("another"_L1))
                row.company = CompanyId(u"initech"_s);
            office.integrations.rows.insert(row.id, row);
        }
        if (left.startsWith("unstored"_L1))
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
                QLatin1String(left.contains("known to exist"_L1) ? "integration_exists"
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
        QTest::newRow("the proof") << u"company"_s << false;
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
                {FailureKind::ServerFault, 503, {}, Message::inWords(u"on demand"_s), {}});

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
        QCOMPARE(office.world.count(u"confirm"_s), 0);
        QVERIFY(office.issuedClients.clients.value(0).withdrawn);
    }

    void aSecretThatCameIsKeptWhateverElseIsOdd()
    {
        Office office;
        office.smartRecruiters.confirmed =
            CustomerCredentials{IntegrationId(), {ClientId(), Secret("customer secret")},
                Message::inWords(u"it has no integrationId."_s)};
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->id, IntegrationId(u"unnamed-run"_s));
        QVERIFY(outcome->statusDetail.english().contains("no integrationId"_L1));
        const VaultKey key = VaultKey::customer(u"simulator"_s, outcome->id);
        const Secret item = office.vault.items.value(key.text());
        const auto kept = CustomerCredentials::fromJson(item.reveal().toByteArray());
        QVERIFY(kept);
        QVERIFY(kept->client.clientSecret.equals(Secret("customer secret")));
        QVERIFY(std::any_of(office.journal.entries.begin(), office.journal.entries.end(),
            [](const JournalEntry& line) {
                return line.step == Step::Confirm && line.state == StepState::Done
                    && line.detail.english().contains("no integrationId"_L1);
            }));
    }

    void anUnknownOutcomeSaysWhatCame()
    {
        Office office;
        office.world.faults.insert(u"confirm"_s,
            {FailureKind::OutcomeUnknown, 500, {}, Message::inWords(u"answered 500: Oops."_s), {}});
        QVERIFY(!office.onboard());
        const auto row = office.integrations.rows.value(unknownOutcomeId(OnboardingId(u"run"_s)));
        QCOMPARE(row.statusDetail, u"answered 500: Oops."_s);
    }

    /// The disk is full when SmartRecruiters refuses: the journal still says that the call began.
    void aRefusalThatCannotBeWrittenNamesWhatTheNextStartWillFind()
    {
        Office office;
        office.world.faults.insert(
            u"confirm"_s, {FailureKind::Invalid, 400, {}, Message::inWords(u"Not so."_s), {}});
        office.world.faults.insert(u"journal confirm failed"_s,
            {FailureKind::StorageUnavailable, 0, {}, Message::inWords(u"full"_s), {}});
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, FailureKind::Invalid);
        QCOMPARE(outcome.error().detail.code, u"refusal_unwritten"_s);
        QCOMPARE(outcome.error().detail.arguments,
            (QStringList{u"Not so."_s, unknownOutcomeId(OnboardingId(u"run"_s)).text()}));
    }

    void onboardedAgainACompanyKeepsItsPast()
    {
        Office office;
        Integration before;
        before.id = IntegrationId(u"int-0"_s);
        before.company = CompanyId(u"globex"_s);
        before.status = IntegrationStatus::Disabled;
        before.onboarding = OnboardingId(u"run-0"_s);
        office.integrations.rows.insert(before.id, before);
        QVERIFY(office.onboard());
        QCOMPARE(office.integrations.rows.size(), 1);
        QVERIFY(office.integrations.rows.contains(IntegrationId(u"int-1"_s)));
        QCOMPARE(office.integrations.formerRows.size(), 1);
        QCOMPARE(office.integrations.formerRows.first().integration, before);
        QCOMPARE(office.integrations.formerRows.first().replacedBy.text(), u"int-1"_s);
        const auto line = std::find_if(office.journal.entries.begin(), office.journal.entries.end(),
            [](const JournalEntry& entry) { return entry.step == Step::Replaced; });
        QVERIFY(line != office.journal.entries.end());
        QCOMPARE(line->onboarding, before.onboarding); // the history of the earlier integration
                                                       // ends with it
        QVERIFY(line->detail.english().contains("\"int-1\""_L1));
    }

    /// When the other company's row exists: long before, or at this very moment.
    void anIdThatAnotherCompanyHasOverwritesNobody_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::newRow("before") << QString();
        QTest::newRow("between look and write") << u"journal store started"_s;
    }
    void anIdThatAnotherCompanyHasOverwritesNobody()
    {
        QFETCH(QString, moment);
        Office office;
        Integration namesake;
        namesake.id = IntegrationId(u"int-1"_s);
        namesake.company = CompanyId(u"initech"_s);
        namesake.clientId = ClientId(u"initech's"_s);
        namesake.status = IntegrationStatus::Live;
        const auto onboardTheOther = [&office, namesake] {
            office.integrations.rows.insert(namesake.id, namesake);
        };
        if (moment.isEmpty())
            onboardTheOther();
        office.world.meanwhile.insert(moment, onboardTheOther);
        const QString kept = VaultKey::customer(u"simulator"_s, namesake.id).text();
        office.vault.items.insert(kept, Secret("initech's secret"));

        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(office.integrations.rows.value(namesake.id), namesake);
        QVERIFY(office.vault.items.value(kept).equals(Secret("initech's secret")));
        QCOMPARE(outcome->id, IntegrationId(u"int-1.globex"_s));
        const VaultKey own = VaultKey::customer(u"simulator"_s, outcome->id);
        QVERIFY(office.vault.items.value(own.text()).revealText().contains("customer secret"_L1));
        // The next attempt uses the same name.
        QVERIFY(office.onboard());
        QCOMPARE(office.integrations.rows.size(), 2);
    }

    void aPastThatCannotBePutAwayDoesNotEndAnOnboarding()
    {
        Office office;
        office.world.faults.insert(
            u"integrations.retire"_s, {FailureKind::StorageUnavailable, 0, {}, {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Live);
    }

    void aProofWithoutAnAnswerLeavesTheCustomerUnproved()
    {
        Office office;
        office.world.faults.insert(u"company"_s,
            {FailureKind::Unreachable, 0, {}, Message::inWords(u"nobody there"_s), {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Unproved);
        QCOMPARE(outcome->statusDetail, u"nobody there"_s);
        QVERIFY(!office.integrations.rows.value(outcome->id).checkedAt.isValid());
    }

    void whoDisablesItWhileTheKeychainTakesItsTimeHasDisabledIt()
    {
        Office office;
        const auto disable = [&office] {
            for (Integration& row : office.integrations.rows)
                row.status = IntegrationStatus::Disabled;
        };
        office.world.meanwhile.insert(u"vault.store customer"_s, disable);
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(office.integrations.rows.value(outcome->id).status, IntegrationStatus::Disabled);
        QCOMPARE(office.world.count(u"journal store done"_s), 2); // once with the row,
                                                                  // once without it
    }

    void whoDisablesItWhileTheCredentialsAreHeldHasDisabledIt()
    {
        Office office;
        office.world.faults.insert(
            u"vault.store customer"_s, {FailureKind::VaultUnavailable, 0, {}, {}, {}});
        QVERIFY(!office.onboard());
        office.world.faults.clear();
        const UnstoredCustomer held = office.held.constFirst();
        office.integrations.rows[held.integration.id].status = IntegrationStatus::Disabled;
        QVERIFY(QCoro::waitFor(storeCustomer(office.services(), held)));
        QCOMPARE(office.integrations.rows.value(held.integration.id).status,
            IntegrationStatus::Disabled);
        QVERIFY(office.vault.items.contains(
            VaultKey::customer(u"simulator"_s, held.integration.id).text()));
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
        const QString confirm = u"confirm"_s;
        office.world.faults.insert(confirm, {FailureKind::Refused, 401, {}, {}, {}});
        office.world.meanwhile.insert(confirm, [&office, confirm, refusals] {
            if (office.world.count(confirm) > refusals)
                office.world.faults.remove(confirm);
        });
        const auto outcome = office.onboard();
        QCOMPARE(outcome.has_value(), succeeds);
        QCOMPARE(office.world.count(confirm), confirms);
        QCOMPARE(office.world.count(u"token master"_s), confirms);
        QCOMPARE(office.world.count(u"journal confirm started"_s), 1);
        QCOMPARE(office.issuedClients.clients.size(), 1);
        QCOMPARE(office.issuedClients.clients.first().withdrawn, !succeeds);
    }

    void withoutMasterCredentialsNothingIsSent()
    {
        Office office;
        office.vault.items.clear();
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"no_master_credentials"_s);
        QVERIFY(office.smartRecruiters.sent.isEmpty());
    }

    void aRevokedCustomerTokenIsFetchedOnceMore()
    {
        Office office;
        office.world.faults.insert(u"company"_s, {FailureKind::Refused, 401, {}, {}, {}});
        const auto outcome = office.onboard();
        QVERIFY(outcome);
        QCOMPARE(outcome->status, IntegrationStatus::Failing);
        QCOMPARE(office.world.count(u"company"_s), 2);
        QCOMPARE(office.world.count(u"drop customer"_s), 1);
    }
};

JETBRIDGE_TEST(OnboardCompanyTest)
#include "OnboardCompanyTest.moc"
