// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Credentials.h"
#include "domain/Integration.h"
#include "domain/Outcome.h"

#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QSet>

namespace jetbridge::cli {

/// One customer of a bulk file.
struct BulkRow {
    int line = 0;
    CompanyId company;
    QString consentedBy; ///< Set only if customers are onboarded.
};

/// Reads the customers: a header with `companyId` (and `consentedBy`, if `needsConsent`), then one
/// record each. Invalid: a column or value is missing, or a company occurs twice; the detail names
/// the line.
Outcome<QList<BulkRow>> readBulkFile(const QString& path, bool needsConsent);

/// Reads the client credentials that staff made in their own authorization server, one line of JSON
/// each: {"companyId","clientId","clientSecret"}. Invalid: the detail names the line.
Outcome<QHash<CompanyId, ClientCredentials>> readGivenClients(const QByteArray& lines);

/// File with the result of each row. A result is written before the next row is begun, so that it
/// survives a killed run; it is on disk a second later, and at the end. After a power failure the
/// registry knows the missing ones, and a resumed run finds them there.
class BulkResults {
public:
    explicit BulkResults(const QString& path);
    /// Opens the file. Invalid: it exists from an earlier run that is not to be resumed (`resume`),
    /// or it cannot be written.
    Outcome<Done> open(bool resume);
    /// Tells whether an earlier run succeeded for this company.
    bool isDone(const CompanyId& company) const { return m_done.contains(company); }
    /// Adds the result of a row. `result` is one word; good ones are not repeated when the run is
    /// resumed.
    Outcome<Done> add(const BulkRow& row, const QString& result, bool isGood,
        const QString& integration, const QString& detail);
    /// Writes the file to disk before it returns.
    Outcome<Done> sync();
    QString path() const { return m_file.fileName(); }

private:
    Outcome<Done> write(const QByteArray& bytes);
    tl::unexpected<Failure> unwritable() const;

    QFile m_file;
    QElapsedTimer m_sinceSync;
    QSet<CompanyId> m_done;
};

} // namespace jetbridge::cli
