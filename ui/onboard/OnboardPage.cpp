// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/OnboardPage.h"

#include "browser/BrowserPane.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DisableUnanswered.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"
#include "console/TrafficRecords.h"
#include "flows/UnknownOutcome.h"
#include "journal/JournalLinks.h"
#include "journal/JournalModel.h"
#include "journal/JournalView.h"
#include "onboard/CodeCard.h"
#include "onboard/ConnectedCard.h"
#include "onboard/OnboardForm.h"
#include "onboard/OnboardingModel.h"
#include "onboard/Stepper.h"
#include "onboard/TryWithSimulator.h"
#include "parts/ColumnScroll.h"
#include "parts/EngineText.h"
#include "parts/FailureText.h"
#include "parts/FlowLayout.h"
#include "parts/Form.h"
#include "parts/Mask.h"
#include "parts/Parts.h"
#include "parts/Theme.h"
#include "parts/TroubleCard.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QTabWidget>
#include <QTimer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace

struct OnboardPage::Private {
    Private(OnboardPage& owner, const OnboardTopics& services);

    void start();
    /// Shows a step of the preparation, before the customer is asked, in the list of events.
    void beginStep(const OnboardingId& onboarding, Step step);
    void endStep(const Failure* failure = nullptr);
    void prepared(const OnboardingId& onboarding, const Outcome<AccessToken>& token);
    void failPreparing(const Failure& failure);
    /// Runs the exchange for a company that consented elsewhere.
    void confirm(const OnboardingId& onboarding);
    void invited(const Invitation& invitation);
    void openCustomersPage(const Invitation& invitation);
    void take(const JournalEntry& entry);
    void take(const BrowserHop& hop);
    void showTraceTitle();
    void record(const BrowserLoad& load);
    /// Shows that credentials could not be stored. If the data folder cannot be written, no journal
    /// line says so.
    void takeUnstored();
    void findIntegration(const IntegrationId& id);
    void cancel();
    /// Row of the run whose outcome is unknown, or what is known of it before the row is read.
    Integration unknownRow() const;
    /// The integration of the unknown outcome exists and is disabled: removes its row and starts
    /// again.
    void resolveExisting();
    void disableUnknown();
    /// Starts a run with the form's choices. If the customer's client must be entered anew, leads
    /// back to the form instead.
    void restart();
    void backToForm();
    void listCompanies();
    void showApplication();
    void render();
    void renderCards();
    /// Shows what cancelling came to: the code may still be good elsewhere.
    void showCancelled();
    QString wordsFor(OnboardingModel::Row row) const;
    QString companyName() const;

    OnboardPage& page;
    const OnboardTopics topics;
    OnboardingModel model;
    JournalModel journal;
    JournalModel trace; ///< Every event of the embedded page.
    int blocked = 0; ///< Number of those that failed or were refused.
    std::optional<Integration> integration; ///< Integration that the shown run created.
    OnboardChoices choices; ///< Choices of the shown run.
    JournalEntry failedLine; ///< What the card about a failure speaks of.
    std::optional<JournalEntry> preparing; ///< Step of the preparation that is running.
    int run = 0; ///< Number of the current run; answers to earlier ones are dropped.
    std::optional<OnboardChoices>
        registered; ///< Choices with which the simulator's demo application was registered;
                    ///< without the customer's client.

    QLabel* title;
    Stepper* stepper;
    FailureCard* failureCard;
    OutcomeUnknownCard* unknownCard;
    ConnectedCard* connectedCard;
    CodeCard* codeCard;
    OnboardForm* form;
    QLabel* summary;
    QPushButton* cancelButton;
    QLabel* pastCancelling;
    QLabel* cancelled;
    QPushButton* againButton;
    QPushButton* changeButton;
    BrowserPane* browser;
    QTabWidget* lists;
    QTimer codeTimer; ///< Updates the code's time and state, which change without a journal line.
};

