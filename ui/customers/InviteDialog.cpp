// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/InviteDialog.h"

#include "console/CurrentEnvironment.h"
#include "console/WholeFile.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Language.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/SaveDialog.h"
#include "parts/SecretClipboard.h"
#include "parts/TabOrder.h"
#include "parts/Tokens.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int usualDays = 14;
constexpr int daysToChoose[]{1, 7, usualDays, 30, 90};

QVBoxLayout* columnIn(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::between);
    return column;
}

QHBoxLayout* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::inside);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

} // namespace

InviteDialog::InviteDialog(
    const InvitingTopics& topics, const std::optional<Invitation::Record>& before, QWidget* parent)
    : QDialog(parent)
    , m_topics(topics)
    , m_pages(new QStackedWidget(this))
    , m_company(new QLineEdit)
    , m_validFor(new QComboBox)
    , m_language(new QComboBox)
    , m_typed(new QLineEdit)
    , m_invite(parts::primaryButton(this, "inviteMake"_L1, tr("Create invitation")))
    , m_said(parts::text(this, "inviteSaid"_L1))
    , m_code(parts::literal(this, "inviteCode"_L1))
    , m_until(parts::caption(this, "inviteUntil"_L1))
    , m_link(parts::literal(this, "inviteLink"_L1))
    , m_mail(new QPlainTextEdit)
    , m_mailSaid(parts::text(this, "inviteMailSaid"_L1))
{
    setObjectName(u"inviteDialog"_s);
    setWindowTitle(tr("Invite a customer"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_pages->addWidget(buildChoice(before));
    QWidget* result = buildResult();
    // It is larger, and must not enlarge the dialog before it is shown.
    result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_pages->addWidget(result);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::around, spacing::around, spacing::around, spacing::around);
    column->addWidget(m_pages);
    tabInReadingOrder(this);
    (before ? static_cast<QWidget*>(m_validFor) : m_company)->setFocus();
    updateInvite();
}

QWidget* InviteDialog::buildChoice(const std::optional<Invitation::Record>& before)
{
    auto* page = new QWidget(m_pages);
    auto* purpose = parts::text(page, "invitePurpose"_L1);
    purpose->setText(before
            ? tr("The earlier code of %1 ends, and a new one is made.")
                  .arg(Mask::company(before->company))
            : tr(
                "Makes a one-time code and a mail for the customer's administrator. What they "
                "approve is carried out by this window or by `jetbridge-cli serve`, whichever runs "
                "then."));
    for (const int days : daysToChoose)
        m_validFor->addItem(tr("%n days", nullptr, days), days);
    m_validFor->setCurrentIndex(m_validFor->findData(usualDays));
    for (const QString& code : InvitationMail::languages())
        m_language->addItem(Language::nameOf(code), code);
    const QString language = before && !before->language.isEmpty() ? before->language : u"en"_s;
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_company->setPlaceholderText(tr("Identifier in SmartRecruiters"));
    if (before) {
        m_company->setText(before->company.text());
        m_company->setEnabled(false);
    }

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    form::addField(form, m_company, "inviteCompany", tr("Company identifier"));
    form::addField(form, m_validFor, "inviteValidFor", tr("Valid for"));
    form::addField(form, m_language, "inviteLanguage", tr("Language of the mail"));
    const bool isProduction = m_topics.current.environment().kind == Environment::Kind::Production;
    if (isProduction)
        form::addField(form, m_typed, "inviteTyped", tr("Type the identifier again"));
    else
        m_typed->setParent(page);
    m_typed->setVisible(isProduction);
    auto* careful = parts::text(page, "inviteProduction"_L1);
    careful->setText(tr("This is production: the approval connects a real customer."));
    form::tint(careful, Tone::Bad);
    careful->setVisible(isProduction);

    auto* cancel = parts::button(page, "inviteCancel"_L1, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto* column = columnIn(page);
    column->addWidget(purpose);
    column->addLayout(form);
    column->addWidget(careful);
    column->addWidget(m_said);
    column->addLayout(rowOf({m_invite, cancel}));
    column->addStretch();
    m_said->hide();
    for (const QLineEdit* field : {m_company, m_typed})
        connect(field, &QLineEdit::textChanged, this, &InviteDialog::updateInvite);
    connect(m_invite, &QPushButton::clicked, this, &InviteDialog::invite);
    connect(cancel, &QPushButton::clicked, this, &QDialog::close);
    return page;
}

QWidget* InviteDialog::buildResult()
{
    auto* page = new QWidget(m_pages);
    auto* apart = parts::text(page, "inviteApart"_L1);
    apart->setText(
        tr("Send the mail, and tell the administrator the code by another way, such as by "
           "phone. The code is shown here only."));
    auto* copyCode = parts::button(page, "inviteCopyCode"_L1, tr("Copy code"));
    auto* copyLink = parts::button(page, "inviteCopyLink"_L1, tr("Copy link"));
    auto* copyMail = parts::button(page, "inviteCopyMail"_L1, tr("Copy mail"));
    auto* saveMail = parts::button(page, "inviteSaveMail"_L1, tr("Save as .eml..."));
    auto* done = parts::primaryButton(page, "inviteDone"_L1, tr("Close"));
    m_code->setAccessibleName(tr("One-time code"));
    m_link->setAccessibleName(tr("Link for the customer"));
    m_link->setWordWrap(true);
    m_mail->setObjectName(u"inviteMail"_s);
    m_mail->setAccessibleName(tr("Mail to the customer"));
    m_mail->setReadOnly(true);
    m_mail->setTabChangesFocus(true);
    m_mail->setMinimumSize(fontMetrics().averageCharWidth() * 64, fontMetrics().lineSpacing() * 12);

    auto* column = columnIn(page);
    column->addWidget(apart);
    parts::addFact(column, "inviteCodeCaption"_L1, tr("One-time code"), m_code);
    column->addWidget(m_until);
    column->addLayout(rowOf({copyCode}));
    parts::addFact(column, "inviteLinkCaption"_L1, tr("Link for the customer"), m_link);
    column->addLayout(rowOf({copyLink}));
    column->addWidget(m_mail, 1);
    column->addLayout(rowOf({copyMail, saveMail}));
    column->addWidget(m_mailSaid);
    column->addLayout(rowOf({done}));
    m_mailSaid->hide();
    connect(copyCode, &QPushButton::clicked, this, [this, copyCode] {
        QByteArray code = m_made.invitation.code().toUtf8();
        copyForAWhile(Secret(code));
        wipe(code);
        parts::sayCopied(copyCode);
    });
    connect(copyLink, &QPushButton::clicked, this, [this, copyLink] {
        QGuiApplication::clipboard()->setText(m_made.start.toString(QUrl::FullyEncoded));
        parts::sayCopied(copyLink);
    });
    connect(copyMail, &QPushButton::clicked, this, [this, copyMail] {
        QGuiApplication::clipboard()->setText(m_mail->toPlainText());
        parts::sayCopied(copyMail);
    });
    connect(saveMail, &QPushButton::clicked, this, &InviteDialog::saveMail);
    connect(done, &QPushButton::clicked, this, &QDialog::close);
    return page;
}

void InviteDialog::updateInvite()
{
    const QString company = m_company->text().trimmed();
    const bool isProduction = m_topics.current.environment().kind == Environment::Kind::Production;
    m_invite->setEnabled(
        !company.isEmpty() && (!isProduction || m_typed->text().trimmed() == company));
}

void InviteDialog::invite()
{
    InvitingRequest request;
    request.company = CompanyId(m_company->text().trimmed());
    request.typed = m_typed->text().trimmed();
    request.validFor = std::chrono::hours(24 * m_validFor->currentData().toInt());
    request.language = m_language->currentData().toString();
    m_invite->setEnabled(false);
    form::say(m_said, Tone::Neutral, tr("Creating the invitation..."));
    QCoro::connect(
        inviteByMail(m_topics, request), this, [this](const Outcome<InvitationToSend>& made) {
            updateInvite();
            if (made)
                return show(*made);
            form::say(m_said, Tone::Bad, explainBriefly(made.error(), Errand::Here));
            m_invite->setFocus();
        });
}

void InviteDialog::show(const InvitationToSend& made)
{
    m_made = made;
    m_code->setText(Mask::identifier(made.invitation.code()));
    m_until->setText(tr("Good until %1")
                         .arg(QLocale().toString(
                             made.invitation.expiresAt().toLocalTime(), QLocale::ShortFormat)));
    m_link->setText(parts::breakable(Mask::text(made.start.toDisplayString())));
    m_mail->setPlainText(Mask::text(made.mail.subject + u"\n\n"_s + made.mail.text));
    m_pages->setCurrentIndex(1);
    m_pages->currentWidget()->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    adjustSize();
    m_pages->currentWidget()->findChild<QPushButton*>(u"inviteCopyCode"_s)->setFocus();
}

void InviteDialog::saveMail()
{
    const QString name = u"invitation-%1.eml"_s.arg(m_made.invitation.company().text());
    askWhereToSave(this, tr("Mail to the customer"), name, [this](const QString& path) {
        const auto saved = saveWholeFile(path, m_made.mail.eml(), {});
        if (saved)
            form::say(m_mailSaid, Tone::Good,
                tr("Saved as %1. Mail programs open it as a draft.").arg(path));
        else
            form::say(m_mailSaid, Tone::Bad, explainBriefly(saved.error(), Errand::Here));
    });
}

} // namespace jetbridge::ui
