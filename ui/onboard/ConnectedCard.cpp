// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/ConnectedCard.h"

#include "parts/Mask.h"
#include "parts/Parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

ConnectedCard::ConnectedCard(QWidget* parent)
    : QFrame(parent)
    , m_title(parts::section(this, "connectedTitle"_L1))
    , m_proof(parts::text(this, "connectedProof"_L1))
    , m_company(parts::literal(this, "connectedCompany"_L1))
    , m_integration(parts::literal(this, "connectedIntegration"_L1))
{
    setObjectName(u"connectedCard"_s);
    auto* customer = parts::primaryButton(this, "showCustomer"_L1, tr("Show customer"));
    auto* another = parts::button(this, "onboardAnother"_L1, tr("Onboard another"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(customer);
    buttons->addWidget(another);
    buttons->addStretch();
    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(m_title);
    column->addWidget(m_proof);
    parts::addFact(column, "connectedCompanyCaption"_L1, tr("Company identifier"), m_company);
    parts::addFact(column, "connectedIntegrationCaption"_L1, tr("Integration"), m_integration);
    column->addLayout(buttons);
    connect(customer, &QPushButton::clicked, this, &ConnectedCard::customerWanted);
    connect(another, &QPushButton::clicked, this, &ConnectedCard::anotherWanted);
}

void ConnectedCard::show(const Integration& integration, const QString& companyName)
{
    const bool isProved = integration.status == IntegrationStatus::Live;
    m_title->setText(tr("%1 is connected").arg(companyName));
    m_proof->setText(isProved
            ? tr("A first call on the customer's behalf worked. The credentials are in the "
                 "keychain.")
            : onlyATokenWasGiven(integration)
            ? tr("The credentials are in the keychain, and a token was given. None of the "
                 "application's scopes allows a harmless call, so no call was made.")
            : tr("The credentials are in the keychain, but the first call on the customer's "
                 "behalf did not work yet."));
    m_company->setText(Mask::identifier(integration.company));
    m_integration->setText(Mask::identifier(integration.id.text()));
    setAccessibleName(m_title->text());
}

} // namespace jetbridge::ui
