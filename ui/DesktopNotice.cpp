// SPDX-License-Identifier: GPL-3.0-or-later
#include "DesktopNotice.h"

#include "domain/Harmless.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr auto service = "org.freedesktop.Notifications";
constexpr auto path = "/org/freedesktop/Notifications";
constexpr auto openAction = "default"; // a click on the notification itself
constexpr int untilDismissed = -1; // the desktop decides how long

} // namespace

DesktopNotice::DesktopNotice(QObject* parent)
    : QObject(parent)
{
    QDBusConnection::sessionBus().connect(QLatin1String(service), QLatin1String(path),
        QLatin1String(service), u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
}

void DesktopNotice::show(const QString& title, const QString& text, const QString& key)
{
    auto call = QDBusMessage::createMethodCall(
        QLatin1String(service), QLatin1String(path), QLatin1String(service), u"Notify"_s);
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()}};
    // The text may come from others, so it is escaped and the desktop does not read it as markup.
    call << QCoreApplication::applicationName() << 0U << u"jetbridge"_s << title
         << harmless::html(text) << QStringList{QLatin1String(openAction), tr("Show")} << hints
         << untilDismissed;
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, title, text, key] {
        const QDBusPendingReply<uint> id = *answer;
        answer->deleteLater();
        if (id.isError())
            Q_EMIT failed(title, text);
        else
            m_keys.insert(id.value(), key);
    });
}

void DesktopNotice::takeAction(uint id, const QString& action)
{
    const QString key = m_keys.take(id);
    if (!key.isEmpty() && action == QLatin1String(openAction))
        Q_EMIT opened(key);
}

} // namespace jetbridge::ui
