// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"
#include "domain/Identifier.h"

#include <QObject>
#include <QTimer>

namespace jetbridge {
class RecordedTraffic;
}

namespace jetbridge::ui {

class JournalModel;

/// Tells a journal's lines which recorded exchange they speak of, whenever there are new lines, or
/// new exchanges while a line is young enough to have been waiting for them.
class JournalLinks : public QObject {
    Q_OBJECT

public:
    /// Both outlive this.
    JournalLinks(RecordedTraffic& traffic, JournalModel& journal, QObject* parent);

    /// More was recorded.
    void takeRecorded();

private:
    void askSoon();
    void ask();
    void askNext(QList<OnboardingId> onboardings, QList<Exchange> found);
    void answered();

    RecordedTraffic& m_traffic;
    JournalModel& m_journal;
    QTimer m_soon;
    bool m_isAsking = false;
    bool m_asksAgain = false; ///< Something new came meanwhile.
};

} // namespace jetbridge::ui
