// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomerDeliveries.h"
#include "console/Deliveries.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using ui::CustomerDeliveries;
using ui::Tone;

/// Texts that tell how a customer stands at a sink.
class CustomerDeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStandingIsSaidInItsOwnWords_data()
    {
        QTest::addColumn<DeliveryEvent>("event");
        QTest::addColumn<DeliveryState>("state");
        QTest::addColumn<QString>("why");
        QTest::addColumn<Tone>("tone");
        QTest::addColumn<QString>("words"); // a part of the text
        const auto row = [](const char* name, DeliveryEvent event, DeliveryState state,
                             const char* why, Tone tone, const char* words) {
            QTest::newRow(name) << event << state << QString::fromLatin1(why) << tone
                                << QString::fromLatin1(words);
        };
        using Event = DeliveryEvent;
        using State = DeliveryState;
        row("delivered", Event::Connected, State::Done, "", Tone::Good, "delivered ");
        row("other credentials delivered", Event::Rotated, State::Done, "", Tone::Good,
            "delivered ");
        row("taken back", Event::Disabled, State::Done, "", Tone::Neutral, "taken back ");
        row("not tried yet", Event::Connected, State::Waiting, "", Tone::Careful,
            "waiting for delivery. Next try: ");
        row("not taken back yet", Event::Forgotten, State::Waiting, "", Tone::Careful,
            "waiting to be taken back. Next try: ");
        row("did not arrive", Event::Connected, State::Waiting, "It is sealed.", Tone::Bad,
            "could not be delivered: It is sealed. Next try: ");
        row("could not be taken back", Event::Disabled, State::Waiting, "It is sealed.", Tone::Bad,
            "could not be taken back: It is sealed. Next try: ");
        row("nothing there", Event::Disabled, State::LeftAlone, "There was no file.", Tone::Neutral,
            "nothing to take back: There was no file.");
        row("refused", Event::Connected, State::GivenUp, "It says no.", Tone::Bad,
            "refused for good: It says no.");
        row("overtaken", Event::Connected, State::Superseded, "They were removed.", Tone::Neutral,
            "not delivered: They were removed.");
    }
    void eachStandingIsSaidInItsOwnWords()
    {
        QFETCH(DeliveryEvent, event);
        QFETCH(DeliveryState, state);
        QFETCH(QString, why);
        QFETCH(Tone, tone);
        QFETCH(QString, words);
        Delivery last;
        last.event = event;
        last.state = state;
        last.why = why;
        last.due = QDateTime::fromSecsSinceEpoch(1'700'000'060, utc);
        last.endedAt = QDateTime::fromSecsSinceEpoch(1'700'000'000, utc);
        const auto standing = CustomerDeliveries::standingOf(last);
        QCOMPARE(standing.tone, tone);
        QVERIFY2(standing.words.startsWith(words), qPrintable(standing.words));
    }

    void theOldestThatWaitsTellsHowACustomerStands()
    {
        const auto delivery = [](qint64 number, qint64 sink, DeliveryState state) {
            Delivery one;
            one.number = number;
            one.sink = sink;
            one.state = state;
            return one;
        };
        using State = DeliveryState;
        const QList<Delivery> standing =
            standingDeliveries({delivery(6, 1, State::Waiting), delivery(5, 2, State::Done),
                delivery(4, 1, State::Waiting), delivery(3, 2, State::GivenUp),
                delivery(2, 1, State::Done), delivery(1, 3, State::Superseded)});
        QList<qint64> numbers;
        for (const Delivery& one : standing)
            numbers.append(one.number);
        QCOMPARE(numbers, (QList<qint64>{4, 5, 1}));
    }

    void whatIsDueIsTriedAtOnce()
    {
        Delivery last;
        last.due = QDateTime::fromMSecsSinceEpoch(0, utc);
        QCOMPARE(CustomerDeliveries::standingOf(last).words,
            u"waiting for delivery. Next try: at once"_s);
    }
};

JETBRIDGE_GUI_TEST(CustomerDeliveriesTest)
#include "CustomerDeliveriesTest.moc"
