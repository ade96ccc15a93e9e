// SPDX-License-Identifier: GPL-3.0-or-later
#include "StartNotices.h"

#include "parts/FailureText.h"

#include <QMessageBox>

namespace jetbridge::ui {

namespace {

QMessageBox* notice(QWidget* window, QMessageBox::Icon icon, const char* name, const QString& title,
    const QString& text, const QString& more)
{
    auto* box = new QMessageBox(icon, title, text, QMessageBox::Close, window);
    box->setObjectName(QLatin1String(name));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(more);
    box->open();
    return box;
}

} // namespace

void StartNotices::sayItCannotStart(QWidget* window, const Failure& failure)
{
    const FailureText said = explain(failure, Errand::Here);
    QObject::connect(notice(window, QMessageBox::Critical, "cannotStart",
                         tr("Jetbridge cannot start"), said.what, said.next),
        &QDialog::finished, window, &QWidget::close);
}

void StartNotices::sayItIsACopy(QWidget* window, const QString& original)
{
    notice(window, QMessageBox::Information, "folderIsCopy", tr("This data folder is a copy"),
        tr("This data folder is a copy of \"%1\".").arg(original),
        tr("From now on it has items of its own in the keychain, copied from there when they are "
           "first used. What is changed or forgotten in one folder stays as it is in the other."));
}

} // namespace jetbridge::ui
