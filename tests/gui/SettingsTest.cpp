// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "console/DataFolder.h"
#include "flows/AnnounceClient.h"
#include "flows/RegisterClient.h"
#include "gui/Stage.h"
#include "parts/Parts.h"
#include "support/TestMain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <qtwebenginecoreglobal.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

template <typename T> T* part(Stage& stage, const char* name)
{
    return stage.window().findChild<T*>(QLatin1String(name));
}

std::optional<Environment> kept(Stage& stage, const QString& name)
{
    std::optional<Environment> found;
    bool isRead = false;
    QCoro::connect(stage.console().current().environments().all(), &stage.console(),
        [&](const Outcome<QList<Environment>>& all) {
            for (const Environment& environment : *all)
                if (environment.name == name)
                    found = environment;
            isRead = true;
        });
    (void)QTest::qWaitFor([&isRead] { return isRead; });
    return found;
}

/// Saves the shown environment, and tells whether the card says this then.
bool savingSays(Stage& stage, const char* words)
{
    part<QPushButton>(stage, "saveEnvironment")->click();
    return QTest::qWaitFor(
        [&] { return stage.text("environmentSaid").contains(QLatin1String(words)); }, 20'000);
}

/// Shows the sandbox's settings with this choice of who serves oauthTokenUrl.
bool showService(Stage& stage, TokenService service)
{
    stage.click("navSettings");
    auto* choice = part<QComboBox>(stage, "environmentChoice");
    if (!QTest::qWaitFor([choice] { return choice->count() == 3; }))
        return false;
    choice->setCurrentText(u"sandbox"_s);
    part<QComboBox>(stage, "environmentTokenService")->setCurrentIndex(int(service));
    return true;
}

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEnvironmentIsAddedWithANameAndAKind();
    void everythingOfAnEnvironmentIsSetHere();
    void whatIsWrongIsSaidAndNotKept_data();
    void whatIsWrongIsSaidAndNotKept();
    void whatAServerThatRegistersClientsNeedsIsSetHere();
    void whatABackendThatIsToldOfClientsNeedsIsSetHere();
    void goingOverToAnotherEnvironmentEndsTheProgramForANewStart();
    void theEmbeddedBrowsersAgeIsSaid();
    void aSinkIsAddedTriedAndRemoved();
    void aSinkThatCannotBeUsedIsNotAdded_data();
    void aSinkThatCannotBeUsedIsNotAdded();
};

void SettingsTest::anEnvironmentIsAddedWithANameAndAKind()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    part<QPushButton>(stage, "addEnvironment")->click();
    QTRY_VERIFY(stage.sees("newEnvironmentDialog"));
    auto* name = part<QLineEdit>(stage, "newEnvironmentName");
    auto* add = part<QPushButton>(stage, "newEnvironmentAdd");
    for (const char* wrong : {"", "Sandbox EU", "simulator", "-x"}) {
        name->setText(QLatin1String(wrong));
        QVERIFY2(!add->isEnabled(), wrong);
    }
    name->setText(u"sandbox-eu"_s);
    QVERIFY(add->isEnabled());
    add->click();
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->currentText(), u"sandbox-eu"_s);
    QVERIFY(kept(stage, u"sandbox-eu"_s)->kind == Environment::Kind::Sandbox);
    QVERIFY(part<QPushButton>(stage, "switchEnvironment")->isEnabled());
    stage.screenshot(u"settings-environment"_s);
}

