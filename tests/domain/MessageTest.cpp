// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Message.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsOneWordAndItsSentenceCountsItsArguments()
    {
        static const QRegularExpression code(u"\\A[a-z]+(_[a-z]+)*\\z"_s);
        static const QRegularExpression place(u"%([1-9])"_s);
        QSet<QString> seen;
        for (const QString& one : messageCodes()) {
            QVERIFY2(code.match(one).hasMatch(), qPrintable(one));
            QVERIFY2(!seen.contains(one), qPrintable(one));
            seen.insert(one);
            QSet<int> places;
            for (auto all = place.globalMatch(QString::fromUtf8(sentenceOf(one))); all.hasNext();)
                places.insert(all.next().captured(1).toInt());
            for (int number = 1; number <= places.size(); ++number)
                QVERIFY2(places.contains(number), qPrintable(one));
        }
        QVERIFY(seen.size() > 100);
    }

    void aSentenceIsMadeOfCodeAndArguments()
    {
        const Message message = Message::of("scope_twice", {u"jobs"_s});
        QCOMPARE(message.english(), u"\"jobs\" is named twice."_s);
        QCOMPARE(QString(message), message.english());
        QVERIFY(!message.isEmpty());
        QVERIFY(Message().isEmpty());
        QCOMPARE(Message().english(), QString());
    }

    void whatStandsInAnArgumentStays()
    {
        QCOMPARE(Message::of("earlier_outcome_unknown", {u"%2 %1"_s, u"unknown-1"_s}).english(),
            u"The outcome of an earlier confirm call for \"%2 %1\" is unknown "
            "(unknown-1): no second one was sent. Resolve it first."_s);
        QCOMPARE(filledIn(u"100 % of %1, %9 and %"_s, {u"a"_s}), u"100 % of a, %9 and %"_s);
    }

    void wordsOfOthersStayAsTheyAre()
    {
        const QString words = u"{\"code\":\"customer_signed_in\"} %1"_s;
        const Message message = Message::inWords(words);
        QCOMPARE(message.english(), words);
        QCOMPARE(message.toJson(), QString());
        QCOMPARE(Message::fromJson(message.toJson(), words), message);
    }

    void whatIsKeptIsReadAgain()
    {
        for (const Message& message : {Message(), Message::of("customer_signed_in"),
                 Message::of("scope_twice", {u"a \"b\" %1"_s})})
            QCOMPARE(Message::fromJson(message.toJson(), message.words), message);
    }

    void whatNobodyKnowsLeavesTheWords_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << u"{\"code\":"_s;
        QTest::newRow("a list") << u"[\"customer_signed_in\"]"_s;
        QTest::newRow("no code") << u"{\"arguments\":[]}"_s;
        QTest::newRow("another version's code") << u"{\"code\":\"of_tomorrow\"}"_s;
    }
    void whatNobodyKnowsLeavesTheWords()
    {
        QFETCH(QString, json);
        const QString words = u"as it was"_s;
        QCOMPARE(Message::fromJson(json, words), Message::inWords(words));
    }
};

JETBRIDGE_TEST(MessageTest)
#include "MessageTest.moc"
