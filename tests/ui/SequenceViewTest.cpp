// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/SequenceView.h"
#include "support/TestMain.h"

#include <QScrollBar>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::ui;

namespace {

QList<Exchange> exchanges(int count)
{
    QList<Exchange> made;
    for (int number = 1; number <= count; ++number) {
        Exchange exchange;
        exchange.number = number;
        exchange.from = Lane::PartnerApp;
        exchange.to = Lane::SmartRecruiters;
        exchange.method = "GET";
        exchange.url = QUrl(u"https://api.example.com/jobs"_s);
        exchange.status = 200;
        made.append(exchange);
    }
    return made;
}

} // namespace

class SequenceViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allLanesHaveRoomUntilSomebodyZooms()
    {
        SequenceView view;
        view.show(exchanges(30));
        const int wanted = int(view.sceneRect().width());
        const auto isWhole = [&view] {
            return view.horizontalScrollBar()->maximum() == 0;
        };
        view.resize(wanted * 2, 400);
        view.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QCOMPARE(view.transform().m11(), 1.0); // it is never enlarged automatically
        QTRY_VERIFY(isWhole());

        view.resize(wanted * 9 / 10, 400);
        QTRY_VERIFY(view.transform().m11() < 1.0 && isWhole());

        view.resize(wanted / 3, 400); // it scrolls instead of becoming unreadable
        QTRY_COMPARE(view.transform().m11(), 0.75);
        QVERIFY(!isWhole());

        view.zoomIn();
        const qreal chosen = view.transform().m11();
        view.resize(wanted * 2, 400);
        view.show(exchanges(31));
        QCoreApplication::processEvents();
        QCOMPARE(view.transform().m11(), chosen);
    }
};

JETBRIDGE_GUI_TEST(SequenceViewTest)
#include "SequenceViewTest.moc"
