// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/ImportCustomer.h"

#include "domain/CompanyId.h"
#include "domain/Json.h"
#include "flows/StoredCredentials.h"
#include "flows/StoredIntegration.h"

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

Outcome<QString> requiredField(const QByteArray& json, const char* field)
{
    const QString text = jsonText(json, field);
    if (text.trimmed().isEmpty())
        return failed(FailureKind::Invalid,
            u"The field \"%1\" is missing or empty."_s.arg(QLatin1String(field)), 0,
            QLatin1String(field));
    return text;
}

Outcome<QDateTime> timeField(const QByteArray& json, const char* field)
{
    const QString text = jsonText(json, field);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !time.isValid())
        return failed(FailureKind::Invalid,
            u"The field \"%1\" must be a time as in 2026-01-31T12:00:00Z."_s.arg(
                QLatin1String(field)),
            0, QLatin1String(field));
    return time.toUTC();
}

/// Returns the company's integration that is still in use here, if any; an import replaces any
/// other one.
Task<Outcome<std::optional<Integration>>> standing(Integrations& integrations, CompanyId company)
{
    const auto rows = co_await integrationsOf(integrations, company);
    if (!rows)
        co_return passOn(rows);
    for (const Integration& row : *rows)
        if (row.status != IntegrationStatus::Disabled && row.status != IntegrationStatus::Unknown)
            co_return std::optional<Integration>(row);
    co_return std::optional<Integration>();
}

/// Gives an existing row its credentials, which it had lost or had already; its history stays.
Task<Outcome<Integration>> refill(Services services, JournalKeeper keeper, Integration row,
    CustomerCredentials credentials, Outcome<Proof> proof)
{
    const UnstoredCustomer customer{credentials, row, keeper};
    const auto stored = co_await storeCustomer(services, customer);
    if (!stored)
        co_return passOn(stored);
    const Integration after = provedBy(proof, row, keeper.now());
    const auto saved = co_await keeper.settle(IntegrationChange(after, row.status));
    if (!saved)
        co_return passOn(saved);
    co_return after;
}

} // namespace

Outcome<ForeignCustomer> ForeignCustomer::fromJson(const QByteArray& json)
{
    if (const auto object = jsonObject(json); !object)
        return passOn(object);
    const auto company = requiredField(json, "companyId");
    if (!company)
        return passOn(company);
    if (const auto sound = checkCompanyId(CompanyId(*company)); !sound)
        return passOn(sound);
    const auto integrationId = requiredField(json, "integrationId");
    if (!integrationId)
        return passOn(integrationId);
    const auto clientId = requiredField(json, "clientId");
    if (!clientId)
        return passOn(clientId);
    const auto clientSecret = requiredField(json, "clientSecret");
    if (!clientSecret)
        return passOn(clientSecret);
    const QString modeName = jsonText(json, "consentDisplayMode");
    const auto mode = modeName.isEmpty() ? Outcome<ConsentDisplayMode>(ConsentDisplayMode::Redirect)
                                         : consentDisplayModeFromName(modeName);
    if (!mode)
        return passOn(mode);
    const auto onboardedAt = timeField(json, "onboardedAt");
    if (!onboardedAt)
        return passOn(onboardedAt);
    return ForeignCustomer{CompanyId(*company), jsonText(json, "companyName"),
        jsonText(json, "consentedBy"), *mode, *onboardedAt,
        {IntegrationId(*integrationId), {ClientId(*clientId), Secret(clientSecret->toUtf8())}}};
}

Task<Outcome<Integration>> importCustomer(Services services, JournalKeeper keeper,
    OnboardingId onboarding, ForeignCustomer customer, QStringList scopes)
{
    const ClientCredentials client = customer.credentials.client;
    const auto there = co_await standing(services.integrations, customer.company);
    if (!there)
        co_return passOn(there);
    const bool isSame = there->has_value() && (*there)->id == customer.credentials.integrationId
        && (*there)->clientId == client.clientId;
    if (there->has_value() && !isSame)
        co_return failed(FailureKind::Conflict,
            u"The company \"%1\" has the integration \"%2\" here (%3): forget that "
            "one first."_s.arg(customer.company.text(), (*there)->id.text(),
                integrationStatusName((*there)->status)));

    const auto proof = co_await callOnBehalf(services, client, scopes, onboarding);
    if (!proof)
        co_return passOn(proof);
    customer.credentials.client.origin = proof->origin;
    // A pair that works proves nothing for this company if it is another customer's.
    if (const CompanyId owner(proof->company.identifier);
        !owner.isEmpty() && owner != customer.company) {
        const auto row = co_await standing(services.integrations, owner);
        if (!row)
            co_return passOn(row);
        if (row->has_value() && (*row)->clientId == client.clientId)
            co_return failed(FailureKind::Conflict,
                u"These are the credentials of \"%1\" here, not of \"%2\": give the "
                "company's own."_s.arg(owner.text(), customer.company.text()));
    }
    if (isSame)
        co_return co_await refill(services, keeper, **there, customer.credentials, proof);

    Integration integration;
    integration.id = customer.credentials.integrationId;
    integration.company = customer.company;
    integration.companyName = customer.companyName;
    integration.mode = customer.mode;
    integration.clientId = client.clientId;
    integration.onboarding = onboarding;
    integration.consentedBy = customer.consentedBy;
    integration.onboardedAt = customer.onboardedAt.isValid() ? customer.onboardedAt : keeper.now();
    integration = provedBy(proof, integration, keeper.now());
    keeper.owe(keeper.line(Step::Consent, StepState::Done, Message::of("imported")));
    keeper.owe(keeper.line(Step::Prove, StepState::Done));
    const UnstoredCustomer unstored{customer.credentials, integration, keeper};
    const auto stored = co_await storeCustomer(services, unstored);
    if (!stored)
        co_return passOn(stored);
    co_return integration;
}

} // namespace jetbridge
