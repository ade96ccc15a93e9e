// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/Transcript.h"
#include "smartrecruiters/HttpSmartRecruiters.h"
#include "support/TestMain.h"
#include "wire/TestClock.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace jetbridge::test {

namespace {

QString described(const Failure& failure)
{
    QStringList words{failureKindName(failure.kind), QString::number(failure.status), failure.code};
    words.removeAll(QString());
    words.removeAll(u"0"_s);
    return words.join(QLatin1Char(' '));
}

QString described(const AccessToken& token)
{
    QString text =
        u"%1 %2 for %3 s"_s.arg(token.type, token.value.revealText()).arg(token.lifetimeSeconds);
    if (!token.scopes.isEmpty())
        text += u", scopes "_s + token.scopes.text();
    if (!token.lifetimeNote.isEmpty())
        text += u", note: "_s + token.lifetimeNote;
    return text;
}

QString described(const CustomerCredentials& credentials)
{
    return u"integration %1, client %2, secret %3"_s.arg(credentials.integrationId.text(),
               credentials.client.clientId.text(), credentials.client.clientSecret.revealText())
        + (credentials.note.isEmpty() ? QString() : u", note: "_s + credentials.note);
}

QString described(const Company& company)
{
    return u"company %1, %2"_s.arg(company.identifier, company.name);
}

QString described(int jobs)
{
    return u"%1 jobs"_s.arg(jobs);
}

struct Ending {
    QString then;
    QString says;
    QString correlation;
};

template <typename T> Ending ending(const Outcome<T>& outcome)
{
    if (outcome)
        return {described(*outcome), {}, {}};
    return {described(outcome.error()), outcome.error().detail, outcome.error().correlationId};
}

Ending play(smartrecruiters::HttpSmartRecruiters& client, const Transcript& transcript)
{
    const OnboardingId onboarding(u"onboarding-1"_s);
    AccessToken token;
    token.value = Secret(transcript.setting("token", "cd251a04-4a00-4e7d-99e2-1b2e5431adb1"));
    const QByteArray call = transcript.setting("call");
    if (call == "token") {
        ClientCredentials pair;
        pair.clientId = ClientId(QString::fromUtf8(transcript.setting("client-id", "master")));
        pair.clientSecret = Secret(transcript.setting("client-secret", "s3cret-of-the-master"));
        return ending(QCoro::waitFor(client.token(pair, onboarding)));
    }
    if (call == "confirm") {
        IntegrationRequest request;
        request.appId = AppId(u"app-7"_s);
        request.company = CompanyId(u"globex"_s);
        request.onboarding = onboarding;
        if (transcript.setting("direction") != "one-way")
            request.issued =
                ClientCredentials{ClientId(u"jb-1"_s), Secret(QByteArrayView("issued-s3cret"))};
        return ending(QCoro::waitFor(client.confirm(token, request)));
    }
    if (call == "company")
        return ending(QCoro::waitFor(client.company(token, onboarding)));
    return ending(QCoro::waitFor(client.count(Listing::Jobs, token, onboarding)));
}

} // namespace

/// Plays every conversation of the folder `transcripts` with the real client over a real socket.
class TranscriptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theConversationGoesAsWritten_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(JETBRIDGE_TRANSCRIPTS));
        const auto files = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

    void theConversationGoesAsWritten()
    {
        QFETCH(QString, file);
        const Transcript transcript = Transcript::read(file);
        ScriptedServer server({transcript.turn});
        Environment environment;
        environment.name = u"test"_s;
        environment.apiUrl = server.url();
        environment.clientAuthentication = transcript.setting("client-authentication") == "basic"
            ? ClientAuthentication::Basic
            : ClientAuthentication::Body;
        const TestClock clock;
        smartrecruiters::TimeLimits limits;
        if (transcript.setting("server") == "is silent")
            limits = {std::chrono::milliseconds(300), std::chrono::milliseconds(300)};
        smartrecruiters::HttpSmartRecruiters client(environment, clock, nullptr, nullptr, limits);

        const Ending ending = play(client, transcript);
        const QString there = u"127.0.0.1:%1"_s.arg(server.port());
        QCOMPARE(QString(ending.then).replace(there, u"SERVER"_s),
            QString::fromUtf8(transcript.setting("then")));
        QCOMPARE(QString(ending.says).replace(there, u"SERVER"_s),
            QString::fromUtf8(transcript.setting("says")));
        if (!ending.says.isEmpty())
            QCOMPARE(ending.correlation, u"onboarding-1"_s);
        if (!transcript.request.isEmpty()) {
            QVERIFY(!server.requests().isEmpty());
            QCOMPARE(transcript.differenceTo(server.requests().first()), QString());
        }
        // Qt repeats safe requests itself when a connection drops; it must not repeat the confirm
        // call.
        if (transcript.setting("call") == "confirm")
            QCOMPARE(server.heads(), 1);
    }
};

} // namespace jetbridge::test

JETBRIDGE_TEST(jetbridge::test::TranscriptTest)
#include "TranscriptTest.moc"
