// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QLabel>

namespace jetbridge::ui {

/// Status indicator such as "Endpoints: listening", with a dot in the tone's colour; the text says
/// the same as the colour.
class StatusLamp : public QLabel {
    Q_OBJECT

public:
    StatusLamp(const char* objectName, QString subject, QWidget* parent = nullptr);
    void show(Tone tone, const QString& word, const QString& hint = {});
    /// Returns the width of a few letters, so that large text in a small window is shortened
    /// instead of widening the window.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_subject;
    Tone m_tone = Tone::Neutral;
};

} // namespace jetbridge::ui
