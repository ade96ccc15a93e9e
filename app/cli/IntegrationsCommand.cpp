// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Customers.h"
#include "cli/DeliveryText.h"
#include "cli/Describe.h"
#include "cli/HandoverOptions.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Deliveries.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "domain/Harmless.h"
#include "flows/StoredIntegration.h"
#include "flows/UnknownOutcome.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

QString tableOf(const QList<Integration>& integrations)
{
    QList<QStringList> rows;
    for (const Integration& row : integrations)
        rows.append(
            {row.id.text(), row.company.text(), row.companyName, integrationStatusName(row.status),
                wayBackStateName(wayBackState(row.bidirectional, row.wayBack)),
                timeText(row.onboardedAt)});
    return table(
        {u"INTEGRATION"_s, u"COMPANY"_s, u"NAME"_s, u"STATUS"_s, u"WAY BACK"_s, u"ONBOARDED"_s},
        rows);
}

/// Describes a row together with the scopes to which the company has not consented.
QJsonObject describeConsent(const Integration& row, const Customers& customers)
{
    QJsonObject json = describe(row);
    json.insert(u"consentAgain"_s, QJsonArray::fromStringList(customers.missingConsent(row)));
    return json;
}

/// Names the companies that must consent again; empty if there are none.
QString consentAgainText(const QList<Integration>& rows, const Customers& customers)
{
    QStringList companies;
    for (const Integration& row : rows)
        if (const QStringList missing = customers.missingConsent(row); !missing.isEmpty())
            companies.append(
                u"%1 (%2)"_s.arg(harmless::line(row.company.text()), missing.join(u", "_s)));
    return companies.isEmpty()
        ? QString()
        : u"\nMust consent again, because the application has more scopes than when they "
          "consented: %1\n"_s.arg(companies.join(u", "_s));
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    Integrations::Query query;
    query.search = invocation.arguments().value("search");
    if (invocation.arguments().has("status")) {
        const auto status = integrationStatusFromName(invocation.arguments().value("status"));
        if (!status)
            co_return passOn(status);
        query.statuses = {*status};
    }
    auto rows = co_await allIntegrations(invocation.customers().integrations(), query);
    if (!rows)
        co_return passOn(rows);
    if (invocation.arguments().has("way-back")) {
        const auto state = wayBackStateFromName(invocation.arguments().value("way-back"));
        if (!state)
            co_return passOn(state);
        rows->removeIf([state = *state](const Integration& row) {
            return wayBackState(row.bidirectional, row.wayBack) != state;
        });
    }
    QJsonArray json;
    for (const Integration& row : std::as_const(*rows))
        json.append(describeConsent(row, invocation.customers()));
    co_return Report{QJsonObject{{u"total"_s, int(rows->size())}, {u"integrations"_s, json}},
        rows->isEmpty() ? u"No integrations.\n"_s
                        : tableOf(*rows) + consentAgainText(*rows, invocation.customers())};
}

QString historyOf(const QList<JournalEntry>& journal)
{
    QList<QStringList> rows;
    for (const JournalEntry& entry : journal)
        rows.append({timeText(entry.at), stepName(entry.step), stepStateName(entry.state),
            entry.milliseconds < 0 ? QString() : QString::number(entry.milliseconds),
            entry.detail});
    return table({u"TIME"_s, u"STEP"_s, u"STATE"_s, u"MS"_s, u"DETAIL"_s}, rows);
}

/// Lists former integrations such as "old-1 (disabled, until 2026-01-02T03:04:05Z)".
QString formerText(const QList<FormerIntegration>& former)
{
    QStringList texts;
    for (const FormerIntegration& one : former)
        texts.append(u"%1 (%2, until %3)"_s.arg(one.integration.id.text(),
            integrationStatusName(one.integration.status), timeText(one.replacedAt)));
    return texts.join(u", "_s);
}

