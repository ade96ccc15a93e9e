// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Seed.h"
#include "web/Reply.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

namespace jetbridge::simulator {

/// The effect of one fault rule on an exchange: its `do` object.
struct Fault {
    int status = 0; ///< Status to answer with, without doing the work; 0: do the work.
    QJsonValue body; ///< Body to go with `status`: an object, a list or a text.
    /// One of the six error codes of RFC 6749 5.2, in whose format the answer is sent.
    QString error;
    QByteArray contentType; ///< Content type that the reply claims to have, whatever it really is.
    QByteArray retryAfter; ///< Seconds or an HTTP date; without `status` the answer is 429.
    int delayMs = 0;
    int dripBytesPerSecond = 0;
    int truncateAt = -1;
    bool closeBeforeReply = false; ///< Nothing is done, and the connection is cut.
    bool closeAfterCommit = false; ///< The work is done, then the connection is cut.
    bool malformedJson = false;
    QStringList omitFields;
    /// Value of `expires_in` in a token reply; a number from 1 to 3600 becomes the real lifetime
    /// too. Undefined: no change.
    QJsonValue expiresIn;
    int hugeTokenBytes = 0; ///< Length of the access token in bytes.

    /// Reads the `do` object of a rule. Invalid names the field; `place` is the position of the
    /// object in the rules.
    static Outcome<Fault> fromJson(const QJsonObject& action, const QString& place);
    /// Tells whether the fault replaces the work and its answer.
    bool answersInstead() const { return status != 0 || !error.isEmpty() || closeBeforeReply; }
    /// Tells whether the fault has no effect.
    bool doesNothing() const;
    /// Returns the answer of a fault that replaces the work.
    web::Reply answer() const;
    /// Applies the fault to a finished reply.
    void applyTo(web::Reply& reply) const;
};

/// The fault rules in their order; the first rule that applies to a request is used.
class Faults {
public:
    explicit Faults(const Seed& seed);

    /// Sets the rules: `[{"match": {"method", "path", "company"}, "times", "after", "probability",
    /// "do": {...}}]`; `path` is one pattern or a list of them, literal except for `*`. Invalid
    /// (400) names the place ("faults[1].do.delayMs"); nothing is changed then.
    Outcome<Done> set(const QJsonArray& rules);
    void clear() { m_rules.clear(); }
    /// Returns the rules as they were set, each with `seen` (how often it matched) and `done` (how
    /// often it was applied).
    QJsonArray toJson() const;

    /// Counts a request and returns the fault to apply to it.
    std::optional<Fault> next(
        const QByteArray& method, const QString& path, const QString& company);

private:
    struct Rule {
        QJsonObject source;
        QString method;
        QStringList paths; ///< Empty: all paths.
        QString company;
        int times = -1; ///< -1: no limit.
        int after = 0; ///< Number of matches that are skipped first.
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
