// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Identifier.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

namespace jetbridge {

/// Where an exchange was seen: which of the four lanes sent it to which.
enum class Lane { Browser, SmartRecruiters, PartnerApp, PartnerApi };

/// One HTTP request and what came of it. Whoever records must have redacted it already.
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
    int status = 0; ///< 0: no answer.
    QList<QPair<QByteArray, QByteArray>> replyHeaders;
    QByteArray replyBody;
    QString failure; ///< Empty, or why there was no answer.
    QString tls; ///< "TLS 1.3, ...", empty for http.
};

/// Takes exchanges from any thread; redacts before anything is kept.
class ExchangeRecorder {
public:
    virtual ~ExchangeRecorder() = default;
    virtual void record(Exchange exchange) = 0;
};

} // namespace jetbridge
