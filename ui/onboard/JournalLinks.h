// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "domain/Identifier.h"

#include <QObject>
#include <QTimer>

namespace jetbridge {
class Console;
}

namespace jetbridge::ui {

class JournalModel;

/// Tells a journal's lines which recorded exchange they speak of, whenever there are new lines or
/// new exchanges.
class JournalLinks : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    JournalLinks(Console& console, JournalModel& journal, QObject* parent);

private:
    void ask();
    void askNext(QList<OnboardingId> onboardings, QList<Exchange> found);

    Console& m_console;
    JournalModel& m_journal;
    QTimer m_soon;
    int m_question = 0; ///< Answers to an earlier one are dropped.
};

} // namespace jetbridge::ui