void SettingsTest::everythingOfAnEnvironmentIsSetHere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(u"production"_s);
    part<QLineEdit>(stage, "environmentApiUrl")->setText(u"https://api.example"_s);
    part<QLineEdit>(stage, "environmentPortalUrl")->setText(u"https://www.example"_s);
    part<QLineEdit>(stage, "environmentRedirectHosts")->setText(u"www.example  app.example:8443"_s);
    part<QLineEdit>(stage, "environmentFrameOrigins")->setText(u"https://www.example"_s);
    part<QComboBox>(stage, "environmentClientAuth")->setCurrentIndex(1);
    part<QLineEdit>(stage, "environmentPublicUrl")->setText(u"https://us.example"_s);
    part<QLineEdit>(stage, "environmentForwardTo")->setText(u"http://localhost:8080/hook"_s);
    part<QSpinBox>(stage, "environmentTokenLifetime")->setValue(600);
    part<QComboBox>(stage, "environmentUnknownScopes")->setCurrentIndex(1);
    part<QComboBox>(stage, "environmentAccessTokens")->setCurrentIndex(2);
    part<QLineEdit>(stage, "environmentTokenIssuer")->setText(u"https://us.example"_s);
    part<QLineEdit>(stage, "environmentTokenAudience")->setText(u"our-api"_s);
    part<QSpinBox>(stage, "environmentVerifyEvery")->setValue(24);
    part<QPushButton>(stage, "saveEnvironment")->click();
    QTRY_COMPARE(part<QLabel>(stage, "environmentSaid")->property("banner").toString(), u"good"_s);
    const auto production = kept(stage, u"production"_s);
    QVERIFY(production.has_value());
    QCOMPARE(production->apiUrl, QUrl(u"https://api.example"_s));
    QCOMPARE(production->portalUrl, QUrl(u"https://www.example"_s));
    QCOMPARE(production->redirectHosts, QStringList({u"www.example"_s, u"app.example:8443"_s}));
    QCOMPARE(production->frameOrigins, QStringList(u"https://www.example"_s));
    QVERIFY(production->clientAuthentication == ClientAuthentication::Basic);
    QCOMPARE(production->publicUrl, QUrl(u"https://us.example"_s));
    QCOMPARE(production->forwardTo, QUrl(u"http://localhost:8080/hook"_s));
    QCOMPARE(production->tokenLifetimeSeconds, 600);
    QVERIFY(production->refusesUnknownScopes);
    QVERIFY(production->tokenFormat == TokenFormat::Es256);
    QCOMPARE(production->tokenIssuer, u"https://us.example"_s);
    QCOMPARE(production->tokenAudience, u"our-api"_s);
    QCOMPARE(production->verifyEveryHours, 24);
}

void SettingsTest::whatIsWrongIsSaidAndNotKept_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no https") << QByteArray("environmentApiUrl") << u"http://api.example"_s;
    QTest::newRow("no host") << QByteArray("environmentRedirectHosts") << u"https://www.example"_s;
    QTest::newRow("no origin") << QByteArray("environmentFrameOrigins")
                               << u"https://www.example/page"_s;
    QTest::newRow("no certificate") << QByteArray("environmentCaFile") << u"/no/such/file.pem"_s;
    QTest::newRow("no issuer") << QByteArray("environmentTokenIssuer") << u"us.example"_s;
    QTest::newRow("no backend") << QByteArray("environmentForwardTo") << u"ftp://backend.example"_s;
}

void SettingsTest::whatIsWrongIsSaidAndNotKept()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(u"sandbox"_s);
    const auto before = kept(stage, u"sandbox"_s);
    part<QLineEdit>(stage, field.constData())->setText(text);
    part<QPushButton>(stage, "saveEnvironment")->click();
    QTRY_COMPARE(part<QLabel>(stage, "environmentSaid")->property("banner").toString(), u"bad"_s);
    QVERIFY(*kept(stage, u"sandbox"_s) == *before);
}

void SettingsTest::whatAServerThatRegistersClientsNeedsIsSetHere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(showService(stage, TokenService::Here));
    for (const char* field : {"environmentRegistrationUrl", "environmentRegistrationToken",
             "environmentWebhookUrl", "environmentTokenServiceNote"})
        QVERIFY2(!stage.sees(field), field);
    QVERIFY(showService(stage, TokenService::Registration));
    for (const char* server : {"Keycloak", "Hydra", "Okta", "Auth0", "Zitadel", "authentik"})
        QVERIFY2(stage.text("environmentTokenServiceNote").contains(QLatin1String(server)), server);
    QVERIFY(!stage.sees("environmentWebhookUrl"));
    QVERIFY(!stage.sees("environmentRegistrationToken")); // nobody needs one
    part<QComboBox>(stage, "environmentRegistrationAccess")->setCurrentIndex(1);
    auto* token = part<QLineEdit>(stage, "environmentRegistrationToken");
    QVERIFY(token->isVisible());
    QCOMPARE(token->echoMode(), QLineEdit::Password);

    // What is wrong is said, and neither settings nor secrets are kept.
    auto* more = part<QLineEdit>(stage, "environmentRegistrationExtra");
    auto* url = part<QLineEdit>(stage, "environmentRegistrationUrl");
    auto* metadata = part<QLineEdit>(stage, "environmentRegistrationMetadata");
    token->setText(u"two words"_s);
    more->setText(u"[]"_s);
    QVERIFY(savingSays(stage, "must be a JSON object"));
    more->setText(u"{\"scope\":\"notify\"}"_s);
    url->setText(u"https://auth .example"_s);
    QVERIFY(savingSays(stage, "is not a URL"));
    url->clear();
    QVERIFY(savingSays(stage, "is needed where clients are registered"));
    metadata->setText(u"https://auth.example/.well-known/oauth-authorization-server"_s);
    QVERIFY(savingSays(stage, "visible ASCII"));
    QCOMPARE(part<QLabel>(stage, "environmentSaid")->property("banner").toString(), u"bad"_s);
    QVERIFY(kept(stage, u"sandbox"_s)->tokenService == TokenService::Unset);

    token->setText(u"the-initial-token"_s);
    part<QComboBox>(stage, "environmentRegistrationClientAuth")->setCurrentIndex(1);
    stage.screenshot(u"settings-registration"_s);
    QVERIFY(savingSays(stage, "Saved."));
    QVERIFY(token->text().isEmpty());
    const auto sandbox = kept(stage, u"sandbox"_s);
    QVERIFY(sandbox->tokenService == TokenService::Registration);
    QCOMPARE(sandbox->registration.metadataUrl, QUrl(metadata->text()));
    QVERIFY(sandbox->registration.access == RegistrationSettings::Access::Bearer);
    QCOMPARE(sandbox->registration.clientAuthentication, u"client_secret_basic"_s);
    QCOMPARE(sandbox->registration.more, QJsonObject({{u"scope"_s, u"notify"_s}}));
    std::optional<bool> isKept;
    QCoro::connect(registrationToken(
                       stage.console().dataFolder().vault(), u"sandbox"_s, sandbox->registration),
        &stage.console(), [&isKept](const Outcome<Secret>& stored) {
            isKept = stored && stored->equals(Secret(QByteArray("the-initial-token")));
        });
    QTRY_VERIFY(isKept.has_value());
    QVERIFY(*isKept);
}

