// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/EndpointsPage.h"

#include "console/CurrentEnvironment.h"
#include "console/Endpoints.h"
#include "domain/ChosenAnswer.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/StatusLamp.h"
#include "parts/StatusWords.h"
#include "servers/IssuedClientsCard.h"
#include "servers/RefusedCard.h"
#include "servers/RegistrationsCard.h"
#include "servers/ReplayForm.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int inboxLength = 200;
constexpr int slowAnswerMs = 10'000;

enum Column { Received, Company, What, ColumnCount };

/// Answers that can be chosen for a notification.
constexpr ChosenAnswer answers[] = {{500, 0, false}, {503, 0, false}, {401, 0, false},
    {404, 0, false}, {200, slowAnswerMs, false}, {200, 0, true}};

QString describe(const ChosenAnswer& answer)
{
    if (answer.drop)
        return EndpointsPage::tr("no answer, after %1 ms").arg(answer.delayMs);
    return EndpointsPage::tr("%1, after %2 ms").arg(answer.status).arg(answer.delayMs);
}

/// Saves the address at which a tunnel or proxy serves the endpoints; empty: none does. Invalid:
/// the detail says what is wrong with it.
Task<Outcome<Done>> keepPublicUrl(CurrentEnvironment& current, QUrl url)
{
    const auto all = co_await current.environments().all();
    if (!all)
        co_return passOn(all);
    // environment() cannot be used: while the simulator runs, it contains the simulator's addresses
    // of this run.
    for (Environment environment : *all) {
        if (environment.name != current.environment().name)
            continue;
        environment.publicUrl = url;
        co_return co_await current.save(environment);
    }
    co_return failed(FailureKind::NotFound, Message());
}

} // namespace

EndpointsPage::EndpointsPage(const Topics& topics, QWidget* parent)
    : QWidget(parent)
    , m_topics(topics)
    , m_notifications(0, ColumnCount)
    , m_state(new StatusLamp("endpointsState", tr("Endpoints")))
    , m_start(parts::button(this, "startEndpoints"_L1, tr("Start")))
    , m_probe(parts::primaryButton(this, "probeEndpoints"_L1, tr("Check addresses")))
    , m_probed(parts::text(this, "endpointsProbed"_L1))
    , m_publicUrl(new QLineEdit)
    , m_applyPublicUrl(parts::button(this, "applyPublicUrl"_L1, tr("Apply")))
    , m_answer(new QComboBox)
    , m_status(new QSpinBox)
    , m_delay(new QSpinBox)
    , m_drop(new QCheckBox(tr("End the connection without an answer")))
    , m_times(new QSpinBox)
    , m_rehearse(parts::button(this, "answerNext"_L1, tr("Answer like this")))
    , m_rehearsed(parts::text(this, "answerNextSaid"_L1))
    , m_empty(parts::text(this, "inboxEmpty"_L1))
    , m_inbox(new QTableView)
    , m_replay(new ReplayForm(topics.endpoints))
{
    setObjectName(u"endpointsPage"_s);
    QVBoxLayout* column = form::scrollingColumn(this, tr("Endpoints"));
    buildAddresses(form::card(column, tr("Your addresses")));
    buildInbox(form::card(column, tr("Received notifications")));
    buildRehearsal(form::card(column, tr("Simulate errors")));
    form::card(column, tr("Refused requests"))->addRow(new RefusedCard(topics.traffic));
    form::card(column, tr("Clients issued to SmartRecruiters"))
        ->addRow(new IssuedClientsCard(topics.customers));
    form::card(column, tr("Clients at your own server"))
        ->addRow(new RegistrationsCard(topics.clientRegistrations, topics.customers));
    column->addStretch();

    connect(m_start, &QPushButton::clicked, this, &EndpointsPage::startWanted);
    connect(m_probe, &QPushButton::clicked, this, &EndpointsPage::probe);
    connect(m_rehearse, &QPushButton::clicked, this, [this] {
        rehearse({chosen(), m_times->value()});
    });
    connect(m_inbox->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &EndpointsPage::showSelected);
    connect(&m_topics.endpoints, &Endpoints::changed, this, &EndpointsPage::showAddresses);
    connect(&m_topics.endpoints, &Endpoints::signingTroubleChanged, this,
        &EndpointsPage::showAddresses);
    connect(&m_topics.endpoints, &Endpoints::notificationReceived, this, &EndpointsPage::add);
    connect(&m_topics.endpoints, &Endpoints::inboxChanged, this, &EndpointsPage::showRehearsal);
    showAddresses();
}

