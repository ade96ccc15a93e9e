// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Exchange.h"

#include <QDate>
#include <QHash>

#include <optional>

namespace jetbridge {

/// Result of one check of a partner's endpoints. Only Failed is the partner's fault; Skipped and
/// Error never count as passed.
enum class CheckStatus {
    Passed,
    Failed,
    Warning, ///< It works, but should be improved.
    Review, ///< A person must look at it.
    Skipped, ///< It was not run; the reason says why.
    NotApplicable, ///< It does not apply to these endpoints.
    Error, ///< It could not be measured: time-out, DNS, 429, or a page of a firewall.
};

/// Returns "passed", "failed", "warning", "review", "skipped", "notApplicable" or "error".
QString checkStatusName(CheckStatus status);
Outcome<CheckStatus> checkStatusFromName(const QString& name);
/// Returns "PASSED", ..., "NOT APPLICABLE", as reports for people show it.
QString checkStatusTitle(CheckStatus status);

/// Acceptance of a fault by a person for a limited time. Every report prints it.
struct CheckWaiver {
    QString check; ///< Id of the check.
    QString reason;
    QString person;
    QDate expires; ///< Last day on which it is valid (UTC).
    bool operator==(const CheckWaiver&) const = default;
};

/// One check with its result. Texts are plain English without secrets.
struct CheckResult {
    QString id; ///< Id, such as "token.wrong-secret".
    QString group; ///< Group, such as "token".
    QString title; ///< Requirement that is checked, in one line.
    QString clause; ///< Source of the requirement, such as "RFC 6749 5.2".
    CheckStatus status = CheckStatus::Skipped;
    QString sent;
    QString got;
    QString expected;
    QString why; ///< Why it matters for the integration.
    QString fixer; ///< Who can change it (fixerName()); empty if nobody needs to.
    QString how; ///< What to change.
    QString reason; ///< Why the check was skipped, is not applicable or could not be measured.
    int milliseconds = 0;
    QList<qint64> evidence; ///< Numbers of exchanges in CheckReport::exchanges that show the
                            ///< result.
    std::optional<CheckWaiver> waiver; ///< Valid waiver, because of which the fault does not count.

    /// Tells whether the check failed without a waiver.
    bool isFault() const { return status == CheckStatus::Failed && !waiver; }
};

/// Overall verdict of a run on a partner's endpoints.
enum class CheckVerdict { Ready, NotReady, Incomplete };

QString checkVerdictName(CheckVerdict verdict); ///< "ready", "notReady", "incomplete"
QString checkVerdictTitle(CheckVerdict verdict); ///< "ready", "not ready", "incomplete"

/// Report of one run of checks. Its exchanges are redacted.
struct CheckReport {
    QString name; ///< Name that people gave this run; may be empty.
    QString application;
    QString environment;
    QString version; ///< Version of Jetbridge.
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QDateTime startedAt; ///< Start of the run in UTC.
    int milliseconds = 0;
    bool complete = false; ///< True if the run was not cut short by a person, the time limit or the
                           ///< request budget.
    QString endedEarly; ///< Why it is not complete.
    int requests = 0;
    QString planHash; ///< SHA-256 of the ids and severities of the planned checks.
    QList<CheckResult> results;
    QStringList notMeasured; ///< Names of the groups and checks that were not requested.
    QList<ScopeRequest> scopes; ///< Scopes of the application with their reasons.
    QList<CheckWaiver> waivers; ///< All waivers that were given, including those without effect.
    QList<Exchange> exchanges;

    CheckVerdict verdict() const;
    int count(CheckStatus status) const;
    /// Returns the SHA-256 of the findings; equal findings of the same plan have the same hash.
    QString resultHash() const;
    const Exchange* exchange(qint64 number) const;

    /// Returns the document that --json prints; fromJson() reads it back without its exchanges.
    QJsonObject toJson() const;
    static Outcome<CheckReport> fromJson(const QByteArray& json);
};

/// One line of a dry run: a request that a check would send.
struct PlannedCheckRequest {
    QString check;
    QString words; ///< Method and path, such as "POST /oauth/token".
    QUrl url; ///< URL without its query.
    bool isTwin = false; ///< True for the positive control that is sent before the check, to prove
                         ///< that a correct request works.
};

/// File format of a report.
enum class CheckFormat {
    Text,
    TextOfFailed, ///< Text without the checks that passed or do not apply.
    Json,
    JUnit,
    Html,
    Pdf,
};

/// Returns the format for a file suffix: txt, json, xml, html or pdf. Invalid: another suffix; the
/// detail names these.
Outcome<CheckFormat> checkFormatFromSuffix(const QString& suffix);

/// Differences from an earlier run, as check ids.
struct CheckComparison {
    QStringList fixed; ///< Checks that failed then and do not fail now.
    QStringList fresh; ///< Checks that fail now and did not fail then.
    QStringList same; ///< Checks that failed then and still fail.
};

CheckComparison compareChecks(const CheckReport& before, const CheckReport& now);

} // namespace jetbridge
