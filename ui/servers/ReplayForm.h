// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Journal.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace jetbridge {
class Endpoints;
}

namespace jetbridge::ui {

/// Shows a notification as it was received, and sends it to another URL, unchanged or edited.
class ReplayForm : public QWidget {
    Q_OBJECT

public:
    explicit ReplayForm(Endpoints& endpoints, QWidget* parent = nullptr);
    void show(const Notification& notification);

private:
    void send();

    Endpoints& m_endpoints;
    Notification m_notification;
    QPlainTextEdit* m_body;
    QCheckBox* m_edit;
    QLineEdit* m_url;
    QLineEdit* m_bearer;
    QPushButton* m_send;
    QLabel* m_said;
};

} // namespace jetbridge::ui
