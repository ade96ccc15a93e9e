// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Presence.h"
#include "ports/Registry.h"
#include "ports/Task.h"
#include "storage/ChangeReader.h"
#include "storage/Database.h"
#include "storage/Later.h"

#include <QMutex>
#include <QObject>
#include <QThread>

#include <chrono>

#include <functional>
#include <memory>
#include <vector>

namespace jetbridge::storage {

/// The thread that owns the registry's connection, and the way there and back.
///
/// What was asked for while the disk was busy with the last commit shares the next one: each piece
/// of work stays all or nothing, and nobody is answered before what it wrote is durable. That is
/// what lets many onboardings go on side by side on a disk that syncs a few hundred times a second.
class RegistryThread {
public:
    explicit RegistryThread(QString folder);
    /// Does what was asked for so far, then closes the database.
    ~RegistryThread();
    RegistryThread(const RegistryThread&) = delete;
    RegistryThread& operator=(const RegistryThread&) = delete;

    /// Does `work` on the registry's thread, in the order of the calls; the task goes on where it
    /// was started. `work` may be done twice: what it did the first time was undone then. Whoever
    /// still waits when this object goes unwinds (ProgramIsClosing).
    template <typename T> Task<Outcome<T>> run(std::function<Outcome<T>(Database&)> work);

    /// Calls `listener` on the thread that made this object, with what changes from now on for this
    /// environment (EnvironmentRegistry::listen).
    void listen(const QString& environment, std::function<void(const RegistryNews&)> listener);
    /// By which this program notes changes of the keychain.
    const QString& program() const { return m_program; }

private:
    /// One piece of work and its end, on the registry's thread.
    struct Job {
        virtual ~Job() = default;
        /// False: the disk refused, so that what shares its transaction must not be kept either.
        virtual bool act(Database& database) = 0;
        virtual void fail(const Failure& failure) = 0;
        virtual void answer() = 0;
    };
    template <typename T> struct JobOf;

    void ask(std::unique_ptr<Job> job);
    void workOff();
    /// The open database; opens it when it is not. On the registry's thread only.
    Outcome<Database*> database();
    struct Watch;
    /// Tells the listener what changed, if there is one and anything did.
    void look();

    const QString m_folder;
    std::unique_ptr<Database> m_database;
    QMutex m_mutex;
    std::vector<std::unique_ptr<Job>> m_waiting;
    const QString m_program;
    QObject m_here; ///< Lives where this object was made: what is posted to it ends with it.
    std::unique_ptr<Watch> m_watch; ///< On the registry's thread.
    Presence m_presence;
    QThread m_thread;
    QObject m_there; ///< Lives on the thread.
};

template <typename T> struct RegistryThread::JobOf final : Job {
    std::function<Outcome<T>(Database&)> work;
    Later<Outcome<T>> later;
    QObject* home = nullptr; ///< Lives on the caller's thread: what is posted to it arrives there.
    std::optional<Outcome<T>> outcome;

    bool act(Database& database) override
    {
        outcome.emplace(work(database));
        return outcome->has_value() || outcome->error().kind != FailureKind::StorageUnavailable;
    }
    void fail(const Failure& failure) override
    {
        outcome.emplace(tl::unexpected<Failure>(failure));
    }
    void answer() override
    {
        QMetaObject::invokeMethod(
            home, [later = later, outcome = std::move(*outcome)] { later.settle(outcome); },
            Qt::QueuedConnection);
    }
};

template <typename T>
Task<Outcome<T>> RegistryThread::run(std::function<Outcome<T>(Database&)> work)
{
    const Later<Outcome<T>> later;
    const std::unique_ptr<QObject, QScopedPointerDeleteLater> home(new QObject);
    auto job = std::make_unique<JobOf<T>>();
    job->work = std::move(work);
    job->later = later;
    job->home = home.get();
    ask(std::move(job));
    const auto presence = m_presence.watch();
    Outcome<T> outcome = co_await later;
    if (presence.expired())
        throw ProgramIsClosing();
    co_return outcome;
}

} // namespace jetbridge::storage
