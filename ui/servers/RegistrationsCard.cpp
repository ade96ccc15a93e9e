// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/RegistrationsCard.h"

#include "console/ClientRegistrations.h"
#include "console/Customers.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/StatusWords.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

using State = ClientRegistrationState;

constexpr int mostShown = 500;

QString stateInWords(const Registration& registration)
{
    switch (registration.state) {
    case State::Asked:
        return RegistrationsCard::tr("Requested");
    case State::Staged:
        return RegistrationsCard::tr("Waits for the confirmation");
    case State::Confirmed:
        return RegistrationsCard::tr("In use, your backend is not told yet");
    case State::Kept:
        return RegistrationsCard::tr("In use");
    case State::Leaving:
        return registration.service == TokenService::Webhook
            ? RegistrationsCard::tr("Withdrawn, your backend is not told yet")
            : RegistrationsCard::tr("To be deleted");
    case State::Lost:
        return RegistrationsCard::tr("May exist there");
    }
    Q_UNREACHABLE();
}

/// Returns when it is tried again; the backend may have asked us to stop.
QString nextTry(const Registration& registration)
{
    return isHalted(registration)
        ? RegistrationsCard::tr("It is not tried again until you press \"Try again now\".")
        : RegistrationsCard::tr("It is tried again by itself.");
}

/// Returns what staff should know or do about a client; empty: nothing.
QString adviceFor(const Registration& registration)
{
    const QString name = Mask::identifier(registration.clientName);
    QStringList sentences;
    if (registration.state == State::Lost) {
        sentences.append(RegistrationsCard::tr(
            "A client named \"%1\" may exist in your authorization server: look for it "
            "and delete it there, then close it here. Tokens that it got stay valid "
            "until they expire.")
                             .arg(name));
    } else if (isStillToBeTold(registration)) {
        sentences.append(registration.state == State::Leaving
                ? RegistrationsCard::tr(
                    "Your backend is still to be told that \"%1\" is withdrawn.")
                      .arg(name)
                : RegistrationsCard::tr(
                    "Your backend is still to be told that \"%1\" is committed.")
                      .arg(name));
        sentences.append(nextTry(registration));
        sentences.append(RegistrationsCard::tr("If you do it there yourself, close it here."));
    } else if (registration.state == State::Leaving) {
        sentences.append(
            RegistrationsCard::tr("\"%1\" is to be deleted in your authorization server.")
                .arg(name));
        sentences.append(nextTry(registration));
    }
    if (!sentences.isEmpty() && !registration.detail.isEmpty())
        sentences.append(Mask::text(said(registration.detail)));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

RegistrationsCard::RegistrationsCard(
    ClientRegistrations& clients, Customers& customers, QWidget* parent)
    : LatestCard(
        u"registrations"_s, {tr("Company"), tr("State"), tr("Client name"), tr("Since")}, 2, parent)
    , m_clients(clients)
    , m_notice(parts::text(this, "registrationsNotice"_L1))
    , m_advice(parts::text(this, "registrationAdvice"_L1))
    , m_result(parts::text(this, "registrationsResult"_L1))
    , m_retry(parts::button(this, "retryRegistrations"_L1, tr("Try again now")))
    , m_close(parts::button(this, "closeRegistration"_L1, tr("Close...")))
{
    setTableName(tr("Clients at your own server"));
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(0, m_notice);
    column->addWidget(m_advice);
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_retry);
    row->addWidget(m_close);
    column->addWidget(buttons);
    column->addWidget(m_result);
    for (QWidget* later : {static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_advice),
             static_cast<QWidget*>(m_retry), static_cast<QWidget*>(m_close),
             static_cast<QWidget*>(m_result)})
        later->hide();
    connect(table()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &RegistrationsCard::showSelected);
    connect(m_retry, &QPushButton::clicked, this, &RegistrationsCard::retry);
    connect(m_close, &QPushButton::clicked, this, &RegistrationsCard::askToClose);
    // Each step of an onboarding may change the state of its client.
    connect(&customers, &Customers::journalAppended, this, [this] { refreshSoon(); });
    connect(&customers, &Customers::integrationChanged, this, [this] { refreshSoon(); });
}

