// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/FailureText.h"

#include "domain/Diagnosis.h"
#include "parts/Spoken.h"

namespace jetbridge::ui {

namespace {

struct Sentences {
    QString what;
    QString next;
};

QString fixerInWords(Diagnosis::Fixer fixer)
{
    switch (fixer) {
    case Diagnosis::Fixer::You:
        return FailureText::tr("You");
    case Diagnosis::Fixer::Customer:
        return FailureText::tr("The customer");
    case Diagnosis::Fixer::SmartRecruiters:
        return FailureText::tr("SmartRecruiters");
    case Diagnosis::Fixer::YourIt:
        return FailureText::tr("Your IT");
    }
    Q_UNREACHABLE();
}

Sentences refused(const Failure& failure, Step step)
{
    if (failure.code == QLatin1String("no_master_credentials"))
        return {FailureText::tr("No master credentials are stored for this environment."),
            FailureText::tr(
                "Enter the master credentials that SmartRecruiters gave you, under Application.")};
    if (step == Step::Prove)
        return {FailureText::tr("SmartRecruiters refused the customer-level credentials."),
            FailureText::tr(
                "Ask the customer whether the integration is still enabled; if it is, onboard them "
                "again.")};
    if (step == Step::Consent)
        return {FailureText::tr("The customer could not sign in: the one-time code was wrong."),
            FailureText::tr("Give the customer the code once more, or make a new one.")};
    return {FailureText::tr("SmartRecruiters refused the master credentials."),
        FailureText::tr(
            "Enter the current master credentials under Application; if they are right, ask "
            "SmartRecruiters whether they were withdrawn.")};
}

Sentences notConsented(const QString& code)
{
    if (code == QLatin1String("declined"))
        return {FailureText::tr("The customer declined."),
            FailureText::tr("Ask the customer what holds them back. For another decision they need "
                            "a new one-time code.")};
    if (code == QLatin1String("code_exhausted"))
        return {FailureText::tr("The one-time code was typed wrong too often and has ended."),
            FailureText::tr("Give the customer a new one-time code, by a way on which nobody else "
                            "reads it.")};
    if (code == QLatin1String("code_expired"))
        return {FailureText::tr("The one-time code was typed after its time was over."),
            FailureText::tr(
                "Give the customer a new one-time code, and say until when it is good.")};
    if (code == QLatin1String("code_used"))
        return {FailureText::tr("The one-time code was typed again after it had been used."),
            FailureText::tr("For another decision give the customer a new one-time code.")};
    // From before the journal said which.
    return {FailureText::tr("The customer did not approve, or the one-time code has ended."),
        FailureText::tr("Talk to the customer, then give them a new one-time code.")};
}

Sentences notPermitted(const Failure& failure, Step step)
{
    switch (step) {
    case Step::Consent:
        return notConsented(failure.code);
    case Step::Prove:
        return {FailureText::tr(
                    "The integration is there, but the first call on the customer's behalf was not "
                    "allowed."),
            FailureText::tr(
                "Ask the customer to check the granted scopes and the role of the integration's "
                "user, then verify again.")};
    default:
        return {FailureText::tr("SmartRecruiters does not allow this request."),
            FailureText::tr(
                "Make sure that the customer started from the Apps & Integrations page, then tell "
                "the Partner & API Team.")};
    }
}

Sentences vaultUnavailable(Step step)
{
    if (step == Step::Store)
        return {FailureText::tr("The keychain did not keep the customer's credentials."),
            FailureText::tr("Unlock the keychain. Jetbridge holds the credentials in memory until "
                            "then and stores them by itself; do not quit.")};
    return {FailureText::tr("The keychain is locked or missing, so no secret was asked for."),
        FailureText::tr("Unlock the keychain of this computer, then try again.")};
}

Sentences storageUnavailable(Step step)
{
    if (step == Step::Store)
        return {FailureText::tr(
                    "The keychain has the customer's credentials, but the data folder cannot be "
                    "written."),
            FailureText::tr(
                "Free some disk space and check who may write to the data folder. Jetbridge holds "
                "the credentials in memory until then and goes on by itself; do not quit.")};
    return {FailureText::tr("The data folder cannot be read or written."),
        FailureText::tr(
            "Free some disk space and check who may write to the data folder, then try again.")};
}

Sentences outcomeUnknown()
{
    return {FailureText::tr(
                "The confirm request was sent, but no usable answer came: the integration may or "
                "may not exist."),
        FailureText::tr("Ask SmartRecruiters whether it exists, then resolve it under Customers.")};
}

Sentences sentences(const Failure& failure, Step step)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {FailureText::tr("It was stopped before anything was confirmed."),
            FailureText::tr("Start again whenever you like.")};
    case FailureKind::TimedOut:
        return {FailureText::tr("No answer came in time while %1.").arg(stepInWords(step)),
            FailureText::tr("Try again; nothing was changed.")};
    case FailureKind::Unreachable:
        return {
            FailureText::tr("The other side could not be reached while %1.").arg(stepInWords(step)),
            FailureText::tr("Check the network, the proxy and the addresses in Settings, then try "
                            "again.")};
    case FailureKind::Insecure:
        return {FailureText::tr("The connection is not secure, so nothing was sent."),
            FailureText::tr("Check the clock of this computer, the certificate and the authority "
                            "in Settings.")};
    case FailureKind::Refused:
        return refused(failure, step);
    case FailureKind::NotPermitted:
        if (failure.code == QLatin1String("production_not_confirmed"))
            return {FailureText::tr("Nothing was started: in production the company's identifier "
                                    "must be typed once more."),
                FailureText::tr(
                    "Type it exactly as it stands in the company's field, then start.")};
        return notPermitted(failure, step);
    case FailureKind::NotFound:
        if (failure.code == QLatin1String("no_customer_credentials"))
            return {FailureText::tr("The keychain has no credentials of this customer."),
                FailureText::tr("Onboard the customer again to get new ones.")};
        return {FailureText::tr("SmartRecruiters does not know this company or integration."),
            FailureText::tr("Check the company identifier and the environment.")};
    case FailureKind::Conflict:
        if (failure.code == QLatin1String(outcomeUnknownCode))
            return {FailureText::tr("Nothing was sent: the outcome of an earlier confirm request "
                                    "for this company is unknown."),
                FailureText::tr("Open the company under Customers and resolve it first.")};
        if (failure.code == QLatin1String("integration_exists"))
            return {FailureText::tr("Nothing was sent: an earlier confirm request for this company "
                                    "took effect, but its credentials never reached us."),
                FailureText::tr("Have the customer disable the integration, then resolve it under "
                                "Customers and start again.")};
        if (failure.status == 0)
            return {FailureText::tr("It is already there, or the name is already taken."),
                FailureText::tr("Choose another one, or close what holds it, then try again.")};
        return {FailureText::tr("It is already there, or the name is already taken."),
            FailureText::tr(
                "Ask the customer to disable the integration first, then onboard them again.")};
    case FailureKind::RateLimited:
        return {FailureText::tr("SmartRecruiters asks us to slow down."),
            FailureText::tr("Wait a minute, then try again.")};
    case FailureKind::ServerFault:
        return {FailureText::tr("SmartRecruiters has a problem of its own."),
            FailureText::tr(
                "Try again in a few minutes; if it stays, tell the Partner & API Team.")};
    case FailureKind::BadReply:
        return {FailureText::tr("The answer was not what the guide promises."),
            FailureText::tr("Try again; if it stays, tell the Partner & API Team.")};
    case FailureKind::VaultUnavailable:
        return vaultUnavailable(step);
    case FailureKind::StorageUnavailable:
        return storageUnavailable(step);
    case FailureKind::OutcomeUnknown:
        return outcomeUnknown();
    case FailureKind::Invalid:
        if (failure.status > 0)
            return {FailureText::tr("SmartRecruiters did not accept the request while %1.")
                        .arg(stepInWords(step)),
                FailureText::tr("Correct what its answer names, if it names something; otherwise "
                                "tell the Partner & API Team.")};
        return {failure.detail.isEmpty()
                ? FailureText::tr("Something that was entered is not valid.")
                : FailureText::tr("Not valid: %1").arg(spoken(failure.detail)),
            FailureText::tr("Correct it, then try again.")};
    }
    Q_UNREACHABLE();
}

