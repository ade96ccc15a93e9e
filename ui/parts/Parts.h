// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLatin1String>
#include <QString>
#include <QStringList>

class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

/// The standard labels, buttons and cards of which every screen is made; each has an objectName.
namespace jetbridge::ui::parts {

QLabel* text(QWidget* parent, QLatin1String objectName);
QLabel* caption(QWidget* parent, QLatin1String objectName);
QLabel* section(QWidget* parent, QLatin1String objectName);
QLabel* title(QWidget* parent, QLatin1String objectName);
/// Makes a selectable label in a monospace font, for an identifier, a code or a URL.
QLabel* literal(QWidget* parent, QLatin1String objectName);
/// Returns the monospace font; its size follows the text size of the settings.
QFont fixedFont();

QPushButton* button(QWidget* parent, QLatin1String objectName, const QString& text);
/// Makes a button whose text changes among `texts`. It is always as wide as the longest of them, so
/// that nothing beside it moves; the first one is shown.
QPushButton* changingButton(QWidget* parent, QLatin1String objectName, const QStringList& texts);
/// Makes the primary button of a card, of which there is one.
QPushButton* primaryButton(QWidget* parent, QLatin1String objectName, const QString& text);
/// Lets the lines of a wrapped text break after each slash, so that a long path or address does not
/// set the width of a window.
QString breakable(QString text);

/// Lays out `card` from top to bottom with the standard margins.
QVBoxLayout* cardColumn(QWidget* card);
/// Adds a caption with `value` below it to the end of `column`.
void addFact(QVBoxLayout* column, QLatin1String captionName, const QString& caption, QLabel* value);
/// Shows "Copied" on the button for two seconds.
void sayCopied(QPushButton* button);

} // namespace jetbridge::ui::parts
