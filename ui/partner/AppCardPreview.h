// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"

#include <QFrame>

class QLabel;

namespace jetbridge::ui {

/// The application as the Apps & Integrations page will show it (guide, 1: logo, description). A
/// logo elsewhere is not fetched: its place shows the name's first letter.
class AppCardPreview : public QFrame {
    Q_OBJECT

public:
    explicit AppCardPreview(QWidget* parent = nullptr);
    void show(const Application& application);

private:
    QLabel* m_logo;
    QLabel* m_name;
    QLabel* m_description;
    QLabel* m_visibility;
};

/// The picture of a data: URL; null when there is none in it.
QImage imageOf(const QUrl& dataUrl);

} // namespace jetbridge::ui
