// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/CheckReport.h"

#include "domain/Json.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

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
    return {{u"check"_s, waiver.check}, {u"reason"_s, waiver.reason}, {u"person"_s, waiver.person},
        {u"expires"_s, waiver.expires.toString(Qt::ISODate)}};
}

QJsonObject toJson(const CheckResult& result)
{
    QJsonArray evidence;
    for (const qint64 number : result.evidence)
        evidence.append(number);
    QJsonObject json{{u"id"_s, result.id}, {u"group"_s, result.group}, {u"title"_s, result.title},
        {u"clause"_s, result.clause}, {u"status"_s, checkStatusName(result.status)},
        {u"sent"_s, result.sent}, {u"got"_s, result.got}, {u"expected"_s, result.expected},
        {u"why"_s, result.why}, {u"fixer"_s, result.fixer}, {u"how"_s, result.how},
        {u"reason"_s, result.reason}, {u"milliseconds"_s, result.milliseconds},
        {u"evidence"_s, evidence}};
    if (result.waiver)
        json.insert(u"waiver"_s, toJson(*result.waiver));
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
    return failed(FailureKind::Invalid, u"\"%1\" is no status of a check."_s.arg(name));
}

QString checkVerdictName(CheckVerdict verdict)
{
    return verdict == CheckVerdict::NotReady ? u"notReady"_s : checkVerdictTitle(verdict);
}

QString checkVerdictTitle(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Ready:
        return u"ready"_s;
    case CheckVerdict::NotReady:
        return u"not ready"_s;
    case CheckVerdict::Incomplete:
        return u"incomplete"_s;
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
    return {{u"ok"_s, said == CheckVerdict::Ready}, {u"verdict"_s, checkVerdictName(said)},
        {u"complete"_s, complete}, {u"endedEarly"_s, endedEarly}, {u"name"_s, name},
        {u"application"_s, application}, {u"environment"_s, environment}, {u"version"_s, version},
        {u"consentUrl"_s, consentUrl.toString(QUrl::FullyEncoded)},
        {u"oauthTokenUrl"_s, oauthTokenUrl.toString(QUrl::FullyEncoded)},
        {u"callbackUrl"_s, callbackUrl.toString(QUrl::FullyEncoded)},
        {u"startedAt"_s, startedAt.toString(Qt::ISODate)}, {u"milliseconds"_s, milliseconds},
        {u"requests"_s, requests}, {u"planHash"_s, planHash}, {u"resultHash"_s, resultHash()},
        {u"counts"_s, counts}, {u"results"_s, list},
        {u"notMeasured"_s, QJsonArray::fromStringList(notMeasured)}, {u"waivers"_s, taken},
        {u"exchanges"_s, evidence}};
}

Outcome<CheckReport> CheckReport::fromJson(const QByteArray& json)
{
    const auto object = jsonObject(json);
    if (!object)
        return passOn(object);
    if (!object->value("results"_L1).isArray() || !object->value("planHash"_L1).isString())
        return failed(FailureKind::Invalid,
            u"It is no report of `check --json` (\"results\" or \"planHash\" is "
            "missing)."_s);
    CheckReport report;
    report.name = object->value("name"_L1).toString();
    report.planHash = object->value("planHash"_L1).toString();
    report.complete = object->value("complete"_L1).toBool();
    report.startedAt = QDateTime::fromString(object->value("startedAt"_L1).toString(), Qt::ISODate);
    for (const QJsonValue& entry : object->value("results"_L1).toArray()) {
        const auto status = checkStatusFromName(entry["status"_L1].toString());
        if (!status)
            return passOn(status);
        CheckResult result;
        result.id = entry["id"_L1].toString();
        result.group = entry["group"_L1].toString();
        result.title = entry["title"_L1].toString();
        result.status = *status;
        report.results.append(result);
    }
    return report;
}

Outcome<CheckFormat> checkFormatFromSuffix(const QString& suffix)
{
    static const QHash<QString, CheckFormat> formats{{u"txt"_s, CheckFormat::Text},
        {u"json"_s, CheckFormat::Json}, {u"xml"_s, CheckFormat::JUnit},
        {u"html"_s, CheckFormat::Html}, {u"pdf"_s, CheckFormat::Pdf}};
    if (!formats.contains(suffix))
        return failed(FailureKind::Invalid,
            u"A report's file ends with .txt, .json, .xml (JUnit), .html or .pdf, "
            "not \".%1\"."_s.arg(suffix));
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
