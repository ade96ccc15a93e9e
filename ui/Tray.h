// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;
class QWidget;

namespace jetbridge {
struct Notification;
}

namespace jetbridge::ui {

class DesktopNotice;

/// Notifies the person while the window is not in front: by desktop notifications, and by an icon
/// in the tray if there is one.
class Tray : public QObject {
    Q_OBJECT

public:
    /// `window` must outlive this object.
    explicit Tray(QWidget& window);

    /// Adds the icon to the tray; call it when the window is up, because it uses the window's icon.
    void appear();
    /// Shows a notification from SmartRecruiters.
    void say(const Notification& notification);

Q_SIGNALS:
    void windowWanted();
    void quitWanted();
    /// The person clicked on a notification about this company.
    void customerWanted(const QString& company);

private:
    QWidget& m_window;
    DesktopNotice* m_notice;
    QSystemTrayIcon* m_icon = nullptr;
};

} // namespace jetbridge::ui
