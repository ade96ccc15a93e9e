// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/Worker.h"
#include "ports/Closing.h"
#include "ports/Registry.h"
#include "ports/Task.h"
#include "storage/ChangeReader.h"
#include "storage/Database.h"

#include <QMutex>
#include <QObject>

#include <chrono>

#include <functional>
#include <memory>
#include <vector>

namespace jetbridge::storage {

/// Owner of the registry's connection: runs work on the registry's thread and returns the results.
///
/// Work that was requested while the disk was busy with the last commit shares the next one. Each
/// piece of work stays all or nothing, and its caller gets an answer only when it is durable. This
/// lets many onboardings run side by side on a disk that syncs a few hundred times a second.
class RegistryThread {
public:
    /// `outer` is the scope whose end cancels all waiting callers; null: only this object's end
    /// does.
    explicit RegistryThread(QString folder, async::Scope* outer = nullptr);
    /// Finishes the work that was requested so far, then closes the database.
    ~RegistryThread();
    RegistryThread(const RegistryThread&) = delete;
    RegistryThread& operator=(const RegistryThread&) = delete;

    /// Runs `work` on the registry's thread, in the order of the calls; the task resumes on the
    /// thread that started it. `work` may run twice, but what it did the first time was undone
    /// before. Callers that still wait when this object is destroyed get Cancelled, although their
    /// work is done.
    template <typename T> Task<Outcome<T>> run(std::function<Outcome<T>(Database&)> work);
    /// Does the same with the number by which the tables know this environment.
    template <typename T>
    Task<Outcome<T>> runIn(QString environment, std::function<Outcome<T>(Database&, qint64)> work);

    /// Calls `listener` with the later changes of this environment, on the thread that created this
    /// object (EnvironmentRegistry::listen).
    void listen(const QString& environment, std::function<void(const RegistryNews&)> listener);
    /// Name under which this program records changes of the keychain.
    const QString& program() const { return m_program; }

private:
    /// One piece of work with its completion, on the registry's thread.
    struct Job {
        virtual ~Job() = default;
        /// Does the work. False: the disk refused it, so the transaction that it shares must not be
        /// kept.
        virtual bool act(Database& database) = 0;
        virtual void fail(const Failure& failure) = 0;
        virtual void answer() = 0;
    };
    template <typename T> struct JobOf;

    void ask(std::unique_ptr<Job> job);
    void workOff();
    /// Returns the open database, and opens it if necessary. Call it on the registry's thread only.
    Outcome<Database*> database();
    struct Watch;
    /// Reports changes to the listener, if there is one and anything changed.
    void look();

    const QString m_folder;
    std::unique_ptr<Database> m_database;
    qint64 m_seen = 0; ///< Database::statementsRun() at the last look.
    QMutex m_mutex;
    std::vector<std::unique_ptr<Job>> m_waiting;
    const QString m_program;
    QObject m_here; ///< Context object on the creating thread: calls posted to it end with this
                    ///< object.
    std::unique_ptr<Watch> m_watch; ///< Used on the registry's thread only.
    async::Worker m_worker;
    async::Scope m_scope;
};

template <typename T> struct RegistryThread::JobOf final : Job {
    std::function<Outcome<T>(Database&)> work;
    async::Later<Outcome<T>> later;
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
    void answer() override { later.settle(std::move(*outcome)); }
};

template <typename T>
Task<Outcome<T>> RegistryThread::run(std::function<Outcome<T>(Database&)> work)
{
    const async::Later<Outcome<T>> later;
    const auto kept = m_scope.keep<Outcome<T>>(later, programIsClosing());
    if (!kept)
        co_return programIsClosing();
    auto job = std::make_unique<JobOf<T>>();
    job->work = std::move(work);
    job->later = later;
    // The wait begins before the request, so that the answer arrives through the event loop, after
    // any news before it.
    Task<Outcome<T>> answer = async::valueOf(later);
    ask(std::move(job));
    Outcome<T> outcome = co_await answer;
    co_return outcome;
}

template <typename T>
Task<Outcome<T>> RegistryThread::runIn(
    QString environment, std::function<Outcome<T>(Database&, qint64)> work)
{
    return run<T>([environment = std::move(environment), work = std::move(work)](
                      Database& database) -> Outcome<T> {
        const auto number = database.environment(environment);
        if (!number)
            return passOn(number);
        return work(database, *number);
    });
}

} // namespace jetbridge::storage
