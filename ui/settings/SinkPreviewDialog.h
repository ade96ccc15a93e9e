// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sink.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace jetbridge {
class Customers;
class Deliveries;
} // namespace jetbridge

namespace jetbridge::ui {

/// Checks whether a sink can be used, and shows what would go where, with every secret masked.
/// Nothing is delivered.
class SinkPreviewDialog : public QDialog {
    Q_OBJECT

public:
    SinkPreviewDialog(
        Deliveries& deliveries, Customers& customers, const Sink& sink, QWidget* parent = nullptr);

private:
    QLabel* m_said;
    QPlainTextEdit* m_places;
};

} // namespace jetbridge::ui
