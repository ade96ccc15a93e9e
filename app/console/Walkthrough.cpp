// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Walkthrough.h"

#include "async/Signal.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/DemoBackend.h"
#include "console/EmbeddedSimulator.h"
#include "console/Endpoints.h"
#include "console/FormBrowser.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/SimulatorControl.h"

#include <QElapsedTimer>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

/// Waits, 15 s at most, until the journal has a line that ends `step` of a run.
Task<Outcome<JournalEntry>> endOf(Customers& customers, OnboardingId onboarding, Step step)
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 15'000) {
        const auto lines = co_await customers.journal().of(onboarding);
        if (!lines)
            co_return passOn(lines);
        for (const JournalEntry& line : *lines)
            if (line.step == step && line.state != StepState::Started)
                co_return line;
        // A line may have come while we were reading: never wait for the next one for long.
        co_await async::emission(
            &customers, &Customers::journalAppended, std::chrono::milliseconds(100));
    }
    co_return failed(
        FailureKind::TimedOut, u"The step \"%1\" did not end in 15 s."_s.arg(stepName(step)));
}

class Timeline {
public:
    explicit Timeline(std::function<void(const WalkthroughStep&)> onStep)
        : m_onStep(std::move(onStep))
    {
        m_timer.start();
    }

    /// The time since the step before belongs to this one.
    template <typename T>
    bool step(const char* name, const Outcome<T>& outcome, const QString& detail = {})
    {
        add({QString::fromLatin1(name), outcome.has_value(), int(m_timer.restart()),
            outcome ? detail : outcome.error().detail});
        return outcome.has_value();
    }
    void line(const JournalEntry& entry)
    {
        add({stepName(entry.step), entry.state == StepState::Done, std::max(entry.milliseconds, 0),
            entry.detail});
    }
    QList<WalkthroughStep> steps;

private:
    void add(const WalkthroughStep& step)
    {
        steps.append(step);
        m_onStep(step);
    }
    std::function<void(const WalkthroughStep&)> m_onStep;
    QElapsedTimer m_timer;
};

/// What became of the portal's question whether the integration is there.
Outcome<Done> shownAsEnabled(const FormPage& page)
{
    const QString status = page.text(u"integration-status"_s);
    if (status.contains("enabled"_L1, Qt::CaseInsensitive)
        && !status.contains("not "_L1, Qt::CaseInsensitive))
        return Done{};
    return failed(FailureKind::BadReply,
        u"The portal does not show the integration as enabled but as \"%1\"."_s.arg(status));
}

/// The guide's 3 and 4 as the administrator lives them, from the Apps & Integrations page to
/// "enabled".
Task<Outcome<Done>> playCustomer(
    WalkthroughTopics topics, WalkthroughOptions options, Invitation invitation, Timeline& timeline)
{
    FormBrowser browser(topics.current.environment().caFile);
    const QUrl start = topics.current.environment().startUrl(options.companyId);
    const auto apps = co_await browser.open(start);
    if (!timeline.step("open Apps & Integrations", apps))
        co_return passOn(apps);
    const auto setupUrl = apps->target(u"setup"_s);
    if (!setupUrl)
        co_return passOn(setupUrl);
    const auto setup = co_await browser.open(*setupUrl);
    if (!setup)
        co_return passOn(setup);
    auto signIn = co_await browser.press(*setup, u"grant"_s);
    if (signIn && options.mode == ConsentDisplayMode::Popup) {
        const auto frame = signIn->target(u"consent-frame"_s);
        if (!frame)
            co_return passOn(frame);
        signIn = co_await browser.open(*frame);
    }
    if (!timeline.step("grant scopes", signIn))
        co_return passOn(signIn);

    const auto decision =
        co_await browser.press(*signIn, u"sign-in"_s, {{u"code"_s, invitation.code()}});
    if (!timeline.step("sign in at the consent page", decision))
        co_return passOn(decision);

    const auto end = co_await browser.press(*decision, u"approve"_s);
    if (!timeline.step("approve", end))
        co_return passOn(end);
    // POPUP: SmartRecruiters closes the frame and refreshes its own page.
    const auto portal =
        options.mode == ConsentDisplayMode::Popup ? co_await browser.open(*setupUrl) : end;
    const auto enabled = portal ? shownAsEnabled(*portal) : Outcome<Done>(passOn(portal));
    timeline.step("back at SmartRecruiters", enabled);
    co_return enabled;
}

