// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/SimulatorControl.h"

#include <QObject>

#include <memory>
#include <optional>

namespace jetbridge {

class Applications;
class CurrentEnvironment;

namespace simulator {
class Simulator;
}

/// The simulator that runs in this program, and what staff do with the simulator that the
/// environment points to, wherever that runs.
class EmbeddedSimulator : public QObject {
    Q_OBJECT

public:
    EmbeddedSimulator(CurrentEnvironment& current, Applications& applications);
    ~EmbeddedSimulator() override;

    /// Starts it and points the environment to it for as long as it runs. Invalid: the environment
    /// is not a simulator.
    Task<Outcome<Done>> start(quint16 port = 0, quint64 seed = 0);
    void stop();
    bool isRunning() const;
    /// Ends it without telling anybody.
    void close();

    /// Registers `application` with the running simulator, as the Partner & API Team would (guide,
    /// 1), by HTTP. With `master` the simulator takes this pair instead of making one. Conflict
    /// (code own_application): another application is saved here, which this one would replace.
    Task<Outcome<MasterCredentials>> registerApplication(
        Application application, std::optional<MasterCredentials> master = {});
    /// What staff do with the simulator that this environment points to.
    SimulatorControl& control() { return m_control; }

Q_SIGNALS:
    void changed(); ///< It started, or stopped.

private:
    CurrentEnvironment& m_current;
    Applications& m_applications;
    SimulatorControl m_control;
    std::unique_ptr<simulator::Simulator> m_simulator;
};

} // namespace jetbridge
