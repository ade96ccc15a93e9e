// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/TestVault.h"
#include "support/Complaint.h"
#include "support/Strangers.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

/// Tests the Vault that other tests use: a client of others must find in it what it knows of a real
/// one.
class TestVaultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hvacFindsWhatVaultsDocumentationSays()
    {
        TestVault vault;
        const QJsonObject told{{u"url"_s, vault.url().toString()}, {u"role"_s, u"role"_s},
            {u"secretId"_s, QString::fromLatin1(vault.secretId)}};
        QCOMPARE(complaintOf(test::debianPython(), {QFINDTESTDATA("clients/hvac_client.py")},
                     QJsonDocument(told).toJson()),
            QByteArray());
        QCOMPARE(vault.entries.size(), 1);
    }
};

JETBRIDGE_TEST(TestVaultTest)
#include "TestVaultTest.moc"
