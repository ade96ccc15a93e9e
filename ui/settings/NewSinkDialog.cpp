// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/NewSinkDialog.h"

#include "console/Deliveries.h"
#include "parts/ColumnScroll.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Said.h"
#include "parts/TabOrder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int fewestSeconds = 1;
constexpr int mostSeconds = 600;
constexpr int linesInSight = 3;

QPlainTextEdit* linesField()
{
    auto* field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    field->setFixedHeight(linesInSight * controlHeight);
    field->setToolTip(NewSinkDialog::tr(
        "One argument per line. {event}, {companyId}, {integrationId}, {clientId}, {environment} "
        "and {deliveryId} are replaced. No argument can contain a secret."));
    return field;
}

QStringList linesOf(const QPlainTextEdit* field)
{
    return field->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

/// Invalid: it is not a whole path.
Outcome<QString> wholePath(const QLineEdit* field)
{
    const QString path = field->text();
    if (QDir::isAbsolutePath(path))
        return QDir::cleanPath(path);
    return failed(FailureKind::Invalid,
        NewSinkDialog::tr("%1: enter the whole path, which begins with /.")
            .arg(field->accessibleName()));
}

} // namespace

NewSinkDialog::NewSinkDialog(Deliveries& deliveries, QWidget* parent)
    : QDialog(parent)
    , m_deliveries(deliveries)
    , m_form(new QFormLayout)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_folder(new QLineEdit)
    , m_program(new QLineEdit)
    , m_arguments(linesField())
    , m_undoArguments(linesField())
    , m_variables(new QLineEdit)
    , m_seconds(new QSpinBox)
    , m_address(new QLineEdit)
    , m_mount(new QLineEdit(VaultSettings().mount))
    , m_path(new QLineEdit(u"jetbridge/{integrationId}"_s))
    , m_nameSpace(new QLineEdit)
    , m_roleId(new QLineEdit)
    , m_roleMount(new QLineEdit(VaultSettings().roleMount))
    , m_secret(new QLineEdit)
    , m_webhook(new QLineEdit)
    , m_withSecret(new QCheckBox(tr("Send the credentials, too")))
    , m_format(new QComboBox)
    , m_recipient(new QLineEdit)
    , m_inClear(new QCheckBox(tr("I understand the secret will be unencrypted")))
    , m_withExisting(new QCheckBox(tr("Also deliver the credentials that exist already")))
    , m_said(parts::text(this, "newSinkSaid"_L1))
    , m_add(parts::primaryButton(this, "newSinkAdd"_L1, tr("Check and add")))
{
    setObjectName(u"newSinkDialog"_s);
    setWindowTitle(tr("Add a sink"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->setHorizontalSpacing(spacing::between);
    m_form->setVerticalSpacing(spacing::inside);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildFields();
    m_said->hide();
    auto* cancel = parts::button(this, "newSinkCancel"_L1, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    buttons->addStretch();
    // With large text the fields of a program are higher than a screen.
    auto* fields = new QWidget;
    fields->setLayout(m_form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->setSpacing(spacing::between);
    column->addWidget(new ColumnScroll(fields, 0), 1);
    column->addWidget(m_said);
    column->addLayout(buttons);
    tabInReadingOrder(this);
    m_name->setFocus();

    connect(m_kind, &QComboBox::currentIndexChanged, this, &NewSinkDialog::showChoice);
    connect(m_format, &QComboBox::currentIndexChanged, this, &NewSinkDialog::showChoice);
    connect(m_add, &QPushButton::clicked, this, &NewSinkDialog::add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    showChoice();
    resize(560, 520);
}

void NewSinkDialog::buildFields()
{
    for (const auto& [text, value] : {std::pair(tr("Folder of files"), SinkKind::Folder),
             std::pair(tr("Program"), SinkKind::Command),
             std::pair(tr("HashiCorp Vault or OpenBao"), SinkKind::Vault),
             std::pair(tr("Signed webhook"), SinkKind::Webhook)})
        m_kind->addItem(text, int(value));
    for (const auto& [text, value] :
        {std::pair(tr("Encrypted for one person (gpg)"), HandoverFormat::Gpg),
            std::pair(tr("JSON object"), HandoverFormat::Json),
            std::pair(tr(".env file"), HandoverFormat::Env),
            std::pair(tr("Kubernetes Secret"), HandoverFormat::Kubernetes),
            std::pair(tr("HashiCorp Vault, KV version 2"), HandoverFormat::Vault)})
        m_format->addItem(text, int(value));
    m_seconds->setRange(fewestSeconds, mostSeconds);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setValue(CommandSettings().seconds);
    m_secret->setEchoMode(QLineEdit::Password);
    m_variables->setToolTip(
        tr("Names of environment variables that the program gets, with spaces between them."));
    m_path->setToolTip(tr("It must contain {integrationId}; {companyId} and {environment} are "
                          "replaced, too."));
    m_undoArguments->setPlaceholderText(tr("The same arguments"));
    m_nameSpace->setPlaceholderText(tr("The root namespace"));
    m_roleId->setPlaceholderText(tr("None: the secret is a token"));
    m_recipient->setPlaceholderText(tr("Fingerprint, or e-mail address of a key you signed"));
    m_recipient->setMinimumWidth(
        m_recipient->fontMetrics().horizontalAdvance(m_recipient->placeholderText()) + 32);
    m_webhook->setToolTip(tr("Webhooks are signed with the environment's webhook secret."));
    m_withSecret->setObjectName(u"newSinkWithSecret"_s);
    m_withSecret->setToolTip(
        tr("Without them, your backend is told of the event and the customer only."));
    m_inClear->setObjectName(u"newSinkInClear"_s);
    m_withExisting->setObjectName(u"newSinkWithExisting"_s);

    form::addField(m_form, m_name, "newSinkName", tr("Name"));
    form::addField(m_form, m_kind, "newSinkKind", tr("Kind"));
    form::addField(m_form, m_folder, "newSinkFolder", tr("Folder"));
    form::addField(m_form, m_program, "newSinkProgram", tr("Program"));
    form::addField(m_form, m_arguments, "newSinkArguments", tr("Arguments"));
    form::addField(
        m_form, m_undoArguments, "newSinkUndoArguments", tr("Arguments for taking back"));
    form::addField(m_form, m_variables, "newSinkVariables", tr("Passed variables"));
    form::addField(m_form, m_seconds, "newSinkSeconds", tr("Time limit"));
    form::addField(m_form, m_address, "newSinkAddress", tr("Address of Vault"));
    form::addField(m_form, m_mount, "newSinkMount", tr("Mount"));
    form::addField(m_form, m_path, "newSinkPath", tr("Path"));
    form::addField(m_form, m_nameSpace, "newSinkNamespace", tr("Namespace"));
    form::addField(m_form, m_roleId, "newSinkRoleId", tr("Role ID (AppRole)"));
    form::addField(m_form, m_roleMount, "newSinkRoleMount", tr("Mount of the AppRole"));
    form::addField(m_form, m_secret, "newSinkSecret", tr("Token or secret ID"));
    form::addField(m_form, m_webhook, "newSinkWebhook", tr("Address of your backend"));
    m_form->addRow(m_withSecret);
    form::addField(m_form, m_format, "newSinkFormat", tr("Format"));
    form::addField(m_form, m_recipient, "newSinkRecipient", tr("Recipient"));
    m_form->addRow(m_inClear);
    m_form->addRow(m_withExisting);
}

SinkKind NewSinkDialog::kind() const
{
    return SinkKind(m_kind->currentData().toInt());
}

HandoverFormat NewSinkDialog::format() const
{
    return HandoverFormat(m_format->currentData().toInt());
}

void NewSinkDialog::showChoice()
{
    const bool isVault = kind() == SinkKind::Vault;
    const bool isCommand = kind() == SinkKind::Command;
    m_form->setRowVisible(m_folder, kind() == SinkKind::Folder);
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_program, m_arguments, m_undoArguments, m_variables, m_seconds})
        m_form->setRowVisible(field, isCommand);
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_address, m_mount, m_path, m_nameSpace, m_roleId, m_roleMount, m_secret})
        m_form->setRowVisible(field, isVault);
    const bool isWebhook = kind() == SinkKind::Webhook;
    m_form->setRowVisible(m_webhook, isWebhook);
    m_form->setRowVisible(m_withSecret, isWebhook);
    // Vault and webhooks have a format of their own.
    const bool hasFormat = !isVault && !isWebhook;
    const bool isEncrypted = format() == HandoverFormat::Gpg;
    m_form->setRowVisible(m_format, hasFormat);
    m_form->setRowVisible(m_recipient, hasFormat && isEncrypted);
    m_form->setRowVisible(m_inClear, hasFormat && !isEncrypted);
}

Outcome<Sink> NewSinkDialog::enteredVault() const
{
    VaultSettings settings;
    settings.address = QUrl(m_address->text().trimmed(), QUrl::StrictMode);
    settings.mount = m_mount->text().trimmed();
    settings.path = m_path->text().trimmed();
    settings.nameSpace = m_nameSpace->text().trimmed();
    settings.roleId = m_roleId->text().trimmed();
    settings.roleMount = m_roleMount->text().trimmed();
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Vault;
    sink.settings = settings.toJson();
    return sink;
}

Outcome<Sink> NewSinkDialog::enteredCommand() const
{
    const auto program = wholePath(m_program);
    if (!program)
        return passOn(program);
    CommandSettings settings;
    settings.format = {format(), m_recipient->text().trimmed()};
    settings.program = *program;
    settings.arguments = linesOf(m_arguments);
    settings.undoArguments = linesOf(m_undoArguments);
    settings.variables =
        m_variables->text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    settings.seconds = m_seconds->value();
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Command;
    sink.settings = settings.toJson();
    return sink;
}

Outcome<Sink> NewSinkDialog::enteredWebhook() const
{
    const WebhookSinkSettings settings{
        QUrl(m_webhook->text().trimmed(), QUrl::StrictMode), m_withSecret->isChecked()};
    if (const auto sound = settings.check(); !sound)
        return passOn(sound);
    Sink sink;
    sink.kind = SinkKind::Webhook;
    sink.settings = settings.toJson();
    return sink;
}

Outcome<Sink> NewSinkDialog::entered() const
{
    if (kind() == SinkKind::Vault)
        return enteredVault();
    if (kind() == SinkKind::Webhook)
        return enteredWebhook();
    if (format() == HandoverFormat::Gpg && m_recipient->text().trimmed().isEmpty())
        return failed(FailureKind::Invalid, tr("Enter the recipient of the encrypted documents."));
    if (format() != HandoverFormat::Gpg && !m_inClear->isChecked())
        return failed(FailureKind::Invalid,
            tr("In this format the secret leaves unencrypted: confirm it, or choose gpg."));
    if (kind() == SinkKind::Command)
        return enteredCommand();
    const auto folder = wholePath(m_folder);
    if (!folder)
        return passOn(folder);
    Sink sink;
    sink.kind = SinkKind::Folder;
    sink.settings = FolderSettings{{format(), m_recipient->text().trimmed()}, *folder}.toJson();
    return sink;
}

void NewSinkDialog::add()
{
    auto sink = entered();
    if (!sink)
        return form::say(m_said, Tone::Bad, said(sink.error().detail));
    sink->name = m_name->text();
    NewSink wanted{*sink, {}, m_withExisting->isChecked()};
    if (kind() == SinkKind::Vault)
        wanted.secret = Secret(m_secret->text().trimmed().toUtf8());
    m_add->setEnabled(false);
    form::say(m_said, Tone::Neutral, tr("Asking the sink..."));
    QCoro::connect(m_deliveries.add(wanted), this, [this](const Outcome<Sink>& outcome) {
        m_add->setEnabled(true);
        if (!outcome)
            return form::say(m_said, Tone::Bad, said(outcome.error().detail));
        m_secret->clear();
        Q_EMIT added(*outcome);
        close();
    });
}

} // namespace jetbridge::ui
