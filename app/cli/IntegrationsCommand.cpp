// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/HandoverOptions.h"
#include "cli/Invocation.h"
#include "console/Customers.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "console/TrafficRecords.h"
#include "domain/Harmless.h"
#include "flows/StoredIntegration.h"
#include "flows/UnknownOutcome.h"

#include <QJsonArray>

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
        {QStringLiteral("INTEGRATION"), QStringLiteral("COMPANY"), QStringLiteral("NAME"),
            QStringLiteral("STATUS"), QStringLiteral("WAY BACK"), QStringLiteral("ONBOARDED")},
        rows);
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
        json.append(describe(row));
    co_return Report{QJsonObject{{QStringLiteral("total"), int(rows->size())},
                         {QStringLiteral("integrations"), json}},
        rows->isEmpty() ? QStringLiteral("No integrations.\n") : tableOf(*rows)};
}

QString historyOf(const QList<JournalEntry>& journal)
{
    QList<QStringList> rows;
    for (const JournalEntry& entry : journal)
        rows.append({timeText(entry.at), stepName(entry.step), stepStateName(entry.state),
            entry.milliseconds < 0 ? QString() : QString::number(entry.milliseconds),
            entry.detail});
    return table({QStringLiteral("TIME"), QStringLiteral("STEP"), QStringLiteral("STATE"),
                     QStringLiteral("MS"), QStringLiteral("DETAIL")},
        rows);
}

/// Lists former integrations such as "old-1 (disabled, until 2026-01-02T03:04:05Z)".
QString formerText(const QList<FormerIntegration>& former)
{
    QStringList texts;
    for (const FormerIntegration& one : former)
        texts.append(
            QStringLiteral("%1 (%2, until %3)")
                .arg(one.integration.id.text(), integrationStatusName(one.integration.status),
                    timeText(one.replacedAt)));
    return texts.join(QStringLiteral(", "));
}

QString evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::IsThere:
        return QStringLiteral("isThere");
    case Evidence::NotAsked:
        return QStringLiteral("notAsked");
    case Evidence::None:
        return QStringLiteral("none");
    }
    Q_UNREACHABLE();
}

/// Describes what staff can do about an unknown outcome, depending on the evidence.
QString waysOn(const Integration& unknown)
{
    const QString id = unknown.id.text();
    if (evidenceOf(unknown) == Evidence::IsThere)
        return QStringLiteral("Have the customer disable the integration, then end this with "
                              "`integrations resolve %1` and bring the company on board again.")
            .arg(id);
    const QString known = evidenceOf(unknown) == Evidence::NotAsked
        ? QStringLiteral("SmartRecruiters has not asked oauthTokenUrl with the client of this run "
                         "so far, which proves nothing.")
        : QStringLiteral("A one-way integration cannot show by itself whether it exists.");
    return QStringLiteral("%1 Look at SmartRecruiters. If the integration is not there, "
                          "`integrations resolve %2 --repeat --consented-by NAME` confirms once "
                          "more.")
        .arg(known, id);
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

    QJsonObject json = describe(*integration);
    QJsonArray before;
    for (const FormerIntegration& one : *former)
        before.append(describe(one));
    json.insert(QStringLiteral("former"), before);
    QJsonArray history;
    for (const JournalEntry& entry : *journal)
        history.append(describe(entry));
    json.insert(QStringLiteral("history"), history);
    const bool isUnknown = integration->status == IntegrationStatus::Unknown;
    if (isUnknown)
        json.insert(QStringLiteral("evidence"), evidenceName(evidenceOf(*integration)));

    QString secret;
    if (invocation.arguments().has("reveal")) {
        const auto credentials = co_await invocation.customers().credentials(integration->id);
        if (!credentials)
            co_return passOn(credentials);
        secret = credentials->client.clientSecret.revealText();
        json.insert(QStringLiteral("clientSecret"), secret);
    }
    QString company = integration->company.text();
    if (!integration->companyName.isEmpty())
        company += QStringLiteral(" (%1)").arg(integration->companyName);
    co_return Report{json,
        facts({{QStringLiteral("Integration"), integration->id.text()},
            {QStringLiteral("Company"), company},
            {QStringLiteral("Status"), integrationStatusName(integration->status)},
            {QStringLiteral("Reason"), integration->statusDetail},
            {QStringLiteral("Next"), isUnknown ? waysOn(*integration) : QString()},
            {QStringLiteral("Consent"), consentDisplayModeName(integration->mode)},
            {QStringLiteral("Direction"),
                integration->bidirectional ? QStringLiteral("bi-directional")
                                           : QStringLiteral("one-way")},
            {QStringLiteral("Client ID"), integration->clientId.text()},
            {QStringLiteral("Client secret"), secret},
            {QStringLiteral("Issued client ID"), integration->issuedClientId.text()},
            {QStringLiteral("From SmartRecruiters"), wayBackText(*integration)},
            {QStringLiteral("Consented by"), integration->consentedBy},
            {QStringLiteral("Onboarded"), timeText(integration->onboardedAt)},
            {QStringLiteral("Verified"), timeText(integration->checkedAt)},
            {QStringLiteral("Before"), formerText(*former)}})
            + QLatin1Char('\n') + historyOf(*journal)};
}

