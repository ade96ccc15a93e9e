// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/Checking.h"

#include "conformance/Documents.h"
#include "conformance/Run.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Endpoints.h"
#include "console/PartnerAccess.h"
#include "console/PdfOfPage.h"
#include "console/System.h"
#include "console/TrafficRecords.h"
#include "http/Authorities.h"
#include "traffic/Export.h"
#include "traffic/Redaction.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr char ownCompany[] = "jetbridge-check";

/// Secrets typed into an address would be sent, kept and shown like any address.
Outcome<Done> checkAddress(const char* field, const QUrl& url)
{
    if (url.isEmpty())
        return Done{};
    if (const auto sound = checkUrl(field, url); !sound)
        return sound;
    const auto pairs = QUrlQuery(url).queryItems();
    for (const auto& [key, value] : pairs) {
        QString plain = key.toLower();
        plain.remove(QLatin1Char('_')).remove(QLatin1Char('-'));
        for (const char* secret : {"secret", "accesstoken", "password", "apikey"})
            if (plain.contains(QLatin1String(secret)) && !value.isEmpty())
                return failed(FailureKind::Invalid,
                    u"%1 holds a secret (%2): addresses are logged and registered. "
                    "Take it out, and replace that secret."_s.arg(QLatin1String(field), key),
                    0, QLatin1String(field));
    }
    return Done{};
}

QByteArray curlLine(const Exchange& exchange)
{
    return traffic::ExportForm::of(ExchangeFormat::Curl).entry(exchange);
}

} // namespace

struct Checking::Private {
    explicit Private(const Topics& given)
        : topics(given)
    {
    }

    const Topics topics;
    SystemRandomness randomness;
    SystemClock clock;
    traffic::Redaction redaction{randomness.bytes(32)};
    std::unique_ptr<conformance::Wire, QScopedPointerDeleteLater> wire;
    bool isCancelled = false;

    Outcome<conformance::Plan> planOf(const CheckSetup& setup) const
    {
        conformance::Plan plan;
        if (!setup.plan.isEmpty()) {
            const auto read = conformance::Plan::fromJson(setup.plan);
            if (!read)
                return passOn(read);
            plan = *read;
        }
        if (!setup.name.isEmpty())
            plan.name = setup.name;
        if (!setup.groups.isEmpty())
            plan.groups = setup.groups;
        if (!setup.simulator.isEmpty() && plan.groups.isEmpty())
            for (const conformance::Group& group : conformance::allGroups())
                plan.groups.append(QLatin1String(group.name));
        plan.optIns += setup.optIns;
        plan.only += setup.only;
        if (const auto valid = plan.validate(); !valid)
            return passOn(valid);
        return plan;
    }

