// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/Worker.h"

namespace jetbridge::async {

Worker::Worker(const QString& name)
{
    m_there.moveToThread(&m_thread);
    m_thread.setObjectName(name);
    m_thread.start();
}

Worker::~Worker()
{
    stop();
}

void Worker::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(
        &m_there, [work = std::move(work)] { work(); }, Qt::QueuedConnection);
}

void Worker::stop()
{
    if (!m_thread.isRunning())
        return;
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

} // namespace jetbridge::async
