// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/ConnectedCard.h"

#include "parts/Mask.h"
#include "parts/Parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace jetbridge::ui {

ConnectedCard::ConnectedCard(QWidget* parent)
    : QFrame(parent)
    , m_title(parts::section(this, QLatin1String("connectedTitle")))
    , m_proof(parts::text(this, QLatin1String("connectedProof")))
    , m_company(parts::literal(this, QLatin1String("connectedCompany")))
    , m_integration(parts::literal(this, QLatin1String("connectedIntegration")))
{
    setObjectName(QStringLiteral("connectedCard"));
    auto* customer = parts::primaryButton(this, QLatin1String("showCustomer"), tr("Show customer"));
    auto* another = parts::button(this, QLatin1String("onboardAnother"), tr("Onboard another"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(customer);
    buttons->addWidget(another);
    buttons->addStretch();
    QVBoxLayout* column = parts::cardColumn(this);
    column->addWidget(m_title);
    column->addWidget(m_proof);
    parts::addFact(
        column, QLatin1String("connectedCompanyCaption"), tr("Company identifier"), m_company);
    parts::addFact(
        column, QLatin1String("connectedIntegrationCaption"), tr("Integration"), m_integration);
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