QString evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::IsThere:
        return u"isThere"_s;
    case Evidence::NotAsked:
        return u"notAsked"_s;
    case Evidence::None:
        return u"none"_s;
    }
    Q_UNREACHABLE();
}

/// Describes what staff can do about an unknown outcome, depending on the evidence.
QString waysOn(const Integration& unknown)
{
    const QString id = unknown.id.text();
    if (evidenceOf(unknown) == Evidence::IsThere)
        return u"Have the customer disable the integration, then end this with "
               "`integrations resolve %1` and bring the company on board again."_s.arg(id);
    const QString known = evidenceOf(unknown) == Evidence::NotAsked
        ? u"SmartRecruiters has not asked oauthTokenUrl with the client of this run "
          "so far, which proves nothing."_s
        : u"A one-way integration cannot show by itself whether it exists."_s;
    return u"%1 Look at SmartRecruiters. If the integration is not there, "
           "`integrations resolve %2 --repeat --consented-by NAME` confirms once "
           "more."_s.arg(known, id);
}

Task<Outcome<Report>> show(Invocation& invocation)
{
    const auto integration = co_await storedIntegration(invocation.customers().integrations(),
        IntegrationId(invocation.arguments().operands.constFirst()));
    if (!integration)
        co_return passOn(integration);
    const auto journal = co_await invocation.customers().journal().ofCompany(integration->company);
    if (!journal)
        co_return passOn(journal);

    const auto former = co_await invocation.customers().integrations().former(integration->company);
    if (!former)
        co_return passOn(former);

    Outbox::Query ofIntegration;
    ofIntegration.integration = integration->id;
    const auto deliveries = co_await invocation.deliveries().outbox().list(ofIntegration);
    if (!deliveries)
        co_return passOn(deliveries);

    QJsonObject json = describeConsent(*integration, invocation.customers());
    QJsonArray delivered;
    for (const Delivery& one : *deliveries)
        delivered.append(describe(one));
    json.insert(u"deliveries"_s, delivered);
    QJsonArray before;
    for (const FormerIntegration& one : *former)
        before.append(describe(one));
    json.insert(u"former"_s, before);
    QJsonArray history;
    for (const JournalEntry& entry : *journal)
        history.append(describe(entry));
    json.insert(u"history"_s, history);
    const bool isUnknown = integration->status == IntegrationStatus::Unknown;
    if (isUnknown)
        json.insert(u"evidence"_s, evidenceName(evidenceOf(*integration)));

    QString secret;
    if (invocation.arguments().has("reveal")) {
        const auto credentials = co_await invocation.customers().credentials(integration->id);
        if (!credentials)
            co_return passOn(credentials);
        secret = credentials->client.clientSecret.revealText();
        json.insert(u"clientSecret"_s, secret);
    }
    QString company = integration->company.text();
    if (!integration->companyName.isEmpty())
        company += u" (%1)"_s.arg(integration->companyName);
    co_return Report{json,
        facts({{u"Integration"_s, integration->id.text()}, {u"Company"_s, company},
            {u"Status"_s, integrationStatusName(integration->status)},
            {u"Reason"_s, integration->statusDetail},
            {u"Next"_s, isUnknown ? waysOn(*integration) : QString()},
            {u"Consent"_s, consentDisplayModeName(integration->mode)},
            {u"Direction"_s, integration->bidirectional ? u"bi-directional"_s : u"one-way"_s},
            {u"Client ID"_s, integration->clientId.text()}, {u"Client secret"_s, secret},
            {u"Issued client ID"_s, integration->issuedClientId.text()},
            {u"From SmartRecruiters"_s, wayBackText(*integration)},
            {u"Consented by"_s, integration->consentedBy},
            {u"Consented to"_s,
                integration->scopes ? integration->scopes->join(u", "_s) : u"not known"_s},
            {u"Consent again"_s, invocation.customers().missingConsent(*integration).join(u", "_s)},
            {u"Onboarded"_s, timeText(integration->onboardedAt)},
            {u"Verified"_s, timeText(integration->checkedAt)},
            {u"Delivered"_s, standingText(*deliveries)}, {u"Before"_s, formerText(*former)}})
            + QLatin1Char('\n') + historyOf(*journal)};
}

