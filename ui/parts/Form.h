// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/Tokens.h"

#include <QFormLayout>
#include <QString>

#include <functional>
#include <initializer_list>

class QLabel;
class QSpinBox;
class QTableView;
class QVBoxLayout;
class QWidget;

namespace jetbridge::ui::form {

constexpr int columnLetters = 120; ///< Longer lines are hard to read.
/// Makes a page scroll, gives it the standard margins and a title, and returns the column to fill,
/// which is at most this number of letters wide.
QVBoxLayout* scrollingColumn(QWidget* page, const QString& title, int mostLetters = columnLetters);
/// Adds a card with a heading to `column`, and returns its form.
QFormLayout* card(QVBoxLayout* column, const QString& heading);
/// Adds `field` to the form with its label, and names it for screen readers and tests.
void addField(QFormLayout* form, QWidget* field, const char* objectName, const QString& label);
/// Adds a sentence about the last field right below it.
void addNote(QFormLayout* form, QLabel* note);
/// Adds a row of buttons, left-aligned and no wider than necessary.
void addButtons(QFormLayout* form, std::initializer_list<QWidget*> buttons);
/// Shows the unit behind the number in the form that the number asks for. `words` returns both, as
/// tr() does: "1 day", "2 days".
void setUnit(QSpinBox* box, std::function<QString(int)> words);
/// Sets up a table of whole rows: one row can be selected, rows are as high as a control, and
/// nothing is edited in place.
void asRows(QTableView* table);
/// Selects this row alone and makes it the current one. QTableView::selectRow() adds to the selection
/// or takes away from it while somebody holds Ctrl or Shift, such as for a shortcut.
void chooseRow(QTableView* table, int row);
/// Sets a property that the style sheet depends on.
void mark(QWidget* widget, const char* property, const QString& value);
/// Gives the text of `label` the colour of a tone.
void tint(QLabel* label, Tone tone);
/// Puts a message, which is hidden, into a widget that keeps one line free for it, so that nothing
/// moves when it is shown.
QWidget* reserveLine(QLabel* message);
/// Shows a sentence below a form in the colour of its tone; an empty sentence hides the label.
void say(QLabel* label, Tone tone, const QString& sentence);

} // namespace jetbridge::ui::form
