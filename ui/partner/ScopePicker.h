// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace jetbridge::ui {

/// The scopes that are known, to tick; others may be typed in the application's own list.
class ScopePicker : public QDialog {
    Q_OBJECT

public:
    /// `chosen` are ticked.
    explicit ScopePicker(const QStringList& chosen, QWidget* parent = nullptr);

Q_SIGNALS:
    /// These were ticked, or were not any more, since it opened.
    void picked(const QStringList& added, const QStringList& removed);

private:
    void filter(const QString& text);
    void take();

    const QStringList m_before;
    QLineEdit* m_search;
    QTreeWidget* m_list;
};

} // namespace jetbridge::ui
