// SPDX-License-Identifier: GPL-3.0-or-later
#include "Form.h"

#include "ColumnScroll.h"
#include "FlowLayout.h"
#include "Tokens.h"
#include "onboard/Parts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace jetbridge::ui::form {

namespace {

constexpr int captionLetters = 22;
constexpr int narrowLetters = 84;

/// A card whose captions stand above their fields where it is narrow, measured in letters: large
/// text in a small window.
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
        // Also of the forms that were put into this one.
        for (auto* form : findChildren<QFormLayout*>())
            form->setRowWrapPolicy(isNarrow ? QFormLayout::WrapAllRows : QFormLayout::WrapLongRows);
    }

private:
    QFormLayout* m_form;
};

} // namespace

QVBoxLayout* scrollingColumn(QWidget* page, const QString& title)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    QLabel* heading = parts::title(content, QLatin1String("pageTitle"));
    heading->setText(title);
    column->addWidget(heading);
    constexpr int letters = 120; // Longer lines are hard to read.
    auto* scroll = new ColumnScroll(content, letters);
    scroll->setObjectName(QStringLiteral("pageScroll"));
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
    QLabel* title = parts::section(frame, QLatin1String("cardTitle"));
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
    // Beside the first line of a field of several.
    caption->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    caption->setContentsMargins(0, spacing::inside, 0, 0);
    caption->setMinimumHeight(controlHeight);
    // The fields of one card begin where those of the next do.
    caption->setMinimumWidth(captionLetters * caption->fontMetrics().averageCharWidth());
    form->addRow(caption, field);
}

void addButtons(QFormLayout* form, std::initializer_list<QWidget*> buttons)
{
    auto* row = new FlowLayout;
    for (QWidget* button : buttons)
        row->addWidget(button);
    form->addRow(row);
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
    table->verticalHeader()->setDefaultSectionSize(controlHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void say(QLabel* label, const char* tone, const QString& sentence)
{
    if (label->property("banner").toString() != QLatin1String(tone)) {
        label->setProperty("banner", QLatin1String(tone));
        // Has the rules for [banner] looked up again.
        label->style()->unpolish(label);
        label->style()->polish(label);
        // A frame measures its padding anew only when it hears of a new style.
        QEvent restyled(QEvent::StyleChange);
        QCoreApplication::sendEvent(label, &restyled);
    }
    label->setText(sentence);
    label->setVisible(!sentence.isEmpty());
}

} // namespace jetbridge::ui::form
