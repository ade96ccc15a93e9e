// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/TroubleCard.h"

#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

void copyText(const Outcome<QString>& text, QPushButton* button, QLabel* trouble)
{
    form::say(trouble, Tone::Bad, text ? QString() : said(text.error().detail));
    if (!text)
        return;
    QGuiApplication::clipboard()->setText(*text);
    parts::sayCopied(button);
}

FailureCard::FailureCard(QWidget* parent)
    : QFrame(parent)
    , m_what(parts::section(this, "failureWhat"_L1))
    , m_why(parts::text(this, "failureWhy"_L1))
    , m_who(parts::text(this, "failureWho"_L1))
    , m_next(parts::text(this, "failureNext"_L1))
    , m_action(parts::primaryButton(this, "failureAction"_L1, tr("Try again")))
    , m_copy(parts::button(this, "copyForSmartRecruiters"_L1, tr("Copy text for SmartRecruiters")))
    , m_trouble(parts::text(this, "failureTrouble"_L1))
{
    setObjectName(u"failureCard"_s);
    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(m_what);
    column->addWidget(m_why);
    column->addWidget(m_who);
    column->addWidget(m_next);
    column->addWidget(m_action, 0, Qt::AlignLeft);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addWidget(m_trouble);
    m_trouble->hide();
    connect(m_action, &QPushButton::clicked, this, &FailureCard::actionWanted);
    connect(m_copy, &QPushButton::clicked, this, &FailureCard::textWanted);
}

void FailureCard::copied(const Outcome<QString>& text)
{
    copyText(text, m_copy, m_trouble);
}

void FailureCard::show(const FailureText& text, const QString& action)
{
    m_what->setText(text.what);
    m_why->setText((text.isSure ? tr("Cause: %1") : tr("Likely cause: %1")).arg(text.why));
    m_who->setText(tr("Who can fix it: %1").arg(text.who));
    m_next->setText(tr("What to do now: %1").arg(text.next));
    m_next->setVisible(!text.next.isEmpty());
    m_action->setVisible(!action.isEmpty());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_copy->setVisible(text.canSmartRecruitersHelp);
    m_trouble->hide();
    setAccessibleName(text.what);
}

OutcomeUnknownCard::OutcomeUnknownCard(QWidget* parent)
    : QFrame(parent)
    , m_title(parts::section(this, "unknownTitle"_L1))
    , m_sure(parts::text(this, "unknownSure"_L1))
    , m_unsure(parts::text(this, "unknownUnsure"_L1))
    , m_evidence(parts::text(this, "unknownEvidence"_L1))
    , m_ask(parts::text(this, "unknownAsk"_L1))
    , m_existsMeans(parts::caption(this, "unknownExistsMeans"_L1))
    , m_repeatMeans(parts::caption(this, "unknownRepeatMeans"_L1))
    , m_trouble(parts::text(this, "unknownTrouble"_L1))
    , m_copy(parts::button(this, "copyForSmartRecruiters"_L1, tr("Copy text for SmartRecruiters")))
    , m_disable(parts::button(this, "unknownDisable"_L1, tr("Disable in simulator")))
    , m_exists(parts::button(this, "unknownExists"_L1, tr("It exists at SmartRecruiters")))
    , m_repeat(parts::button(this, "unknownRepeat"_L1, tr("It does not exist there")))
{
    setObjectName(u"outcomeUnknownCard"_s);
    QVBoxLayout* column = parts::cardColumn(this);
    for (QLabel* line : {m_title, m_sure, m_unsure, m_evidence, m_ask})
        column->addWidget(line);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addWidget(m_disable, 0, Qt::AlignLeft);
    column->addWidget(m_exists, 0, Qt::AlignLeft);
    column->addWidget(m_existsMeans);
    column->addWidget(m_repeat, 0, Qt::AlignLeft);
    column->addWidget(m_repeatMeans);
    column->addWidget(m_trouble);
    m_repeatMeans->setText(tr("The customer approves once more, and the confirm request is sent a "
                              "second time. This entry stays until new credentials replace it."));
    m_trouble->hide();
    connect(m_exists, &QPushButton::clicked, this, &OutcomeUnknownCard::chooseExists);
    connect(m_repeat, &QPushButton::clicked, this, &OutcomeUnknownCard::repeatWanted);
    connect(m_disable, &QPushButton::clicked, this, [this] {
        m_disable->setEnabled(false); // until disabled()
        Q_EMIT disableWanted();
    });
    connect(m_copy, &QPushButton::clicked, this, &OutcomeUnknownCard::textWanted);
}

void OutcomeUnknownCard::copied(const Outcome<QString>& text)
{
    copyText(text, m_copy, m_trouble);
}

