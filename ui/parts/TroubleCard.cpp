// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/TroubleCard.h"

#include "parts/Form.h"
#include "parts/Parts.h"
#include "parts/Said.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
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
    , m_ask(parts::text(this, "unknownAsk"_L1))
    , m_again(parts::text(this, "unknownAgain"_L1))
    , m_trouble(parts::text(this, "unknownTrouble"_L1))
    , m_copy(parts::button(this, "copyForSmartRecruiters"_L1, tr("Copy text for SmartRecruiters")))
{
    setObjectName(u"outcomeUnknownCard"_s);
    auto* startAgain = parts::button(this, "unknownStartAgain"_L1, tr("Start again"));

    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(m_title);
    column->addWidget(m_sure);
    column->addWidget(m_unsure);
    column->addWidget(m_ask);
    column->addWidget(m_copy, 0, Qt::AlignLeft);
    column->addWidget(m_again);
    column->addWidget(startAgain, 0, Qt::AlignLeft);
    column->addWidget(m_trouble);
    m_trouble->hide();
    connect(startAgain, &QPushButton::clicked, this, &OutcomeUnknownCard::startAgainWanted);
    connect(m_copy, &QPushButton::clicked, this, &OutcomeUnknownCard::textWanted);
}

void OutcomeUnknownCard::copied(const Outcome<QString>& text)
{
    copyText(text, m_copy, m_trouble);
}

void OutcomeUnknownCard::show(const QString& company, Evidence evidence, const QString& came)
{
    const bool isInUse = evidence == Evidence::IsThere;
    m_title->setText(isInUse ? tr("%1 is connected at SmartRecruiters, but not here").arg(company)
                             : tr("We do not know yet whether %1 is connected").arg(company));
    m_sure->setText(tr("Sure: the customer approved, and the request to confirm was sent once. It "
                       "will not be sent again by itself."));
    m_unsure->setText(isInUse
            ? tr("Sure since then: SmartRecruiters uses the credentials that we sent with it, so "
                 "the integration exists there. Its customer-level credentials never reached us.")
            : tr("Not sure: whether SmartRecruiters acted on it. No customer-level credentials "
                 "came. %1")
                  .arg(came));
    if (evidence == Evidence::NotAsked)
        m_unsure->setText(m_unsure->text() + QLatin1Char(' ')
            + tr("So far SmartRecruiters has not asked your oauthTokenUrl with the credentials "
                 "that we sent, which proves nothing."));
    m_ask->setText(isInUse
            ? tr("First have the customer disable the integration at SmartRecruiters; the text "
                 "below helps the Partner & API Team to find it.")
            : tr("Either look at SmartRecruiters: does the customer's Apps & Integrations page "
                 "show the integration? The Partner & API Team can tell, too."));
    m_again->setText(isInUse
            ? tr("Then start again: the customer approves once more and new credentials come.")
            : tr("Or start again: the customer approves once more. SmartRecruiters then gives new "
                 "credentials, or says that the integration is already there."));
    m_trouble->hide();
    setAccessibleName(m_title->text());
}

void OutcomeUnknownCard::sayTrouble(const QString& sentence)
{
    form::say(m_trouble, Tone::Bad, sentence);
}

} // namespace jetbridge::ui
