// SPDX-License-Identifier: GPL-3.0-or-later
#include "home/WeeksChart.h"

#include "parts/Tokens.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

WeeksChart::WeeksChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"homeChart"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void WeeksChart::show(
    const QDateTime& from, const QList<CompaniesOfWeek>& weeks, const CompaniesOfWeek& sum)
{
    m_from = from;
    m_weeks = weeks;
    setAccessibleName(tr("Connected, disabled and failing companies by week"));
    setAccessibleDescription(tr("In the last 12 weeks: %1 connected, %2 disabled, %3 failing.")
                                 .arg(sum.connected)
                                 .arg(sum.disabled)
                                 .arg(sum.failing));
    update();
}

QSize WeeksChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 9};
}

QSize WeeksChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 7};
}

QRect WeeksChart::placeOf(int week) const
{
    const int bottom = height() - fontMetrics().height() - 4;
    const int left = int(week * width() / std::max<qsizetype>(1, m_weeks.size()));
    const int right = int((week + 1) * width() / std::max<qsizetype>(1, m_weeks.size()));
    return {left, 0, right - left, bottom};
}

QString WeeksChart::dayOf(int week) const
{
    return QLocale().toString(m_from.toLocalTime().date().addDays(7LL * week), u"d MMM"_s);
}

void WeeksChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = tokensOf(palette());
    int most = 1;
    for (const CompaniesOfWeek& week : std::as_const(m_weeks))
        most = std::max({most, week.connected, week.disabled, week.failing});
    for (int i = 0; i < m_weeks.size(); ++i) {
        const QRect place = placeOf(i);
        const CompaniesOfWeek& week = m_weeks.at(i);
        const std::pair<int, QColor> bars[]{
            {week.connected, tokens.ok}, {week.disabled, tokens.muted}, {week.failing, tokens.bad}};
        const int wide = std::clamp((place.width() - 6) / 3, 2, 14);
        int x = place.left() + (place.width() - 3 * wide) / 2;
        for (const auto& [count, color] : bars) {
            // Any number above zero gets a visible bar.
            const int high = count == 0 ? 0 : std::max(3, count * (place.height() - 4) / most);
            painter.fillRect(QRect(x, place.bottom() - high, wide - 1, high), color);
            x += wide;
        }
    }
    painter.setPen(tokens.hairline);
    const int line = placeOf(0).bottom();
    painter.drawLine(0, line, width(), line);
    painter.setPen(tokens.muted);
    const int day = fontMetrics().horizontalAdvance(u"30 MMM "_s);
    int free = 0;
    for (int i = 0; i < m_weeks.size(); ++i) {
        const int x = std::min(placeOf(i).left(), width() - day);
        if (x < free)
            continue;
        painter.drawText(QRect(x, line + 4, day, fontMetrics().height()), Qt::AlignLeft, dayOf(i));
        free = x + day + fontMetrics().averageCharWidth() * 3;
    }
}

bool WeeksChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (int i = 0; i < m_weeks.size(); ++i) {
        const CompaniesOfWeek& week = m_weeks.at(i);
        if (placeOf(i).left() <= help->pos().x() && help->pos().x() <= placeOf(i).right())
            QToolTip::showText(help->globalPos(),
                tr("Week of %1: %2 connected, %3 disabled, %4 failing")
                    .arg(dayOf(i))
                    .arg(week.connected)
                    .arg(week.disabled)
                    .arg(week.failing),
                this);
    }
    return true;
}

} // namespace jetbridge::ui