/// The partner's own API, and the pair by which it asks us about tokens; both end with the play.
struct OwnApi {
    QString resourceServer;
    std::unique_ptr<DemoBackend> backend;
};

/// Starts a small API of the partner, and tells the simulator to call it as soon as a customer is
/// enabled.
Task<Outcome<OwnApi>> startOwnApi(WalkthroughTopics topics, QUrl introspection)
{
    OwnApi api;
    api.resourceServer = u"demo-%1"_s.arg(QDateTime::currentMSecsSinceEpoch());
    const auto pair = co_await topics.endpoints.addResourceServer(api.resourceServer);
    if (!pair)
        co_return passOn(pair);
    api.backend = std::make_unique<DemoBackend>(introspection, pair->client);
    Outcome<Done> ready = api.backend->listen();
    if (ready)
        ready = co_await topics.simulator.control().changeSettings(
            {{u"firstTokenAfterMs"_s, 0}, {u"partnerApiUrl"_s, api.backend->url().toString()}});
    if (!ready) {
        const auto removed = co_await topics.endpoints.removeResourceServer(api.resourceServer);
        co_return removed ? passOn(ready) : passOn(removed);
    }
    co_return api;
}

/// Plays the way back of an enabled customer. Returns the token that SmartRecruiters used.
Task<Outcome<Secret>> playWayBack(const OwnApi& api, CompanyId company, Timeline& timeline)
{
    // SmartRecruiters gets a token from oauthTokenUrl first; without one it calls nobody.
    const auto call = co_await api.backend->firstCall(std::chrono::seconds(15));
    Outcome<Done> believed = Done{};
    if (!call)
        believed = passOn(call);
    else if (call->status != 200 || call->company != company.text())
        believed = failed(FailureKind::Refused,
            u"The partner's API refused SmartRecruiters' token (%1)."_s.arg(call->status));
    if (!timeline.step("SmartRecruiters calls the partner's API", believed,
            u"introspection says that the token is %1's"_s.arg(company.text())))
        co_return passOn(believed);
    co_return call->token;
}

/// Asks the partner's API with the token of a customer who has disabled the integration: refused
/// within two seconds.
Task<Outcome<Done>> playRefusal(
    WalkthroughTopics topics, const OwnApi& api, Secret token, Timeline& timeline)
{
    QElapsedTimer waited;
    waited.start();
    auto call = co_await api.backend->call(token);
    while (call && call->status != 401 && waited.elapsed() < 2'000) {
        co_await async::emission(
            &topics.customers, &Customers::journalAppended, std::chrono::milliseconds(100));
        call = co_await api.backend->call(token);
    }
    Outcome<Done> refused = Done{};
    if (!call)
        refused = passOn(call);
    else if (call->status != 401)
        refused = failed(FailureKind::BadReply,
            u"The partner's API still answers %1 to the customer's token."_s.arg(call->status));
    timeline.step("the partner's API refuses the token", refused,
        u"introspection says that it is no longer active"_s);
    co_return refused;
}

/// Ends what startOwnApi() began: the simulator calls nobody, and the pair is withdrawn.
Task<Outcome<Done>> endOwnApi(WalkthroughTopics topics, OwnApi api)
{
    const auto quiet = co_await topics.simulator.control().changeSettings(
        {{u"firstTokenAfterMs"_s, -1}, {u"partnerApiUrl"_s, QString()}});
    const auto removed = co_await topics.endpoints.removeResourceServer(api.resourceServer);
    if (!removed)
        co_return passOn(removed);
    co_return quiet;
}

