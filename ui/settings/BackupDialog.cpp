// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/BackupDialog.h"

#include "console/DataFolder.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/SaveDialog.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QComboBox>
#include <QDate>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QLineEdit* hiddenField()
{
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    return field;
}

} // namespace

BackupDialog::BackupDialog(DataFolder& dataFolder, QWidget* parent)
    : QDialog(parent)
    , m_dataFolder(dataFolder)
    , m_form(new QFormLayout)
    , m_protection(new QComboBox)
    , m_passphrase(hiddenField())
    , m_again(hiddenField())
    , m_recipient(new QLineEdit)
    , m_hint(parts::caption(this, "backupHint"_L1))
    , m_said(parts::text(this, "backupSaid"_L1))
    , m_progress(new QProgressBar)
    , m_save(parts::primaryButton(this, "backupSave"_L1, tr("Save to a file...")))
{
    setObjectName(u"backupDialog"_s);
    setWindowTitle(tr("Back up"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(480);
    auto* purpose = parts::text(this, "backupPurpose"_L1);
    purpose->setText(tr("Customers, the settings of every environment and all secrets go into one "
                        "encrypted file, from which another computer can go on. Keep it where this "
                        "computer's end does not reach it. Recorded traffic is not in it."));
    m_protection->addItems({tr("A passphrase"), tr("A gpg key")});
    m_recipient->setPlaceholderText(tr("Fingerprint, or e-mail address of a key you signed"));
    m_hint->setText(tr("At least %1 characters; several words are easy to remember. Without it "
                       "nobody can open the backup.")
                        .arg(shortestPassphrase));
    m_form->setHorizontalSpacing(spacing::between);
    m_form->setVerticalSpacing(spacing::inside);
    form::addField(m_form, m_protection, "backupProtection", tr("Opened by"));
    form::addField(m_form, m_passphrase, "backupPassphrase", tr("Passphrase"));
    form::addField(m_form, m_again, "backupAgain", tr("Once more"));
    form::addField(m_form, m_recipient, "backupRecipient", tr("Recipient"));
    m_progress->setObjectName(u"backupProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_said->hide();
    auto* close = parts::button(this, "backupClose"_L1, tr("Close"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_save);
    buttons->addWidget(close);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(purpose);
    column->addLayout(m_form);
    column->addWidget(m_hint);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addLayout(buttons);
    tabInReadingOrder(this);
    m_passphrase->setFocus();

    connect(m_protection, &QComboBox::currentIndexChanged, this, &BackupDialog::showChoice);
    for (QLineEdit* field : {m_passphrase, m_again, m_recipient})
        connect(field, &QLineEdit::textChanged, this, &BackupDialog::showChoice);
    connect(m_save, &QPushButton::clicked, this, &BackupDialog::save);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    showChoice();
}

bool BackupDialog::isForKey() const
{
    return m_protection->currentIndex() == 1;
}

void BackupDialog::showChoice()
{
    for (QLineEdit* field : {m_passphrase, m_again, m_recipient}) {
        const bool isWanted = (field == m_recipient) == isForKey();
        field->setVisible(isWanted);
        m_form->labelForField(field)->setVisible(isWanted);
    }
    m_hint->setVisible(!isForKey());
    const QString passphrase = m_passphrase->text();
    const bool isDifferent =
        !isForKey() && !m_again->text().isEmpty() && !passphrase.startsWith(m_again->text());
    if (!m_backup)
        form::say(
            m_said, Tone::Careful, isDifferent ? tr("The two passphrases differ.") : QString());
    const bool isReady = isForKey()
        ? !m_recipient->text().trimmed().isEmpty()
        : passphrase == m_again->text() && passphrase.toUcs4().size() >= shortestPassphrase;
    m_save->setEnabled(isReady && !m_backup);
}

void BackupDialog::save()
{
    askWhereToSave(this, tr("Back up"),
        u"jetbridge-%1.backup"_s.arg(QDate::currentDate().toString(Qt::ISODate)),
        [this](const QString& path) { run(path); });
}

void BackupDialog::run(const QString& file)
{
    BackupRequest request;
    request.file = file;
    if (isForKey())
        request.recipients = {m_recipient->text().trimmed()};
    else
        request.passphrase = Secret(m_passphrase->text().toUtf8());
    m_backup = std::make_unique<FolderBackup>(m_dataFolder.path(), m_dataFolder.vault());
    connect(m_backup.get(), &FolderBackup::progressed, this, [this](int done, int all) {
        m_progress->setRange(0, all);
        m_progress->setValue(done);
    });
    m_progress->setRange(0, 0);
    m_progress->show();
    form::say(m_said, Tone::Neutral, tr("Reading the keychain and writing the backup..."));
    showChoice();
    QCoro::connect(m_backup->run(request), this,
        [this, file](const Outcome<BackupReport>& outcome) { ended(outcome, file); });
}

void BackupDialog::ended(const Outcome<BackupReport>& outcome, const QString& file)
{
    m_progress->hide();
    m_backup.release()->deleteLater(); // It is deleted later, because it is the caller of this
                                       // function.
    showChoice();
    if (!outcome)
        return form::say(m_said, Tone::Bad,
            outcome.error().kind == FailureKind::VaultUnavailable
                ? explainBriefly(outcome.error(), Errand::Here)
                : said(outcome.error().detail));
    m_passphrase->clear();
    m_again->clear();
    QString said = tr("The backup is in %1 (%2). Customers: %L3. Secrets: %L4.")
                       .arg(file, QLocale().formattedDataSize(outcome->bytes))
                       .arg(outcome->customers)
                       .arg(outcome->secrets);
    said += QLatin1Char(' ')
        + (outcome->check == BackupReport::Check::Opened
                ? tr("It was read back, opened and compared.")
                : tr("It was read back; whether it opens, only who has the private key can tell."));
    if (outcome->withoutSecrets > 0)
        said += QLatin1Char(' ')
            + tr("The keychain has no credentials of %Ln customers, so the backup has none of them "
                 "either.",
                nullptr, int(outcome->withoutSecrets));
    form::say(m_said, outcome->withoutSecrets > 0 ? Tone::Careful : Tone::Good, said);
}

} // namespace jetbridge::ui