QString lineOf(const Integration& row, const QString& detail)
{
    return u"%1  %2  %3 %4"_s
        .arg(row.id.text(), row.company.text(), integrationStatusName(row.status),
            harmless::line(detail))
        .trimmed();
}

Task<Outcome<Report>> verifyOne(Invocation& invocation, IntegrationId id)
{
    const auto verified = co_await invocation.customers().verify(id);
    if (!verified)
        co_return passOn(verified);
    co_return Report{describe(*verified),
        lineOf(*verified, verified->statusDetail) + QLatin1Char('\n'),
        isFailing(*verified) ? ExitCode::Negative : ExitCode::Done};
}

/// How many customers stand how after `verify --all`.
struct Verified {
    int live = 0;
    int unproved = 0;
    int failing = 0;
    int unanswered = 0; ///< Nothing was learned, so that each row keeps its status.

    bool isWell() const { return failing == 0 && unanswered == 0; }
    /// Counts a row by the status that it has now.
    void count(const Integration& row, bool isVerified)
    {
        const bool isLacking = row.status == IntegrationStatus::NoCredentials
            || row.status == IntegrationStatus::Failing;
        if (!isVerified && !isLacking)
            ++unanswered;
        else if (isFailing(row))
            ++failing;
        else
            ++(row.status == IntegrationStatus::Live ? live : unproved);
    }
};

Task<Outcome<Report>> verifyAll(Invocation& invocation)
{
    const auto rows = co_await allIntegrations(invocation.customers().integrations(), {});
    if (!rows)
        co_return passOn(rows);
    QJsonArray json;
    Verified verified;
    for (const Integration& row : *rows) {
        if (!mayBeVerified(row.status))
            continue;
        if (invocation.interruption().wasRaised())
            co_return failed(FailureKind::Cancelled, u"Interrupted."_s);
        const auto one = co_await invocation.customers().verify(row.id);
        if (!one && exitCodeFor(one.error()) == ExitCode::VaultUnavailable)
            co_return passOn(one); // The following rows would fail in the same way.
        Integration after = one ? *one : row;
        if (!one) {
            const auto stored = co_await invocation.customers().integrations().find(row.id);
            if (stored && stored->has_value())
                after = **stored;
        }
        verified.count(after, one.has_value());
        QJsonObject result = describe(after);
        if (!one)
            result.insert(u"error"_s, describe(one.error(), Step::Prove));
        json.append(result);
        invocation.say(lineOf(after,
            one ? after.statusDetail.english()
                : u"(not verified now: %1)"_s.arg(one.error().detail)));
    }
    co_return Report{QJsonObject{{u"ok"_s, verified.isWell()}, {u"live"_s, verified.live},
                         {u"unproved"_s, verified.unproved}, {u"failing"_s, verified.failing},
                         {u"unanswered"_s, verified.unanswered}, {u"integrations"_s, json},
                         {u"rates"_s, describe(invocation.partnerAccess().rates())}},
        u"%1 customers: %2 live, %3 unproved, %4 failing, %5 without an answer.\n"_s.arg(
            QString::number(json.size()), QString::number(verified.live),
            QString::number(verified.unproved), QString::number(verified.failing),
            QString::number(verified.unanswered)),
        verified.isWell() ? ExitCode::Done : ExitCode::Negative};
}

