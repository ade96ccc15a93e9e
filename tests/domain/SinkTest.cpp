// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Sink.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

Delivery delivery(const char* company = "globex")
{
    Delivery one;
    one.id = u"d-1"_s;
    one.event = DeliveryEvent::Rotated;
    one.company = CompanyId(QString::fromLatin1(company));
    one.integration = IntegrationId(u"int-1"_s);
    one.client = ClientId(u"client-1"_s);
    one.notedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 0), utc);
    return one;
}

} // namespace

class SinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsReadAsItIsWritten()
    {
        for (const auto event : {DeliveryEvent::Connected, DeliveryEvent::Rotated,
                 DeliveryEvent::Disabled, DeliveryEvent::Forgotten})
            QVERIFY(deliveryEventFromName(deliveryEventName(event)).value() == event);
        for (const auto state : {DeliveryState::Waiting, DeliveryState::Done,
                 DeliveryState::Superseded, DeliveryState::LeftAlone, DeliveryState::GivenUp})
            QVERIFY(deliveryStateFromName(deliveryStateName(state)).value() == state);
        for (const auto kind :
            {SinkKind::Command, SinkKind::Folder, SinkKind::Vault, SinkKind::Webhook})
            QVERIFY(sinkKindFromName(sinkKindName(kind)).value() == kind);
        QVERIFY(!deliveryEventFromName(u"lost"_s));
        QVERIFY(!deliveryStateFromName(u"lost"_s));
        QVERIFY(!sinkKindFromName(u"drawer"_s));
    }

    void settingsAreReadAsTheyAreWritten()
    {
        CommandSettings command;
        command.format = {HandoverFormat::Gpg, u"0123456789"_s};
        command.program = u"/usr/bin/true"_s;
        command.arguments = {u"put"_s, u"{companyId}"_s};
        command.undoArguments = {u"delete"_s};
        command.variables = {u"KUBECONFIG"_s};
        command.seconds = 7;
        const auto again = CommandSettings::fromJson(command.toJson());
        QVERIFY(again.format.format == HandoverFormat::Gpg);
        QCOMPARE(again.format.recipient, command.format.recipient);
        QCOMPARE(again.program, command.program);
        QCOMPARE(again.arguments, command.arguments);
        QCOMPARE(again.undoArguments, command.undoArguments);
        QCOMPARE(again.variables, command.variables);
        QCOMPARE(again.seconds, 7);
        const FolderSettings folder{{HandoverFormat::Env, {}}, u"/srv/secrets"_s};
        QCOMPARE(FolderSettings::fromJson(folder.toJson()).folder, folder.folder);
        QVERIFY(FolderSettings::fromJson(folder.toJson()).format.format == HandoverFormat::Env);
        const WebhookSinkSettings hook{QUrl(u"https://backend.example/hook?a=%2F"_s), true};
        QCOMPARE(WebhookSinkSettings::fromJson(hook.toJson()).url, hook.url);
        QVERIFY(WebhookSinkSettings::fromJson(hook.toJson()).withSecret);
        QVERIFY(!WebhookSinkSettings::fromJson({}).withSecret);
    }

    void placeholdersAreFilledOnce()
    {
        const auto filled = filledPlaceholders(
            u"{event}/{environment}/{companyId}/{integrationId}/{clientId}/{deliveryId} {x} {"_s,
            delivery("{event}"), u"sandbox"_s);
        QVERIFY(filled);
        QCOMPARE(*filled, u"rotated/sandbox/{event}/int-1/client-1/d-1 {x} {"_s);
    }

    void aValueNeverBecomesAnOption()
    {
        QVERIFY(!filledPlaceholders(u"{companyId}"_s, delivery("--force"), {}));
        const auto inside = filledPlaceholders(u"--id={companyId}"_s, delivery("--force"), {});
        QVERIFY(inside);
        QCOMPARE(*inside, u"--id=--force"_s);
    }

    void whatIsNotAllowedInACommandIsNamed_data()
    {
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* argument, const char* variable,
                             const char* says) {
            QTest::newRow(name) << QString::fromLatin1(argument) << QString::fromLatin1(variable)
                                << QString::fromLatin1(says);
        };
        row("a secret as argument", "{clientSecret}", "HOME", "standard input");
        row("a token as argument", "x{accessToken}", "HOME", "standard input");
        row("an unknown placeholder", "{company}", "HOME", "{companyId}");
        row("an odd variable", "a", "A B", "A B");
        row("a variable of ours", "a", "JETBRIDGE_BACKEND_TOKEN", "JETBRIDGE_BACKEND_TOKEN");
    }
    void whatIsNotAllowedInACommandIsNamed()
    {
        QFETCH(QString, argument);
        QFETCH(QString, variable);
        QFETCH(QString, says);
        CommandSettings settings;
        settings.arguments = {argument};
        settings.variables = {variable};
        const auto refused = settings.check();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QVERIFY2(refused.error().detail.english().contains(says),
            qPrintable(refused.error().detail.english()));
    }

    void aPathOfVaultIsOneCustomersAlone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("integration");
        QTest::addColumn<QString>("becomes");
        const auto row = [](const char* name, const char* path, const char* integration,
                             const char* becomes) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(integration)
                                << QString::fromLatin1(becomes);
        };
        row("plain", "jetbridge/{environment}/{integrationId}", "a.b_c~d-1",
            "jetbridge/sandbox/a.b_c~d-1");
        row("with the company", "{companyId}/{integrationId}", "1", "globex/1");
        row("without an id", "jetbridge/all", "1", "");
        row("beginning with a slash", "/{integrationId}", "1", "");
        row("upwards", "x/../{integrationId}", "1", "");
        row("another placeholder", "{event}/{integrationId}", "1", "");
        row("a slash in the id", "jetbridge/{integrationId}", "a/b", "");
        row("an id upwards", "jetbridge/{integrationId}", "..", "");
        row("an odd character", "jetbridge/{integrationId}", "a b", "");
        row("an id like an option", "{integrationId}", "-a", "");
    }
    void aPathOfVaultIsOneCustomersAlone()
    {
        QFETCH(QString, path);
        QFETCH(QString, integration);
        QFETCH(QString, becomes);
        VaultSettings settings;
        settings.address = QUrl(u"https://vault.example:8200"_s);
        settings.path = path;
        Delivery one = delivery();
        one.integration = IntegrationId(integration);
        const bool isSound = settings.check().has_value();
        const auto filled = settings.pathOf(one, u"sandbox"_s);
        QCOMPARE(isSound && filled ? *filled : QString(), becomes);
        const auto again = VaultSettings::fromJson(settings.toJson());
        QCOMPARE(again.address, settings.address);
        QCOMPARE(again.path, path);
        QCOMPARE(again.mount, u"secret"_s);
        QCOMPARE(again.roleMount, u"approle"_s);
    }

    void anEventIsToldWithoutASecret()
    {
        const auto object = QJsonDocument::fromJson(eventDocument(delivery(), u"sandbox"_s));
        QCOMPARE(object["event"_L1].toString(), u"rotated"_s);
        QCOMPARE(object["deliveryId"_L1].toString(), u"d-1"_s);
        QCOMPARE(object["companyId"_L1].toString(), u"globex"_s);
        QCOMPARE(object["integrationId"_L1].toString(), u"int-1"_s);
        QCOMPARE(object["at"_L1].toString(), u"2026-03-01T12:00:00Z"_s);
    }

    void anOddNameIsRefused()
    {
        QVERIFY(checkSinkName(u"vault of Acme"_s));
        for (const char* name : {"", " a", "a ", "a\nb"})
            QVERIFY(!checkSinkName(QString::fromLatin1(name)));
        QVERIFY(!checkSinkName(QString(65, QLatin1Char('a'))));
    }
};

JETBRIDGE_TEST(SinkTest)
#include "SinkTest.moc"
