// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomersModel.h"

#include "parts/Mask.h"
#include "parts/StatusWords.h"
#include "parts/Theme.h"

#include <QLocale>

namespace jetbridge::ui {

namespace {

// The first page is small, so that it appears at once; later pages are fetched before the scroll
// bar reaches the end.
constexpr int firstPage = 120;
constexpr int laterPage = 500;

} // namespace

CustomersModel::CustomersModel(Integrations& integrations, QObject* parent)
    : QAbstractTableModel(parent)
    , m_integrations(integrations)
{
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(std::chrono::milliseconds(100));
    connect(&m_refreshSoon, &QTimer::timeout, this, &CustomersModel::refresh);
}

void CustomersModel::search(const QString& text, const CustomerFilter& filter)
{
    m_query.search = text.trimmed();
    m_query.statuses = filter.statuses;
    m_query.withoutTokenOnly = filter.withoutTokenOnly;
    start(firstPage);
}

void CustomersModel::order(Integrations::Order order, bool descending)
{
    if (order == m_query.order && descending == m_query.descending)
        return;
    m_query.order = order;
    m_query.descending = descending;
    if (m_generation > 0)
        start(firstPage);
}

std::optional<Integrations::Order> CustomersModel::orderOf(int column)
{
    switch (column) {
    case Company:
        return Integrations::Order::Company;
    case Status:
        return Integrations::Order::Urgency;
    case LastCheck:
        return Integrations::Order::LastCheck;
    case Onboarded:
        return Integrations::Order::Onboarded;
    default:
        return std::nullopt;
    }
}

void CustomersModel::refresh()
{
    start(std::max(firstPage, int(m_rows.size())));
}

void CustomersModel::start(int limit)
{
    m_refreshSoon.stop();
    m_nextKey.clear();
    m_first = true;
    m_limit = limit;
    ++m_generation;
    fetch();
}

void CustomersModel::fetch()
{
    m_fetching = true;
    Integrations::Query query = m_query;
    query.afterKey = m_nextKey;
    query.limit = m_limit;
    QCoro::connect(m_integrations.page(query), this,
        [this, generation = m_generation](const Outcome<Integrations::Page>& page) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (page) {
                takePage(*page);
            } else {
                m_nextKey.clear();
                Q_EMIT failed(page.error());
            }
        });
}

void CustomersModel::takePage(const Integrations::Page& page)
{
    m_nextKey = page.nextKey;
    m_limit = laterPage;
    if (std::exchange(m_first, false)) {
        m_total = page.total;
        beginResetModel();
        m_rows = page.rows;
        endResetModel();
    } else if (!page.rows.isEmpty()) {
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
        m_rows += page.rows;
        endInsertRows();
    }
    if (m_nextKey.isEmpty())
        m_total = int(m_rows.size());
    else if (!m_total)
        count();
    Q_EMIT searched();
}

void CustomersModel::count()
{
    QCoro::connect(m_integrations.count(m_query), this,
        [this, generation = m_generation](const Outcome<int>& total) {
            if (generation != m_generation)
                return;
            if (!total)
                return Q_EMIT failed(total.error());
            m_total = *total;
            Q_EMIT counted();
        });
}

bool CustomersModel::matches(const Integration& integration) const
{
    const auto contains = [this](const QString& text) {
        return text.contains(m_query.search, Qt::CaseInsensitive);
    };
    return (m_query.statuses.isEmpty() || m_query.statuses.contains(integration.status))
        && !(m_query.withoutTokenOnly && onlyATokenWasGiven(integration))
        && (m_query.search.isEmpty() || contains(integration.company.text())
            || contains(integration.companyName) || contains(integration.id.text()));
}

void CustomersModel::take(const IntegrationId& id)
{
    if (id.isEmpty()) // any customer may have changed
        return m_refreshSoon.start();
    QCoro::connect(m_integrations.find(id), this,
        [this, id](const Outcome<std::optional<Integration>>& found) {
            if (!found)
                return;
            const int row = rowOf(id);
            const bool belongs = found->has_value() && matches(**found);
            if (row < 0) {
                if (belongs)
                    m_refreshSoon.start();
                return;
            }
            if (belongs)
                return replace(row, **found);
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            if (m_total)
                --*m_total;
            endRemoveRows();
            Q_EMIT searched();
        });
}

void CustomersModel::replace(int row, const Integration& integration)
{
    m_rows[row] = integration;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

const Integration* CustomersModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int CustomersModel::rowOf(const IntegrationId& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [&id](const Integration& integration) { return integration.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int CustomersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CustomersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CustomersModel::data(const QModelIndex& index, int role) const
{
    const Integration* row = at(index.row());
    if (!row)
        return {};
    const auto exact = [](const QDateTime& at) {
        return at.isValid() ? QLocale().toString(at.toLocalTime(), QLocale::LongFormat) : QString();
    };
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case Company:
            return Mask::company(*row);
        case Status:
            return statusWords(row->status).word;
        case Mode:
            return consentDisplayModeName(row->mode);
        case Direction:
            return row->bidirectional ? tr("Both ways") : tr("One way");
        case LastCheck:
            return row->checkedAt.isValid()
                ? relativeTime(row->checkedAt, QDateTime::currentDateTimeUtc())
                : tr("Never");
        case Onboarded:
            return relativeTime(row->onboardedAt, QDateTime::currentDateTimeUtc());
        }
    }
    if (role == Qt::DecorationRole && index.column() == Status)
        return lineIcon(statusWords(row->status).icon, statusWords(row->status).tone);
    if (role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Company:
            return Mask::identifier(row->company);
        case Status:
            return statusWords(row->status).sentence;
        case LastCheck:
            return exact(row->checkedAt);
        case Onboarded:
            return exact(row->onboardedAt);
        }
    }
    return {};
}

QVariant CustomersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Company:
        return tr("Company");
    case Status:
        return tr("Status");
    case Mode:
        return tr("Mode");
    case Direction:
        return tr("Direction");
    case LastCheck:
        return tr("Last check");
    case Onboarded:
        return tr("Onboarded");
    }
    return {};
}

bool CustomersModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_fetching && !m_nextKey.isEmpty();
}

void CustomersModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        fetch();
}

} // namespace jetbridge::ui
