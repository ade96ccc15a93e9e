// SPDX-License-Identifier: GPL-3.0-or-later
#include "smartrecruiters/ReplyFailure.h"
#include "domain/Utc.h"
#include "http/RetryAfter.h"
#include "support/TestMain.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace jetbridge::smartrecruiters;

namespace {

/// JSON is easier to read here with single quotes.
QByteArray withQuotes(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

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
        const QDateTime read = http::httpDate(text, now);
        QCOMPARE(read.isValid(), !date.isEmpty());
        if (read.isValid())
            QCOMPARE(read.toString(Qt::ISODate), date);
    }

    void theirWordsAreReadWhateverFormTheyHave_data()
    {
        QTest::addColumn<http::Reply>("reply");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* body, const char* code, const char* says,
                             const http::Headers& headers = {}) {
            http::Headers quoted;
            for (const auto& [header, value] : headers)
                quoted.append({header, withQuotes(value)});
            QTest::newRow(name) << http::Reply{400, quoted, withQuotes(body)}
                                << QString::fromLatin1(code) << QString::fromUtf8(says);
        };
        row("RFC 6749", "{'error':'E','error_description':'Why.'}", "E", "400 (E): Why.");
        row("an error with a message", "{'error':'E','message':'Why.'}", "E", "400 (E): Why.");
        row("an error with a detail", "{'error':'E','detail':'Why.'}", "E", "400 (E): Why.");
        row("an error with a number", "{'error':17,'message':'Why.'}", "17", "400 (17): Why.");
        row("an error with a list", "{'error':'E','errors':[{'code':'F','message':'Why.'}]}", "E",
            "400 (E): Why.");
        row("an error as an object", "{'error':{'code':401,'message':'Why.','status':'X'}}", "401",
            "400 (401): Why.");
        row("an error that repeats its code", "{'error':'E','message':'E'}", "E", "400 (E).");
        row("Spring",
            "{'timestamp':1,'status':400,'error':'Bad Request','message':'Why.','path':'/x'}",
            "Bad Request", "400 (Bad Request): Why.");
        row("the customer API", "{'message':'Bad.','errors':[{'code':'E','message':'Why'}]}", "E",
            "400 (E): Bad.; Why.");
        row("the marketplace API",
            "{'id':'1','httpCode':400,'code':'E','message':'Why.','helpUrl':'https://x'}", "E",
            "400 (E): Why.");
        row("RFC 9457",
            "{'type':'https://x/e','title':'Bad','detail':'Why.','status':400,'instance':'/1'}",
            "https://x/e", "400 (https://x/e): Why.");
        row("RFC 9457 without a type", "{'type':'about:blank','title':'Bad'}", "", "400: Bad.");
        row("errors by field",
            "{'title':'Bad','errors':{'appId':['is unknown','is short'],'clientId':'is taken'}}",
            "", "400: Bad; appId: is unknown; appId: is short; clientId: is taken.");
        row("a list of sentences", "{'errors':['One','Two']}", "", "400: One; Two.");
        row("a list at the top", "[{'errorCode':'E','message':'Why.'}]", "E", "400 (E): Why.");
        row("a detail that is a list", "{'detail':[{'loc':['body'],'msg':'Why.','type':'t'}]}", "t",
            "400 (t): Why.");
        row("a plain text", "No such application\n", "", "400: No such application.",
            {{"Content-Type", "text/plain; charset=utf-8"}});
        row("a plain text that may be half a document", "{'clientSecret':'s3c", "", "400.",
            {{"Content-Type", "text/plain"}});
        row("a document of another type", "clientSecret=s3cret", "", "400.",
            {{"Content-Type", "application/x-www-form-urlencoded"}});
        row("a challenge", "", "invalid_token", "400 (invalid_token): It expired.",
            {{"WWW-Authenticate",
                "Bearer realm='x',error='invalid_token', error_description='It expired'"}});
        row("a challenge beside a body", "{'message':'Why.'}", "invalid_token",
            "400 (invalid_token): Why.",
            {{"WWW-Authenticate", "Bearer error='invalid_token', error_description='No'"}});
        row("nothing known", "{'reason':{'x':[1]},'errors':null,'error':false}", "", "400.");
        row("very deep", "[[[[[[[[{'message':'Why.'}]]]]]]]]", "", "400.");
    }

    void theirWordsAreReadWhateverFormTheyHave()
    {
        QFETCH(http::Reply, reply);
        QFETCH(QString, code);
        QFETCH(QString, says);
        const Failure failure = replyFailure(reply, {}, QDateTime());
        QCOMPARE(failure.code, code);
        QCOMPARE(failure.detail.english(), u"SmartRecruiters answered "_s + says);
    }

    void anErrorIsRecognisedInASuccessfulAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isError");
        const auto row = [](const char* name, const char* body, bool isError) {
            QTest::newRow(name) << withQuotes(body) << isError;
        };
        row("error", "{'error':'E'}", true);
        row("a number", "{'error':17}", true);
        row("an object", "{'error':{'code':'E'}}", true);
        row("errors by field", "{'errors':{'appId':['is no']}}", true);
        row("the marketplace's status", "{'httpCode':403}", true);
        row("RFC 9457's status", "{'title':'T','status':403}", true);
        row("no error", "{'error':null,'errors':[],'status':200,'message':'Done'}", false);
        row("no error, in other words", "{'error':false,'errors':{},'httpCode':0}", false);
        row("error number 0", "{'error':0,'status':'active'}", false);
    }

    void anErrorIsRecognisedInASuccessfulAnswer()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isError);
        QCOMPARE(tellsError({200, {}, body}), isError);
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
        QCOMPARE(plainText(text, {known}), plain);
    }
};

JETBRIDGE_TEST(ReplyFailureTest)
#include "ReplyFailureTest.moc"
