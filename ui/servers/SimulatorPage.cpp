// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers/SimulatorPage.h"

#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/EmbeddedSimulator.h"
#include "console/SimulatorControl.h"
#include "parts/FailureText.h"
#include "parts/Form.h"
#include "parts/GrowingColumn.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Question.h"
#include "parts/StatusLamp.h"
#include "servers/FaultsCard.h"
#include "servers/RequestsCard.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

enum Column { Name, CompanyIdentifier, Standing, ColumnCount };
constexpr int companyRole = Qt::UserRole;
constexpr int integrationRole = Qt::UserRole + 1; ///< Identifier of an enabled integration;
                                                  ///< otherwise empty.

QString key(const char* name)
{
    return QString::fromLatin1(name);
}

QSpinBox* numberField(int least, int most)
{
    auto* field = new QSpinBox;
    field->setRange(least, most);
    return field;
}

} // namespace

SimulatorPage::SimulatorPage(EmbeddedSimulator& simulator, CurrentEnvironment& current,
    Customers& customers, QWidget* parent)
    : QWidget(parent)
    , m_simulator(simulator)
    , m_current(current)
    , m_customers(customers)
    , m_companies(0, ColumnCount)
    , m_lamp(new StatusLamp("simulatorState", tr("Simulator")))
    , m_address(parts::literal(this, "simulatorAddress"_L1))
    , m_startStop(parts::changingButton(this, "simulatorStartStop"_L1, {tr("Start"), tr("Stop")}))
    , m_openPortal(parts::button(this, "openPortal"_L1, tr("Open portal")))
    , m_said(parts::text(this, "simulatorSaid"_L1))
    , m_running(new QWidget)
    , m_table(new QTableView)
    , m_onboard(parts::button(this, "simulatorOnboard"_L1, tr("Onboard")))
    , m_disable(parts::button(this, "simulatorDisable"_L1, tr("Disable the integration")))
    , m_requests(numberField(0, 1'000'000))
    , m_lifetime(numberField(1, 3600))
    , m_retries(numberField(0, 10))
    , m_faults(new FaultsCard)
    , m_application(new QComboBox)
    , m_review(parts::text(this, "reviewState"_L1))
    , m_message(new QLineEdit)
    , m_approve(parts::button(this, "reviewApprove"_L1, tr("Approve")))
    , m_adjust(parts::button(this, "reviewAdjust"_L1, tr("Ask to adjust scopes")))
    , m_now(parts::text(this, "simulatorNow"_L1))
    , m_advance(new QComboBox)
{
    setObjectName(u"simulatorPage"_s);
    QVBoxLayout* column = form::scrollingColumn(this, tr("Simulator"));
    buildServer(form::card(column, tr("SmartRecruiters on this computer")));
    auto* inside = new QVBoxLayout(m_running);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(spacing::between);
    buildCompanies(form::card(inside, tr("Companies")));
    form::card(inside, tr("Faults"))->addRow(m_faults);
    buildSettings(form::card(inside, tr("Behaviour")));
    buildApplications(form::card(inside, tr("Review of applications")));
    buildClock(form::card(inside, tr("Clock and reset")));
    form::card(inside, tr("Requests"))->addRow(new RequestsCard(simulator));
    column->addWidget(m_running);
    column->addStretch();
    // It stands below the scrolling part, so that it is visible wherever the button was.
    m_said->hide();
    auto* below = new QHBoxLayout;
    below->setContentsMargins(spacing::around, 0, spacing::around, 0);
    below->addWidget(m_said);
    static_cast<QBoxLayout*>(layout())->addLayout(below);

    connect(m_faults, &FaultsCard::changed, this, [this](const QJsonArray& rules) {
        afterwards(m_simulator.control().setFaults(rules), tr("The faults were saved."));
    });
    connect(&m_simulator, &EmbeddedSimulator::changed, this, &SimulatorPage::refresh);
    connect(&m_customers, &Customers::integrationChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void SimulatorPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void SimulatorPage::buildServer(QFormLayout* form)
{
    auto* purpose = parts::caption(this, "simulatorPurpose"_L1);
    purpose->setText(tr("It plays SmartRecruiters for rehearsals and demos. Nothing leaves this "
                        "computer."));
    m_address->setWordWrap(true);
    m_address->setAccessibleName(tr("Address of the simulator"));
    form->addRow(purpose);
    form->addRow(m_lamp);
    form->addRow(m_address);
    form::addButtons(form, {m_startStop, m_openPortal});
    connect(m_startStop, &QPushButton::clicked, this, &SimulatorPage::startOrStop);
    connect(m_openPortal, &QPushButton::clicked, this,
        [this] { QDesktopServices::openUrl(m_current.environment().portalUrl); });
}

void SimulatorPage::buildCompanies(QFormLayout* form)
{
    m_companies.setHorizontalHeaderLabels({tr("Company"), tr("Identifier"), tr("Integration")});
    m_table->setObjectName(u"simulatorCompanies"_s);
    m_table->setAccessibleName(tr("Companies of the simulator"));
    m_table->setModel(&m_companies);
    form::asRows(m_table);
    m_table->setFixedHeight(6 * controlHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    new GrowingColumn(m_table, Name, 14);
    form->addRow(m_table);
    form::addButtons(form, {m_onboard, m_disable});
    auto* identifier = new QLineEdit;
    form::addField(form, identifier, "newCompanyId", tr("Company ID"));
    auto* name = new QLineEdit;
    form::addField(form, name, "newCompanyName", tr("Company name"));
    auto* add = parts::button(this, "addCompany"_L1, tr("Add this company"));
    form::addButtons(form, {add});
    connect(add, &QPushButton::clicked, this, [this, identifier, name] {
        const QString id = identifier->text().trimmed();
        const QString called = name->text().trimmed();
        afterwards(m_simulator.control().addCompany({id, called.isEmpty() ? id : called}),
            tr("%1 was added.").arg(id));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &SimulatorPage::showSelected);
    connect(m_onboard, &QPushButton::clicked, this, [this] {
        Q_EMIT onboardWanted(
            m_table->currentIndex().siblingAtColumn(Name).data(companyRole).toString());
    });
    connect(m_disable, &QPushButton::clicked, this, [this] {
        const IntegrationId id(
            m_table->currentIndex().siblingAtColumn(Name).data(integrationRole).toString());
        QCoro::connect(
            m_simulator.control().disable(id), this, [this](const Outcome<QJsonObject>& outcome) {
                if (outcome)
                    form::say(m_said, Tone::Good,
                        tr("The customer disabled the integration. See Endpoints for what "
                           "arrived."));
                else
                    form::say(
                        m_said, Tone::Bad, explainBriefly(outcome.error(), Errand::Simulator));
                refresh();
            });
    });
    showSelected();
}

void SimulatorPage::buildSettings(QFormLayout* form)
{
    m_requests->setSpecialValueText(tr("As many as come"));
    form::addField(form, m_requests, "simulatorRequestsPerSecond", tr("Requests per second"));
    m_lifetime->setSuffix(u" s"_s);
    form::addField(form, m_lifetime, "simulatorTokenLifetime", tr("Tokens are good for"));
    m_retries->setSpecialValueText(tr("Never"));
    m_retries->setToolTip(tr("How often a notification that failed is sent once more."));
    form::addField(form, m_retries, "simulatorRetries", tr("Repeat notifications"));
    auto* apply = parts::button(this, "applySimulatorSettings"_L1, tr("Apply"));
    form::addButtons(form, {apply});
    connect(apply, &QPushButton::clicked, this, [this] {
        afterwards(
            m_simulator.control().changeSettings({{key("requestsPerSecond"), m_requests->value()},
                {key("tokenLifetimeSeconds"), m_lifetime->value()},
                {key("notificationRetries"), m_retries->value()}}),
            tr("The simulator behaves like this from now on."));
    });
}

void SimulatorPage::buildApplications(QFormLayout* form)
{
    form::addField(form, m_application, "reviewApplication", tr("Application"));
    form->addRow(m_review);
    m_message->setPlaceholderText(tr("What the partner should change"));
    form::addField(form, m_message, "reviewMessage", tr("Message"));
    form::addButtons(form, {m_approve, m_adjust});
    const auto decide = [this](bool approved) {
        afterwards(m_simulator.control().review(AppId(m_application->currentData().toString()),
                       approved, m_message->text().trimmed()),
            approved ? tr("The application is approved.")
                     : tr("The partner is asked to adjust the scopes."));
    };
    connect(m_approve, &QPushButton::clicked, this, [decide] { decide(true); });
    connect(m_adjust, &QPushButton::clicked, this, [decide] { decide(false); });
    connect(m_application, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QJsonObject app =
            m_state.value(key("apps")).toArray().at(std::max(0, index)).toObject();
        const QString message = app.value(key("reviewMessage")).toString();
        const bool isApproved = app.value(key("state")).toString() == "approved"_L1;
        form::say(m_review, isApproved ? Tone::Good : Tone::Careful,
            isApproved              ? tr("Approved: customers see it.")
                : message.isEmpty() ? tr("Not approved: customers cannot connect with it.")
                                    : tr("Scopes are to be adjusted: %1").arg(message));
    });
}

void SimulatorPage::buildClock(QFormLayout* form)
{
    form->addRow(m_now);
    const std::pair<QString, std::chrono::seconds> steps[] = {
        {tr("10 minutes"), std::chrono::minutes(10)}, {tr("1 hour"), std::chrono::hours(1)},
        {tr("1 day"), std::chrono::hours(24)}, {tr("30 days"), std::chrono::hours(24 * 30)}};
    for (const auto& [text, by] : steps)
        m_advance->addItem(text, qlonglong(by.count()));
    form::addField(form, m_advance, "simulatorAdvance", tr("Advance by"));
    auto* forward = parts::button(this, "advanceClock"_L1, tr("Advance"));
    auto* reset = parts::button(this, "resetSimulator"_L1, tr("Reset..."));
    reset->setProperty("danger", true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::inside);
    buttons->addWidget(forward);
    buttons->addStretch();
    buttons->addWidget(reset);
    form->addRow(buttons);
    connect(forward, &QPushButton::clicked, this, [this] {
        afterwards(m_simulator.control().advanceClock(
                       std::chrono::seconds(m_advance->currentData().toLongLong())),
            tr("The simulator's clock was advanced. This computer's clock is unchanged."));
    });
    connect(reset, &QPushButton::clicked, this, &SimulatorPage::askReset);
}

void SimulatorPage::startOrStop()
{
    m_said->hide();
    if (m_simulator.isRunning())
        return m_simulator.stop();
    QCoro::connect(m_simulator.start(), this, [this](const Outcome<Done>& outcome) {
        if (!outcome)
            form::say(m_said, Tone::Bad, explainBriefly(outcome.error(), Errand::Simulator));
    });
}

void SimulatorPage::refresh()
{
    const bool runs = m_simulator.isRunning();
    m_lamp->show(runs ? Tone::Good : Tone::Neutral, runs ? tr("running") : tr("stopped"));
    m_address->setVisible(runs);
    m_address->setText(runs ? m_current.environment().portalUrl.toString() : QString());
    form::mark(m_startStop, "primary", QVariant(!runs).toString());
    m_startStop->setText(runs ? tr("Stop") : tr("Start"));
    m_startStop->setAccessibleName(runs ? tr("Stop the simulator") : tr("Start the simulator"));
    m_openPortal->setVisible(runs);
    m_running->setVisible(runs);
    if (!runs)
        return;
    QCoro::connect(m_simulator.control().state(), this, [this](const Outcome<QJsonObject>& state) {
        if (state)
            return showState(*state);
        if (m_simulator.isRunning())
            form::say(m_said, Tone::Bad, explainBriefly(state.error(), Errand::Simulator));
    });
}

void SimulatorPage::showState(const QJsonObject& state)
{
    const QJsonObject settings = state.value(key("settings")).toObject();
    // Text that is being typed stays, unless the settings changed in the simulator.
    if (settings != m_state.value(key("settings")).toObject()) {
        m_requests->setValue(settings.value(key("requestsPerSecond")).toInt());
        m_lifetime->setValue(settings.value(key("tokenLifetimeSeconds")).toInt());
        m_retries->setValue(settings.value(key("notificationRetries")).toInt());
    }
    m_state = state;
    m_faults->show(state.value(key("faults")).toArray());
    const QDateTime now =
        QDateTime::fromString(state.value(key("now")).toString(), Qt::ISODateWithMs);
    m_now->setText(
        tr("Simulator time: %1").arg(QLocale().toString(now.toLocalTime(), QLocale::ShortFormat)));

    const QJsonArray apps = state.value(key("apps")).toArray();
    const QString chosen = m_application->currentData().toString();
    m_application->clear();
    for (const QJsonValue& app : apps)
        m_application->addItem(app[key("name")].toString(), app[key("appId")].toString());
    m_application->setCurrentIndex(std::max(0, m_application->findData(chosen)));
    for (QWidget* needsApplication :
        std::initializer_list<QWidget*>{m_application, m_message, m_approve, m_adjust})
        needsApplication->setEnabled(!apps.isEmpty());
    if (apps.isEmpty())
        form::say(m_review, Tone::Neutral, tr("No application is registered yet."));
    showCompanies();
}

void SimulatorPage::showCompanies()
{
    QCoro::connect(
        m_simulator.control().companies(), this, [this](const Outcome<QList<Company>>& companies) {
            if (!companies)
                return;
            const int selected = m_table->currentIndex().row();
            m_companies.removeRows(0, m_companies.rowCount());
            for (const Company& company : *companies) {
                QString enabled;
                bool wasDisabled = false;
                for (const QJsonValue& value : m_state.value(key("integrations")).toArray()) {
                    if (value[key("companyId")].toString() != company.identifier)
                        continue;
                    if (value[key("status")].toString() == "enabled"_L1)
                        enabled = value[key("integrationId")].toString();
                    else
                        wasDisabled = true;
                }
                const CompanyId id(company.identifier);
                auto* name = new QStandardItem(Mask::company(id, company.name));
                name->setData(company.identifier, companyRole);
                name->setData(enabled, integrationRole);
                auto* standing = new QStandardItem(!enabled.isEmpty() ? tr("Connected")
                        : wasDisabled                                 ? tr("Disabled")
                                                                      : tr("None"));
                standing->setToolTip(Mask::identifier(enabled));
                m_companies.appendRow({name, new QStandardItem(Mask::identifier(id)), standing});
            }
            if (m_companies.rowCount() > 0)
                form::chooseRow(m_table, std::clamp(selected, 0, m_companies.rowCount() - 1));
            showSelected();
        });
}

void SimulatorPage::showSelected()
{
    const auto rows = m_table->selectionModel()->selectedRows(Name);
    m_onboard->setEnabled(!rows.isEmpty());
    m_disable->setEnabled(
        !rows.isEmpty() && !rows.first().data(integrationRole).toString().isEmpty());
}

void SimulatorPage::afterwards(Task<Outcome<Done>>&& change, const QString& done)
{
    QCoro::connect(std::move(change), this, [this, done](const Outcome<Done>& outcome) {
        if (outcome)
            form::say(m_said, Tone::Good, done);
        else
            form::say(m_said, Tone::Bad, explainBriefly(outcome.error(), Errand::Simulator));
        refresh();
    });
}

void SimulatorPage::askReset()
{
    askBefore(this, "resetSimulator", tr("Reset the simulator?"),
        tr("It forgets every integration, consent and fault. Applications stay. Customers in your "
           "list stay too, but no call on their behalf will work any more."),
        tr("Reset"),
        [this] { afterwards(m_simulator.control().reset(), tr("The simulator was reset.")); });
}

} // namespace jetbridge::ui
