// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShortcutsSheet.h"

#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

ShortcutsSheet::ShortcutsSheet(const QList<std::pair<QKeySequence, QString>>& keys, QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"helpSheet"_s);
    setWindowTitle(tr("Keyboard"));
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel* title = parts::section(this, "helpTitle"_L1);
    title->setText(windowTitle());
    auto* table = new QGridLayout;
    table->setHorizontalSpacing(spacing::around);
    table->setVerticalSpacing(spacing::inside);
    table->setColumnStretch(1, 1);
    for (const auto& [key, text] : keys) {
        const int row = table->rowCount();
        auto* pressed = new QLabel(key.toString(QKeySequence::NativeText));
        pressed->setProperty("role", u"key"_s);
        table->addWidget(pressed, row, 0);
        table->addWidget(new QLabel(text), row, 1);
    }
    auto* close = parts::primaryButton(this, "helpClose"_L1, tr("Close"));
    auto* more = parts::button(this, "helpMore"_L1, tr("How Jetbridge works"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(close);
    buttons->addWidget(more);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(title);
    column->addLayout(table);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(more, &QPushButton::clicked, this, [this] {
        Q_EMIT helpWanted();
        QDialog::close();
    });
}

} // namespace jetbridge::ui