    /// The addresses and the application, without the pairs.
    Task<Outcome<conformance::Target>> targetOf(CheckSetup setup)
    {
        conformance::Target target;
        const Environment environment = topics.current.environment();
        auto application = setup.application;
        if (!application && !setup.ownEndpoints) {
            const auto saved = co_await topics.partnerAccess.applications().load();
            if (!saved)
                co_return passOn(saved);
            application = *saved;
        }
        if (setup.ownEndpoints) {
            const auto urls = co_await topics.endpoints.start();
            if (!urls)
                co_return passOn(urls);
            if (!application)
                application = topics.endpoints.demoApplication(ConsentDisplayMode::Redirect, true);
            setup.consentUrl = urls->consentUrl;
            setup.oauthTokenUrl = urls->oauthTokenUrl;
            setup.callbackUrl = urls->callbackUrl;
        }
        const bool hasAddress = !setup.consentUrl.isEmpty() || !setup.oauthTokenUrl.isEmpty()
            || !setup.callbackUrl.isEmpty();
        if (!application && !hasAddress)
            co_return failed(FailureKind::Invalid,
                u"There is nothing to check: app import FILE, --app FILE, an address "
                "(--token-url URL ...), or --own for our own endpoints."_s);
        if (application && !hasAddress) {
            setup.consentUrl = application->consentUrl;
            setup.oauthTokenUrl = application->oauthTokenUrl;
            setup.callbackUrl = application->callbackUrl;
        }
        for (const auto& [field, url] : {std::pair{"consent-url", setup.consentUrl},
                 std::pair{"token-url", setup.oauthTokenUrl},
                 std::pair{"callback-url", setup.callbackUrl},
                 std::pair{"simulator", setup.simulator}})
            if (const auto sound = checkAddress(field, url); !sound)
                co_return passOn(sound);
        target.consentUrl = setup.consentUrl;
        target.oauthTokenUrl = setup.oauthTokenUrl;
        target.callbackUrl = setup.callbackUrl;
        target.simulator = setup.simulator;
        // Customers of a journey stay connected: each run has its own.
        target.companyId = u"%1-%2"_s.arg(
            QLatin1String(ownCompany), QString::fromLatin1(randomness.bytes(3).toHex()));
        target.moreHosts = setup.moreHosts;
        target.application = application;
        if (application)
            target.mode = application->consentDisplayMode;
        if (setup.sendsDisabled)
            target.eventType = u"INTEGRATION_DISABLED"_s;
        target.frameOrigins = environment.frameOrigins;
        target.redirect = redirectIn(environment);
        co_return target;
    }

    /// An address of the portal that a consent page may lead back to.
    static QUrl redirectIn(const Environment& environment)
    {
        const QString host = environment.redirectHosts.isEmpty()
            ? environment.portalUrl.authority()
            : environment.redirectHosts.first();
        if (host.isEmpty())
            return {};
        QUrl url;
        url.setScheme(u"http"_s);
        url.setAuthority(host);
        if (!isLoopback(url))
            url.setScheme(u"https"_s);
        url.setPath(u"/jetbridge-check"_s);
        return url;
    }

    Task<Outcome<Done>> checkGiven(CheckSetup setup)
    {
        for (const auto& pair : setup.given) {
            if (!pair)
                continue;
            const auto company =
                co_await topics.customers.issuedClients().companyOf(pair->clientId);
            if (!company)
                co_return passOn(company);
            const bool isOurs =
                company->has_value() && !(*company)->text().startsWith(QLatin1String(ownCompany));
            if (isOurs)
                co_return failed(FailureKind::Conflict,
                    u"\"%1\" is the pair of a customer (%2): checks send wrong secrets "
                    "and notifications. Make a pair for checking."_s.arg(
                        pair->clientId.text(), (*company)->text()));
        }
        co_return Done{};
    }

