// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace jetbridge {
class CurrentEnvironment;
class EmbeddedSimulator;
class Endpoints;
class PartnerAccess;
} // namespace jetbridge

namespace jetbridge::ui {

class StatusLamp;

/// Strip above the pages: the environment, what runs, how many calls wait, and the menu.
class Strip : public QFrame {
    Q_OBJECT

public:
    /// What it shows and works on; each outlives it.
    struct Topics {
        CurrentEnvironment& current;
        PartnerAccess& partnerAccess;
        Endpoints& endpoints;
        EmbeddedSimulator& simulator;
    };
    /// The topics outlive it.
    explicit Strip(const Topics& topics, QWidget* parent = nullptr);

    /// Adds `widget` at the right end.
    void addAtEnd(QWidget* widget);
    /// Shows the current environment.
    void showEnvironment();
    /// Shows the current state of endpoints and simulator.
    void showServers();
    void showVault(Tone tone, const QString& word, const QString& hint);
    void showEndpoints(Tone tone, const QString& word, const QString& hint);
    /// Shows whether names are masked.
    void showDemo(bool on);
    void showHiddenNames(bool on);

private:
    const Topics m_topics;
    QLabel* m_environment;
    QFrame* m_line;
    StatusLamp* m_vault;
    StatusLamp* m_endpoints;
    StatusLamp* m_simulator;
    QLabel* m_demoBadge;
    QLabel* m_maskBadge;
    QBoxLayout* m_across;
};

} // namespace jetbridge::ui
