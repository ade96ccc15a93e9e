// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RegistryThread.h"

#include <algorithm>

namespace jetbridge::storage {

RegistryThread::RegistryThread(QString folder)
    : m_folder(std::move(folder))
{
    m_there.moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("registry"));
    m_thread.start();
}

RegistryThread::~RegistryThread()
{
    QMetaObject::invokeMethod(
        &m_there,
        [this] {
            m_database.reset();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void RegistryThread::ask(std::unique_ptr<Job> job)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting.push_back(std::move(job));
    if (m_waiting.size() == 1)
        QMetaObject::invokeMethod(
            &m_there, [this] { workOff(); }, Qt::QueuedConnection);
}

void RegistryThread::workOff()
{
    std::vector<std::unique_ptr<Job>> jobs;
    {
        const QMutexLocker lock(&m_mutex);
        jobs.swap(m_waiting);
    }
    const auto open = database();
    const bool isDone = open && jobs.size() > 1 && (*open)->together([&jobs](Database& database) {
        return std::all_of(jobs.begin(), jobs.end(),
            [&database](const std::unique_ptr<Job>& job) { return job->act(database); });
    });
    for (const std::unique_ptr<Job>& job : jobs) {
        // Alone where it could not be done together: then each has its own end.
        if (!open)
            job->fail(open.error());
        else if (!isDone)
            job->act(**open);
        job->answer();
    }
}

Outcome<Database*> RegistryThread::database()
{
    if (!m_database) {
        auto opened = Database::open(m_folder);
        if (!opened)
            return passOn(opened);
        m_database = std::move(*opened);
    }
    return m_database.get();
}

} // namespace jetbridge::storage
