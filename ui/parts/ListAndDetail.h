// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace jetbridge::ui {

/// A list, and beside it what is chosen in it; below it where large text leaves no room beside. Its
/// parts are added like those of any splitter.
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
