// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"

#include <QFrame>

class QLabel;

namespace jetbridge::ui {

/// Preview of the application as the Apps & Integrations page will show it (guide, 1: logo,
/// description). A logo on another server is not fetched; the first letter of the name stands in
/// its place.
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

/// Returns the picture in a data: URL; a null image if it contains none.
QImage imageOf(const QUrl& dataUrl);

} // namespace jetbridge::ui
