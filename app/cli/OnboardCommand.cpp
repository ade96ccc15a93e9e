// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Signal.h"
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/Serving.h"
#include "cli/Unstored.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Endpoints.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "domain/CompanyId.h"
#include "domain/Redirect.h"

#include <QUrlQuery>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

/// Checks what must hold before a secret that is shown only once is requested.
Outcome<Done> checkRequest(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const Environment environment = invocation.current().environment();
    const CompanyId company(arguments.value("company"));
    if (company.isEmpty())
        return failed(FailureKind::Invalid, u"--company ID is needed."_s);
    if (const auto sound = checkCompanyId(company); !sound)
        return sound;
    if (arguments.has("wait") == arguments.has("consented-by"))
        return failed(FailureKind::Invalid,
            u"Say who approved (--consented-by NAME), or wait for the approval (--wait)."_s);
    if (!arguments.has("wait") && arguments.value("consented-by").trimmed().isEmpty())
        return failed(FailureKind::Invalid, u"--consented-by needs a name."_s);
    if (arguments.has("redirect")) {
        const auto redirect = checkRedirect(arguments.value("redirect"), environment.redirectHosts);
        if (!redirect)
            return passOn(redirect);
    }
    return checkConfirming(invocation, company);
}

/// Returns the result of a run from its journal; nullopt while it is under way.
std::optional<Outcome<Done>> endOf(const QList<JournalEntry>& journal)
{
    for (const JournalEntry& entry : journal) {
        const bool isBad = entry.state == StepState::Failed || entry.state == StepState::Unknown;
        if (entry.step == Step::Prove && entry.state != StepState::Started)
            return Outcome<Done>(Done{});
        if (isBad && entry.step != Step::Finish)
            return Outcome<Done>(failed(entry.failure, entry.detail));
    }
    return std::nullopt;
}

/// Returns the link that SmartRecruiters would open, for somebody who acts as SmartRecruiters.
QString consentLink(const EndpointUrls& urls, const CompanyId& company, const QString& redirect)
{
    QUrl link = urls.consentUrl;
    QUrlQuery query(link);
    query.addQueryItem(
        u"companyId"_s, QString::fromLatin1(QUrl::toPercentEncoding(company.text())));
    if (!redirect.isEmpty())
        query.addQueryItem(u"redirect"_s, QString::fromLatin1(QUrl::toPercentEncoding(redirect)));
    link.setQuery(query);
    return link.toString(QUrl::FullyEncoded);
}

/// Returns why the consent page refused a visit, as far as its address shows.
QString refusalOf(const Exchange& visit, const Environment& environment, bool needsRedirect)
{
    const QUrlQuery query(visit.url);
    const QString redirect = query.queryItemValue(u"redirect"_s, QUrl::FullyDecoded);
    if (redirect.isEmpty() && needsRedirect)
        return u"it came without redirect, which consentDisplayMode REDIRECT needs."_s;
    if (redirect.isEmpty() || checkRedirect(redirect, environment.redirectHosts))
        return u"`traffic show %1` tells more."_s.arg(visit.number);
    return u"its redirect leads to %1, which the environment \"%2\" does not name: "
           "environment set %2 --redirect-host HOST."_s.arg(
               QUrl(redirect).authority(QUrl::FullyEncoded), environment.name);
}

/// Visits of the consent page in the recorded traffic.
struct Visits {
    QString path; ///< Path of the consent page.
    bool needsRedirect = false;
    std::optional<qint64> seen = {}; ///< Newest visit that was seen; nullopt: all visits recorded
                                     ///< so far are old.
    QStringList said = {}; ///< Refusals that were already reported.
};

constexpr qsizetype mostRefusals = 20;

/// Reports the visits that the consent page has refused since the last call, and returns the new
/// state.
Task<Visits> sayRefusedVisits(Invocation& invocation, Visits visits)
{
    ExchangeFilter filter;
    filter.search = visits.path;
    filter.most = 20;
    const auto recorded = co_await invocation.traffic().exchanges().list(filter);
    if (!recorded)
        co_return visits;
    const qint64 before =
        visits.seen.value_or(recorded->isEmpty() ? 0 : recorded->constFirst().number);
    visits.seen = before;
    for (auto visit = recorded->crbegin(); visit != recorded->crend(); ++visit) { // oldest first
        if (visit->number <= before)
            continue;
        visits.seen = visit->number;
        if (visit->status != 400 || visit->method != "GET" || visit->url.path() != visits.path)
            continue;
        const QString why =
            refusalOf(*visit, invocation.current().environment(), visits.needsRedirect);
        // Anybody may visit the page, so the number of messages is limited.
        if (visits.said.contains(why) || visits.said.size() >= mostRefusals)
            continue;
        visits.said.append(why);
        invocation.note(u"The consent page refused a visit with 400: %1"_s.arg(why));
    }
    co_return visits;
}

