// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/TrafficModel.h"

#include "parts/Mask.h"
#include "parts/Theme.h"
#include "traffic/ExchangeWords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

TrafficModel::TrafficModel(RecordedTraffic& traffic, QObject* parent)
    : QAbstractTableModel(parent)
    , m_traffic(traffic)
{
}

void TrafficModel::search(ExchangeFilter wanted)
{
    m_wanted = std::move(wanted);
    m_wanted.search = m_wanted.search.trimmed();
    m_wanted.most = pageSize;
    ++m_generation;
    m_fetching = true;
    QCoro::connect(m_traffic.list(m_wanted), this,
        [this, generation = m_generation](const Outcome<QList<Exchange>>& page) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            beginResetModel();
            m_rows = *page;
            m_scrolledTo = m_rows.size();
            m_complete = page->size() < pageSize;
            endResetModel();
            Q_EMIT changed();
        });
}

void TrafficModel::refresh()
{
    if (m_wanted.oldestFirst)
        return appendNewest();
    QCoro::connect(m_traffic.list(m_wanted), this,
        [this, generation = m_generation](const Outcome<QList<Exchange>>& page) {
            if (generation == m_generation && page)
                takeNewest(*page);
        });
}

void TrafficModel::appendNewest()
{
    // Below a page that was not fetched yet there is nothing to see of them.
    if (m_fetching || !m_complete)
        return;
    if (m_rows.isEmpty())
        return search(m_wanted);
    m_complete = false;
    fetchMore({});
}

void TrafficModel::takeNewest(const QList<Exchange>& page)
{
    const qint64 newest = m_rows.isEmpty() ? 0 : m_rows.first().number;
    const auto known = std::find_if(page.begin(), page.end(),
        [newest](const Exchange& exchange) { return exchange.number <= newest; });
    // More exchanges arrived than a page holds, or all were removed, so the rows are fetched again.
    if (!m_rows.isEmpty() && known == page.end())
        return search(m_wanted);
    const auto count = int(known - page.begin());
    if (count == 0)
        return;
    beginInsertRows({}, 0, count - 1);
    m_rows = page.first(count) + m_rows;
    endInsertRows();
    dropOldest();
    Q_EMIT changed();
}

void TrafficModel::dropOldest()
{
    const auto most = std::max<qsizetype>(mostArriving, m_scrolledTo);
    if (m_rows.size() <= most || m_fetching) // the next page follows the last row
        return;
    beginRemoveRows({}, int(most), int(m_rows.size()) - 1);
    m_rows.resize(most);
    m_complete = false;
    endRemoveRows();
}

QString TrafficModel::wayWords(Lane from, Lane to)
{
    const auto words = [](Lane lane) {
        return lane == Lane::Browser ? tr("Browser") : laneWords(lane);
    };
    return u"%1 \u2192 %2"_s.arg(words(from), words(to));
}

const Exchange* TrafficModel::at(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int TrafficModel::rowOf(qint64 number) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
        [number](const Exchange& exchange) { return exchange.number == number; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int TrafficModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TrafficModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const
{
    const Exchange* row = at(index.row());
    if (!row)
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Took)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DecorationRole && index.column() == Answer)
        return lineIcon(iconOf(toneOf(*row)), toneOf(*row));
    if (role == Qt::ToolTipRole) {
        switch (index.column()) {
        case Time:
            return QLocale().toString(row->at.toLocalTime(), QLocale::LongFormat);
        case Request:
            return Mask::text(row->url.toDisplayString());
        case Answer:
            return row->failure;
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time: {
        const QDateTime at = row->at.toLocalTime();
        return at.date() == QDate::currentDate() ? at.toString(u"HH:mm:ss"_s)
                                                 : QLocale().toString(at, QLocale::ShortFormat);
    }
    case Way:
        return wayWords(row->from, row->to);
    case Request:
        return requestWords(*row);
    case Answer:
        return answerWords(*row);
    case Took:
        return tookWords(*row);
    }
    return {};
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Took)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Way:
        return tr("From and to");
    case Request:
        return tr("Request");
    case Answer:
        return tr("Answer");
    case Took:
        return tr("Took");
    }
    return {};
}

bool TrafficModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_fetching && !m_complete;
}

void TrafficModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    m_fetching = true;
    ExchangeFilter next = m_wanted;
    (next.oldestFirst ? next.after : next.before) = m_rows.last().number;
    QCoro::connect(m_traffic.list(next), this,
        [this, generation = m_generation](const Outcome<QList<Exchange>>& page) {
            if (generation != m_generation)
                return;
            m_fetching = false;
            m_complete = !page || page->size() < pageSize;
            if (!page)
                Q_EMIT failed(page.error());
            else if (!page->isEmpty())
                append(*page);
        });
}

void TrafficModel::append(const QList<Exchange>& page)
{
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.size()) - 1);
    m_rows += page;
    m_scrolledTo = m_rows.size();
    endInsertRows();
    Q_EMIT changed();
}

} // namespace jetbridge::ui
