// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Customers.h"
#include "console/DataFolder.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "journeys/Office.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::journeys;

namespace {

ExchangeFilter everything()
{
    ExchangeFilter filter;
    filter.most = -1;
    return filter;
}

/// Returns the tag that is the value of `name` in JSON or in a form; empty if there is none.
QByteArray tagOf(const QByteArray& text, const char* name)
{
    const QRegularExpression pattern(
        u"\\b%1(?:\"\\s*:\\s*\"|=)(\\[secret [0-9a-f]{6}\\])"_s.arg(QLatin1String(name)));
    return pattern.match(QString::fromUtf8(text)).captured(1).toUtf8();
}

QByteArray headerOf(const Exchange& exchange, const QByteArray& wanted)
{
    for (const auto& [name, value] : exchange.requestHeaders)
        if (name.toLower() == wanted)
            return value;
    return {};
}

} // namespace

/// Tests what a whole journey leaves in the recorded traffic: every exchange, one correlation id,
/// and no secret.
class TrafficTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneOnboardingIsOneConversation_data()
    {
        QTest::addColumn<ConsentDisplayMode>("mode");
        QTest::addColumn<bool>("bidirectional");
        QTest::newRow("redirect, bi-directional") << ConsentDisplayMode::Redirect << true;
        QTest::newRow("popup, one-way") << ConsentDisplayMode::Popup << false;
    }
    void oneOnboardingIsOneConversation()
    {
        QFETCH(ConsentDisplayMode, mode);
        QFETCH(bool, bidirectional);
        Office office;
        QVERIFY(office.open());
        QVERIFY(office.play({mode, bidirectional, u"globex"_s}));

        ExchangeFilter filter = everything();
        filter.onboarding = office.customers().first().onboarding;
        QVERIFY(!filter.onboarding.isEmpty());
        const auto exchanges = QCoro::waitFor(office.console->traffic().exchanges().list(filter));
        QVERIFY(exchanges);
        QStringList seen;
        for (auto exchange = exchanges->crbegin(); exchange != exchanges->crend(); ++exchange) {
            seen.append(u"%1>%2 %3 %4 %5"_s
                            .arg(laneName(exchange->from), laneName(exchange->to),
                                QString::fromUtf8(exchange->method), exchange->url.path())
                            .arg(exchange->status));
            QVERIFY(exchange->milliseconds >= 0);
            QVERIFY(exchange->failure.isEmpty());
        }
        const QString decision = mode == ConsentDisplayMode::Redirect ? u"303"_s : u"200"_s;
        // Parallel exchanges may end in either order.
        QStringList expected{u"browser>partnerApp GET /consent 200"_s,
            u"browser>partnerApp POST /consent/sign-in 200"_s,
            u"browser>partnerApp POST /consent/decision "_s + decision,
            u"partnerApp>smartRecruiters POST /identity/oauth/token 200"_s,
            u"partnerApp>smartRecruiters POST /identity/oauth/token 200"_s,
            u"partnerApp>smartRecruiters GET /configuration/company 200"_s,
            u"partnerApp>smartRecruiters POST "
            "/apps-integrations/partner-api/integrations 200"_s};
        if (bidirectional)
            expected += {u"partnerApp>partnerApi POST /oauth/token 200"_s, // the
                                                                           // rehearsal
                u"partnerApp>partnerApi POST /oauth/token 200"_s,
                u"smartRecruiters>partnerApi POST /oauth/token 200"_s,
                u"smartRecruiters>partnerApi POST /callback 200"_s};
        seen.sort();
        expected.sort();
        QCOMPARE(seen, expected);
    }

    void noFileHoldsASecretAndTheSameOneReadsTheSame()
    {
        Office office;
        QVERIFY(office.open());
        QByteArray code;
        connect(&office.console->customers(), &Customers::journalAppended, this, [&office, &code] {
            // The code exists only until the invitation ends; the registry keeps no code.
            const auto invitation =
                office.console->onboardings().invitation(CompanyId(u"globex"_s));
            if (invitation && !invitation->code().isEmpty())
                code = invitation->code().toUtf8();
        });
        QVERIFY(office.play({ConsentDisplayMode::Redirect, true, u"globex"_s}));
        // That customer has left again; this one stays, so that it has a token.
        const auto master = QCoro::waitFor(office.console->partnerAccess().masterCredentials());
        QVERIFY(master);
        office.control("POST", u"/_simulator/grants"_s,
            QJsonDocument(
                QJsonObject{{u"appId"_s, master->appId.text()}, {u"companyId"_s, u"umbrella"_s}})
                .toJson());
        const auto stays = QCoro::waitFor(
            office.console->onboardings().onboard(CompanyId(u"umbrella"_s), u"Ada"_s));
        QVERIFY2(stays, stays ? "" : qPrintable(stays.error().detail));
        const auto heads = QCoro::waitFor(office.console->traffic().exchanges().list(everything()));
        QVERIFY(heads && !heads->isEmpty());

        const auto customer = QCoro::waitFor(office.console->customers().credentials(stays->id));
        const auto masterToken = QCoro::waitFor(office.console->partnerAccess().masterToken());
        const auto customerToken = QCoro::waitFor(office.console->customers().token(stays->id));
        QVERIFY(customer);
        QVERIFY(masterToken);
        QVERIFY(customerToken);
        QVERIFY(!code.isEmpty());
        for (const QByteArrayView secret :
            {master->client.clientSecret.reveal(), customer->client.clientSecret.reveal(),
                masterToken->value.reveal(), customerToken->value.reveal(), QByteArrayView(code)})
            QCOMPARE(office.fileWith(secret), QString());
        QVERIFY(!office.fileWith("/identity/oauth/token").isEmpty()); // this shows that the search
                                                                      // finds what is written

        // The secret was issued here, used there, and came back with the notification: only its
        // tags show that.
        QByteArray issuedSecret;
        QByteArray issuedToken;
        for (auto head = heads->crbegin(); head != heads->crend(); ++head) {
            const auto found =
                QCoro::waitFor(office.console->traffic().exchanges().find(head->number));
            QVERIFY(found && found->has_value());
            const Exchange& exchange = **found;
            const QString path = exchange.url.path();
            if (path.endsWith("/integrations"_L1)) {
                issuedSecret = tagOf(exchange.requestBody, "clientSecret");
                QVERIFY2(!issuedSecret.isEmpty(), exchange.requestBody.constData());
                QVERIFY(!tagOf(exchange.replyBody, "clientSecret").isEmpty());
                QVERIFY(tagOf(exchange.replyBody, "clientSecret") != issuedSecret);
            } else if (path == "/oauth/token"_L1 && exchange.from == Lane::SmartRecruiters) {
                issuedToken = tagOf(exchange.replyBody, "access_token");
                QVERIFY(!issuedToken.isEmpty());
                QVERIFY2(!issuedSecret.isEmpty()
                        && (exchange.requestBody.endsWith("client_secret=" + issuedSecret)
                            || headerOf(exchange, "authorization").endsWith(':' + issuedSecret)),
                    exchange.requestBody.constData());
            } else if (path == "/callback"_L1) {
                QCOMPARE(headerOf(exchange, "authorization"), "Bearer " + issuedToken);
                break;
            }
        }
        QVERIFY(!issuedToken.isEmpty());
    }

    void anExportIsCheckedAgainstWhatTheVaultKeeps_data()
    {
        QTest::addColumn<bool>("master");
        QTest::newRow("master credentials") << true;
        QTest::newRow("customer-level credentials") << false;
    }
    void anExportIsCheckedAgainstWhatTheVaultKeeps()
    {
        QFETCH(bool, master);
        Office office;
        QVERIFY(office.open());
        QVERIFY(office.play({ConsentDisplayMode::Redirect, true, u"globex"_s}));
        QVERIFY(QCoro::waitFor(
            office.console->traffic().exportAs(everything(), ExchangeFormat::JsonLines)));
        // A secret that was an ordinary word when it was recorded.
        const QByteArray word = "/identity/oauth/token";
        if (master) {
            auto credentials =
                QCoro::waitFor(office.console->partnerAccess().masterCredentials()).value();
            credentials.client.clientSecret = Secret(word);
            QVERIFY(QCoro::waitFor(office.console->dataFolder().vault().store(
                VaultKey::master(u"simulator"_s), credentials.toJson())));
        } else {
            const IntegrationId id = office.customers().first().id;
            auto credentials = QCoro::waitFor(office.console->customers().credentials(id)).value();
            credentials.client.clientSecret = Secret(word);
            QVERIFY(QCoro::waitFor(office.console->dataFolder().vault().store(
                VaultKey::customer(u"simulator"_s, id), credentials.toJson())));
        }
        const auto refused = QCoro::waitFor(
            office.console->traffic().exportAs(everything(), ExchangeFormat::JsonLines));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::NotPermitted);
        QVERIFY(!refused.error().detail.english().toUtf8().contains(word));
        const auto drawing =
            QCoro::waitFor(office.console->traffic().checkExport("<svg>" + word + "</svg>"));
        QVERIFY(!drawing);
        QCOMPARE(drawing.error().kind, FailureKind::NotPermitted);
    }

    void aVaultThatCannotBeReadLetsNothingOut()
    {
        Office office;
        QVERIFY(office.open());
        QVERIFY(office.play({ConsentDisplayMode::Redirect, false, u"globex"_s}));
        QVERIFY(QCoro::waitFor(office.console->dataFolder().vault().store(
            VaultKey::master(u"simulator"_s), Secret("damaged"))));
        const auto refused =
            QCoro::waitFor(office.console->traffic().exportAs(everything(), ExchangeFormat::Har));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::VaultUnavailable);
    }
};

JETBRIDGE_TEST(TrafficTest)
#include "TrafficTest.moc"
