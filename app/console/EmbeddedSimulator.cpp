// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/EmbeddedSimulator.h"

#include "console/CurrentEnvironment.h"
#include "flows/RegisterApplication.h"
#include "simulator/Simulator.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

EmbeddedSimulator::EmbeddedSimulator(CurrentEnvironment& current, Applications& applications)
    : m_current(current)
    , m_applications(applications)
    , m_control([&current] { return current.environment(); })
{
}

EmbeddedSimulator::~EmbeddedSimulator() = default;

Task<Outcome<Done>> EmbeddedSimulator::start(quint16 port, quint64 seed)
{
    if (isRunning())
        co_return Done{};
    if (m_current.saved().kind != Environment::Kind::Simulator)
        co_return failed(FailureKind::Invalid,
            Message::of("environment_no_simulator", {m_current.saved().name}));
    simulator::SimulatorOptions options;
    options.port = port;
    options.seed = seed;
    auto simulator = std::make_unique<simulator::Simulator>(options);
    const auto listening = simulator->listen();
    if (!listening)
        co_return passOn(listening);
    m_simulator = std::move(simulator);
    m_current.setEmbedded({{m_simulator->apiUrl(), m_simulator->portalUrl()}});
    Q_EMIT changed();
    co_return Done{};
}

void EmbeddedSimulator::stop()
{
    if (!isRunning())
        return;
    close();
    m_current.setEmbedded(std::nullopt);
    Q_EMIT changed();
}

void EmbeddedSimulator::close()
{
    m_simulator.reset();
}

bool EmbeddedSimulator::isRunning() const
{
    return m_simulator != nullptr;
}

Task<Outcome<MasterCredentials>> EmbeddedSimulator::registerApplication(
    Application application, std::optional<MasterCredentials> master)
{
    const auto saved = co_await m_applications.load();
    if (!saved)
        co_return passOn(saved);
    if (saved->has_value() && (*saved)->name != application.name)
        co_return failed(FailureKind::Conflict,
            Message::of("another_application", {(*saved)->name}), 0, u"own_application"_s);
    const auto registered = co_await jetbridge::registerApplication(m_applications, application);
    if (!registered)
        co_return passOn(registered);
    co_return co_await m_control.registerApplication(application, master);
}

} // namespace jetbridge
