// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/ExportCustomers.h"

#include "console/WholeFile.h"
#include "domain/Csv.h"

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr int rowsAtOnce = 1'000;

QString timeText(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

Failure cannotWrite(const QString& path)
{
    return {FailureKind::StorageUnavailable, 0, {}, Message::inWords(path), {}};
}

} // namespace

QByteArray csvHead()
{
    return csvRecord({u"companyId"_s, u"companyName"_s, u"status"_s, u"integrationId"_s,
        u"consentDisplayMode"_s, u"bidirectional"_s, u"consentedBy"_s, u"onboardedAt"_s,
        u"checkedAt"_s, u"statusDetail"_s});
}

QByteArray csvRow(const Integration& integration)
{
    return csvRecord({integration.company.text(), integration.companyName,
        integrationStatusName(integration.status), integration.id.text(),
        consentDisplayModeName(integration.mode),
        integration.bidirectional ? u"true"_s : u"false"_s, integration.consentedBy,
        timeText(integration.onboardedAt), timeText(integration.checkedAt),
        integration.statusDetail});
}

Task<Outcome<int>> exportCustomers(
    Integrations& integrations, Integrations::Query query, QString path, MayGoOn mayGoOn)
{
    const auto file = WholeFile::open(path, {});
    if (!file || !(*file)->write(csvHead()))
        co_return tl::unexpected<Failure>(cannotWrite(path));
    const auto total = co_await integrations.count(query);
    if (!total)
        co_return passOn(total);
    query.limit = rowsAtOnce;
    int written = 0;
    do {
        const auto page = co_await integrations.page(query);
        if (!page)
            co_return passOn(page);
        QByteArray rows;
        for (const Integration& integration : page->rows)
            rows += csvRow(integration);
        if (!(*file)->write(rows))
            co_return tl::unexpected<Failure>(cannotWrite(path));
        written += int(page->rows.size());
        query.afterKey = page->nextKey;
        if (!mayGoOn(written, std::max(written, *total)))
            co_return failed(FailureKind::Cancelled, Message());
    } while (!query.afterKey.isEmpty());
    if (!(*file)->commit())
        co_return tl::unexpected<Failure>(cannotWrite(path));
    co_return written;
}

Outcome<int> exportCustomers(const QList<Integration>& customers, const QString& path)
{
    QByteArray table = csvHead();
    for (const Integration& integration : customers)
        table += csvRow(integration);
    if (!saveWholeFile(path, table, {}))
        return tl::unexpected<Failure>(cannotWrite(path));
    return int(customers.size());
}

} // namespace jetbridge::ui
