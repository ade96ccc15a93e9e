// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Describe.h"

#include "domain/Explanation.h"
#include "domain/Harmless.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

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
        return u"you"_s;
    case Explanation::Fixer::Customer:
        return u"the customer"_s;
    case Explanation::Fixer::SmartRecruiters:
        return u"SmartRecruiters"_s;
    case Explanation::Fixer::YourIt:
        return u"your IT"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonValue describe(const Message& message)
{
    if (message.code.isEmpty())
        return {};
    return QJsonObject{
        {u"code"_s, message.code}, {u"arguments"_s, QJsonArray::fromStringList(message.arguments)}};
}

QJsonObject describe(const Failure& failure, const Where& where)
{
    const Explanation explanation = explanationOf(failure, where);
    return {
        {u"kind"_s, failureKindName(failure.kind)},
        {u"status"_s, failure.status},
        {u"code"_s, orNull(failure.code)},
        {u"detail"_s, failure.detail.english()},
        {u"detailMessage"_s, describe(failure.detail)},
        {u"explanation"_s, explanation.code},
        {u"cause"_s, explanation.cause},
        {u"causeIsDocumented"_s, explanation.certainty != Explanation::Certainty::Guessed},
        {u"whoCanFix"_s, fixerName(explanation.fixer)},
        {u"next"_s, orNull(explanation.command)},
        {u"correlationId"_s, orNull(failure.correlationId)},
    };
}

QJsonObject describe(const Integration& integration)
{
    return {
        {u"integrationId"_s, integration.id.text()},
        {u"companyId"_s, integration.company.text()},
        {u"companyName"_s, orNull(integration.companyName)},
        {u"status"_s, integrationStatusName(integration.status)},
        {u"statusDetail"_s, orNull(integration.statusDetail)},
        {u"statusDetailMessage"_s, describe(integration.statusDetail)},
        {u"consentDisplayMode"_s, consentDisplayModeName(integration.mode)},
        {u"bidirectional"_s, integration.bidirectional},
        {u"clientId"_s, integration.clientId.text()},
        {u"issuedClientId"_s, orNull(integration.issuedClientId.text())},
        {u"wayBack"_s, describeWayBack(integration)},
        {u"consentedBy"_s, orNull(integration.consentedBy)},
        {u"scopes"_s,
            integration.scopes ? QJsonValue(QJsonArray::fromStringList(*integration.scopes))
                               : QJsonValue()},
        {u"onboardedAt"_s, orNull(timeText(integration.onboardedAt))},
        {u"checkedAt"_s, orNull(timeText(integration.checkedAt))},
        {u"correlationId"_s, integration.onboarding.text()},
    };
}

QJsonObject describeWayBack(const Integration& integration)
{
    const WayBack& wayBack = integration.wayBack;
    const WayBackState state = wayBackState(integration.bidirectional, wayBack);
    const bool hasPair = state != WayBackState::OneWay && wayBack.servedBy != TokenService::Unset;
    return {
        {u"state"_s, wayBackStateName(state)},
        {u"tokenService"_s,
            hasPair ? QJsonValue(tokenServiceName(wayBack.servedBy)) : QJsonValue()},
        {u"rehearsedAt"_s, orNull(timeText(wayBack.rehearsedAt))},
        {u"rehearsedBy"_s,
            wayBack.rehearsedAt.isValid() ? QJsonValue(tokenTrialName(wayBack.rehearsedBy))
                                          : QJsonValue()},
        {u"useIsSeen"_s, hasPair && isUseSeen(wayBack)},
        {u"firstUsedAt"_s, orNull(timeText(wayBack.firstUsedAt))},
        {u"lastUsedAt"_s, orNull(timeText(wayBack.lastUsedAt))},
        {u"refusedAt"_s,
            state == WayBackState::Refused ? QJsonValue(timeText(wayBack.refusedAt))
                                           : QJsonValue()},
        {u"refusal"_s,
            state == WayBackState::Refused ? QJsonValue(wayBack.refusal.english()) : QJsonValue()},
        {u"refusalMessage"_s,
            state == WayBackState::Refused ? describe(wayBack.refusal) : QJsonValue()},
    };
}

