// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures the cost of an onboarding beyond its HTTP requests: it compares the flow, with its
// journal (fsync), registry and checks, with the same four requests alone. Both use the same
// simulator in one run; the keychain is left out (memory vault).

#include "../Median.h"
#include "BareOnboarding.h"
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

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication program(argc, argv);
    const QTemporaryDir folder;
    ConsoleOptions options;
    options.dataFolder = folder.path();
    options.vault = ConsoleOptions::VaultKind::Memory;
    Console console(options);
    if (!QCoro::waitFor(console.ready()) || !QCoro::waitFor(console.simulator().start()))
        return 1;
    const auto master = QCoro::waitFor(console.simulator().registerApplication(
        console.endpoints().demoApplication(ConsentDisplayMode::Redirect, false)));
    if (!master || !QCoro::waitFor(console.partnerAccess().connectPartner(*master)))
        return 1;

    BareOnboarding bareClient(console.current().environment().apiUrl, *master);
    QCoro::waitFor(bareClient.liftLimits());

    QList<double> flow;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        const QString first = u"flow%1"_s.arg(round);
        const QString second = u"bare%1"_s.arg(round);
        QCoro::waitFor(bareClient.grantTo({first, second}));
        QElapsedTimer timer;

        timer.start();
        const auto onboarded =
            QCoro::waitFor(console.onboardings().onboard(CompanyId(first), u"bench"_s));
        flow.append(double(timer.nsecsElapsed()) / 1e6);
        if (!onboarded || onboarded->status != IntegrationStatus::Live) {
            QTextStream(stderr) << "The onboarding failed: "
                                << (onboarded ? onboarded->statusDetail : onboarded.error().detail)
                                << "\n";
            return 1;
        }

        timer.start();
        const bool answered = QCoro::waitFor(bareClient.onboard(second));
        bare.append(double(timer.nsecsElapsed()) / 1e6);
        if (!answered)
            return 1;
    }
    QTextStream(stdout) << "onboarding " << QString::number(median(flow), 'f', 2)
                        << " ms, four bare requests " << QString::number(median(bare), 'f', 2)
                        << " ms, ratio " << QString::number(median(flow) / median(bare), 'f', 2)
                        << " (target <= 3), " << rounds << " rounds\n";
    return 0;
}
