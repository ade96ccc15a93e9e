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

/// What reaches the person while the window is elsewhere: the desktop's notices, and a place in
/// the tray where there is one.
class Tray : public QObject {
    Q_OBJECT

public:
    /// `window` outlives it.
    explicit Tray(QWidget& window);

    /// Takes a place in the tray; after the window is up, whose icon it shows.
    void appear();
    /// Tells of a notification that SmartRecruiters sent.
    void say(const Notification& notification);

Q_SIGNALS:
    void windowWanted();
    void quitWanted();
    /// The person clicked on a notice about this company.
    void customerWanted(const QString& company);

private:
    QWidget& m_window;
    DesktopNotice* m_notice;
    QSystemTrayIcon* m_icon = nullptr;
};

} // namespace jetbridge::ui
