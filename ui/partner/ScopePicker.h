// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QTreeWidget;

namespace jetbridge::ui {

/// Dialog with the known scopes as check boxes; others may be typed in the application's own list.
class ScopePicker : public QDialog {
    Q_OBJECT

public:
    /// `chosen` are the scopes that are checked at first.
    explicit ScopePicker(const QStringList& chosen, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The scopes that the person has checked, and those that were unchecked, since the dialog
    /// opened.
    void picked(const QStringList& added, const QStringList& removed);

private:
    void filter(const QString& text);
    void take();

    const QStringList m_before;
    QLineEdit* m_search;
    QTreeWidget* m_list;
};

} // namespace jetbridge::ui
