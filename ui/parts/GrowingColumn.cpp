// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/GrowingColumn.h"

#include "parts/Tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace jetbridge::ui {

GrowingColumn::GrowingColumn(QTableView* table, int column, int letters)
    : QObject(table)
    , m_table(table)
    , m_column(column)
    , m_letters(letters)
{
    m_table->horizontalHeader()->setSectionResizeMode(m_column, QHeaderView::Interactive);
    m_table->viewport()->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int resized) {
        if (resized != m_column)
            fit();
    });
    fit();
}

bool GrowingColumn::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        fit();
    return QObject::eventFilter(watched, event);
}

void GrowingColumn::setYielding(QList<int> columns)
{
    m_yielding = std::move(columns);
    fit();
}

void GrowingColumn::setWanted(int column, bool isWanted)
{
    if (isWanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    m_table->setColumnHidden(column, !isWanted);
    fit();
}

void GrowingColumn::fit()
{
    if (std::exchange(m_isFitting, true))
        return;
    const QHeaderView* header = m_table->horizontalHeader();
    const int letters = m_letters * m_table->fontMetrics().averageCharWidth();
    const int least = std::max(header->sectionSizeHint(m_column), letters);
    for (const int column : std::as_const(m_yielding))
        m_table->setColumnHidden(column, m_unwanted.contains(column));
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        others += column == m_column ? 0 : header->sectionSize(column); // 0 for a hidden column
    const int room = m_table->viewport()->width();
    for (const int column : std::as_const(m_yielding)) {
        if (others + least <= room)
            break;
        others -= header->sectionSize(column);
        m_table->setColumnHidden(column, true);
    }
    // If no more columns can be hidden, the heading is cut before the table scrolls sideways.
    m_table->setColumnWidth(m_column, std::max(letters, room - others));
    m_isFitting = false;
}

} // namespace jetbridge::ui
