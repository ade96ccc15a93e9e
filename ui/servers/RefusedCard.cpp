// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/RefusedCard.h"

#include "FailureText.h"
#include "Form.h"
#include "Tokens.h"
#include "console/Console.h"
#include "customers/StatusWords.h"
#include "onboard/Parts.h"
#include "servers/RefusedRequests.h"

#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace jetbridge::ui {

namespace {

constexpr int mostShown = 50;
constexpr auto pause = std::chrono::milliseconds(500);

enum Column { Received, Request, Status, Reason, ColumnCount };

} // namespace

RefusedCard::RefusedCard(Console& console, QWidget* parent)
    : QWidget(parent)
    , m_console(console)
    , m_requests(0, ColumnCount)
    , m_said(parts::caption(this, QLatin1String("refusedSaid")))
    , m_table(new QTableView)
{
    m_requests.setHorizontalHeaderLabels(
        {tr("Received"), tr("Request"), tr("Status"), tr("Why it was refused")});
    m_table->setObjectName(QStringLiteral("refusedRequests"));
    m_table->setAccessibleName(tr("Refused requests, newest first"));
    m_table->setModel(&m_requests);
    form::asRows(m_table);
    m_table->setFixedHeight(6 * controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(Reason, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    column->addWidget(m_said);
    column->addWidget(m_table);
    m_table->hide();

    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(pause);
    connect(&m_refreshSoon, &QTimer::timeout, this, &RefusedCard::refresh);
    connect(&m_console, &Console::trafficRecorded, this, [this] {
        if (isVisible() && !m_refreshSoon.isActive())
            m_refreshSoon.start();
    });
}

void RefusedCard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void RefusedCard::refresh()
{
    QCoro::connect(refusedRequests(m_console.traffic(), mostShown), this,
        [this](const Outcome<QList<RefusedRequest>>& refused) {
            if (!refused) {
                m_said->setText(explain(refused.error(), Step::Preflight).what);
                return;
            }
            m_requests.removeRows(0, m_requests.rowCount());
            const QDateTime now = QDateTime::currentDateTimeUtc();
            for (const RefusedRequest& one : *refused) {
                auto* received = new QStandardItem(relativeTime(one.exchange.at, now));
                received->setToolTip(
                    QLocale().toString(one.exchange.at.toLocalTime(), QLocale::LongFormat));
                auto* reason = new QStandardItem(one.reason);
                reason->setToolTip(one.reason);
                m_requests.appendRow({received,
                    new QStandardItem(QStringLiteral("%1 %2").arg(
                        QString::fromLatin1(one.exchange.method), one.exchange.url.path())),
                    new QStandardItem(QString::number(one.exchange.status)), reason});
            }
            m_table->setVisible(!refused->isEmpty());
            m_said->setText(refused->isEmpty()
                    ? tr("Nothing was refused at consentUrl, oauthTokenUrl and callbackUrl lately.")
                    : tr("The last ones at consentUrl, oauthTokenUrl and callbackUrl, newest "
                         "first."));
        });
}

} // namespace jetbridge::ui