OnboardPage::Private::Private(OnboardPage& owner, const OnboardTopics& services)
    : page(owner)
    , topics(services)
    , title(parts::title(&owner, "onboardTitle"_L1))
    , stepper(new Stepper)
    , failureCard(new FailureCard)
    , unknownCard(new OutcomeUnknownCard)
    , connectedCard(new ConnectedCard)
    , codeCard(new CodeCard)
    , form(new OnboardForm)
    , summary(parts::caption(&owner, "onboardSummary"_L1))
    , cancelButton(parts::button(&owner, "onboardCancel"_L1, OnboardPage::tr("Cancel")))
    , pastCancelling(parts::caption(&owner, "onboardPastCancelling"_L1))
    , cancelled(parts::text(&owner, "onboardCancelled"_L1))
    , againButton(
          parts::primaryButton(&owner, "onboardStartAgain"_L1, OnboardPage::tr("Start again")))
    , changeButton(parts::button(&owner, "onboardChange"_L1, OnboardPage::tr("Change options")))
    , browser(new BrowserPane)
    , lists(new QTabWidget)
{
}

void OnboardPage::Private::start()
{
    choices = form->choices();
    const bool lacksName = choices.consentedBy && choices.consentedBy->isEmpty();
    if (choices.company.isEmpty() || lacksName || model.isRunning())
        return;
    const int thisRun = ++run;
    integration.reset();
    journal.clear();
    trace.clear();
    blocked = 0;
    showTraceTitle();
    browser->close();
    preparing.reset();
    model.begin(CompanyId(choices.company));
    const OnboardingId onboarding = topics.onboardings.newId();

    // The coroutine may outlive the page, in which case nobody needs its result.
    const BeginStep begin = [watched = QPointer<OnboardPage>(&page), this, thisRun, onboarding](
                                Step step) {
        if (watched && thisRun == run)
            beginStep(onboarding, step);
    };
    const bool isSimulator = topics.current.environment().kind == Environment::Kind::Simulator;
    const bool isRegistered = registered && topics.simulator.isRunning()
        && registered->mode == choices.mode && registered->bidirectional == choices.bidirectional;
    // An application that the simulator already knows is not registered again.
    auto preparation = isSimulator && isRegistered
        ? useOwnApplication(topics, onboarding, begin)
        : prepare(topics, onboarding, choices.mode, choices.bidirectional, begin);
    QCoro::connect(std::move(preparation), &page,
        [this, thisRun, onboarding](const Outcome<AccessToken>& token) {
            if (thisRun == run && model.phase() == OnboardingModel::Phase::Preparing)
                prepared(onboarding, token);
        });
    render();
}

void OnboardPage::Private::beginStep(const OnboardingId& onboarding, Step step)
{
    endStep();
    model.enter(step, now());
    preparing.emplace();
    preparing->onboarding = onboarding;
    preparing->company = model.company();
    preparing->step = step;
    preparing->at = now();
    journal.appendPreparation(*preparing);
    render();
}

void OnboardPage::Private::endStep(const Failure* failure)
{
    if (!preparing)
        return;
    JournalEntry line = *std::exchange(preparing, std::nullopt);
    line.milliseconds = int(line.at.msecsTo(now()));
    line.at = now();
    line.state = failure ? StepState::Failed : StepState::Done;
    if (failure) {
        line.failure = failure->kind;
        line.status = failure->status;
        line.code = failure->code;
        line.detail = failure->detail;
        failedLine = line;
    }
    journal.appendPreparation(line);
}

void OnboardPage::Private::failPreparing(const Failure& failure)
{
    choices.given.reset(); // the form has it for the next try
    endStep(&failure);
    model.fail(failure, now());
    render();
}

void OnboardPage::Private::prepared(
    const OnboardingId& onboarding, const Outcome<AccessToken>& token)
{
    if (!token) {
        registered.reset();
        return failPreparing(token.error());
    }
    registered = choices;
    registered->given.reset();
    endStep();
    if (choices.consentedBy)
        return confirm(onboarding);
    auto invitation = topics.onboardings.invite(model.company(), choices.typed, onboarding,
        std::chrono::minutes(30), {}, std::exchange(choices.given, std::nullopt));
    QCoro::connect(
        std::move(invitation), &page, [this, thisRun = run](const Outcome<Invitation>& invitation) {
            if (thisRun != run) { // the run was cancelled meanwhile, so nobody needs this code
                if (invitation)
                    topics.onboardings.cancel(invitation->company(), invitation->onboarding());
                return;
            }
            if (!invitation)
                return failPreparing(invitation.error());
            invited(*invitation);
        });
}

