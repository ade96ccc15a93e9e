// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/RefusedCard.h"

#include "console/TrafficRecords.h"
#include "parts/FailureText.h"
#include "parts/Mask.h"
#include "parts/StatusWords.h"
#include "servers/RefusedRequests.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int mostShown = 50;

} // namespace

RefusedCard::RefusedCard(TrafficRecords& traffic, QWidget* parent)
    : LatestCard(u"refusedRequests"_s, {tr("Received"), tr("Request"), tr("Status"), tr("Reason")},
        3, parent)
    , m_traffic(traffic)
{
    setTableName(tr("Refused requests, newest first"));
    connect(&m_traffic, &TrafficRecords::recorded, this, [this] { refreshSoon(); });
}

void RefusedCard::refresh()
{
    QCoro::connect(refusedRequests(m_traffic.exchanges(), mostShown), this,
        [this](const Outcome<QList<RefusedRequest>>& refused) {
            if (!refused) {
                say(explainBriefly(refused.error(), Errand::Here));
                return;
            }
            QList<QList<QStandardItem*>> rows;
            const QDateTime now = QDateTime::currentDateTimeUtc();
            for (const RefusedRequest& one : *refused) {
                auto* received = new QStandardItem(relativeTime(one.exchange.at, now));
                received->setToolTip(
                    QLocale().toString(one.exchange.at.toLocalTime(), QLocale::LongFormat));
                auto* reason = new QStandardItem(Mask::text(one.reason));
                reason->setToolTip(reason->text());
                rows.append({received,
                    new QStandardItem(u"%1 %2"_s.arg(
                        QString::fromLatin1(one.exchange.method), one.exchange.url.path())),
                    new QStandardItem(QString::number(one.exchange.status)), reason});
            }
            list(rows,
                refused->isEmpty()
                    ? tr("Nothing was refused at consentUrl, oauthTokenUrl and callbackUrl lately.")
                    : tr("The last ones at consentUrl, oauthTokenUrl and callbackUrl, newest "
                         "first."));
        });
}

} // namespace jetbridge::ui
