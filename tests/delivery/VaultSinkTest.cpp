// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/VaultSink.h"
#include "delivery/Parcels.h"
#include "delivery/TestVault.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

class TestClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(1'800'000'000, utc); }
    qint64 steadyMs() const override { return steady; }
    qint64 steady = 0;
};

class Recorder final : public ExchangeRecorder {
public:
    void record(Exchange exchange) override { exchanges.append(std::move(exchange)); }
    void knowSecret(Secret secret) override { known.append(secret); }
    bool knows(const char* secret) const
    {
        return std::any_of(known.begin(), known.end(),
            [secret](const Secret& one) { return one.equals(Secret(QByteArrayView(secret))); });
    }
    QList<Exchange> exchanges;
    QList<Secret> known;
};

const QString path = u"jetbridge/simulator/int-1"_s;

/// A Vault, and the sink that is tested with it.
struct Place {
    Place()
    {
        settings.address = vault.url();
        settings.path = u"jetbridge/{environment}/{integrationId}"_s;
    }
    Sink sink() const
    {
        Sink one;
        one.kind = SinkKind::Vault;
        one.settings = settings.toJson();
        return one;
    }
    Parcel parcel(DeliveryEvent event, int tries = 1) const
    {
        Parcel one = parcelOf(event);
        one.delivery.tries = tries;
        one.delivery.id = id;
        one.secret = Secret(secret);
        return one;
    }
    DeliveryResult deliver(DeliveryEvent event, int tries = 1)
    {
        return QCoro::waitFor(driver.deliver(sink(), parcel(event, tries)));
    }
    Outcome<DeliveryPreview> preview()
    {
        return QCoro::waitFor(driver.preview(sink(), parcel(DeliveryEvent::Connected)));
    }
    const TestVault::Entry& entry() { return vault.entries[path]; }
    bool isOurs() { return entry().custom.value("managed-by"_L1) == QJsonValue(u"jetbridge"_s); }
    void putOthers()
    {
        vault.entries[path].versions.append(QJsonObject{{u"password"_s, u"of others"_s}});
    }

    TestVault vault;
    TestClock clock;
    Recorder recorder;
    delivery::VaultSink driver{clock, &recorder};
    VaultSettings settings;
    QByteArray secret = "root";
    QString id = u"delivery-1"_s;
};

QByteArray said(const Outcome<Done>& outcome)
{
    return outcome ? QByteArray("it worked") : outcome.error().detail.english().toUtf8();
}

} // namespace

class VaultSinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void credentialsComeAndGoWithTheCustomer()
    {
        Place place;
        const auto put = place.deliver(DeliveryEvent::Connected);
        QVERIFY2(put.outcome.has_value(), said(put.outcome).constData());
        QVERIFY(put.place.endsWith("secret/"_L1 + path));
        QCOMPARE(place.entry().versions.size(), 1);
        const QJsonObject data = place.entry().versions.last();
        QCOMPARE(data.value("clientSecret"_L1).toString().toUtf8(), customerSecret);
        QCOMPARE(data.value("companyId"_L1).toString(), u"globex"_s);
        QVERIFY(place.isOurs());
        QCOMPARE(place.entry().custom.value("integrationId"_L1).toString(), u"int-1"_s);

        place.id = u"delivery-2"_s;
        QVERIFY(place.deliver(DeliveryEvent::Rotated).outcome);
        QCOMPARE(place.entry().versions.size(), 2);
        const auto disabled = place.deliver(DeliveryEvent::Disabled);
        QVERIFY(disabled.outcome && disabled.nothingBecause.isEmpty());
        QVERIFY(place.entry().deleted.contains(2));
        QVERIFY(place.deliver(DeliveryEvent::Disabled).outcome); // once more changes nothing
        place.id = u"delivery-3"_s;
        QVERIFY(place.deliver(DeliveryEvent::Connected).outcome);
        QCOMPARE(place.entry().versions.size(), 3);
        const auto forgotten = place.deliver(DeliveryEvent::Forgotten);
        QVERIFY(forgotten.outcome && forgotten.nothingBecause.isEmpty());
        QVERIFY(!place.vault.entries.contains(path));
        const auto again = place.deliver(DeliveryEvent::Forgotten);
        QVERIFY(again.outcome);
        QVERIFY(!again.nothingBecause.isEmpty());
    }

    void aWriteWhoseAnswerWasLostIsKnownAsOurs()
    {
        Place place;
        place.vault.lostAnswers = 2;
        int tries = 1;
        while (tries < 5 && !place.deliver(DeliveryEvent::Connected, tries).outcome)
            ++tries;
        QVERIFY(tries < 5);
        QCOMPARE(place.entry().versions.size(), 1);
        QVERIFY(place.isOurs());
        // The same for a path that is ours already.
        place.id = u"delivery-2"_s;
        place.vault.lostAnswers = 2;
        tries = 1;
        while (tries < 5 && !place.deliver(DeliveryEvent::Rotated, tries).outcome)
            ++tries;
        QVERIFY(tries < 5);
        QCOMPARE(place.entry().versions.size(), 2);
    }

    void aWriteThatWasNotMarkedAsOursIsMarkedLater()
    {
        Place place;
        place.vault.forbidden.insert(u"POST secret/metadata/"_s);
        QVERIFY(!place.deliver(DeliveryEvent::Connected).outcome);
        QVERIFY(!place.isOurs());
        place.vault.forbidden.clear();
        QVERIFY(place.deliver(DeliveryEvent::Connected, 2).outcome);
        QVERIFY(place.isOurs());
        QCOMPARE(place.entry().versions.size(), 1);
    }

    void whatIsSomebodyElsesIsLeftAlone()
    {
        Place place;
        place.putOthers();
        const auto refused = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::Conflict);
        QVERIFY(said(refused.outcome).contains("Somebody else's secret"));
        const auto seen = place.preview();
        QVERIFY(!seen);
        QCOMPARE(seen.error().kind, FailureKind::Conflict);
        for (const auto event : {DeliveryEvent::Disabled, DeliveryEvent::Forgotten}) {
            const auto left = place.deliver(event);
            QVERIFY(left.outcome);
            QVERIFY(left.nothingBecause.contains("not ours"_L1));
        }
        QCOMPARE(place.entry().versions.size(), 1);
        QVERIFY(place.entry().deleted.isEmpty());
        QVERIFY(place.entry().custom.isEmpty());
    }

    void whoeverWritesAtTheSameMomentIsNotOverwritten()
    {
        Place place;
        place.vault.beforeWrite = [&place] {
            place.putOthers();
        };
        const auto refused = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::Conflict);
        QVERIFY(!place.isOurs());
        // On a path of ours it is tried again, on top of what the other one wrote.
        Place own;
        QVERIFY(own.deliver(DeliveryEvent::Connected).outcome);
        own.id = u"delivery-2"_s;
        own.vault.beforeWrite = [&own] {
            own.putOthers();
        };
        const auto late = own.deliver(DeliveryEvent::Rotated);
        QVERIFY(!late.outcome);
        QVERIFY(said(late.outcome).contains("check-and-set"));
        QVERIFY(own.deliver(DeliveryEvent::Rotated, 2).outcome);
        QCOMPARE(own.entry().versions.size(), 3);
    }

    void everyFailureHasASentenceOfItsOwn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char* name, int status, const char* body, FailureKind kind,
                             const char* says) {
            QTest::newRow(name) << status << QByteArray(body) << kind << QByteArray(says);
        };
        row("sealed", 503, "{\"errors\":[\"Vault is sealed\"]}", FailureKind::ServerFault,
            "Vault is sealed");
        row("standby", 307, "", FailureKind::Unreachable, "standby node");
        row("failing", 500, "{\"errors\":[\"secret words of Vault\"]}", FailureKind::ServerFault,
            "failed with 500");
        row("too often", 429, "{\"errors\":[]}", FailureKind::RateLimited, "too many requests");
        row("no Vault", 200, "<html>", FailureKind::BadReply, "current_version");
        row("no mount", 404, "{\"errors\":[\"no handler for route \\\"x\\\"\"]}",
            FailureKind::NotFound, "is the mount right");
        row("odd", 418, "{}", FailureKind::BadReply, "418");
    }
    void everyFailureHasASentenceOfItsOwn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(FailureKind, kind);
        QFETCH(QByteArray, says);
        Place place;
        place.vault.faults = [status, body](const QString&) {
            return TestVault::Answer{status, body, "Location: http://127.0.0.1:1/v1/x\r\n"};
        };
        for (const auto event : {DeliveryEvent::Connected, DeliveryEvent::Disabled}) {
            const auto refused = place.deliver(event);
            QVERIFY(!refused.outcome);
            QCOMPARE(refused.outcome.error().kind, kind);
            QVERIFY2(said(refused.outcome).contains(says), said(refused.outcome).constData());
            QVERIFY(!said(refused.outcome).contains("secret words"));
        }
        QVERIFY(place.vault.entries.isEmpty());
    }

    void itIsLeftAloneForAsLongAsItAsks()
    {
        Place place;
        int status = 429;
        QByteArray wait = "Retry-After: 30\r\n";
        place.vault.faults = [&](const QString&) {
            return TestVault::Answer{status, "{\"errors\":[]}", wait};
        };
        const auto limited = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!limited.outcome);
        QCOMPARE(limited.pause, std::chrono::seconds(30));
        status = 503;
        wait = "Retry-After: Fri, 15 Jan 2027 08:02:00 GMT\r\n"; // two minutes from the clock
        QCOMPARE(place.deliver(DeliveryEvent::Disabled).pause, std::chrono::seconds(120));
        // Where nobody asks for a pause, the usual one is enough.
        wait.clear();
        status = 429;
        QCOMPARE(place.deliver(DeliveryEvent::Disabled).pause, std::chrono::seconds(0));
        // The sign-in of an AppRole may be limited, too.
        wait = "Retry-After: 7\r\n";
        place.settings.roleId = u"role"_s;
        QCOMPARE(place.deliver(DeliveryEvent::Disabled).pause, std::chrono::seconds(7));
    }

    void aPolicyThatIsTooNarrowIsToldFromAWrongToken()
    {
        Place place;
        place.vault.forbidden.insert(u"POST secret/data/"_s);
        const auto narrow = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!narrow.outcome);
        QCOMPARE(narrow.outcome.error().kind, FailureKind::NotPermitted);
        QVERIFY(said(narrow.outcome).contains("extend its policy"));
        place.secret = "expired";
        const auto wrong = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!wrong.outcome);
        QCOMPARE(wrong.outcome.error().kind, FailureKind::Refused);
        QVERIFY(said(wrong.outcome).contains("does not accept the token"));
    }

    void nobodyThereIsUnreachable()
    {
        Place place;
        place.vault.stop();
        const auto refused = place.deliver(DeliveryEvent::Connected);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::Unreachable);
    }

    void anAppRoleSignsInOnceAndAgainWhenItsTokenEnds()
    {
        Place place;
        place.settings.roleId = u"role"_s;
        place.secret = place.vault.secretId;
        place.vault.tokens.clear();
        QVERIFY(place.deliver(DeliveryEvent::Connected).outcome);
        QVERIFY(place.deliver(DeliveryEvent::Disabled).outcome);
        QCOMPARE(place.vault.signIns, 1);
        place.vault.tokens.clear(); // revoked
        QVERIFY(place.deliver(DeliveryEvent::Forgotten).outcome);
        QCOMPARE(place.vault.signIns, 2);
        place.clock.steady += 3600 * 1000; // its lease is over
        QVERIFY(place.deliver(DeliveryEvent::Connected).outcome);
        QCOMPARE(place.vault.signIns, 3);

        place.secret = "another secret id";
        place.clock.steady += 3600 * 1000;
        const auto refused = place.deliver(DeliveryEvent::Disabled);
        QVERIFY(!refused.outcome);
        QCOMPARE(refused.outcome.error().kind, FailureKind::Refused);
        QVERIFY(said(refused.outcome).contains("AppRole"));
    }

    void noSecretOfVaultIsRecorded()
    {
        Place place;
        place.settings.roleId = u"role"_s;
        place.settings.nameSpace = u"team-a"_s;
        place.secret = place.vault.secretId;
        QVERIFY(place.deliver(DeliveryEvent::Connected, 2).outcome);
        QVERIFY(place.recorder.knows("secret-id"));
        QVERIFY(place.recorder.knows("role-token-1"));
        QVERIFY(!place.recorder.exchanges.isEmpty());
        for (const Exchange& exchange : std::as_const(place.recorder.exchanges)) {
            QVERIFY(!exchange.replyBody.contains(customerSecret));
            QVERIFY(!exchange.replyBody.contains("role-token"));
        }
        for (const QByteArray& head : std::as_const(place.vault.heads))
            QVERIFY(head.toLower().contains("x-vault-namespace: team-a"));
    }

    void aPreviewChangesNothing()
    {
        Place place;
        const auto seen = place.preview();
        QVERIFY2(seen.has_value(), seen ? "" : qPrintable(seen.error().detail.english()));
        QVERIFY(seen->place.endsWith("secret/"_L1 + path));
        QVERIFY(seen->content.contains("client-1"));
        QVERIFY(place.vault.entries.isEmpty());
        QVERIFY(place.vault.log.filter(u"POST"_s).isEmpty());
        place.vault.version = "1";
        const auto old = place.preview();
        QVERIFY(!old);
        QCOMPARE(old.error().kind, FailureKind::Invalid);
        place.secret = "wrong";
        const auto refused = place.preview();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Refused);
    }

    void anAddressBehindAPathIsKept()
    {
        Place place;
        place.settings.address = QUrl(place.vault.url().toString() + u"/"_s);
        QVERIFY(place.deliver(DeliveryEvent::Connected).outcome);
        place.settings.address = QUrl(place.vault.url().toString() + u"/proxied"_s);
        QVERIFY(!place.deliver(DeliveryEvent::Disabled).outcome);
        QVERIFY(place.vault.heads.last().contains(" /proxied/v1/secret/metadata/")
            || place.vault.heads.last().contains(" /proxied/v1/auth/token/lookup-self"));
    }
};

JETBRIDGE_TEST(VaultSinkTest)
#include "VaultSinkTest.moc"