void OutcomeUnknownCard::show(const QString& company, const Integration& unknown, bool hasSimulator)
{
    if (unknown.id != m_shown) {
        m_trouble->hide();
        m_disable->setEnabled(true);
    }
    m_shown = unknown.id;
    m_company = company;
    m_found = evidenceOf(unknown);
    m_isDisabled = unknown.statusDetail.code == "unknown_was_disabled"_L1;
    m_title->setText(m_isDisabled ? tr("%1 has disabled the integration: start again").arg(company)
            : m_found == Evidence::IsThere
            ? tr("%1 is connected at SmartRecruiters, but not here").arg(company)
            : tr("We do not know yet whether %1 is connected").arg(company));
    setAccessibleName(m_title->text());
    showKnown(unknown);
    showWays(hasSimulator);
}

void OutcomeUnknownCard::showKnown(const Integration& unknown)
{
    const bool isThere = m_found == Evidence::IsThere;
    m_sure->setText(tr("What we know: the customer approved, and the confirm request was sent. "
                       "Jetbridge won't resend it automatically."));
    m_unsure->setVisible(!isThere);
    m_unsure->setText(tr("What we don't know: whether SmartRecruiters acted on it. No "
                         "customer-level credentials came. %1")
                          .arg(said(unknown.statusDetail)));
    m_evidence->setVisible(isThere || m_found == Evidence::NotAsked || !unknown.bidirectional);
    m_evidence->setText(m_isDisabled
            ? tr("Evidence: SmartRecruiters has told us that the customer disabled the "
                 "integration. It did exist, but its credentials never reached us.")
            : isThere ? tr("Evidence: SmartRecruiters has used the credentials that we sent with "
                           "the request, so the integration exists there. Its customer-level "
                           "credentials never reached us.")
            : m_found == Evidence::NotAsked
            ? tr("Evidence: none. SmartRecruiters has not asked your oauthTokenUrl with the "
                 "credentials that we sent, which proves nothing.")
            : tr("Evidence: none. A one-way integration cannot show by itself whether it exists."));
    m_ask->setVisible(!isThere);
    m_ask->setText(tr("Find out first: does the customer's Apps & Integrations page show the "
                      "integration? The Partner & API Team can also check."));
}

void OutcomeUnknownCard::showWays(bool hasSimulator)
{
    const bool isThere = m_found == Evidence::IsThere;
    m_disable->setVisible(hasSimulator && !m_isDisabled);
    const QString exists = m_isDisabled ? tr("Start again") : tr("It exists at SmartRecruiters");
    m_exists->setText(exists);
    m_exists->setAccessibleName(exists);
    m_existsMeans->setText(m_isDisabled
            ? tr("Jetbridge removes this entry, and the customer approves once more. The history "
                 "stays.")
            : tr("The customer disables the integration at SmartRecruiters, because nobody can "
                 "use it without its credentials. Then Jetbridge removes this entry, and the "
                 "customer approves once more."));
    // A second confirm call is refused while the first one is known to have created an integration.
    m_repeat->setVisible(!isThere);
    m_repeatMeans->setVisible(!isThere);
    m_exists->setAccessibleDescription(m_existsMeans->text());
    m_repeat->setAccessibleDescription(m_repeatMeans->text());
}

void OutcomeUnknownCard::chooseExists()
{
    if (m_isDisabled) {
        Q_EMIT existsWanted();
        return;
    }
    askBefore(this, "unknownExists", tr("Has %1 disabled the integration?").arg(m_company),
        tr("Jetbridge removes this entry, and credentials that we made for SmartRecruiters in this "
           "attempt stop working. The history stays. While the integration is still enabled, "
           "SmartRecruiters may refuse a second one."),
        tr("It is disabled: start again"), [this, row = m_shown] {
            if (row == m_shown) // another row may be shown meanwhile
                Q_EMIT existsWanted();
        });
}

void OutcomeUnknownCard::disabled(const Outcome<QJsonObject>& happened)
{
    m_disable->setEnabled(true);
    if (happened)
        form::say(m_trouble, Tone::Good,
            tr("The customer disabled the integration in the simulator. You can start again."));
    else if (happened.error().kind == FailureKind::NotFound)
        form::say(m_trouble, Tone::Careful,
            tr("The simulator has no enabled integration that this request created."));
    else
        sayTrouble(explainBriefly(happened.error(), Errand::Simulator));
}

void OutcomeUnknownCard::sayTrouble(const QString& sentence)
{
    form::say(m_trouble, Tone::Bad, sentence);
}

} // namespace jetbridge::ui
