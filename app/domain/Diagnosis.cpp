// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Diagnosis.h"

#include <QCoreApplication>

namespace jetbridge {

namespace {

using Fixer = Diagnosis::Fixer;

Diagnosis known(Fixer fixer, const char* cause)
{
    return {fixer, QLatin1String(cause), true};
}

/// What a status means here is not documented: the likeliest reading, said as such.
Diagnosis guessed(Fixer fixer, const char* cause)
{
    return {fixer, QLatin1String(cause), false};
}

/// It happened here.
Diagnosis seen(Fixer fixer, const char* cause)
{
    return {fixer, QLatin1String(cause), true, true};
}

Diagnosis unreachable(const QString& code)
{
    if (code == QLatin1String("dns"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The address is misspelt, or this computer cannot reach its name server (DNS)."));
    if (code == QLatin1String("connection_refused"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "Nobody listens at this address: it is wrong, or the service does not run."));
    if (code == QLatin1String("connection_closed"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP(
                "Spoken", "The connection was cut: by the other side, a firewall or a proxy."));
    if (code == QLatin1String("proxy"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The proxy that the system names cannot be reached or does not connect."));
    if (code == QLatin1String("proxy_authentication"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The proxy asks for a user name and a password, which Jetbridge does not have."));
    return known(Fixer::YourIt,
        QT_TRANSLATE_NOOP(
            "Spoken", "The network, a firewall or a proxy on the way does not let it through."));
}

Diagnosis insecure(const QString& code)
{
    if (code == QLatin1String("certificate_expired"))
        return known(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken",
                "The certificate of the other side has ended, or this computer's clock is wrong."));
    if (code == QLatin1String("certificate_host"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The certificate belongs to another host: the address is wrong, or somebody "
                "stands in between."));
    if (code == QLatin1String("certificate_authority"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The certificate is signed by nobody whom this computer trusts: a proxy that "
                "inspects TLS needs its authority in the settings."));
    if (code == QLatin1String("no_tls"))
        return known(Fixer::You,
            QT_TRANSLATE_NOOP(
                "Spoken", "The address begins with http, which is for this computer only."));
    if (code == QLatin1String("tls_version"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "The two sides found no TLS that both take: Jetbridge wants 1.2 or newer."));
    return known(Fixer::YourIt,
        QT_TRANSLATE_NOOP("Spoken",
            "The certificate of the other side, or its version of TLS, is not accepted here."));
}

Diagnosis refused(const Failure& failure, std::optional<Step> step)
{
    if (failure.code == QLatin1String("no_master_credentials"))
        return known(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "They were not entered yet, or they were forgotten."));
    if (step == Step::Consent)
        return known(Fixer::Customer, QT_TRANSLATE_NOOP("Spoken", "The code was mistyped."));
    if (step == Step::Prove)
        return known(Fixer::Customer,
            QT_TRANSLATE_NOOP("Spoken",
                "The customer disabled the integration, or its credentials were replaced."));
    return known(Fixer::You,
        QT_TRANSLATE_NOOP("Spoken",
            "The pair is mistyped, was withdrawn, belongs to another environment, or is expected "
            "in another place (body or header)."));
}

Diagnosis notPermitted(const Failure& failure, std::optional<Step> step)
{
    if (failure.code == QLatin1String("production_not_confirmed"))
        return known(
            Fixer::You, QT_TRANSLATE_NOOP("Spoken", "In production nothing starts without it."));
    if (failure.code == QLatin1String("integration_disabled"))
        return known(
            Fixer::Customer, QT_TRANSLATE_NOOP("Spoken", "The customer disabled the integration."));
    if (failure.code == QLatin1String("unauthorized_client"))
        return known(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken", "This client may not use client credentials."));
    if (failure.code == QLatin1String("secret_found"))
        return seen(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "What would leave holds a secret that is known here."));
    if (failure.code == QLatin1String("declined"))
        return seen(Fixer::Customer,
            QT_TRANSLATE_NOOP("Spoken", "Decline was pressed on the consent page."));
    if (failure.code == QLatin1String("code_exhausted"))
        return seen(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "It was misread, or somebody tried to guess it."));
    if (failure.code == QLatin1String("code_expired"))
        return seen(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "The customer came later than the code was good for."));
    if (failure.code == QLatin1String("code_used"))
        return seen(Fixer::You, QT_TRANSLATE_NOOP("Spoken", "One code is good for one decision."));
    if (step == Step::Consent)
        return known(Fixer::Customer,
            QT_TRANSLATE_NOOP("Spoken", "The customer decided so, or took too long."));
    if (step == Step::Prove)
        return known(Fixer::Customer,
            QT_TRANSLATE_NOOP(
                "Spoken", "A scope was not granted, or a system role blocks a scope that was."));
    if (step == Step::Confirm)
        return guessed(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken",
                "Not documented. Probably the company did not start at SmartRecruiters, or the "
                "application is not approved for it."));
    return known(Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP(
            "Spoken", "A scope is missing, or a system role blocks a scope that was granted."));
}

Diagnosis rejected(const Failure& failure, std::optional<Step> step)
{
    if (failure.code == QLatin1String("customer_level"))
        return known(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "A customer's credentials were entered as the master's."));
    if (failure.code == QLatin1String("file"))
        return seen(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "The disk is full, or this file may not be written."));
    if (failure.status == 0)
        return known(Fixer::You, QT_TRANSLATE_NOOP("Spoken", "Something that was entered."));
    if (failure.code == QLatin1String("invalid_scope"))
        return known(Fixer::You,
            QT_TRANSLATE_NOOP(
                "Spoken", "The application asks for a scope that SmartRecruiters does not know."));
    if (step == Step::Confirm)
        return guessed(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken",
                "Not documented. Probably the application or company identifier is wrong, or "
                "credentials for calls back are missing or not wanted."));
    return guessed(Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP("Spoken",
            "Not documented. Something in our request is not as SmartRecruiters wants it."));
}

Diagnosis badReply(const Failure& failure)
{
    if (failure.status >= 300 && failure.status < 400)
        return known(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken", "The address has moved, or it is not that of the API."));
    if (failure.code == QLatin1String("html"))
        return known(Fixer::YourIt,
            QT_TRANSLATE_NOOP("Spoken",
                "A web page came instead of an answer: from a proxy, a sign-in page, a maintenance "
                "page, or because the address is not that of the API."));
    return known(Fixer::SmartRecruiters,
        QT_TRANSLATE_NOOP("Spoken", "Their side speaks otherwise than the guide says."));
}

} // namespace

Diagnosis diagnose(const Failure& failure, std::optional<Step> step)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return known(Fixer::You, QT_TRANSLATE_NOOP("Spoken", "Somebody stopped it here."));
    case FailureKind::TimedOut:
        return known(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken",
                "Their side is slow today, or a firewall on the way swallows the request."));
    case FailureKind::Unreachable:
        return unreachable(failure.code);
    case FailureKind::Insecure:
        return insecure(failure.code);
    case FailureKind::Refused:
        return refused(failure, step);
    case FailureKind::NotPermitted:
        return notPermitted(failure, step);
    case FailureKind::NotFound:
        if (failure.status == 404 && step == Step::Confirm)
            return guessed(Fixer::You,
                QT_TRANSLATE_NOOP("Spoken",
                    "Not documented. Probably the company identifier is wrong, or the application "
                    "is not visible to this company."));
        if (failure.status > 0)
            return known(Fixer::You,
                QT_TRANSLATE_NOOP("Spoken",
                    "The address is not that of the API, or what was asked for is gone."));
        if (failure.code == QLatin1String("no_customer_credentials"))
            return known(Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Spoken", "They were deleted here, or this is another keychain."));
        return known(
            Fixer::You, QT_TRANSLATE_NOOP("Spoken", "It was never here, or is forgotten."));
    case FailureKind::Conflict:
        if (failure.status == 409)
            return guessed(Fixer::Customer,
                QT_TRANSLATE_NOOP("Spoken",
                    "Not documented. Probably the company is connected already, or the clientId is "
                    "taken."));
        if (failure.code == QLatin1String(outcomeUnknownCode))
            return seen(Fixer::You,
                QT_TRANSLATE_NOOP("Spoken",
                    "Nobody has looked yet whether the earlier confirm call took effect."));
        if (failure.code == QLatin1String("integration_exists"))
            return seen(Fixer::Customer,
                QT_TRANSLATE_NOOP("Spoken", "The earlier confirm call took effect."));
        return known(Fixer::You, QT_TRANSLATE_NOOP("Spoken", "Somebody else has it."));
    case FailureKind::RateLimited:
        return known(Fixer::You,
            QT_TRANSLATE_NOOP("Spoken",
                "This credential makes more requests than it may (10 a second and 8 at once are "
                "published), perhaps from another program."));
    case FailureKind::ServerFault:
        return known(Fixer::SmartRecruiters,
            failure.status == 503
                ? QT_TRANSLATE_NOOP("Spoken", "Their service is overloaded or being maintained.")
                : QT_TRANSLATE_NOOP("Spoken", "Their service failed."));
    case FailureKind::BadReply:
        return badReply(failure);
    case FailureKind::VaultUnavailable:
        return known(Fixer::You,
            QT_TRANSLATE_NOOP(
                "Spoken", "The keychain is locked, does not run, or has no place for it."));
    case FailureKind::StorageUnavailable:
        if (failure.code == QLatin1String("newer_format"))
            return seen(Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Spoken", "A newer version of Jetbridge wrote this data folder."));
        if (failure.code == QLatin1String("state_folder"))
            return seen(Fixer::You,
                QT_TRANSLATE_NOOP(
                    "Spoken", "The folder of the state file is missing, or is not yours."));
        return known(
            Fixer::You, QT_TRANSLATE_NOOP("Spoken", "The disk is full, read-only or damaged."));
    case FailureKind::OutcomeUnknown:
        return guessed(Fixer::SmartRecruiters,
            QT_TRANSLATE_NOOP("Spoken",
                "No answer came that could be used. What SmartRecruiters did before is not known "
                "here."));
    case FailureKind::Invalid:
        return rejected(failure, step);
    }
    Q_UNREACHABLE();
}

QString fixerName(Fixer fixer)
{
    switch (fixer) {
    case Fixer::You:
        return QStringLiteral("you");
    case Fixer::Customer:
        return QStringLiteral("customer");
    case Fixer::SmartRecruiters:
        return QStringLiteral("smartRecruiters");
    case Fixer::YourIt:
        return QStringLiteral("yourIt");
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge
