// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredIntegrations.h"

#include "storage/RegistryThread.h"
#include "storage/StoredTime.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

constexpr int largestPage = 10'000;

/// Returns the first row number of an environment. The numbers of its customers lie in one range,
/// so that a range selects them in every index.
constexpr qint64 firstNumber(qint64 environment)
{
    return environment << 40;
}

/// Columns of a row without its number, which a former integration has lost.
constexpr auto facts =
    "id, company, company_name, mode, bidirectional, status, client_id, issued_client_id, "
    "onboarding, consented_by, onboarded_at, checked_at, status_detail, status_message, scopes";
/// The columns that readRow() reads; %1 is the expression for the status.
constexpr auto columns =
    "i.number, i.id, i.company, i.company_name, i.mode, i.bidirectional, %1, i.client_id, "
    "i.issued_client_id, i.onboarding, i.consented_by, i.onboarded_at, i.checked_at, "
    "i.status_detail, i.status_message, i.scopes";

/// Expression for the status that all programs share.
const QString& sharedStatus()
{
    static const QString text = u"i.status"_s;
    return text;
}

/// Statuses of connected customers as the table has them. A row with one of these reads as
/// NoCredentials for programs whose keychain lacks its credentials.
constexpr IntegrationStatus connected[]{
    IntegrationStatus::Live, IntegrationStatus::Unproved, IntegrationStatus::Failing};

QString connectedNames()
{
    QStringList names;
    for (const IntegrationStatus status : connected)
        names.append(QLatin1Char('\'') + integrationStatusName(status) + QLatin1Char('\''));
    return names.join(u", "_s);
}

/// Returns the expression for the status as this program sees it. Where its keychain lacks nothing
/// of this environment that is the plain column, for which there are indexes.
Outcome<QString> statusHere(Database& database, qint64 environment)
{
    const QString& keychain = database.keychain();
    if (keychain.isEmpty())
        return sharedStatus();
    const auto lacks = database.number(u"SELECT EXISTS (SELECT 1 FROM missing_credentials WHERE "
                                       "keychain = ? AND number BETWEEN ? AND ?)"_s,
        {keychain, firstNumber(environment), firstNumber(environment + 1) - 1});
    if (!lacks)
        return passOn(lacks);
    if (*lacks == 0)
        return sharedStatus();
    // The id of a keychain is hexadecimal (isKeychainId).
    return u"(CASE WHEN i.status IN (%1) AND EXISTS (SELECT 1 FROM missing_credentials m WHERE "
           "m.keychain = '%2' AND m.number = i.number) THEN 'no-credentials' ELSE i.status END)"_s
               .arg(connectedNames(), keychain);
}

QString columnsWith(const QString& status)
{
    return QString::fromLatin1(columns).arg(status);
}

/// Expression for the way back of a row's client (0016-way-back.sql), in a SELECT in which `i` is
/// the table of current or former integrations.
constexpr auto wayBackColumn =
    "(SELECT json_array(c.served_by, c.rehearsed_at, c.rehearsed_by, c.refused_at, c.refusal, "
    "c.first_used_at, c.last_used_at, c.refusal_message) FROM issued_clients c WHERE c.client_id = "
    "i.issued_client_id AND c.environment = i.environment AND i.issued_client_id <> '')";

/// Expression for the time of the last check; never is the beginning of time.
constexpr auto lastCheck = "(coalesce(i.checked_at, 0))";

/// Returns the expression that rows are ordered by; 0004-orders.sql and 0012-folder.sql have an
/// index for each, as long as `status` is the shared one.
QString orderKey(Integrations::Order order, const QString& status)
{
    switch (order) {
    case Integrations::Order::Arrival:
        return u"i.number"_s;
    case Integrations::Order::Company:
        return u"(CASE i.company_name WHEN '' THEN i.company ELSE i.company_name END) COLLATE "
               "NOCASE"_s;
    case Integrations::Order::Urgency:
        return u"(CASE %1 WHEN 'unstored' THEN 0 WHEN 'unknown' THEN 1 WHEN 'no-credentials' "
               "THEN 2 WHEN 'failing' THEN 3 WHEN 'unproved' THEN 4 WHEN 'disabled' THEN 5 ELSE 6 "
               "END)"_s.arg(status);
    case Integrations::Order::LastCheck:
        return QLatin1String(lastCheck);
    case Integrations::Order::Onboarded:
        return u"(coalesce(i.onboarded_at, 0))"_s;
    }
    Q_UNREACHABLE();
}

/// Returns the status as it is stored. Expiring is never stored: it is a Live row whose last proof
/// is too old.
QString keptStatus(IntegrationStatus status)
{
    return integrationStatusName(
        status == IntegrationStatus::Expiring ? IntegrationStatus::Live : status);
}

/// Returns the statuses that a row may be stored with if it was read with this one.
QVariantList storedAs(IntegrationStatus status)
{
    if (status != IntegrationStatus::NoCredentials)
        return {keptStatus(status)};
    QVariantList names;
    for (const IntegrationStatus one : connected)
        names.append(integrationStatusName(one));
    return names;
}

/// An integration and its position in the order of the table.
struct Row {
    qint64 number = 0;
    QVariant key; ///< Value of the sort expression by which it was read.
    Integration integration;
};

QDateTime timeIn(const QJsonValue& value)
{
    return value.isNull() ? QDateTime() : timeFrom(value.toVariant());
}

WayBack readWayBack(const QString& text)
{
    const QJsonArray values = QJsonDocument::fromJson(text.toUtf8()).array();
    WayBack wayBack;
    if (values.isEmpty())
        return wayBack;
    wayBack.servedBy = tokenServiceFromName(values.at(0).toString()).value_or(TokenService::Here);
    wayBack.rehearsedAt = timeIn(values.at(1));
    wayBack.rehearsedBy = tokenTrialFromName(values.at(2).toString());
    wayBack.refusedAt = timeIn(values.at(3));
    wayBack.refusal = Message::fromJson(values.at(7).toString(), values.at(4).toString());
    wayBack.firstUsedAt = timeIn(values.at(5));
    wayBack.lastUsedAt = timeIn(values.at(6));
    return wayBack;
}

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
    integration.statusDetail = *status == IntegrationStatus::NoCredentials
        ? Message::of("no_customer_credentials")
        : Message::fromJson(row.value(14).toString(), row.value(13).toString());
    if (!row.value(15).isNull())
        integration.scopes = row.value(15).toString().split(u' ', Qt::SkipEmptyParts);
    integration.wayBack = readWayBack(row.value(16).toString());
    return read;
}

/// Reads a row with the sort key after its columns.
Outcome<Row> readOrderedRow(const QSqlQuery& row)
{
    auto read = readRow(row);
    if (read)
        read->key = row.value(17);
    return read;
}

Outcome<Integration> read(const QSqlQuery& row)
{
    auto found = readRow(row);
    if (!found)
        return passOn(found);
    return std::move(found->integration);
}

Outcome<FormerIntegration> readFormer(const QSqlQuery& row)
{
    const auto integration = read(row);
    if (!integration)
        return passOn(integration);
    return FormerIntegration{
        *integration, IntegrationId(row.value(17).toString()), timeFrom(row.value(18))};
}

QString searchedText(const Integration& integration)
{
    return QStringList{integration.company.text(), integration.companyName, integration.id.text()}
        .join(QLatin1Char('\n'))
        .toCaseFolded();
}

/// A search in one of the full-text indexes, or, if `index` is empty, by reading every row.
struct Search {
    QString index;
    QString needle; ///< Search term as it is bound to the statement.
};

std::optional<Search> searchFor(const QString& text)
{
    const QString needle = text.trimmed().toCaseFolded();
    if (needle.isEmpty())
        return std::nullopt;
    const auto characters = needle.toUcs4();
    const bool isWord = std::all_of(characters.cbegin(), characters.cend(),
        [](char32_t c) { return QChar::isLetterOrNumber(c); });
    const QString quoted =
        QLatin1Char('"') + QString(needle).replace(QLatin1Char('"'), "\"\""_L1) + QLatin1Char('"');
    if (characters.size() >= 3)
        return Search{u"integrations_by_part"_s, quoted};
    if (isWord)
        return Search{u"integrations_by_word"_s, quoted + u" *"_s};
    // Neither index contains punctuation, which is rarely searched for.
    return Search{{}, needle};
}

