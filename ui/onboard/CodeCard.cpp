// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/CodeCard.h"

#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/StatusWords.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <chrono>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

CodeCard::CodeCard(QWidget* parent)
    : QFrame(parent)
    , m_title(parts::caption(this, "codeTitle"_L1))
    , m_code(parts::literal(this, "oneTimeCode"_L1))
    , m_validity(parts::caption(this, "codeValidity"_L1))
    , m_link(parts::literal(this, "consentLink"_L1))
    , m_copyCode(parts::button(this, "copyCode"_L1, tr("Copy code")))
    , m_copyLink(parts::button(this, "copyLink"_L1, tr("Copy link")))
    , m_newCode(parts::primaryButton(this, "newCode"_L1, tr("New code")))
{
    setObjectName(u"codeCard"_s);
    QFont spaced = m_code->font();
    spaced.setLetterSpacing(QFont::PercentageSpacing, 108);
    m_code->setFont(spaced);
    m_code->setAccessibleName(tr("One-time code"));
    m_link->setAccessibleName(tr("Link for the customer"));
    m_link->setWordWrap(true);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copyCode);
    buttons->addWidget(m_copyLink);
    buttons->addWidget(m_newCode);
    buttons->addStretch();
    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(m_title);
    column->addWidget(m_code);
    column->addWidget(m_validity);
    column->addWidget(m_link);
    column->addLayout(buttons);

    connect(m_copyCode, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_invited);
        parts::sayCopied(m_copyCode);
    });
    connect(m_copyLink, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded));
        parts::sayCopied(m_copyLink);
    });
    connect(m_newCode, &QPushButton::clicked, this, &CodeCard::newCodeWanted);
    setLink({});

    auto* passing = new QTimer(this);
    connect(passing, &QTimer::timeout, this, &CodeCard::showExpiry);
    passing->start(std::chrono::seconds(10));
}

void CodeCard::show(const std::optional<Invitation>& invitation, const QDateTime& now)
{
    const bool isGood = invitation && invitation->isOpen(now);
    m_title->setText(
        isGood ? tr("One-time code for the customer") : tr("The one-time code is no longer valid"));
    m_code->setVisible(isGood);
    m_copyCode->setVisible(isGood);
    m_copyLink->setVisible(isGood && !m_url.isEmpty());
    m_link->setVisible(isGood && !m_url.isEmpty());
    m_newCode->setVisible(!isGood);
    if (isGood) {
        m_invited = invitation->code();
        m_code->setText(Mask::identifier(m_invited));
        m_expiresAt = invitation->expiresAt();
        m_validity->setToolTip(exactTime(m_expiresAt));
        return showExpiry();
    }
    m_expiresAt = {};
    m_validity->setToolTip({});
    m_invited.clear();
    m_code->clear();
    if (invitation && now >= invitation->expiresAt())
        m_validity->setText(
            tr("The code has expired. Create a new one and give it to the customer."));
    else
        m_validity->setText(
            tr("The code was used. For another decision the customer needs a new one."));
}

void CodeCard::showExpiry()
{
    if (m_expiresAt.isValid())
        m_validity->setText(tr("Expires %1").arg(timeUntil(m_expiresAt)));
}

void CodeCard::setLink(const QUrl& link)
{
    m_url = link;
    m_link->setText(Mask::text(link.toDisplayString()));
    m_link->setVisible(!link.isEmpty());
    m_copyLink->setVisible(!link.isEmpty());
}

} // namespace jetbridge::ui
