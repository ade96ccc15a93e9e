// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/JournalLinks.h"

#include "journal/JournalModel.h"
#include "ports/Exchanges.h"

namespace jetbridge::ui {

namespace {

/// Lines and exchanges come in groups, which are handled together.
constexpr auto handful = std::chrono::milliseconds(150);
/// An exchange is recorded when it is over, and a line is written next to one (ExchangeOfLine.h):
/// a line that found none for so long speaks of none, however much is recorded afterwards.
constexpr int longestWaitSeconds = 60;
constexpr int mostExchanges = 1000; ///< Exchanges of one onboarding.

} // namespace

JournalLinks::JournalLinks(RecordedTraffic& traffic, JournalModel& journal, QObject* parent)
    : QObject(parent)
    , m_traffic(traffic)
    , m_journal(journal)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(handful);
    connect(&m_soon, &QTimer::timeout, this, &JournalLinks::ask);
    connect(&m_journal, &JournalModel::rowsInserted, this, &JournalLinks::askSoon);
}

void JournalLinks::takeRecorded()
{
    if (m_journal.hasLineSince(QDateTime::currentDateTimeUtc().addSecs(-longestWaitSeconds)))
        askSoon();
}

void JournalLinks::askSoon()
{
    if (m_isAsking)
        m_asksAgain = true;
    else if (!m_soon.isActive())
        m_soon.start();
}

void JournalLinks::ask()
{
    m_isAsking = true;
    askNext(m_journal.onboardings(), {});
}

void JournalLinks::askNext(QList<OnboardingId> onboardings, QList<Exchange> found)
{
    if (onboardings.isEmpty()) {
        m_journal.link(found);
        return answered();
    }
    ExchangeFilter filter;
    filter.onboarding = onboardings.takeLast();
    filter.most = mostExchanges;
    QCoro::connect(m_traffic.list(filter), this,
        [this, onboardings, found](const Outcome<QList<Exchange>>& exchanges) {
            if (exchanges)
                askNext(onboardings, found + *exchanges);
            else
                answered();
        });
}

void JournalLinks::answered()
{
    m_isAsking = false;
    if (std::exchange(m_asksAgain, false))
        askSoon();
}

} // namespace jetbridge::ui