/// A query with what decides about the status of rows, besides the table.
struct AgedQuery : Integrations::Query {
    /// A Live row last proved before this time reads as Expiring. Invalid: no proof is too old.
    QDateTime tooOld;
    QString status = sharedStatus(); ///< Expression for the status (statusHere).
};

void age(Integration& row, const QDateTime& tooOld)
{
    if (tooOld.isValid() && row.status == IntegrationStatus::Live && row.checkedAt < tooOld)
        row.status = IntegrationStatus::Expiring;
}

/// The table from which whole rows are read.
constexpr auto wholeRows = "integrations i";
/// The table with the index for the order by company alone (0007-names.sql).
constexpr auto theirNames = "integrations i INDEXED BY integrations_by_name";

/// FROM and WHERE parts of a statement, with their bound values.
struct Selection {
    QString from = QLatin1String(wholeRows);
    QStringList where;
    QVariantList values;

    void require(const QString& condition, const QVariantList& bound)
    {
        where.append(condition);
        values.append(bound);
    }
};

/// Adds the condition for the requested statuses, where age decides about Expiring.
void requireStatus(Selection& selection, const AgedQuery& query)
{
    if (query.statuses.isEmpty())
        return;
    const bool wantsLive = query.statuses.contains(IntegrationStatus::Live);
    const bool wantsExpiring = query.statuses.contains(IntegrationStatus::Expiring);
    QVariantList names;
    for (const IntegrationStatus status : query.statuses)
        if (status != IntegrationStatus::Live && status != IntegrationStatus::Expiring)
            names.append(integrationStatusName(status));
    QStringList alternatives;
    QVariantList moment;
    if (wantsLive && (wantsExpiring || !query.tooOld.isValid())) {
        names.append(integrationStatusName(IntegrationStatus::Live));
    } else if (query.tooOld.isValid() && (wantsLive || wantsExpiring)) {
        alternatives.append(u"%1 = 'live' AND %2 %3 ?"_s.arg(
            query.status, QLatin1String(lastCheck), wantsLive ? ">="_L1 : "<"_L1));
        moment.append(timeValue(query.tooOld));
    }
    if (!names.isEmpty())
        alternatives.append(
            u"%1 IN (%2)"_s.arg(query.status, QStringList(names.size(), u"?"_s).join(", "_L1)));
    if (alternatives.isEmpty()) // Expiring alone was requested, and nothing expires
        alternatives.append(u"FALSE"_s);
    selection.require(
        QLatin1Char('(') + alternatives.join(" OR "_L1) + QLatin1Char(')'), moment + names);
}

/// Adds the conditions on the row itself, which apply however it was found.
void requireFacts(Selection& selection, qint64 environment, const AgedQuery& query)
{
    requireStatus(selection, query);
    if (query.withoutTokenOnly)
        selection.require(
            u"NOT (%1 = 'unproved' AND %2 > 0)"_s.arg(query.status, QLatin1String(lastCheck)), {});
    if (query.checkedBefore.isValid())
        selection.require(
            u"%1 < ?"_s.arg(QLatin1String(lastCheck)), {timeValue(query.checkedBefore)});
    if (!query.company.isEmpty()) // written as in the index integrations_of_company
        selection.require(
            u"i.environment = ? AND i.company = ?"_s, {environment, query.company.text()});
}

bool asksForFacts(const AgedQuery& query)
{
    return !query.statuses.isEmpty() || query.withoutTokenOnly || query.checkedBefore.isValid()
        || !query.company.isEmpty();
}

/// The rows of one environment that a query asks for.
struct Scope {
    qint64 environment = 0;
    qint64 first = firstNumber(environment); ///< Range of row numbers of this environment.
    qint64 last = firstNumber(environment + 1) - 1;
};