// English whatever the window speaks: it is read by SmartRecruiters' team.
QString textToPaste(const Failure& failure, Step step)
{
    QStringList lines{
        QStringLiteral("Jetbridge " JETBRIDGE_VERSION ", General Partner Integration"),
        QStringLiteral("Step: %1").arg(stepName(step)),
        QStringLiteral("Result: %1").arg(failureKindName(failure.kind))};
    if (failure.status > 0)
        lines += QStringLiteral("HTTP status: %1").arg(failure.status);
    if (!failure.code.isEmpty())
        lines += QStringLiteral("Error code: %1").arg(failure.code);
    if (!failure.detail.isEmpty())
        lines += QStringLiteral("Detail: %1").arg(failure.detail);
    if (failure.status > 0)
        lines += QStringLiteral("Our reading: %1").arg(diagnose(failure, step).cause);
    if (!failure.correlationId.isEmpty())
        lines += QStringLiteral("Our reference: %1").arg(failure.correlationId);
    lines +=
        QStringLiteral("Written: %1").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

FailureText explain(const Failure& failure, Step step)
{
    Sentences said = sentences(failure, step);
    const Diagnosis diagnosis = diagnose(failure, step);
    // What happens between the partner and the customer SmartRecruiters cannot help with.
    return {std::move(said.what), spoken(diagnosis.cause), diagnosis.wasSeen,
        fixerInWords(diagnosis.fixer), std::move(said.next),
        step == Step::Consent ? QString() : textToPaste(failure, step)};
}

QString explainBriefly(const Failure& failure, Step step)
{
    const Sentences said = sentences(failure, step);
    return said.what + QLatin1Char(' ') + said.next;
}

QString stepInWords(Step step)
{
    switch (step) {
    case Step::Preflight:
        return FailureText::tr("getting ready");
    case Step::Token:
        return FailureText::tr("getting the bearer token");
    case Step::Consent:
        return FailureText::tr("waiting for the customer's consent");
    case Step::Confirm:
        return FailureText::tr("confirming the integration");
    case Step::Store:
        return FailureText::tr("storing the credentials");
    case Step::Finish:
        return FailureText::tr("sending the customer back");
    case Step::Prove:
        return FailureText::tr("proving that it works");
    case Step::Notified:
        return FailureText::tr("receiving a notification");
    case Step::Removed:
        return FailureText::tr("deleting the credentials");
    case Step::Replaced:
        return FailureText::tr("keeping the history");
    case Step::Rotated:
        return FailureText::tr("putting other master credentials to use");
    case Step::HandedOver:
        return FailureText::tr("handing over the credentials");
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::ui
