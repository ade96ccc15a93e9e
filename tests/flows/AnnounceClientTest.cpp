// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/AnnounceClient.h"
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
using Kind = ClientNotice::Kind;
using Waits = std::optional<std::chrono::seconds>;

const OnboardingId run(u"run"_s);
const QByteArray secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

Failure failing(FailureKind kind, const char* code = "")
{
    return {kind, 0, QLatin1String(code), {}, {}};
}

/// An onboarding whose pair the partner's backend is told of.
struct Office : fakes::Office {
    Office()
    {
        const MasterCredentials master{
            AppId(u"app"_s), {ClientId(u"master"_s), Secret("master secret")}};
        vault.items.insert(VaultKey::master(u"simulator"_s).text(), master.toJson());
        if (!QCoro::waitFor(keepWebhookSecret(vault, u"simulator"_s, Secret(secret))))
            qFatal("The secret cannot be kept.");
        world.done.clear();
        // What the registry does (0021-webhook-clients.sql).
        issuedClients.onWithdrawn = [this](const ClientId& client) {
            for (Registration& row : registrations.rows)
                if (row.clientId == client
                    && (row.state == State::Staged || row.state == State::Confirmed
                        || row.state == State::Kept))
                    row = row.moved(State::Leaving, clock.now());
        };
    }

    Outcome<Integration> onboard(const OnboardingId& onboarding = run)
    {
        OnboardingRequest request{onboarding, CompanyId(u"globex"_s), ConsentDisplayMode::Redirect,
            true, u"Ada"_s, {u"company_read"_s}};
        request.tokenPlace = {theirs, TokenService::Webhook, {}};
        request.webhook = settings;
        request.application = u"Acme"_s;
        const JournalKeeper keeper(journal, clock, onboarding, request.company);
        return QCoro::waitFor(onboardCompany(
            services(), keeper, request, [](const Integration&, const ClientCredentials&) {},
            [this] { return mayConfirm; }, [](const UnstoredCustomer&) {}));
    }
    /// As after the run, or at the next start; false: a failure.
    bool clear(Finishing::Wanted wantedBy = Finishing::Wanted::ByItself)
    {
        return QCoro::waitFor(
                   settleRegistrations(services(), [](const OnboardingId&) { return true; }))
            && QCoro::waitFor(finishRegistrations(services(), {theirs, settings}, {{}, wantedBy}));
    }
    QString stateOfRun() const
    {
        return registrations.rows.isEmpty()
            ? u"gone"_s
            : clientRegistrationStateName(registrations.rows.constFirst().state);
    }
    QList<Kind> told() const
    {
        QList<Kind> kinds;
        for (const ClientNotice& notice : webhook.sent)
            kinds.append(notice.kind);
        return kinds;
    }

    const QUrl theirs{u"https://partner.example/token"_s};
    const WebhookSettings settings{QUrl(u"https://partner.example/hook"_s)};
    bool mayConfirm = true;
};

} // namespace

class AnnounceClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPairIsStagedRehearsedConfirmedAndCommitted()
    {
        Office office;
        const auto outcome = office.onboard();
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
        const auto position = [&office](const char* deed) {
            return office.world.done.indexOf(QLatin1String(deed));
        };
        const QList<qsizetype> order{position("token master"), position("journal register started"),
            position("registrations.begin"), position("webhook staged"),
            position("registrations staged"), position("issue"), position("trial body"),
            position("journal confirm started"), position("confirm"),
            position("vault.store customer")};
        QVERIFY2(!order.contains(-1) && std::is_sorted(order.begin(), order.end()),
            qPrintable(office.world.done.join(u", "_s)));
        QCOMPARE(office.stateOfRun(), u"staged"_s);
        const ClientNotice staged = office.webhook.sent.value(0);
        QCOMPARE(staged.clientId, outcome->issuedClientId);
        QVERIFY(staged.clientSecret.equals(office.smartRecruiters.sent.value(0)
                                               .issued.value_or(ClientCredentials())
                                               .clientSecret));
        QCOMPARE(office.webhook.urls.value(0), office.settings.url);
        QCOMPARE(office.issuedClients.clients.value(0).servedBy, TokenService::Webhook);

        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"kept"_s);
        QCOMPARE(office.told(), (QList<Kind>{Kind::Staged, Kind::Committed}));
        QCOMPARE(office.webhook.sent.value(1).integration.text(), u"int-1"_s);
        QVERIFY(office.webhook.sent.value(1).clientSecret.isEmpty());
        const auto item = CustomerCredentials::fromJson(
            office.vault.items
                .value(VaultKey::customer(u"simulator"_s, IntegrationId(u"int-1"_s)).text())
                .reveal()
                .toByteArray());
        QVERIFY(item && item->issued && item->issued->clientId == outcome->issuedClientId);
        // Nothing is said twice.
        QVERIFY(office.clear());
        QCOMPARE(office.webhook.sent.size(), 2);
    }

    /// What the backend answers to the first webhook -> the failure, and what it is told then.
    void whatIsNotTakenIsNotConfirmed_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Waits>("retryAfter");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isWithdrawn");
        using K = FailureKind;
        const auto row = [](const char* name, int status, const Waits& retryAfter, K kind,
                             const char* code, bool isWithdrawn) {
            QTest::newRow(name) << status << retryAfter << kind << QString::fromLatin1(code)
                                << isWithdrawn;
        };
        const Waits none;
        const Waits soon = std::chrono::seconds(7);
        row("a redirect", 307, none, K::BadReply, "webhook_redirected", false);
        row("bad request", 400, none, K::NotPermitted, "webhook_refused", false);
        row("signature refused", 401, none, K::Refused, "webhook_signature_refused", false);
        row("forbidden", 403, none, K::Refused, "webhook_signature_refused", false);
        row("no such page", 404, none, K::NotPermitted, "webhook_refused", false);
        row("slow down", 429, none, K::ServerFault, "webhook_failed", true);
        row("slow down for a while", 429, soon, K::RateLimited, "webhook_busy", false);
        row("a fault", 500, none, K::ServerFault, "webhook_failed", true);
        row("away for a while", 503, soon, K::RateLimited, "webhook_busy", false);
        row("gone", 410, none, K::Refused, "webhook_gone", false);
    }
    void whatIsNotTakenIsNotConfirmed()
    {
        QFETCH(int, status);
        QFETCH(Waits, retryAfter);
        QFETCH(bool, isWithdrawn);
        Office office;
        office.webhook.answer = {status, retryAfter};
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        QTEST(outcome.error().kind, "kind");
        QVERIFY(outcome.error().detail.english().contains(QString::number(status)));
        QCOMPARE(office.world.count(u"confirm"_s), 0);
        QCOMPARE(office.world.count(u"trial"_s), 0);
        QCOMPARE(office.webhook.sent.size(), 1); // once in a run
        office.webhook.answer = {204};
        QVERIFY(office.clear());
        QCOMPARE(office.webhook.sent.size(), isWithdrawn ? 2 : 1);
        if (isWithdrawn) {
            QCOMPARE(office.told().constLast(), Kind::Withdrawn);
            QCOMPARE(office.stateOfRun(), u"gone"_s);
        }
    }

    /// What fails x the failure x what the backend is told at the end.
    void whatIsNotConfirmedIsWithdrawn_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<Failure>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("state"); // after the run was looked after
        QTest::addColumn<QList<Kind>>("told");
        using K = FailureKind;
        const auto row = [](const char* name, const char* deed, const Failure& fault,
                             const char* code, const char* state, const QList<Kind>& told) {
            QTest::newRow(name) << QString::fromLatin1(deed) << fault << QString::fromLatin1(code)
                                << QString::fromLatin1(state) << told;
        };
        const QList<Kind> nothing;
        const QList<Kind> back{Kind::Staged, Kind::Withdrawn};
        row("the keychain is locked", "vault.read webhook-secrets",
            failing(K::VaultUnavailable, "locked"), "locked", "gone", nothing);
        row("the intent cannot be written", "registrations.begin",
            failing(K::StorageUnavailable, "disk"), "disk", "gone", nothing);
        row("nobody listens", "webhook", failing(K::Unreachable, "webhook_unreached"),
            "webhook_unreached", "gone", {Kind::Staged});
        row("no answer", "webhook", failing(K::TimedOut, webhookUnanswered), webhookUnanswered,
            "gone", back);
        row("staff stop it meanwhile", "webhook", failing(K::Cancelled, webhookUnanswered),
            webhookUnanswered, "gone", back);
        row("the answer cannot be written", "registrations staged",
            failing(K::StorageUnavailable, "disk"), "disk", "gone", back);
        row("the client cannot be written", "issue", failing(K::StorageUnavailable, "disk"), "disk",
            "gone", back);
        row("the rehearsal fails", "trial", failing(K::Refused), "way_back_refused", "gone", back);
        row("SmartRecruiters refuses", "confirm", failing(K::NotPermitted, "no"), "no", "gone",
            back);
        row("SmartRecruiters does not answer", "confirm", failing(K::OutcomeUnknown, "cut"), "cut",
            "staged", {Kind::Staged});
    }
    void whatIsNotConfirmedIsWithdrawn()
    {
        QFETCH(QString, deed);
        QFETCH(Failure, fault);
        QFETCH(QList<Kind>, told);
        Office office;
        office.world.faults.insert(deed, fault);
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QTEST(outcome.error().code, "code");
        office.world.faults.clear();
        QVERIFY(office.clear());
        QTEST(office.stateOfRun(), "state");
        QVERIFY(office.told() == told);
    }

    void whatTheBackendDoesNotTakeIsSentAgainAsItWas()
    {
        Office office;
        QVERIFY(office.onboard());
        office.webhook.answer = {500};
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"confirmed"_s);
        QCOMPARE(
            office.registrations.rows.value(0).detail, Message::of("webhook_failed", {u"500"_s}));
        QVERIFY(office.clear());
        office.webhook.answer = {204};
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"kept"_s);
        QCOMPARE(office.told(),
            (QList<Kind>{Kind::Staged, Kind::Committed, Kind::Committed, Kind::Committed}));
        for (int i : {2, 3}) {
            QCOMPARE(office.webhook.sent.value(i).id(), office.webhook.sent.value(1).id());
            QVERIFY(
                office.webhook.sent.value(i).body().equals(office.webhook.sent.value(1).body()));
        }
    }

    void whatItAsksToWaitIsWaited()
    {
        Office office;
        QVERIFY(office.onboard());
        office.webhook.answer = {503, std::chrono::seconds(60)};
        QVERIFY(office.clear());
        QCOMPARE(office.webhook.sent.size(), 2);
        office.webhook.answer = {204};
        // Neither by itself nor by staff, and no other client either.
        QVERIFY(office.clear());
        QVERIFY(office.clear(Finishing::Wanted::ByStaff));
        const auto other = office.onboard(OnboardingId(u"other"_s));
        QVERIFY(!other);
        QCOMPARE(other.error().code, u"webhook_busy"_s);
        QCOMPARE(other.error().kind, FailureKind::RateLimited);
        QCOMPARE(office.webhook.sent.size(), 2);
        for (Registration& row : office.registrations.rows)
            row.due = office.clock.now().addSecs(-1);
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"kept"_s);
        QVERIFY(!office.registrations.rows.value(0).due.isValid());
    }

    void afterGoneNothingIsSentUntilStaffRetry()
    {
        Office office;
        office.webhook.answer = {410};
        QVERIFY(!office.onboard());
        office.webhook.answer = {204};
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"leaving"_s);
        const auto other = office.onboard(OnboardingId(u"other"_s));
        QVERIFY(!other);
        QCOMPARE(other.error().code, u"webhook_gone"_s);
        QCOMPARE(other.error().kind, FailureKind::Refused); // a bulk run stops
        QCOMPARE(office.webhook.sent.size(), 1);
        QVERIFY(office.clear(Finishing::Wanted::ByStaff));
        QCOMPARE(office.stateOfRun(), u"gone"_s);
        QVERIFY(office.onboard(OnboardingId(u"third"_s)));
    }

    void oneThatIsGoneEndsTheRound()
    {
        Office office;
        office.mayConfirm = false;
        QVERIFY(!office.onboard());
        QVERIFY(!office.onboard(OnboardingId(u"other"_s)));
        office.webhook.answer = {410};
        QVERIFY(office.clear());
        QCOMPARE(office.webhook.sent.size(), 3); // two were staged, and one is tried
    }

    void aCustomerWhoIsForgottenIsWithdrawn()
    {
        Office office;
        QVERIFY(office.onboard());
        QVERIFY(office.clear());
        office.webhook.answer = {500};
        QVERIFY(QCoro::waitFor(forgetCustomer(office.services(), IntegrationId(u"int-1"_s))));
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"leaving"_s);
        office.webhook.answer = {204};
        QVERIFY(office.clear());
        QCOMPARE(office.stateOfRun(), u"gone"_s);
        QCOMPARE(office.told().constLast(), Kind::Withdrawn);
    }

    /// A program that was killed leaves this behind x what the next start makes of it.
    void theNextStartFindsWhatAKilledProgramLeft_data()
    {
        QTest::addColumn<State>("left");
        QTest::addColumn<std::optional<StepState>>("confirm");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QList<Kind>>("told");
        const std::optional<StepState> never;
        const QList<Kind> nothing;
        const auto row = [](const char* name, State left, std::optional<StepState> confirm,
                             const char* state, const QList<Kind>& told) {
            QTest::newRow(name) << left << confirm << QString::fromLatin1(state) << told;
        };
        row("asked", State::Asked, never, "gone", {Kind::Withdrawn});
        row("staged", State::Staged, never, "gone", {Kind::Withdrawn});
        row("confirm refused", State::Staged, StepState::Failed, "gone", {Kind::Withdrawn});
        row("confirm started", State::Staged, StepState::Started, "staged", nothing);
        row("confirm without an answer", State::Staged, StepState::Unknown, "staged", nothing);
        row("confirmed, not stored", State::Staged, StepState::Done, "staged", nothing);
        row("to be committed", State::Confirmed, StepState::Done, "kept", {Kind::Committed});
        row("to be withdrawn", State::Leaving, never, "gone", {Kind::Withdrawn});
    }
    void theNextStartFindsWhatAKilledProgramLeft()
    {
        QFETCH(State, left);
        QFETCH(std::optional<StepState>, confirm);
        QFETCH(QList<Kind>, told);
        Office office;
        Registration row;
        row.onboarding = run;
        row.clientId = ClientId(u"jetbridge-1"_s);
        row.state = left;
        row.service = TokenService::Webhook;
        row.at = office.clock.now();
        office.registrations.rows.append(row);
        if (confirm) {
            JournalEntry line;
            line.onboarding = run;
            line.step = Step::Confirm;
            line.state = *confirm;
            office.journal.entries.append(line);
        }
        QVERIFY(office.clear());
        QTEST(office.stateOfRun(), "state");
        QVERIFY(office.told() == told);
    }

    /// State -> what it is when staff did it in the backend themselves.
    void staffMayDoItThemselves_data()
    {
        QTest::addColumn<State>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("to be committed") << State::Confirmed << u"kept"_s;
        QTest::newRow("to be withdrawn") << State::Leaving << u"gone"_s;
        QTest::newRow("staged, which is not over") << State::Staged << u"staged"_s;
        QTest::newRow("kept, which is done") << State::Kept << u"kept"_s;
    }
    void staffMayDoItThemselves()
    {
        QFETCH(State, before);
        QFETCH(QString, after);
        Office office;
        Registration row;
        row.onboarding = run;
        row.state = before;
        row.service = TokenService::Webhook;
        office.registrations.rows.append(row);
        const auto closed = QCoro::waitFor(closeRegistration(office.services(), run));
        QCOMPARE(closed.has_value(), before == State::Confirmed || before == State::Leaving);
        QCOMPARE(office.stateOfRun(), after);
        QVERIFY(office.webhook.sent.isEmpty());
    }

    void withoutASecretNothingIsSent()
    {
        Office office;
        office.vault.items.remove(VaultKey::webhookSecrets(u"simulator"_s).text());
        const auto outcome = office.onboard();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, u"no_webhook_secret"_s);
        QVERIFY(office.webhook.sent.isEmpty());
        QCOMPARE(office.world.count(u"token master"_s), 0);
    }

    void aGivenPairIsRefused()
    {
        const auto checked = checkTokenPlace(
            {QUrl(u"https://partner.example/token"_s), TokenService::Webhook, {}}, true);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, u"unwanted_pair"_s);
    }

    void twoSecretsSignUntilTheRotationEnds()
    {
        Office office;
        const Secret newer("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
        const auto keep = [&office](const Secret& one) {
            return QCoro::waitFor(keepWebhookSecret(office.vault, u"simulator"_s, one));
        };
        QVERIFY(!keep(Secret("no secret")));
        QVERIFY(!keep(Secret(secret)));
        QVERIFY(keep(newer));
        QVERIFY(office.onboard());
        QCOMPARE(office.webhook.signedBy.size(), 2);
        QVERIFY(office.webhook.signedBy.value(0).equals(newer));
        QVERIFY(QCoro::waitFor(endWebhookRotation(office.vault, u"simulator"_s)));
        QVERIFY(office.clear());
        QCOMPARE(office.webhook.signedBy.size(), 1);
        QVERIFY(office.webhook.signedBy.value(0).equals(newer));
    }
};

JETBRIDGE_TEST(AnnounceClientTest)
#include "AnnounceClientTest.moc"