/// Selects with the full-text index as the outer table: SQLite must not choose another plan.
Selection foundFirst(const Scope& scope, const Search& search, const char* rows = wholeRows)
{
    Selection selection;
    selection.from =
        u"%1 f CROSS JOIN %2 ON i.number = f.rowid"_s.arg(search.index, QLatin1String(rows));
    selection.require(u"f.%1 MATCH ? AND f.rowid BETWEEN ? AND ?"_s.arg(search.index),
        {search.needle, scope.first, scope.last});
    return selection;
}

/// Selects by walking the index of the order, and leaves out what the search did not find.
Selection orderedFirst(
    const Scope& scope, Integrations::Order order, const std::optional<Search>& search)
{
    Selection selection;
    if (order == Integrations::Order::Arrival)
        selection.require(u"i.number BETWEEN ? AND ?"_s, {scope.first, scope.last});
    else
        selection.require(u"i.environment = ?"_s, {scope.environment});
    if (search && search->index.isEmpty())
        selection.require(u"instr(i.searched, ?) > 0"_s, {search->needle});
    else if (search)
        selection.require(
            u"i.number IN (SELECT f.rowid FROM %1 f WHERE f.%1 MATCH ?)"_s.arg(search->index),
            {search->needle});
    return selection;
}

/// Counts by the shared status without reading the rows: triggers keep the numbers.
Outcome<qint64> countByShared(Database& database, const Scope& scope, const AgedQuery& query)
{
    const bool wantsLive = query.statuses.contains(IntegrationStatus::Live);
    const bool wantsExpiring = query.statuses.contains(IntegrationStatus::Expiring);
    AgedQuery kept = query;
    kept.tooOld = {};
    kept.statuses.removeAll(IntegrationStatus::Expiring);
    qint64 total = 0;
    if (query.statuses.isEmpty() || !kept.statuses.isEmpty()) {
        Selection counts;
        counts.require(u"i.environment = ?"_s, {scope.environment});
        requireStatus(counts, kept);
        const auto counted = database.number(
            u"SELECT sum(total) FROM integration_counts i WHERE "_s + counts.where.join(" AND "_L1),
            counts.values);
        if (!counted)
            return counted;
        total = *counted;
    }
    if (wantsLive == wantsExpiring || !query.tooOld.isValid())
        return total;
    const auto expiring = database.number(
        u"SELECT count(*) FROM integrations i WHERE i.environment = ? AND %1 < ? AND "
        "i.status = 'live'"_s.arg(QLatin1String(lastCheck)),
        {scope.environment, timeValue(query.tooOld)});
    if (!expiring)
        return expiring;
    return wantsLive ? total - *expiring : total + *expiring;
}

/// Counts the customers whose credentials the keychain lacks, by their shared status.
Outcome<qint64> countMissing(Database& database, const Scope& scope, const AgedQuery& query)
{
    Selection missing;
    missing.from = u"missing_credentials m CROSS JOIN integrations i ON i.number = m.number"_s;
    missing.require(u"m.keychain = ? AND m.number BETWEEN ? AND ?"_s,
        {database.keychain(), scope.first, scope.last});
    missing.require(u"i.status IN (%1)"_s.arg(connectedNames()), {});
    requireStatus(missing, query);
    return database.number(
        u"SELECT count(*) FROM %1 WHERE %2"_s.arg(missing.from, missing.where.join(" AND "_L1)),
        missing.values);
}

/// Counts by status. Customers whose credentials the keychain lacks count as that and as nothing
/// else.
Outcome<qint64> countByStatus(Database& database, const Scope& scope, const AgedQuery& query)
{
    AgedQuery shared = query;
    shared.status = sharedStatus();
    const auto total = countByShared(database, scope, shared);
    if (!total || query.status == sharedStatus() || query.statuses.isEmpty())
        return total;
    const auto leaving = countMissing(database, scope, shared);
    if (!leaving || !query.statuses.contains(IntegrationStatus::NoCredentials))
        return leaving ? Outcome<qint64>(*total - *leaving) : leaving;
    shared.statuses.clear();
    const auto coming = countMissing(database, scope, shared);
    return coming ? Outcome<qint64>(*total - *leaving + *coming) : coming;
}

