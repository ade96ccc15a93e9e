// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "onboard/OnboardingModel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace jetbridge::ui {

/// A step's state as a small sign; its word stands beside it, never alone.
class StateMark : public QWidget {
    Q_OBJECT

public:
    explicit StateMark(QWidget* parent = nullptr);
    void setState(OnboardingModel::State state);
    QSize sizeHint() const override; ///< Grows with the text.

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// What runs breathes, where the style lets anything move.
    void updateMotion();

    QTimer m_breath;
    size_t m_beat = 0;
    OnboardingModel::State m_state = OnboardingModel::State::Waiting;
};

/// The guide's four steps and the proof, each with a sign, its name, a word and a time.
class Stepper : public QWidget {
    Q_OBJECT

public:
    explicit Stepper(QWidget* parent = nullptr);

    /// `words` stand below the step's name: what is so, in the customer's words.
    void show(OnboardingModel::Row row, OnboardingModel::Progress progress, const QString& words);
    /// Shows `card` below that step. The card stays its owner's.
    void placeCard(OnboardingModel::Row row, QWidget* card);

private:
    struct Line {
        QWidget* box = nullptr;
        StateMark* mark = nullptr;
        QLabel* name = nullptr;
        QLabel* words = nullptr;
    };
    Line& line(OnboardingModel::Row row) { return m_lines[size_t(row)]; }

    QVBoxLayout* m_column;
    std::array<Line, OnboardingModel::rows.size()> m_lines;
};

/// "waiting", "running", "done", "failed", "unknown"
QString stateWord(OnboardingModel::State state);

} // namespace jetbridge::ui
