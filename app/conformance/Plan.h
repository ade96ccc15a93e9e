// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conformance/Check.h"
#include "domain/CheckReport.h"

namespace jetbridge::conformance {

/// What a run checks, and how a bad judgement of each check counts.
struct Plan {
    QString name; ///< What people call the run.
    QStringList groups; ///< Names; empty: every one that is not optional.
    QStringList optIns; ///< Names of what is done only when it was asked for.
    QStringList only; ///< Ids; empty: every check of the groups.
    QHash<QString, Weight> weights; ///< Instead of the list's own, by id.
    QStringList off; ///< Ids that are left out.
    QList<CheckWaiver> waivers;

    /// Reads a plan's file. Invalid names what is not understood: a group, a check, a severity.
    static Outcome<Plan> fromJson(const QByteArray& json);

    /// Whether a group is to run.
    bool names(const Group& group) const;
    /// The groups with the checks that are to run, in their order.
    QList<Group> chosen() const;
    /// What is left out, by name.
    QStringList notMeasured() const;
    QString hash() const;
    /// Invalid: there is no such group, opt-in or check.
    Outcome<Done> validate() const;
};

/// The names that `--with` takes.
QStringList optInNames();
const Check* findCheck(const QString& id);

} // namespace jetbridge::conformance
