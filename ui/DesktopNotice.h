// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

namespace jetbridge::ui {

/// Notifications of the desktop (org.freedesktop.Notifications), also where there is no tray.
class DesktopNotice : public QObject {
    Q_OBJECT

public:
    explicit DesktopNotice(QObject* parent = nullptr);

    /// Asks the desktop to show it and waits for nothing; `key` comes back with opened(). failed()
    /// when no desktop takes it.
    void show(const QString& title, const QString& text, const QString& key);

Q_SIGNALS:
    /// The person clicked on it.
    void opened(const QString& key);
    void failed(const QString& title, const QString& text);

private Q_SLOTS:
    void takeAction(uint id, const QString& action);

private:
    QHash<uint, QString> m_keys;
};

} // namespace jetbridge::ui
