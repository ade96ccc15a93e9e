// SPDX-License-Identifier: GPL-3.0-or-later
#include "FailureText.h"

#include <QCoreApplication>

namespace jetbridge::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("FailureText", text);
}

struct Sentences {
    QString what;
    QString who;
    QString next;
};

QString you()
{
    return tr("You");
}

QString customer()
{
    return tr("The customer");
}

QString smartRecruiters()
{
    return tr("SmartRecruiters");
}

QString yourIt()
{
    return tr("Your IT");
}

Sentences refused(const Failure& failure, Step step)
{
    if (failure.code == QLatin1String("no_master_credentials"))
        return {tr("No master credentials are stored for this environment."), you(),
            tr("Enter the master credentials that SmartRecruiters gave you, under Application.")};
    if (step == Step::Prove)
        return {tr("SmartRecruiters refused the customer-level credentials."), customer(),
            tr("Ask the customer whether the integration is still enabled; if it is, onboard them "
               "again.")};
    if (step == Step::Consent)
        return {tr("The customer could not sign in: the one-time code was wrong."), customer(),
            tr("Give the customer the code once more, or make a new one.")};
    return {tr("SmartRecruiters refused the master credentials."), you(),
        tr("Enter the current master credentials under Application; if they are right, ask "
           "SmartRecruiters whether they were withdrawn.")};
}

Sentences notPermitted(Step step)
{
    switch (step) {
    case Step::Consent:
        return {tr("The customer did not approve, or the one-time code has ended."), customer(),
            tr("Talk to the customer, then give them a new one-time code.")};
    case Step::Prove:
        return {tr("The integration is there, but the first call on the customer's behalf was not "
                   "allowed."),
            customer(),
            tr("Ask the customer to check the granted scopes and the role of the integration's "
               "user, then verify again.")};
    default:
        return {tr("SmartRecruiters does not allow this request."), smartRecruiters(),
            tr("Make sure that the customer started from the Apps & Integrations page, then send "
               "the text below to the Partner & API Team.")};
    }
}

Sentences vaultUnavailable(Step step)
{
    if (step == Step::Store)
        return {tr("The keychain did not keep the customer's credentials."), you(),
            tr("Unlock the keychain and onboard the customer again: the credentials are shown only "
               "once.")};
    return {tr("The keychain is locked or missing, so no secret was asked for."), you(),
        tr("Unlock the keychain of this computer, then try again.")};
}

Sentences outcomeUnknown()
{
    return {tr("The confirm request was sent, but no usable answer came: the integration may or "
               "may not exist."),
        smartRecruiters(),
        tr("Ask SmartRecruiters whether it exists, or let the customer approve once more.")};
}

Sentences sentences(const Failure& failure, Step step)
{
    switch (failure.kind) {
    case FailureKind::Cancelled:
        return {tr("It was stopped before anything was confirmed."), you(),
            tr("Start again whenever you like.")};
    case FailureKind::TimedOut:
        return {tr("No answer came in time while %1.").arg(stepInWords(step)), smartRecruiters(),
            tr("Try again; nothing was changed.")};
    case FailureKind::Unreachable:
        return {tr("The other side could not be reached while %1.").arg(stepInWords(step)),
            yourIt(),
            tr("Check the network, the proxy and the addresses in Settings, then try "
               "again.")};
    case FailureKind::Insecure:
        return {tr("The connection is not secure, so nothing was sent."), yourIt(),
            tr("Check the clock of this computer, the certificate and the authority in Settings.")};
    case FailureKind::Refused:
        return refused(failure, step);
    case FailureKind::NotPermitted:
        return notPermitted(step);
    case FailureKind::NotFound:
        return {tr("SmartRecruiters does not know this company or integration."), you(),
            tr("Check the company identifier and the environment.")};
    case FailureKind::Conflict:
        return {tr("It is already there, or the name is already taken."), smartRecruiters(),
            tr("Ask the customer to disable the integration first, then onboard them again.")};
    case FailureKind::RateLimited:
        return {tr("SmartRecruiters asks us to slow down."), you(),
            tr("Wait a minute, then try again.")};
    case FailureKind::ServerFault:
        return {tr("SmartRecruiters has a problem of its own."), smartRecruiters(),
            tr("Try again in a few minutes; if it stays, send them the text below.")};
    case FailureKind::BadReply:
        return {tr("The answer was not what the guide promises."), smartRecruiters(),
            tr("Try again; if it stays, send them the text below.")};
    case FailureKind::VaultUnavailable:
        return vaultUnavailable(step);
    case FailureKind::StorageUnavailable:
        return {tr("The data folder cannot be read or written."), you(),
            tr("Free some disk space and check who may write to the data folder, then try "
               "again.")};
    case FailureKind::OutcomeUnknown:
        return outcomeUnknown();
    case FailureKind::Invalid:
        return {failure.detail.isEmpty() ? tr("Something that was entered is not valid.")
                                         : tr("Not valid: %1").arg(failure.detail),
            you(), tr("Correct it, then try again.")};
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
    return {std::move(said.what), std::move(said.who), std::move(said.next),
        textToPaste(failure, step)};
}

QString stepInWords(Step step)
{
    switch (step) {
    case Step::Preflight:
        return tr("getting ready");
    case Step::Token:
        return tr("getting the bearer token");
    case Step::Consent:
        return tr("waiting for the customer's consent");
    case Step::Confirm:
        return tr("confirming the integration");
    case Step::Store:
        return tr("storing the credentials");
    case Step::Finish:
        return tr("sending the customer back");
    case Step::Prove:
        return tr("proving that it works");
    case Step::Notified:
        return tr("receiving a notification");
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::ui
