// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Companies.h"

#include <QDate>

namespace jetbridge::simulator {

/// The data of one company, generated on demand: nothing is stored, and the same number always
/// gives the same record.
class CompanyRecords {
public:
    enum class Kind { Department, Job, User, Candidate };

    /// The records get dates in the two years before `today`.
    CompanyRecords(const Seed& seed, CompanyProfile company, QDate today);

    int count(Kind kind) const;
    QJsonObject at(Kind kind, int index) const;
    /// Returns the number of the record with this id; nullopt if there is none.
    std::optional<int> indexOf(Kind kind, const QString& id) const;

    QJsonObject company() const; ///< Returns the body of `GET /configuration/company`.
    QJsonObject posting(int job) const; ///< Returns the public posting of a job.

private:
    QString id(Kind kind, int index) const;
    QByteArray name(Kind kind, int index) const;
    QJsonObject department(int index) const;
    QJsonObject job(int index) const;
    QJsonObject user(int index) const;
    QJsonObject candidate(int index) const;
    QJsonObject location() const;
    QString moment(const QByteArray& name, int daysBack) const;

    const Seed& m_seed;
    CompanyProfile m_company;
    QDate m_today;
};

} // namespace jetbridge::simulator
