// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Parts.h"

#include "parts/Tokens.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QStyleOptionButton>
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

/// Button that is as wide as the longest of its texts.
class ChangingButton : public QPushButton {
public:
    ChangingButton(const QStringList& texts, QWidget* parent)
        : QPushButton(texts.value(0), parent)
        , m_texts(texts)
    {
    }

    QSize sizeHint() const override
    {
        QSize widest = QPushButton::sizeHint();
        QStyleOptionButton option;
        initStyleOption(&option);
        for (const QString& other : m_texts) {
            option.text = other;
            widest = widest.expandedTo(style()->sizeFromContents(QStyle::CT_PushButton, &option,
                fontMetrics().size(Qt::TextShowMnemonic, other), this));
        }
        return widest;
    }

private:
    const QStringList m_texts;
};

} // namespace

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
    made->setFont(fixedFont());
    return made;
}

QFont fixedFont()
{
    QFont fixed;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    return fixed;
}

QPushButton* button(QWidget* parent, QLatin1String objectName, const QString& text)
{
    auto* made = new QPushButton(text, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    return made;
}

QPushButton* changingButton(QWidget* parent, QLatin1String objectName, const QStringList& texts)
{
    auto* made = new ChangingButton(texts, parent);
    made->setObjectName(objectName);
    made->setAccessibleName(made->text());
    return made;
}

QPushButton* primaryButton(QWidget* parent, QLatin1String objectName, const QString& text)
{
    QPushButton* made = button(parent, objectName, text);
    made->setProperty("primary", true);
    return made;
}

QString breakable(QString text)
{
    constexpr QChar zeroWidthSpace(0x200B);
    return text.replace(QLatin1Char('/'), QString(QLatin1Char('/')) + zeroWidthSpace);
}

QVBoxLayout* cardColumn(QWidget* card)
{
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(spacing::between, 12, spacing::between, 12);
    column->setSpacing(spacing::inside);
    return column;
}

void addFact(QVBoxLayout* column, QLatin1String captionName, const QString& caption, QLabel* value)
{
    QLabel* label = parts::caption(value->parentWidget(), captionName);
    label->setText(caption);
    value->setAccessibleName(caption);
    value->setWordWrap(true);
    auto* fact = new QVBoxLayout;
    fact->setSpacing(2);
    fact->addWidget(label);
    fact->addWidget(value);
    column->addLayout(fact);
}

void sayCopied(QPushButton* button)
{
    if (button->property("copied").toBool())
        return;
    const QString before = button->text();
    button->setProperty("copied", true);
    button->setMinimumWidth(button->width());
    button->setText(QCoreApplication::translate("Parts", "Copied"));
    QTimer::singleShot(2000, button, [button, before] {
        button->setText(before);
        button->setProperty("copied", false);
    });
}

} // namespace jetbridge::ui::parts
