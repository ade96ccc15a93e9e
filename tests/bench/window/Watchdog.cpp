// SPDX-License-Identifier: GPL-3.0-or-later
#include "Watchdog.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace jetbridge::bench {

namespace {

/// Returns this thread's processor time.
double workedMs()
{
    timespec worked{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &worked);
    return double(worked.tv_sec) * 1e3 + double(worked.tv_nsec) / 1e6;
}

} // namespace

void Watchdog::watch()
{
    m_longest = {};
    m_busiest = {};
    m_long.clear();
}

int Watchdog::over(double milliseconds) const
{
    return int(std::count_if(
        m_long.begin(), m_long.end(), [milliseconds](double one) { return one > milliseconds; }));
}

bool Watchdog::notify(QObject* receiver, QEvent* event)
{
    // A nested event is part of the outer one, and other threads may take as long as they like.
    if (QThread::currentThread() != thread() || m_depth > 0)
        return QApplication::notify(receiver, event);
    const QEvent::Type type = event->type();
    const QString who = u"%1 \"%2\""_s.arg(
        QLatin1String(receiver->metaObject()->className()), receiver->objectName());
    const double workedBefore = workedMs();
    QElapsedTimer since;
    ++m_depth;
    since.start();
    const bool handled = QApplication::notify(receiver, event);
    const double took = double(since.nsecsElapsed()) / 1e6;
    --m_depth;
    if (took > 1)
        m_long.append(took);
    const double worked = workedMs() - workedBefore;
    if (took <= m_longest.milliseconds && worked <= m_busiest.processorMs)
        return handled;
    const Block block{took, worked,
        who + QLatin1Char(' ')
            + QLatin1String(QMetaEnum::fromType<QEvent::Type>().valueToKey(type))};
    if (took > m_longest.milliseconds)
        m_longest = block;
    if (worked > m_busiest.processorMs)
        m_busiest = block;
    return handled;
}

} // namespace jetbridge::bench
