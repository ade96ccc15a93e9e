// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SimulatorHost.h"

#include "console/DemoApplication.h"
#include "domain/Environment.h"
#include "simulator/Simulator.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

struct SimulatorHost::Private {
    explicit Private(simulator::SimulatorOptions options)
        : simulator(std::move(options))
    {
    }
    simulator::Simulator simulator;
};

SimulatorHost::SimulatorHost(Options options)
{
    simulator::SimulatorOptions simulatorOptions;
    simulatorOptions.address = options.address;
    simulatorOptions.port = options.port;
    simulatorOptions.hostNames = std::move(options.hostNames);
    simulatorOptions.caFile = std::move(options.caFile);
    simulatorOptions.httpHosts = std::move(options.httpHosts);
    simulatorOptions.seed = options.seed;
    simulatorOptions.application = options.application.value_or(
        makeDemoApplication(QUrl(u"http://127.0.0.1:%1"_s.arg(defaultEndpointsPort)),
            ConsentDisplayMode::Redirect, true));
    if (!options.application)
        simulatorOptions.application->visibility =
            options.visibleTo.isEmpty() ? Visibility::AllCustomers : Visibility::SelectedCustomers;
    simulatorOptions.visibleTo = std::move(options.visibleTo);
    simulatorOptions.companies = std::move(options.companies);
    simulatorOptions.faults = std::move(options.faults);
    simulatorOptions.settings = std::move(options.settings);
    simulatorOptions.stateFile = std::move(options.stateFile);
    d = std::make_unique<Private>(std::move(simulatorOptions));
}

SimulatorHost::~SimulatorHost() = default;

Outcome<Done> SimulatorHost::listen()
{
    return d->simulator.listen();
}

QJsonObject SimulatorHost::readyLine() const
{
    Environment environment;
    environment.apiUrl = d->simulator.apiUrl();
    QJsonObject line{
        {u"listening"_s, d->simulator.listening()},
        {u"portalUrl"_s, d->simulator.portalUrl().toString()},
        {u"tokenUrl"_s, environment.tokenUrl().toString()},
        {u"integrationsUrl"_s, environment.integrationsUrl().toString()},
        {u"apiUrl"_s, environment.apiUrl.toString()},
    };
    if (const auto credentials = d->simulator.credentials()) {
        line.insert(u"appId"_s, credentials->appId.text());
        line.insert(u"clientId"_s, credentials->client.clientId.text());
        line.insert(u"clientSecret"_s, credentials->client.clientSecret.revealText());
    }
    return line;
}

void SimulatorHost::close()
{
    d->simulator.close();
}

} // namespace jetbridge