void SettingsTest::whatABackendThatIsToldOfClientsNeedsIsSetHere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    QVERIFY(showService(stage, TokenService::Webhook));
    QVERIFY(!stage.sees("environmentRegistrationUrl"));
    auto* url = part<QLineEdit>(stage, "environmentWebhookUrl");
    auto* secret = part<QLineEdit>(stage, "environmentWebhookSecret");
    QVERIFY(url->isVisible());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    const auto secretOf = [](char letter) {
        return QString::fromLatin1("whsec_" + QByteArray(32, letter).toBase64());
    };
    const auto count = [&stage] {
        std::optional<qsizetype> found;
        QCoro::connect(webhookSecrets(stage.console().dataFolder().vault(), u"sandbox"_s),
            &stage.console(), [&found](const Outcome<WebhookSecrets>& stored) {
                found = stored ? stored->secrets.size() : 0;
            });
        (void)QTest::qWaitFor([&found] { return found.has_value(); });
        return found.value_or(-1);
    };
    secret->setText(secretOf('a'));
    QVERIFY(savingSays(stage, "is needed where your backend is told"));
    QCOMPARE(count(), 0);
    url->setText(u"https://backend.example/clients"_s);
    QVERIFY(savingSays(stage, "Saved."));
    QVERIFY(secret->text().isEmpty());
    QVERIFY(kept(stage, u"sandbox"_s)->tokenService == TokenService::Webhook);
    QCOMPARE(kept(stage, u"sandbox"_s)->webhook.url, QUrl(url->text()));
    QCOMPARE(count(), 1);

    secret->setText(u"whsec_short"_s);
    QVERIFY(savingSays(stage, "24 to 64 bytes"));
    secret->setText(secretOf('b'));
    QVERIFY(savingSays(stage, "Saved."));
    QCOMPARE(count(), 2); // both sign while the backend changes over
    part<QPushButton>(stage, "environmentEndRotation")->click();
    QTRY_VERIFY(stage.text("environmentSaid").contains("Only the newest"_L1));
    QCOMPARE(count(), 1);

    // What is entered for one environment does not go to another one.
    secret->setText(secretOf('c'));
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(u"production"_s);
    QVERIFY(secret->text().isEmpty());
}

void SettingsTest::goingOverToAnotherEnvironmentEndsTheProgramForANewStart()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    QVERIFY(!part<QPushButton>(stage, "switchEnvironment")->isEnabled()); // this environment is in
                                                                          // use
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(u"sandbox"_s);
    part<QPushButton>(stage, "switchEnvironment")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
    QVERIFY(stage.window().restarts());
    QCOMPARE(stage.window().restartsIn(), u"sandbox"_s);
}

void SettingsTest::theEmbeddedBrowsersAgeIsSaid()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    auto* engine = part<QLabel>(stage, "engine");
    QTRY_VERIFY2_WITH_TIMEOUT(
        engine->text().contains(QLatin1String(qWebEngineChromiumSecurityPatchVersion())),
        qPrintable(engine->text()), 60'000);
    QVERIFY(engine->text().contains(QLatin1String(qWebEngineChromiumVersion())));
    QVERIFY(engine->property("banner").toString() != "neutral"_L1); // the engine has a
                                                                    // date
}

