// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/RequestsCard.h"

#include "console/EmbeddedSimulator.h"
#include "console/SimulatorControl.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/StatusWords.h"
#include "parts/Tokens.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int mostShown = 500;
constexpr auto pause = std::chrono::seconds(1);

enum Column { Time, Direction, Request, Status, ColumnCount };

} // namespace

RequestsCard::RequestsCard(EmbeddedSimulator& simulator, QWidget* parent)
    : QWidget(parent)
    , m_simulator(simulator)
    , m_requests(0, ColumnCount)
    , m_said(parts::caption(this, "simulatorRequestsSaid"_L1))
    , m_table(new QTableView)
{
    m_requests.setHorizontalHeaderLabels(
        {tr("Time"), tr("Direction"), tr("Request"), tr("Status")});
    m_table->setObjectName(u"simulatorRequests"_s);
    m_table->setAccessibleName(tr("Requests of the simulator, newest first"));
    m_table->setModel(&m_requests);
    form::asRows(m_table);
    m_table->setFixedHeight(8 * controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    new GrowingColumn(m_table, Request, 20);
    auto* clearIt = parts::button(this, "clearSimulatorRequests"_L1, tr("Clear"));
    clearIt->setAccessibleName(tr("Clear the requests"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    column->addWidget(m_said);
    column->addWidget(m_table);
    column->addWidget(clearIt, 0, Qt::AlignLeft);
    m_said->setText(tr("What came to SmartRecruiters' side and left from it. Secrets are masked."));

    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &RequestsCard::refresh);
    connect(clearIt, &QPushButton::clicked, this, &RequestsCard::clear);
    connect(&m_simulator, &EmbeddedSimulator::changed, this, [this] {
        m_requests.removeRows(0, m_requests.rowCount());
        m_last = 0;
    });
}

void RequestsCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void RequestsCard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_again.stop();
}

void RequestsCard::refresh()
{
    if (!m_simulator.isRunning())
        return;
    QCoro::connect(
        m_simulator.control().requests(m_last), this, [this](const Outcome<QJsonArray>& requests) {
            if (isVisible())
                m_again.start();
            if (!requests)
                return;
            for (const QJsonValue& value : *requests) {
                const auto text = [&value](const char* field) {
                    return value[QLatin1String(field)].toString();
                };
                m_last = std::max(m_last, value["number"_L1].toInteger());
                // Requests of this window to the simulator's control interface are not shown.
                if (QUrl(text("url")).path().startsWith("/_simulator/"_L1))
                    continue;
                const QDateTime at = QDateTime::fromString(text("at"), Qt::ISODateWithMs);
                const int status = value["status"_L1].toInt();
                auto* request =
                    new QStandardItem(Mask::text(u"%1 %2"_s.arg(text("method"), text("url"))));
                request->setToolTip(request->text());
                auto* when = new QStandardItem(at.toLocalTime().toString(u"HH:mm:ss"_s));
                when->setToolTip(exactTime(at));
                m_requests.insertRow(0,
                    {when,
                        new QStandardItem(
                            text("direction") == "out"_L1 ? tr("to you") : tr("from you")),
                        request,
                        new QStandardItem(status > 0 ? QString::number(status) : tr("none"))});
            }
            if (m_requests.rowCount() > mostShown)
                m_requests.removeRows(mostShown, m_requests.rowCount() - mostShown);
        });
}

void RequestsCard::clear()
{
    QCoro::connect(
        m_simulator.control().clearRequests(), this, [this](const Outcome<Done>& cleared) {
            if (!cleared) {
                m_said->setText(explainBriefly(cleared.error(), Errand::Simulator));
                return;
            }
            m_requests.removeRows(0, m_requests.rowCount());
        });
}

} // namespace jetbridge::ui
