// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/RestoreDialog.h"

#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

RestoreDialog::RestoreDialog(QString dataFolder, QWidget* parent)
    : QDialog(parent)
    , m_dataFolder(std::move(dataFolder))
    , m_form(new QFormLayout)
    , m_file(new QLineEdit)
    , m_passphrase(new QLineEdit)
    , m_said(parts::text(this, "restoreSaid"_L1))
    , m_restore(parts::primaryButton(this, "restoreGo"_L1, tr("Restore...")))
{
    setObjectName(u"restoreDialog"_s);
    setWindowTitle(tr("Restore"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    auto* purpose = parts::text(this, "restorePurpose"_L1);
    purpose->setText(tr("A backup takes the place of what is in this data folder, which is kept "
                        "beside it. The secrets go into this computer's keychain."));
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_form->setHorizontalSpacing(spacing::between);
    m_form->setVerticalSpacing(spacing::inside);
    form::addField(m_form, m_file, "restoreFile", tr("Backup"));
    form::addField(m_form, m_passphrase, "restorePassphrase", tr("Passphrase"));
    auto* choose = parts::button(this, "restoreChoose"_L1, tr("Choose..."));
    choose->setAutoDefault(false);
    m_said->hide();
    auto* close = parts::button(this, "restoreClose"_L1, tr("Close"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    for (QPushButton* button : {m_restore, choose, close})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(purpose);
    column->addLayout(m_form);
    column->addWidget(m_said);
    column->addLayout(buttons);
    tabInReadingOrder(this);
    m_file->setFocus();

    connect(choose, &QPushButton::clicked, this, &RestoreDialog::choose);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::look);
    for (QLineEdit* field : {m_file, m_passphrase})
        connect(field, &QLineEdit::textChanged, this, &RestoreDialog::showChoice);
    showChoice();
}

void RestoreDialog::choose()
{
    auto* dialog = new QFileDialog(this, tr("Choose a backup"),
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void RestoreDialog::showChoice()
{
    const bool isFile = QFileInfo(m_file->text()).isFile();
    const auto kind = isFile ? kindOfBackup(m_file->text())
                             : Outcome<storage::BackupKind>(storage::BackupKind::Passphrase);
    const bool needsPassphrase = kind && *kind == storage::BackupKind::Passphrase;
    m_passphrase->setVisible(needsPassphrase);
    m_form->labelForField(m_passphrase)->setVisible(needsPassphrase);
    form::say(m_said, Tone::Bad, kind ? QString() : said(kind.error().detail));
    m_restore->setEnabled(
        isFile && kind && !m_looking && (!needsPassphrase || !m_passphrase->text().isEmpty()));
}

void RestoreDialog::look()
{
    RestoreRequest request;
    request.file = QFileInfo(m_file->text()).absoluteFilePath();
    request.mayReplace = true;
    if (!m_passphrase->isHidden())
        request.passphrase = Secret(m_passphrase->text().toUtf8());
    m_looking = std::make_unique<FolderRestore>(m_dataFolder);
    showChoice();
    form::say(m_said, Tone::Neutral, tr("Opening the backup and checking every byte..."));
    QCoro::connect(m_looking->look(request), this,
        [this, request](const Outcome<storage::BackupHead>& head) { looked(head, request); });
}

void RestoreDialog::looked(const Outcome<storage::BackupHead>& head, const RestoreRequest& request)
{
    m_looking.release()->deleteLater(); // It is deleted later, because it is the caller of this
                                        // function.
    showChoice();
    if (!head)
        return form::say(m_said, Tone::Bad, said(head.error().detail));
    const QString holds = tr("A backup of %1. Customers: %L2. Secrets: %L3.")
                              .arg(QLocale().toString(head->at.toLocalTime(), QLocale::ShortFormat))
                              .arg(head->customers)
                              .arg(head->secrets);
    form::say(m_said, Tone::Good, holds);
    askBefore(this, "restore", tr("Restore this backup?"),
        holds + QLatin1Char(' ')
            + tr("Jetbridge closes, restores it into \"%1\" and starts again. What is there now is "
                 "kept, in a folder \"before-restore\" there.")
                  .arg(m_dataFolder),
        tr("Restore"), [this, request] {
            Q_EMIT wanted(request);
            close();
        });
}

} // namespace jetbridge::ui