Task<Outcome<Integration>> waitForApproval(
    Invocation& invocation, CompanyId company, std::optional<ClientCredentials> given)
{
    const Arguments& arguments = invocation.arguments();
    const auto setup = servingFrom(arguments);
    if (!setup)
        co_return passOn(setup);
    // This is checked before the customer is asked for anything, and again before the call itself.
    const auto mayConfirm = co_await invocation.onboardings().mayConfirm(company);
    if (!mayConfirm)
        co_return passOn(mayConfirm);
    const auto urls = co_await invocation.endpoints().start(*setup);
    if (!urls)
        co_return passOn(urls);

    const auto invited = co_await invocation.onboardings().invite(company,
        arguments.value("confirm-production"), {}, std::chrono::minutes(30), {}, std::move(given));
    if (!invited)
        co_return passOn(invited);
    const Invitation& invitation = *invited;
    const QStringList trouble = co_await servingTrouble(
        invocation.partnerAccess().applications(), invocation.current().environment(), *urls);
    for (const QString& sentence : trouble)
        invocation.note(sentence);
    // This goes to stderr, because with --json stdout holds only the document at the end.
    invocation.note(u"Start at SmartRecruiters: %1"_s.arg(
        invocation.current().environment().startUrl(company.text()).toString()));
    const auto application = co_await invocation.partnerAccess().applications().load();
    if (!application)
        co_return passOn(application);
    const bool needsRedirect =
        application->value_or(Application()).consentDisplayMode == ConsentDisplayMode::Redirect;
    if (needsRedirect && !arguments.has("redirect"))
        invocation.note(u"The application's consentDisplayMode is REDIRECT: the consent "
                        "page opens from there only, because SmartRecruiters adds "
                        "redirect. --redirect URL gives a direct link."_s);
    else
        invocation.note(
            u"Consent page: %1"_s.arg(consentLink(*urls, company, arguments.value("redirect"))));
    invocation.note(
        u"One-time code: %1 (until %2)"_s.arg(invitation.code(), timeText(invitation.expiresAt())));

    Visits visits{urls->consentUrl.path(), needsRedirect};
    while (!invocation.interruption().wasRaised()) {
        visits = co_await sayRefusedVisits(invocation, visits);
        const auto journal = co_await invocation.customers().journal().of(invitation.onboarding());
        // If the credentials cannot be stored, the journal may not be writable either.
        if (!invocation.onboardings().unstored().isEmpty()) {
            const auto stored = co_await waitUntilStored(invocation);
            if (!stored)
                co_return passOn(stored);
            co_return co_await integrationOf(invocation.customers().integrations(), company);
        }
        if (!journal)
            co_return passOn(journal);
        if (const auto end = endOf(*journal)) {
            if (!*end)
                co_return passOn(*end);
            co_return co_await integrationOf(invocation.customers().integrations(), company);
        }
        const bool hasStarted = std::any_of(journal->begin(), journal->end(),
            [](const JournalEntry& entry) { return entry.step != Step::Consent; });
        if (!hasStarted && QDateTime::currentDateTimeUtc() > invitation.expiresAt())
            co_return failed(FailureKind::TimedOut,
                u"Nobody approved while the one-time code was valid."_s, 0, u"nobody_approved"_s);
        co_await async::emission(
            &invocation.customers(), &Customers::journalAppended, std::chrono::milliseconds(250));
    }
    co_return failed(FailureKind::Cancelled, u"Interrupted before the customer approved."_s);
}

Task<Outcome<Report>> onboard(Invocation& invocation)
{
    const QDateTime began = QDateTime::currentDateTimeUtc();
    const auto sound = checkRequest(invocation);
    if (!sound)
        co_return passOn(sound);
    const CompanyId company(invocation.arguments().value("company"));
    const auto given = co_await givenClient(invocation);
    if (!given)
        co_return passOn(given);
    const auto integration = invocation.arguments().has("wait")
        ? co_await waitForApproval(invocation, company, *given)
        : co_await confirmNow(invocation, company, SecondConfirm::Refused, *given);
    if (!integration || isFailing(*integration))
        co_await adviseSupportText(invocation, company, began);
    if (!integration)
        co_return passOn(integration);
    co_return co_await confirmedReport(
        invocation, *integration, invocation.arguments().value("redirect"));
}

} // namespace

QList<Command> onboardCommands()
{
    return {{
        u"onboard"_s,
        {},
        u"Brings a company on board that consented elsewhere, or waits for its consent here."_s,
        QList<QCommandLineOption>{
            {u"company"_s, u"The `companyId` that SmartRecruiters added to the consentUrl."_s,
                u"ID"_s},
            {u"redirect"_s,
                u"The `redirect` that SmartRecruiters added; checked before anything is sent."_s,
                u"URL"_s},
            {u"wait"_s,
                u"Serves the consent page (as the last options say), says link and "
                "one-time code on stderr, waits for the approval."_s},
            givenClientOption(),
        } + confirmingOptions()
            + servingOptions(),
        onboard,
        Command::Needs::MasterCredentials,
    }};
}

} // namespace jetbridge::cli