    /// Two pairs that live for one run.
    Task<Outcome<Done>> issuePairs(std::array<std::optional<ClientCredentials>, 2>& pairs)
    {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            ClientCredentials pair;
            pair.clientId =
                ClientId("jetbridge-check-"_L1 + QString::fromLatin1(randomness.bytes(8).toHex()));
            // With letters of both cases, and characters that a form encodes.
            QByteArray secret = "jB%+&:" + randomness.bytes(24).toBase64();
            pair.clientSecret = Secret(QByteArrayView(secret));
            wipe(secret);
            IssuedClient client;
            client.clientId = pair.clientId;
            client.secretSha256 = pair.clientSecret.sha256();
            client.company = CompanyId(u"%1-%2"_s.arg(QLatin1String(ownCompany)).arg(i + 1));
            const auto issued = co_await topics.customers.issuedClients().issue(client);
            if (!issued)
                co_return passOn(issued);
            pairs.at(i) = pair;
        }
        co_return Done{};
    }

    /// Nobody else knows their secrets: where one stays, nobody can use it.
    Task<Done> withdrawPairs(std::array<std::optional<ClientCredentials>, 2> pairs)
    {
        for (const auto& pair : pairs)
            if (pair)
                disregard(co_await topics.customers.issuedClients().withdraw(pair->clientId));
        co_return Done{};
    }

    Task<Outcome<CheckReport>> run(CheckSetup setup, std::function<void(const CheckResult&)> told)
    {
        const auto plan = planOf(setup);
        if (!plan)
            co_return passOn(plan);
        const auto given = co_await checkGiven(setup);
        if (!given)
            co_return passOn(given);
        const auto tls = http::tlsWith(topics.current.environment().caFile);
        if (!tls)
            co_return passOn(tls);
        auto target = co_await targetOf(setup);
        if (!target)
            co_return passOn(target);
        if (setup.pairs == CheckSetup::Pairs::Given)
            target->pairs = setup.given;
        const bool isHere = setup.ownEndpoints || setup.pairs == CheckSetup::Pairs::Here;
        if (isHere) {
            const auto issued = co_await issuePairs(target->pairs);
            if (!issued) {
                co_await withdrawPairs(target->pairs);
                co_return passOn(issued);
            }
        }
        for (const auto& pair : target->pairs)
            if (pair)
                redaction.know(pair->clientSecret);
        wire.reset(new conformance::Wire(*tls, setup.patience));
        if (isCancelled)
            wire->cancel();
        conformance::RunServices services{*wire, clock,
            [this](Exchange exchange) { return redaction.redacted(std::move(exchange)); },
            [this](const Secret& secret) { redaction.know(secret); },
            told ? told : [](const CheckResult&) { }};
        CheckReport report = co_await conformance::runChecks(
            *plan, *target, {setup.requests, setup.perSecond, setup.time}, services);
        report.environment = topics.current.environment().name;
        if (isHere)
            co_await withdrawPairs(target->pairs);
        co_return report;
    }
};

Checking::Checking(const Topics& topics)
    : d(std::make_unique<Private>(topics))
{
}

Checking::~Checking() = default;

Task<Outcome<QList<PlannedCheckRequest>>> Checking::planned(CheckSetup setup)
{
    const auto plan = d->planOf(setup);
    if (!plan)
        co_return passOn(plan);
    auto target = co_await d->targetOf(setup);
    if (!target)
        co_return passOn(target);
    if (setup.pairs == CheckSetup::Pairs::Given) {
        target->pairs = setup.given;
    } else if (setup.ownEndpoints || setup.pairs == CheckSetup::Pairs::Here) {
        // They are made when the run begins.
        for (auto& pair : target->pairs)
            pair = ClientCredentials{
                ClientId(u"jetbridge-check"_s), Secret(QByteArrayView("made-later"))};
    }
    co_return conformance::plannedRequests(*plan, *target);
}

Task<Outcome<CheckReport>> Checking::run(
    CheckSetup setup, std::function<void(const CheckResult&)> told)
{
    return d->run(std::move(setup), std::move(told));
}

void Checking::cancel()
{
    d->isCancelled = true;
    if (d->wire)
        d->wire->cancel();
}

Task<Outcome<QByteArray>> Checking::document(CheckReport report, CheckFormat format)
{
    QByteArray text;
    switch (format) {
    case CheckFormat::Text:
    case CheckFormat::TextOfFailed:
        text = conformance::textDocument(report, curlLine, format == CheckFormat::TextOfFailed);
        break;
    case CheckFormat::Json:
        text = QJsonDocument(report.toJson()).toJson();
        break;
    case CheckFormat::JUnit:
        text = conformance::junitDocument(report);
        break;
    case CheckFormat::Html:
    case CheckFormat::Pdf:
        text = conformance::htmlDocument(report, curlLine);
        break;
    }
    text = co_await d->topics.traffic.withoutSecrets(std::move(text));
    if (d->redaction.findsSecretIn(text))
        co_return failed(FailureKind::NotPermitted,
            u"A secret was found in the report, although each was to be taken out: it "
            "was not written. Please tell the authors of Jetbridge."_s,
            0, u"secret_found"_s);
    if (format == CheckFormat::Pdf)
        co_return co_await pdfOf(text);
    co_return text;
}

} // namespace jetbridge