Outcome<qint64> countRows(Database& database, const Scope& scope, const AgedQuery& query,
    const std::optional<Search>& search)
{
    if (!search && !query.withoutTokenOnly && !query.checkedBefore.isValid()
        && query.company.isEmpty())
        return countByStatus(database, scope, query);
    const bool isFound = search && !search->index.isEmpty();
    // Without a search, the index of the last check alone gives the number of due customers.
    Selection selection = isFound
        ? foundFirst(scope, *search)
        : orderedFirst(
            scope, search ? Integrations::Order::Arrival : Integrations::Order::LastCheck, search);
    // The rows add nothing to what the index knows.
    if (isFound && !asksForFacts(query))
        selection.from = search->index + u" f"_s;
    requireFacts(selection, scope.environment, query);
    return database.number(
        u"SELECT count(*) FROM %1 WHERE %2"_s.arg(selection.from, selection.where.join(" AND "_L1)),
        selection.values);
}

/// Position where the previous page ended: "<number>" and, in an order other than by arrival, the
/// key.
struct Place {
    qint64 number = 0;
    QVariant key;
};

QString placeText(Integrations::Order order, const Row& row)
{
    const QString number = QString::number(row.number);
    return order == Integrations::Order::Arrival ? number
                                                 : number + QLatin1Char(' ') + row.key.toString();
}

Outcome<Place> placeFrom(const AgedQuery& query, const Scope& scope)
{
    const QString& text = query.afterKey;
    const auto wrong = [&text] {
        return failed(FailureKind::Invalid, u"\"%1\" is no key of a page."_s.arg(text));
    };
    const bool isArrival = query.order == Integrations::Order::Arrival;
    const qsizetype end = isArrival ? text.size() : text.indexOf(QLatin1Char(' '));
    bool isNumber = false;
    Place place;
    place.number = text.left(end).toLongLong(&isNumber);
    if (end < 0 || !isNumber || place.number < scope.first || place.number > scope.last)
        return wrong();
    if (query.order == Integrations::Order::Company) {
        place.key = text.mid(end + 1);
    } else if (!isArrival) {
        place.key = text.mid(end + 1).toLongLong(&isNumber);
        if (!isNumber)
            return wrong();
    }
    return place;
}

void requireAfter(
    Selection& selection, const AgedQuery& query, const QString& key, const Place& place)
{
    const QLatin1String beyond(query.descending ? "<" : ">");
    if (query.order == Integrations::Order::Arrival)
        return selection.require(key + u" %1 ?"_s.arg(beyond), {place.number});
    // The first condition is the one for which the index is used.
    selection.require(u"%1 %2= ? AND (%1 %2 ? OR i.number %2 ?)"_s.arg(key, beyond),
        {place.key, place.key, place.number});
}

