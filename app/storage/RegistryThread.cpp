// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RegistryThread.h"

#include <QFile>
#include <QFileSystemWatcher>
#include <QTimer>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::storage {

namespace {

/// Interval for polling changes of other programs, where the system does not report them.
constexpr std::chrono::milliseconds poll(500);

/// Time from a report of the system to the look, so that several commits are read at once and our
/// own work, which is reported as well, is not delayed by it.
constexpr std::chrono::milliseconds pause(10);

} // namespace

/// Sources that report commits: this thread for its own, the write-ahead log for those of all
/// programs, and a timer where the system cannot watch that file.
struct RegistryThread::Watch {
    Watch(ChangeReader changes, std::function<void(const RegistryNews&)> listener)
        : reader(std::move(changes))
        , tell(std::move(listener))
    {
    }
    ChangeReader reader;
    std::function<void(const RegistryNews&)> tell;
    bool hasStarted = false;
    QFileSystemWatcher files;
    QTimer timer;
    QTimer soon; ///< Runs from a report of the system to the look.
};

RegistryThread::RegistryThread(QString folder, async::Scope* outer)
    : m_folder(std::move(folder))
    , m_program(QUuid::createUuid().toString(QUuid::Id128))
    , m_worker(u"registry"_s)
    , m_scope(outer)
{
}

RegistryThread::~RegistryThread()
{
    m_scope.end();
    m_worker.post([this] {
        m_watch.reset();
        m_database.reset();
    });
    m_worker.stop();
}

void RegistryThread::ask(std::unique_ptr<Job> job)
{
    const QMutexLocker lock(&m_mutex);
    m_waiting.push_back(std::move(job));
    if (m_waiting.size() == 1)
        m_worker.post([this] { workOff(); });
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
        // The work is done alone if it could not be done together with others, so that each part
        // has its own result.
        if (!open)
            job->fail(open.error());
        else if (!isDone)
            job->act(**open);
        // The listener is told first; then the caller that made the change gets its answer. Work
        // that only reads has changed nothing, and changes of other programs have their own signal.
        if (open && (*open)->statementsRun() != m_seen) {
            m_seen = (*open)->statementsRun();
            look();
        }
        job->answer();
    }
}

void RegistryThread::listen(
    const QString& environment, std::function<void(const RegistryNews&)> listener)
{
    const auto begin = [this, environment, listener = std::move(listener)] {
        m_watch = std::make_unique<Watch>(ChangeReader(environment, m_program), listener);
        const auto lookNow = [this] {
            look();
        };
        m_watch->soon.setSingleShot(true);
        m_watch->soon.setInterval(pause);
        QObject::connect(&m_watch->files, &QFileSystemWatcher::fileChanged, &m_watch->soon,
            [soon = &m_watch->soon] {
                if (!soon->isActive())
                    soon->start();
            });
        QObject::connect(&m_watch->soon, &QTimer::timeout, m_worker.context(), lookNow);
        QObject::connect(&m_watch->timer, &QTimer::timeout, m_worker.context(), lookNow);
        m_watch->timer.start(poll);
        look();
    };
    m_worker.post(begin);
}

void RegistryThread::look()
{
    if (!m_watch || !m_database)
        return;
    const QString log = m_database->path() + u"-wal"_s;
    if (m_watch->files.files().isEmpty() && QFile::exists(log))
        m_watch->files.addPath(log);
    if (!m_watch->hasStarted) {
        m_watch->hasStarted = m_watch->reader.start(*m_database).has_value();
        return;
    }
    const auto news = m_watch->reader.read(*m_database);
    // What cannot be read now is read the next time.
    if (!news || (news->changes.isEmpty() && news->lines.isEmpty()))
        return;
    QMetaObject::invokeMethod(
        &m_here, [tell = m_watch->tell, news = *news] { tell(news); }, Qt::QueuedConnection);
}

Outcome<Database*> RegistryThread::database()
{
    if (!m_database) {
        auto opened = Database::open(m_folder);
        if (!opened)
            return passOn(opened);
        m_database = std::move(*opened);
        look(); // Everything from here on is new.
    }
    return m_database.get();
}

} // namespace jetbridge::storage
