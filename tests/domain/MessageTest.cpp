// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Message.h"
#include "support/TestMain.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace jetbridge;

class MessageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeIsOneWordAndItsSentenceCountsItsArguments()
    {
        static const QRegularExpression code(QStringLiteral("\\A[a-z]+(_[a-z]+)*\\z"));
        static const QRegularExpression place(QStringLiteral("%([1-9])"));
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
        const Message message = Message::of("scope_twice", {QStringLiteral("jobs")});
        QCOMPARE(message.english(), QStringLiteral("\"jobs\" is named twice."));
        QCOMPARE(QString(message), message.english());
        QVERIFY(!message.isEmpty());
        QVERIFY(Message().isEmpty());
        QCOMPARE(Message().english(), QString());
    }

    void whatStandsInAnArgumentStays()
    {
        QCOMPARE(Message::of("earlier_outcome_unknown",
                     {QStringLiteral("%2 %1"), QStringLiteral("unknown-1")})
                     .english(),
            QStringLiteral("The outcome of an earlier confirm call for \"%2 %1\" is unknown "
                           "(unknown-1): nothing was sent. Resolve it first."));
        QCOMPARE(filledIn(QStringLiteral("100 % of %1, %9 and %"), {QStringLiteral("a")}),
            QStringLiteral("100 % of a, %9 and %"));
    }

    void wordsOfOthersStayAsTheyAre()
    {
        const QString words = QStringLiteral("{\"code\":\"customer_signed_in\"} %1");
        const Message message = Message::inWords(words);
        QCOMPARE(message.english(), words);
        QCOMPARE(message.toJson(), QString());
        QCOMPARE(Message::fromJson(message.toJson(), words), message);
    }

    void whatIsKeptIsReadAgain()
    {
        for (const Message& message : {Message(), Message::of("customer_signed_in"),
                 Message::of("scope_twice", {QStringLiteral("a \"b\" %1")})})
            QCOMPARE(Message::fromJson(message.toJson(), message.words), message);
    }

    void whatNobodyKnowsLeavesTheWords_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no JSON") << QStringLiteral("{\"code\":");
        QTest::newRow("a list") << QStringLiteral("[\"customer_signed_in\"]");
        QTest::newRow("no code") << QStringLiteral("{\"arguments\":[]}");
        QTest::newRow("another version's code") << QStringLiteral("{\"code\":\"of_tomorrow\"}");
    }
    void whatNobodyKnowsLeavesTheWords()
    {
        QFETCH(QString, json);
        const QString words = QStringLiteral("as it was");
        QCOMPARE(Message::fromJson(json, words), Message::inWords(words));
    }
};

JETBRIDGE_TEST(MessageTest)
#include "MessageTest.moc"
