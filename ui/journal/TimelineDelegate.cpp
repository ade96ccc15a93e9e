// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/TimelineDelegate.h"

#include "journal/JournalModel.h"
#include "parts/Tokens.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int sideMargin = 11; ///< The same as in the headings of tables.
constexpr int endMargin = 7;
constexpr auto captionSize = 0.85;

QFont captionFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * captionSize);
    return small;
}

int sentenceHeight(const QFontMetrics& metrics, int width, const QString& sentence)
{
    return metrics.boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, sentence).height();
}

} // namespace

void TimelineDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString sentence = std::exchange(row.text, {});
    row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const Tokens& tokens = tokensOf(row.widget->palette());
    QRect room = option.rect.adjusted(sideMargin, endMargin, -sideMargin, -endMargin);
    painter->save();
    painter->setFont(row.font);
    painter->setPen(tokens.text);
    painter->drawText(room, Qt::TextWordWrap, sentence);
    room.setTop(room.top() + sentenceHeight(row.fontMetrics, room.width(), sentence));
    painter->setFont(captionFont(row.font));
    const auto say = [&](const QString& text, const QColor& color) {
        painter->setPen(color);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop, text);
        room.setLeft(room.left() + painter->fontMetrics().horizontalAdvance(text));
    };
    const auto part = [&index](int column) {
        return index.siblingAtColumn(column).data().toString();
    };
    const QString between = u" \u00b7 "_s;
    say(index.data(JournalModel::MomentRole).toString(), tokens.muted);
    if (const QString result = part(JournalModel::Result); !result.isEmpty()) {
        const auto tone = Tone(index.data(JournalModel::ToneRole).toInt());
        say(between, tokens.muted);
        say(result, tone == Tone::Neutral ? tokens.muted : colorOf(tone, tokens));
    }
    if (const QString duration = part(JournalModel::Duration); !duration.isEmpty())
        say(between + duration, tokens.muted);
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int width = option.rect.width() - 2 * sideMargin;
    return {option.rect.width(),
        sentenceHeight(option.fontMetrics, width, index.data().toString())
            + QFontMetrics(captionFont(option.font)).height() + 2 * endMargin};
}

} // namespace jetbridge::ui
