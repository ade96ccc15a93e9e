// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace jetbridge::ui {

/// What goes wrong at the simulator: the usual troubles to choose from, and the rules in force.
class FaultsCard : public QWidget {
    Q_OBJECT

public:
    explicit FaultsCard(QWidget* parent = nullptr);
    /// The rules as the simulator has them, each with how often it acted.
    void show(const QJsonArray& rules);

Q_SIGNALS:
    /// All rules from now on.
    void changed(const QJsonArray& rules);

private:
    void addOwnRule();

    QJsonArray m_rules; ///< As they are set, without counts.
    QLabel* m_list;
    QComboBox* m_where;
    QComboBox* m_what;
    QSpinBox* m_times;
    QPlainTextEdit* m_rule; ///< One rule as JSON: whatever the simulator can do.
    QLabel* m_ruleWrong;
    QPushButton* m_none;
};

} // namespace jetbridge::ui
