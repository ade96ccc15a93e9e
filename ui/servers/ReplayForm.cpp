// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/ReplayForm.h"

#include "console/Endpoints.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Tokens.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QString readable(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return QString::fromUtf8(document.isNull() ? body : document.toJson(QJsonDocument::Indented))
        .trimmed();
}

} // namespace

ReplayForm::ReplayForm(Endpoints& endpoints, QWidget* parent)
    : QWidget(parent)
    , m_endpoints(endpoints)
    , m_body(new QPlainTextEdit)
    , m_edit(new QCheckBox(tr("Change what is sent")))
    , m_url(new QLineEdit)
    , m_bearer(new QLineEdit)
    , m_send(parts::button(this, "replaySend"_L1, tr("Send again")))
    , m_said(parts::text(this, "replaySaid"_L1))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(spacing::between);
    form->setVerticalSpacing(spacing::inside);
    m_body->setObjectName(u"inboxBody"_s);
    m_body->setAccessibleName(tr("The notification as it was received"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(4 * controlHeight);
    m_body->setFont(parts::fixedFont());
    form->addRow(m_body);
    m_edit->setObjectName(u"replayEdit"_s);
    form->addRow(m_edit);
    m_url->setPlaceholderText(u"http://localhost:8080/notifications"_s);
    form::addField(form, m_url, "replayUrl", tr("Send it to"));
    m_bearer->setEchoMode(QLineEdit::Password);
    m_bearer->setPlaceholderText(tr("None"));
    form::addField(form, m_bearer, "replayBearer", tr("Bearer token"));
    form->addRow(form::reserveLine(m_said));
    form::addButtons(form, {m_send});
    m_send->setEnabled(false);

    connect(m_edit, &QCheckBox::toggled, this, [this](bool mayEdit) {
        m_body->setReadOnly(!mayEdit);
        if (!mayEdit)
            m_body->setPlainText(readable(m_notification.body));
    });
    connect(m_url, &QLineEdit::textChanged, this,
        [this](const QString& url) { m_send->setEnabled(!url.trimmed().isEmpty()); });
    connect(m_url, &QLineEdit::returnPressed, this, &ReplayForm::send);
    connect(m_send, &QPushButton::clicked, this, &ReplayForm::send);
}

void ReplayForm::show(const Notification& notification)
{
    if (notification.number == m_notification.number)
        return;
    m_notification = notification;
    m_edit->setChecked(false);
    m_body->setPlaceholderText(notification.isBodyDropped
            ? tr("The body is not kept any more: the oldest go when they take too much room.")
            : QString());
    m_body->setPlainText(readable(notification.body));
    m_said->hide();
}

void ReplayForm::send()
{
    if (!m_send->isEnabled())
        return;
    const QUrl url(m_url->text().trimmed(), QUrl::StrictMode);
    const auto body = m_edit->isChecked()
        ? std::optional<QByteArray>(m_body->toPlainText().toUtf8())
        : std::nullopt;
    m_send->setEnabled(false);
    form::say(m_said, Tone::Neutral, tr("Sending..."));
    QCoro::connect(
        m_endpoints.replay(m_notification.number, {url, Secret(m_bearer->text().toUtf8())}, body),
        this, [this, url](const Outcome<BackendAnswer>& answer) {
            m_send->setEnabled(true);
            if (!answer)
                return form::say(
                    m_said, Tone::Bad, explainBriefly(answer.error(), Errand::Backend));
            const bool isTaken = answer->status >= 200 && answer->status < 300;
            form::say(m_said, isTaken ? Tone::Good : Tone::Careful,
                tr("%1 answered %2 in %3 ms.")
                    .arg(url.host())
                    .arg(answer->status)
                    .arg(answer->milliseconds));
        });
}

} // namespace jetbridge::ui
