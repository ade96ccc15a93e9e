// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/IssuedClientsCard.h"

#include "console/Customers.h"
#include "parts/FailureText.h"
#include "parts/Mask.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int mostShown = 500;

} // namespace

IssuedClientsCard::IssuedClientsCard(Customers& customers, QWidget* parent)
    : LatestCard(u"issuedClients"_s, {tr("Company"), u"clientId"_s, tr("State")}, 1, parent)
    , m_customers(customers)
{
    setTableName(tr("Clients issued to SmartRecruiters, newest first"));
    connect(&m_customers, &Customers::integrationChanged, this, [this] { refreshSoon(); });
}

void IssuedClientsCard::refresh()
{
    QCoro::connect(m_customers.issuedClients().all(), this,
        [this](const Outcome<QList<IssuedClient>>& clients) {
            if (!clients) {
                say(explainBriefly(clients.error(), Errand::Here));
                return;
            }
            QList<QList<QStandardItem*>> rows;
            const qsizetype shown = std::min<qsizetype>(clients->size(), mostShown);
            for (qsizetype i = 0; i < shown; ++i) {
                const IssuedClient& client = clients->at(clients->size() - 1 - i);
                rows.append({new QStandardItem(Mask::company(client.company)),
                    new QStandardItem(Mask::identifier(client.clientId.text())),
                    new QStandardItem(client.withdrawn ? tr("Withdrawn") : tr("Valid"))});
            }
            list(rows,
                shown == 0
                    ? tr("None yet. A bi-directional integration gives SmartRecruiters one for "
                         "each customer.")
                    : tr("%L1 in all. Only the SHA-256 of a secret is kept here.")
                          .arg(clients->size()));
        });
}

} // namespace jetbridge::ui
