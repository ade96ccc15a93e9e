// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "web/Request.h"

#include <QJsonObject>
#include <QStringList>

namespace jetbridge::simulator {

/// Reads what a person or a test wrote, strictly: a field that is absent leaves its target as it
/// is, one of another type or out of range is refused with its place ("faults[1].do.delayMs"), and
/// so is one that nobody asked for. The first thing that is wrong is what result() says.
class Fields {
public:
    /// `place`: where the object stands, as the person sees it; `code`: of the refusal (status
    /// 400).
    Fields(const QJsonObject& object, QString place, QString code);
    /// The query of a URL: its numbers are written as text. A list that comes twice is refused.
    Fields(const web::Form& query, QString code);

    bool has(const char* name) const;
    void text(const char* name, QString& target);
    /// A text of 1 to 200 characters that can be a segment of a path; what is there already may
    /// stay when it is absent.
    void identifier(const char* name, QString& target);
    void number(const char* name, int& target, int least, int most);
    void number(const char* name, double& target, double least, double most);
    void flag(const char* name, bool& target);
    /// What is absent or empty so far is refused: "appId is missing."
    void require(const char* name, const QString& value);
    void names(const char* name, QStringList& target); ///< A list of texts.
    void object(const char* name, QJsonObject& target);
    QJsonValue any(const char* name); ///< Whatever it is; undefined when absent.
    /// One of `choices`; nothing else.
    void choice(const char* name, QString& target, const QStringList& choices);
    /// "faults[1].do" + "delayMs"
    QString placeOf(const char* name) const;
    void refuse(const char* name, const QString& rule); ///< `rule`: "must be ..."

    enum class Unknown { Refused, Ignored };
    /// Invalid (400): what is wrong and where.
    Outcome<Done> result(Unknown unknown = Unknown::Refused) const;

private:
    /// The value, if the field is there; it counts as known from now on.
    QJsonValue take(const char* name);

    QJsonObject m_object;
    QString m_place;
    QString m_code;
    QString m_wrong;
    QStringList m_known;
    bool m_isQuery = false;
};

} // namespace jetbridge::simulator
