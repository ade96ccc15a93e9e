// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace jetbridge::ui {

/// Dialog that lists every keyboard shortcut with its effect.
class ShortcutsSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsSheet(
        const QList<std::pair<QKeySequence, QString>>& keys, QWidget* parent = nullptr);

Q_SIGNALS:
    void helpWanted();
};

} // namespace jetbridge::ui
