// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Confirming.h"

#include "cli/Customers.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "cli/StandardInput.h"
#include "cli/Unstored.h"
#include "console/ClientRegistrations.h"
#include "console/CurrentEnvironment.h"
#include "console/Customers.h"
#include "console/Onboardings.h"
#include "domain/Harmless.h"
#include "flows/SupportText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

QList<QCommandLineOption> confirmingOptions()
{
    return {{u"consented-by"_s, u"Who approved, for the record."_s, u"NAME"_s},
        {u"confirm-production"_s,
            u"In a production environment: the company once more, as a "
            "confirmation."_s,
            u"ID"_s}};
}

Outcome<Done> checkVaultIsKept(Invocation& invocation)
{
    if (invocation.current().environment().kind != Environment::Kind::Simulator
        && invocation.global().vault == ConsoleOptions::VaultKind::Memory)
        return failed(FailureKind::Invalid,
            u"SmartRecruiters shows the customer-level credentials once, and --vault "
            "memory forgets them at the end: use the keychain."_s);
    return Done{};
}

Outcome<Done> checkConfirming(Invocation& invocation, const CompanyId& company)
{
    const Environment environment = invocation.current().environment();
    if (environment.kind == Environment::Kind::Production
        && invocation.arguments().value("confirm-production") != company.text())
        return failed(FailureKind::Invalid,
            u"\"%1\" is a production environment: repeat the company with "
            "--confirm-production ID."_s.arg(environment.name));
    return checkVaultIsKept(invocation);
}

QCommandLineOption givenClientOption()
{
    return {u"client-from-stdin"_s,
        u"Reads {\"clientId\",\"clientSecret\"} from stdin: the pair that you made "
        "for this customer in your own authorization server (environment set "
        "--token-service given)."_s};
}

Task<Outcome<std::optional<ClientCredentials>>> givenClient(Invocation& invocation)
{
    if (!invocation.arguments().has("client-from-stdin"))
        co_return std::optional<ClientCredentials>();
    const QString form = uR"({"clientId":"...","clientSecret":"..."})"_s;
    auto read = co_await readStandardInput(
        invocation.interruption(), u"Paste the customer's pair: "_s + form);
    if (!read)
        co_return passOn(read);
    auto pair = ClientCredentials::fromJson(*read);
    wipe(*read);
    if (!pair)
        co_return failed(FailureKind::Invalid,
            u"On standard input %1 is expected: %2"_s.arg(form, pair.error().detail));
    pair->origin.clear();
    co_return std::optional<ClientCredentials>(*pair);
}

Task<Outcome<Integration>> confirmNow(Invocation& invocation, CompanyId company,
    SecondConfirm second, std::optional<ClientCredentials> given)
{
    const auto integration = co_await invocation.onboardings().onboard(company,
        invocation.arguments().value("consented-by"),
        invocation.arguments().value("confirm-production"), second, std::move(given));
    if (integration || invocation.onboardings().unstored().isEmpty())
        co_return integration;
    const auto stored = co_await waitUntilStored(invocation);
    if (!stored)
        co_return passOn(stored);
    co_return co_await integrationOf(invocation.customers().integrations(), company);
}

Task<Done> adviseSupportText(Invocation& invocation, CompanyId company, QDateTime began)
{
    const auto lines = co_await invocation.customers().journal().ofCompany(company);
    if (!lines) // the command's own failure says more
        co_return Done{};
    const bool isTheirs =
        std::any_of(lines->begin(), lines->end(), [&began](const JournalEntry& line) {
            return line.at >= began && concernsSmartRecruiters(line);
        });
    if (isTheirs)
        invocation.adviseAtEnd(
            u"For a text to send to SmartRecruiters: jetbridge-cli integrations support-text %1"_s
                .arg(company.text()));
    co_return Done{};
}

Task<Message> noteOfAnswer(Customers& customers, OnboardingId onboarding)
{
    const auto entries = co_await customers.journal().of(onboarding);
    if (!entries)
        co_return Message();
    for (const JournalEntry& entry : *entries)
        if (entry.step == Step::Confirm && entry.detail.code == "confirm_odd_answer"_L1)
            co_return Message(entry.detail);
    co_return Message();
}

Task<QString> notCommittedText(Invocation& invocation, OnboardingId onboarding)
{
    const auto confirmed = co_await invocation.clientRegistrations().registrations().in(
        {ClientRegistrationState::Confirmed});
    if (!confirmed)
        co_return QString();
    for (const Registration& one : *confirmed)
        if (one.onboarding == onboarding)
            co_return u"Your backend has not taken client.committed of its client%1: see "
                      "`registrations list`."_s.arg(one.detail.isEmpty()
                              ? QString()
                              : u" (%1)"_s.arg(harmless::line(one.detail.english())));
    co_return QString();
}

Task<Report> confirmedReport(Invocation& invocation, Integration integration, QString redirect)
{
    const Message note = co_await noteOfAnswer(invocation.customers(), integration.onboarding);
    QJsonObject json = describe(integration);
    json.insert(u"answerNote"_s, note.isEmpty() ? QJsonValue() : QJsonValue(note.english()));
    json.insert(u"answerNoteMessage"_s, describe(note));
    const QString untold = co_await notCommittedText(invocation, integration.onboarding);
    json.insert(u"notCommitted"_s, untold.isEmpty() ? QJsonValue() : QJsonValue(untold));
    json.insert(u"redirect"_s, redirect.isEmpty() ? QJsonValue() : QJsonValue(redirect));
    const QString company = harmless::line(
        integration.companyName.isEmpty() ? integration.company.text() : integration.companyName);
    const QString detail = harmless::line(integration.statusDetail);
    QString text = isFailing(integration)
        ? u"%1 is connected as integration %2, but the proof failed: %3\n"_s.arg(
            company, integration.id.text(), detail)
        : u"%1 is on board as integration %2. %3"_s.arg(company, integration.id.text(), detail)
                .trimmed()
            + QLatin1Char('\n');
    if (!note.isEmpty() && note != integration.statusDetail)
        text += harmless::line(note) + QLatin1Char('\n');
    if (!untold.isEmpty())
        text += untold + QLatin1Char('\n');
    if (!redirect.isEmpty())
        text += u"Send the customer's browser back to: %1\n"_s.arg(redirect);
    co_return Report{json, text, isFailing(integration) ? ExitCode::Negative : ExitCode::Done};
}

} // namespace jetbridge::cli
