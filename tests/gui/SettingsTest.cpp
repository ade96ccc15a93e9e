// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/CurrentEnvironment.h"
#include "gui/Stage.h"
#include "support/TestMain.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
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

} // namespace

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEnvironmentIsAddedWithANameAndAKind();
    void everythingOfAnEnvironmentIsSetHere();
    void whatIsWrongIsSaidAndNotKept_data();
    void whatIsWrongIsSaidAndNotKept();
    void goingOverToAnotherEnvironmentEndsTheProgramForANewStart();
    void theEmbeddedBrowsersAgeIsSaid();
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

JETBRIDGE_GUI_TEST(SettingsTest)
#include "SettingsTest.moc"
