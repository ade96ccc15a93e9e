// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLatin1String>
#include <QString>

class QLabel;
class QPushButton;
class QWidget;

/// The few kinds of labels and buttons that this screen is made of; every one has its objectName.
namespace jetbridge::ui::parts {

/// What a colour says; a word always says it too.
enum class Tone { Border, Accent, Ok, Warn, Bad };

/// The tone's colour on the widget's background, light or dark.
QColor color(const QWidget* widget, Tone tone);

QLabel* text(QWidget* parent, QLatin1String objectName);
QLabel* caption(QWidget* parent, QLatin1String objectName);
QLabel* section(QWidget* parent, QLatin1String objectName);
QLabel* title(QWidget* parent, QLatin1String objectName);
/// Selectable, in a monospace font: an identifier, a code or a URL.
QLabel* literal(QWidget* parent, QLatin1String objectName);

QPushButton* button(QWidget* parent, QLatin1String objectName, const QString& text);
/// The one primary action of a card.
QPushButton* primaryButton(QWidget* parent, QLatin1String objectName, const QString& text);
/// The button says "Copied" for two seconds.
void sayCopied(QPushButton* button);

} // namespace jetbridge::ui::parts