void EndpointsPage::load()
{
    showRehearsal();
    QCoro::connect(m_topics.endpoints.notifications(inboxLength), this,
        [this](const Outcome<QList<Notification>>& latest) {
            if (!latest) {
                m_empty->setText(explainBriefly(latest.error(), Errand::Here));
                return;
            }
            m_notifications.removeRows(0, m_notifications.rowCount());
            for (auto one = latest->crbegin(); one != latest->crend(); ++one)
                add(*one);
            form::chooseRow(m_inbox, 0);
        });
}

EndpointsPage::Address EndpointsPage::addAddress(QFormLayout* form, const char* name,
    const char* copyName, const char* lampName, const QString& caption, const QString& purpose)
{
    Address address{parts::literal(this, QLatin1String(name)),
        parts::button(this, QLatin1String(copyName), tr("Copy")), new StatusLamp(lampName, caption),
        purpose};
    address.url->setWordWrap(true);
    // Without this, a form gives the row only the height of its first line.
    address.url->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::MinimumExpanding);
    address.url->setAccessibleName(caption);
    address.url->setToolTip(purpose);
    address.copy->setAccessibleName(tr("Copy %1").arg(caption));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::inside);
    row->addWidget(address.url, 1);
    row->addWidget(address.copy);
    address.lamp->setMinimumHeight(controlHeight);
    form->addRow(address.lamp, row);
    connect(address.copy, &QPushButton::clicked, this, [address] {
        QGuiApplication::clipboard()->setText(address.url->text());
        parts::sayCopied(address.copy);
    });
    return address;
}

void EndpointsPage::buildAddresses(QFormLayout* form)
{
    form->addRow(m_state);
    m_consent = addAddress(form, "endpointsConsentUrl", "copyConsentUrl", "consentUrlLamp",
        u"consentUrl"_s, tr("The page on which your customer approves."));
    m_oauthToken =
        addAddress(form, "endpointsOauthTokenUrl", "copyOauthTokenUrl", "oauthTokenUrlLamp",
            u"oauthTokenUrl"_s, tr("Where SmartRecruiters gets a token from you."));
    m_callback = addAddress(form, "endpointsCallbackUrl", "copyCallbackUrl", "callbackUrlLamp",
        u"callbackUrl"_s,
        tr("Where SmartRecruiters tells you that a customer disabled the integration."));
    m_introspection = addAddress(form, "endpointsIntrospectionUrl", "copyIntrospectionUrl",
        "introspectionUrlLamp", tr("Token introspection"),
        tr("Where your own API asks what a token stands for, once jetbridge-cli resource-servers "
           "add lets it."));
    form->addRow(form::reserveLine(m_probed));
    form::addButtons(form, {m_probe, m_start});
    buildPublicUrl(form);
}

void EndpointsPage::buildPublicUrl(QFormLayout* form)
{
    m_publicUrl->setPlaceholderText(tr("None: the addresses are those of this computer"));
    m_publicUrl->setToolTip(
        tr("How a tunnel or proxy that leads here is called, https://your-name.example"));
    form::addField(form, m_publicUrl, "endpointsPublicUrl", tr("Public URL (tunnel)"));
    form::addButtons(form, {m_applyPublicUrl});
    connect(m_publicUrl, &QLineEdit::returnPressed, this, &EndpointsPage::savePublicUrl);
    connect(m_applyPublicUrl, &QPushButton::clicked, this, &EndpointsPage::savePublicUrl);
}

void EndpointsPage::savePublicUrl()
{
    const QUrl url(m_publicUrl->text().trimmed());
    QCoro::connect(keepPublicUrl(m_topics.current, url), this, [this](const Outcome<Done>& kept) {
        if (!kept)
            return form::say(m_probed, Tone::Bad, explainBriefly(kept.error(), Errand::Here));
        m_topics.endpoints.stop();
        Q_EMIT startWanted();
        form::say(m_probed, Tone::Neutral,
            tr("The endpoints restart with these addresses. Check them, then tell "
               "SmartRecruiters."));
    });
}

