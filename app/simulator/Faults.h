// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Seed.h"
#include "web/Reply.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

namespace jetbridge::simulator {

/// What one rule does to an exchange: the `do` of product.md.
struct Fault {
    int status = 0; ///< Answer this instead of working; 0: work.
    QJsonValue body; ///< With `status`: an object, a list or text.
    QString error; ///< Answers as RFC 6749 5.2 does, with one of its six codes.
    QByteArray contentType; ///< Says the reply is this, whatever it is.
    QByteArray retryAfter; ///< Seconds or an HTTP date; without `status`: 429.
    int delayMs = 0;
    int dripBytesPerSecond = 0;
    int truncateAt = -1;
    bool closeBeforeReply = false; ///< Nothing is done, the connection is cut.
    bool closeAfterCommit = false; ///< The work is done, then the connection is cut.
    bool malformedJson = false;
    QStringList omitFields;
    QJsonValue expiresIn; ///< What a token reply says; a number of 1..3600 holds in truth.
                          ///< Undefined: as it is.
    int hugeTokenBytes = 0; ///< Length of the access token.

    /// Invalid names the field; `place` says where the action stands.
    static Outcome<Fault> fromJson(const QJsonObject& action, const QString& place);
    /// Nothing is to be done: the fault answers instead.
    bool answersInstead() const { return status != 0 || !error.isEmpty() || closeBeforeReply; }
    /// No more than a rule that is not there would.
    bool doesNothing() const;
    web::Reply answer() const;
    /// Makes a finished reply what the rule wants.
    void spoil(web::Reply& reply) const;
};

/// The fault rules, in order: the first that applies to a request is the one that acts.
class Faults {
public:
    explicit Faults(const Seed& seed);

    /// `[{"match": {"method", "path", "company"}, "times", "after", "probability", "do": {...}}]`;
    /// `path` is one pattern or a list of them, literal but for `*`. Invalid (400) names the place
    /// ("faults[1].do.delayMs"); then nothing has changed.
    Outcome<Done> set(const QJsonArray& rules);
    void clear() { m_rules.clear(); }
    /// The rules as they were set, each with `seen` and `done`: how often it matched and acted.
    QJsonArray toJson() const;

    /// Counts this request and tells what is to happen to it.
    std::optional<Fault> next(
        const QByteArray& method, const QString& path, const QString& company);

private:
    struct Rule {
        QJsonObject source;
        QString method;
        QStringList paths; ///< Empty: all.
        QString company;
        int times = -1; ///< -1: always.
        int after = 0; ///< So many matches pass first.
        double probability = 1;
        Fault fault;
        int seen = 0;
        int done = 0;
    };
    static Outcome<Rule> ruleFromJson(const QJsonValue& value, const QString& place);
    static bool applies(
        const Rule& rule, const QByteArray& method, const QString& path, const QString& company);

    const Seed& m_seed;
    QList<Rule> m_rules;
};

} // namespace jetbridge::simulator
