// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/ClientRegistrations.h"

#include "flows/Fakes.h"
#include "support/TestMain.h"
#include "wire/TestTimer.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace jetbridge;
using namespace std::chrono_literals;

namespace {

using State = ClientRegistrationState;

const OnboardingId run(u"run"_s);

/// A data folder in which a client of a webhook is in some state.
struct Office : fakes::Office {
    Office()
    {
        Environment environment;
        environment.name = u"simulator"_s;
        if (!QCoro::waitFor(
                clients.keepSecret(environment, Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
            qFatal("The secret cannot be kept.");
    }
    void have(State state)
    {
        Registration row;
        row.onboarding = run;
        row.clientId = ClientId(u"jetbridge-1"_s);
        row.state = state;
        row.service = TokenService::Webhook;
        registrations.rows.append(row);
    }
    /// Lets time pass; returns how many webhooks were sent until then.
    qsizetype after(std::chrono::milliseconds time)
    {
        timer.advance(time);
        QCoreApplication::processEvents();
        return webhook.sent.size();
    }

    test::TestTimer timer;
    QTemporaryDir folder;
    ClientRegistrations clients{services(),
        [] {
            return PartnerServers{{}, {QUrl(u"https://partner.example/hook"_s)}};
        },
        timer, folder.path()};
};

} // namespace

/// Tests what the partner's own server is told in the background.
class ClientRegistrationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatTheServerDoesNotTakeIsTriedAgainLessAndLessOften()
    {
        Office office;
        office.have(State::Confirmed);
        office.webhook.answer = {500};
        QVERIFY(QCoro::waitFor(office.clients.recover()));
        QCOMPARE(office.after(0ms), 1);
        QCOMPARE(office.after(29s), 1);
        QCOMPARE(office.after(1s), 2);
        QCOMPARE(office.after(59s), 2);
        QCOMPARE(office.after(1s), 3);
        office.webhook.answer = {204};
        QCOMPARE(office.after(120s), 4);
        QCOMPARE(office.registrations.rows.value(0).state, State::Kept);
        QCOMPARE(office.after(24h), 4);
    }

    void theEndOfARunBeginsAnew()
    {
        Office office;
        QVERIFY(QCoro::waitFor(office.clients.recover()));
        QCOMPARE(office.after(1h), 0);
        office.have(State::Leaving);
        office.webhook.answer = {500};
        QVERIFY(QCoro::waitFor(office.clients.clearRun(run)));
        QCOMPARE(office.after(0ms), 1);
        QCOMPARE(office.after(29s), 1);
        office.webhook.answer = {204};
        QCOMPARE(office.after(1s), 2);
        QVERIFY(office.registrations.rows.isEmpty());
    }

    void whatAnotherProgramLeavesBehindIsFound()
    {
        Office office;
        QVERIFY(QCoro::waitFor(office.clients.recover()));
        QCOMPARE(office.after(0ms), 0);
        office.have(State::Confirmed);
        QCOMPARE(office.after(15min), 1);
        QCOMPARE(office.registrations.rows.value(0).state, State::Kept);
    }

    void afterTheStopNothingIsSent()
    {
        Office office;
        office.have(State::Leaving);
        QVERIFY(QCoro::waitFor(office.clients.recover()));
        office.clients.stop();
        QCOMPARE(office.after(1h), 0);
    }
};

JETBRIDGE_TEST(ClientRegistrationsTest)
#include "ClientRegistrationsTest.moc"
