// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ReplyFailure.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::smartrecruiters;

class ReplyFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // This zone skips an hour in spring; an HTTP date does not.
        qputenv("TZ", "Europe/Berlin");
        ::tzset();
    }

    void aDateOfHttpIsReadInItsThreeForms_data() // RFC 9110 5.6.7
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("date"); // Empty: no date.
        const auto row = [](const char* name, const char* text, const char* date) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(date);
        };
        row("as it is written today", "Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z");
        row("RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z");
        row("RFC 850, of this century", "Friday, 02-Jan-26 03:04:05 GMT", "2026-01-02T03:04:05Z");
        row("asctime", "Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z");
        row("in the hour that summer time leaves out", "Sun, 29 Mar 2026 02:30:00 GMT",
            "2026-03-29T02:30:00Z");
        row("a leap day", "Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00Z");
        row("spaces around it", "  Sun, 06 Nov 1994 08:49:37 GMT ", "1994-11-06T08:49:37Z");
        row("no leap year", "Wed, 29 Feb 2023 00:00:00 GMT", "");
        row("no month", "Sun, 06 Now 1994 08:49:37 GMT", "");
        row("no hour", "Sun, 06 Nov 1994 25:49:37 GMT", "");
        row("another zone", "Sun, 06 Nov 1994 08:49:37 CET", "");
        row("ISO 8601", "1994-11-06T08:49:37Z", "");
        row("a number", "12", "");
        row("nothing", "", "");
        row("more behind it", "Sun, 06 Nov 1994 08:49:37 GMT\nX", "");
    }

    void aDateOfHttpIsReadInItsThreeForms()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, date);
        const QDateTime now(QDate(2026, 1, 1), QTime(0, 0), utc);
        const QDateTime read = httpDate(text, now);
        QCOMPARE(read.isValid(), !date.isEmpty());
        if (read.isValid())
            QCOMPARE(read.toString(Qt::ISODate), date);
    }

    void noSecretIsLeftAndNothingElseIsLost_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("secrets");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* name, const char* text, const QStringList& secrets,
                             const char* plain) {
            QTest::newRow(name) << QString::fromUtf8(text) << secrets << QString::fromUtf8(plain);
        };
        row("none", "all is said", {}, "all is said");
        row("one", "not s3cret-1, s3cret-1!", {u"s3cret-1"_s}, "not [secret], [secret]!");
        row("twice the same", "s3cret-1", {u"s3cret-1"_s, u"s3cret-1"_s}, "[secret]");
        row("a part of what stands in a secret's place", "abc of secret", {u"abc"_s, u"secret"_s},
            "[secret] of [secret]");
        row("one within the other", "token-of-me token", {u"token"_s, u"token-of-me"_s},
            "[secret] [secret]");
        row("an empty one", "text", {QString()}, "text");
        row("one at the end that is cut off", "s3cre", {u"s3cret"_s}, "s3cre");
        row("line breaks and bells", "a\r\n\tb\ac", {}, "a b\\u0007c");
    }

    void noSecretIsLeftAndNothingElseIsLost()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, secrets);
        QFETCH(QString, plain);
        QList<Secret> known;
        for (const QString& secret : secrets)
            known.append(Secret(secret.toUtf8()));
        QCOMPARE(plainText(text, known), plain);
    }
};

JETBRIDGE_TEST(ReplyFailureTest)
#include "ReplyFailureTest.moc"