QString wayBackText(const Integration& integration)
{
    const WayBack& wayBack = integration.wayBack;
    if (!integration.bidirectional)
        return u"none: one-way"_s;
    QStringList said;
    if (wayBackState(true, wayBack) == WayBackState::Refused)
        said.append(u"refused %1: %2"_s.arg(timeText(wayBack.refusedAt), wayBack.refusal));
    if (wayBack.rehearsedAt.isValid())
        said.append(u"rehearsed by us %1 (%2)"_s.arg(timeText(wayBack.rehearsedAt),
            wayBack.rehearsedBy.byBody && wayBack.rehearsedBy.byBasic
                ? u"body and Basic"_s
                : tokenTrialName(wayBack.rehearsedBy) + u" only"_s));
    else
        said.append(u"never rehearsed"_s);
    if (wayBack.lastUsedAt.isValid())
        said.append(u"used by SmartRecruiters from %1 to %2"_s.arg(
            timeText(wayBack.firstUsedAt), timeText(wayBack.lastUsedAt)));
    else
        said.append(isUseSeen(wayBack) ? u"not used by SmartRecruiters so far"_s
                                       : u"use by SmartRecruiters cannot be seen here"_s);
    return said.join(u"; "_s);
}

QJsonObject describe(const FormerIntegration& former)
{
    QJsonObject json = describe(former.integration);
    json.insert(u"replacedBy"_s, former.replacedBy.text());
    json.insert(u"replacedAt"_s, timeText(former.replacedAt));
    return json;
}

QJsonArray describe(const QList<RateUse>& rates)
{
    QJsonArray json;
    for (const RateUse& rate : rates)
        json.append(QJsonObject{{u"clientId"_s, rate.client.text()},
            {u"perSecond"_s, rate.perSecond}, {u"used"_s, rate.used}, {u"atOnce"_s, rate.atOnce},
            {u"underWay"_s, rate.underWay}, {u"waiting"_s, rate.waiting},
            {u"pausedMs"_s, qint64(rate.pausedFor.count())}, {u"told"_s, rate.told}});
    return json;
}

QJsonObject describe(const JournalEntry& entry)
{
    const bool isFailure = entry.state == StepState::Failed || entry.state == StepState::Unknown;
    return {
        {u"at"_s, timeText(entry.at)},
        {u"step"_s, stepName(entry.step)},
        {u"state"_s, stepStateName(entry.state)},
        {u"ms"_s, entry.milliseconds < 0 ? QJsonValue() : QJsonValue(entry.milliseconds)},
        {u"detail"_s, orNull(entry.detail)},
        {u"detailMessage"_s, describe(entry.detail)},
        {u"failure"_s, isFailure ? QJsonValue(failureKindName(entry.failure)) : QJsonValue()},
        {u"status"_s, entry.status > 0 ? QJsonValue(entry.status) : QJsonValue()},
        {u"code"_s, orNull(entry.code)},
    };
}

QJsonObject describe(const Notification& notification)
{
    return {
        {u"number"_s, notification.number},
        {u"eventType"_s, notification.eventType},
        {u"companyId"_s, notification.company.text()},
        {u"clientId"_s, notification.client.text()},
        {u"at"_s, timeText(notification.at)},
        {u"repeat"_s, notification.repeat},
        {u"bodyDropped"_s, notification.isBodyDropped},
    };
}

QJsonObject describe(const Forward& forward)
{
    const bool isDelivered = forward.deliveredAt.isValid();
    return {
        {u"delivered"_s, isDelivered},
        {u"deliveredAt"_s, orNull(timeText(forward.deliveredAt))},
        {u"tries"_s, forward.tries},
        {u"nextTryAt"_s, isDelivered ? QJsonValue() : orNull(timeText(forward.due))},
        {u"lastFailure"_s, orNull(forward.lastFailure)},
    };
}

QJsonObject describe(const AccessToken& token, bool reveal)
{
    return {
        {u"tokenType"_s, token.type},
        {u"token"_s, reveal ? token.value.revealText() : token.value.masked()},
        {u"lifetimeSeconds"_s, token.lifetimeSeconds},
        {u"lifetimeNote"_s, orNull(token.lifetimeNote)},
        {u"lifetimeNoteMessage"_s, describe(token.lifetimeNote)},
        {u"expiresAt"_s, timeText(token.expiresAt)},
        {u"scopes"_s, QJsonArray::fromStringList(token.scopes.names())},
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
        return u"as ours"_s;
    return u"%1 s %2 ours"_s.arg(std::abs(skew->count()))
        .arg(skew->count() > 0 ? u"ahead of"_s : u"behind"_s);
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
    return u"%1: %2 Who can fix it: %3."_s.arg(
        isSeen ? u"Cause"_s : u"Likely cause"_s, explanation.cause, fixerText(explanation.fixer));
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
