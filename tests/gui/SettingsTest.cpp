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
    name->setText(QStringLiteral("sandbox-eu"));
    QVERIFY(add->isEnabled());
    add->click();
    QTRY_COMPARE(
        part<QComboBox>(stage, "environmentChoice")->currentText(), QStringLiteral("sandbox-eu"));
    QVERIFY(kept(stage, QStringLiteral("sandbox-eu"))->kind == Environment::Kind::Sandbox);
    QVERIFY(part<QPushButton>(stage, "switchEnvironment")->isEnabled());
    stage.screenshot(QStringLiteral("settings-environment"));
}

void SettingsTest::everythingOfAnEnvironmentIsSetHere()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(QStringLiteral("production"));
    part<QLineEdit>(stage, "environmentApiUrl")->setText(QStringLiteral("https://api.example"));
    part<QLineEdit>(stage, "environmentPortalUrl")->setText(QStringLiteral("https://www.example"));
    part<QLineEdit>(stage, "environmentRedirectHosts")
        ->setText(QStringLiteral("www.example  app.example:8443"));
    part<QLineEdit>(stage, "environmentFrameOrigins")
        ->setText(QStringLiteral("https://www.example"));
    part<QComboBox>(stage, "environmentClientAuth")->setCurrentIndex(1);
    part<QLineEdit>(stage, "environmentPublicUrl")->setText(QStringLiteral("https://us.example"));
    part<QLineEdit>(stage, "environmentForwardTo")
        ->setText(QStringLiteral("http://localhost:8080/hook"));
    part<QSpinBox>(stage, "environmentTokenLifetime")->setValue(600);
    part<QComboBox>(stage, "environmentUnknownScopes")->setCurrentIndex(1);
    part<QSpinBox>(stage, "environmentVerifyEvery")->setValue(24);
    part<QPushButton>(stage, "saveEnvironment")->click();
    QTRY_COMPARE(part<QLabel>(stage, "environmentSaid")->property("banner").toString(),
        QStringLiteral("good"));
    const auto production = kept(stage, QStringLiteral("production"));
    QVERIFY(production.has_value());
    QCOMPARE(production->apiUrl, QUrl(QStringLiteral("https://api.example")));
    QCOMPARE(production->portalUrl, QUrl(QStringLiteral("https://www.example")));
    QCOMPARE(production->redirectHosts,
        QStringList({QStringLiteral("www.example"), QStringLiteral("app.example:8443")}));
    QCOMPARE(production->frameOrigins, QStringList(QStringLiteral("https://www.example")));
    QVERIFY(production->clientAuthentication == ClientAuthentication::Basic);
    QCOMPARE(production->publicUrl, QUrl(QStringLiteral("https://us.example")));
    QCOMPARE(production->forwardTo, QUrl(QStringLiteral("http://localhost:8080/hook")));
    QCOMPARE(production->tokenLifetimeSeconds, 600);
    QVERIFY(production->refusesUnknownScopes);
    QCOMPARE(production->verifyEveryHours, 24);
}

void SettingsTest::whatIsWrongIsSaidAndNotKept_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("no https") << QByteArray("environmentApiUrl")
                              << QStringLiteral("http://api.example");
    QTest::newRow("no host") << QByteArray("environmentRedirectHosts")
                             << QStringLiteral("https://www.example");
    QTest::newRow("no origin") << QByteArray("environmentFrameOrigins")
                               << QStringLiteral("https://www.example/page");
    QTest::newRow("no certificate")
        << QByteArray("environmentCaFile") << QStringLiteral("/no/such/file.pem");
    QTest::newRow("no backend") << QByteArray("environmentForwardTo")
                                << QStringLiteral("ftp://backend.example");
}

void SettingsTest::whatIsWrongIsSaidAndNotKept()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, text);
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(QStringLiteral("sandbox"));
    const auto before = kept(stage, QStringLiteral("sandbox"));
    part<QLineEdit>(stage, field.constData())->setText(text);
    part<QPushButton>(stage, "saveEnvironment")->click();
    QTRY_COMPARE(part<QLabel>(stage, "environmentSaid")->property("banner").toString(),
        QStringLiteral("bad"));
    QVERIFY(*kept(stage, QStringLiteral("sandbox")) == *before);
}

void SettingsTest::goingOverToAnotherEnvironmentEndsTheProgramForANewStart()
{
    Stage stage;
    QVERIFY(stage.isReady());
    stage.click("navSettings");
    QTRY_COMPARE(part<QComboBox>(stage, "environmentChoice")->count(), 3);
    QVERIFY(!part<QPushButton>(stage, "switchEnvironment")->isEnabled()); // this environment is in
                                                                          // use
    part<QComboBox>(stage, "environmentChoice")->setCurrentText(QStringLiteral("sandbox"));
    part<QPushButton>(stage, "switchEnvironment")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!stage.window().isVisible(), 10'000);
    QVERIFY(stage.window().restarts());
    QCOMPARE(stage.window().restartsIn(), QStringLiteral("sandbox"));
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
    QVERIFY(engine->property("banner").toString() != QLatin1String("neutral")); // the engine has a
                                                                                // date
}

JETBRIDGE_GUI_TEST(SettingsTest)
#include "SettingsTest.moc"
