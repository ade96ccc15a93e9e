// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/CustomersModel.h"

#include "Theme.h"
#include "customers/StatusWords.h"

#include <QLocale>

namespace jetbridge::ui {

namespace {

QList<std::optional<IntegrationStatus>> sourcesOf(CustomersModel::Filter filter)
{
    switch (filter) {
    case CustomersModel::Filter::All:
        return {std::nullopt};
    case CustomersModel::Filter::Live:
        return {IntegrationStatus::Live};
    case CustomersModel::Filter::Disabled:
        return {IntegrationStatus::Disabled};
    case CustomersModel::Filter::NeedsAttention:
        return {IntegrationStatus::Unstored, IntegrationStatus::Unknown, IntegrationStatus::Failing,
            IntegrationStatus::Unproved};
    }
    Q_UNREACHABLE();
}

} // namespace

CustomersModel::CustomersModel(Integrations& integrations, QObject* parent)
    : QAbstractTableModel(parent)
    , m_integrations(integrations)
{
}

void CustomersModel::search(const QString& text, Filter filter)
{
    m_text = text.trimmed();
    m_filter = filter;
    m_sources = sourcesOf(filter);
    m_source = 0;
    m_nextKey.clear();
    m_first = true;
    ++m_generation;
    fetch();
}

void CustomersModel::fetch()
{
    m_fetching = true;
    Integrations::Query query;
    query.search = m_text;
    query.status = m_sources.at(m_source);
    query.afterKey = m_nextKey;
    QCoro::connect(m_integrations.page(query), this,
        [this, generation = m_generation](const Outcome<Integrations::Page>& page) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (page) {
                takePage(*page);
            } else {
                m_complete = true;
                Q_EMIT failed(page.error());
            }
        });
}

void CustomersModel::takePage(const Integrations::Page& page)
{
    const bool startsSource = m_nextKey.isEmpty();
    m_nextKey = page.nextKey;
    if (m_first) {
        beginResetModel();
        m_rows = page.rows;
        m_total = page.total;
        endResetModel();
    } else {
        if (startsSource)
            m_total += page.total;
        if (!page.rows.isEmpty()) {
            beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
            m_rows += page.rows;
            endInsertRows();
        }
    }
    if (m_nextKey.isEmpty())
        ++m_source;
    m_complete = m_source >= m_sources.size();
    m_first = false;
    Q_EMIT searched();
    // Several statuses make one list: where one ends, the next begins.
    if (m_nextKey.isEmpty() && !m_complete)
        fetch();
}

bool CustomersModel::matches(const Integration& integration) const
{
    const auto contains = [this](const QString& text) {
        return text.contains(m_text, Qt::CaseInsensitive);
    };
    return (m_filter == Filter::All || sourcesOf(m_filter).contains(integration.status))
        && (m_text.isEmpty() || contains(integration.company.text())
            || contains(integration.companyName) || contains(integration.id.text()));
}

void CustomersModel::take(const IntegrationId& id)
{
    QCoro::connect(m_integrations.find(id), this,
        [this, id](const Outcome<std::optional<Integration>>& found) {
            if (!found)
                return;
            const int row = rowOf(id);
            const bool belongs = found->has_value() && matches(**found);
            if (row < 0) {
                if (belongs)
                    refresh();
                return;
            }
            if (belongs)
                return replace(row, **found);
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            --m_total;
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
            return row->companyName.isEmpty() ? row->company.text() : row->companyName;
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
            return row->company.text();
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
    return !parent.isValid() && !m_fetching && !m_complete;
}

void CustomersModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        fetch();
}

} // namespace jetbridge::ui
