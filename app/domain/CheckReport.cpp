// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CheckReport.h"

#include "domain/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

namespace jetbridge {

namespace {

struct StatusNames {
    CheckStatus status;
    const char* name;
    const char* title;
};

constexpr std::array statuses{
    StatusNames{CheckStatus::Passed, "passed", "PASSED"},
    StatusNames{CheckStatus::Failed, "failed", "FAILED"},
    StatusNames{CheckStatus::Warning, "warning", "WARNING"},
    StatusNames{CheckStatus::Review, "review", "REVIEW"},
    StatusNames{CheckStatus::Skipped, "skipped", "SKIPPED"},
    StatusNames{CheckStatus::NotApplicable, "notApplicable", "NOT APPLICABLE"},
    StatusNames{CheckStatus::Error, "error", "ERROR"},
};

const StatusNames& namesOf(CheckStatus status)
{
    return *std::find_if(statuses.begin(), statuses.end(),
        [status](const StatusNames& names) { return names.status == status; });
}

QJsonObject toJson(const CheckWaiver& waiver)
{
    return {{QStringLiteral("check"), waiver.check}, {QStringLiteral("reason"), waiver.reason},
        {QStringLiteral("person"), waiver.person},
        {QStringLiteral("expires"), waiver.expires.toString(Qt::ISODate)}};
}

QJsonObject toJson(const CheckResult& result)
{
    QJsonArray evidence;
    for (const qint64 number : result.evidence)
        evidence.append(number);
    QJsonObject json{{QStringLiteral("id"), result.id}, {QStringLiteral("group"), result.group},
        {QStringLiteral("title"), result.title}, {QStringLiteral("clause"), result.clause},
        {QStringLiteral("status"), checkStatusName(result.status)},
        {QStringLiteral("sent"), result.sent}, {QStringLiteral("got"), result.got},
        {QStringLiteral("expected"), result.expected}, {QStringLiteral("why"), result.why},
        {QStringLiteral("fixer"), result.fixer}, {QStringLiteral("how"), result.how},
        {QStringLiteral("reason"), result.reason},
        {QStringLiteral("milliseconds"), result.milliseconds},
        {QStringLiteral("evidence"), evidence}};
    if (result.waiver)
        json.insert(QStringLiteral("waiver"), toJson(*result.waiver));
    return json;
}

} // namespace

QString checkStatusName(CheckStatus status)
{
    return QString::fromLatin1(namesOf(status).name);
}

QString checkStatusTitle(CheckStatus status)
{
    return QString::fromLatin1(namesOf(status).title);
}

Outcome<CheckStatus> checkStatusFromName(const QString& name)
{
    for (const StatusNames& names : statuses)
        if (name == QLatin1String(names.name))
            return names.status;
    return failed(
        FailureKind::Invalid, QStringLiteral("\"%1\" is no status of a check.").arg(name));
}

QString checkVerdictName(CheckVerdict verdict)
{
    return verdict == CheckVerdict::NotReady ? QStringLiteral("notReady")
                                             : checkVerdictTitle(verdict);
}

QString checkVerdictTitle(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Ready:
        return QStringLiteral("ready");
    case CheckVerdict::NotReady:
        return QStringLiteral("not ready");
    case CheckVerdict::Incomplete:
        return QStringLiteral("incomplete");
    }
    Q_UNREACHABLE();
}

CheckVerdict CheckReport::verdict() const
{
    bool isMeasured = complete && !results.isEmpty();
    for (const CheckResult& result : results) {
        if (result.isFault())
            return CheckVerdict::NotReady;
        isMeasured &= result.status != CheckStatus::Error && result.status != CheckStatus::Skipped;
    }
    return isMeasured ? CheckVerdict::Ready : CheckVerdict::Incomplete;
}

int CheckReport::count(CheckStatus status) const
{
    return int(std::count_if(results.begin(), results.end(),
        [status](const CheckResult& result) { return result.status == status; }));
}

