// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Scopes.h"
#include "ports/Overview.h"

#include <QLabel>

namespace jetbridge::ui {

/// Says how many connected customers have not consented to all scopes that are in the form, and of
/// how many it is not known. It is empty if there are none.
class ConsentAgainHint : public QLabel {
    Q_OBJECT

public:
    /// `overview` must outlive the label.
    explicit ConsentAgainHint(Overview& overview, QWidget* parent = nullptr);
    /// Sets the scopes that are in the form.
    void show(const Scopes& asked);
    /// Reads the consents again.
    void load();

private:
    void say();

    Overview& m_overview;
    Scopes m_asked;
    QList<CompaniesOfScopes> m_consents;
};

} // namespace jetbridge::ui
