// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/LatestCard.h"

#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr auto pause = std::chrono::milliseconds(500);
constexpr int rowsInSight = 6;

} // namespace

LatestCard::LatestCard(const QString& name, const QStringList& columns, int widest, QWidget* parent)
    : QWidget(parent)
    , m_rows(0, int(columns.size()))
    , m_said(parts::caption(this, {}))
    , m_table(new QTableView)
{
    m_said->setObjectName(name + "Said"_L1);
    m_rows.setHorizontalHeaderLabels(columns);
    m_table->setObjectName(name);
    m_table->setModel(&m_rows);
    form::asRows(m_table);
    m_table->setFixedHeight(rowsInSight * controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    new GrowingColumn(m_table, widest, 16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    column->addWidget(m_said);
    column->addWidget(m_table);
    m_table->hide();

    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(pause);
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] { refresh(); });
}

void LatestCard::setTableName(const QString& words)
{
    m_table->setAccessibleName(words);
}

void LatestCard::refreshSoon()
{
    if (isVisible() && !m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void LatestCard::list(const QList<QList<QStandardItem*>>& rows, const QString& sentence)
{
    m_rows.removeRows(0, m_rows.rowCount());
    for (const QList<QStandardItem*>& row : rows)
        m_rows.appendRow(row);
    m_table->setVisible(!rows.isEmpty());
    say(sentence);
}

void LatestCard::say(const QString& sentence)
{
    m_said->setText(sentence);
}

void LatestCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace jetbridge::ui
