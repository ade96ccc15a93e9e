// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace jetbridge::bench {

/// An application that measures how long its thread was busy with one event: during that time
/// nothing could be painted, and no key was processed.
class Watchdog : public QApplication {
public:
    using QApplication::QApplication;

    struct Block {
        double milliseconds = 0;
        /// Part of this time that the thread spent on the processor; the rest it waited.
        double processorMs = 0;
        QString what; ///< Receiver and kind of the event.
    };

    /// Resets the measurements.
    void watch();
    const Block& longest() const { return m_longest; }
    /// Returns the event that took the most processor time; it depends less on other programs of
    /// this machine.
    const Block& busiest() const { return m_busiest; }
    int over(double milliseconds) const;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    int m_depth = 0;
    Block m_longest;
    Block m_busiest;
    QList<double> m_long; ///< Every event of more than a millisecond.
};

} // namespace jetbridge::bench
