// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Confirming.h"
#include "cli/Describe.h"
#include "cli/Files.h"
#include "cli/Invocation.h"
#include "console/CurrentEnvironment.h"
#include "console/Inviting.h"
#include "console/Onboardings.h"
#include "console/PartnerAccess.h"
#include "domain/CompanyId.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

constexpr std::chrono::hours usualTime{24 * 14};

/// Parses a duration such as "45m", "12h" or "14d".
Outcome<std::chrono::seconds> timeFrom(const Arguments& arguments)
{
    if (!arguments.has("valid-for"))
        return std::chrono::seconds(usualTime);
    static const QRegularExpression rule(u"\\A(\\d{1,5})([mhd])\\z"_s);
    const auto match = rule.match(arguments.value("valid-for"));
    if (!match.hasMatch())
        return failed(
            FailureKind::Invalid, u"--valid-for needs a number with m, h or d: 45m, 12h, 14d."_s);
    const std::chrono::seconds one = match.captured(2) == "d"_L1 ? std::chrono::hours(24)
        : match.captured(2) == "h"_L1 ? std::chrono::seconds(std::chrono::hours(1))
                                      : std::chrono::seconds(std::chrono::minutes(1));
    return one * match.captured(1).toInt();
}

QJsonObject describe(const Invitation::Record& record, const QDateTime& now)
{
    const auto orNull = [](const QString& text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {
        {u"companyId"_s, record.company.text()},
        {u"state"_s, invitationStateName(Invitation(record).stateAt(now))},
        {u"madeAt"_s, timeText(record.madeAt)},
        {u"expiresAt"_s, timeText(record.expiresAt)},
        {u"changedAt"_s, timeText(record.changedAt)},
        {u"language"_s, orNull(record.language)},
        {u"detail"_s, orNull(record.detail)},
        {u"detailMessage"_s, cli::describe(record.detail)},
        {u"correlationId"_s, record.onboarding.text()},
    };
}

/// Returns the company's last invitation. NotFound: it has none.
Task<Outcome<Invitation::Record>> lastOf(Invitations& invitations, CompanyId company)
{
    const auto all = co_await invitations.all();
    if (!all)
        co_return passOn(all);
    for (const Invitation::Record& record : *all)
        if (record.company == company)
            co_return Invitation::Record(record);
    co_return failed(
        FailureKind::NotFound, u"The company \"%1\" was never invited here."_s.arg(company.text()));
}

Task<Outcome<Report>> inviteCompany(Invocation& invocation, CompanyId company, QString language)
{
    const Arguments& arguments = invocation.arguments();
    InvitingRequest request{company, arguments.value("confirm-production"), {}, language};
    const auto validFor = timeFrom(arguments);
    if (!validFor)
        co_return passOn(validFor);
    request.validFor = *validFor;
    if (company.isEmpty())
        co_return failed(FailureKind::Invalid, u"--company ID is needed."_s);
    if (const auto sound = checkCompanyId(company); !sound)
        co_return passOn(sound);
    if (const auto sound = checkConfirming(invocation, company); !sound)
        co_return passOn(sound);
    const auto made = co_await inviteByMail(
        {invocation.current(), invocation.partnerAccess(), invocation.onboardings()}, request);
    if (!made)
        co_return passOn(made);
    const Invitation& invitation = made->invitation;
    const InvitationMail& mail = made->mail;
    QJsonObject json = describe(invitation.record(), QDateTime::currentDateTimeUtc());
    json.insert(u"code"_s, invitation.code());
    json.insert(u"start"_s, made->start.toString(QUrl::FullyEncoded));
    json.insert(u"mail"_s, QJsonObject{{u"subject"_s, mail.subject}, {u"text"_s, mail.text}});
    QString text = u"One-time code: %1 (until %2). Give it to the customer's "
                   "administrator apart from the mail.\n"_s.arg(
                       invitation.code(), timeText(invitation.expiresAt()));
    if (arguments.has("mail")) {
        const auto written = writeDocument(arguments.value("mail"), u"eml"_s, mail.eml(), true);
        if (!written)
            co_return passOn(written);
        text += u"The mail to the customer is in \"%1\".\n"_s.arg(arguments.value("mail"));
    } else {
        text += u"\nSubject: %1\n\n%2"_s.arg(mail.subject, mail.text);
    }
    invocation.note(u"`serve` (or the window) must run when the customer opens the consent page; "
                    "it finishes what the customer approves."_s);
    co_return Report{json, text};
}

Task<Outcome<Report>> invite(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    return inviteCompany(
        invocation, CompanyId(arguments.value("company")), arguments.value("language", u"en"_s));
}

Task<Outcome<Report>> renew(Invocation& invocation)
{
    const Arguments& arguments = invocation.arguments();
    const CompanyId company(arguments.operands.constFirst());
    const auto last = co_await lastOf(invocation.onboardings().invitations(), company);
    if (!last)
        co_return passOn(last);
    const QString before = last->language.isEmpty() ? u"en"_s : last->language;
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
    co_return Report{QJsonObject{{u"total"_s, int(rows.size())}, {u"invitations"_s, json}},
        rows.isEmpty()
            ? u"No invitations.\n"_s
            : table({u"COMPANY"_s, u"STATE"_s, u"SINCE"_s, u"VALID UNTIL"_s, u"DETAIL"_s}, rows)};
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
            u"The invitation of \"%1\" cannot be withdrawn any more, it is %2."_s.arg(
                company.text(),
                invitationStateName(Invitation(record).stateAt(QDateTime::currentDateTimeUtc()))));
    }
    co_return Report{QJsonObject{{u"ok"_s, true}, {u"companyId"_s, company.text()}},
        u"The invitation of %1 is withdrawn: its code is worth nothing.\n"_s.arg(company.text())};
}

QList<QCommandLineOption> invitingOptions()
{
    return {
        {u"valid-for"_s,
            u"How long the one-time code is good: 45m, 12h, 14d (the default), up to "
            "90d."_s,
            u"TIME"_s},
        {u"language"_s,
            u"Of the mail to the customer: %1; en is the default."_s.arg(
                InvitationMail::languages().join(u", "_s)),
            u"CODE"_s},
        {u"mail"_s,
            u"Writes the mail to this .eml file, which mail programs open as a draft. "
            "The code is not in it."_s,
            u"FILE"_s},
        {u"confirm-production"_s,
            u"In a production environment: the company once more, as a "
            "confirmation."_s,
            u"ID"_s},
    };
}

} // namespace

QList<Command> inviteCommands()
{
    return {
        {u"invite"_s, {},
            u"Makes a one-time code and a mail for a company's administrator. The "
            "`serve` or window that runs on this data folder then shows the consent "
            "page, and finishes what the customer approves."_s,
            QList<QCommandLineOption>{
                {u"company"_s, u"The company's identifier at SmartRecruiters."_s, u"ID"_s}}
                + invitingOptions(),
            invite},
        {u"invitations list"_s, {},
            u"Lists who was invited, and how far they got: pending, opened, "
            "signed-in, deciding, approved, declined, withdrawn, expired."_s,
            {{u"company"_s, u"Only this company's."_s, u"ID"_s},
                {u"open"_s, u"Only those whose code is still good."_s}},
            list},
        {u"invitations renew"_s, u"COMPANY"_s,
            u"Makes a new code and mail for a company that was invited before; the "
            "earlier code ends."_s,
            invitingOptions(), renew},
        {u"invitations withdraw"_s, u"COMPANY"_s,
            u"Ends a company's code before anybody decided by it."_s, {}, withdraw},
    };
}

} // namespace jetbridge::cli
