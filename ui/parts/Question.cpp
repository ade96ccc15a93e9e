// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/Question.h"

#include "parts/Form.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

void askBefore(QWidget* parent, const char* name, const QString& question, const QString& meaning,
    const QString& verb, std::function<void()> act)
{
    auto* box =
        new QMessageBox(QMessageBox::Question, question, question, QMessageBox::Cancel, parent);
    box->setObjectName(QLatin1String(name) + "Question"_L1);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(meaning);
    QPushButton* yes = box->addButton(verb, QMessageBox::DestructiveRole);
    yes->setObjectName(QLatin1String(name) + "Yes"_L1);
    form::mark(yes, "danger", u"true"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(yes, &QPushButton::clicked, parent, [act = std::move(act)] { act(); });
    box->open();
}

void tell(QWidget* parent, const char* name, const QString& title, const QString& why)
{
    auto* box = new QMessageBox(QMessageBox::Information, title, why, QMessageBox::Close, parent);
    box->setObjectName(QLatin1String(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace jetbridge::ui
