// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"
#include "ports/Exchanges.h"

#include <QLabel>

namespace jetbridge::ui {

/// Which of the scopes asked for no recorded call used (guide, 1: Principle of Least Privilege).
/// Says nothing as long as no call was recorded.
class LeastPrivilegeHint : public QLabel {
    Q_OBJECT

public:
    /// `traffic` outlives the label.
    explicit LeastPrivilegeHint(RecordedTraffic& traffic, QWidget* parent = nullptr);
    /// The scopes as they stand in the form.
    void show(const Scopes& asked);
    /// Looks again what was called.
    void load();

private:
    void say();

    RecordedTraffic& m_traffic;
    Scopes m_asked;
    QList<ApiCall> m_calls;
};

} // namespace jetbridge::ui