void OnboardPage::Private::confirm(const OnboardingId& onboarding)
{
    form->clearGiven();
    model.consented(onboarding, now());
    browser->setPlaceholder(OnboardPage::tr(
        "The customer has consented on a page of your own: there is nothing to open."));
    auto exchange = topics.onboardings.onboard(model.company(), *choices.consentedBy, choices.typed,
        SecondConfirm::Refused, std::exchange(choices.given, std::nullopt), onboarding);
    QCoro::connect(
        std::move(exchange), &page, [this, thisRun = run](const Outcome<Integration>& outcome) {
            // Everything else was said by the lines of the journal.
            if (outcome || thisRun != run || model.phase() != OnboardingModel::Phase::Exchanging)
                return;
            JournalEntry line;
            line.onboarding = model.onboarding();
            line.step = Step::Preflight;
            line.state = StepState::Failed;
            line.failure = outcome.error().kind;
            line.status = outcome.error().status;
            line.code = outcome.error().code;
            line.detail = outcome.error().detail;
            if (model.take(line))
                failedLine = line;
            render();
        });
    render();
}

void OnboardPage::Private::invited(const Invitation& invitation)
{
    form->clearGiven();
    model.invited(invitation.onboarding(), now());
    listCompanies();
    render();
    openCustomersPage(invitation);
}

void OnboardPage::Private::openCustomersPage(const Invitation& invitation)
{
    const Environment environment = topics.current.environment();
    const QUrl start = environment.startUrl(model.company().text());
    const auto endpoints = topics.endpoints.urls();
    codeCard->setLink(choices.where == OnboardChoices::Where::Here ? QUrl() : start);
    switch (choices.where) {
    case OnboardChoices::Where::Here:
        if (choices.playForMe && environment.kind == Environment::Kind::Simulator && endpoints)
            browser->open(
                start, DemoHand{environment.portalUrl, endpoints->consentUrl, invitation.code()});
        else
            browser->open(start);
        break;
    case OnboardChoices::Where::Browser:
        browser->setPlaceholder(
            OnboardPage::tr("The customer's page is open in your web browser."));
        if (!QDesktopServices::openUrl(start))
            browser->setPlaceholder(OnboardPage::tr(
                "No web browser could be started. Copy the link and open it yourself."));
        break;
    case OnboardChoices::Where::Link:
        browser->setPlaceholder(
            OnboardPage::tr("Send the link and the one-time code to the customer through separate "
                            "channels. This screen updates as they go."));
        break;
    }
}

void OnboardPage::Private::take(const JournalEntry& entry)
{
    if (model.onboarding().isEmpty() || entry.onboarding != model.onboarding())
        return;
    journal.append(entry);
    if (model.take(entry)) {
        if (entry.state == StepState::Failed || entry.state == StepState::Unknown)
            failedLine = entry;
        render();
    } else {
        renderCards(); // a wrong code changes the card
    }
}

/// Records a page that was loaded from another server; the partner's endpoints record their own
/// answers.
void OnboardPage::Private::record(const BrowserLoad& load)
{
    const auto endpoints = topics.endpoints.urls();
    if (endpoints && load.url.authority() == endpoints->consentUrl.authority())
        return;
    Exchange exchange;
    exchange.correlationId = model.onboarding().text().toUtf8();
    exchange.from = Lane::Browser;
    exchange.to = Lane::SmartRecruiters;
    exchange.at = load.at;
    exchange.milliseconds = load.milliseconds;
    exchange.method = load.method;
    exchange.url = load.url;
    exchange.status = load.status;
    exchange.failure = load.failure;
    topics.traffic.recorder().record(exchange);
}

void OnboardPage::Private::take(const BrowserHop& hop)
{
    trace.append(hop, model.onboarding());
    blocked += hop.kind == BrowserHop::Kind::FrameBlocked
        || hop.kind == BrowserHop::Kind::LoadFailed || hop.kind == BrowserHop::Kind::ConsoleError
        || hop.kind == BrowserHop::Kind::Refused;
    showTraceTitle();
}

void OnboardPage::Private::showTraceTitle()
{
    lists->setTabText(1,
        blocked == 0 ? OnboardPage::tr("Page navigation")
                     : OnboardPage::tr("Page navigation (%n problems)", nullptr, blocked));
    lists->setTabIcon(1, blocked == 0 ? QIcon() : lineIcon("warn", Tone::Careful));
}

