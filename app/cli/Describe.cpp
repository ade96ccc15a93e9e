// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Describe.h"

#include "domain/Diagnosis.h"
#include "domain/Harmless.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace jetbridge::cli {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString fixerText(Diagnosis::Fixer fixer)
{
    switch (fixer) {
    case Diagnosis::Fixer::You:
        return QStringLiteral("you");
    case Diagnosis::Fixer::Customer:
        return QStringLiteral("the customer");
    case Diagnosis::Fixer::SmartRecruiters:
        return QStringLiteral("SmartRecruiters");
    case Diagnosis::Fixer::YourIt:
        return QStringLiteral("your IT");
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject describe(const Failure& failure)
{
    const Diagnosis diagnosis = diagnose(failure);
    return {
        {QStringLiteral("kind"), failureKindName(failure.kind)},
        {QStringLiteral("status"), failure.status},
        {QStringLiteral("code"), orNull(failure.code)},
        {QStringLiteral("detail"), failure.detail},
        {QStringLiteral("cause"), diagnosis.cause},
        {QStringLiteral("causeIsDocumented"), diagnosis.isDocumented},
        {QStringLiteral("whoCanFix"), fixerName(diagnosis.fixer)},
        {QStringLiteral("next"), orNull(nextStep(failure))},
        {QStringLiteral("correlationId"), orNull(failure.correlationId)},
    };
}

QJsonObject describe(const Integration& integration)
{
    return {
        {QStringLiteral("integrationId"), integration.id.text()},
        {QStringLiteral("companyId"), integration.company.text()},
        {QStringLiteral("companyName"), orNull(integration.companyName)},
        {QStringLiteral("status"), integrationStatusName(integration.status)},
        {QStringLiteral("statusDetail"), orNull(integration.statusDetail)},
        {QStringLiteral("consentDisplayMode"), consentDisplayModeName(integration.mode)},
        {QStringLiteral("bidirectional"), integration.bidirectional},
        {QStringLiteral("clientId"), integration.clientId.text()},
        {QStringLiteral("issuedClientId"), orNull(integration.issuedClientId.text())},
        {QStringLiteral("consentedBy"), orNull(integration.consentedBy)},
        {QStringLiteral("onboardedAt"), orNull(timeText(integration.onboardedAt))},
        {QStringLiteral("checkedAt"), orNull(timeText(integration.checkedAt))},
        {QStringLiteral("correlationId"), integration.onboarding.text()},
    };
}

QJsonObject describe(const FormerIntegration& former)
{
    QJsonObject json = describe(former.integration);
    json.insert(QStringLiteral("replacedBy"), former.replacedBy.text());
    json.insert(QStringLiteral("replacedAt"), timeText(former.replacedAt));
    return json;
}

QJsonArray describe(const QList<RateUse>& rates)
{
    QJsonArray json;
    for (const RateUse& rate : rates)
        json.append(QJsonObject{{QStringLiteral("clientId"), rate.client.text()},
            {QStringLiteral("perSecond"), rate.perSecond}, {QStringLiteral("used"), rate.used},
            {QStringLiteral("atOnce"), rate.atOnce}, {QStringLiteral("underWay"), rate.underWay},
            {QStringLiteral("waiting"), rate.waiting},
            {QStringLiteral("pausedMs"), qint64(rate.pausedFor.count())},
            {QStringLiteral("told"), rate.told}});
    return json;
}

QJsonObject describe(const JournalEntry& entry)
{
    const bool isFailure = entry.state == StepState::Failed || entry.state == StepState::Unknown;
    return {
        {QStringLiteral("at"), timeText(entry.at)},
        {QStringLiteral("step"), stepName(entry.step)},
        {QStringLiteral("state"), stepStateName(entry.state)},
        {QStringLiteral("ms"),
            entry.milliseconds < 0 ? QJsonValue() : QJsonValue(entry.milliseconds)},
        {QStringLiteral("detail"), orNull(entry.detail)},
        {QStringLiteral("failure"),
            isFailure ? QJsonValue(failureKindName(entry.failure)) : QJsonValue()},
        {QStringLiteral("status"), entry.status > 0 ? QJsonValue(entry.status) : QJsonValue()},
        {QStringLiteral("code"), orNull(entry.code)},
    };
}

QJsonObject describe(const Notification& notification)
{
    return {
        {QStringLiteral("number"), notification.number},
        {QStringLiteral("eventType"), notification.eventType},
        {QStringLiteral("companyId"), notification.company.text()},
        {QStringLiteral("clientId"), notification.client.text()},
        {QStringLiteral("at"), timeText(notification.at)},
        {QStringLiteral("repeat"), notification.repeat},
        {QStringLiteral("bodyDropped"), notification.isBodyDropped},
    };
}

QJsonObject describe(const Forward& forward)
{
    const bool isDelivered = forward.deliveredAt.isValid();
    return {
        {QStringLiteral("delivered"), isDelivered},
        {QStringLiteral("deliveredAt"), orNull(timeText(forward.deliveredAt))},
        {QStringLiteral("tries"), forward.tries},
        {QStringLiteral("nextTryAt"), isDelivered ? QJsonValue() : orNull(timeText(forward.due))},
        {QStringLiteral("lastFailure"), orNull(forward.lastFailure)},
    };
}

QJsonObject describe(const AccessToken& token, bool reveal)
{
    return {
        {QStringLiteral("tokenType"), token.type},
        {QStringLiteral("token"), reveal ? token.value.revealText() : token.value.masked()},
        {QStringLiteral("lifetimeSeconds"), token.lifetimeSeconds},
        {QStringLiteral("lifetimeNote"), orNull(token.lifetimeNote)},
        {QStringLiteral("expiresAt"), timeText(token.expiresAt)},
        {QStringLiteral("scopes"), QJsonArray::fromStringList(token.scopes.names())},
    };
}

QString printable(const QByteArray& bytes)
{
    return harmless::lines(QString::fromUtf8(bytes));
}

QString skewText(const std::optional<std::chrono::seconds>& skew)
{
    if (!skew)
        return {};
    if (skew->count() == 0)
        return QStringLiteral("as ours");
    return QStringLiteral("%1 s %2 ours")
        .arg(std::abs(skew->count()))
        .arg(skew->count() > 0 ? QStringLiteral("ahead of") : QStringLiteral("behind"));
}

QString timeText(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString likelyCause(const Failure& failure)
{
    const bool isOurOwn = failure.status == 0
        && (failure.kind == FailureKind::Invalid || failure.kind == FailureKind::Cancelled
            || failure.kind == FailureKind::NotFound || failure.kind == FailureKind::Conflict);
    if (isOurOwn)
        return {}; // The failure has said all there is.
    const Diagnosis diagnosis = diagnose(failure);
    return QStringLiteral("Likely cause: %1 Who can fix it: %2.")
        .arg(diagnosis.cause, fixerText(diagnosis.fixer));
}

QString nextStep(const Failure& failure)
{
    static const QStringList sayItThemselves{QStringLiteral("secret_found"),
        QStringLiteral("newer_format"), QStringLiteral("state_folder"),
        QStringLiteral("STATE_NOT_KEPT"), QStringLiteral("damaged_backup"),
        QStringLiteral("newer_backup")};
    if (sayItThemselves.contains(failure.code))
        return {};
    switch (failure.kind) {
    case FailureKind::Refused:
        return QStringLiteral("Replace the credentials: jetbridge-cli credentials set-master");
    case FailureKind::Unreachable:
    case FailureKind::TimedOut:
        return QStringLiteral(
            "Check the network and the environment's URLs (environment show), then try again.");
    case FailureKind::Insecure:
        return QStringLiteral("Check the environment's URLs; an own authority is named by "
                              "environment set --ca-file.");
    case FailureKind::NotPermitted:
        if (failure.code == QLatin1String("production_not_confirmed"))
            return QStringLiteral("Repeat the company with --confirm-production ID.");
        return QStringLiteral("Check the granted scopes and the role of the integration's user, "
                              "and that the company's administrator granted them.");
    case FailureKind::RateLimited:
        return QStringLiteral("Wait a little, then try again.");
    case FailureKind::BadReply:
        if (failure.code == QLatin1String("html") || failure.status / 100 == 3)
            return QStringLiteral("Check the environment's URLs (environment show) and the proxy, "
                                  "then try again.");
        return QStringLiteral("The other side must mend this; try again later.");
    case FailureKind::ServerFault:
        return QStringLiteral("The other side must mend this; try again later.");
    case FailureKind::VaultUnavailable:
        return QStringLiteral("Unlock or start the keychain (jetbridge-cli doctor tells more).");
    case FailureKind::StorageUnavailable:
        return QStringLiteral("Make the data folder writable, or choose another one with --data.");
    case FailureKind::OutcomeUnknown:
        return QStringLiteral(
            "Look at SmartRecruiters whether the integration exists before you do it again; "
            "`integrations list --status unknown` names it, `integrations show` tells the ways "
            "on.");
    case FailureKind::NotFound:
        return failure.status > 0
            ? QStringLiteral("Check the company's identifier and the environment's URLs.")
            : QString();
    case FailureKind::Conflict:
        if (failure.code == QLatin1String(outcomeUnknownCode))
            return QStringLiteral("`integrations list --status unknown` names it, `integrations "
                                  "show` tells the ways on.");
        if (failure.code == QLatin1String("folder_in_use"))
            return QStringLiteral("restore --replace puts what is there into a folder "
                                  "before-restore-TIME.");
        if (failure.code == QLatin1String("integration_exists"))
            return QStringLiteral("Have the customer disable the integration, then end this with "
                                  "`integrations resolve ID` and bring the company on board "
                                  "again.");
        return failure.status > 0
            ? QStringLiteral("Have the customer disable the integration, then onboard it again.")
            : QString();
    case FailureKind::Invalid:
        return failure.status > 0
            ? QStringLiteral("Correct what the answer names, or ask SmartRecruiters.")
            : QString();
    case FailureKind::Cancelled:
        return {};
    }
    Q_UNREACHABLE();
}

QString table(const QStringList& head, const QList<QStringList>& rows)
{
    QList<QStringList> lines{head};
    QList<qsizetype> widths(head.size(), 0);
    lines += rows;
    for (QStringList& row : lines) {
        for (qsizetype column = 0; column < head.size(); ++column) {
            row[column] = harmless::line(row.at(column).simplified()); // A line break would end it.
            widths[column] = std::max(widths.at(column), harmless::length(row.at(column)));
        }
    }
    QString text;
    for (const QStringList& row : std::as_const(lines)) {
        QString line;
        for (qsizetype column = 0; column < row.size(); ++column)
            line += row.at(column)
                + QString(widths.at(column) + 2 - harmless::length(row.at(column)), u' ');
        text += line.trimmed() + QLatin1Char('\n');
    }
    return text;
}

QString facts(const QList<QPair<QString, QString>>& lines)
{
    qsizetype width = 0;
    for (const auto& [name, value] : lines)
        width = std::max(width, name.size());
    QString text;
    for (const auto& [name, value] : lines)
        if (!value.isEmpty())
            text += (name + QLatin1Char(':')).leftJustified(width + 3) + harmless::line(value)
                + QLatin1Char('\n');
    return text;
}

} // namespace jetbridge::cli
