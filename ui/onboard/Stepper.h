// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "onboard/OnboardingModel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace jetbridge::ui {

/// Small sign for a step's state; a word with the same meaning always stands beside it.
class StateMark : public QWidget {
    Q_OBJECT

public:
    explicit StateMark(QWidget* parent = nullptr);
    void setState(OnboardingModel::State state);
    QSize sizeHint() const override; ///< Returns a size that grows with the text.

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Starts or stops the pulsing of a running step's sign, if the style allows animations.
    void updateMotion();

    QTimer m_breath;
    size_t m_beat = 0;
    OnboardingModel::State m_state = OnboardingModel::State::Waiting;
};

/// List of the guide's four steps and the proof, each with a sign, its name, a word and a time.
class Stepper : public QWidget {
    Q_OBJECT

public:
    explicit Stepper(QWidget* parent = nullptr);

    /// Shows a row's state; `words` stand below the step's name and describe the state in plain
    /// words.
    void show(OnboardingModel::Row row, OnboardingModel::Progress progress, const QString& words);
    /// Shows `card` below a row. The card stays with its owner.
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

/// Returns "waiting", "running", "done", "failed" or "unknown".
QString stateWord(OnboardingModel::State state);

} // namespace jetbridge::ui
