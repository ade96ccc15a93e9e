// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;

namespace jetbridge::ui {

/// Places widgets side by side if each has room for its buttons and `letters` of text, and below
/// each other if not. It can always shrink to the width of the widest one.
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
    /// Returns the width that the widest of them needs for its text.
    int needed() const;
    void arrange();

    const int m_letters;
    QBoxLayout* m_layout;
};

} // namespace jetbridge::ui
