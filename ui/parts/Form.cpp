// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Form.h"

#include "parts/ColumnScroll.h"
#include "parts/FlowLayout.h"
#include "parts/Parts.h"
#include "parts/RowDelegate.h"
#include "parts/Tokens.h"

#include <QAbstractSpinBox>
#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSpinBox>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui::form {

namespace {

constexpr int captionLetters = 24;
constexpr int numberLetters = 20;
constexpr int narrowLetters = 84;

/// Card with a form. If the card is narrow, measured in letters (large text in a small window),
/// captions stand above their fields.
class FormCard : public QFrame {
public:
    FormCard()
        : m_form(new QFormLayout)
    {
        setProperty("card", true);
        m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    }
    QFormLayout* form() const { return m_form; }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QFrame::resizeEvent(event);
        const bool isNarrow = width() < narrowLetters * fontMetrics().averageCharWidth();
        // This includes the forms that were put into this one.
        for (auto* form : findChildren<QFormLayout*>())
            form->setRowWrapPolicy(isNarrow ? QFormLayout::WrapAllRows : QFormLayout::WrapLongRows);
    }

private:
    QFormLayout* m_form;
};

/// Place of a message; it is one line high while the message is hidden.
class ReservedLine : public QWidget {
public:
    explicit ReservedLine(QLabel* message)
        : QWidget(message->parentWidget())
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(message, 0, Qt::AlignTop);
        fit();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fit();
    }

private:
    void fit()
    {
        constexpr int padding = 8; // above and below the text of a banner, as in the style sheet
        setMinimumHeight(fontMetrics().lineSpacing() + 2 * padding);
    }
};

/// Keeps the rows of a table at least as high as a control and as the text.
class RowHeight : public QObject {
public:
    explicit RowHeight(QTableView* table)
        : QObject(table)
        , m_table(table)
    {
        table->installEventFilter(this);
        fit();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::FontChange)
            fit();
        return QObject::eventFilter(watched, event);
    }

private:
    void fit()
    {
        m_table->verticalHeader()->setDefaultSectionSize(
            std::max(controlHeight, m_table->fontMetrics().height() + spacing::between));
    }

    QTableView* m_table;
};

} // namespace

QVBoxLayout* scrollingColumn(QWidget* page, const QString& title, int mostLetters)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    QLabel* heading = parts::title(content, "pageTitle"_L1);
    heading->setText(title);
    column->addWidget(heading);
    auto* scroll = new ColumnScroll(content, mostLetters);
    scroll->setObjectName(u"pageScroll"_s);
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    return column;
}

QFormLayout* card(QVBoxLayout* column, const QString& heading)
{
    auto* frame = new FormCard;
    auto* inside = new QVBoxLayout(frame);
    inside->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    inside->setSpacing(spacing::between);
    QLabel* title = parts::section(frame, "cardTitle"_L1);
    title->setText(heading);
    inside->addWidget(title);
    QFormLayout* layout = frame->form();
    layout->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout->setHorizontalSpacing(spacing::between);
    layout->setVerticalSpacing(spacing::inside);
    inside->addLayout(layout);
    column->addWidget(frame);
    return layout;
}

void addField(QFormLayout* form, QWidget* field, const char* objectName, const QString& label)
{
    field->setObjectName(QLatin1String(objectName));
    field->setAccessibleName(label);
    auto* caption = new QLabel(label);
    caption->setBuddy(field);
    // The caption is aligned with the first line of a field of several lines.
    caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    caption->setContentsMargins(0, spacing::inside, 0, 0);
    caption->setMinimumHeight(controlHeight);
    // All cards get the same caption width, so that their fields are aligned.
    caption->setMinimumWidth(captionLetters * caption->fontMetrics().averageCharWidth());
    if (auto* number = qobject_cast<QAbstractSpinBox*>(field)) {
        number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        number->setMinimumWidth(numberLetters * number->fontMetrics().averageCharWidth());
    }
    form->addRow(caption, field);
}

void addNote(QFormLayout* form, QLabel* note)
{
    // Without this, the note would keep the height that it had in a narrow column.
    note->setMinimumHeight(1);
    form->addRow(QString(), note);
}

void addButtons(QFormLayout* form, std::initializer_list<QWidget*> buttons)
{
    auto* row = new FlowLayout;
    for (QWidget* button : buttons)
        row->addWidget(button);
    form->addRow(row);
}

void setUnit(QSpinBox* box, std::function<QString(int)> words)
{
    const auto show = [box, words = std::move(words)](int value) {
        const QString number = QString::number(value);
        const QString both = words(value);
        const QString unit = both.mid(both.indexOf(number) + number.size());
        if (unit != box->suffix()) // somebody may be typing
            box->setSuffix(unit);
    };
    show(box->value());
    QObject::connect(box, &QSpinBox::valueChanged, box, show);
}

void asRows(QTableView* table)
{
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    new RowHeight(table);
    table->setItemDelegate(new RowDelegate(table));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void chooseRow(QTableView* table, int row)
{
    const QModelIndex first = table->model()->index(row, 0);
    table->selectionModel()->setCurrentIndex(
        first, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void mark(QWidget* widget, const char* property, const QString& value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    // This makes the style look up the widget's rules again.
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    // A frame recalculates its padding only after a style change event.
    QEvent restyled(QEvent::StyleChange);
    QCoreApplication::sendEvent(widget, &restyled);
}

void tint(QLabel* label, Tone tone)
{
    mark(label, "tone", nameOf(tone));
}

QWidget* reserveLine(QLabel* message)
{
    message->hide();
    return new ReservedLine(message);
}

void say(QLabel* label, Tone tone, const QString& sentence)
{
    mark(label, "banner", nameOf(tone));
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

} // namespace jetbridge::ui::form
