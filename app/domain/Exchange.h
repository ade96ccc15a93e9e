// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// The four parties between whom requests travel: the customer's browser, SmartRecruiters, the
/// partner's application that calls SmartRecruiters, and the partner's API that SmartRecruiters
/// calls.
enum class Lane { Browser, SmartRecruiters, PartnerApp, PartnerApi };

QString laneName(Lane lane); ///< "browser", "smartRecruiters", "partnerApp", "partnerApi"

/// One HTTP request and what came of it. What is kept or shown has been redacted before.
struct Exchange {
    qint64 number = 0; ///< Given by the recorder.
    QByteArray correlationId; ///< OnboardingId, or empty.
    Lane from = Lane::PartnerApp;
    Lane to = Lane::SmartRecruiters;
    QDateTime at; ///< UTC, when the request left or arrived.
    int milliseconds = -1;
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> requestHeaders;
    QByteArray requestBody;
    int status = 0; ///< 0: no answer, or (without a failure) one whose status nobody here saw.
    QList<QPair<QByteArray, QByteArray>> replyHeaders;
    QByteArray replyBody;
    QString failure; ///< Empty, or why there was no answer.
    bool isProven = true; ///< Sent by this program, or by somebody who proved who they are; what
                          ///< anybody can send gets a small part of the room. Not part of the JSON.
    QString tls; ///< "TLSv1.3, TLS_AES_256_GCM_SHA384"; empty for http.

    /// Bodies as text. This is also a line of JSON Lines.
    QJsonObject toJson() const;
    /// The same without headers and bodies.
    QJsonObject headToJson() const;
    /// The way back. What is missing keeps its default.
    static Exchange fromJson(const QJsonObject& object);
};

/// What recorded exchanges can be written as.
enum class ExchangeFormat {
    Har, ///< HTTP Archive 1.2: for browsers' developer tools and others.
    JsonLines, ///< One exchange a line, oldest first.
    Mermaid, ///< A sequence diagram with the lanes as participants.
    Html, ///< One page for people, with everything in it.
    Curl, ///< A shell script that sends the same requests; the secrets are to be filled in.
};

/// "har", "jsonl", "mermaid", "html", "curl"; Invalid names them.
Outcome<ExchangeFormat> exchangeFormatFromName(const QString& name);

} // namespace jetbridge
