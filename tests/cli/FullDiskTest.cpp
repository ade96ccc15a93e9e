// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The disk is full when the answer to the confirm call comes, and the program is killed before
/// there is room again.
class FullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameMeanwhileIsFoundAtTheNextStart();

private:
    Program m_program;
    Simulated m_simulated;
};

void FullDiskTest::whatCameMeanwhileIsFoundAtTheNextStart()
{
    const jetbridge::test::SmallDisk disk(m_program.folder(), 16);
    if (!disk.isMounted())
        QSKIP("Only root may mount a disk that is soon full.");
    QVERIFY(m_simulated.setUp(m_program));
    const QString company = u"full-disk"_s;
    m_simulated.grantTo(company);
    m_simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/apps-integrations/*"},"times":1,"do":{"delayMs":3000}}])");

    QProcess onboarding;
    m_program.start(
        onboarding, {u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_simulated.confirms(company), 1, 30'000);
    QFile filler(m_program.folder() + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray zeros(4096, '\0');
    while (filler.write(zeros) == zeros.size()) { }
    QByteArray said;
    const auto isHeld = [&] {
        onboarding.waitForReadyRead(50);
        said += onboarding.readAllStandardError();
        return said.contains("could not be stored");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHeld(), 60'000);
    onboarding.kill();
    QVERIFY(onboarding.waitForFinished());
    QVERIFY(filler.remove());

    const auto listed = m_program.run({u"--json"_s, u"integrations"_s, u"list"_s});
    const QJsonArray rows = listed.json().value("integrations"_L1).toArray();
    QVERIFY2(rows.size() == 1, listed.out.constData());
    const QJsonValue row = rows.at(0);
    QCOMPARE(row["status"_L1].toString(), u"unproved"_s);
    QCOMPARE(row["integrationId"_L1].toString(), m_simulated.integrationOf(company));
    QCOMPARE(row["consentedBy"_L1].toString(), u"Ana"_s);
    const auto verified =
        m_program.run({u"integrations"_s, u"verify"_s, row["integrationId"_L1].toString()});
    QVERIFY2(verified.exitCode == 0, verified.err.constData());
    QCOMPARE(m_simulated.confirms(company), 1);
}

JETBRIDGE_TEST(FullDiskTest)
#include "FullDiskTest.moc"
