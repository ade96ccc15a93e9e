// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomerDetail.h"

#include "console/Customers.h"
#include "console/DisableUnanswered.h"
#include "console/EmbeddedSimulator.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "console/TrafficRecords.h"
#include "customers/CustomerDeliveries.h"
#include "customers/DirectionLamps.h"
#include "customers/HandOverDialog.h"
#include "journal/JournalLinks.h"
#include "journal/JournalView.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/Said.h"
#include "parts/SecretClipboard.h"
#include "parts/StatusWords.h"
#include "parts/Tokens.h"
#include "parts/TroubleCard.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr auto secretIsShownFor = std::chrono::seconds(30);
constexpr qsizetype linesAtFirst = 100; ///< Number of history lines at first, because each of them
                                        ///< is laid out.

} // namespace

CustomerDetail::CustomerDetail(const Topics& topics, QWidget* parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_name(parts::section(this, "customerName"_L1))
    , m_facts(parts::caption(this, "customerFacts"_L1))
    , m_status(parts::text(this, "customerStatus"_L1))
    , m_directions(new DirectionLamps(this))
    , m_deliveries(new CustomerDeliveries(topics.deliveries, this))
    , m_said(parts::text(this, "customerSaid"_L1))
    , m_company(parts::literal(this, "customerCompanyId"_L1))
    , m_id(parts::literal(this, "customerIntegrationId"_L1))
    , m_clientId(parts::literal(this, "customerClientId"_L1))
    , m_scopes(parts::literal(this, "customerScopes"_L1))
    , m_secret(parts::literal(this, "customerClientSecret"_L1))
    , m_before(parts::caption(this, "customerBefore"_L1))
    , m_reveal(parts::changingButton(this, "revealSecret"_L1, {tr("Reveal"), tr("Hide")}))
    , m_copy(parts::button(this, "copySecret"_L1, tr("Copy")))
    , m_verify(parts::primaryButton(this, "verifyNow"_L1, tr("Verify now")))
    , m_token(
          parts::changingButton(this, "getToken"_L1, {tr("Get token"), tr("Get another token")}))
    , m_disable(parts::button(this, "disableInSimulator"_L1, tr("Disable in simulator")))
    , m_deleteCredentials(parts::button(this, "deleteCredentials"_L1, tr("Delete credentials...")))
    , m_copyText(parts::button(this, "copySupportText"_L1, tr("Copy text for SmartRecruiters")))
    , m_handOver(parts::button(this, "handOver"_L1, tr("Hand over...")))
    , m_maskedNote(parts::caption(this, "customerMaskedNote"_L1))
    , m_older(parts::button(this, "timelineOlder"_L1, tr("Show older")))
    , m_actions(new QWidget(this))
    , m_unknown(new OutcomeUnknownCard(this))
    , m_hideSoon(new QTimer(this))
{
    setObjectName(u"customerDetail"_s);
    auto* again = parts::button(this, "onboardAgain"_L1, tr("Onboard again"));
    auto* forgetIt = parts::button(this, "forgetCustomer"_L1, tr("Forget..."));
    forgetIt->setProperty("danger", true);
    m_deleteCredentials->setProperty("danger", true);
    m_credentials = buildCredentials();

    auto* actions = new FlowLayout(m_actions);
    for (QPushButton* action : {m_verify, m_token, again, m_handOver, m_copyText, m_disable,
             m_deleteCredentials, forgetIt})
        actions->addWidget(action);

    auto* timelineTitle = parts::caption(this, "timelineTitle"_L1);
    timelineTitle->setText(tr("What happened"));
    auto* timeline = new JournalView(m_journal, this);
    timeline->setObjectName(u"customerTimeline"_s);
    timeline->setAccessibleName(tr("What happened, newest first"));
    timeline->showAsTimeline();
    connect(timeline, &JournalView::exchangeWanted, this, &CustomerDetail::exchangeWanted);
    connect(&topics.traffic, &TrafficRecords::recorded,
        new JournalLinks(topics.traffic.exchanges(), m_journal, this), &JournalLinks::takeRecorded);
    connect(m_older, &QPushButton::clicked, this, [this] {
        m_mostLines = JournalModel::capacity;
        showJournal();
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(
        spacing::between, spacing::between, spacing::between, spacing::between);
    column->setSpacing(12);
    auto* title = new QVBoxLayout;
    title->setSpacing(2);
    title->addWidget(m_name);
    title->addWidget(m_facts);
    column->addLayout(title);
    column->addWidget(m_status);
    column->addWidget(m_directions);
    column->addWidget(m_unknown);
    column->addWidget(m_actions);
    column->addWidget(form::reserveLine(m_said));
    column->addWidget(m_credentials);
    column->addWidget(m_deliveries);
    column->addWidget(m_before);
    column->addWidget(timelineTitle);
    column->addWidget(timeline);
    column->addWidget(m_older, 0, Qt::AlignLeft);
    column->addStretch();

    m_hideSoon->setObjectName(u"hideSecretSoon"_s);
    m_hideSoon->setSingleShot(true);
    m_hideSoon->setInterval(secretIsShownFor);
    connect(m_hideSoon, &QTimer::timeout, this, &CustomerDetail::hideSecret);
    connect(m_reveal, &QPushButton::clicked, this, &CustomerDetail::reveal);
    connect(m_copy, &QPushButton::clicked, this, &CustomerDetail::copySecret);
    connect(m_verify, &QPushButton::clicked, this, &CustomerDetail::verify);
    connect(m_token, &QPushButton::clicked, this, &CustomerDetail::getToken);
    connect(m_disable, &QPushButton::clicked, this, &CustomerDetail::disable);
    connect(again, &QPushButton::clicked, this,
        [this] { Q_EMIT onboardAgainWanted(m_integration.company.text()); });
    connect(forgetIt, &QPushButton::clicked, this, &CustomerDetail::forget);
    connect(m_handOver, &QPushButton::clicked, this,
        [this] { (new HandOverDialog(m_topics.customers, m_integration, this))->open(); });
    connect(m_deleteCredentials, &QPushButton::clicked, this, &CustomerDetail::deleteCredentials);
    connect(&m_topics.simulator, &EmbeddedSimulator::changed, this, [this] {
        showActions();
        showUnknown(m_integration);
    });
    connect(m_unknown, &OutcomeUnknownCard::existsWanted, this, &CustomerDetail::resolveExisting);
    connect(m_unknown, &OutcomeUnknownCard::repeatWanted, this, [this] {
        // The row stays until new credentials replace it.
        m_topics.onboardings.allowSecondConfirm(m_integration.company);
        Q_EMIT onboardAgainWanted(m_integration.company.text());
    });
    connect(m_unknown, &OutcomeUnknownCard::disableWanted, this, [this] {
        QCoro::connect(disableUnanswered(m_topics.simulator.control(),
                           m_topics.customers.integrations(), m_integration),
            this, [this, id = m_integration.id](const Outcome<QJsonObject>& happened) {
                if (id == m_integration.id)
                    m_unknown->disabled(happened);
            });
    });
    connect(m_unknown, &OutcomeUnknownCard::textWanted, this, [this] {
        QCoro::connect(
            m_topics.traffic.supportText(m_integration.company, m_integration.onboarding), this,
            [this](const Outcome<QString>& text) { m_unknown->copied(text); });
    });
    connect(m_copyText, &QPushButton::clicked, this, [this] {
        QCoro::connect(
            m_topics.traffic.supportText(m_integration.company, m_integration.onboarding), this,
            [this](const Outcome<QString>& text) { copyText(text, m_copyText, m_said); });
    });
    connect(
        &m_topics.customers, &Customers::journalAppended, this, [this](const JournalEntry& entry) {
            if (entry.company == m_integration.company)
                m_journal.append(entry);
        });
}

QWidget* CustomerDetail::buildCredentials()
{
    m_reveal->setAccessibleName(tr("Reveal the client secret"));
    m_copy->setAccessibleName(tr("Copy the client secret"));
    auto* all = new QWidget(this);
    auto* facts = new QVBoxLayout(all);
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setSpacing(spacing::inside);
    parts::addFact(facts, "customerCompanyCaption"_L1, tr("Company identifier"), m_company);
    parts::addFact(facts, "customerIntegrationCaption"_L1, tr("Integration"), m_id);
    parts::addFact(facts, "customerClientIdCaption"_L1, tr("clientId (customer-level credentials)"),
        m_clientId);
    m_scopes->setWordWrap(true);
    parts::addFact(facts, "customerScopesCaption"_L1, tr("Scopes of the consent"), m_scopes);
    parts::addFact(facts, "customerSecretCaption"_L1, u"clientSecret"_s, m_secret);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(m_reveal);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    facts->addLayout(buttons);
    m_maskedNote->setText(tr("Nothing secret is revealed or handed over while names are hidden."));
    facts->addWidget(m_maskedNote);
    return all;
}

void CustomerDetail::showScopes(const Integration& integration)
{
    const QStringList missing = m_topics.customers.missingConsent(integration);
    QString text = integration.scopes ? integration.scopes->join(u", "_s) : tr("not known");
    if (!missing.isEmpty())
        text += u"\n"_s + tr("The customer must consent again for: %1").arg(missing.join(u", "_s));
    m_scopes->setText(text);
    form::tint(m_scopes, missing.isEmpty() ? Tone::Neutral : Tone::Careful);
}

void CustomerDetail::show(const Integration& integration)
{
    const bool isOther = integration.id != m_integration.id;
    m_integration = integration;
    const StatusWords words = statusWords(integration.status);
    m_name->setText(Mask::company(integration));
    // These facts may be in columns for which the list has no room.
    m_facts->setText(tr("%1, %2, onboarded: %3, last check: %4")
                         .arg(consentDisplayModeName(integration.mode),
                             integration.bidirectional ? tr("both ways") : tr("one way"),
                             relativeTime(integration.onboardedAt),
                             integration.checkedAt.isValid() ? relativeTime(integration.checkedAt)
                                                             : tr("never")));
    m_facts->setToolTip(
        tr("Onboarded: %1\nLast check: %2")
            .arg(exactTime(integration.onboardedAt),
                integration.checkedAt.isValid() ? exactTime(integration.checkedAt) : tr("never")));
    form::say(m_status, words.tone, u"%1. %2"_s.arg(words.word, words.sentence));
    m_directions->show(integration);
    m_deliveries->show(integration.id);
    m_status->setToolTip(Mask::text(said(integration.statusDetail)));
    m_company->setText(Mask::identifier(integration.company));
    m_id->setText(Mask::identifier(integration.id.text()));
    m_clientId->setText(Mask::identifier(integration.clientId.text()));
    showScopes(integration);
    showActions();
    showUnknown(integration);
    if (!isOther)
        return;
    m_said->hide();
    m_token->setText(tr("Get token"));
    m_tokenWasShown = false;
    m_mostLines = linesAtFirst;
    hideSecret();
    showJournal();
    showFormer();
}

void CustomerDetail::showFormer()
{
    m_before->hide();
    QCoro::connect(m_topics.customers.integrations().former(m_integration.company), this,
        [this, id = m_integration.id](const Outcome<QList<FormerIntegration>>& former) {
            if (id != m_integration.id || !former || former->isEmpty())
                return;
            QStringList lines;
            QStringList exact;
            for (const FormerIntegration& one : *former) {
                lines.append(tr("Before: %1 (%2), replaced: %3")
                                 .arg(Mask::identifier(one.integration.id.text()),
                                     statusWords(one.integration.status).word,
                                     relativeTime(one.replacedAt)));
                exact.append(exactTime(one.replacedAt));
            }
            m_before->setText(lines.join(QLatin1Char('\n')));
            m_before->setToolTip(exact.join(QLatin1Char('\n')));
            m_before->show();
        });
}

void CustomerDetail::showActions()
{
    // The two buttons share one place: one is shown before, the other after the customer disabled
    // the integration.
    const bool isDisabled = m_integration.status == IntegrationStatus::Disabled;
    m_disable->setVisible(m_topics.simulator.isRunning() && !isDisabled);
    m_deleteCredentials->setVisible(isDisabled);
    m_copyText->setVisible(m_integration.status == IntegrationStatus::Failing
        || (m_integration.status == IntegrationStatus::Unproved
            && !onlyATokenWasGiven(m_integration)));
    m_token->setEnabled(!isDisabled);
    m_token->setToolTip(isDisabled
            ? tr("The customer disabled the integration: SmartRecruiters gives no token for it.")
            : QString());
    m_maskedNote->setVisible(Mask::isOn());
    for (QPushButton* button : {m_reveal, m_copy, m_handOver}) {
        button->setEnabled(!Mask::isOn());
        button->setToolTip(Mask::isOn() ? tr("Not while names are hidden.") : QString());
    }
}

void CustomerDetail::showUnknown(const Integration& integration)
{
    const bool isUnknown = integration.status == IntegrationStatus::Unknown;
    m_unknown->setVisible(isUnknown);
    // There are no credentials to verify, reveal or remove.
    m_facts->setVisible(!isUnknown);
    m_status->setVisible(!isUnknown);
    m_actions->setVisible(!isUnknown);
    m_credentials->setVisible(!isUnknown);
    if (isUnknown)
        m_unknown->show(m_name->text(), integration, m_topics.simulator.isRunning());
}

void CustomerDetail::resolveExisting()
{
    QCoro::connect(m_topics.onboardings.resolveUnknownOutcome(m_integration.id), this,
        [this, company = m_integration.company.text()](const Outcome<Done>& resolved) {
            if (resolved)
                Q_EMIT onboardAgainWanted(company);
            else
                m_unknown->sayTrouble(explainBriefly(resolved.error(), Errand::Here));
        });
}

void CustomerDetail::showJournal()
{
    m_journal.clear();
    m_older->hide();
    QCoro::connect(m_topics.customers.journal().ofCompany(m_integration.company), this,
        [this, id = m_integration.id](const Outcome<QList<JournalEntry>>& entries) {
            if (id != m_integration.id || !entries)
                return;
            m_journal.clear();
            m_older->setVisible(entries->size() > m_mostLines);
            for (const JournalEntry& entry : entries->last(std::min(entries->size(), m_mostLines)))
                m_journal.append(entry);
        });
}

void CustomerDetail::hideSecret()
{
    m_hideSoon->stop();
    m_secret->setText(QString(12, QChar(0x2022)));
    m_reveal->setText(tr("Reveal"));
}

void CustomerDetail::reveal()
{
    if (m_hideSoon->isActive())
        return hideSecret();
    QCoro::connect(m_topics.customers.credentials(m_integration.id), this,
        [this, id = m_integration.id](const Outcome<CustomerCredentials>& credentials) {
            if (id != m_integration.id)
                return;
            if (!credentials)
                return say(Tone::Bad, explainBriefly(credentials.error(), Errand::Here));
            watchCopiesOf(credentials->client.clientSecret);
            m_secret->setText(credentials->client.clientSecret.revealText());
            m_reveal->setText(tr("Hide"));
            m_hideSoon->start();
        });
}

void CustomerDetail::copySecret()
{
    QCoro::connect(m_topics.customers.credentials(m_integration.id), this,
        [this](const Outcome<CustomerCredentials>& credentials) {
            if (!credentials)
                return say(Tone::Bad, explainBriefly(credentials.error(), Errand::Here));
            copyForAWhile(credentials->client.clientSecret);
            parts::sayCopied(m_copy);
        });
}

void CustomerDetail::verify()
{
    if (m_integration.id.isEmpty() || !m_verify->isEnabled())
        return;
    m_verify->setEnabled(false);
    say(Tone::Neutral, tr("Verifying..."));
    QCoro::connect(m_topics.customers.verify(m_integration.id), this,
        [this, id = m_integration.id](const Outcome<Integration>& outcome) {
            m_verify->setEnabled(true);
            if (id != m_integration.id)
                return;
            if (!outcome) {
                say(Tone::Bad, explainBriefly(outcome.error(), Step::Prove));
            } else if (outcome->status == IntegrationStatus::Live) {
                say(Tone::Good, tr("The test call on the customer's behalf succeeded."));
            } else {
                say(Tone::Careful,
                    outcome->statusDetail.isEmpty() ? statusWords(outcome->status).sentence
                                                    : Mask::text(said(outcome->statusDetail)));
            }
        });
}

void CustomerDetail::getToken()
{
    // Somebody who has seen the cached token and asks again wants a new one.
    const bool wasShown = std::exchange(m_tokenWasShown, true);
    const auto from = wasShown ? TokenFrom::SmartRecruiters : TokenFrom::Cache;
    QCoro::connect(m_topics.customers.token(m_integration.id, from), this,
        [this, id = m_integration.id](const Outcome<AccessToken>& token) {
            if (id != m_integration.id)
                return;
            if (!token)
                return say(Tone::Bad, explainBriefly(token.error(), Step::Prove));
            m_token->setText(tr("Get another token"));
            QCoro::connect(m_topics.partnerAccess.applications().load(), this,
                [this, id, got = *token](const Outcome<std::optional<Application>>& application) {
                    if (id == m_integration.id)
                        sayToken(got,
                            application && *application ? (*application)->scopeNames() : Scopes());
                });
        });
}

void CustomerDetail::sayToken(const AccessToken& token, const Scopes& asked)
{
    QStringList sentences{tr("%1 token %2, expires %3. Scopes: %4")
                              .arg(token.type, token.value.masked())
                              .arg(timeUntil(token.expiresAt))
                              .arg(token.scopes.isEmpty() ? tr("not told") : token.scopes.text())};
    // RFC 6749 5.1: if the response names no scopes, they are those that were requested.
    const QStringList missing =
        token.scopes.isEmpty() ? QStringList() : asked.without(token.scopes);
    if (!missing.isEmpty())
        sentences += tr("Asked for, but not granted: %1.").arg(missing.join(QLatin1Char(' ')));
    if (!token.lifetimeNote.isEmpty())
        sentences += said(token.lifetimeNote) + QLatin1Char('.');
    if (const auto skew = m_topics.partnerAccess.clockSkew(); skew && std::abs(skew->count()) > 5)
        sentences += tr("SmartRecruiters' clock is %1 s from ours.").arg(skew->count());
    say(sentences.size() > 1 ? Tone::Careful : Tone::Good, sentences.join(QLatin1Char(' ')));
    m_said->setToolTip(tr("Expires %1").arg(exactTime(token.expiresAt)));
}

void CustomerDetail::disable()
{
    m_disable->setEnabled(false);
    QCoro::connect(m_topics.simulator.control().disable(m_integration.id), this,
        [this](const Outcome<QJsonObject>& happened) {
            m_disable->setEnabled(true);
            if (happened)
                return say(Tone::Neutral,
                    tr("The customer disabled the integration. See the result in the history "
                       "below."));
            say(Tone::Bad, explainBriefly(happened.error(), Errand::Simulator));
        });
}

void CustomerDetail::forget()
{
    askBefore(this, "forgetCustomer", tr("Forget %1?").arg(m_name->text()),
        tr("The credentials are removed from the keychain and cannot be shown again. At "
           "SmartRecruiters the integration stays as it is, and the history stays here."),
        tr("Forget"),
        [this, id = m_integration.id, name = m_name->text()] { Q_EMIT forgetWanted(id, name); });
}

void CustomerDetail::deleteCredentials()
{
    askBefore(this, "deleteCredentials", tr("Delete the credentials of %1?").arg(m_name->text()),
        tr("The customer disabled the integration, so that these credentials are of no use any "
           "more. They are removed from the keychain and cannot be shown again. The customer "
           "and "
           "the history stay here."),
        tr("Delete"), [this, id = m_integration.id] {
            QCoro::connect(m_topics.customers.deleteCredentials(id), this,
                [this, id](const Outcome<Integration>& outcome) {
                    if (id != m_integration.id)
                        return;
                    if (outcome)
                        return say(Tone::Good, tr("The credentials are deleted."));
                    say(Tone::Bad, explainBriefly(outcome.error(), Step::Removed));
                });
        });
}

void CustomerDetail::say(Tone tone, const QString& sentence)
{
    m_said->setToolTip({});
    form::say(m_said, tone, sentence);
}

} // namespace jetbridge::ui
