// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"

#include <QObject>

namespace jetbridge {

/// Reports SIGINT, SIGTERM and SIGHUP (the terminal was closed) as a Qt signal. Only the first one
/// is reported: a second SIGINT or SIGTERM ends the process at once.
class Interruption : public QObject {
    Q_OBJECT

public:
    /// Only one object may exist at a time, because signal handlers belong to the process.
    Interruption();
    ~Interruption() override;

    bool wasRaised() const { return m_raised; }
    /// Returns when a signal has arrived.
    Task<Done> wait();

Q_SIGNALS:
    void raised();

private:
    bool m_raised = false;
};

} // namespace jetbridge
