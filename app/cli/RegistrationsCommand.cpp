// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Describe.h"
#include "cli/Invocation.h"
#include "console/ClientRegistrations.h"
#include "domain/Harmless.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace jetbridge::cli {

namespace {

using State = ClientRegistrationState;

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject describe(const Registration& registration)
{
    return {{u"run"_s, registration.onboarding.text()},
        {u"companyId"_s, registration.company.text()}, {u"clientName"_s, registration.clientName},
        {u"clientId"_s, orNull(registration.clientId.text())},
        {u"state"_s, clientRegistrationStateName(registration.state)},
        {u"since"_s, timeText(registration.at)},
        {u"secretExpiresAt"_s, orNull(timeText(registration.secretExpiresAt))},
        {u"tokenService"_s, tokenServiceName(registration.service)},
        {u"notBefore"_s, orNull(timeText(registration.due))},
        {u"detail"_s, orNull(registration.detail.english())},
        {u"detailMessage"_s, cli::describe(registration.detail)}};
}

/// Returns what staff should know or do about it; empty: nothing.
QString adviceFor(const Registration& registration)
{
    const QString name = harmless::line(registration.clientName);
    const QString why = registration.detail.isEmpty()
        ? QString()
        : u" (%1)"_s.arg(harmless::line(registration.detail.english()));
    if (registration.state == State::Lost)
        return u"A client named \"%1\" may exist in your authorization server%2: look "
               "for it and delete it there, then `registrations close %3`. Tokens "
               "that it got stay valid until they expire.\n"_s.arg(
                   name, why, registration.onboarding.text());
    if (isStillToBeTold(registration))
        return u"Your backend is still to be told that \"%1\" is %2%3; it is tried again %4. If "
               "you do it there yourself: `registrations close %5`.\n"_s.arg(name,
                   registration.state == State::Leaving ? u"withdrawn"_s : u"committed"_s, why,
                   isHalted(registration) ? u"only by `registrations retry`"_s
                                          : u"by itself, and by `registrations retry`"_s,
                   registration.onboarding.text());
    if (registration.state == State::Leaving)
        return u"\"%1\" is to be deleted in your authorization server%2; it is tried "
               "again by itself, and by `registrations retry`.\n"_s.arg(name, why);
    return {};
}

Report reportOf(const QList<Registration>& registrations)
{
    QJsonArray json;
    QList<QStringList> rows;
    QString advice;
    bool isClear = true;
    for (const Registration& one : registrations) {
        json.append(describe(one));
        rows.append(
            {one.company.text(), clientRegistrationStateName(one.state), one.clientId.text(),
                harmless::line(one.clientName), timeText(one.at), timeText(one.secretExpiresAt)});
        advice += adviceFor(one);
        isClear = isClear && !isLeftOver(one);
    }
    const QString text = rows.isEmpty()
        ? u"Jetbridge has registered no client at your own server.\n"_s
        : table({u"COMPANY"_s, u"STATE"_s, u"CLIENT ID"_s, u"CLIENT NAME"_s, u"SINCE"_s,
                    u"SECRET EXPIRES"_s},
              rows)
            + advice;
    return {QJsonObject{{u"registrations"_s, json}, {u"ok"_s, isClear}}, text,
        isClear ? ExitCode::Done : ExitCode::Negative};
}

Task<Outcome<Report>> list(Invocation& invocation)
{
    const auto registrations = co_await invocation.clientRegistrations().registrations().in(
        {State::Lost, State::Leaving, State::Confirmed, State::Asked, State::Staged, State::Kept});
    if (!registrations)
        co_return passOn(registrations);
    co_return reportOf(*registrations);
}

Task<Outcome<Report>> retry(Invocation& invocation)
{
    const auto cleared =
        co_await invocation.clientRegistrations().clear(Finishing::Wanted::ByStaff);
    if (!cleared)
        co_return passOn(cleared);
    const auto left = co_await invocation.clientRegistrations().registrations().in(
        {State::Lost, State::Leaving, State::Confirmed});
    if (!left)
        co_return passOn(left);
    if (left->isEmpty())
        co_return Report{QJsonObject{{u"registrations"_s, QJsonArray()}, {u"ok"_s, true}},
            u"Nothing is left to be done at your own server.\n"_s};
    co_return reportOf(*left);
}

Task<Outcome<Report>> close(Invocation& invocation)
{
    const auto closed = co_await invocation.clientRegistrations().close(
        OnboardingId(invocation.arguments().operands.constFirst()));
    if (!closed)
        co_return passOn(closed);
    QJsonObject json = describe(*closed);
    json.insert(u"ok"_s, true);
    co_return Report{json,
        u"\"%1\" is closed: nothing of it is left to do.\n"_s.arg(
            harmless::line(closed->clientName))};
}

} // namespace

QList<Command> registrationsCommands()
{
    return {
        {u"registrations list"_s, {},
            u"The clients that Jetbridge registered at your own server (environment set "
            "--token-service registration or webhook), and those that may exist there unused."_s,
            {}, list},
        {u"registrations retry"_s, {},
            u"Deletes there what is not needed any more (RFC 7592), and sends the webhooks that "
            "your backend has not taken."_s,
            {}, retry},
        {u"registrations close"_s, u"RUN"_s,
            u"You looked for a client that may have existed there, or did yourself what your "
            "backend was to be told: it is not tried or listed any more."_s,
            {}, close},
    };
}

} // namespace jetbridge::cli
