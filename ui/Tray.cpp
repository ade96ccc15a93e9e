// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tray.h"

#include "DesktopNotice.h"
#include "domain/Journal.h"
#include "parts/Mask.h"

#include <QGuiApplication>
#include <QMenu>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Tray::Tray(QWidget& window)
    : QObject(&window)
    , m_window(window)
    , m_notice(new DesktopNotice(this))
{
    connect(m_notice, &DesktopNotice::opened, this, &Tray::customerWanted);
    connect(
        m_notice, &DesktopNotice::failed, this, [this](const QString& title, const QString& text) {
            if (m_icon)
                m_icon->showMessage(title, text);
        });
}

void Tray::appear()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(m_window.windowIcon(), this);
    m_icon->setToolTip(m_window.windowTitle());
    auto* menu = new QMenu(&m_window);
    menu->addAction(tr("Show Jetbridge"), this, &Tray::windowWanted);
    menu->addAction(tr("Quit"), this, &Tray::quitWanted);
    m_icon->setContextMenu(menu);
    connect(m_icon, &QSystemTrayIcon::activated, this,
        [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                Q_EMIT windowWanted();
        });
    m_icon->show();
}

void Tray::say(const Notification& notification)
{
    const QString company = Mask::company(notification.company);
    m_notice->show(QGuiApplication::applicationDisplayName(),
        notification.eventType == "INTEGRATION_DISABLED"_L1
            ? tr("%1 disabled the integration.").arg(company)
            : tr("%1: %2").arg(company, notification.eventType),
        notification.company.text());
}

} // namespace jetbridge::ui
