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

/// Faults of the simulator: usual ones to choose from, and the rules in force.
class FaultsCard : public QWidget {
    Q_OBJECT

public:
    explicit FaultsCard(QWidget* parent = nullptr);
    /// Shows the simulator's rules, each with the number of times that it was applied.
    void show(const QJsonArray& rules);

Q_SIGNALS:
    /// The person changed the rules; `rules` are all that are to apply from now on.
    void changed(const QJsonArray& rules);

private:
    void addOwnRule();

    QJsonArray m_rules; ///< Rules as they are set, without counts.
    QLabel* m_list;
    QComboBox* m_where;
    QComboBox* m_what;
    QSpinBox* m_times;
    QPlainTextEdit* m_rule; ///< One rule as JSON, for everything that the simulator can do.
    QLabel* m_ruleWrong;
    QPushButton* m_none;
};

} // namespace jetbridge::ui
