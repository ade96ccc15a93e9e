// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace jetbridge::ui {

/// Splitter with a list and, beside it, the details of the selected row; the details are below if
/// large text leaves no room beside the list. Widgets are added as to any splitter.
class ListAndDetail : public QSplitter {
    Q_OBJECT

public:
    explicit ListAndDetail(const char* objectName, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void arrange();
};

} // namespace jetbridge::ui