ChosenAnswer EndpointsPage::chosen() const
{
    const int index = m_answer->currentIndex();
    if (index < int(std::size(answers)))
        return answers[index];
    return {m_status->value(), m_delay->value(), m_drop->isChecked()};
}

void EndpointsPage::showChoice()
{
    const bool isOwn = m_answer->currentIndex() >= int(std::size(answers));
    m_status->setEnabled(isOwn && !m_drop->isChecked());
    m_delay->setEnabled(isOwn);
    m_drop->setEnabled(isOwn);
    if (isOwn)
        return;
    const ChosenAnswer answer = chosen();
    m_status->setValue(answer.status);
    m_delay->setValue(answer.delayMs);
    m_drop->setChecked(answer.drop);
}

void EndpointsPage::buildRehearsal(QFormLayout* form)
{
    auto* purpose = parts::caption(this, "answerNextPurpose"_L1);
    purpose->setText(tr("See how the other side handles an error from callbackUrl. The "
                        "notification is still recorded."));
    form->addRow(purpose);
    m_answer->addItems(
        {tr("500 Internal Server Error"), tr("503 Service Unavailable"), tr("401 Unauthorized"),
            tr("404 Not Found"), tr("200, but only after %1 s").arg(slowAnswerMs / 1000),
            tr("No answer: the connection ends"), tr("Another answer")});
    form::addField(form, m_answer, "answerNextChoice", tr("Answer"));
    m_status->setRange(200, 599);
    form::addField(form, m_status, "answerNextStatus", tr("Status"));
    m_delay->setRange(0, ChosenAnswer::longestDelayMs);
    m_delay->setSuffix(tr(" ms"));
    form::addField(form, m_delay, "answerNextDelay", tr("After"));
    m_drop->setObjectName(u"answerNextDrop"_s);
    form->addRow(QString(), m_drop);
    connect(m_answer, &QComboBox::currentIndexChanged, this, &EndpointsPage::showChoice);
    connect(m_drop, &QCheckBox::toggled, this, &EndpointsPage::showChoice);
    showChoice();
    m_times->setRange(1, 100);
    form::addField(form, m_times, "answerNextTimes", tr("How many"));
    form->addRow(form::reserveLine(m_rehearsed));
    auto* usual = parts::button(this, "answerAsUsual"_L1, tr("Answer as usual"));
    connect(usual, &QPushButton::clicked, this, [this] { rehearse({}); });
    form::addButtons(form, {m_rehearse, usual});
}

void EndpointsPage::buildInbox(QFormLayout* form)
{
    m_empty->setText(tr("None yet. When a customer disables the integration, SmartRecruiters "
                        "tells callbackUrl."));
    form->addRow(m_empty);
    m_notifications.setHorizontalHeaderLabels({tr("Received"), tr("Company"), tr("What it says")});
    m_inbox->setObjectName(u"inbox"_s);
    m_inbox->setAccessibleName(tr("Received notifications, newest first"));
    m_inbox->setModel(&m_notifications);
    form::asRows(m_inbox);
    m_inbox->setFixedHeight(6 * controlHeight);
    m_inbox->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    new GrowingColumn(m_inbox, What, 20);
    m_inbox->hide();
    form->addRow(m_inbox);
    m_replay->hide();
    form->addRow(m_replay);
}

void EndpointsPage::showAddresses()
{
    const auto urls = m_topics.endpoints.urls();
    if (!m_publicUrl->hasFocus())
        m_publicUrl->setText(m_topics.current.environment().publicUrl.toString());
    m_state->show(urls ? Tone::Good : Tone::Neutral,
        urls ? tr("listening on 127.0.0.1:%1").arg(urls->port) : tr("stopped"));
    if (urls && !m_topics.endpoints.signingTrouble().isEmpty())
        m_state->show(Tone::Bad, tr("listening, but no token can be signed"),
            tr("Is the keychain locked? The signing keys are tried again every few seconds."));
    const std::pair<Address, QUrl> rows[] = {{m_consent, urls ? urls->consentUrl : QUrl()},
        {m_oauthToken, urls ? urls->oauthTokenUrl : QUrl()},
        {m_callback, urls ? urls->callbackUrl : QUrl()},
        {m_introspection, urls ? urls->introspectionUrl : QUrl()}};
    for (const auto& [address, url] : rows) {
        address.url->setText(urls ? url.toString(QUrl::FullyEncoded) : tr("not served now"));
        address.copy->setEnabled(urls.has_value());
    }
    showLamps(Tone::Neutral, urls ? tr("not checked") : tr("stopped"));
    m_start->setVisible(!urls);
    m_probe->setEnabled(urls.has_value());
    m_probed->hide();
}