Outcome<Integrations::Page> readPage(Database& database, qint64 environment, const AgedQuery& query)
{
    // Up to this number of results, it is faster to find, read and order them than to walk the
    // order.
    constexpr int few = 8'000;

    const Scope scope{environment};
    std::optional<Search> search = searchFor(query.search);
    const bool isArrival = query.order == Integrations::Order::Arrival;
    bool startsWithSearch = search && !search->index.isEmpty();
    Integrations::Page page;
    if (startsWithSearch && !isArrival) {
        const auto found = countRows(database, scope, query, search);
        if (!found)
            return passOn(found);
        page.total = int(*found);
        startsWithSearch = *found <= few;
        if (!startsWithSearch) {
            const auto all = countRows(database, scope, query, std::nullopt);
            if (!all)
                return passOn(all);
            if (*all == *found)
                search.reset(); // a search term that matches every row restricts nothing
        }
    }
    const bool namesAreEnough = query.order == Integrations::Order::Company && !asksForFacts(query);
    Selection selection = startsWithSearch
        ? foundFirst(scope, *search, namesAreEnough ? theirNames : wholeRows)
        : orderedFirst(scope, query.order, search);
    requireFacts(selection, scope.environment, query);
    // The same number as i.number, but in the order in which the full-text index delivers its
    // results.
    const QString key =
        isArrival && startsWithSearch ? u"f.rowid"_s : orderKey(query.order, query.status);
    if (!query.afterKey.isEmpty()) {
        const auto place = placeFrom(query, scope);
        if (!place)
            return passOn(place);
        requireAfter(selection, query, key, *place);
    }
    const QLatin1String direction(query.descending ? " DESC" : "");
    const int limit = qBound(1, query.limit, largestPage);
    const QString end = u" WHERE %1 ORDER BY %2 LIMIT %3"_s;
    const QString order =
        isArrival ? key + direction : key + direction + u", i.number"_s + direction;
    QString rest = selection.from + end.arg(selection.where.join(" AND "_L1), order).arg(limit + 1);
    // All results are ordered by their keys; only the rows of this page are read completely.
    if (startsWithSearch && !isArrival)
        rest = QLatin1String(wholeRows)
            + end.arg(u"i.number IN (SELECT i.number FROM %1)"_s.arg(rest), order).arg(limit + 1);
    auto rows = database.list<Row>(u"SELECT %1, %2, %3 FROM %4"_s.arg(columnsWith(query.status),
                                       QLatin1String(wayBackColumn), key, rest),
        selection.values, readOrderedRow);
    if (!rows)
        return passOn(rows);

    if (rows->size() > limit) {
        rows->removeLast();
        page.nextKey = placeText(query.order, rows->constLast());
    }
    page.rows.reserve(rows->size());
    for (Row& row : *rows) {
        age(row.integration, query.tooOld);
        page.rows.append(std::move(row.integration));
    }
    return page;
}

} // namespace

Outcome<Done> putIntegration(
    Database& database, qint64 environment, const IntegrationChange& change)
{
    const Integration& integration = change.row;
    if (integration.id.isEmpty())
        return failed(FailureKind::Invalid, u"An integration without an id cannot be kept."_s);
    if (change.from) {
        const QVariantList statuses = storedAs(*change.from);
        const auto unchanged = database.number(
            u"SELECT count(*) FROM integrations WHERE environment = ? AND id = ? AND "
            "onboarding = ? AND status IN (%1)"_s.arg(
                QStringList(statuses.size(), u"?"_s).join(", "_L1)),
            QVariantList{environment, textValue(integration.id.text()),
                textValue(integration.onboarding.text())}
                + statuses);
        if (!unchanged)
            return passOn(unchanged);
        if (*unchanged == 0)
            return failed(FailureKind::Conflict,
                u"\"%1\" was changed or removed in the meantime."_s.arg(integration.id.text()));
    }
    // A customer keeps its number for ever; a new one gets the next number of its environment.
    const auto saved = database.run(
        u"INSERT INTO integrations (number, environment, id, company, company_name, "
        "mode, bidirectional, status, "
        "client_id, issued_client_id, onboarding, consented_by, onboarded_at, "
        "checked_at, status_detail, status_message, scopes, searched) "
        "SELECT coalesce(max(number), ? - 1) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ? FROM integrations "
        "WHERE number BETWEEN ? AND ? "
        "ON CONFLICT (environment, id) DO UPDATE SET company = excluded.company, "
        "company_name = excluded.company_name, mode = excluded.mode, bidirectional "
        "= excluded.bidirectional, "
        "status = CASE excluded.status WHEN 'no-credentials' THEN status ELSE excluded.status END, "
        "client_id = excluded.client_id, issued_client_id "
        "= excluded.issued_client_id, "
        "onboarding = excluded.onboarding, consented_by = excluded.consented_by, "
        "onboarded_at = excluded.onboarded_at, checked_at = excluded.checked_at, "
        "status_detail = CASE excluded.status WHEN 'no-credentials' THEN status_detail ELSE "
        "excluded.status_detail END, "
        "status_message = CASE excluded.status WHEN 'no-credentials' THEN status_message ELSE "
        "excluded.status_message END, scopes = excluded.scopes, searched = excluded.searched "
        "WHERE company = excluded.company"_s,
        {firstNumber(environment), environment, textValue(integration.id.text()),
            textValue(integration.company.text()), textValue(integration.companyName),
            consentDisplayModeName(integration.mode), integration.bidirectional ? 1 : 0,
            keptStatus(integration.status), textValue(integration.clientId.text()),
            textValue(integration.issuedClientId.text()), textValue(integration.onboarding.text()),
            textValue(integration.consentedBy), timeValue(integration.onboardedAt),
            timeValue(integration.checkedAt), textValue(integration.statusDetail.words),
            textValue(integration.statusDetail.toJson()),
            integration.scopes ? textValue(integration.scopes->join(u' ')) : QVariant(),
            searchedText(integration), firstNumber(environment), firstNumber(environment + 1) - 1});
    if (!saved)
        return passOn(saved);
    if (saved->rows == 0)
        return failed(
            FailureKind::Conflict, Message::of("another_companys", {integration.id.text()}));
    return Done{};
}

