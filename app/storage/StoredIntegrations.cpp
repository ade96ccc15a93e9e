// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredIntegrations.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

#include <algorithm>

namespace jetbridge::storage {

namespace {

constexpr int largestPage = 10'000;

/// Customers of one environment have neighbouring numbers, so that a range of numbers selects them
/// in every index.
constexpr qint64 firstNumber(qint64 environment)
{
    return environment << 40;
}

constexpr auto columns =
    "i.number, i.id, i.company, i.company_name, i.mode, i.bidirectional, i.status, i.client_id, "
    "i.issued_client_id, i.onboarding, i.consented_by, i.onboarded_at, i.checked_at, "
    "i.status_detail";

/// An integration and where it stands in the order of the table.
struct Row {
    qint64 number = 0;
    Integration integration;
};

Outcome<Row> readRow(const QSqlQuery& row)
{
    const auto mode = consentDisplayModeFromName(row.value(4).toString());
    if (!mode)
        return tl::unexpected<Failure>(unreadableRow(mode.error().detail));
    const auto status = integrationStatusFromName(row.value(6).toString());
    if (!status)
        return tl::unexpected<Failure>(unreadableRow(status.error().detail));

    Row read;
    read.number = row.value(0).toLongLong();
    Integration& integration = read.integration;
    integration.id = IntegrationId(row.value(1).toString());
    integration.company = CompanyId(row.value(2).toString());
    integration.companyName = row.value(3).toString();
    integration.mode = *mode;
    integration.bidirectional = row.value(5).toBool();
    integration.status = *status;
    integration.clientId = ClientId(row.value(7).toString());
    integration.issuedClientId = ClientId(row.value(8).toString());
    integration.onboarding = OnboardingId(row.value(9).toString());
    integration.consentedBy = row.value(10).toString();
    integration.onboardedAt = timeFrom(row.value(11));
    integration.checkedAt = timeFrom(row.value(12));
    integration.statusDetail = row.value(13).toString();
    return read;
}

Outcome<Integration> read(const QSqlQuery& row)
{
    auto found = readRow(row);
    if (!found)
        return passOn(found);
    return std::move(found->integration);
}

QString searchedText(const Integration& integration)
{
    return QStringList{integration.company.text(), integration.companyName, integration.id.text()}
        .join(QLatin1Char('\n'))
        .toCaseFolded();
}

/// FROM and WHERE of a search, and what is bound to them.
struct Search {
    QString from = QStringLiteral("integrations i");
    QString countFrom = from; ///< The same without the join, which counting does not need.
    QString number = QStringLiteral("i.number"); ///< The column that orders and bounds the rows.
    QStringList where;
    QVariantList values;
};

Search searchFor(const QString& text)
{
    const QString needle = text.trimmed().toCaseFolded();
    Search search;
    if (needle.isEmpty())
        return search;
    const auto isWord =
        std::all_of(needle.cbegin(), needle.cend(), [](QChar c) { return c.isLetterOrNumber(); });
    // The full-text index is its outer table: SQLite must not think of anything else.
    const auto useIndex = [&search, &needle](const QString& index, const QString& suffix) {
        search.from =
            QStringLiteral("%1 f CROSS JOIN integrations i ON i.number = f.rowid").arg(index);
        search.countFrom = index + QStringLiteral(" f");
        search.number = QStringLiteral("f.rowid");
        search.where.append(QStringLiteral("f.%1 MATCH ?").arg(index));
        search.values.append(QLatin1Char('"')
            + QString(needle).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"')
            + suffix);
    };
    if (needle.toUcs4().size() >= 3) {
        useIndex(QStringLiteral("integrations_by_part"), {});
    } else if (isWord) {
        useIndex(QStringLiteral("integrations_by_word"), QStringLiteral(" *"));
    } else {
        // Punctuation is in neither index; nobody looks for it often.
        search.where.append(QStringLiteral("instr(i.searched, ?) > 0"));
        search.values.append(needle);
    }
    return search;
}

Outcome<qint64> countRows(Database& database, qint64 environment, const Search& search,
    const QString& where, const QVariantList& values,
    const std::optional<IntegrationStatus>& status)
{
    if (!search.where.isEmpty())
        return database.number(QStringLiteral("SELECT count(*) FROM %1 WHERE %2")
                                   .arg(status ? search.from : search.countFrom, where),
            values);
    if (!status)
        return database.number(
            QStringLiteral("SELECT sum(total) FROM integration_counts WHERE environment = ?"),
            {environment});
    return database.number(
        QStringLiteral("SELECT total FROM integration_counts WHERE environment = ? AND status = ?"),
        {environment, integrationStatusName(*status)});
}

Outcome<Integrations::Page> readPage(
    Database& database, qint64 environment, const Integrations::Query& query)
{
    const qint64 first = firstNumber(environment);
    const qint64 last = firstNumber(environment + 1) - 1;
    qint64 from = last;
    if (!query.afterKey.isEmpty()) {
        bool isNumber = false;
        from = query.afterKey.toLongLong(&isNumber) - 1;
        if (!isNumber || from < first - 1 || from >= last)
            return failed(FailureKind::Invalid,
                QStringLiteral("\"%1\" is no key of a page.").arg(query.afterKey));
    }

    const Search search = searchFor(query.search);
    QStringList conditions = search.where;
    QVariantList values = search.values;
    if (query.status) {
        conditions.append(QStringLiteral("i.status = ?"));
        values.append(integrationStatusName(*query.status));
    }
    conditions.append(search.number + QStringLiteral(" BETWEEN ? AND ?"));
    const QString where = conditions.join(QLatin1String(" AND "));

    const auto total = countRows(
        database, environment, search, where, values + QVariantList{first, last}, query.status);
    if (!total)
        return passOn(total);
    const int limit = qBound(1, query.limit, largestPage);
    auto rows =
        database.list<Row>(QStringLiteral("SELECT %1 FROM %2 WHERE %3 ORDER BY %4 DESC LIMIT ?")
                               .arg(QLatin1String(columns), search.from, where, search.number),
            values + QVariantList{first, from, limit + 1}, readRow);
    if (!rows)
        return passOn(rows);

    Integrations::Page page;
    page.total = int(*total);
    if (rows->size() > limit) {
        rows->removeLast();
        page.nextKey = QString::number(rows->constLast().number);
    }
    page.rows.reserve(rows->size());
    for (Row& row : *rows)
        page.rows.append(std::move(row.integration));
    return page;
}

} // namespace

Outcome<Done> putIntegration(Database& database, qint64 environment, const Integration& integration)
{
    if (integration.id.isEmpty())
        return failed(
            FailureKind::Invalid, QStringLiteral("An integration without an id cannot be kept."));
    // A customer keeps its number for ever; a new one gets the next number of its environment.
    const auto saved = database.run(
        QStringLiteral("INSERT INTO integrations (number, environment, id, company, company_name, "
                       "mode, bidirectional, status, "
                       "client_id, issued_client_id, onboarding, consented_by, onboarded_at, "
                       "checked_at, status_detail, searched) "
                       "SELECT coalesce(max(number), ? - 1) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?, ?, ?, ? FROM integrations "
                       "WHERE number BETWEEN ? AND ? "
                       "ON CONFLICT (environment, id) DO UPDATE SET company = excluded.company, "
                       "company_name = excluded.company_name, mode = excluded.mode, bidirectional "
                       "= excluded.bidirectional, "
                       "status = excluded.status, client_id = excluded.client_id, issued_client_id "
                       "= excluded.issued_client_id, "
                       "onboarding = excluded.onboarding, consented_by = excluded.consented_by, "
                       "onboarded_at = excluded.onboarded_at, checked_at = excluded.checked_at, "
                       "status_detail = excluded.status_detail, searched = excluded.searched"),
        {firstNumber(environment), environment, textValue(integration.id.text()),
            textValue(integration.company.text()), textValue(integration.companyName),
            consentDisplayModeName(integration.mode), integration.bidirectional ? 1 : 0,
            integrationStatusName(integration.status), textValue(integration.clientId.text()),
            textValue(integration.issuedClientId.text()), textValue(integration.onboarding.text()),
            textValue(integration.consentedBy), timeValue(integration.onboardedAt),
            timeValue(integration.checkedAt), textValue(integration.statusDetail),
            searchedText(integration), firstNumber(environment), firstNumber(environment + 1) - 1});
    return saved ? Outcome<Done>(Done{}) : passOn(saved);
}

StoredIntegrations::StoredIntegrations(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredIntegrations::save(Integration integration)
{
    return m_thread.run<Done>([name = m_environment, integration = std::move(integration)](
                                  Database& database) -> Outcome<Done> {
        const auto environment = database.environment(name);
        if (!environment)
            return passOn(environment);
        return putIntegration(database, *environment, integration);
    });
}

Task<Outcome<std::optional<Integration>>> StoredIntegrations::find(IntegrationId id)
{
    return m_thread.run<std::optional<Integration>>(
        [name = m_environment, id = std::move(id)](
            Database& database) -> Outcome<std::optional<Integration>> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return database.first<Integration>(
                QStringLiteral("SELECT %1 FROM integrations i WHERE i.environment = ? AND i.id = ?")
                    .arg(QLatin1String(columns)),
                {*environment, textValue(id.text())}, read);
        });
}

Task<Outcome<std::optional<Integration>>> StoredIntegrations::findByIssuedClient(ClientId client)
{
    return m_thread.run<std::optional<Integration>>([name = m_environment,
                                                        client = std::move(client)](
                                                        Database& database)
                                                        -> Outcome<std::optional<Integration>> {
        const auto environment = database.environment(name);
        if (!environment)
            return passOn(environment);
        return database.first<Integration>(
            QStringLiteral(
                "SELECT %1 FROM integrations i WHERE i.environment = ? AND i.issued_client_id = ? "
                "AND i.issued_client_id <> ''")
                .arg(QLatin1String(columns)),
            {*environment, textValue(client.text())}, read);
    });
}

Task<Outcome<Integrations::Page>> StoredIntegrations::page(Query query)
{
    return m_thread.run<Page>(
        [name = m_environment, query = std::move(query)](Database& database) -> Outcome<Page> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            return readPage(database, *environment, query);
        });
}

Task<Outcome<Done>> StoredIntegrations::forget(IntegrationId id)
{
    return m_thread.run<Done>(
        [name = m_environment, id = std::move(id)](Database& database) -> Outcome<Done> {
            const auto environment = database.environment(name);
            if (!environment)
                return passOn(environment);
            const auto forgotten = database.run(
                QStringLiteral("DELETE FROM integrations WHERE environment = ? AND id = ?"),
                {*environment, textValue(id.text())});
            if (!forgotten)
                return passOn(forgotten);
            if (forgotten->numRowsAffected() == 0)
                return failed(FailureKind::NotFound,
                    QStringLiteral("There is no integration \"%1\" in this environment.")
                        .arg(id.text()));
            return Done{};
        });
}

} // namespace jetbridge::storage
