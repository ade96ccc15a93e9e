// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace jetbridge::ui {

/// Layout that continues in the next line when a row is full; for buttons, whose texts are longer
/// in other languages and at other text sizes. The first field of a line takes the remaining width.
/// Spacers are not supported.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& room) override;

private:
    /// Places the items (only if `really`) and returns the height that they need.
    int place(const QRect& room, bool really) const;

    QList<QLayoutItem*> m_items;
};

} // namespace jetbridge::ui