StoredIntegrations::StoredIntegrations(RegistryThread& thread, QString environment)
    : m_thread(thread)
    , m_environment(std::move(environment))
{
}

Task<Outcome<Done>> StoredIntegrations::save(IntegrationChange change)
{
    return m_thread.runIn<Done>(m_environment,
        [change = std::move(change)](Database& database, qint64 environment) -> Outcome<Done> {
            const std::function<Outcome<Done>()> put = [&] {
                return putIntegration(database, environment, change);
            };
            // A single statement is a transaction of its own.
            return change.from ? database.transaction<Done>(put) : put();
        });
}

void StoredIntegrations::ageAfter(std::chrono::seconds age, const Clock& clock)
{
    m_longestAge = age;
    m_clock = &clock;
}

QDateTime StoredIntegrations::tooOld() const
{
    return m_longestAge.count() > 0 ? m_clock->now().addSecs(-m_longestAge.count()) : QDateTime();
}

Task<Outcome<std::optional<Integration>>> StoredIntegrations::first(
    QString where, std::function<QVariantList(qint64 environment)> values)
{
    return m_thread.runIn<std::optional<Integration>>(m_environment,
        [where = std::move(where), values = std::move(values), limit = tooOld()](
            Database& database, qint64 environment) -> Outcome<std::optional<Integration>> {
            const auto status = statusHere(database, environment);
            if (!status)
                return passOn(status);
            auto found = database.first<Integration>(
                u"SELECT %1, %2 FROM integrations i WHERE %3"_s.arg(
                    columnsWith(*status), QLatin1String(wayBackColumn), where),
                values(environment), read);
            if (found && found->has_value())
                age(**found, limit);
            return found;
        });
}

Task<Outcome<std::optional<Integration>>> StoredIntegrations::find(IntegrationId id)
{
    return first(u"i.environment = ? AND i.id = ?"_s, [id = std::move(id)](qint64 environment) {
        return QVariantList{environment, textValue(id.text())};
    });
}

Task<Outcome<std::optional<Integration>>> StoredIntegrations::findByIssuedClient(ClientId client)
{
    // The plus makes SQLite look up the client instead of reading all customers of the environment.
    return first(u"+i.environment = ? AND i.issued_client_id = ? AND i.issued_client_id <> ''"_s,
        [client = std::move(client)](qint64 environment) {
            return QVariantList{environment, textValue(client.text())};
        });
}

Task<Outcome<Integrations::Page>> StoredIntegrations::page(Query query)
{
    return m_thread.runIn<Page>(m_environment,
        [asked = AgedQuery{std::move(query), tooOld()}](
            Database& database, qint64 environment) -> Outcome<Page> {
            const auto status = statusHere(database, environment);
            if (!status)
                return passOn(status);
            AgedQuery aged = asked;
            aged.status = *status;
            return readPage(database, environment, aged);
        });
}

