// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/SaveDialog.h"

#include "console/System.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

void askWhereToSave(QWidget* parent, const QString& title, const QString& name,
    std::function<void(const QString& path)> save)
{
    auto* dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [parent, title, save = std::move(save)](const QString& path) {
            if (mayBecomeFile(path))
                return save(path);
            auto* box = new QMessageBox(QMessageBox::Warning, title,
                QCoreApplication::translate("SaveDialog", "%1 is not a file").arg(path),
                QMessageBox::Close, parent);
            box->setObjectName(u"noFile"_s);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(QCoreApplication::translate(
                "SaveDialog", "A pipe or a device cannot be saved to. Choose another name."));
            box->open();
        });
    dialog->open();
}

} // namespace jetbridge::ui
