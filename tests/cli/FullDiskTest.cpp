// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Simulated.h"
#include "support/SmallDisk.h"
#include "support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

/// The disk is full when the answer to the confirm call comes, and the program ends before there is
/// room again.
class FullDiskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameMeanwhileIsFoundAtTheNextStart_data();
    void whatCameMeanwhileIsFoundAtTheNextStart();
};

void FullDiskTest::whatCameMeanwhileIsFoundAtTheNextStart_data()
{
    QTest::addColumn<bool>("isKilled");
    QTest::newRow("killed") << true;
    QTest::newRow("interrupted") << false;
}

void FullDiskTest::whatCameMeanwhileIsFoundAtTheNextStart()
{
    QFETCH(bool, isKilled);
    Program program;
    Simulated simulated;
    const jetbridge::test::SmallDisk disk(program.folder(), 16);
    if (!disk.isMounted())
        QSKIP("Only root may mount a disk that is soon full.");
    QVERIFY(simulated.setUp(program));
    const QString company = u"full-disk"_s;
    simulated.grantTo(company);
    simulated.ask("PUT", u"/_simulator/faults"_s,
        R"([{"match":{"path":"/apps-integrations/*"},"times":1,"do":{"delayMs":3000}}])");

    QProcess onboarding;
    program.start(
        onboarding, {u"onboard"_s, u"--company"_s, company, u"--consented-by"_s, u"Ana"_s});
    QTRY_COMPARE_WITH_TIMEOUT(simulated.confirms(company), 1, 30'000);
    QFile filler(program.folder() + u"/filler"_s);
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray zeros(4096, '\0');
    while (filler.write(zeros) == zeros.size()) { }
    QByteArray said;
    const auto isHeld = [&] {
        onboarding.waitForReadyRead(50);
        said += onboarding.readAllStandardError();
        return said.contains("could not be stored") && said.contains("the next start finds them");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isHeld(), 60'000);
    if (isKilled)
        onboarding.kill();
    else
        onboarding.terminate();
    QVERIFY(onboarding.waitForFinished());
    said += onboarding.readAllStandardError();
    QVERIFY2(!said.contains("loses them") && !said.contains("lost"), said.constData());
    if (!isKilled)
        QCOMPARE(onboarding.exitCode(), 7); // interrupted (ExitCode)
    QVERIFY(filler.remove());

    const auto listed = program.run({u"--json"_s, u"integrations"_s, u"list"_s});
    const QJsonArray rows = listed.json().value("integrations"_L1).toArray();
    QVERIFY2(rows.size() == 1, listed.out.constData());
    const QJsonValue row = rows.at(0);
    QCOMPARE(row["status"_L1].toString(), u"unproved"_s);
    QCOMPARE(row["integrationId"_L1].toString(), simulated.integrationOf(company));
    QCOMPARE(row["consentedBy"_L1].toString(), u"Ana"_s);
    const auto verified =
        program.run({u"integrations"_s, u"verify"_s, row["integrationId"_L1].toString()});
    QVERIFY2(verified.exitCode == 0, verified.err.constData());
    QCOMPARE(simulated.confirms(company), 1);
}

JETBRIDGE_TEST(FullDiskTest)
#include "FullDiskTest.moc"
