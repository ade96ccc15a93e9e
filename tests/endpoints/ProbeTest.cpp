// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Probe.h"
#include "support/TestMain.h"

#include <QCoro/QCoroTask>

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class ProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoSaysNothingIsNotWaitedForForEver()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
        // Freed memory is overwritten (CMakeLists.txt): Qt must still find the reply that it gives
        // up.
        const auto probed = QCoro::waitFor(endpoints::probe(
            url, Secret(QByteArrayView("key")), "challenge", {}, std::chrono::milliseconds(50)));
        QVERIFY(!probed);
        QCOMPARE(probed.error().kind, FailureKind::TimedOut);
    }
};

JETBRIDGE_TEST(ProbeTest)
#include "ProbeTest.moc"
