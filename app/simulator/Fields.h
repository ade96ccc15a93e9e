// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "web/Request.h"

#include <QJsonObject>
#include <QStringList>

namespace jetbridge::simulator {

/// Strict reader of JSON objects and queries that a person or a test wrote. A missing field leaves
/// its target unchanged. A field of a wrong type or out of range is refused with its place
/// ("faults[1].do.delayMs"), and so is an unknown field. result() reports the first error.
class Fields {
public:
    /// Reads an object. `place` is its position as the person sees it; `code` is the code of a
    /// refusal (status 400).
    Fields(const QJsonObject& object, QString place, QString code);
    /// Reads the query of a URL, in which numbers are texts. A repeated field is refused.
    Fields(const web::Form& query, QString code);

    bool has(const char* name) const;
    void text(const char* name, QString& target);
    /// Reads a text of 1 to 200 characters that can be a segment of a path; if the field is
    /// missing, the target may keep its value.
    void identifier(const char* name, QString& target);
    void number(const char* name, int& target, int least, int most);
    void number(const char* name, double& target, double least, double most);
    /// Reads true or false.
    void flag(const char* name, bool& target);
    /// Refuses the field when its value is missing or empty: "appId is missing."
    void require(const char* name, const QString& value);
    void names(const char* name, QStringList& target); ///< Reads a list of texts.
    void object(const char* name, QJsonObject& target);
    QJsonValue any(const char* name); ///< Returns a value of any type; undefined when missing.
    /// Reads a text that must be one of `choices`.
    void choice(const char* name, QString& target, const QStringList& choices);
    /// Returns the place of a field: "faults[1].do" + "delayMs".
    QString placeOf(const char* name) const;
    void refuse(const char* name, const QString& rule); ///< `rule`: "must be ...".

    enum class Unknown { Refused, Ignored };
    /// Returns Invalid (400) with the first error and its place.
    Outcome<Done> result(Unknown unknown = Unknown::Refused) const;

private:
    /// Returns the value of a field, if present, and marks the field as known.
    QJsonValue take(const char* name);

    QJsonObject m_object;
    QString m_place;
    QString m_code;
    QString m_wrong;
    QStringList m_known;
    bool m_isQuery = false;
};

} // namespace jetbridge::simulator
