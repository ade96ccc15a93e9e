// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"
#include "traffic/TrafficStore.h"
#include "wire/TestClock.h"

#include <QCoro/QCoroTask>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

using namespace traffic;

namespace {

struct NoRandomness final : Randomness {
    QByteArray bytes(int count) override { return QByteArray(count, 'r'); }
};

/// The rules of HAR 1.2 for one member (http://www.softwareishard.com/blog/har-12-spec/, and its
/// public JSON schema): its type, whether it is required, and what it contains.
struct Member;
using Members = QList<Member>;
struct Member {
    const char* name;
    enum class Type { Text, Integer, Number, Time, Object, Objects } type;
    bool isRequired = true;
    Members members = {};
    double least = -1; ///< Minimum of a number; -1 means "not known".
};

using T = Member::Type;

const Members& nameAndValue()
{
    static const Members members{
        {"name", T::Text}, {"value", T::Text}, {"comment", T::Text, false}};
    return members;
}

const Members& cookie()
{
    static const Members members{{"name", T::Text}, {"value", T::Text}};
    return members;
}

const Members& log()
{
    static const Members post{{"mimeType", T::Text}, {"text", T::Text, false},
        {"params", T::Objects, false, nameAndValue()}, {"comment", T::Text, false}};
    static const Members content{{"size", T::Integer}, {"compression", T::Integer, false},
        {"mimeType", T::Text}, {"text", T::Text, false}, {"encoding", T::Text, false},
        {"comment", T::Text, false}};
    static const Members request{{"method", T::Text}, {"url", T::Text}, {"httpVersion", T::Text},
        {"cookies", T::Objects, true, cookie()}, {"headers", T::Objects, true, nameAndValue()},
        {"queryString", T::Objects, true, nameAndValue()}, {"postData", T::Object, false, post},
        {"headersSize", T::Integer}, {"bodySize", T::Integer}, {"comment", T::Text, false}};
    static const Members response{{"status", T::Integer}, {"statusText", T::Text},
        {"httpVersion", T::Text}, {"cookies", T::Objects, true, cookie()},
        {"headers", T::Objects, true, nameAndValue()}, {"content", T::Object, true, content},
        {"redirectURL", T::Text}, {"headersSize", T::Integer}, {"bodySize", T::Integer},
        {"comment", T::Text, false}};
    static const Members timings{{"dns", T::Number, false}, {"connect", T::Number, false},
        {"blocked", T::Number, false}, {"send", T::Number}, {"wait", T::Number},
        {"receive", T::Number}, {"ssl", T::Number, false}, {"comment", T::Text, false}};
    static const Members entry{{"pageref", T::Text, false}, {"startedDateTime", T::Time},
        {"time", T::Number, true, {}, 0}, {"request", T::Object, true, request},
        {"response", T::Object, true, response}, {"cache", T::Object},
        {"timings", T::Object, true, timings}, {"serverIPAddress", T::Text, false},
        {"connection", T::Text, false}, {"comment", T::Text, false}};
    static const Members creator{{"name", T::Text}, {"version", T::Text}};
    static const Members members{{"version", T::Text}, {"creator", T::Object, true, creator},
        {"browser", T::Object, false, creator}, {"pages", T::Objects, false, {}},
        {"entries", T::Objects, true, entry}, {"comment", T::Text, false}};
    return members;
}

QStringList breaches(const QJsonObject& object, const Members& members, const QString& path);

QStringList breaches(const QJsonValue& value, const Member& member, const QString& path)
{
    // The public schema's pattern: ISO 8601 with a zone.
    static const QRegularExpression time(
        u"^(\\d{4})(-)?(\\d\\d)(-)?(\\d\\d)(T)?(\\d\\d)(:)?(\\d\\d)(:)?(\\d\\d)(\\.\\d+)?(Z|([+-])"
        "(\\d\\d)(:)?(\\d\\d))$"_s);
    const auto unless = [&path](bool right, const char* what) {
        return right ? QStringList() : QStringList{path + QLatin1String(what)};
    };
    switch (member.type) {
    case T::Text:
        return unless(value.isString(), " is no text");
    case T::Time:
        return unless(time.match(value.toString()).hasMatch(), " is no time");
    case T::Integer:
        return unless(value.isDouble() && value.toDouble() == double(value.toInteger())
                && value.toDouble() >= member.least,
            " is no integer");
    case T::Number:
        return unless(value.isDouble() && value.toDouble() >= member.least, " is no number");
    case T::Object:
        return value.isObject() ? breaches(value.toObject(), member.members, path)
                                : unless(false, " is no object");
    case T::Objects: {
        QStringList found = unless(value.isArray(), " is no list");
        int index = 0;
        for (const QJsonValue& one : value.toArray())
            found += breaches(one, {member.name, T::Object, true, member.members},
                u"%1[%2]"_s.arg(path).arg(index++));
        return found;
    }
    }
    Q_UNREACHABLE();
}

QStringList breaches(const QJsonObject& object, const Members& members, const QString& path)
{
    QStringList found;
    QStringList known;
    for (const Member& member : members) {
        const QString name = QLatin1String(member.name);
        const QString place = path + QLatin1Char('.') + name;
        known.append(name);
        if (object.contains(name))
            found += breaches(object.value(name), member, place);
        else if (member.isRequired)
            found.append(place + " is missing"_L1);
    }
    // "Custom fields must start with an underscore."
    for (const QString& name : object.keys())
        if (!known.contains(name) && !name.startsWith(QLatin1Char('_')))
            found.append(path + QLatin1Char('.') + name + " is not in the format"_L1);
    return found;
}

QStringList breaches(const QByteArray& har)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(har, &error);
    if (error.error != QJsonParseError::NoError)
        return {error.errorString()};
    return breaches(document.object(), {{"log", T::Object, true, log()}}, {});
}

