// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace jetbridge::ui {

/// Scroll area for a column of widgets, which scrolls vertically only. Its minimum width is what
/// the content needs.
class ColumnScroll : public QScrollArea {
    Q_OBJECT

public:
    /// `letters` limits the width to that many letters, whatever the text size; 0: the whole width
    /// is used.
    ColumnScroll(QWidget* content, int letters, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void limitWidth();

    const int m_letters;
};

/// Returns the scroll area that contains `widget`; nullptr if there is none.
QScrollArea* scrollAround(const QWidget& widget);

} // namespace jetbridge::ui
