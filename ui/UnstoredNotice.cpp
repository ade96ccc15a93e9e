// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnstoredNotice.h"

#include "console/Onboardings.h"
#include "customers/HandOverDialog.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

UnstoredNotice::UnstoredNotice(Onboardings& onboardings, Customers& customers, QWidget* parent)
    : QFrame(parent)
    , m_onboardings(onboardings)
    , m_customers(customers)
    , m_said(parts::text(this, "unstoredSaid"_L1))
    , m_check(parts::button(this, "checkKeychain"_L1, tr("Ask the keychain now")))
{
    setObjectName(u"unstoredNotice"_s);
    auto* handOver = parts::button(this, "handOverUnstored"_L1, tr("Hand over..."));
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(
        spacing::between, spacing::inside, spacing::between, spacing::inside);
    across->setSpacing(spacing::between);
    across->addWidget(m_said, 1);
    across->addWidget(m_check);
    across->addWidget(handOver);
    connect(m_check, &QPushButton::clicked, this, &UnstoredNotice::checkWanted);
    connect(handOver, &QPushButton::clicked, this, [this] {
        const QList<Unstored> waiting = m_onboardings.unstored();
        if (!waiting.isEmpty())
            (new HandOverDialog(m_customers, waiting.first().integration, this))->open();
    });
    connect(&m_onboardings, &Onboardings::unstoredChanged, this, &UnstoredNotice::refresh);
    refresh();
}

QString UnstoredNotice::companies(const Onboardings& onboardings)
{
    QStringList names;
    const QList<Unstored> waiting = onboardings.unstored();
    for (const Unstored& one : waiting)
        names.append(Mask::company(one.integration));
    return names.join(", "_L1);
}

bool UnstoredNotice::areInVault(const Onboardings& onboardings)
{
    const QList<Unstored> waiting = onboardings.unstored();
    return std::all_of(
        waiting.begin(), waiting.end(), [](const Unstored& one) { return one.isInVault; });
}

FailureText UnstoredNotice::why(const Onboardings& onboardings)
{
    // The latest of them has the current reason.
    const QList<Unstored> waiting = onboardings.unstored();
    return waiting.isEmpty() ? FailureText() : explain(waiting.last().why, Step::Store);
}

void UnstoredNotice::refresh()
{
    const QString names = companies(m_onboardings);
    setVisible(!names.isEmpty());
    const QList<Unstored> waiting = m_onboardings.unstored();
    m_check->setVisible(std::any_of(waiting.begin(), waiting.end(),
        [](const Unstored& one) { return one.why.kind == FailureKind::VaultUnavailable; }));
    const QString said = areInVault(m_onboardings)
        ? tr("Not stored yet: the customer-level credentials of %1. %2 The keychain has them; "
             "Jetbridge tries again every few seconds. If you quit, the next start finds them.")
        : tr("Not stored yet: the customer-level credentials of %1. %2 SmartRecruiters "
             "showed them once; Jetbridge holds them in memory and tries again every few "
             "seconds. Quitting now loses them.");
    m_said->setText(said.arg(names, why(m_onboardings).what));
    setAccessibleName(m_said->text());
}

} // namespace jetbridge::ui
