// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures the cost of an onboarding beyond its HTTP requests: it compares the flow, with its
// journal (fsync), registry and checks, with the same requests alone, one way and with each kind of
// server of the partner's own. Both use the same simulator and the same server in one run; the
// keychain is left out (memory vault).

#include "../Median.h"
#include "BareOnboarding.h"
#include "BarePartner.h"
#include "cli/AuthorizationServer.h"
#include "console/ClientRegistrations.h"
#include "console/Console.h"
#include "console/CurrentEnvironment.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

constexpr int rounds = 60;

/// One kind of onboarding.
struct Mode {
    const char* name;
    TokenService service; ///< Unset: one way.
    int requests; ///< Number of requests that it takes.
    double most; ///< Its target: times the requests alone.
};

constexpr Mode modes[] = {
    {"one way", TokenService::Unset, 4, 3},
    {"given", TokenService::Given, 6, 2.5},
    {"registration", TokenService::Registration, 7, 2.5},
    {"webhook", TokenService::Webhook, 8, 2.5},
};

/// Says why it ends.
[[noreturn]] void giveUp(const QString& why)
{
    QTextStream(stderr) << "bench_journey: " << why << '\n';
    std::exit(2);
}

/// Returns the value of a step that must work.
template <typename Value> Value need(Outcome<Value> outcome)
{
    if (!outcome)
        giveUp(outcome.error().detail);
    return *outcome;
}

/// Points the environment to the partner's own server.
void useServer(Console& console, const AuthorizationServer& server, TokenService service)
{
    Environment environment = console.current().saved();
    environment.tokenService = service;
    environment.registration.url = server.url("/register");
    environment.webhook.url = server.url("/hook");
    need(QCoro::waitFor(console.current().save(environment)));
    need(QCoro::waitFor(console.clientRegistrations().keepSecret(
        environment, Secret(AuthorizationServer::webhookSecret()))));
}

/// Measures one mode, and tells whether it meets its target.
bool measure(const Mode& mode)
{
    AuthorizationServer server;
    server.openRegistration();
    const QTemporaryDir folder;
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.vault = ConsoleOptions::VaultKind::Memory;
    Console console(options);
    need(QCoro::waitFor(console.ready()));
    need(QCoro::waitFor(console.simulator().start()));
    const bool isOneWay = mode.service == TokenService::Unset;
    Application application =
        console.endpoints().demoApplication(ConsentDisplayMode::Redirect, !isOneWay);
    if (!isOneWay)
        application.oauthTokenUrl = server.url("/token");
    const MasterCredentials master =
        need(QCoro::waitFor(console.simulator().registerApplication(application)));
    need(QCoro::waitFor(console.partnerAccess().connectPartner(master)));
    if (!isOneWay)
        useServer(console, server, mode.service);

    BareOnboarding bareClient(console.current().environment().apiUrl, master);
    QCoro::waitFor(bareClient.liftLimits());
    BarePartner barePartner(mode.service,
        {server.url("/token"), server.url("/register"), server.url("/hook"),
            AuthorizationServer::webhookSecret()});

    QList<double> flow;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        const QString first = u"flow%1"_s.arg(round);
        const QString second = u"bare%1"_s.arg(round);
        QCoro::waitFor(bareClient.grantTo({first, second}));
        BarePartner::Pair firstPair;
        BarePartner::Pair secondPair;
        if (mode.service == TokenService::Given) {
            firstPair = QCoro::waitFor(barePartner.registered(first));
            secondPair = QCoro::waitFor(barePartner.registered(second));
        }
        QElapsedTimer timer;

        timer.start();
        const Integration onboarded = need(QCoro::waitFor(console.onboardings().onboard(
            CompanyId(first), u"bench"_s, {}, SecondConfirm::Refused, firstPair)));
        flow.append(double(timer.nsecsElapsed()) / 1e6);
        if (onboarded.status != IntegrationStatus::Live)
            giveUp(onboarded.statusDetail);

        timer.start();
        if (!isOneWay)
            secondPair = QCoro::waitFor(barePartner.stage(second, secondPair));
        const bool isPaired = isOneWay || secondPair;
        const bool isDone = isPaired && QCoro::waitFor(bareClient.onboard(second, secondPair))
            && (isOneWay || QCoro::waitFor(barePartner.commit(second, *secondPair)));
        bare.append(double(timer.nsecsElapsed()) / 1e6);
        if (!isDone)
            giveUp(u"a bare request failed"_s);
    }
    const double ratio = median(flow) / median(bare);
    QTextStream(stdout) << mode.name << ": onboarding " << QString::number(median(flow), 'f', 2)
                        << " ms, " << mode.requests << " bare requests "
                        << QString::number(median(bare), 'f', 2) << " ms, ratio "
                        << QString::number(ratio, 'f', 2) << " (target <= " << mode.most << "), "
                        << rounds << " rounds\n";
    return ratio <= mode.most;
}

} // namespace

/// Exit code 1: a target is missed.
int main(int argc, char** argv)
{
    const QCoreApplication program(argc, argv);
    bool isMet = true;
    for (const Mode& mode : modes)
        isMet = measure(mode) && isMet;
    return isMet ? 0 : 1;
}
