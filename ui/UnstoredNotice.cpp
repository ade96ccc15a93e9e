// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnstoredNotice.h"

#include "Parts.h"
#include "Tokens.h"
#include "console/Console.h"
#include "customers/HandOverDialog.h"
#include "demo/Mask.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jetbridge::ui {

UnstoredNotice::UnstoredNotice(Console& console, QWidget* parent)
    : QFrame(parent)
    , m_console(console)
    , m_said(parts::text(this, QLatin1String("unstoredSaid")))
{
    setObjectName(QStringLiteral("unstoredNotice"));
    auto* check = parts::button(this, QLatin1String("checkKeychain"), tr("Ask the keychain now"));
    auto* handOver = parts::button(this, QLatin1String("handOverUnstored"), tr("Hand over..."));
    auto* across = new QHBoxLayout(this);
    across->setContentsMargins(
        spacing::between, spacing::inside, spacing::between, spacing::inside);
    across->setSpacing(spacing::between);
    across->addWidget(m_said, 1);
    across->addWidget(check);
    across->addWidget(handOver);
    connect(check, &QPushButton::clicked, this, &UnstoredNotice::checkWanted);
    connect(handOver, &QPushButton::clicked, this, [this] {
        const QList<Integration> waiting = m_console.unstored();
        if (!waiting.isEmpty())
            (new HandOverDialog(m_console, waiting.first(), this))->open();
    });
    connect(&m_console, &Console::unstoredChanged, this, &UnstoredNotice::refresh);
    refresh();
}

QString UnstoredNotice::companies(const Console& console)
{
    QStringList names;
    const QList<Integration> waiting = console.unstored();
    for (const Integration& integration : waiting)
        names.append(Mask::company(integration));
    return names.join(QLatin1String(", "));
}

void UnstoredNotice::refresh()
{
    const QString names = companies(m_console);
    setVisible(!names.isEmpty());
    m_said->setText(tr("Not stored yet: the customer-level credentials of %1. SmartRecruiters "
                       "showed them once; Jetbridge holds them in memory and tries the keychain "
                       "again every few seconds. Quitting now loses them.")
                        .arg(names));
    setAccessibleName(m_said->text());
}

} // namespace jetbridge::ui
