// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Application.h"
#include "domain/Credentials.h"
#include "domain/Environment.h"
#include "domain/Invitation.h"
#include "domain/Json.h"
#include "domain/Scopes.h"
#include "domain/Secret.h"
#include "domain/Utc.h"
#include "support/TestMain.h"

#include <QDebug>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QVariant>

#include <concepts>

using namespace Qt::StringLiterals;

using namespace jetbridge;

template <typename T>
concept Comparable = requires(const T& a, const T& b) { a == b; };
template <typename T>
concept Debuggable = requires(QDebug debug, const T& value) { debug << value; };
template <typename T>
concept Streamable = requires(QDataStream& stream, const T& value) { stream << value; };

// Operations that are not allowed with a secret must not compile.
static_assert(!Comparable<Secret> && !Debuggable<Secret> && !Streamable<Secret>);
static_assert(!std::convertible_to<Secret, QString> && !std::convertible_to<Secret, QByteArray>);

class ValuesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretsCompareByContent()
    {
        QVERIFY(Secret("abc").equals(Secret("abc")));
        QVERIFY(!Secret("abc").equals(Secret("abd")));
        QVERIFY(!Secret("abc").equals(Secret("abcd")));
        QVERIFY(!Secret("abc").equals(Secret()));
        QVERIFY(Secret().equals(Secret("")));
    }

    void aMaskedSecretTellsNextToNothing()
    {
        QCOMPARE(Secret("short").masked(), u"••••••••"_s);
        QCOMPARE(Secret("0123456789abcdef").masked(), u"01••••••••"_s);
    }

    void scopesKeepTheGrammar_data() // RFC 6749 3.3
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("normal");
        QTest::newRow("two") << u"a b"_s << true << u"a b"_s;
        QTest::newRow("repeat counts once") << u"a b a"_s << true << u"a b"_s;
        QTest::newRow("more blanks") << u"  a   b "_s << true << u"a b"_s;
        QTest::newRow("empty") << QString() << true << QString();
        QTest::newRow("quote") << u"a\"b"_s << false << QString();
        QTest::newRow("backslash") << u"a\\b"_s << false << QString();
        QTest::newRow("umlaut") << u"ä"_s << false << QString();
        QTest::newRow("tab") << u"a\tb"_s << false << QString();
    }
    void scopesKeepTheGrammar()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        QFETCH(QString, normal);
        const auto scopes = Scopes::parse(text);
        QCOMPARE(scopes.has_value(), valid);
        if (valid)
            QCOMPARE(scopes->text(), normal);
    }

    void credentialsNameTheFieldThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char* json, const char* mentions) {
            QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(mentions);
        };
        row("", "JSON");
        row("{\"appId\":", "JSON");
        row("[]", "object");
        row("{}", "appId");
        row("{\"appId\":\"a\"}", "clientId");
        row("{\"appId\":\"a\",\"clientId\":\"c\"}", "clientSecret");
        row("{\"appId\":\"a\",\"clientId\":\"c\",\"clientSecret\":\"\"}", "clientSecret");
        row("{\"appId\":\"a\",\"clientId\":\"c\",\"clientSecret\":true}", "clientSecret");
        row("{\"appId\":\"a\",\"clientId\":\"c\",\"clientSecret\":\"x\\n\"}", "clientSecret");
        row("{\"appId\":\"  \",\"clientId\":\"c\",\"clientSecret\":\"x\"}", "appId");
    }
    void credentialsNameTheFieldThatIsWrong()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, mentions);
        const auto credentials = MasterCredentials::fromJson(json);
        QVERIFY(!credentials);
        QCOMPARE(credentials.error().kind, FailureKind::Invalid);
        QVERIFY2(credentials.error().detail.english().contains(mentions),
            qPrintable(credentials.error().detail));
    }

    void numbersOfOthersAreTakenDigitByDigit()
    {
        const auto credentials = MasterCredentials::fromJson(
            R"({"appId": 98765432109876543210, "clientId": 9007199254740993, "clientSecret": "s"})");
        QVERIFY(credentials);
        QCOMPARE(credentials->appId.text(), u"98765432109876543210"_s);
        QCOMPARE(credentials->client.clientId.text(), u"9007199254740993"_s);
    }

    void membersAreReadFromWhateverJsonCame_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("members"); // depth name=value
        const auto row = [](const char* name, const char* json, const char* members) {
            // An apostrophe stands for a quotation mark.
            QTest::newRow(name) << QByteArray(json).replace('\'', '"')
                                << QString::fromUtf8(members).replace(u'\'', u'"');
        };
        row("whole", "{'a':'x','b':12,'c':null,'d':-1.50e3}", "1 a=x|1 b=12|1 c=null|1 d=-1.50e3");
        row("within others", "{'a':{'b':'x'},'c':[{'d':'y'},'e',3]}", "2 b=x|3 d=y");
        row("escaped", "{'\\u0061\\'':'\\u20ac\\\\\\'x'}", "1 a'=\u20ac\\'x");
        row("cut in a text", "{'a':'x','b':'y", "1 a=x");
        row("cut behind a backslash", "{'a':'x','b':'y\\", "1 a=x");
        row("cut in a number", "{'a':'x','b':12", "1 a=x");
        row("something around it", "while(1); {'a' : 'x'} trailing", "1 a=x");
        row("no name", "['a':'b']", "1 a=b");
        row("names alone", "{'a','b'}", "");
        row("nothing", "", "");
        row("a colon alone", ":", "");
        row("closed too often", "}}{'a':'x'}", "-1 a=x");
    }
    void membersAreReadFromWhateverJsonCame()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, members);
        QStringList read;
        for (const JsonMember& member : jsonMembers(json))
            read.append(u"%1 %2=%3"_s.arg(
                QString::number(member.depth), member.name, QString::fromUtf8(member.value)));
        QCOMPARE(read.join(QLatin1Char('|')), members);
    }

    void credentialsSurviveTheWayThroughTheVault()
    {
        const CustomerCredentials before{IntegrationId(u"i"_s),
            {ClientId(u"ć: % + & space £ €"_s), Secret("\xc2\xa3:%+& \xe2\x82\xac\"\\")}};
        const auto after = CustomerCredentials::fromJson(before.toJson().reveal().toByteArray());
        QVERIFY(after);
        QCOMPARE(after->client.clientId, before.client.clientId);
        QVERIFY(after->client.clientSecret.equals(before.client.clientSecret));
    }

    void environmentsRefuseWhatWouldLeak_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char* field, const char* value, bool valid) {
            QTest::addRow("%s=%s", field, value)
                << QString::fromLatin1(field) << QString::fromLatin1(value) << valid;
        };
        row("name", "customer-it", true);
        row("name", "", false);
        row("name", "../x", false);
        row("name", "Has Space", false);
        row("name", "line-break\n", false);
        row("apiUrl", "https://api.example.com", true);
        row("apiUrl", "http://api.example.com", false);
        row("apiUrl", "http://127.0.0.1:8080", true);
        row("apiUrl", "https://api.example.com/#x", false);
        row("apiUrl", "https://user:pw@api.example.com", false);
        row("apiUrl", "api.example.com", false);
        row("portalUrl", "ftp://example.com", false);
        row("redirectHosts", "www.example.com", true);
        row("redirectHosts", "www.example.com:8443", true);
        row("redirectHosts", "localhost:43110", true);
        row("redirectHosts", "https://www.example.com", false);
        row("redirectHosts", "*.example.com", false);
        row("redirectHosts", "", false);
        row("redirectHosts", "www.example.com\n", false);
        row("frameOrigins", "https://www.example.com", true);
        row("frameOrigins", "https://www.example.com/path", false);
        row("frameOrigins", "*", false);
        row("kind", "sandbox", true);
        row("kind", "staging", false);
        row("accessTokens", "opaque", true);
        row("accessTokens", "es256", false); // Issuer and audience are missing.
        row("accessTokens", "none", false);
        row("tokenIssuer", "https://us.example/a", true); // Kept for when tokens are signed.
        row("tokenIssuer", "http://us.example", false);
        row("tokenIssuer", "https://us.example?a", false);
        row("tokenIssuer", "https://us.example#a", false);
        row("tokenIssuer", "us", false);
        row("tokenAudience", "our-api", true);
        row("tokenAudience", "two\nlines", false);
        row("kind", "simulator", false); // a simulator's URLs must be on this computer
    }
    void environmentsRefuseWhatWouldLeak()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(bool, valid);
        QJsonObject object{{u"name"_s, u"own"_s}, {u"kind"_s, u"production"_s},
            {u"apiUrl"_s, u"https://api.example.com"_s},
            {u"portalUrl"_s, u"https://www.example.com"_s}};
        const bool isList = field == "redirectHosts"_L1 || field == "frameOrigins"_L1;
        object.insert(field, isList ? QJsonValue(QJsonArray{value}) : QJsonValue(value));
        const auto environment = Environment::fromJson(object);
        QCOMPARE(environment.has_value(), valid);
        if (valid)
            QCOMPARE(Environment::fromJson(environment->toJson()).value(), *environment);
    }

    void signedTokensNeedAnIssuerAndAnAudience()
    {
        Environment environment = Environment::builtIn().last();
        QVERIFY(!environment.signsTokens());
        environment.tokenFormat = TokenFormat::Rs256;
        QCOMPARE(environment.validate().error().code, u"tokenIssuer"_s);
        environment.tokenIssuer = u"https://us.example"_s;
        QCOMPARE(environment.validate().error().code, u"tokenAudience"_s);
        environment.tokenAudience = QString(256, u'a');
        QCOMPARE(environment.validate().error().code, u"tokenAudience"_s);
        environment.tokenAudience = u"our-api"_s;
        QVERIFY(environment.validate());
        QVERIFY(environment.signsTokens());
        QCOMPARE(Environment::fromJson(environment.toJson()).value(), environment);
    }

    void theBuiltInEnvironmentsAreValid()
    {
        for (const Environment& environment : Environment::builtIn())
            QVERIFY2(environment.validate(), qPrintable(environment.name));
        QCOMPARE(Environment::builtIn().last().tokenUrl(),
            QUrl(u"https://api.smartrecruiters.com/identity/oauth/token"_s));
        QCOMPARE(Environment::builtIn().last().integrationsUrl(),
            QUrl(u"https://api.smartrecruiters.com/apps-integrations/partner-api/integrations"_s));
    }

    void theApplicationIsHeldAgainstTheGuide_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("severity");
        const auto row = [](const char* field, const QJsonValue& value, const char* severity) {
            QTest::addRow("%s=%s", field, qPrintable(value.toVariant().toString()))
                << QString::fromLatin1(field) << value << QString::fromLatin1(severity);
        };
        row("description", u" "_s, "error");
        row("logo", QString(), "error");
        row("logo", u"http://example.com/l.png"_s, "warning");
        row("scopes", QJsonArray(), "error");
        row("scopes", QJsonArray{u"company_read"_s}, "warning"); // without a reason
        row("scopes", QJsonArray{u"bad scope"_s}, "error");
        row("consentUrl", QString(), "error");
        row("consentUrl", u"http://example.com/consent"_s, "error");
        row("consentUrl", u"https://example.com/consent#top"_s, "error");
        row("consentUrl", u"https://example.com/consent?companyId=1"_s, "error");
        row("consentUrl", u"http://127.0.0.1:1/consent"_s, "note");
        row("oauthTokenUrl", QString(), "error"); // because callbackUrl needs it
        row("callbackUrl", QString(), "note");
    }
    void theApplicationIsHeldAgainstTheGuide()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, severity);
        QJsonObject object = completeApplication();
        QVERIFY(Application::fromJson(QJsonDocument(object).toJson())->check().isEmpty());
        object.insert(field, value);
        const auto application = Application::fromJson(QJsonDocument(object).toJson());
        QVERIFY(application);
        const QString findingField = field == "oauthTokenUrl"_L1 ? u"callbackUrl"_s : field;
        const QList<Finding> findings = application->check();
        QVERIFY(std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.field == findingField && severityName(finding.severity) == severity
                && !finding.message.isEmpty();
        }));
    }

    void anUnknownFieldIsFoundWhereverItStands_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QString>("meant");
        const QJsonObject sound{{u"name"_s, u"company_read"_s}, {u"reason"_s, u"To show it."_s}};
        const auto with = [sound](const QString& field) {
            QJsonObject scope = sound;
            scope.insert(field, u"x"_s);
            return scope;
        };
        QTest::newRow("none") << u"scopes"_s << QJsonValue(QJsonArray{sound}) << QStringList()
                              << QString();
        QTest::newRow("at the top")
            << u"colour"_s << QJsonValue(7) << QStringList{u"colour"_s} << QString();
        QTest::newRow("at the top, misspelt") << u"callback_url"_s << QJsonValue(u"x"_s)
                                              << QStringList{u"callback_url"_s} << u"callbackUrl"_s;
        QTest::newRow("in a scope") << u"scopes"_s << QJsonValue(QJsonArray{sound, with(u"why"_s)})
                                    << QStringList{u"scopes[1].why"_s} << QString();
        QTest::newRow("in a scope, misspelt")
            << u"scopes"_s << QJsonValue(QJsonArray{with(u"Reason"_s)})
            << QStringList{u"scopes[0].Reason"_s} << u"reason"_s;
        QTest::newRow("in two scopes, a name of the top")
            << u"scopes"_s << QJsonValue(QJsonArray{with(u"logo"_s), with(u"state"_s)})
            << QStringList{u"scopes[0].logo"_s, u"scopes[1].state"_s} << QString();
        QTest::newRow("an object in an unknown field")
            << u"contact.mail"_s << QJsonValue(QJsonObject{{u"name"_s, u"Ana"_s}})
            << QStringList{u"contact.mail"_s} << QString();
    }
    void anUnknownFieldIsFoundWhereverItStands()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QStringList, paths);
        QFETCH(QString, meant);
        QJsonObject object = completeApplication();
        object.insert(field, value);
        const auto application = Application::fromJson(QJsonDocument(object).toJson());
        QVERIFY(application);
        QCOMPARE(application->unknownFields, paths);
        QStringList found;
        for (const Finding& finding : application->check()) {
            if (!finding.message.code.startsWith("unknown_field"_L1))
                continue;
            found.append(finding.field);
            QCOMPARE(severityName(finding.severity), u"error"_s);
            QCOMPARE(finding.message.arguments.value(0), meant);
        }
        QCOMPARE(found, paths);
        // A saved application still says so.
        const auto again = Application::fromJson(QJsonDocument(application->toJson()).toJson());
        QVERIFY(again);
        QCOMPARE(*again, *application);
    }

    void aUrlWithEncodedCharactersIsReadAsItWasKept()
    {
        QJsonObject object = completeApplication();
        object.insert(u"consentUrl"_s, u"https://example.com/a%20b"_s);
        const auto application = Application::fromJson(QJsonDocument(object).toJson());
        QVERIFY(application);
        const auto again = Application::fromJson(QJsonDocument(application->toJson()).toJson());
        QVERIFY(again);
        QCOMPARE(*again, *application);
    }

    void anApplicationOfTheWrongShapeNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::newRow("no name") << QByteArray("{}") << u"name"_s;
        QTest::newRow("mode") << QByteArray("{\"name\":\"n\",\"consentDisplayMode\":\"TAB\"}")
                              << u"consentDisplayMode"_s;
        QTest::newRow("scopes") << QByteArray("{\"name\":\"n\",\"scopes\":\"a\"}") << u"scopes"_s;
        QTest::newRow("a scope that is a number")
            << QByteArray("{\"name\":\"n\",\"scopes\":[7]}") << u"scopes"_s;
        QTest::newRow("a reason that is a number")
            << QByteArray("{\"name\":\"n\",\"scopes\":[{\"name\":\"s\",\"reason\":7}]}")
            << u"scopes"_s;
        QTest::newRow("url") << QByteArray("{\"name\":\"n\",\"consentUrl\":\"nowhere\"}")
                             << u"consentUrl"_s;
        QTest::newRow("visibility")
            << QByteArray("{\"name\":\"n\",\"visibility\":\"some\"}") << u"visibility"_s;
        QTest::newRow("number") << QByteArray("{\"name\":7}") << u"name"_s;
    }
    void anApplicationOfTheWrongShapeNamesTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto application = Application::fromJson(json);
        QVERIFY(!application);
        QCOMPARE(application.error().code, field);
    }

    void aCodeIsForgivingInFormAndStrictInContent()
    {
        const Invitation invitation = invite();
        QCOMPARE(invitation.code().size(), 14);
        QString sloppy = invitation.code().toLower().replace(QLatin1Char('-'), QLatin1Char(' '));
        QCOMPARE(
            invitation.verify(u" "_s + sloppy, hasher(), noon()), Invitation::Verdict::Accepted);
        QCOMPARE(invitation.verify(invitation.code().chopped(1), hasher(), noon()),
            Invitation::Verdict::Wrong);
    }

    void aCodeHasTooManyBitsToBeGuessed()
    {
        // Each character is one of 32, which is five bits.
        QVERIFY(Invitation::codeLength * 5 >= 50);
    }

    void whoDoesNotHaveTheCodeNeitherEndsItNorLearnsOfIt()
    {
        Invitation invitation = invite();
        for (int i = 0; i < 10'000; ++i)
            QCOMPARE(invitation.verify(u"wrong"_s, hasher(), noon()), Invitation::Verdict::Wrong);
        QCOMPARE(
            invitation.verify(invitation.code(), hasher(), noon()), Invitation::Verdict::Accepted);
        QCOMPARE(invitation.verify(u"wrong"_s, hasher(), noon().addSecs(600)),
            Invitation::Verdict::Wrong);
        invitation = in(invitation, InvitationState::Approved);
        QCOMPARE(invitation.verify(u"wrong"_s, hasher(), noon()), Invitation::Verdict::Wrong);
    }

    void aCodeEndsWithItsTimeAndWithItsUse()
    {
        Invitation invitation = invite();
        const QString code = invitation.code();
        QCOMPARE(invitation.verify(invitation.code(), hasher(), noon().addSecs(600)),
            Invitation::Verdict::Expired);
        invitation = in(invitation, InvitationState::Deciding);
        QCOMPARE(invitation.verify(code, hasher(), noon()), Invitation::Verdict::Used);
        invitation = in(invitation, InvitationState::SignedIn);
        QCOMPARE(invitation.verify(code, hasher(), noon()), Invitation::Verdict::Accepted);
        QCOMPARE(invitation.code(), QString()); // the code is not stored
    }

private:
    static QDateTime noon() { return QDateTime(QDate(2026, 1, 1), QTime(12, 0), utc); }
    static Invitation invite()
    {
        Invitation::Record record;
        record.company = CompanyId(u"globex"_s);
        record.onboarding = OnboardingId(u"run"_s);
        record.madeAt = noon();
        record.expiresAt = noon().addSecs(600);
        return Invitation::create(
            record, QByteArray("\x00\xff\x10\x80\x33\x44\x55\x66\x77\x08\x19\x2a", 12), hasher());
    }
    /// Returns the invitation as another program reads it.
    static Invitation in(const Invitation& invitation, InvitationState state)
    {
        Invitation::Record record = invitation.record();
        record.state = state;
        return Invitation(record);
    }
    static SecretHasher hasher() { return SecretHasher(Secret("key")); }
    static QJsonObject completeApplication()
    {
        return {
            {u"name"_s, u"Northwind"_s},
            {u"description"_s, u"Assessments"_s},
            {u"logo"_s, u"https://example.com/logo.svg"_s},
            {u"scopes"_s,
                QJsonArray{QJsonObject{
                    {u"name"_s, u"company_read"_s}, {u"reason"_s, u"To prove the connection."_s}}}},
            {u"consentUrl"_s, u"https://example.com/consent"_s},
            {u"consentDisplayMode"_s, u"POPUP"_s},
            {u"oauthTokenUrl"_s, u"https://example.com/token"_s},
            {u"callbackUrl"_s, u"https://example.com/callback"_s},
            {u"visibility"_s, u"selected"_s},
        };
    }
};

JETBRIDGE_TEST(ValuesTest)
#include "ValuesTest.moc"
