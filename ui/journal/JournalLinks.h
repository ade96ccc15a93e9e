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

/// Links the lines of a journal to their recorded exchanges, whenever there are new lines, or new
/// exchanges while a line is recent enough to wait for one.
class JournalLinks : public QObject {
    Q_OBJECT

public:
    /// `traffic` and `journal` must outlive this object.
    JournalLinks(RecordedTraffic& traffic, JournalModel& journal, QObject* parent);

    /// Reacts to newly recorded exchanges.
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
    bool m_asksAgain = false; ///< True if something new came during the search.
};

} // namespace jetbridge::ui