void OnboardPage::Private::takeUnstored()
{
    const QList<Unstored> all = topics.onboardings.unstored();
    for (const Unstored& customer : all) {
        if (customer.integration.onboarding != model.onboarding()
            || (model.trouble() && model.trouble()->failure.kind == customer.why.kind))
            continue;
        JournalEntry line;
        line.onboarding = customer.integration.onboarding;
        line.step = Step::Store;
        line.state = StepState::Failed;
        line.failure = customer.why.kind;
        line.detail = customer.why.detail;
        model.take(line);
        render();
    }
}

void OnboardPage::Private::findIntegration(const IntegrationId& id)
{
    QCoro::connect(topics.customers.integrations().find(id), &page,
        [this](const Outcome<std::optional<Integration>>& found) {
            if (!found || !*found || (*found)->onboarding != model.onboarding())
                return;
            integration = **found;
            render();
        });
}

void OnboardPage::Private::cancel()
{
    if (!model.mayCancel())
        return;
    if (!topics.onboardings.cancel(model.company(), model.onboarding())) {
        model.confirming();
        return render();
    }
    ++run;
    choices.given.reset();
    const Failure stopped{FailureKind::Cancelled, 0, {}, {}, {}};
    endStep(&stopped);
    model.cancel();
    browser->close();
    render();
}

Integration OnboardPage::Private::unknownRow() const
{
    if (integration && integration->status == IntegrationStatus::Unknown)
        return *integration;
    Integration row;
    row.id = unknownOutcomeId(model.onboarding());
    row.company = model.company();
    row.onboarding = model.onboarding();
    row.bidirectional = choices.bidirectional;
    if (model.trouble())
        row.statusDetail = model.trouble()->failure.detail;
    return row;
}

void OnboardPage::Private::disableUnknown()
{
    const Integration row = unknownRow();
    QCoro::connect(
        disableUnanswered(topics.simulator.control(), topics.customers.integrations(), row), &page,
        [this, thisRun = run](const Outcome<QJsonObject>& happened) {
            if (thisRun == run)
                unknownCard->disabled(happened);
        });
}

void OnboardPage::Private::resolveExisting()
{
    QCoro::connect(topics.onboardings.resolveUnknownOutcome(unknownOutcomeId(model.onboarding())),
        &page, [this, thisRun = run](const Outcome<Done>& resolved) {
            if (thisRun != run)
                return;
            // Somebody else may have resolved it, in Customers or without a window.
            if (resolved || resolved.error().kind == FailureKind::NotFound)
                return restart();
            unknownCard->sayTrouble(explainBriefly(resolved.error(), Errand::Here));
        });
}

void OnboardPage::Private::restart()
{
    if (model.isRunning())
        return;
    if (!form->lacksGiven())
        return start();
    backToForm();
    form->focusGiven();
}

void OnboardPage::Private::backToForm()
{
    if (model.isRunning())
        return;
    ++run;
    model = OnboardingModel();
    integration.reset();
    browser->close();
    render();
}

void OnboardPage::Private::listCompanies()
{
    if (!topics.simulator.isRunning())
        return;
    QCoro::connect(topics.simulator.control().companies(), &page,
        [this](const Outcome<QList<Company>>& companies) {
            if (!companies)
                return;
            form->setCompanies(*companies);
            render();
        });
}

void OnboardPage::Private::showApplication()
{
    const Environment::Kind kind = topics.current.environment().kind;
    form->setEnvironment(kind);
    form->setTokenService(topics.current.environment().tokenService);
    QCoro::connect(topics.partnerAccess.applications().load(), &page,
        [this, kind](const Outcome<std::optional<Application>>& application) {
            if (!application || !*application)
                return;
            const bool isDemo = kind == Environment::Kind::Simulator
                && !isOwnApplication(topics.endpoints, *application);
            if (!isDemo)
                form->setApplication(**application);
        });
}

QString OnboardPage::Private::companyName() const
{
    if (integration && !integration->companyName.isEmpty())
        return Mask::company(*integration);
    return form->companyName(model.company().text());
}

