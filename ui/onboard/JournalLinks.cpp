// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboard/JournalLinks.h"

#include "console/Console.h"
#include "onboard/JournalModel.h"

namespace jetbridge::ui {

namespace {

/// Lines and exchanges come in handfuls.
constexpr auto handful = std::chrono::milliseconds(150);
constexpr int mostExchanges = 1000; ///< Of one onboarding.

} // namespace

JournalLinks::JournalLinks(Console& console, JournalModel& journal, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_journal(journal)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(handful);
    connect(&m_soon, &QTimer::timeout, this, &JournalLinks::ask);
    const auto askSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_console, &Console::trafficRecorded, this, askSoon);
    connect(&m_journal, &JournalModel::rowsInserted, this, askSoon);
}

void JournalLinks::ask()
{
    ++m_question;
    askNext(m_journal.onboardings(), {});
}

void JournalLinks::askNext(QList<OnboardingId> onboardings, QList<Exchange> found)
{
    if (onboardings.isEmpty())
        return m_journal.link(found);
    ExchangeFilter filter;
    filter.onboarding = onboardings.takeLast();
    filter.most = mostExchanges;
    QCoro::connect(m_console.traffic().list(filter), this,
        [this, onboardings, found, question = m_question](
            const Outcome<QList<Exchange>>& exchanges) {
            if (question == m_question && exchanges)
                askNext(onboardings, found + *exchanges);
        });
}

} // namespace jetbridge::ui
