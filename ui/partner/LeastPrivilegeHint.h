// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"
#include "ports/Exchanges.h"

#include <QLabel>

namespace jetbridge::ui {

/// Names the requested scopes that no recorded call has used (guide, 1: Principle of Least
/// Privilege). It is empty as long as no call was recorded.
class LeastPrivilegeHint : public QLabel {
    Q_OBJECT

public:
    /// `traffic` must outlive the label.
    explicit LeastPrivilegeHint(RecordedTraffic& traffic, QWidget* parent = nullptr);
    /// Sets the scopes that are in the form.
    void show(const Scopes& asked);
    /// Reads the recorded calls again.
    void load();

private:
    void say();

    RecordedTraffic& m_traffic;
    Scopes m_asked;
    QList<ApiCall> m_calls;
};

} // namespace jetbridge::ui