QString OnboardPage::Private::wordsFor(OnboardingModel::Row row) const
{
    using Row = OnboardingModel::Row;
    using State = OnboardingModel::State;
    const State state = model.progress(row).state;
    if (row == Row::CustomerCredentials && state == State::Running)
        return model.phase() == OnboardingModel::Phase::AwaitingCustomer
            ? OnboardPage::tr("waiting for the customer's approval")
            : OnboardPage::tr("approved; confirming with SmartRecruiters");
    if (row == Row::CustomerCredentials && model.phase() == OnboardingModel::Phase::Unstored)
        return OnboardPage::tr("confirmed, but not stored yet");
    if (const auto& trouble = model.trouble(); trouble && trouble->row == row
        && state == State::Failed && trouble->failure.code == "declined"_L1)
        return OnboardPage::tr("declined by the customer");
    if (row == Row::Finish && state == State::Unknown)
        return OnboardPage::tr("the customer's page was told to wait");
    if (state != State::Done)
        return {};
    switch (row) {
    case Row::MasterCredentials:
        return OnboardPage::tr("ready");
    case Row::BearerToken:
        return OnboardPage::tr("received");
    case Row::CustomerCredentials:
        return OnboardPage::tr("in the keychain");
    case Row::Finish:
        return choices.mode == ConsentDisplayMode::Redirect
            ? OnboardPage::tr("sent back to SmartRecruiters")
            : OnboardPage::tr("the pop-up may close");
    case Row::Proof:
        return integration && onlyATokenWasGiven(*integration)
            ? OnboardPage::tr("a token was given")
            : OnboardPage::tr("first call worked");
    }
    Q_UNREACHABLE();
}

void OnboardPage::Private::render()
{
    const bool isIdle = model.phase() == OnboardingModel::Phase::Idle;
    title->setText(isIdle ? OnboardPage::tr("Onboard a customer")
                          : OnboardPage::tr("Onboard %1").arg(companyName()));
    for (const auto row : OnboardingModel::rows)
        stepper->show(row, model.progress(row), wordsFor(row));

    form->setVisible(isIdle);
    summary->setVisible(!isIdle);
    summary->setText(form->summary(choices));
    cancelButton->setVisible(model.mayCancel());
    pastCancelling->setVisible(
        model.phase() == OnboardingModel::Phase::Exchanging && !model.mayCancel());
    if (isIdle || model.isOver()) // nobody is waited for
        browser->setPlaceholder(
            OnboardPage::tr("The pages that the customer sees are shown here."));
    renderCards();
}

void OnboardPage::Private::renderCards()
{
    using Phase = OnboardingModel::Phase;
    const Phase phase = model.phase();
    const bool awaitsCustomer = phase == Phase::AwaitingCustomer;
    codeCard->setVisible(awaitsCustomer);
    if (awaitsCustomer) {
        const auto invitation = topics.onboardings.invitation(model.company());
        const bool isOurs = invitation && invitation->onboarding() == model.onboarding();
        codeCard->show(isOurs ? invitation : std::nullopt, now());
        codeTimer.start();
    } else {
        codeTimer.stop();
    }

    const auto& trouble = model.trouble();
    const bool isUnknown = phase == Phase::OutcomeUnknown;
    failureCard->setVisible(trouble && !isUnknown);
    unknownCard->setVisible(isUnknown);
    if (trouble) {
        const FailureText text = explain(trouble->failure, trouble->step);
        if (isUnknown)
            unknownCard->show(companyName(), unknownRow(),
                integration && topics.simulator.isRunning()); // the row names the client
        else
            failureCard->show(text,
                phase == Phase::Unstored             ? QString()
                    : trouble->step == Step::Consent ? OnboardPage::tr("New code")
                                                     : OnboardPage::tr("Try again"));
        stepper->placeCard(
            trouble->row, isUnknown ? static_cast<QWidget*>(unknownCard) : failureCard);
    }

    const bool isConnected = integration && (phase == Phase::Connected || phase == Phase::Unproved);
    connectedCard->setVisible(isConnected);
    if (isConnected)
        connectedCard->show(*integration, companyName());
    const bool isCancelled = phase == Phase::Cancelled;
    cancelled->setVisible(isCancelled);
    if (isCancelled)
        showCancelled();
    againButton->setVisible(isCancelled);
    changeButton->setVisible(model.isOver() && !isConnected);
}

