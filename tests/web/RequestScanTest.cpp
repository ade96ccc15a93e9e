// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/RequestScan.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge::web;

/// Tests of the faults in request parsing that the fuzzer found.
class RequestScanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneEmptyLineInFrontIsSkippedHoweverItArrives_data()
    {
        QTest::addColumn<QByteArray>("front");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("none") << QByteArray() << true;
        QTest::newRow("one") << QByteArray("\r\n") << true;
        QTest::newRow("two") << QByteArray("\r\n\r\n") << false;
        QTest::newRow("a bare line feed") << QByteArray("\n") << false;
    }

    void oneEmptyLineInFrontIsSkippedHoweverItArrives()
    {
        QFETCH(QByteArray, front);
        QFETCH(bool, isRead);
        const QByteArray bytes = front + "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
        const auto expected = isRead ? RequestScan::State::Complete : RequestScan::State::Refused;

        for (const qsizetype piece : {bytes.size(), qsizetype(2), qsizetype(1)}) {
            RequestScan scan({1024, 1024});
            QByteArray received;
            auto state = RequestScan::State::Head;
            for (qsizetype at = 0; at < bytes.size() && state == RequestScan::State::Head;
                 at += piece) {
                received += bytes.mid(at, piece);
                state = scan.scan(received);
            }
            QVERIFY2(state == expected, qPrintable(u"pieces of %1"_s.arg(piece)));
        }
    }
};

JETBRIDGE_TEST(RequestScanTest)
#include "RequestScanTest.moc"
