// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalView.h"

#include "journal/JournalModel.h"
#include "journal/TimelineDelegate.h"
#include "parts/ColumnScroll.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/RowDelegate.h"
#include "parts/Tokens.h"

#include <QEvent>
#include <QHeaderView>

#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int tableLetters = 64; ///< In a narrower view, lines are stacked.

/// Draws the result's word and the links in their colours.
class ResultDelegate : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const Tokens& tokens = tokensOf(option->widget->palette());
        const auto tone = Tone(index.data(JournalModel::ToneRole).toInt());
        if (index.column() == JournalModel::Open)
            option->palette.setColor(QPalette::Text, tokens.accent);
        else if (tone != Tone::Neutral)
            option->palette.setColor(QPalette::Text, colorOf(tone, tokens));
    }
};

} // namespace

JournalView::JournalView(JournalModel& journal, QWidget* parent)
    : QTableView(parent)
    , m_stacked(new TimelineDelegate(this))
{
    setObjectName(u"onboardJournal"_s);
    setAccessibleName(tr("What happened"));
    setModel(&journal);
    form::asRows(this);
    for (const int column : {JournalModel::Result, JournalModel::Open})
        setItemDelegateForColumn(column, new ResultDelegate(this));
    setTextElideMode(Qt::ElideRight);
    setFrameShape(QFrame::NoFrame);
    setMinimumHeight(96);
    fitColumns();
    m_columns = new GrowingColumn(this, JournalModel::Sentence, 16);
    m_columns->setYielding({JournalModel::Duration});
    // The number of text lines depends on the width.
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (m_isStacked)
            resizeRowsToContents();
    });
    connect(this, &QTableView::activated, this, &JournalView::open);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& line) {
        if (line.column() == JournalModel::Open)
            open(line);
    });
}

void JournalView::showAsTimeline()
{
    m_isTimeline = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    stack(true);
}

void JournalView::stack(bool isStacked)
{
    if (isStacked == std::exchange(m_isStacked, isStacked))
        return;
    for (const int column : {JournalModel::Time, JournalModel::Result, JournalModel::Duration})
        m_columns->setWanted(column, !isStacked);
    setItemDelegateForColumn(JournalModel::Sentence, isStacked ? m_stacked : nullptr);
    setWordWrap(isStacked);
    horizontalHeader()->setVisible(!isStacked);
    verticalHeader()->setSectionResizeMode(
        isStacked ? QHeaderView::ResizeToContents : QHeaderView::Interactive);
    fitColumns();
}

void JournalView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (!m_isTimeline)
        stack(width() < tableLetters * fontMetrics().averageCharWidth());
}

void JournalView::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_isTimeline)
        setFixedHeight(verticalHeader()->length() + 2 * frameWidth());
}

void JournalView::scrollTo(const QModelIndex& line, ScrollHint hint)
{
    QTableView::scrollTo(line, hint);
    if (!m_isTimeline || !line.isValid())
        return;
    QScrollArea* page = scrollAround(*this);
    if (!page)
        return;
    const QRect place = visualRect(line);
    for (const QPoint corner : {place.bottomLeft(), place.topLeft()})
        page->ensureVisible(0, viewport()->mapTo(page->widget(), corner).y(), 0, spacing::inside);
}

void JournalView::open(const QModelIndex& line)
{
    if (const qint64 number = line.data(JournalModel::ExchangeRole).toLongLong())
        Q_EMIT exchangeWanted(number);
}

void JournalView::fitColumns()
{
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    const auto fit = [this](int column, const QString& widest) {
        setColumnWidth(column,
            std::max(fontMetrics().horizontalAdvance(widest) + 24,
                horizontalHeader()->sectionSizeHint(column)));
    };
    fit(JournalModel::Time, u"00:00:00"_s);
    fit(JournalModel::Result, tr("redirected"));
    fit(JournalModel::Duration, u"00000 ms"_s);
    fit(JournalModel::Open, tr("open"));
}

void JournalView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

} // namespace jetbridge::ui
