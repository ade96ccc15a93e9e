// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace jetbridge::ui {

class GrowingColumn;
class JournalModel;

/// What happened, newest first; the line's whole address or cause is its tooltip. A line whose
/// exchange was recorded opens it: by "open", Return or a double click.
class JournalView : public QTableView {
    Q_OBJECT

public:
    explicit JournalView(JournalModel& journal, QWidget* parent = nullptr);
    /// For a narrow pane: time and result stand below the sentence.
    void showAsTimeline();

Q_SIGNALS:
    void exchangeWanted(qint64 number);

protected:
    void changeEvent(QEvent* event) override;

private:
    void open(const QModelIndex& line);
    /// Rows and columns as wide as the text size of the moment wants them.
    void fitColumns();

    GrowingColumn* m_columns = nullptr;
};

} // namespace jetbridge::ui
