// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/BulkRun.h"

namespace jetbridge::ui {

namespace {

constexpr int atOnce = 4;

} // namespace

void BulkRun::start(QList<IntegrationId> ids, Work work)
{
    if (isRunning())
        return;
    m_waiting = std::move(ids);
    m_work = std::move(work);
    m_total = int(m_waiting.size());
    m_done = 0;
    m_failed = 0;
    Q_EMIT progressed();
    for (int i = 0; i < atOnce; ++i)
        beginNext();
}

void BulkRun::cancel()
{
    if (!isRunning())
        return;
    m_waiting.clear();
    if (m_underWay == 0)
        Q_EMIT finished();
}

void BulkRun::beginNext()
{
    if (m_waiting.isEmpty())
        return;
    ++m_underWay;
    QCoro::connect(m_work(m_waiting.takeFirst()), this, [this](const Outcome<Done>& outcome) {
        --m_underWay;
        ++m_done;
        if (!outcome) {
            ++m_failed;
            m_lastFailure = outcome.error();
        }
        beginNext();
        Q_EMIT progressed();
        if (!isRunning())
            Q_EMIT finished();
    });
}

} // namespace jetbridge::ui
