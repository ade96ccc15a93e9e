// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace jetbridge::ui {

/// Scrolls a column of widgets up and down, never sideways: it is as wide as what is in it needs.
class ColumnScroll : public QScrollArea {
    Q_OBJECT

public:
    /// `letters`: no wider than so many of them, whatever the text size; 0: as wide as there is
    /// room.
    ColumnScroll(QWidget* content, int letters, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void limitWidth();

    const int m_letters;
};

/// Whatever scrolls the page that `widget` stands on; nullptr: nothing does.
QScrollArea* scrollAround(const QWidget& widget);

} // namespace jetbridge::ui
