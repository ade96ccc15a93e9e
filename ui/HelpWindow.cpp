// SPDX-License-Identifier: GPL-3.0-or-later
#include "HelpWindow.h"

#include "parts/Tokens.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

HelpWindow::HelpWindow(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"helpWindow"_s);
    setWindowTitle(tr("How Jetbridge works"));
    resize(720, 640);
    auto* text = new QTextBrowser;
    text->setObjectName(u"helpText"_s);
    text->setAccessibleName(windowTitle());
    text->setOpenLinks(false);
    text->document()->setDocumentMargin(spacing::between);
    QFile page(u":/help/help.%1.html"_s.arg(QLocale().name().left(2)));
    if (!page.open(QIODevice::ReadOnly))
        qFatal("The program was built without %s", qPrintable(page.fileName()));
    text->setHtml(QString::fromUtf8(page.readAll()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(spacing::between);
    column->addWidget(text);
    column->addWidget(buttons);
}

} // namespace jetbridge::ui
