// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/Companies.h"

#include <QDate>

namespace jetbridge::simulator {

/// The data of one company, made up on demand: nothing is kept, and the same number always gives
/// the same record.
class CompanyRecords {
public:
    enum class Kind { Department, Job, User, Candidate };

    /// Records are dated in the two years before `today`.
    CompanyRecords(const Seed& seed, CompanyProfile company, QDate today);

    int count(Kind kind) const;
    QJsonObject at(Kind kind, int index) const;
    /// The number of the record with this id; nullopt: there is none.
    std::optional<int> indexOf(Kind kind, const QString& id) const;

    QJsonObject company() const; ///< As `GET /configuration/company` answers.
    QJsonObject posting(int job) const; ///< The public posting of a job.

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