Exchange exchange()
{
    Exchange made;
    made.at = QDateTime::fromString(u"2026-03-01T10:00:00.123Z"_s, Qt::ISODateWithMs);
    made.milliseconds = 12;
    made.method = "POST";
    made.url = QUrl(u"https://api.example.com/x?a=b%20c&d"_s);
    made.requestHeaders = {{"Content-Type", "application/json"}};
    made.requestBody = R"({"companyId":"globex"})";
    made.status = 200;
    made.replyHeaders = {{"content-type", "application/json"}, {"Location", "https://x.example/"}};
    made.replyBody = "{}";
    return made;
}

} // namespace

/// Tests HAR exports against the rules of HAR 1.2.
class HarTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindOfExchangeIsValid_data()
    {
        QTest::addColumn<QList<Exchange>>("exchanges");
        QTest::newRow("none") << QList<Exchange>();
        QTest::newRow("one with everything") << QList<Exchange>{exchange()};
        QTest::newRow("several") << QList<Exchange>{exchange(), exchange(), exchange()};
        Exchange bare;
        bare.at = exchange().at;
        bare.method = "GET";
        bare.url = QUrl(u"http://127.0.0.1/"_s);
        QTest::newRow("one without anything") << QList<Exchange>{bare};
        bare.failure = u"\"Nobody\"\nanswered \\ there"_s;
        QTest::newRow("one without an answer") << QList<Exchange>{bare};
        Exchange odd = exchange();
        odd.replyBody = "\x01\xff no text";
        odd.requestHeaders = {{"X", QByteArray("\xe9", 1)}};
        QTest::newRow("bytes that are no text") << QList<Exchange>{odd};
    }
    void everyKindOfExchangeIsValid()
    {
        QFETCH(QList<Exchange>, exchanges);
        const TestClock clock;
        NoRandomness randomness;
        TrafficStore store({{}, {}, {TrafficLimits().mostBytes, std::chrono::hours(1'000'000)}},
            clock, randomness);
        for (const Exchange& one : exchanges)
            store.record(one);
        const auto har = QCoro::waitFor(store.exported({}, ExchangeFormat::Har));
        QVERIFY(har);
        QCOMPARE(breaches(*har), QStringList());
        const QJsonObject root = QJsonDocument::fromJson(*har)[u"log"_s].toObject();
        QCOMPARE(root.value("version"_L1).toString(), u"1.2"_s);
        QCOMPARE(root.value("entries"_L1).toArray().size(), exchanges.size());
    }

    void theRulesFindWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("breach");
        const auto row = [](const char* name, const char* from, const char* to,
                             const char* breach) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to)
                                << QString::fromLatin1(breach);
        };
        row("a member is missing", "\"cache\":{},", "", ".log.entries[0].cache is missing");
        row("a member of another format", "\"_tls\"", "\"tls\"",
            ".log.entries[0].tls is not in the format");
        row("a number is a text", "\"status\":200", "\"status\":\"200\"",
            ".log.entries[0].response.status is no integer");
        row("a time without its zone", "00.123Z\"", "00.123\"",
            ".log.entries[0].startedDateTime is no time");
        row("a negative time", "\"time\":12", "\"time\":-1", ".log.entries[0].time is no number");
    }
    void theRulesFindWhatIsWrong()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, breach);
        const TestClock clock;
        NoRandomness randomness;
        TrafficStore store({{}, {}, {TrafficLimits().mostBytes, std::chrono::hours(1'000'000)}},
            clock, randomness);
        store.record(exchange());
        QByteArray har = QCoro::waitFor(store.exported({}, ExchangeFormat::Har)).value();
        QVERIFY(har.contains(from));
        QCOMPARE(breaches(har.replace(from, to)), QStringList{breach});
    }

    void anEntryTellsTheRequestAndItsAnswer()
    {
        const TestClock clock;
        NoRandomness randomness;
        TrafficStore store({{}, {}, {TrafficLimits().mostBytes, std::chrono::hours(1'000'000)}},
            clock, randomness);
        store.record(exchange());
        const auto har = QCoro::waitFor(store.exported({}, ExchangeFormat::Har));
        const QJsonValue entry = QJsonDocument::fromJson(*har)["log"_L1]["entries"_L1][0];
        const QJsonValue request = entry["request"_L1];
        QCOMPARE(request["queryString"_L1][0]["value"_L1].toString(), u"b c"_s);
        QCOMPARE(request["postData"_L1]["text"_L1].toString(), u"{\"companyId\":\"globex\"}"_s);
        const QJsonValue response = entry["response"_L1];
        QCOMPARE(response["redirectURL"_L1].toString(), u"https://x.example/"_s);
        QCOMPARE(response["content"_L1]["mimeType"_L1].toString(), u"application/json"_s);
        QCOMPARE(entry["time"_L1].toInt(), 12);
    }
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::HarTest)
#include "HarTest.moc"
