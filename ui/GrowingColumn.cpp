// SPDX-License-Identifier: GPL-3.0-or-later
#include "GrowingColumn.h"

#include "Tokens.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

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

void GrowingColumn::fit()
{
    const QHeaderView* header = m_table->horizontalHeader();
    int others = 0;
    for (int column = 0; column < header->count(); ++column)
        others += column == m_column ? 0 : header->sectionSize(column); // 0 for a hidden one
    const int least = std::max(
        header->sectionSizeHint(m_column), m_letters * m_table->fontMetrics().averageCharWidth());
    m_table->setColumnWidth(m_column, std::max(least, m_table->viewport()->width() - others));
}

} // namespace jetbridge::ui
