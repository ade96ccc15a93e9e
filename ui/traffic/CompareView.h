// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Exchange.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace jetbridge::ui {

/// Compares two exchanges; lines that only one of them has are marked by a sign and a colour.
class CompareView : public QWidget {
    Q_OBJECT

public:
    explicit CompareView(QWidget* parent = nullptr);
    void show(const Exchange& first, const Exchange& second);

protected:
    void changeEvent(QEvent* event) override;

private:
    void compare(QPlainTextEdit* view, const QString& first, const QString& second);
    /// Colours the lines that only one of the two has.
    static void mark(QPlainTextEdit* view);

    QLabel* m_title;
    QLabel* m_first;
    QLabel* m_second;
    QPlainTextEdit* m_request;
    QPlainTextEdit* m_reply;
};

} // namespace jetbridge::ui
