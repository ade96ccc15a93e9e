// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QFormLayout>
#include <QString>

#include <initializer_list>

class QLabel;
class QTableView;
class QVBoxLayout;
class QWidget;

namespace jetbridge::ui::form {

/// A page that scrolls, with the project's margins and a title; returns the column to fill.
QVBoxLayout* scrollingColumn(QWidget* page, const QString& title);
/// A card with a heading, added to `column`; returns its form.
QFormLayout* card(QVBoxLayout* column, const QString& heading);
/// Names `field` for people, screen readers and tests, and adds it.
void addField(QFormLayout* form, QWidget* field, const char* objectName, const QString& label);
/// A sentence about the field before it, right below that.
void addNote(QFormLayout* form, QLabel* note);
/// A row of buttons, at the left and no wider than they need to be.
void addButtons(QFormLayout* form, std::initializer_list<QWidget*> buttons);
/// Makes a table of whole rows: one chosen at a time, as high as a control, nothing edited in
/// place.
void asRows(QTableView* table);
/// Sets a property that the style sheet looks at.
void mark(QWidget* widget, const char* property, const QString& value);
/// Gives the words of `label` the colour of a tone.
void tint(QLabel* label, Tone tone);
/// A sentence below a form, coloured by what it means; hidden when it is empty.
void say(QLabel* label, Tone tone, const QString& sentence);

} // namespace jetbridge::ui::form
