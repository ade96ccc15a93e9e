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

/// A customer of SmartRecruiters, and the amount of its data.
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

    /// Returns the company as the control interface lists it: `{companyId, name, ...}`.
    QJsonObject toJson() const;
};

/// The companies of one simulator: named ones, and any number of generated ones, which exist only
/// as numbers. Used on one thread at a time.
class Companies {
public:
    explicit Companies(const Seed& seed);

    /// Replaces all companies by these, in the format of read(); an empty list: by the built-in
    /// companies.
    Outcome<Done> load(const QJsonArray& list);

    /// A company and its position among the named ones.
    struct Placed {
        int place = 0;
        CompanyProfile company;
    };
    /// Companies that are to be added.
    struct Addition {
        QList<Placed> companies;
        int generated = 0; ///< How many generated companies there are then.
    };
    /// Reads companies to add: `{companyId, name, industry, city, country, countryCode, website,
    /// departments, jobs, users, candidates}`, where only companyId is required, and an entry with
    /// a known companyId replaces the company; or `{"generate": n}` for n companies "company-00001"
    /// and so on. Invalid (400) names the place ("companies[2].jobs"). Adds nothing.
    Outcome<Addition> read(const QJsonArray& list) const;
    /// Adds what read() returned last.
    void add(const Addition& addition);

    std::optional<CompanyProfile> find(const QString& id) const;
    int count() const { return int(m_named.size()) + m_generated; }
    /// Returns at most `limit` companies from `offset` on whose name or id contains `search`.
    QList<CompanyProfile> page(int offset, int limit, const QString& search = {}) const;
    /// Returns the ids of the companies that are not generated, in order.
    QStringList named() const;
    /// Returns the position of a named company; nullopt if none has this id.
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
    mutable QByteArray m_nameBytes; ///< Random bytes of that block.
};

} // namespace jetbridge::simulator