Task<Outcome<Report>> verify(Invocation& invocation)
{
    const QStringList& operands = invocation.arguments().operands;
    const bool all = invocation.arguments().has("all");
    if (all != operands.isEmpty())
        co_return failed(FailureKind::Invalid, u"Say which integration, or --all."_s);
    if (all)
        co_return co_await verifyAll(invocation);
    const QDateTime began = QDateTime::currentDateTimeUtc();
    const IntegrationId id(operands.constFirst());
    auto verified = co_await verifyOne(invocation, id);
    if (verified && verified->exitCode == ExitCode::Done)
        co_return verified;
    const auto row = co_await invocation.customers().integrations().find(id);
    if (row && row->has_value())
        co_await adviseSupportText(invocation, (*row)->company, began);
    co_return verified;
}

Task<Outcome<Report>> resolve(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const QString id = arguments.operands.constFirst();
    const bool isRepeated = arguments.has("repeat");
    if (isRepeated == arguments.value("consented-by").trimmed().isEmpty())
        co_return failed(FailureKind::Invalid,
            u"--repeat confirms once more and needs --consented-by NAME; without it "
            "there is nobody to name."_s);
    const auto row =
        co_await storedIntegration(invocation.customers().integrations(), IntegrationId(id));
    if (!row)
        co_return passOn(row);
    if (isRepeated && row->status == IntegrationStatus::Unknown) {
        if (const auto sound = checkConfirming(invocation, row->company); !sound)
            co_return passOn(sound);
        // The row stays until new credentials replace it (replaceFormer).
        const auto given = co_await givenClient(invocation);
        if (!given)
            co_return passOn(given);
        const QDateTime began = QDateTime::currentDateTimeUtc();
        const auto integration =
            co_await confirmNow(invocation, row->company, SecondConfirm::WantedByStaff, *given);
        if (!integration || isFailing(*integration))
            co_await adviseSupportText(invocation, row->company, began);
        if (!integration)
            co_return passOn(integration);
        co_return co_await confirmedReport(invocation, *integration, {});
    }
    const auto resolved = co_await invocation.onboardings().resolveUnknownOutcome(row->id);
    if (!resolved)
        co_return passOn(resolved);
    co_return Report{
        QJsonObject{{u"ok"_s, true}, {u"integrationId"_s, id},
            {u"companyId"_s, row->company.text()}, {u"evidence"_s, evidenceName(evidenceOf(*row))}},
        u"%1 is resolved: %2 can be brought on board again%3.\n"_s.arg(id, row->company.text(),
            evidenceOf(*row) == Evidence::IsThere
                ? u" once the customer has disabled the integration"_s
                : QString())};
}

Task<Outcome<Report>> supportText(Invocation& invocation)
{
    const CompanyId company(invocation.arguments().operands.constFirst());
    const auto text = co_await invocation.traffic().supportText(company);
    if (!text)
        co_return passOn(text);
    co_return Report{QJsonObject{{u"companyId"_s, company.text()}, {u"text"_s, *text}},
        *text + QLatin1Char('\n')};
}

/// Says how long signed tokens of a withdrawn client are still accepted; empty if there are none.
QString signedTokensText(const Environment& environment, const Integration& former)
{
    const TokenService servedBy = former.wayBack.servedBy;
    const bool isElsewhere = // the partner's own server issues the tokens
        servedBy == TokenService::Given || isStagedThere(servedBy);
    const bool hadSigned =
        environment.signsTokens() && !former.issuedClientId.isEmpty() && !isElsewhere;
    return hadSigned
        ? u"Its signed access tokens are refused by /oauth/introspect now. An API that checks them "
          "by itself\naccepts them until they expire, within %1 s.\n"_s.arg(
              environment.tokenLifetimeSeconds)
        : QString();
}

Task<Outcome<Report>> forget(Invocation& invocation)
{
    const QString id = invocation.arguments().operands.constFirst();
    const bool isKept = invocation.arguments().has("credentials-only");
    const auto forgotten = isKept
        ? co_await invocation.customers().deleteCredentials(IntegrationId(id))
        : co_await invocation.customers().forget(IntegrationId(id));
    if (!forgotten)
        co_return passOn(forgotten);
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"integrationId"_s, id}},
        (isKept ? u"The credentials of %1 are deleted; row and history stay.\n"_s
                : u"%1 is forgotten; its history stays.\n"_s)
                .arg(id)
            + signedTokensText(invocation.current().environment(), *forgotten)};
}

