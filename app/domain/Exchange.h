// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// The four parties that exchange requests: the customer's browser, SmartRecruiters, the partner's
/// application that calls SmartRecruiters, and the partner's API that SmartRecruiters calls.
enum class Lane { Browser, SmartRecruiters, PartnerApp, PartnerApi };

QString laneName(Lane lane); ///< "browser", "smartRecruiters", "partnerApp", "partnerApi"

/// An HTTP request with its response. Whatever is kept or shown is redacted before.
struct Exchange {
    qint64 number = 0; ///< Number assigned by the recorder.
    QByteArray correlationId; ///< OnboardingId, or empty.
    Lane from = Lane::PartnerApp;
    Lane to = Lane::SmartRecruiters;
    QDateTime at; ///< Time in UTC when the request was sent or received.
    int milliseconds = -1;
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> requestHeaders;
    QByteArray requestBody;
    int status = 0; ///< HTTP status; 0: no answer, or (without a failure) an answer that was not
                    ///< seen here.
    QList<QPair<QByteArray, QByteArray>> replyHeaders;
    QByteArray replyBody;
    QString failure; ///< Why there was no answer; empty if there was one.
    bool isProven = true; ///< True if this program, or an authenticated party, sent it. Requests
                          ///< that anybody can send get only a small part of the storage. Not part
                          ///< of the JSON.
    QString tls; ///< TLS version and cipher, such as "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty for
                 ///< http.

    /// Returns the exchange as JSON, with the bodies as text; also used as a line of JSON Lines.
    QJsonObject toJson() const;
    /// Returns the same JSON without headers and bodies.
    QJsonObject headToJson() const;
    /// Reads what toJson() wrote. Missing members keep their defaults.
    static Exchange fromJson(const QJsonObject& object);
};

/// File format for recorded exchanges.
enum class ExchangeFormat {
    Har, ///< HTTP Archive 1.2, which browsers' developer tools and others read.
    JsonLines, ///< One exchange per line, oldest first.
    Mermaid, ///< A sequence diagram with the lanes as participants.
    Html, ///< One page for people, with everything in it.
    Curl, ///< A shell script that sends the same requests; the secrets must be filled in.
};

/// Returns the format for "har", "jsonl", "mermaid", "html" or "curl". Invalid: another name; the
/// detail names these.
Outcome<ExchangeFormat> exchangeFormatFromName(const QString& name);

} // namespace jetbridge
