// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace jetbridge::ui {

class JournalModel;

/// What happened, newest first; the line's whole address or cause is its tooltip.
class JournalView : public QTableView {
    Q_OBJECT

public:
    explicit JournalView(JournalModel& journal, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Rows and columns as wide as the text size of the moment wants them.
    void fitColumns();
};

} // namespace jetbridge::ui