void OnboardPage::Private::showCancelled()
{
    const auto invitation = topics.onboardings.invitation(model.company());
    const bool isOurs = invitation && invitation->onboarding() == model.onboarding();
    const auto state = isOurs ? invitation->record().state : InvitationState::Withdrawn;
    if (const auto why = topics.onboardings.notWithdrawn(model.onboarding()))
        form::say(cancelled, Tone::Careful,
            OnboardPage::tr("Cancelled here, but the code could not be withdrawn for other "
                            "programs on this data folder: they still accept it. %1 Jetbridge "
                            "tries again by itself.")
                .arg(explainBriefly(*why, Errand::Here)));
    else if (state == InvitationState::Deciding || state == InvitationState::Approved)
        form::say(cancelled, Tone::Careful,
            OnboardPage::tr("The customer approved before the code was withdrawn. Customers shows "
                            "what comes of it."));
    else
        form::say(cancelled, Tone::Neutral,
            OnboardPage::tr(
                "Cancelled. This onboarding sent no confirm request to SmartRecruiters."));
}

OnboardPage::OnboardPage(const OnboardTopics& topics, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, topics))
{
    setObjectName(u"onboardPage"_s);
    setAccessibleName(tr("Onboard"));

    auto* left = new QWidget;
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(24, 24, 16, 24);
    column->setSpacing(16);
    column->addWidget(d->title);
    column->addWidget(d->summary);
    column->addWidget(d->stepper);
    column->addWidget(d->connectedCard);
    column->addWidget(d->codeCard);
    column->addWidget(d->form);
    column->addWidget(d->cancelButton, 0, Qt::AlignLeft);
    d->pastCancelling->setText(tr(
        "The request to confirm was sent and cannot be cancelled. Its result will be recorded."));
    column->addWidget(d->pastCancelling);
    column->addWidget(d->cancelled);
    auto* afterwards = new FlowLayout;
    afterwards->addWidget(d->againButton);
    afterwards->addWidget(d->changeButton);
    column->addLayout(afterwards);
    column->addStretch();
    d->stepper->placeCard(OnboardingModel::Row::MasterCredentials, d->failureCard);
    d->stepper->placeCard(OnboardingModel::Row::CustomerCredentials, d->unknownCard);

    auto* scroll = new ColumnScroll(left, 0);
    scroll->setObjectName(u"onboardSteps"_s);

    auto* right = new QSplitter(Qt::Vertical);
    right->setObjectName(u"onboardBrowserAndJournal"_s);
    right->setChildrenCollapsible(false);
    right->addWidget(d->browser);
    auto* journal = new JournalView(d->journal);
    connect(journal, &JournalView::exchangeWanted, this, &OnboardPage::exchangeWanted);
    auto* hops = new JournalView(d->trace);
    hops->setObjectName(u"onboardHops"_s);
    hops->setAccessibleName(tr("Page navigation, newest first"));
    for (JournalModel* lines : {&d->journal, &d->trace})
        connect(&topics.traffic, &TrafficRecords::recorded,
            new JournalLinks(topics.traffic.exchanges(), *lines, this),
            &JournalLinks::takeRecorded);
    connect(hops, &JournalView::exchangeWanted, this, &OnboardPage::exchangeWanted);
    d->lists->setObjectName(u"onboardLists"_s);
    d->lists->setAccessibleName(tr("What happened"));
    d->lists->setDocumentMode(true);
    d->lists->setUsesScrollButtons(false);
    d->lists->addTab(journal, tr("What happened"));
    d->lists->addTab(hops, {});
    d->showTraceTitle();
    right->addWidget(d->lists);
    right->setStretchFactor(0, 3);
    right->setStretchFactor(1, 1);
    auto* across = new QSplitter(Qt::Horizontal);
    across->setObjectName(u"onboardColumns"_s);
    across->setChildrenCollapsible(false);
    across->addWidget(scroll);
    across->addWidget(right);
    across->setStretchFactor(1, 1);
    across->setSizes({340, 860});
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(across);

    d->codeTimer.setInterval(1000);
    connect(&d->codeTimer, &QTimer::timeout, this, [this] { d->renderCards(); });
    connect(d->form, &OnboardForm::startWanted, this, [this] { d->start(); });
    connect(d->form, &OnboardForm::engineWanted, this, [this] {
        QCoro::connect(engineOfWindow(), this,
            [this](const Outcome<EngineReport>& asked) { d->form->setEngine(engineText(asked)); });
    });
    connect(d->cancelButton, &QPushButton::clicked, this, [this] { d->cancel(); });
    connect(d->againButton, &QPushButton::clicked, this, [this] { d->restart(); });
    connect(d->changeButton, &QPushButton::clicked, this, [this] { d->backToForm(); });
    connect(d->failureCard, &FailureCard::actionWanted, this, [this] { d->restart(); });
    const auto copyTextInto = [this](auto* card) {
        QCoro::connect(d->topics.traffic.supportText(d->failedLine), this,
            [card](const Outcome<QString>& text) { card->copied(text); });
    };
    connect(d->failureCard, &FailureCard::textWanted, this,
        [this, copyTextInto] { copyTextInto(d->failureCard); });
    connect(d->unknownCard, &OutcomeUnknownCard::textWanted, this,
        [this, copyTextInto] { copyTextInto(d->unknownCard); });
    connect(
        d->unknownCard, &OutcomeUnknownCard::existsWanted, this, [this] { d->resolveExisting(); });
    connect(d->unknownCard, &OutcomeUnknownCard::repeatWanted, this, [this] {
        // The row stays until new credentials replace it.
        d->topics.onboardings.allowSecondConfirm(d->model.company());
        d->restart();
    });
    connect(
        d->unknownCard, &OutcomeUnknownCard::disableWanted, this, [this] { d->disableUnknown(); });
    connect(d->codeCard, &CodeCard::newCodeWanted, this, [this] {
        d->cancel();
        d->restart();
    });
    connect(d->connectedCard, &ConnectedCard::customerWanted, this,
        [this] { Q_EMIT customerOnboarded(d->integration->id); });
    connect(d->connectedCard, &ConnectedCard::anotherWanted, this, [this] { startFor({}); });
    connect(new QShortcut(Qt::Key_Escape, this, {}, {}, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, [this] { d->cancel(); });

    connect(d->browser, &BrowserPane::hop, this, [this](const BrowserHop& hop) { d->take(hop); });
    connect(d->browser, &BrowserPane::loaded, this,
        [this](const BrowserLoad& load) { d->record(load); });
    connect(&topics.customers, &Customers::journalAppended, this,
        [this](const JournalEntry& entry) { d->take(entry); });
    connect(&topics.customers, &Customers::integrationChanged, this,
        [this](const IntegrationId& id) { d->findIntegration(id); });
    connect(
        &topics.onboardings, &Onboardings::unstoredChanged, this, [this] { d->takeUnstored(); });
    connect(&topics.onboardings, &Onboardings::invitationChanged, this,
        [this](const OnboardingId& onboarding) {
            if (onboarding == d->model.onboarding())
                d->renderCards();
        });
    connect(&topics.current, &CurrentEnvironment::changed, this, [this] { d->showApplication(); });
    connect(&topics.simulator, &EmbeddedSimulator::changed, this, [this] {
        d->registered.reset();
        d->listCompanies();
        d->renderCards();
    });
    d->showApplication();
    d->listCompanies();
    d->render();
}

OnboardPage::~OnboardPage() = default;

void OnboardPage::startWithSimulator(ConsentDisplayMode mode, bool bidirectional)
{
    if (d->model.isRunning())
        return;
    d->form->setChoices(
        {u"globex"_s, mode, bidirectional, OnboardChoices::Where::Here, std::nullopt, true, {}});
    d->registered.reset(); // a new application, so that the company is not connected to it yet
    d->start();
}

void OnboardPage::startFor(const QString& companyId)
{
    if (d->model.isRunning())
        return;
    d->backToForm();
    d->form->clearGiven(); // it belongs to one customer
    d->form->setCompany(companyId);
    if (d->topics.current.environment().kind == Environment::Kind::Simulator)
        QCoro::connect(startSimulatorIfNoneAnswers(d->topics), this, [] {});
    d->form->setFocus();
}

bool OnboardPage::isRunning() const
{
    return d->model.isRunning();
}

} // namespace jetbridge::ui
