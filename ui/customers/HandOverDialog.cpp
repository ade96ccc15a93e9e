// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/HandOverDialog.h"

#include "console/Customers.h"
#include "console/System.h"
#include "console/WholeFile.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/SaveDialog.h"
#include "parts/SecretClipboard.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

/// Failure code for a file that could not be written.
constexpr char notWritten[] = "not_written";

} // namespace

HandOverDialog::HandOverDialog(
    Customers& customers, const Integration& integration, QWidget* parent)
    : QDialog(parent)
    , m_customers(customers)
    , m_integration(integration)
    , m_format(new QComboBox)
    , m_recipient(new QLineEdit)
    , m_inClear(new QCheckBox(tr("I understand that the secret will be unencrypted")))
    , m_said(parts::text(this, "handOverSaid"_L1))
    , m_save(parts::primaryButton(this, "handOverSave"_L1, tr("Save to a file...")))
    , m_copy(parts::button(this, "handOverCopy"_L1, tr("Copy")))
{
    setObjectName(u"handOverDialog"_s);
    setWindowTitle(tr("Hand over credentials"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* purpose = parts::text(this, "handOverPurpose"_L1);
    purpose->setText(tr("The customer-level credentials of %1, for another program or person. This "
                        "is recorded in the history.")
                         .arg(Mask::company(integration)));
    const std::pair<QString, HandoverFormat> formats[] = {
        {tr("Encrypted for one person (gpg)"), HandoverFormat::Gpg},
        {tr("JSON object"), HandoverFormat::Json}, {tr(".env file"), HandoverFormat::Env},
        {tr("Kubernetes Secret"), HandoverFormat::Kubernetes},
        {tr("HashiCorp Vault, KV version 2"), HandoverFormat::Vault}};
    for (const auto& [text, value] : formats)
        m_format->addItem(text, int(value));
    m_recipient->setPlaceholderText(tr("Fingerprint, or e-mail address of a key you signed"));
    m_inClear->setObjectName(u"handOverInClear"_s);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form::addField(form, m_format, "handOverFormat", tr("Format"));
    form::addField(form, m_recipient, "handOverRecipient", tr("Recipient"));
    m_recipientCaption = qobject_cast<QLabel*>(form->labelForField(m_recipient));
    auto* close = parts::button(this, "handOverClose"_L1, tr("Close"));
    close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    for (QPushButton* button : {m_save, m_copy, close})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(purpose);
    column->addLayout(form);
    column->addWidget(m_inClear);
    column->addWidget(m_said);
    column->addLayout(buttons);
    m_said->hide();
    m_recipient->setMinimumWidth(
        m_recipient->fontMetrics().horizontalAdvance(m_recipient->placeholderText()) + 32);
    tabInReadingOrder(this);
    m_format->setFocus();

    connect(m_format, &QComboBox::currentIndexChanged, this, &HandOverDialog::showChoice);
    connect(m_recipient, &QLineEdit::textChanged, this, &HandOverDialog::showChoice);
    connect(m_inClear, &QCheckBox::toggled, this, &HandOverDialog::showChoice);
    connect(m_save, &QPushButton::clicked, this, &HandOverDialog::save);
    connect(m_copy, &QPushButton::clicked, this, &HandOverDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    showChoice();
}

HandoverFormat HandOverDialog::format() const
{
    return HandoverFormat(m_format->currentData().toInt());
}

void HandOverDialog::showChoice()
{
    const bool isEncrypted = format() == HandoverFormat::Gpg;
    m_recipient->setVisible(isEncrypted);
    m_recipientCaption->setVisible(isEncrypted);
    m_inClear->setVisible(!isEncrypted);
    const bool may =
        isEncrypted ? !m_recipient->text().trimmed().isEmpty() : m_inClear->isChecked();
    m_save->setEnabled(may);
    m_copy->setEnabled(may);
}

void HandOverDialog::save()
{
    askWhereToSave(this, tr("Hand over credentials"),
        handoverFileName(format(), m_integration.company), [this](const QString& path) {
            handOver(
                path,
                [path](const Secret& document) {
                    auto saved = saveWholeFile(path, document.reveal(), {});
                    if (!saved)
                        saved.error().code = QLatin1String(notWritten);
                    return saved;
                },
                tr("Handed over to %1, which only you can read.").arg(path),
                tr("%1 cannot be written.").arg(path));
        });
}

void HandOverDialog::copy()
{
    // This text is for the record, which is English whatever the window's language is.
    handOver(u"clipboard"_s,
        [this](const Secret& document) {
            copyForAWhile(document);
            parts::sayCopied(m_copy);
            return Outcome<Done>(Done{});
        },
        tr("On the clipboard for 30 seconds."), {});
}

void HandOverDialog::handOver(
    const QString& to, DeliverHandover deliver, const QString& done, const QString& unwritten)
{
    Handover handover;
    handover.format = format();
    if (handover.format == HandoverFormat::Gpg)
        handover.recipient = m_recipient->text().trimmed();
    handover.to = to;
    handover.by = userName();
    form::say(m_said, Tone::Neutral, tr("Asking the keychain..."));
    // The dialog may be closed before the keychain answers.
    const DeliverHandover ifOpen = [dialog = QPointer(this), deliver = std::move(deliver)](
                                       const Secret& document) -> Outcome<Done> {
        if (!dialog)
            return failed(FailureKind::Cancelled, Message());
        return deliver(document);
    };
    QCoro::connect(m_customers.handOver(m_integration.id, handover, ifOpen), this,
        [this, done, unwritten](const Outcome<Done>& outcome) {
            if (outcome)
                return form::say(m_said, Tone::Good, done);
            form::say(m_said, Tone::Bad,
                outcome.error().code == QLatin1String(notWritten)
                    ? unwritten
                    : explainBriefly(outcome.error(), Step::HandedOver));
        });
}

} // namespace jetbridge::ui
