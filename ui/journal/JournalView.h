// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace jetbridge::ui {

class GrowingColumn;
class JournalModel;
class TimelineDelegate;

/// Table of events, newest first. If it is narrow, lines are stacked: time and result stand below
/// the sentence, which is wrapped. The complete address or cause is the line's tooltip. A line with
/// a recorded exchange opens it by "open", Return or a double click.
class JournalView : public QTableView {
    Q_OBJECT

public:
    explicit JournalView(JournalModel& journal, QWidget* parent = nullptr);
    /// Sets it up for a narrow page that scrolls as a whole: lines are stacked, and the view is as
    /// high as its content.
    void showAsTimeline();
    void scrollTo(const QModelIndex& line, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void exchangeWanted(qint64 number);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;

private:
    void open(const QModelIndex& line);
    void stack(bool isStacked);
    /// Fits rows and columns to the current text size.
    void fitColumns();

    TimelineDelegate* m_stacked;
    GrowingColumn* m_columns = nullptr;
    bool m_isStacked = false;
    bool m_isTimeline = false;
};

} // namespace jetbridge::ui
