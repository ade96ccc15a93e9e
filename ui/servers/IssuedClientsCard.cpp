// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/IssuedClientsCard.h"

#include "FailureText.h"
#include "Form.h"
#include "Tokens.h"
#include "console/Console.h"
#include "demo/Mask.h"
#include "onboard/Parts.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace jetbridge::ui {

namespace {

constexpr int mostShown = 500;
constexpr auto pause = std::chrono::milliseconds(500);

enum Column { Company, Client, State, ColumnCount };

} // namespace

IssuedClientsCard::IssuedClientsCard(Console& console, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_clients(0, ColumnCount)
    , m_said(parts::caption(this, QLatin1String("issuedClientsSaid")))
    , m_table(new QTableView)
{
    m_clients.setHorizontalHeaderLabels({tr("Company"), QStringLiteral("clientId"), tr("State")});
    m_table->setObjectName(QStringLiteral("issuedClients"));
    m_table->setAccessibleName(tr("Clients issued to SmartRecruiters, newest first"));
    m_table->setModel(&m_clients);
    form::asRows(m_table);
    m_table->setFixedHeight(6 * controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Client, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    column->addWidget(m_said);
    column->addWidget(m_table);
    m_table->hide();

    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(pause);
    connect(&m_refreshSoon, &QTimer::timeout, this, &IssuedClientsCard::refresh);
    connect(&m_console, &Console::integrationChanged, this, [this] {
        if (isVisible() && !m_refreshSoon.isActive())
            m_refreshSoon.start();
    });
}

void IssuedClientsCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void IssuedClientsCard::refresh()
{
    QCoro::connect(
        m_console.issuedClients().all(), this, [this](const Outcome<QList<IssuedClient>>& clients) {
            if (!clients) {
                m_said->setText(explain(clients.error(), Step::Preflight).what);
                return;
            }
            m_clients.removeRows(0, m_clients.rowCount());
            const qsizetype shown = std::min<qsizetype>(clients->size(), mostShown);
            for (qsizetype i = 0; i < shown; ++i) {
                const IssuedClient& client = clients->at(clients->size() - 1 - i);
                m_clients.appendRow({new QStandardItem(Mask::company(client.company)),
                    new QStandardItem(Mask::identifier(client.clientId.text())),
                    new QStandardItem(client.withdrawn ? tr("Withdrawn") : tr("Good"))});
            }
            m_table->setVisible(shown > 0);
            m_said->setText(shown == 0
                    ? tr("None yet. A bi-directional integration gives SmartRecruiters one for "
                         "each customer.")
                    : tr("%L1 in all. Only the SHA-256 of a secret is kept here.")
                          .arg(clients->size()));
        });
}

} // namespace jetbridge::ui
