// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomerDeliveries.h"

#include "console/Deliveries.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/StatusLamp.h"
#include "parts/StatusWords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Returns the exact time that the words about a delivery stand for; empty: none.
QString exactTimeOf(const Delivery& one)
{
    if (one.state != DeliveryState::Waiting)
        return exactTime(one.endedAt);
    return one.due.toMSecsSinceEpoch() == 0 ? QString() : exactTime(one.due);
}

/// Tells when a delivery is tried next; the beginning of time is at once.
QString nextTry(const Delivery& one)
{
    return one.due.toMSecsSinceEpoch() == 0
        ? CustomerDeliveries::tr("Next try: at once")
        : CustomerDeliveries::tr("Next try: %1").arg(timeUntil(one.due));
}

QString waitingWords(const Delivery& one)
{
    const bool isHandedOver = handsOver(one.event);
    if (one.why.isEmpty())
        return (isHandedOver ? CustomerDeliveries::tr("waiting for delivery. %1")
                             : CustomerDeliveries::tr("waiting to be taken back. %1"))
            .arg(nextTry(one));
    return (isHandedOver ? CustomerDeliveries::tr("could not be delivered: %1 %2")
                         : CustomerDeliveries::tr("could not be taken back: %1 %2"))
        .arg(one.why, nextTry(one));
}

} // namespace

CustomerDeliveries::CustomerDeliveries(Deliveries& deliveries, QWidget* parent)
    : QWidget(parent)
    , m_deliveries(deliveries)
    , m_rows(new QVBoxLayout)
    , m_retry(parts::button(this, "retryDeliveries"_L1, tr("Retry now")))
    , m_said(parts::text(this, "deliveriesSaid"_L1))
    , m_readSoon(new QTimer(this))
{
    setObjectName(u"customerDeliveries"_s);
    auto* title = parts::caption(this, "customerDeliveriesTitle"_L1);
    title->setText(tr("Delivery"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::inside);
    column->addWidget(title);
    m_rows->setSpacing(spacing::inside);
    column->addLayout(m_rows);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    column->addWidget(m_said);
    m_said->hide();
    hide();

    // tried() comes right before the result is written: reading waits until that is on its way.
    m_readSoon->setSingleShot(true);
    m_readSoon->setInterval(0);
    connect(m_readSoon, &QTimer::timeout, this, &CustomerDeliveries::read);
    connect(&deliveries, &Deliveries::changed, this, [this](const IntegrationId& integration) {
        if (integration.isEmpty() || integration == m_integration)
            m_readSoon->start();
    });
    connect(&deliveries, &Deliveries::tried, this, [this](const Delivery& delivery) {
        if (delivery.integration == m_integration)
            m_readSoon->start();
    });
    connect(m_retry, &QPushButton::clicked, this, &CustomerDeliveries::retry);
}

CustomerDeliveries::Standing CustomerDeliveries::standingOf(const Delivery& last)
{
    const auto named = [&last](const QString& words) {
        return Mask::text(words.arg(last.why));
    };
    switch (last.state) {
    case DeliveryState::Done:
        if (handsOver(last.event))
            return {Tone::Good, tr("delivered %1").arg(relativeTime(last.endedAt))};
        return {Tone::Neutral, tr("taken back %1").arg(relativeTime(last.endedAt))};
    case DeliveryState::Waiting:
        return {last.why.isEmpty() ? Tone::Careful : Tone::Bad, Mask::text(waitingWords(last))};
    case DeliveryState::LeftAlone:
        return {Tone::Neutral, named(tr("nothing to take back: %1"))};
    case DeliveryState::GivenUp:
        return {Tone::Bad, named(tr("refused for good: %1"))};
    case DeliveryState::Superseded:
        return {Tone::Neutral, named(tr("not delivered: %1"))};
    }
    Q_UNREACHABLE();
}

void CustomerDeliveries::show(const IntegrationId& integration)
{
    if (integration == m_integration)
        return;
    m_integration = integration;
    m_said->hide();
    list({});
    read();
}

void CustomerDeliveries::read()
{
    if (m_integration.isEmpty())
        return;
    Outbox::Query query;
    query.integration = m_integration;
    QCoro::connect(m_deliveries.outbox().list(query), this,
        [this, id = m_integration](const Outcome<QList<Delivery>>& deliveries) {
            if (id != m_integration)
                return;
            if (deliveries)
                return list(*deliveries);
            setVisible(true);
            form::say(m_said, Tone::Bad, explainBriefly(deliveries.error(), Errand::Here));
        });
}

void CustomerDeliveries::list(const QList<Delivery>& deliveries)
{
    while (QLayoutItem* row = m_rows->takeAt(0)) {
        row->widget()->hide();
        row->widget()->deleteLater();
        delete row;
    }
    bool isWaiting = false;
    for (const Delivery& one : standingDeliveries(deliveries)) {
        isWaiting = isWaiting || one.state == DeliveryState::Waiting;
        auto* lamp = new StatusLamp("customerDelivery", one.sinkName, this);
        lamp->setWordWrap(true);
        const Standing standing = standingOf(one);
        lamp->show(standing.tone, parts::breakable(standing.words));
        const QString exact = exactTimeOf(one);
        lamp->setToolTip(exact.isEmpty() ? Mask::text(one.place)
                                         : Mask::text(one.place) + QLatin1Char('\n') + exact);
        m_rows->addWidget(lamp);
    }
    m_retry->setVisible(isWaiting);
    setVisible(!deliveries.isEmpty());
}

void CustomerDeliveries::retry()
{
    Outbox::Query query;
    query.integration = m_integration;
    m_said->hide();
    // The registry tells everybody who delivers that something is due now.
    QCoro::connect(m_deliveries.outbox().retry(query), this,
        [this, id = m_integration](const Outcome<int>& due) {
            if (id == m_integration && !due)
                form::say(m_said, Tone::Bad, explainBriefly(due.error(), Errand::Here));
        });
}

} // namespace jetbridge::ui
