// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "simulator/World.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using simulator::SimulatorOptions;
using simulator::World;

namespace {

using State = QMap<QString, QString>; ///< Place and document by kind and key.

QString nameOf(const World::Entry& entry)
{
    return entry.kind + u' ' + entry.key;
}

QString contentOf(const World::Entry& entry)
{
    return QString::number(entry.place) + u' '
        + QString::fromUtf8(QJsonDocument(entry.document).toJson(QJsonDocument::Compact));
}

template <typename T> QString resultOf(const Outcome<T>& outcome)
{
    return outcome ? u"done"_s : outcome.error().code;
}

/// A world with an application, a grant of globex, and an integration of initech with a live token.
struct Prepared {
    simulator::Seed seed{7};
    simulator::SimulatedClock clock;
    World world{seed, clock};
    Application application;
    AppId app;
    ClientId master;
    std::optional<simulator::ConnectedCompany> initech;
    QByteArray token;
    QList<World::Entry> written; ///< By the keeper that works.

    bool prepare(const QJsonObject& json)
    {
        clock.freezeAt(QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate));
        const auto read = Application::fromJson(QJsonDocument(json).toJson());
        if (!read || !world.loadCompanies({}))
            return false;
        application = *read;
        const auto registered = world.registerApp({application, {}, {}, std::nullopt});
        if (!registered)
            return false;
        app = registered->id;
        master = registered->master.clientId;
        if (!world.grant(app, u"initech"_s) || !world.grant(app, u"globex"_s))
            return false;
        const auto connected = world.confirm(master, {app, u"initech"_s, pair("i")});
        const auto client =
            connected ? world.clients().find(connected->own.clientId) : std::nullopt;
        if (!client)
            return false;
        const auto issued = world.issuer().issue(*client, client->scopes);
        if (!issued)
            return false;
        initech = *connected;
        token = issued->reveal().toByteArray();
        world.takeChanges();
        return true;
    }
    static ClientCredentials pair(const char* id)
    {
        return {ClientId(QString::fromLatin1(id)), Secret(QByteArray("secret of ") + id)};
    }
    void haveNoRoom()
    {
        world.keepBy([](const QList<World::Entry>&) -> Outcome<Done> {
            return failed(FailureKind::StorageUnavailable, u"No room."_s, 503, u"STATE_NOT_KEPT"_s);
        });
    }
    void haveRoom()
    {
        world.keepBy([this](const QList<World::Entry>& entries) -> Outcome<Done> {
            written += entries;
            return Done{};
        });
    }
    State state() const
    {
        State state;
        for (const World::Entry& entry : world.entries())
            state.insert(nameOf(entry), contentOf(entry));
        return state;
    }
    /// Returns what the state file contains after what was written.
    State stored(State before) const
    {
        for (const World::Entry& entry : written)
            if (entry.document.isEmpty())
                before.remove(nameOf(entry));
            else
                before.insert(nameOf(entry), contentOf(entry));
        return before;
    }
    /// Returns who may do what now: what is not among the entries.
    QStringList access()
    {
        QStringList list;
        for (const char* id : {"i", "g", "m"})
            list.append(world.clients().find(ClientId(QString::fromLatin1(id))) ? u"in"_s : u"-"_s);
        list.append(world.clients().find(initech->own.clientId) ? u"in"_s : u"-"_s);
        list.append(world.issuer().check(token) ? u"live"_s : u"-"_s);
        list.append(QString::number(world.clients().size()));
        list.append(world.companies().named());
        return list;
    }
};

struct Change {
    const char* name;
    QString (*carryOut)(Prepared& all);
    int entries; ///< How many entries it writes.
};

QString registerWith(Prepared& all, World::Registration registration)
{
    const auto app = all.world.registerApp(std::move(registration));
    return app ? app->id.text() : app.error().code;
}

const QList<Change>& changes()
{
    static const QList<Change> list{
        {"register",
            [](Prepared& all) {
                return registerWith(all, {all.application, {}, {}, std::nullopt});
            },
            1},
        {"another master pair",
            [](Prepared& all) {
                return registerWith(
                    all, {all.application, {u"globex"_s}, all.app, Prepared::pair("m")});
            },
            1},
        {"review",
            [](Prepared& all) {
                return resultOf(
                    all.world.review(all.app, RegistrationState::AdjustScopes, u"Ask for less."_s));
            },
            1},
        {"grant", [](Prepared& all) { return resultOf(all.world.grant(all.app, u"hooli"_s)); }, 1},
        {"cancel",
            [](Prepared& all) { return resultOf(all.world.cancelGrant(all.app, u"globex"_s)); }, 1},
        {"confirm",
            [](Prepared& all) {
                const auto connected =
                    all.world.confirm(all.master, {all.app, u"globex"_s, Prepared::pair("g")});
                return connected ? connected->id.text() + connected->own.clientId.text()
                        + connected->own.clientSecret.revealText()
                                 : connected.error().code;
            },
            2},
        {"disable", [](Prepared& all) { return resultOf(all.world.disable(all.initech->id)); }, 1},
        {"companies",
            [](Prepared& all) {
                return resultOf(all.world.addCompanies({QJsonObject{{"companyId", "new"}},
                    QJsonObject{{"companyId", "globex"}, {"name", "Another name"}},
                    QJsonObject{{"companyId", "newer"}}, QJsonObject{{"generate", 5}}}));
            },
            4},
        {"settings",
            [](Prepared& all) {
                return resultOf(all.world.changeSettings({{"tokenLifetimeSeconds", 60}}));
            },
            1},
        {"reset", [](Prepared& all) { return resultOf(all.world.reset()); }, 2},
    };
    return list;
}

} // namespace