Task<Outcome<Report>> verifyOne(Invocation& invocation, IntegrationId id)
{
    const auto verified = co_await invocation.customers().verify(id);
    if (!verified)
        co_return passOn(verified);
    co_return Report{describe(*verified),
        QStringLiteral("%1  %2  %3 %4\n")
            .arg(verified->id.text(), verified->company.text(),
                integrationStatusName(verified->status), harmless::line(verified->statusDetail)),
        isFailing(*verified) ? ExitCode::Negative : ExitCode::Done};
}

Task<Outcome<Report>> verifyAll(Invocation& invocation)
{
    const auto rows = co_await allIntegrations(invocation.customers().integrations(), {});
    if (!rows)
        co_return passOn(rows);
    QJsonArray json;
    int live = 0;
    int unproved = 0;
    int failing = 0;
    for (const Integration& row : *rows) {
        if (!mayBeVerified(row.status))
            continue;
        if (invocation.interruption().wasRaised())
            co_return failed(FailureKind::Cancelled, QStringLiteral("Interrupted."));
        const auto one = co_await verifyOne(invocation, row.id);
        if (!one && exitCodeFor(one.error()) == ExitCode::VaultUnavailable)
            co_return one; // The following rows would fail in the same way.
        QJsonObject result = one ? *one->json : describe(row);
        const bool isLive = result.value(QLatin1String("status")) == QLatin1String("live");
        ++(!one || one->exitCode != ExitCode::Done ? failing : isLive ? live : unproved);
        if (!one)
            result.insert(QStringLiteral("error"), describe(one.error(), Step::Prove));
        json.append(result);
        invocation.say(one ? one->text.trimmed()
                           : QStringLiteral("%1  %2  %3")
                                 .arg(row.id.text(), row.company.text(), one.error().detail));
    }
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), failing == 0}, {QStringLiteral("live"), live},
            {QStringLiteral("unproved"), unproved}, {QStringLiteral("failing"), failing},
            {QStringLiteral("integrations"), json},
            {QStringLiteral("rates"), describe(invocation.partnerAccess().rates())}},
        QStringLiteral("%1 verified: %2 live, %3 unproved, %4 failing.\n")
            .arg(QString::number(json.size()), QString::number(live), QString::number(unproved),
                QString::number(failing)),
        failing == 0 ? ExitCode::Done : ExitCode::Negative};
}

Task<Outcome<Report>> verify(Invocation& invocation)
{
    const QStringList& operands = invocation.arguments().operands;
    const bool all = invocation.arguments().has("all");
    if (all != operands.isEmpty())
        co_return failed(FailureKind::Invalid, QStringLiteral("Say which integration, or --all."));
    if (all)
        co_return co_await verifyAll(invocation);
    co_return co_await verifyOne(invocation, IntegrationId(operands.constFirst()));
}

Task<Outcome<Report>> resolve(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const QString id = arguments.operands.constFirst();
    const bool isRepeated = arguments.has("repeat");
    if (isRepeated == arguments.value("consented-by").trimmed().isEmpty())
        co_return failed(FailureKind::Invalid,
            QStringLiteral("--repeat confirms once more and needs --consented-by NAME; without it "
                           "there is nobody to name."));
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
        const auto integration =
            co_await confirmNow(invocation, row->company, SecondConfirm::WantedByStaff, *given);
        if (!integration)
            co_return passOn(integration);
        co_return confirmedReport(*integration, {});
    }
    const auto resolved = co_await invocation.onboardings().resolveUnknownOutcome(row->id);
    if (!resolved)
        co_return passOn(resolved);
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("integrationId"), id},
            {QStringLiteral("companyId"), row->company.text()},
            {QStringLiteral("evidence"), evidenceName(evidenceOf(*row))}},
        QStringLiteral("%1 is resolved: %2 can be brought on board again%3.\n")
            .arg(id, row->company.text(),
                evidenceOf(*row) == Evidence::IsThere
                    ? QStringLiteral(" once the customer has disabled the integration")
                    : QString())};
}

