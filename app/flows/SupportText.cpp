// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/SupportText.h"

#include "domain/ExchangeOfLine.h"
#include "domain/Harmless.h"
#include "flows/StoredCredentials.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr qsizetype mostOfTheirBody = 4000; ///< Characters; an error has far fewer.
/// A line is written to the disk before and after a call, which takes its time on a busy computer.
constexpr std::chrono::seconds tolerance{10};

Failure failureOf(const JournalEntry& line)
{
    return {line.failure, line.status, line.code, line.detail, line.onboarding.text()};
}

Task<Outcome<std::optional<Exchange>>> readExchange(RecordedTraffic& traffic, JournalEntry line)
{
    ExchangeFilter filter;
    filter.onboarding = line.onboarding;
    filter.most = -1;
    const auto recorded = co_await traffic.list(filter);
    if (!recorded)
        co_return passOn(recorded);
    const qint64 number = exchangeOf(line, *recorded, tolerance);
    if (number == 0)
        co_return std::optional<Exchange>();
    co_return co_await traffic.find(number);
}

/// Without it the text is still worth something; nobody is asked for a password because of it.
Task<std::optional<AppId>> readAppId(Vault& vault, QString environment)
{
    const auto open = co_await vault.isOpen();
    if (!open)
        co_return std::nullopt;
    const auto master = co_await storedMasterCredentials(vault, std::move(environment));
    if (!master)
        co_return std::nullopt;
    co_return master->appId;
}

Task<Outcome<std::optional<IntegrationId>>> readIntegrationId(
    Integrations& integrations, JournalEntry line)
{
    Integrations::Query query;
    query.company = line.company;
    const auto page = co_await integrations.page(query);
    if (!page)
        co_return passOn(page);
    for (const Integration& row : page->rows)
        if (row.onboarding == line.onboarding && row.status != IntegrationStatus::Unknown)
            co_return std::optional(row.id);
    co_return std::optional<IntegrationId>();
}

/// What others wrote stands in one line.
QString fact(const char* name, const QString& value)
{
    return QLatin1String(name) + ": "_L1 + harmless::line(value);
}

/// Their words are told, or left out.
enum class Words { Told, LeftOut };

QStringList requestLines(const Exchange& exchange, Words words)
{
    QStringList lines{fact("Request",
                          QString::fromUtf8(exchange.method) + QLatin1Char(' ')
                              + exchange.url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo)),
        fact("Time (UTC)", exchange.at.toUTC().toString(Qt::ISODateWithMs))};
    // What came is said as it came; that none came, only when none did.
    if (exchange.status > 0)
        lines += fact("HTTP status", QString::number(exchange.status));
    else
        lines += fact("Answer",
            u"none (%1)"_s.arg(
                exchange.failure.isEmpty() ? u"no reason was recorded"_s : exchange.failure));
    const QString body = QString::fromUtf8(exchange.replyBody).trimmed();
    if (!body.isEmpty())
        lines += u"Their answer: %1"_s.arg(words == Words::Told
                ? harmless::shortened(harmless::lines(body), mostOfTheirBody)
                : u"left out, because a secret stands in it"_s);
    return lines;
}

QStringList failureLines(const JournalEntry& line, Words words)
{
    QStringList lines;
    if (!line.code.isEmpty() && words == Words::Told)
        lines += fact("Error code", line.code);
    if (!line.detail.isEmpty() && words == Words::Told)
        lines += fact("Detail", line.detail);
    const QString cause = explanationOf(failureOf(line), line.step).cause;
    if (!cause.isEmpty())
        lines += fact("Our reading", cause);
    lines += fact("Our reference", line.onboarding.text());
    return lines;
}

/// What was found out about a line.
struct Found {
    std::optional<Exchange> exchange;
    std::optional<IntegrationId> integration;
    std::optional<AppId> application;
};

QString textOf(
    const SupportSources& sources, const JournalEntry& line, const Found& found, Words words)
{
    QStringList text{u"Jetbridge " JETBRIDGE_VERSION ", General Partner Integration"_s,
        fact("Environment",
            u"%1 (%2)"_s.arg(sources.environment.name, sources.environment.apiUrl.toString()))};
    if (found.application)
        text += fact("appId", found.application->text());
    text += fact("companyId", line.company.text());
    if (found.integration)
        text += fact("integrationId", found.integration->text());
    text += fact("Step", stepName(line.step));
    text += fact("Result", failureKindName(line.failure));
    if (found.exchange) {
        text += requestLines(*found.exchange, words);
    } else {
        text += fact("Time (UTC)", line.at.toUTC().toString(Qt::ISODateWithMs));
        if (line.status > 0)
            text += fact("HTTP status", QString::number(line.status));
    }
    text += failureLines(line, words);
    text += fact("Written", sources.services.clock.now().toString(Qt::ISODate));
    return text.join(QLatin1Char('\n'));
}

Task<Outcome<JournalEntry>> latestFailure(
    Journal& journal, CompanyId company, OnboardingId onboarding)
{
    const auto lines = co_await journal.ofCompany(company);
    if (!lines)
        co_return passOn(lines);
    std::optional<JournalEntry> latest;
    for (const JournalEntry& line : *lines)
        if (concernsSmartRecruiters(line) && (onboarding.isEmpty() || line.onboarding == onboarding)
            && (!latest || latest->number < line.number))
            latest = line;
    if (!latest)
        co_return failed(FailureKind::NotFound, Message::of("no_failed_call", {company.text()}));
    co_return *latest;
}

} // namespace

bool concernsSmartRecruiters(const Failure& failure, const Where& where)
{
    const Step* step = std::get_if<Step>(&where);
    return step && *step != Step::Consent && *step != Step::Register && *step != Step::Rehearse
        && *step != Step::HandedOver && !explanationOf(failure, where).isLocal;
}

bool concernsSmartRecruiters(const JournalEntry& line)
{
    return (line.state == StepState::Failed || line.state == StepState::Unknown)
        && concernsSmartRecruiters(failureOf(line), line.step);
}

Task<Outcome<QString>> supportText(SupportSources sources, JournalEntry line)
{
    const auto exchange = co_await readExchange(sources.traffic, line);
    if (!exchange)
        co_return passOn(exchange);
    const auto integration = co_await readIntegrationId(sources.services.integrations, line);
    if (!integration)
        co_return passOn(integration);
    const auto application = co_await readAppId(sources.services.vault, sources.environment.name);

    // What other programs have remembered is recognised, too; without the keychain, what is known.
    disregard(co_await sources.services.vault.refreshRemembered());
    const Found found{*exchange, *integration, application};
    for (const Words words : {Words::Told, Words::LeftOut}) {
        const QString text = textOf(sources, line, found, words);
        const auto mayLeave = co_await sources.wayOut.mayLeave(text.toUtf8());
        if (mayLeave)
            co_return text;
        if (words == Words::LeftOut || mayLeave.error().kind != FailureKind::NotPermitted)
            co_return passOn(mayLeave);
    }
    Q_UNREACHABLE();
}

Task<Outcome<QString>> supportText(
    SupportSources sources, CompanyId company, OnboardingId onboarding)
{
    const auto line =
        co_await latestFailure(sources.services.journal, std::move(company), std::move(onboarding));
    if (!line)
        co_return passOn(line);
    co_return co_await supportText(sources, *line);
}

} // namespace jetbridge