/// Tests what a change of the simulator comes to that cannot be written into its state file.
class UnwrittenChangeTest : public QObject, private Served {
    Q_OBJECT

private:
    QJsonObject stateOfAll()
    {
        QJsonObject state = get("/_simulator/state").json();
        for (const char* moving : {"now", "requests", "liveTokens"})
            state.remove(QLatin1String(moving));
        return state;
    }

private Q_SLOTS:
    void cleanup()
    {
        stop();
        backend.requests.clear();
        QCOMPARE(takeUndescribed(), QString());
    }

    void aChangeThatCannotBeWrittenIsAsIfItNeverWas_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < changes().size(); ++i)
            QTest::newRow(changes().at(i).name) << i;
    }
    void aChangeThatCannotBeWrittenIsAsIfItNeverWas()
    {
        QFETCH(int, number);
        const Change& change = changes().at(number);
        Prepared all;
        Prepared twin; // The change can be written there at once.
        const QJsonObject json = application("REDIRECT", true, backend);
        QVERIFY(all.prepare(json) && twin.prepare(json));
        const State before = all.state();
        const QStringList access = all.access();

        all.haveNoRoom();
        for (int i = 0; i < 2; ++i)
            QCOMPARE(change.carryOut(all), u"STATE_NOT_KEPT"_s);
        QCOMPARE(all.state(), before);
        QCOMPARE(all.access(), access);

        all.haveRoom();
        const QString result = change.carryOut(all);
        QVERIFY(result != u"STATE_NOT_KEPT"_s);
        QCOMPARE(result, change.carryOut(twin));
        QCOMPARE(all.state(), twin.state());
        QCOMPARE(all.access(), twin.access());
        QVERIFY(all.state() != before);
        QCOMPARE(all.stored(before), all.state());
        QCOMPARE(all.written.size(), change.entries);
    }

    void whatAPartnerWasToldIsWrittenWithTheNextChange()
    {
        Prepared all;
        QVERIFY(all.prepare(application("REDIRECT", true, backend)));
        const State before = all.state();
        all.haveRoom();
        QVERIFY(all.world.disable(all.initech->id));
        all.haveNoRoom();
        all.world.noteNotification(all.initech->id, {{"sent", true}});
        all.world.noteFirstToken(all.initech->id, {{"got", true}});
        // It has happened, whether it is written or not.
        QVERIFY(all.world.integration(all.initech->id)->notification["sent"_L1].toBool());
        QVERIFY(!all.world.grant(all.app, u"hooli"_s));
        all.haveRoom();
        QVERIFY(all.world.grant(all.app, u"hooli"_s));
        QCOMPARE(all.stored(before), all.state());
        QVERIFY(all.world.takeChanges().isEmpty());
    }

    void onAFullDiskNothingIsDoneAndTheSameRequestsSucceedLater()
    {
        const QTemporaryDir folder;
        const test::SmallDisk disk(folder.path(), 1);
        if (!disk.isMounted())
            QSKIP("Only root may mount a disk that is soon full.");
        const auto end = qScopeGuard([this] { stop(); }); // The disk is unmounted afterwards.
        SimulatorOptions options;
        options.stateFile = folder.filePath("state.db");
        options.settings = {{"firstTokenAfterMs", 0}};
        start(options);
        const Answer app = registerApp("REDIRECT", true);
        const QJsonObject own{{"clientId", "g"}, {"clientSecret", "s"}};
        const Answer initech =
            connected(app, {{"clientId", "i"}, {"clientSecret", "s"}}, "initech");
        QCOMPARE(initech.status, 200);
        QTRY_VERIFY(!stateOfAll()["integrations"][0]["firstToken"].toObject().isEmpty());
        const QByteArray customer = token(initech.text("clientId"), initech.text("clientSecret"));
        QCOMPARE(post("/_simulator/grants", {{"appId", app.text("appId")}, {"companyId", "globex"}})
                     .status,
            204);
        const QJsonObject before = stateOfAll();
        const auto asked = backend.requests.size();

        QFile filler(folder.filePath("filler"));
        QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray zeros(4096, '\0');
        while (filler.write(zeros) == zeros.size()) { }
        filler.close();

        const QString disable =
            "/_simulator/integrations/" + initech.text("integrationId") + "/disable";
        QList<Answer> refused{confirm(app, own), confirm(app, own), post(disable, {}),
            send("POST", setupPath(app, "/disable", "initech")),
            send("POST", setupPath(app, "/grant", "hooli")),
            send("POST", setupPath(app, "/cancel")), registerApp(),
            post("/_simulator/apps/" + app.text("appId") + "/review",
                {{"decision", "adjustScopes"}}),
            post("/_simulator/companies", {{"companyId", "new"}}),
            send("PUT", "/_simulator/settings", R"({"timeoutMs":500})"),
            send("POST", "/_simulator/reset")};
        for (qsizetype i = 0; i < refused.size(); ++i) {
            QVERIFY2(refused.at(i).status == 503, qPrintable(QString::number(i)));
            QCOMPARE(refused.at(i).code(), u"STATE_NOT_KEPT"_s);
        }
        QCOMPARE(stateOfAll(), before);
        QCOMPARE(get("/jobs", customer).status, 200);
        QCOMPARE(backend.requests.size(), asked);
        // What is not in the state file needs no room, and is done.
        QCOMPARE(post("/_simulator/clock", {{"advanceSeconds", 1}}).status, 200);
        QCOMPARE(send("DELETE", "/_simulator/faults").status, 204);

        QVERIFY(filler.remove());
        const Answer globex = confirm(app, own);
        QCOMPARE(globex.status, 200);
        QTRY_COMPARE(backend.requests.size(), asked + 1);
        const Answer disabled = post(disable, {});
        QCOMPARE(disabled.status, 200);
        QVERIFY(disabled.json()["notification"].toObject()["sent"].toBool());
        stop();
        start(options);
        QVERIFY(!token(globex.text("clientId"), globex.text("clientSecret")).isEmpty());
        QVERIFY(token(initech.text("clientId"), initech.text("clientSecret")).isEmpty());
        QCOMPARE(confirm(app, own).code(), u"INTEGRATION_ALREADY_ENABLED"_s);
    }

    void aMissingFolderIsNoFaultOfTheRequest()
    {
        const QTemporaryDir folder;
        const QString inner = folder.filePath("inner");
        QVERIFY(QDir().mkpath(inner));
        SimulatorOptions options;
        options.stateFile = inner + "/state.db";
        start(options);
        const Answer app = registerApp();
        QVERIFY(QDir(inner).removeRecursively());
        const QJsonObject grant{{"appId", app.text("appId")}, {"companyId", "globex"}};
        const Answer refused = post("/_simulator/grants", grant);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.code(), u"STATE_NOT_KEPT"_s);
        QVERIFY(refused.text("message").contains(options.stateFile));
        QCOMPARE(confirm(app).code(), u"COMPANY_CONSENT_MISSING"_s);
        QVERIFY(QDir().mkpath(inner));
        QCOMPARE(post("/_simulator/grants", grant).status, 204);
        QCOMPARE(confirm(app).status, 200);
        stop();
        start(options);
        QCOMPARE(confirm(app).code(), u"INTEGRATION_ALREADY_ENABLED"_s);
    }

    void aResetAnswersTheNotificationUnderWay()
    {
        start();
        QTcpServer silent; // Accepts the connection and never answers.
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QJsonObject asked = application("REDIRECT", true, backend);
        asked["oauthTokenUrl"] = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
        const Answer app = post("/_simulator/apps", asked);
        const QString id =
            connected(app, {{"clientId", "c"}, {"clientSecret", "s"}}).text("integrationId");
        QNetworkAccessManager network;
        QNetworkRequest request(at("/_simulator/integrations/" + id + "/disable"));
        request.setRawHeader("Content-Type", "application/json");
        const std::unique_ptr<QNetworkReply> disabled(network.post(request, QByteArray("{}")));
        QTRY_VERIFY(silent.hasPendingConnections());
        QCOMPARE(send("POST", "/_simulator/reset").status, 204);
        QTRY_VERIFY(disabled->isFinished());
        const QJsonObject answer = QJsonDocument::fromJson(disabled->readAll()).object();
        QCOMPARE(answer["integrationId"].toString(), id);
        QCOMPARE(answer["status"].toString(), u"disabled"_s);
        QCOMPARE(answer["notification"]["reason"].toString(), u"The simulator was reset."_s);
    }
};

JETBRIDGE_TEST(UnwrittenChangeTest)
#include "UnwrittenChangeTest.moc"