/// Plays the guide's steps 2 to 6. `api`: null without the way back.
Task<Outcome<WalkthroughReport>> playJourney(WalkthroughTopics topics, WalkthroughOptions options,
    MasterCredentials master, const OwnApi* api, Timeline& timeline)
{
    WalkthroughReport report;
    report.company = CompanyId(options.companyId);
    // 2. Exchange Master Credentials for a Bearer Token
    const auto token = co_await topics.partnerAccess.connectPartner(master);
    if (!timeline.step("prove and store master credentials", token))
        co_return passOn(token);

    // 3. and 4., as the customer's administrator lives them
    const auto invited = co_await topics.onboardings.invite(report.company);
    if (!invited)
        co_return passOn(invited);
    const Invitation& invitation = *invited;
    const auto customer = co_await playCustomer(topics, options, invitation, timeline);
    if (!customer)
        co_return passOn(customer);

    const auto proof = co_await endOf(topics.customers, invitation.onboarding(), Step::Prove);
    const auto lines = co_await topics.customers.journal().of(invitation.onboarding());
    if (lines)
        for (const JournalEntry& line : *lines)
            if (line.state != StepState::Started && line.step != Step::Consent)
                timeline.line(line);
    if (!proof)
        co_return passOn(proof);
    if (proof->state != StepState::Done)
        co_return failed(proof->failure, proof->detail);
    Integrations::Query byCompany;
    byCompany.company = CompanyId(options.companyId);
    const auto found = co_await topics.customers.integrations().page(byCompany);
    if (!found)
        co_return passOn(found);
    for (const Integration& integration : found->rows)
        if (integration.onboarding == invitation.onboarding()) {
            report.integration = integration.id;
            report.companyName = integration.companyName;
        }

    Secret used;
    if (api) {
        const auto called = co_await playWayBack(*api, report.company, timeline);
        if (!called)
            co_return passOn(called);
        used = *called;
    }

    // The customer disables the integration: without oauthTokenUrl nobody is told (guide, 1).
    const auto disabled = co_await topics.simulator.control().disable(report.integration);
    if (!timeline.step("the customer disables the integration", disabled))
        co_return passOn(disabled);
    if (options.bidirectional) {
        const auto notified =
            co_await endOf(topics.customers, invitation.onboarding(), Step::Notified);
        if (!timeline.step(
                "notification at callbackUrl", notified, notified ? notified->detail : QString()))
            co_return passOn(notified);
        const auto inbox = co_await topics.endpoints.inbox().latest(1);
        if (inbox && !inbox->isEmpty())
            report.notification = inbox->first();
    }
    if (api)
        if (const auto refused = co_await playRefusal(topics, *api, used, timeline); !refused)
            co_return passOn(refused);
    co_return report;
}

} // namespace

Task<Outcome<Done>> playConnected(WalkthroughTopics topics, WalkthroughOptions options)
{
    Timeline timeline([](const WalkthroughStep&) {});
    const auto invited = co_await topics.onboardings.invite(CompanyId(options.companyId));
    if (!invited)
        co_return passOn(invited);
    const auto customer = co_await playCustomer(topics, options, *invited, timeline);
    if (!customer)
        co_return passOn(customer);
    const auto proof = co_await endOf(topics.customers, invited->onboarding(), Step::Prove);
    if (!proof)
        co_return passOn(proof);
    if (proof->state != StepState::Done)
        co_return failed(proof->failure, proof->detail);
    co_return Done{};
}

Task<Outcome<WalkthroughReport>> playWalkthrough(WalkthroughTopics topics,
    WalkthroughOptions options, std::function<void(const WalkthroughStep&)> onStep)
{
    Timeline timeline(std::move(onStep));
    const auto simulator = co_await topics.simulator.start();
    if (!timeline.step(
            "start the simulator", simulator, topics.current.environment().portalUrl.toString()))
        co_return passOn(simulator);
    const auto endpoints = co_await topics.endpoints.start();
    if (!timeline.step("start the endpoints", endpoints,
            endpoints ? endpoints->consentUrl.toString() : QString()))
        co_return passOn(endpoints);
    // 1. Obtain Partner-Level (Master) Credentials
    const auto master = co_await topics.simulator.registerApplication(
        topics.endpoints.demoApplication(options.mode, options.bidirectional));
    if (!timeline.step(
            "register the application", master, master ? master->appId.text() : QString()))
        co_return passOn(master);
    if (!options.wayBack) {
        auto played = co_await playJourney(topics, options, *master, nullptr, timeline);
        if (played)
            played->steps = timeline.steps;
        co_return played;
    }

    auto api = co_await startOwnApi(topics, endpoints->introspectionUrl);
    if (!timeline.step(
            "start the partner's own API", api, api ? api->backend->url().toString() : QString()))
        co_return passOn(api);
    auto played = co_await playJourney(topics, options, *master, &*api, timeline);
    const auto ended = co_await endOwnApi(topics, std::move(*api));
    if (!played)
        co_return played;
    if (!timeline.step("end the partner's own API", ended))
        co_return passOn(ended);
    played->steps = timeline.steps;
    co_return played;
}

} // namespace jetbridge
