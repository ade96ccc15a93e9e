// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Check.h"
#include "domain/CheckReport.h"

namespace jetbridge::conformance {

/// The checks of a run, and the severity of a bad result of each.
struct Plan {
    QString name; ///< Name of the run for people.
    QStringList groups; ///< Names of groups; empty: every group that is not optional.
    /// Opt-in names that the user requested; the checks that need them run too.
    QStringList optIns;
    QStringList only; ///< Ids; empty: every check of the groups.
    QHash<QString, Weight> weights; ///< Severities by check id, which replace those of the lists.
    QStringList off; ///< Ids of checks that are left out.
    QList<CheckWaiver> waivers;

    /// Reads the file of a plan. Invalid names the unknown group, check or severity.
    static Outcome<Plan> fromJson(const QByteArray& json);

    /// Tells whether a group is to run.
    bool names(const Group& group) const;
    /// Returns the groups with the checks that are to run, in their order.
    QList<Group> chosen() const;
    /// Returns the names of the checks that are left out.
    QStringList notMeasured() const;
    /// Returns a hash of the chosen checks and their severities.
    QString hash() const;
    /// Fails with Invalid if a group, an opt-in or a check does not exist.
    Outcome<Done> validate() const;
};

/// Returns the names that `--with` accepts.
QStringList optInNames();
const Check* findCheck(const QString& id);

} // namespace jetbridge::conformance
