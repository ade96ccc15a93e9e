// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/ExportCustomers.h"

#include "domain/Csv.h"

#include <QSaveFile>

namespace jetbridge::ui {

namespace {

constexpr int rowsAtOnce = 1'000;

/// What begins a formula, also in full width, and what a spreadsheet skips before it looks.
bool startsFormula(const QString& text)
{
    static const QString starts = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && starts.contains(text.front());
}

QByteArray line(QStringList cells)
{
    for (QString& cell : cells)
        if (startsFormula(cell))
            cell.prepend(QLatin1Char('\''));
    return csvRecord(cells);
}

QString timeText(const QDateTime& at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

Failure cannotWrite(const QSaveFile& file)
{
    return {FailureKind::StorageUnavailable, 0, {}, file.fileName(), {}};
}

} // namespace

QByteArray csvHead()
{
    return line({QStringLiteral("companyId"), QStringLiteral("companyName"),
        QStringLiteral("status"), QStringLiteral("integrationId"),
        QStringLiteral("consentDisplayMode"), QStringLiteral("bidirectional"),
        QStringLiteral("consentedBy"), QStringLiteral("onboardedAt"), QStringLiteral("checkedAt"),
        QStringLiteral("statusDetail")});
}

QByteArray csvRow(const Integration& integration)
{
    return line({integration.company.text(), integration.companyName,
        integrationStatusName(integration.status), integration.id.text(),
        consentDisplayModeName(integration.mode),
        integration.bidirectional ? QStringLiteral("true") : QStringLiteral("false"),
        integration.consentedBy, timeText(integration.onboardedAt), timeText(integration.checkedAt),
        integration.statusDetail});
}

Task<Outcome<int>> exportCustomers(
    Integrations& integrations, Integrations::Query query, QString path, MayGoOn mayGoOn)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        co_return tl::unexpected<Failure>(cannotWrite(file));
    file.write(csvHead());
    const auto total = co_await integrations.count(query);
    if (!total)
        co_return passOn(total);
    query.limit = rowsAtOnce;
    int written = 0;
    do {
        const auto page = co_await integrations.page(query);
        if (!page)
            co_return passOn(page);
        for (const Integration& integration : page->rows)
            file.write(csvRow(integration));
        written += int(page->rows.size());
        query.afterKey = page->nextKey;
        if (!mayGoOn(written, std::max(written, *total)))
            co_return failed(FailureKind::Cancelled, {});
    } while (!query.afterKey.isEmpty());
    if (!file.commit())
        co_return tl::unexpected<Failure>(cannotWrite(file));
    co_return written;
}

Outcome<int> exportCustomers(const QList<Integration>& customers, const QString& path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected<Failure>(cannotWrite(file));
    file.write(csvHead());
    for (const Integration& integration : customers)
        file.write(csvRow(integration));
    if (!file.commit())
        return tl::unexpected<Failure>(cannotWrite(file));
    return int(customers.size());
}

} // namespace jetbridge::ui
