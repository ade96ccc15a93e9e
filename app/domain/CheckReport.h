// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Application.h"
#include "domain/Exchange.h"

#include <QDate>
#include <QHash>

#include <optional>

namespace jetbridge {

/// What came of one check of a partner's endpoints. Only Failed is the partner's fault; Skipped and
/// Error never count as passed.
enum class CheckStatus {
    Passed,
    Failed,
    Warning, ///< It works, and should be better.
    Review, ///< A person must look.
    Skipped, ///< It was not run; the reason says why.
    NotApplicable, ///< It has no meaning for these endpoints.
    Error, ///< It could not be measured: time-out, DNS, 429, a firewall's page.
};

/// "passed", "failed", "warning", "review", "skipped", "notApplicable", "error"
QString checkStatusName(CheckStatus status);
Outcome<CheckStatus> checkStatusFromName(const QString& name);
/// "PASSED", ..., "NOT APPLICABLE": as reports for people show it.
QString checkStatusTitle(CheckStatus status);

/// Somebody takes a fault upon themselves for a while. It is printed in every report.
struct CheckWaiver {
    QString check; ///< The check's id.
    QString reason;
    QString person;
    QDate expires; ///< The last day on which it holds (UTC).
    bool operator==(const CheckWaiver&) const = default;
};

/// One check and what came of it. Texts are plain English without secrets.
struct CheckResult {
    QString id; ///< "token.wrong-secret"
    QString group; ///< "token"
    QString title; ///< What must hold, in one line.
    QString clause; ///< "RFC 6749 5.2"
    CheckStatus status = CheckStatus::Skipped;
    QString sent;
    QString got;
    QString expected;
    QString why; ///< Why it matters for this integration.
    QString fixer; ///< Who can change it: fixerName(); empty: nobody needs to.
    QString how; ///< What to change.
    QString reason; ///< Why it was skipped, is not applicable or could not be measured.
    int milliseconds = 0;
    QList<qint64> evidence; ///< Numbers of CheckReport::exchanges.
    std::optional<CheckWaiver> waiver; ///< A valid one: the fault does not count.

    /// Whether it is a fault that counts.
    bool isFault() const { return status == CheckStatus::Failed && !waiver; }
};

/// What a whole run says of a partner's endpoints.
enum class CheckVerdict { Ready, NotReady, Incomplete };

QString checkVerdictName(CheckVerdict verdict); ///< "ready", "notReady", "incomplete"
QString checkVerdictTitle(CheckVerdict verdict); ///< "ready", "not ready", "incomplete"

/// One run of checks. Its exchanges have been redacted.
struct CheckReport {
    QString name; ///< What people call this run; may be empty.
    QString application;
    QString environment;
    QString version; ///< Of Jetbridge.
    QUrl consentUrl;
    QUrl oauthTokenUrl;
    QUrl callbackUrl;
    QDateTime startedAt; ///< UTC.
    int milliseconds = 0;
    bool complete = false; ///< Nothing was cut short by a person, the time or the request budget.
    QString endedEarly; ///< Why it is not complete.
    int requests = 0;
    QString planHash; ///< SHA-256 over ids and severities of what was to be checked.
    QList<CheckResult> results;
    QStringList notMeasured; ///< Groups and checks that were not asked for, by name.
    QList<ScopeRequest> scopes; ///< Of the application, with their reasons.
    QList<CheckWaiver> waivers; ///< All that were given, those without effect too.
    QList<Exchange> exchanges;

    CheckVerdict verdict() const;
    int count(CheckStatus status) const;
    /// SHA-256 over what was found: equal findings of the same plan have the same.
    QString resultHash() const;
    const Exchange* exchange(qint64 number) const;

    /// The document that --json prints; fromJson() reads it back without its exchanges.
    QJsonObject toJson() const;
    static Outcome<CheckReport> fromJson(const QByteArray& json);
};

/// One line of a dry run: a request that a check would send.
struct PlannedCheckRequest {
    QString check;
    QString words; ///< "POST /oauth/token"
    QUrl url; ///< Without its query.
    bool isTwin = false; ///< Sent once more before the check, to prove that it works.
};

/// What a report can be written as.
enum class CheckFormat {
    Text,
    TextOfFailed, ///< Without what passed or has no meaning.
    Json,
    JUnit,
    Html,
    Pdf,
};

/// By a file's suffix: txt, json, xml, html, pdf. Invalid names them.
Outcome<CheckFormat> checkFormatFromSuffix(const QString& suffix);

/// What became of the checks since an earlier run, by id.
struct CheckComparison {
    QStringList fixed; ///< Failed then, not now.
    QStringList fresh; ///< Fails now, did not then.
    QStringList same; ///< Fails still.
};

CheckComparison compareChecks(const CheckReport& before, const CheckReport& now);

} // namespace jetbridge
