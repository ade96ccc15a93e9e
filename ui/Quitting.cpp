// SPDX-License-Identifier: GPL-3.0-or-later
#include "Quitting.h"

#include "UnstoredNotice.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

Quitting::Quitting(const Onboardings& onboardings, QWidget& window)
    : QObject(&window)
    , m_onboardings(onboardings)
    , m_window(window)
{
}

bool Quitting::mayClose(bool isOnboarding)
{
    // If the person logs out, the session has already asked.
    if (m_mayInterrupt || qApp->isSavingSession())
        return true;
    if (const QString companies = UnstoredNotice::companies(m_onboardings); !companies.isEmpty()) {
        const FailureText why = UnstoredNotice::why(m_onboardings);
        const QString said = UnstoredNotice::areInVault(m_onboardings)
            ? tr("SmartRecruiters showed the customer-level credentials of %1 once. %2 The "
                 "keychain has them: if you quit, the next start finds them.")
            : tr("SmartRecruiters showed the customer-level credentials of %1 once. %2 Quitting "
                 "loses them: the customer must then disable the integration and be onboarded "
                 "again.");
        ask(tr("Credentials are not stored yet"),
            said.arg(companies, why.what) + QLatin1Char(' ') + why.next);
        return false;
    }
    if (isOnboarding)
        ask(tr("An onboarding is under way"),
            tr("The customer's one-time code ends when Jetbridge quits. A confirm request that was "
               "sent already is noted as \"outcome unknown\"."));
    return !isOnboarding;
}

void Quitting::closeNow()
{
    m_mayInterrupt = true;
    m_window.close();
}

void Quitting::ask(const QString& title, const QString& text)
{
    auto* box =
        new QMessageBox(QMessageBox::Question, title, text, QMessageBox::NoButton, &m_window);
    box->setObjectName(u"quitQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* stay = box->addButton(tr("Keep going"), QMessageBox::RejectRole);
    stay->setObjectName(u"quitNo"_s);
    QPushButton* quit = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    quit->setObjectName(u"quitYes"_s);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(stay, &QPushButton::clicked, this, &Quitting::stayed);
    connect(quit, &QPushButton::clicked, this, &Quitting::closeNow);
    box->open();
}

} // namespace jetbridge::ui
