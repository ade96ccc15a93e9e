// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Outcome.h"
#include "simulator/Seed.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace jetbridge::simulator {

class Fields;

/// A customer of SmartRecruiters, and how much data it has.
struct CompanyProfile {
    QString id;
    QString name;
    QString industry;
    QString city;
    QString country;
    QString countryCode;
    QString website;
    int departments = 0;
    int jobs = 0;
    int users = 0;
    int candidates = 0;

    QJsonObject toJson() const; ///< As the control interface lists it: `{companyId, name, ...}`.
};

/// The companies of one simulator: named ones, and any number that exist only by their number. Used
/// on one thread at a time.
class Companies {
public:
    explicit Companies(const Seed& seed);

    /// Starts over with these, as for add(); an empty list: the built-in companies.
    Outcome<Done> load(const QJsonArray& list);
    /// `{companyId, name, industry, city, country, countryCode, website, departments, jobs, users,
    /// candidates}`, all but companyId optional; one with a known companyId replaces it. Or
    /// `{"generate": n}` for n companies "company-00001" and on. Invalid (400) names the place
    /// ("companies[2].jobs"); then nothing has changed.
    Outcome<QList<CompanyProfile>> add(const QJsonArray& list);

    std::optional<CompanyProfile> find(const QString& id) const;
    int count() const { return int(m_named.size()) + m_generated; }
    /// The companies from `offset` on whose name or id contains `search`, at most `limit`.
    QList<CompanyProfile> page(int offset, int limit, const QString& search = {}) const;
    /// The ids of those that are not generated, in order.
    QStringList named() const;
    /// Where a named one stands among them; nullopt: there is none with this id.
    std::optional<int> placeOf(const QString& id) const;
    int generatedCount() const { return m_generated; }

private:
    Outcome<CompanyProfile> profileFrom(Fields& fields) const;
    static QString generatedId(int index);
    QString generatedName(int index) const;
    CompanyProfile generated(int index) const;
    CompanyProfile at(int index) const;
    void complete(CompanyProfile& profile) const;

    const Seed& m_seed;
    QList<CompanyProfile> m_named;
    QHash<QString, int> m_index;
    int m_generated = 0;
    mutable int m_nameBlock = -1;
    mutable QByteArray m_nameBytes; ///< Of that block.
};

} // namespace jetbridge::simulator