void SettingsTest::aSinkIsAddedTriedAndRemoved()
{
    const QTemporaryDir folder;
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QVERIFY(!part<QPushButton>(stage, "trySink")->isEnabled());
    part<QPushButton>(stage, "addSink")->click();
    QTRY_VERIFY(stage.sees("newSinkDialog"));
    part<QLineEdit>(stage, "newSinkName")->setText(u"files"_s);
    part<QLineEdit>(stage, "newSinkFolder")->setText(folder.path());
    part<QComboBox>(stage, "newSinkFormat")->setCurrentIndex(1);
    // The secret leaves in clear text only if the person agrees.
    part<QPushButton>(stage, "newSinkAdd")->click();
    QCOMPARE(part<QLabel>(stage, "newSinkSaid")->property("banner").toString(), u"bad"_s);
    part<QCheckBox>(stage, "newSinkInClear")->setChecked(true);
    part<QPushButton>(stage, "newSinkAdd")->click();
    QTRY_COMPARE(part<QComboBox>(stage, "sinkChoice")->currentText(), u"files"_s);
    const QString shownPath = ui::parts::breakable(folder.path());
    QTRY_VERIFY(part<QLabel>(stage, "sinkFacts")->text().contains(shownPath));
    QVERIFY(!part<QPushButton>(stage, "retrySink")->isEnabled());
    stage.screenshot(u"settings-sink"_s);

    part<QPushButton>(stage, "trySink")->click();
    QTRY_VERIFY(stage.sees("sinkPreviewDialog"));
    auto* places = stage.find<QPlainTextEdit>("sinkPreviewPlaces");
    QTRY_VERIFY_WITH_TIMEOUT(places->toPlainText().contains(folder.path()), 10'000);
    QVERIFY(places->toPlainText().contains("********"_L1));
    QVERIFY(QDir(folder.path()).isEmpty());
    stage.find<QPushButton>("sinkPreviewClose")->click();

    part<QPushButton>(stage, "removeSink")->click();
    QTRY_VERIFY(stage.sees("removeSinkYes"));
    stage.find<QPushButton>("removeSinkYes")->click();
    QTRY_COMPARE(part<QComboBox>(stage, "sinkChoice")->count(), 0);
    QTRY_VERIFY(!part<QPushButton>(stage, "removeSink")->isEnabled());
}

void SettingsTest::aSinkThatCannotBeUsedIsNotAdded_data()
{
    QTest::addColumn<int>("kind"); // in the order of the choice
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, int kind, int format, const char* field, const char* text,
                         const char* reason) {
        QTest::newRow(name) << kind << format << QByteArray(field) << QString::fromLatin1(text)
                            << QString::fromLatin1(reason);
    };
    row("no recipient", 0, 0, "newSinkFolder", "/nowhere", "recipient");
    row("no whole path", 0, 1, "newSinkFolder", "nowhere", "whole path");
    row("no folder", 0, 1, "newSinkFolder", "/nowhere/at/all", "There is no folder");
    row("no program", 1, 1, "newSinkProgram", "/nowhere/x", "There is no program");
    row("no TLS", 2, 1, "newSinkAddress", "http://vault.example:8200", "https");
    row("a webhook without TLS", 3, 0, "newSinkWebhook", "http://backend.example/hook", "https");
    row("no token", 2, 1, "newSinkAddress", "https://vault.example",
        "a token of Vault is expected");
}

void SettingsTest::aSinkThatCannotBeUsedIsNotAdded()
{
    QFETCH(int, kind);
    QFETCH(int, format);
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    part<QPushButton>(stage, "addSink")->click();
    QTRY_VERIFY(stage.sees("newSinkDialog"));
    part<QLineEdit>(stage, "newSinkName")->setText(u"mine"_s);
    part<QComboBox>(stage, "newSinkKind")->setCurrentIndex(kind);
    part<QComboBox>(stage, "newSinkFormat")->setCurrentIndex(format);
    part<QCheckBox>(stage, "newSinkInClear")->setChecked(true);
    part<QLineEdit>(stage, field.constData())->setText(text);
    part<QPushButton>(stage, "newSinkAdd")->click();
    const auto* said = part<QLabel>(stage, "newSinkSaid");
    QTRY_COMPARE_WITH_TIMEOUT(said->property("banner").toString(), u"bad"_s, 10'000);
    QVERIFY2(said->text().contains(reason), qPrintable(said->text()));
    QVERIFY(stage.sees("newSinkDialog"));
    QCOMPARE(part<QComboBox>(stage, "sinkChoice")->count(), 0);
}

JETBRIDGE_GUI_TEST(SettingsTest)
#include "SettingsTest.moc"
