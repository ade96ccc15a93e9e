// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace jetbridge::ui {

class GrowingColumn;
class JournalModel;
class TimelineDelegate;

/// What happened, newest first. Where it is narrow, lines are stacked: time and result stand below
/// the sentence, which takes as many lines as it needs. The line's whole address or cause is its
/// tooltip. A line whose exchange was recorded opens it: by "open", Return or a double click.
class JournalView : public QTableView {
    Q_OBJECT

public:
    explicit JournalView(JournalModel& journal, QWidget* parent = nullptr);
    /// For a narrow page that scrolls as a whole: stacked, and the view is as high as its lines.
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
    /// Rows and columns as wide as the text size of the moment wants them.
    void fitColumns();

    TimelineDelegate* m_stacked;
    GrowingColumn* m_columns = nullptr;
    bool m_isStacked = false;
    bool m_isTimeline = false;
};

} // namespace jetbridge::ui
