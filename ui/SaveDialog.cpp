// SPDX-License-Identifier: GPL-3.0-or-later
#include "SaveDialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace jetbridge::ui {

void askWhereToSave(QWidget* parent, const QString& title, const QString& name,
    std::function<void(const QString& path)> save)
{
    auto* dialog = new QFileDialog(
        parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(name).suffix());
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
        [save = std::move(save)](const QString& path) { save(path); });
    dialog->open();
}

} // namespace jetbridge::ui
