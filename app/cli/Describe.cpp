// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Describe.h"

#include "domain/Explanation.h"
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

QString fixerText(Explanation::Fixer fixer)
{
    switch (fixer) {
    case Explanation::Fixer::You:
        return QStringLiteral("you");
    case Explanation::Fixer::Customer:
        return QStringLiteral("the customer");
    case Explanation::Fixer::SmartRecruiters:
        return QStringLiteral("SmartRecruiters");
    case Explanation::Fixer::YourIt:
        return QStringLiteral("your IT");
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonValue describe(const Message& message)
{
    if (message.code.isEmpty())
        return {};
    return QJsonObject{{QStringLiteral("code"), message.code},
        {QStringLiteral("arguments"), QJsonArray::fromStringList(message.arguments)}};
}

QJsonObject describe(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    return {
        {QStringLiteral("kind"), failureKindName(failure.kind)},
        {QStringLiteral("status"), failure.status},
        {QStringLiteral("code"), orNull(failure.code)},
        {QStringLiteral("detail"), failure.detail.english()},
        {QStringLiteral("detailMessage"), describe(failure.detail)},
        {QStringLiteral("explanation"), explanation.code},
        {QStringLiteral("cause"), explanation.cause},
        {QStringLiteral("causeIsDocumented"),
            explanation.certainty != Explanation::Certainty::Guessed},
        {QStringLiteral("whoCanFix"), fixerName(explanation.fixer)},
        {QStringLiteral("next"), orNull(explanation.command)},
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
        {QStringLiteral("statusDetailMessage"), describe(integration.statusDetail)},
        {QStringLiteral("consentDisplayMode"), consentDisplayModeName(integration.mode)},
        {QStringLiteral("bidirectional"), integration.bidirectional},
        {QStringLiteral("clientId"), integration.clientId.text()},
        {QStringLiteral("issuedClientId"), orNull(integration.issuedClientId.text())},
        {QStringLiteral("wayBack"), describeWayBack(integration)},
        {QStringLiteral("consentedBy"), orNull(integration.consentedBy)},
        {QStringLiteral("onboardedAt"), orNull(timeText(integration.onboardedAt))},
        {QStringLiteral("checkedAt"), orNull(timeText(integration.checkedAt))},
        {QStringLiteral("correlationId"), integration.onboarding.text()},
    };
}

QJsonObject describeWayBack(const Integration& integration)
{
    const WayBack& wayBack = integration.wayBack;
    const WayBackState state = wayBackState(integration.bidirectional, wayBack);
    const bool hasPair = state != WayBackState::OneWay && wayBack.servedBy != TokenService::Unset;
    return {
        {QStringLiteral("state"), wayBackStateName(state)},
        {QStringLiteral("tokenService"),
            hasPair ? QJsonValue(tokenServiceName(wayBack.servedBy)) : QJsonValue()},
        {QStringLiteral("rehearsedAt"), orNull(timeText(wayBack.rehearsedAt))},
        {QStringLiteral("rehearsedBy"),
            wayBack.rehearsedAt.isValid() ? QJsonValue(tokenTrialName(wayBack.rehearsedBy))
                                          : QJsonValue()},
        {QStringLiteral("useIsSeen"), hasPair && isUseSeen(wayBack)},
        {QStringLiteral("firstUsedAt"), orNull(timeText(wayBack.firstUsedAt))},
        {QStringLiteral("lastUsedAt"), orNull(timeText(wayBack.lastUsedAt))},
        {QStringLiteral("refusedAt"),
            state == WayBackState::Refused ? QJsonValue(timeText(wayBack.refusedAt))
                                           : QJsonValue()},
        {QStringLiteral("refusal"),
            state == WayBackState::Refused ? QJsonValue(wayBack.refusal.english()) : QJsonValue()},
        {QStringLiteral("refusalMessage"),
            state == WayBackState::Refused ? describe(wayBack.refusal) : QJsonValue()},
    };
}

QString wayBackText(const Integration& integration)
{
    const WayBack& wayBack = integration.wayBack;
    if (!integration.bidirectional)
        return QStringLiteral("none: one-way");
    QStringList said;
    if (wayBackState(true, wayBack) == WayBackState::Refused)
        said.append(
            QStringLiteral("refused %1: %2").arg(timeText(wayBack.refusedAt), wayBack.refusal));
    if (wayBack.rehearsedAt.isValid())
        said.append(QStringLiteral("rehearsed by us %1 (%2)")
                        .arg(timeText(wayBack.rehearsedAt),
                            wayBack.rehearsedBy.byBody && wayBack.rehearsedBy.byBasic
                                ? QStringLiteral("body and Basic")
                                : tokenTrialName(wayBack.rehearsedBy) + QStringLiteral(" only")));
    else
        said.append(QStringLiteral("never rehearsed"));
    if (wayBack.lastUsedAt.isValid())
        said.append(QStringLiteral("used by SmartRecruiters from %1 to %2")
                        .arg(timeText(wayBack.firstUsedAt), timeText(wayBack.lastUsedAt)));
    else
        said.append(isUseSeen(wayBack)
                ? QStringLiteral("not used by SmartRecruiters so far")
                : QStringLiteral("use by SmartRecruiters cannot be seen here"));
    return said.join(QStringLiteral("; "));
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
        {QStringLiteral("detailMessage"), describe(entry.detail)},
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
        {QStringLiteral("lifetimeNoteMessage"), describe(token.lifetimeNote)},
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

QString likelyCause(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    if (explanation.isLocal && failure.kind != FailureKind::VaultUnavailable
        && failure.kind != FailureKind::StorageUnavailable)
        return {}; // The failure's own text says everything.
    const bool isSeen = explanation.certainty == Explanation::Certainty::Seen;
    return QStringLiteral("%1: %2 Who can fix it: %3.")
        .arg(isSeen ? QStringLiteral("Cause") : QStringLiteral("Likely cause"), explanation.cause,
            fixerText(explanation.fixer));
}

QString nextStep(const Failure& failure, const Where& where)
{
    return explanationOf(failure, where).command;
}

QString table(const QStringList& head, const QList<QStringList>& rows)
{
    QList<QStringList> lines{head};
    QList<qsizetype> widths(head.size(), 0);
    lines += rows;
    for (QStringList& row : lines) {
        for (qsizetype column = 0; column < head.size(); ++column) {
            row[column] = harmless::line(row.at(column).simplified()); // A line break would end the
                                                                       // row.
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