void EndpointsPage::showLamps(Tone tone, const QString& word)
{
    for (const Address& address : {m_consent, m_oauthToken, m_callback, m_introspection})
        address.lamp->show(tone, word, address.purpose);
}

void EndpointsPage::probe()
{
    if (!m_probe->isEnabled())
        return;
    form::say(m_probed, Tone::Neutral, tr("Asking..."));
    // One probe counts for all addresses, because all are served in the same way.
    QCoro::connect(m_topics.endpoints.probe(), this, [this](const Outcome<Done>& outcome) {
        showLamps(outcome ? Tone::Good : Tone::Bad, outcome ? tr("reached") : tr("not reached"));
        if (outcome)
            return form::say(m_probed, Tone::Good, tr("All addresses reach Jetbridge."));
        form::say(m_probed, Tone::Bad,
            outcome.error().kind == FailureKind::NotFound
                ? tr("Somebody else answers at these addresses: check the tunnel or proxy that "
                     "leads here.")
                : tr("Nobody answered at these addresses. Is the port closed, or the tunnel "
                     "down?"));
    });
}

void EndpointsPage::rehearse(const Rehearsal& rehearsal)
{
    QCoro::connect(
        m_topics.endpoints.inbox().rehearse(rehearsal), this, [this](const Outcome<Done>& outcome) {
            if (!outcome)
                return form::say(
                    m_rehearsed, Tone::Bad, explainBriefly(outcome.error(), Errand::Here));
            showRehearsal();
        });
}

void EndpointsPage::showRehearsal()
{
    QCoro::connect(
        m_topics.endpoints.inbox().rehearsal(), this, [this](const Outcome<Rehearsal>& left) {
            if (!left)
                return form::say(
                    m_rehearsed, Tone::Bad, explainBriefly(left.error(), Errand::Here));
            if (left->times == 0)
                return form::say(
                    m_rehearsed, Tone::Neutral, tr("Notifications are answered as usual."));
            const auto chosen = std::find(std::begin(answers), std::end(answers), left->answer);
            form::say(m_rehearsed, Tone::Careful,
                tr("The next notifications are answered with: %1. How many: %2.")
                    .arg(chosen == std::end(answers)
                            ? describe(left->answer)
                            : m_answer->itemText(int(chosen - std::begin(answers))))
                    .arg(left->times));
        });
}

void EndpointsPage::add(const Notification& notification)
{
    const QString event = notification.eventType == "INTEGRATION_DISABLED"_L1
        ? tr("The customer disabled the integration")
        : notification.eventType;
    auto* received =
        new QStandardItem(relativeTime(notification.at, QDateTime::currentDateTimeUtc()));
    received->setToolTip(QLocale().toString(notification.at.toLocalTime(), QLocale::LongFormat));
    received->setData(QVariant::fromValue(notification), Qt::UserRole);
    auto* company = new QStandardItem(Mask::company(notification.company));
    auto* what = new QStandardItem(notification.repeat ? tr("%1 (sent again)").arg(event) : event);
    what->setToolTip(notification.eventType);
    m_notifications.insertRow(0, {received, company, what});
    m_empty->hide();
    m_inbox->show();
    // The notification that somebody reads or edits stays, however many arrive.
    const QItemSelectionModel* selected = m_inbox->selectionModel();
    if (!selected->hasSelection())
        form::chooseRow(m_inbox, 0);
    const int oldest = m_notifications.rowCount() - 1;
    if (oldest >= inboxLength)
        m_notifications.removeRow(selected->isRowSelected(oldest) ? oldest - 1 : oldest);
}

void EndpointsPage::showSelected()
{
    const auto rows = m_inbox->selectionModel()->selectedRows(Received);
    m_replay->setVisible(!rows.isEmpty());
    if (!rows.isEmpty())
        m_replay->show(rows.first().data(Qt::UserRole).value<Notification>());
}

} // namespace jetbridge::ui