QString CheckReport::resultHash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(planHash.toUtf8());
    for (const CheckResult& result : results)
        hash.addData((QLatin1Char('\n') + result.id + QLatin1Char(' ')
            + checkStatusName(result.status) + QLatin1Char(result.waiver ? 'w' : ' '))
                         .toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

const Exchange* CheckReport::exchange(qint64 number) const
{
    const auto found = std::find_if(exchanges.begin(), exchanges.end(),
        [number](const Exchange& exchange) { return exchange.number == number; });
    return found == exchanges.end() ? nullptr : &*found;
}

QJsonObject CheckReport::toJson() const
{
    QJsonObject counts;
    for (const StatusNames& names : statuses)
        counts.insert(QLatin1String(names.name), count(names.status));
    QJsonArray list, evidence, taken;
    for (const CheckResult& result : results)
        list.append(jetbridge::toJson(result));
    for (const Exchange& exchange : exchanges)
        evidence.append(exchange.toJson());
    for (const CheckWaiver& waiver : waivers)
        taken.append(jetbridge::toJson(waiver));
    const CheckVerdict said = verdict();
    return {{QStringLiteral("ok"), said == CheckVerdict::Ready},
        {QStringLiteral("verdict"), checkVerdictName(said)}, {QStringLiteral("complete"), complete},
        {QStringLiteral("endedEarly"), endedEarly}, {QStringLiteral("name"), name},
        {QStringLiteral("application"), application}, {QStringLiteral("environment"), environment},
        {QStringLiteral("version"), version},
        {QStringLiteral("consentUrl"), consentUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("oauthTokenUrl"), oauthTokenUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("callbackUrl"), callbackUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("startedAt"), startedAt.toString(Qt::ISODate)},
        {QStringLiteral("milliseconds"), milliseconds}, {QStringLiteral("requests"), requests},
        {QStringLiteral("planHash"), planHash}, {QStringLiteral("resultHash"), resultHash()},
        {QStringLiteral("counts"), counts}, {QStringLiteral("results"), list},
        {QStringLiteral("notMeasured"), QJsonArray::fromStringList(notMeasured)},
        {QStringLiteral("waivers"), taken}, {QStringLiteral("exchanges"), evidence}};
}

Outcome<CheckReport> CheckReport::fromJson(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    if (!object->value(QLatin1String("results")).isArray()
        || !object->value(QLatin1String("planHash")).isString())
        return failed(FailureKind::Invalid,
            QStringLiteral("It is no report of `check --json` (\"results\" or \"planHash\" is "
                           "missing)."));
    CheckReport report;
    report.name = object->value(QLatin1String("name")).toString();
    report.planHash = object->value(QLatin1String("planHash")).toString();
    report.complete = object->value(QLatin1String("complete")).toBool();
    report.startedAt =
        QDateTime::fromString(object->value(QLatin1String("startedAt")).toString(), Qt::ISODate);
    for (const QJsonValue& entry : object->value(QLatin1String("results")).toArray()) {
        const auto status = checkStatusFromName(entry[QLatin1String("status")].toString());
        if (!status)
            return passOn(status);
        CheckResult result;
        result.id = entry[QLatin1String("id")].toString();
        result.group = entry[QLatin1String("group")].toString();
        result.title = entry[QLatin1String("title")].toString();
        result.status = *status;
        report.results.append(result);
    }
    return report;
}

Outcome<CheckFormat> checkFormatFromSuffix(const QString& suffix)
{
    static const QHash<QString, CheckFormat> formats{{QStringLiteral("txt"), CheckFormat::Text},
        {QStringLiteral("json"), CheckFormat::Json}, {QStringLiteral("xml"), CheckFormat::JUnit},
        {QStringLiteral("html"), CheckFormat::Html}, {QStringLiteral("pdf"), CheckFormat::Pdf}};
    if (!formats.contains(suffix))
        return failed(FailureKind::Invalid,
            QStringLiteral("A report's file ends with .txt, .json, .xml (JUnit), .html or .pdf, "
                           "not \".%1\".")
                .arg(suffix));
    return formats.value(suffix);
}

CheckComparison compareChecks(const CheckReport& before, const CheckReport& now)
{
    QHash<QString, CheckStatus> then;
    for (const CheckResult& result : before.results)
        then.insert(result.id, result.status);
    CheckComparison comparison;
    for (const CheckResult& result : now.results) {
        const bool failedThen = then.value(result.id, CheckStatus::Passed) == CheckStatus::Failed;
        const bool failsNow = result.status == CheckStatus::Failed;
        if (failedThen && failsNow)
            comparison.same.append(result.id);
        else if (failsNow)
            comparison.fresh.append(result.id);
        // A fault that was not measured this time does not count as fixed.
        else if (failedThen && result.status != CheckStatus::Error
            && result.status != CheckStatus::Skipped)
            comparison.fixed.append(result.id);
    }
    return comparison;
}

} // namespace jetbridge
