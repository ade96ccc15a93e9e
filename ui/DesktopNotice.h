// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace jetbridge::ui {

/// Notifications of the desktop (org.freedesktop.Notifications), which also work without a tray.
class DesktopNotice : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotice(QObject* parent = nullptr);

    /// Asks the desktop to show a notification and does not wait. `key` is passed to opened().
    /// failed() is emitted if no desktop shows it.
    void show(const QString& title, const QString& text, const QString& key);

Q_SIGNALS:
    /// The person clicked on the notification.
    void opened(const QString& key);
    void failed(const QString& title, const QString& text);

private Q_SLOTS:
    void takeAction(uint id, const QString& action);

private:
    QHash<uint, QString> m_keys;
};

} // namespace jetbridge::ui
