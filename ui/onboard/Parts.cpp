// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/Parts.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QPalette>
#include <QPushButton>
#include <QTimer>

namespace jetbridge::ui::parts {

namespace {

QLabel* label(QWidget* parent, QLatin1String objectName, const char* role)
{
    auto* made = new QLabel(parent);
    made->setObjectName(objectName);
    made->setProperty("role", QLatin1String(role));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

QColor color(const QWidget* widget, Tone tone)
{
    const bool isDark = widget->palette().color(QPalette::Window).lightness() < 128;
    switch (tone) {
    case Tone::Border:
        return isDark ? QColor(0x6B7A8F) : QColor(0x7C8899);
    case Tone::Accent:
        return isDark ? QColor(0x6FB1FF) : QColor(0x0B5FCC);
    case Tone::Ok:
        return isDark ? QColor(0x5FD39A) : QColor(0x0B7A4B);
    case Tone::Warn:
        return isDark ? QColor(0xF0BE62) : QColor(0x8A5A00);
    case Tone::Bad:
        return isDark ? QColor(0xFF8A80) : QColor(0xB3261E);
    }
    Q_UNREACHABLE();
}

QLabel* text(QWidget* parent, QLatin1String objectName)
{
    return label(parent, objectName, "text");
}

QLabel* caption(QWidget* parent, QLatin1String objectName)
{
    return label(parent, objectName, "caption");
}

QLabel* section(QWidget* parent, QLatin1String objectName)
{
    return label(parent, objectName, "section");
}

QLabel* title(QWidget* parent, QLatin1String objectName)
{
    return label(parent, objectName, "title");
}

QLabel* literal(QWidget* parent, QLatin1String objectName)
{
    QLabel* made = label(parent, objectName, "literal");
    made->setWordWrap(false);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(made->font().pointSizeF());
    made->setFont(fixed);
    return made;
}

QPushButton* button(QWidget* parent, QLatin1String objectName, const QString& text)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    return made;
}

QPushButton* primaryButton(QWidget* parent, QLatin1String objectName, const QString& text)
{
    QPushButton* made = button(parent, objectName, text);
    made->setProperty("primary", true);
    return made;
}

void sayCopied(QPushButton* button)
{
    if (button->property("copied").toBool())
        return;
    const QString before = button->text();
    button->setProperty("copied", true);
    button->setMinimumWidth(button->width());
    button->setText(QCoreApplication::translate("jetbridge::ui::parts", "Copied"));
    QTimer::singleShot(2000, button, [button, before] {
        button->setText(before);
        button->setProperty("copied", false);
    });
}

} // namespace jetbridge::ui::parts
