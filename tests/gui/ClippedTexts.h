// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QStringList>
#include <QStyleOptionHeader>

/// Returns every visible text below `root` that has less space than it needs.
inline QStringList clippedTexts(const QWidget& root)
{
    QStringList found;
    const auto expect = [&found](
                            const QWidget* widget, const QString& text, int needed, int there) {
        if (needed > there)
            found.append(QStringLiteral("%1: \"%2\" needs %3, has %4")
                             .arg(widget->objectName(), text)
                             .arg(needed)
                             .arg(there));
    };
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->parentWidget()->inherits("QLineEdit")
            || widget->parentWidget()->inherits("QDockWidget"))
            continue; // their buttons with a picture belong to Qt
        const auto widthOf = [widget](const QString& text) {
            return widget->fontMetrics().horizontalAdvance(text);
        };
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            expect(button, button->text(), button->minimumSizeHint().width(), button->width());
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (!label->wordWrap())
                expect(label, label->text(), label->sizeHint().width(), label->width());
            else
                expect(
                    label, label->text(), label->heightForWidth(label->width()), label->height());
        } else if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
            if (field->text().isEmpty())
                expect(field, field->placeholderText(), widthOf(field->placeholderText()),
                    field->contentsRect().width() - 8);
        } else if (const auto* choice = qobject_cast<const QComboBox*>(widget)) {
            expect(choice, choice->currentText(), widthOf(choice->currentText()),
                choice->contentsRect().width() - 24);
        } else if (const auto* scroll = qobject_cast<const QScrollArea*>(widget)) {
            expect(scroll, QStringLiteral("(its width)"),
                scroll->width() + scroll->horizontalScrollBar()->maximum(), scroll->width());
        } else if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            // The style decides where the text is drawn, which may be less than the size hint
            // allows for.
            for (int i = 0; header->orientation() == Qt::Horizontal && i < header->count(); ++i) {
                const QString text = header->model()->headerData(i, Qt::Horizontal).toString();
                QStyleOptionHeader option;
                option.initFrom(header);
                option.state |= QStyle::State_Horizontal;
                option.section = i;
                option.text = text;
                option.rect = QRect(0, 0, header->sectionSize(i), header->height());
                if (header->isSortIndicatorShown() && header->sortIndicatorSection() == i)
                    option.sortIndicator = QStyleOptionHeader::SortDown;
                if (!header->isSectionHidden(i))
                    expect(header->parentWidget(), text, widthOf(text),
                        header->style()
                            ->subElementRect(QStyle::SE_HeaderLabel, &option, header)
                            .width());
            }
        }
    }
    return found;
}
