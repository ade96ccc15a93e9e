// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/SimulatorHost.h"

#include "console/DemoApplication.h"
#include "domain/Environment.h"
#include "simulator/Simulator.h"

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
        makeDemoApplication(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(defaultEndpointsPort)),
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
        {QStringLiteral("listening"), d->simulator.listening()},
        {QStringLiteral("portalUrl"), d->simulator.portalUrl().toString()},
        {QStringLiteral("tokenUrl"), environment.tokenUrl().toString()},
        {QStringLiteral("integrationsUrl"), environment.integrationsUrl().toString()},
        {QStringLiteral("apiUrl"), environment.apiUrl.toString()},
    };
    if (const auto credentials = d->simulator.credentials()) {
        line.insert(QStringLiteral("appId"), credentials->appId.text());
        line.insert(QStringLiteral("clientId"), credentials->client.clientId.text());
        line.insert(QStringLiteral("clientSecret"), credentials->client.clientSecret.revealText());
    }
    return line;
}

void SimulatorHost::close()
{
    d->simulator.close();
}

} // namespace jetbridge
