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

/// One request that the simulator got, or sent to the partner. Holds no secret.
struct LoggedRequest {
    qint64 number = 0;
    QDateTime at;
    bool outgoing = false;
    QByteArray method;
    QString
        url; ///< Path and query of what came; the whole URL of what went out; secrets are masked.
    QString path;
    QString authentication; ///< "bearer", "basic", "body" or empty.
    QString client; ///< The client behind it, where it is known.
    QString company; ///< The company it is about, where it is known.
    int status = 0; ///< 0: no answer, or no such resource was asked for.
    bool faulty = false; ///< A fault rule acted.
    bool secretInUrl = false; ///< RFC 6749 2.3.1, RFC 6750 5.3: never.

    QJsonObject toJson() const;
};

/// The last requests, as many as Settings::requestsKept says, for people and for assertions of
/// tests. What is dropped is counted.
class RequestLog {
public:
    explicit RequestLog(const Settings& settings)
        : m_settings(settings)
    {
    }

    qint64 add(LoggedRequest request);
    /// The entry as long as it is kept; nullptr after.
    LoggedRequest* find(qint64 number);
    void clear();

    struct Filter {
        QString method;
        QString path; ///< Literal but for `*`; empty: all.
        QString company;
        QString client;
        int status = 0;
        QString direction; ///< "in", "out" or empty.
        int after = 0; ///< Only numbers above.
        int limit = 1000;

        /// What both a query and an expectation may say: all but `after` and `limit`.
        void read(Fields& fields);
    };
    /// `{"total", "matched", "secretsInUrls", "dropped", "requests": [...]}`; the oldest first.
    QJsonObject list(const Filter& filter) const;

    /// Compares with what a test expects: `{"expected": [{"method", "path", "status", "company",
    /// "client", "direction", "times"}], "inOrder", "allowOthers"}` -> `{"ok", "missing", "extra",
    /// "secretsInUrls", "dropped", "reason"}`. `times` 0: must not have come. Calls of the control
    /// interface are never extra. Not ok where it hangs on requests that are not kept any more.
    /// Invalid names the field.
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
    qint64 m_dropped = 0; ///< Since the log was cleared.
    qint64 m_droppedLeaks = 0; ///< Of them those with a secret in their URL.
    qint64 m_last = 0;
};

} // namespace jetbridge::simulator
