// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QLatin1String>
#include <QString>

class QLabel;
class QPushButton;
class QVBoxLayout;
class QWidget;

/// The few kinds of labels, buttons and cards that every screen is made of; every one has its
/// objectName.
namespace jetbridge::ui::parts {

QLabel* text(QWidget* parent, QLatin1String objectName);
QLabel* caption(QWidget* parent, QLatin1String objectName);
QLabel* section(QWidget* parent, QLatin1String objectName);
QLabel* title(QWidget* parent, QLatin1String objectName);
/// Selectable, in a monospace font: an identifier, a code or a URL.
QLabel* literal(QWidget* parent, QLatin1String objectName);
/// A monospace family and nothing else: the size follows the text size of the settings.
QFont fixedFont();

QPushButton* button(QWidget* parent, QLatin1String objectName, const QString& text);
/// The one primary action of a card.
QPushButton* primaryButton(QWidget* parent, QLatin1String objectName, const QString& text);
/// Lays out `card` from top to bottom, with the room around that cards have.
QVBoxLayout* cardColumn(QWidget* card);
/// What `value` is called, and `value` below it, at the end of `column`.
void addFact(QVBoxLayout* column, QLatin1String captionName, const QString& caption, QLabel* value);
/// The button says "Copied" for two seconds.
void sayCopied(QPushButton* button);

} // namespace jetbridge::ui::parts
