// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"
#include "domain/Outcome.h"
#include "ports/Task.h"

#include <QObject>

#include <functional>

namespace jetbridge::ui {

/// Does one thing for many customers, a few at a time, with progress and a way to stop.
class BulkRun : public QObject {
    Q_OBJECT

public:
    /// Work for one customer; a Failure is counted.
    using Work = std::function<Task<Outcome<Done>>(IntegrationId)>;

    using QObject::QObject;

    /// Starts a run; call it only while none is running. `work`, and what it refers to, must
    /// outlive the run.
    void start(QList<IntegrationId> ids, Work work);
    /// Stops the run: nothing more is begun, and what is under way ends by itself.
    void cancel();
    bool isRunning() const { return m_underWay > 0 || !m_waiting.isEmpty(); }

    int total() const { return m_total; }
    int done() const { return m_done; }
    int failed() const { return m_failed; } ///< Number of failures among those done.
    const Failure& lastFailure() const { return m_lastFailure; }

Q_SIGNALS:
    void progressed();
    void finished(); ///< The run has ended, also after cancel().

private:
    void beginNext();

    QList<IntegrationId> m_waiting;
    Work m_work;
    int m_total = 0;
    int m_done = 0;
    int m_failed = 0;
    int m_underWay = 0;
    Failure m_lastFailure;
};

} // namespace jetbridge::ui
