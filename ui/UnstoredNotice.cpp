// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnstoredNotice.h"

#include "console/Console.h"
#include "customers/HandOverDialog.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace jetbridge::ui {

UnstoredNotice::UnstoredNotice(Console& console, QWidget* parent)
    : QFrame(parent)
    , m_console(console)
    , m_said(parts::text(this, QLatin1String("unstoredSaid")))
    , m_check(parts::button(this, QLatin1String("checkKeychain"), tr("Ask the keychain now")))
{
    setObjectName(QStringLiteral("unstoredNotice"));
    auto* handOver = parts::button(this, QLatin1String("handOverUnstored"), tr("Hand over..."));
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(
        spacing::between, spacing::inside, spacing::between, spacing::inside);
    across->setSpacing(spacing::between);
    across->addWidget(m_said, 1);
    across->addWidget(m_check);
    across->addWidget(handOver);
    connect(m_check, &QPushButton::clicked, this, &UnstoredNotice::checkWanted);
    connect(handOver, &QPushButton::clicked, this, [this] {
        const QList<Unstored> waiting = m_console.unstored();
        if (!waiting.isEmpty())
            (new HandOverDialog(m_console, waiting.first().integration, this))->open();
    });
    connect(&m_console, &Console::unstoredChanged, this, &UnstoredNotice::refresh);
    refresh();
}

QString UnstoredNotice::companies(const Console& console)
{
    QStringList names;
    const QList<Unstored> waiting = console.unstored();
    for (const Unstored& one : waiting)
        names.append(Mask::company(one.integration));
    return names.join(QLatin1String(", "));
}

FailureText UnstoredNotice::why(const Console& console)
{
    // The latest of them has the current reason.
    const QList<Unstored> waiting = console.unstored();
    return waiting.isEmpty() ? FailureText() : explain(waiting.last().why, Step::Store);
}

void UnstoredNotice::refresh()
{
    const QString names = companies(m_console);
    setVisible(!names.isEmpty());
    const QList<Unstored> waiting = m_console.unstored();
    m_check->setVisible(std::any_of(waiting.begin(), waiting.end(),
        [](const Unstored& one) { return one.why.kind == FailureKind::VaultUnavailable; }));
    m_said->setText(tr("Not stored yet: the customer-level credentials of %1. %2 SmartRecruiters "
                       "showed them once; Jetbridge holds them in memory and tries again every few "
                       "seconds. Quitting now loses them.")
                        .arg(names, why(m_console).what));
    setAccessibleName(m_said->text());
}

} // namespace jetbridge::ui
