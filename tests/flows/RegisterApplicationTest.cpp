// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/RegisterApplication.h"
#include "support/TestMain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

class FakeApplications final : public Applications {
public:
    Task<Outcome<std::optional<Application>>> load() override
    {
        co_return std::optional<Application>(kept);
    }
    Task<Outcome<Done>> save(Application application) override
    {
        kept = application;
        co_return Done{};
    }
    std::optional<Application> kept;
};

Application complete()
{
    Application application;
    application.name = u"Northwind"_s;
    application.description = u"Assessments | <b>fast</b> \\|"_s;
    application.logo = QUrl(u"https://northwind.example/logo.svg"_s);
    application.scopes = {{u"company_read"_s, u"To prove the connection."_s}};
    application.consentUrl = QUrl(u"https://northwind.example/consent"_s);
    application.state = RegistrationState::Sent;
    return application;
}

} // namespace

class RegisterApplicationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCompleteApplicationIsKept()
    {
        FakeApplications applications;
        auto task = registerApplication(applications, complete());
        QVERIFY(QCoro::waitFor(std::move(task)));
        QCOMPARE(applications.kept.value(), complete());
    }

    void aDraftMayHaveGapsButNothingWithErrorsIsSent()
    {
        FakeApplications applications;
        Application gaps = complete();
        gaps.scopes.clear();
        auto sent = registerApplication(applications, gaps);
        const auto refused = QCoro::waitFor(std::move(sent));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, FailureKind::Invalid);
        QCOMPARE(refused.error().code, u"scopes"_s);
        QVERIFY(!applications.kept);
        gaps.state = RegistrationState::Draft;
        auto draft = registerApplication(applications, gaps);
        QVERIFY(QCoro::waitFor(std::move(draft)));
    }

    void thePacketNamesEveryFieldOfTheGuideAndBreaksOutOfNothing()
    {
        const QByteArray markdown = registrationPacket(complete(), PacketFormat::Markdown);
        for (const char* field : {"consentUrl", "consentDisplayMode", "oauthTokenUrl",
                 "callbackUrl", "logo", "description", "visibility", "scopes", "company_read"})
            QVERIFY2(markdown.contains(field), field);
        QVERIFY(markdown.contains("Assessments \\| \\<b\\>fast\\</b\\> \\\\\\| |"));
        QVERIFY(
            registrationPacket(complete(), PacketFormat::Html).contains("&lt;b&gt;fast&lt;/b&gt;"));
        const auto json =
            QJsonDocument::fromJson(registrationPacket(complete(), PacketFormat::Json)).object();
        QCOMPARE(json.value(u"consentDisplayMode"_s).toString(), u"REDIRECT"_s);
        QVERIFY(!json.contains(u"state"_s));
    }
};

JETBRIDGE_TEST(RegisterApplicationTest)
#include "RegisterApplicationTest.moc"
