// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Console.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace jetbridge;

class ConsoleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void closingInTheMiddleOfAWriteHarmsNobody()
    {
        const QTemporaryDir folder;
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        {
            Console console(options);
            QVERIFY(QCoro::waitFor(console.ready()));
            console.invite(CompanyId(QStringLiteral("globex")));
        }
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();

        Console again(options);
        QVERIFY(QCoro::waitFor(again.ready()));
        const auto lines =
            QCoro::waitFor(again.journal().ofCompany(CompanyId(QStringLiteral("globex"))));
        QVERIFY(lines);
        QCOMPARE(lines->size(), 1); // what was asked for was still written
    }

    void theSameCompanysEarlierCodeEnds()
    {
        const QTemporaryDir folder;
        ConsoleOptions options;
        options.dataFolder = folder.path();
        options.vault = ConsoleOptions::VaultKind::Memory;
        Console console(options);
        QVERIFY(QCoro::waitFor(console.ready()));
        const CompanyId company(QStringLiteral("globex"));
        const QString first = console.invite(company)->code();
        const QString second = console.invite(company)->code();
        QVERIFY(first != second);
        QCOMPARE(console.invitation(company)->code(), second);
        console.withdrawInvitation(company);
        QVERIFY(!console.invitation(company));
    }

    /// What came back after its console had gone still unwinds.
    void cleanup() { QCoreApplication::processEvents(); }
};

QTEST_GUILESS_MAIN(ConsoleTest)
#include "ConsoleTest.moc"
