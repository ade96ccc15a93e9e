// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace jetbridge::simulator {

class Fields;
struct Settings;

/// One request that the simulator received, or sent to the partner. It contains no secret.
struct LoggedRequest {
    qint64 number = 0;
    QDateTime at;
    bool outgoing = false;
    QByteArray method;
    /// Path and query of a received request, or the whole URL of a sent one; secrets are masked.
    QString url;
    QString path;
    QString authentication; ///< "bearer", "basic", "body" or empty.
    QString client; ///< Client id of the sender, if the request tells it.
    QString company; ///< The company that the request is about, if known.
    int status = 0; ///< 0: there was no answer.
    bool faulty = false; ///< Whether a fault rule was applied.
    /// Whether a secret was in the URL, which is never allowed (RFC 6749 2.3.1, RFC 6750 5.3).
    bool secretInUrl = false;

    QJsonObject toJson() const;
};

/// The last requests, up to Settings::requestsKept, for people and for the assertions of tests.
/// Dropped requests are counted.
class RequestLog {
public:
    explicit RequestLog(const Settings& settings)
        : m_settings(settings)
    {
    }

    /// Adds a request and returns its number.
    qint64 add(LoggedRequest request);
    /// Returns the entry while it is kept; nullptr afterwards.
    LoggedRequest* find(qint64 number);
    void clear();

    struct Filter {
        QString method;
        QString path; ///< Literal except for `*`; empty: all.
        QString company;
        QString client;
        int status = 0;
        QString direction; ///< "in", "out" or empty.
        int after = 0; ///< Only requests with a higher number.
        int limit = 1000;

        /// Reads the fields that queries and expectations share: all but `after` and `limit`.
        void read(Fields& fields);
    };
    /// Returns `{"total", "matched", "secretsInUrls", "dropped", "requests": [...]}`, the oldest
    /// request first.
    QJsonObject list(const Filter& filter) const;

    /// Compares the log with a test's expectation: `{"expected": [{"method", "path", "status",
    /// "company", "client", "direction", "times"}], "inOrder", "allowOthers"}` -> `{"ok",
    /// "missing", "extra", "secretsInUrls", "dropped", "reason"}`. `times` 0 means that there must
    /// be no such request. Calls of the control interface are never extra. The result is not ok if
    /// it depends on requests that were dropped. Invalid names the field.
    Outcome<QJsonObject> verify(const QJsonObject& expectation) const;

    qsizetype size() const { return m_requests.size(); }

private:
    struct Expected {
        QJsonObject source;
        Filter filter;
        int times = 1;
    };
    static Outcome<QList<Expected>> expectedIn(const QJsonArray& list);
    static bool matches(const LoggedRequest& request, const Filter& filter);

    const Settings& m_settings;
    QList<LoggedRequest> m_requests;
    qint64 m_dropped = 0; ///< Number of requests dropped since the log was cleared.
    qint64 m_droppedLeaks = 0; ///< Number of dropped requests with a secret in their URL.
    qint64 m_last = 0;
};

} // namespace jetbridge::simulator