Task<Outcome<int>> StoredIntegrations::count(Query query)
{
    return m_thread.runIn<int>(m_environment,
        [asked = AgedQuery{std::move(query), tooOld()}](
            Database& database, qint64 environment) -> Outcome<int> {
            const auto status = statusHere(database, environment);
            if (!status)
                return passOn(status);
            AgedQuery aged = asked;
            aged.status = *status;
            const auto rows = countRows(database, Scope{environment}, aged, searchFor(aged.search));
            if (!rows)
                return passOn(rows);
            return int(*rows);
        });
}

Task<Outcome<Done>> StoredIntegrations::forget(IntegrationId id)
{
    return m_thread.runIn<Done>(m_environment,
        [id = std::move(id)](Database& database, qint64 environment) -> Outcome<Done> {
            return database.transaction<Done>([&]() -> Outcome<Done> {
                const QVariantList which{environment, textValue(id.text())};
                const auto before =
                    database.run(u"DELETE FROM former_integrations WHERE environment = ? AND "
                                 "company IN (SELECT i.company FROM integrations i WHERE "
                                 "i.environment = ? AND i.id = ? AND NOT EXISTS (SELECT 1 FROM "
                                 "integrations other WHERE other.environment = i.environment AND "
                                 "other.company = i.company AND other.id <> i.id))"_s,
                        QVariantList{environment} + which);
                if (!before)
                    return passOn(before);
                const auto forgotten = database.run(
                    u"DELETE FROM integrations WHERE environment = ? AND id = ?"_s, which);
                if (!forgotten)
                    return passOn(forgotten);
                if (forgotten->rows == 0)
                    return failed(FailureKind::NotFound,
                        u"There is no integration \"%1\" in this environment."_s.arg(id.text()));
                return Done{};
            });
        });
}

Task<Outcome<QList<Integration>>> StoredIntegrations::retireOthers(
    CompanyId company, IntegrationId current, QDateTime at)
{
    return m_thread.runIn<QList<Integration>>(m_environment,
        [company = std::move(company), current = std::move(current), at = std::move(at)](
            Database& database, qint64 environment) -> Outcome<QList<Integration>> {
            // There is usually no other row, which is found out without a write.
            const QString others =
                u"FROM integrations i WHERE i.environment = ? AND i.company = ? AND i.id <> ? AND "
                "i.status <> 'unstored'"_s;
            const QVariantList which{
                environment, textValue(company.text()), textValue(current.text())};
            auto leaving =
                database.list<Integration>(u"SELECT %1, %2 %3"_s.arg(columnsWith(sharedStatus()),
                                               QLatin1String(wayBackColumn), others),
                    which, read);
            if (!leaving || leaving->isEmpty())
                return leaving;
            return database.transaction<QList<Integration>>([&]() -> Outcome<QList<Integration>> {
                const auto kept =
                    database.run(u"INSERT INTO former_integrations (environment, %1, replaced_by, "
                                 "replaced_at) SELECT environment, %1, ?, ? %2"_s.arg(
                                     QLatin1String(facts), others),
                        QVariantList{textValue(current.text()), timeValue(at)} + which);
                if (!kept)
                    return passOn(kept);
                const auto left = database.run(
                    u"DELETE FROM integrations WHERE number IN (SELECT i.number %1)"_s.arg(others),
                    which);
                if (!left)
                    return passOn(left);
                return *leaving;
            });
        });
}

Task<Outcome<QList<FormerIntegration>>> StoredIntegrations::former(CompanyId company)
{
    return m_thread.runIn<QList<FormerIntegration>>(m_environment,
        [company = std::move(company)](
            Database& database, qint64 environment) -> Outcome<QList<FormerIntegration>> {
            return database.list<FormerIntegration>(
                u"SELECT 0, %1, %2, replaced_by, replaced_at FROM "
                "former_integrations i WHERE environment = ? AND company = ? ORDER BY "
                "rowid DESC"_s.arg(QLatin1String(facts), QLatin1String(wayBackColumn)),
                {environment, textValue(company.text())}, readFormer);
        });
}

} // namespace jetbridge::storage
