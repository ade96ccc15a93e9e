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
    QString consentedBy; ///< Only where customers are brought on board.
};

/// Reads the customers: a head with `companyId` (and `consentedBy`, if `needsConsent`), then one
/// record each. Invalid names the line: a missing column or value, the same company twice.
Outcome<QList<BulkRow>> readBulkFile(const QString& path, bool needsConsent);

/// The pairs that staff made in their own authorization server, one line of JSON each:
/// {"companyId","clientId","clientSecret"}. Invalid names the line.
Outcome<QHash<CompanyId, ClientCredentials>> readGivenClients(const QByteArray& lines);

/// What became of each row, written before the next one is begun, so that what a killed run wrote
/// stays; on disk a second later, and at the end. What a power cut takes of that, the registry
/// knows: a run that is resumed finds it there.
class BulkResults {
public:
    explicit BulkResults(const QString& path);
    /// Invalid: a file of an earlier run is there and is not to be gone on with (`resume`), or it
    /// cannot be written.
    Outcome<Done> open(bool resume);
    /// Whether an earlier run came to a good end with this company.
    bool isDone(const CompanyId& company) const { return m_done.contains(company); }
    /// `result` is one word; good ones are not repeated when resumed.
    Outcome<Done> add(const BulkRow& row, const QString& result, bool isGood,
        const QString& integration, const QString& detail);
    /// On disk when it returns.
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
