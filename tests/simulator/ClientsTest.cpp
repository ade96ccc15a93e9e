// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/Complaint.h"
#include "support/Strangers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Tests that third-party clients get tokens from the simulator.
class ClientsTest : public QObject, private Served {
    Q_OBJECT

private:
    /// Returns the data that a client needs, as JSON.
    QByteArray introduction()
    {
        const Answer app = registerApp();
        return QJsonDocument(QJsonObject{{"api", at({}).toString()}, {"master", app.json()},
                                 {"customer", connected(app).json()}})
            .toJson();
    }

private Q_SLOTS:
    void init() { start(); }

    void authlibGetsTokensAndUnderstandsRefusals()
    {
        QCOMPARE(complaintOf(test::debianPython(), {QFINDTESTDATA("clients/authlib_client.py")},
                     introduction()),
            QByteArray());
    }

    void oauth4webapiGetsTokensAndUnderstandsRefusals()
    {
        const QString npm = test::npmWith(u"oauth4webapi"_s);
        if (npm.isEmpty())
            QSKIP("npm's oauth4webapi is not there: packaging/npm");
        QCOMPARE(complaintOf("node", {QFINDTESTDATA("clients/oauth4webapi_client.mjs"), npm},
                     introduction()),
            QByteArray());
    }
};

JETBRIDGE_TEST(ClientsTest)
#include "ClientsTest.moc"
