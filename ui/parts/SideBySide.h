// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace jetbridge::ui {

/// Widgets side by side where each has room for its buttons and `letters` of text, else below each
/// other. It can always become as narrow as the widest of them.
class SideBySide : public QWidget {
    Q_OBJECT

public:
    explicit SideBySide(int letters, QWidget* parent = nullptr);
    void add(QWidget* widget);
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// What the widest of them needs to say what is on it.
    int needed() const;
    void arrange();

    const int m_letters;
    QBoxLayout* m_layout;
};

} // namespace jetbridge::ui