void RegistrationsCard::refresh()
{
    const QList<State> all{
        State::Lost, State::Leaving, State::Confirmed, State::Asked, State::Staged, State::Kept};
    QCoro::connect(m_clients.registrations().in(all), this,
        [this](const Outcome<QList<Registration>>& registrations) {
            if (registrations)
                showAll(*registrations);
            else
                say(explainBriefly(registrations.error(), Errand::Here));
        });
}

void RegistrationsCard::showAll(const QList<Registration>& all)
{
    const OnboardingId kept = m_selected;
    m_shown.clear(); // the selection changes while the rows do
    QList<Registration> shown = all;
    const auto firstDone = std::stable_partition(shown.begin(), shown.end(), isLeftOver);
    const qsizetype left = firstDone - shown.begin();
    shown = shown.mid(0, mostShown);
    QList<QList<QStandardItem*>> rows;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Registration& one : std::as_const(shown)) {
        auto* since = new QStandardItem(relativeTime(one.at, now));
        since->setToolTip(QLocale().toString(one.at.toLocalTime(), QLocale::LongFormat));
        rows.append(
            {new QStandardItem(Mask::company(one.company)), new QStandardItem(stateInWords(one)),
                new QStandardItem(Mask::identifier(one.clientName)), since});
    }
    list(rows,
        all.isEmpty() ? tr("None. If your own server serves oauthTokenUrl, the clients that "
                           "Jetbridge has there are listed here.")
                      : tr("%L1 in all.").arg(all.size()));
    form::say(m_notice, Tone::Careful,
        left == 0 ? QString()
                  : tr("Left to be done at your own server: %L1. Choose a client to see what.")
                        .arg(left));
    m_shown = shown;
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(),
        [&kept](const Registration& one) { return one.onboarding == kept; });
    if (!m_shown.isEmpty())
        form::chooseRow(table(), found == m_shown.cend() ? 0 : int(found - m_shown.cbegin()));
    showSelected();
}

const Registration* RegistrationsCard::selected() const
{
    const QModelIndexList rows = table()->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.first().row();
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

void RegistrationsCard::showSelected()
{
    const Registration* one = selected();
    if (one)
        m_selected = one->onboarding;
    const QString advice = one ? adviceFor(*one) : QString();
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    const bool isAnyLeft = std::any_of(m_shown.cbegin(), m_shown.cend(), isLeftOver);
    m_retry->setVisible(isAnyLeft);
    m_close->setVisible(isAnyLeft);
    // A client that may exist is not known to us well enough to try anything.
    m_retry->setEnabled(std::any_of(m_shown.cbegin(), m_shown.cend(),
        [](const Registration& shown) { return isLeftOver(shown) && shown.state != State::Lost; }));
    m_close->setEnabled(one && mayBeClosed(*one));
}

void RegistrationsCard::retry()
{
    m_retry->setEnabled(false);
    QCoro::connect(
        m_clients.clear(Finishing::Wanted::ByStaff), this, [this](const Outcome<Done>& cleared) {
            if (cleared)
                form::say(m_result, Tone::Neutral, tr("Tried again. What is left is listed."));
            else
                form::say(m_result, Tone::Bad, explainBriefly(cleared.error(), Errand::Here));
            refresh();
        });
}

void RegistrationsCard::askToClose()
{
    const Registration* one = selected();
    if (!one || !mayBeClosed(*one))
        return;
    const QString name = Mask::identifier(one->clientName);
    askBefore(this, "closeRegistration",
        one->state == State::Lost ? tr("Did you look for \"%1\" at your server?").arg(name)
                                  : tr("Did you tell your backend of \"%1\" yourself?").arg(name),
        one->state == State::Confirmed
            ? tr("Jetbridge will not tell your backend that the client is used.")
            : tr("It is neither tried nor listed any more. A client that still exists there gets "
                 "tokens."),
        tr("Close"), [this, onboarding = one->onboarding] { close(onboarding); });
}

void RegistrationsCard::close(const OnboardingId& onboarding)
{
    QCoro::connect(m_clients.close(onboarding), this, [this](const Outcome<Registration>& closed) {
        if (closed)
            form::say(m_result, Tone::Good,
                tr("\"%1\" is closed.").arg(Mask::identifier(closed->clientName)));
        else
            form::say(m_result, Tone::Bad, explainBriefly(closed.error(), Errand::Here));
        refresh();
    });
}

} // namespace jetbridge::ui
