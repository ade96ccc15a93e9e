// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Served.h"
#include "support/Complaint.h"
#include "support/TestMain.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

// It is called by its path: another Python that comes first in PATH would not find Debian's
// packages.
const QString debianPython = u"/usr/bin/python3"_s;

} // namespace

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
        QCOMPARE(
            complaintOf(debianPython, {QFINDTESTDATA("clients/authlib_client.py")}, introduction()),
            QByteArray());
    }

    void oauth4webapiGetsTokensAndUnderstandsRefusals()
    {
        const QString npm = QDir(QCoreApplication::applicationDirPath() + "/../npm").absolutePath();
        if (!QFileInfo::exists(npm + "/node_modules/oauth4webapi"))
            QSKIP("npm's oauth4webapi is not there: tests/simulator/clients/install");
        QCOMPARE(complaintOf("node", {QFINDTESTDATA("clients/oauth4webapi_client.mjs"), npm},
                     introduction()),
            QByteArray());
    }
};

JETBRIDGE_TEST(ClientsTest)
#include "ClientsTest.moc"
