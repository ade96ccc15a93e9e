// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"
#include "console/InvitationMail.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "domain/CompanyId.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace jetbridge::cli {

namespace {

constexpr std::chrono::hours usualTime{24 * 14};

/// Parses a duration such as "45m", "12h" or "14d".
Outcome<std::chrono::seconds> timeFrom(const Arguments& arguments)
{
    if (!arguments.has("valid-for"))
        return std::chrono::seconds(usualTime);
    static const QRegularExpression rule(QStringLiteral("\\A(\\d{1,5})([mhd])\\z"));
    const auto match = rule.match(arguments.value("valid-for"));
    if (!match.hasMatch())
        return failed(FailureKind::Invalid,
            QStringLiteral("--valid-for needs a number with m, h or d: 45m, 12h, 14d."));
    const std::chrono::seconds one = match.captured(2) == QLatin1String("d")
        ? std::chrono::hours(24)
        : match.captured(2) == QLatin1String("h") ? std::chrono::seconds(std::chrono::hours(1))
                                                  : std::chrono::seconds(std::chrono::minutes(1));
    return one * match.captured(1).toInt();
}

QJsonObject describe(const Invitation::Record& record, const QDateTime& now)
{
    const auto orNull = [](const QString& text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {
        {QStringLiteral("companyId"), record.company.text()},
        {QStringLiteral("state"), invitationStateName(Invitation(record).stateAt(now))},
        {QStringLiteral("madeAt"), timeText(record.madeAt)},
        {QStringLiteral("expiresAt"), timeText(record.expiresAt)},
        {QStringLiteral("changedAt"), timeText(record.changedAt)},
        {QStringLiteral("language"), orNull(record.language)},
        {QStringLiteral("detail"), orNull(record.detail)},
        {QStringLiteral("detailMessage"), cli::describe(record.detail)},
        {QStringLiteral("correlationId"), record.onboarding.text()},
    };
}

/// The company's last invitation. NotFound: it has none.
Task<Outcome<Invitation::Record>> lastOf(Invitations& invitations, CompanyId company)
{
    const auto all = co_await invitations.all();
    if (!all)
        co_return passOn(all);
    for (const Invitation::Record& record : *all)
        if (record.company == company)
            co_return Invitation::Record(record);
    co_return failed(FailureKind::NotFound,
        QStringLiteral("The company \"%1\" was never invited here.").arg(company.text()));
}

/// Checks what must hold before a customer is asked for anything.
Task<Outcome<Application>> checkMayInvite(Invocation& invocation, CompanyId company)
{
    if (company.isEmpty())
        co_return failed(FailureKind::Invalid, QStringLiteral("--company ID is needed."));
    if (const auto sound = checkCompanyId(company); !sound)
        co_return passOn(sound);
    if (const auto sound = checkConfirming(invocation, company); !sound)
        co_return passOn(sound);
    const auto application = co_await invocation.partnerAccess().applications().load();
    if (!application)
        co_return passOn(application);
    if (!application->has_value())
        co_return failed(FailureKind::Invalid,
            QStringLiteral("This environment has no application yet: `app import FILE` first."));
    const auto master = co_await invocation.partnerAccess().masterCredentials();
    if (!master)
        co_return passOn(master);
    const auto mayConfirm = co_await invocation.onboardings().mayConfirm(company);
    if (!mayConfirm)
        co_return passOn(mayConfirm);
    co_return Application(**application);
}

Task<Outcome<Report>> inviteCompany(Invocation& invocation, CompanyId company, QString language)
{
    const Arguments& arguments = invocation.arguments();
    const auto validFor = timeFrom(arguments);
    if (!validFor)
        co_return passOn(validFor);
    const auto application = co_await checkMayInvite(invocation, company);
    if (!application)
        co_return passOn(application);
    InvitationMail::Facts facts{application->name, company.text(),
        invocation.current().environment().startUrl(company.text()), {}};
    const auto known = InvitationMail::write(language, facts); // before anything is made
    if (!known)
        co_return passOn(known);
    const auto invitation = co_await invocation.onboardings().invite(
        company, arguments.value("confirm-production"), {}, *validFor, language);
    if (!invitation)
        co_return passOn(invitation);
    facts.until = invitation->expiresAt();
    const auto mail = InvitationMail::write(language, facts);
    if (!mail)
        co_return passOn(mail);
    QJsonObject json = describe(invitation->record(), QDateTime::currentDateTimeUtc());
    json.insert(QStringLiteral("code"), invitation->code());
    json.insert(QStringLiteral("start"), facts.start.toString(QUrl::FullyEncoded));
    json.insert(QStringLiteral("mail"),
        QJsonObject{
            {QStringLiteral("subject"), mail->subject}, {QStringLiteral("text"), mail->text}});
    QString text = QStringLiteral("One-time code: %1 (until %2). Give it to the customer's "
                                  "administrator apart from the mail.\n")
                       .arg(invitation->code(), timeText(invitation->expiresAt()));
    if (arguments.has("mail")) {
        const auto written =
            writeDocument(arguments.value("mail"), QStringLiteral("eml"), mail->eml(), true);
        if (!written)
            co_return passOn(written);
        text +=
            QStringLiteral("The mail to the customer is in \"%1\".\n").arg(arguments.value("mail"));
    } else {
        text += QStringLiteral("\nSubject: %1\n\n%2").arg(mail->subject, mail->text);
    }
    invocation.note(
        QStringLiteral("`serve` (or the window) must run when the customer opens the consent page; "
                       "it finishes what the customer approves."));
    co_return Report{json, text};
}

Task<Outcome<Report>> invite(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    return inviteCompany(invocation, CompanyId(arguments.value("company")),
        arguments.value("language", QStringLiteral("en")));
}

Task<Outcome<Report>> renew(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const CompanyId company(arguments.operands.constFirst());
    const auto last = co_await lastOf(invocation.onboardings().invitations(), company);
    if (!last)
        co_return passOn(last);
    const QString before = last->language.isEmpty() ? QStringLiteral("en") : last->language;
    co_return co_await inviteCompany(invocation, company, arguments.value("language", before));
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto all = co_await invocation.onboardings().invitations().all();
    if (!all)
        co_return passOn(all);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Arguments& arguments = invocation.arguments();
    QJsonArray json;
    QList<QStringList> rows;
    for (const Invitation::Record& record : *all) {
        if (arguments.has("company") && record.company.text() != arguments.value("company"))
            continue;
        if (arguments.has("open") && !Invitation(record).isOpen(now))
            continue;
        json.append(describe(record, now));
        rows.append({record.company.text(), invitationStateName(Invitation(record).stateAt(now)),
            timeText(record.changedAt), timeText(record.expiresAt), record.detail});
    }
    co_return Report{QJsonObject{{QStringLiteral("total"), int(rows.size())},
                         {QStringLiteral("invitations"), json}},
        rows.isEmpty()
            ? QStringLiteral("No invitations.\n")
            : table({QStringLiteral("COMPANY"), QStringLiteral("STATE"), QStringLiteral("SINCE"),
                        QStringLiteral("VALID UNTIL"), QStringLiteral("DETAIL")},
                rows)};
}

Task<Outcome<Report>> withdraw(Invocation& invocation)
{
    const CompanyId company(invocation.arguments().operands.constFirst());
    const auto last = co_await lastOf(invocation.onboardings().invitations(), company);
    if (!last)
        co_return passOn(last);
    const auto withdrawn = co_await invocation.onboardings().withdraw(last->onboarding);
    if (!withdrawn)
        co_return passOn(withdrawn);
    if (!*withdrawn) {
        const auto now = co_await lastOf(invocation.onboardings().invitations(), company);
        const Invitation::Record& record = now ? *now : *last;
        co_return failed(FailureKind::Conflict,
            QStringLiteral("The invitation of \"%1\" cannot be withdrawn any more, it is %2.")
                .arg(company.text(),
                    invitationStateName(
                        Invitation(record).stateAt(QDateTime::currentDateTimeUtc()))));
    }
    co_return Report{
        QJsonObject{{QStringLiteral("ok"), true}, {QStringLiteral("companyId"), company.text()}},
        QStringLiteral("The invitation of %1 is withdrawn: its code is worth nothing.\n")
            .arg(company.text())};
}

QList<QCommandLineOption> invitingOptions()
{
    return {
        {QStringLiteral("valid-for"),
            QStringLiteral("How long the one-time code is good: 45m, 12h, 14d (the default), up to "
                           "90d."),
            QStringLiteral("TIME")},
        {QStringLiteral("language"),
            QStringLiteral("Of the mail to the customer: %1; en is the default.")
                .arg(InvitationMail::languages().join(QStringLiteral(", "))),
            QStringLiteral("CODE")},
        {QStringLiteral("mail"),
            QStringLiteral(
                "Writes the mail to this .eml file, which mail programs open as a draft. "
                "The code is not in it."),
            QStringLiteral("FILE")},
        {QStringLiteral("confirm-production"),
            QStringLiteral("In a production environment: the company once more, as a "
                           "confirmation."),
            QStringLiteral("ID")},
    };
}

} // namespace

QList<Command> inviteCommands()
{
    return {
        {QStringLiteral("invite"), {},
            QStringLiteral("Makes a one-time code and a mail for a company's administrator. The "
                           "`serve` or window that runs on this data folder then shows the consent "
                           "page, and finishes what the customer approves."),
            QList<QCommandLineOption>{{QStringLiteral("company"),
                QStringLiteral("The company's identifier at SmartRecruiters."),
                QStringLiteral("ID")}}
                + invitingOptions(),
            invite},
        {QStringLiteral("invitations list"), {},
            QStringLiteral("Lists who was invited, and how far they got: pending, opened, "
                           "signed-in, deciding, approved, declined, withdrawn, expired."),
            {{QStringLiteral("company"), QStringLiteral("Only this company's."),
                 QStringLiteral("ID")},
                {QStringLiteral("open"), QStringLiteral("Only those whose code is still good.")}},
            list},
        {QStringLiteral("invitations renew"), QStringLiteral("COMPANY"),
            QStringLiteral("Makes a new code and mail for a company that was invited before; the "
                           "earlier code ends."),
            invitingOptions(), renew},
        {QStringLiteral("invitations withdraw"), QStringLiteral("COMPANY"),
            QStringLiteral("Ends a company's code before anybody decided by it."), {}, withdraw},
    };
}

} // namespace jetbridge::cli