Task<Outcome<Report>> supportText(Invocation& invocation)
{
    const CompanyId company(invocation.arguments().operands.constFirst());
    const auto text = co_await invocation.traffic().supportText(company);
    if (!text)
        co_return passOn(text);
    co_return Report{
        QJsonObject{{QStringLiteral("companyId"), company.text()}, {QStringLiteral("text"), *text}},
        *text + QLatin1Char('\n')};
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
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("integrationId"), id}},
        (isKept ? QStringLiteral("The credentials of %1 are deleted; row and history stay.\n")
                : QStringLiteral("%1 is forgotten; its history stays.\n"))
            .arg(id)};
}

Task<Outcome<Report>> handover(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    auto handover = handoverFrom(arguments);
    if (!handover)
        co_return passOn(handover);
    const QString id = arguments.operands.constFirst();
    QJsonObject json{{QStringLiteral("ok"), true}, {QStringLiteral("integrationId"), id},
        {QStringLiteral("format"), handoverFormatName(handover->format)}};
    const QString file = arguments.value("out", QStringLiteral("-"));
    if (file == QLatin1String("-")) {
        const DeliverHandover print = [&invocation, json](const Secret& document) {
            QJsonObject whole = json;
            whole.insert(QStringLiteral("document"), document.revealText());
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
    json.insert(QStringLiteral("file"), file);
    co_return Report{json, QStringLiteral("%1 is in %2, which only you may read.\n").arg(id, file)};
}

} // namespace

QList<Command> integrationsCommands()
{
    const QString id = QStringLiteral("ID");
    return {
        {
            QStringLiteral("integrations list"),
            {},
            QStringLiteral("The customers who are on board."),
            {
                {QStringLiteral("search"),
                    QStringLiteral(
                        "Part of a company's name or identifier, or of an integration's."),
                    QStringLiteral("T")},
                {QStringLiteral("status"), QStringLiteral("Only those in this status."),
                    QStringLiteral(
                        "live|expiring|unstored|unproved|failing|disabled|unknown|no-credentials")},
                {QStringLiteral("way-back"),
                    QStringLiteral("Only those whose way from SmartRecruiters to you stands like "
                                   "that."),
                    QStringLiteral("one-way|never|rehearsed|used|refused")},
            },
            list,
        },
        {
            QStringLiteral("integrations show"),
            id,
            QStringLiteral("One integration with its history."),
            {{QStringLiteral("reveal"), QStringLiteral("Show the customer-level client secret.")}},
            show,
        },
        {
            QStringLiteral("integrations verify"),
            QStringLiteral("[ID]"),
            QStringLiteral("Gets a customer-level token and makes one harmless call with it."),
            {{QStringLiteral("all"), QStringLiteral("Every integration that is not disabled.")}},
            verify,
        },
        {QStringLiteral("integrations handover"), id,
            QStringLiteral("Gives the customer-level credentials to another program or person; the "
                           "history keeps how, whereto and by whom."),
            handoverOptions()
                + QList<QCommandLineOption>{{QStringLiteral("out"),
                    QStringLiteral(
                        "Into a new file that only you may read (default: -, standard output)."),
                    QStringLiteral("FILE")}},
            handover},
        {QStringLiteral("integrations resolve"), id,
            QStringLiteral(
                "Ends an unknown outcome, after somebody looked at SmartRecruiters; says "
                "what is known of it."),
            QList<QCommandLineOption>{
                {QStringLiteral("repeat"),
                    QStringLiteral("Confirms once more: for an integration that is not there.")},
                givenClientOption()}
                + confirmingOptions(),
            resolve, Command::Needs::MasterCredentials},
        {QStringLiteral("integrations support-text"), QStringLiteral("COMPANY"),
            QStringLiteral(
                "A text to send to SmartRecruiters about what failed last for a company: "
                "the request, its time and what came of it, without secrets."),
            {}, supportText},
        {QStringLiteral("integrations forget"), id,
            QStringLiteral("Removes an integration and its credentials; the history stays."),
            {{QStringLiteral("credentials-only"),
                QStringLiteral(
                    "Of an integration that the customer disabled: its row stays as well.")}},
            forget},
    };
}

} // namespace jetbridge::cli