Task<Outcome<Report>> handover(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    auto handover = handoverFrom(arguments);
    if (!handover)
        co_return passOn(handover);
    const QString id = arguments.operands.constFirst();
    QJsonObject json{{u"ok"_s, true}, {u"integrationId"_s, id},
        {u"format"_s, handoverFormatName(handover->format)}};
    const QString file = arguments.value("out", u"-"_s);
    if (file == "-"_L1) {
        const DeliverHandover print = [&invocation, json](const Secret& document) {
            QJsonObject whole = json;
            whole.insert(u"document"_s, document.revealText());
            return invocation.answer(whole, document.revealText());
        };
        const auto printed =
            co_await invocation.customers().handOver(IntegrationId(id), *handover, print);
        if (!printed)
            co_return passOn(printed);
        co_return Report{std::nullopt, {}};
    }
    const auto done =
        co_await handOverInto(invocation.customers(), IntegrationId(id), *handover, file);
    if (!done)
        co_return passOn(done);
    json.insert(u"file"_s, file);
    co_return Report{json, u"%1 is in %2, which only you may read.\n"_s.arg(id, file)};
}

} // namespace

QList<Command> integrationsCommands()
{
    const QString id = u"ID"_s;
    return {
        {
            u"integrations list"_s,
            {},
            u"The customers who are on board."_s,
            {
                {u"search"_s, u"Part of a company's name or identifier, or of an integration's."_s,
                    u"T"_s},
                {u"status"_s, u"Only those in this status."_s,
                    u"live|expiring|unstored|unproved|failing|disabled|unknown|no-credentials"_s},
                {u"way-back"_s,
                    u"Only those whose way from SmartRecruiters to you stands like "
                    "that."_s,
                    u"one-way|never|rehearsed|used|refused"_s},
            },
            list,
        },
        {
            u"integrations show"_s,
            id,
            u"One integration with its history."_s,
            {{u"reveal"_s, u"Show the customer-level client secret."_s}},
            show,
        },
        {
            u"integrations verify"_s,
            u"[ID]"_s,
            u"Gets a customer-level token and makes one harmless call with it."_s,
            {{u"all"_s, u"Every integration that is not disabled."_s}},
            verify,
        },
        {u"integrations handover"_s, id,
            u"Gives the customer-level credentials to another program or person; the "
            "history keeps how, whereto and by whom."_s,
            handoverOptions()
                + QList<QCommandLineOption>{{u"out"_s,
                    u"Into a new file that only you may read (default: -, standard output)."_s,
                    u"FILE"_s}},
            handover},
        {u"integrations resolve"_s, id,
            u"Ends an unknown outcome, after somebody looked at SmartRecruiters; says "
            "what is known of it."_s,
            QList<QCommandLineOption>{
                {u"repeat"_s, u"Confirms once more: for an integration that is not there."_s},
                givenClientOption()}
                + confirmingOptions(),
            resolve, Command::Needs::MasterCredentials},
        {u"integrations support-text"_s, u"COMPANY"_s,
            u"A text to send to SmartRecruiters about what failed last for a company: "
            "the request, its time and what came of it, without secrets."_s,
            {}, supportText},
        {u"integrations forget"_s, id,
            u"Removes an integration and its credentials; the history stays. Signed access tokens "
            "(`environment set --access-tokens`) are accepted by an API that checks them by itself "
            "until they expire."_s,
            {{u"credentials-only"_s,
                u"Of an integration that the customer disabled: its row stays as well."_s}},
            forget},
    };
}

} // namespace jetbridge::cli
