// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/RowDelegate.h"

#include "parts/Tokens.h"

#include <QPainter>

namespace jetbridge::ui {

namespace {

// These are the values that QTableView::item has in the style sheet, and the margins that Qt's
// styles put around text and icon.
constexpr int padding = 8;
constexpr int border = 1;
constexpr int margin = 3;

} // namespace

void RowDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const Tokens& tokens = tokensOf(cell.widget->palette());
    if (cell.state.testFlag(QStyle::State_Selected))
        painter->fillRect(cell.rect, tokens.infoBack);
    painter->fillRect(
        QRect(cell.rect.left(), cell.rect.bottom(), cell.rect.width(), border), tokens.hairline);

    QRect room = cell.rect.adjusted(padding + margin, 0, -padding - margin, -border);
    if (cell.features.testFlag(QStyleOptionViewItem::HasDecoration)) {
        const QRect place = QStyle::alignedRect(
            cell.direction, Qt::AlignLeft | Qt::AlignVCenter, cell.decorationSize, room);
        cell.icon.paint(painter, place, Qt::AlignCenter,
            cell.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        room.setLeft(place.right() + 1 + 2 * margin);
    }
    if (cell.text.isEmpty() || room.width() <= 0)
        return;
    const QStaticText& text = laidOut(cell, room.width());
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(
        cell.state.testFlag(QStyle::State_Enabled) ? QPalette::Normal : QPalette::Disabled,
        QPalette::Text));
    const QSizeF size = text.size();
    const Qt::Alignment side = QStyle::visualAlignment(cell.direction, cell.displayAlignment);
    const QPointF corner(
        side.testFlag(Qt::AlignRight) ? room.x() + room.width() - size.width() : room.x(),
        room.y() + (room.height() - qRound(size.height())) / 2);
    painter->drawStaticText(corner, text);
}

QString RowDelegate::cut(const QStyleOptionViewItem& cell, int room) const
{
    return cell.fontMetrics.elidedText(cell.text, cell.textElideMode, room);
}

const QStaticText& RowDelegate::laidOut(const QStyleOptionViewItem& cell, int room) const
{
    if (cell.font != m_font) {
        m_texts.clear();
        m_font = cell.font;
    }
    const Place place(cell.text, room);
    if (const QStaticText* known = m_texts.object(place))
        return *known;
    const auto laid = [&cell](QString line) {
        auto* text = new QStaticText(line.replace(QChar::LineSeparator, QLatin1Char(' ')));
        text->setTextFormat(Qt::PlainText);
        text->prepare(QTransform(), cell.font);
        return text;
    };
    auto* text = laid(cell.text);
    if (text->size().width() > room) {
        delete text;
        text = laid(cut(cell, room));
    }
    m_texts.insert(place, text);
    return *text;
}

} // namespace jetbridge::ui
