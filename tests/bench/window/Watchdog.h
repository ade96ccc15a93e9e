// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace jetbridge::bench {

/// An application that measures how long its thread was busy with one event: for so long nothing
/// could be painted, and no key was heard.
class Watchdog : public QApplication {
public:
    using QApplication::QApplication;

    struct Block {
        double milliseconds = 0;
        double processorMs = 0; ///< Of these, spent by this thread: the rest it waited.
        QString what; ///< Whose event of which kind.
    };

    /// Forgets what was measured so far.
    void watch();
    const Block& longest() const { return m_longest; }
    /// The one that took most of the processor: what others on this machine do counts less here.
    const Block& busiest() const { return m_busiest; }
    int over(double milliseconds) const;

    bool notify(QObject* receiver, QEvent* event) override;

private:
    int m_depth = 0;
    Block m_longest;
    Block m_busiest;
    QList<double> m_long; ///< Everything over a millisecond.
};

} // namespace jetbridge::bench
