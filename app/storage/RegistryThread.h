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

/// The thread that owns the registry's connection, and the way there and back.
///
/// What was asked for while the disk was busy with the last commit shares the next one: each piece
/// of work stays all or nothing, and nobody is answered before what it wrote is durable. That is
/// what lets many onboardings go on side by side on a disk that syncs a few hundred times a second.
class RegistryThread {
public:
    /// `outer`: when it ends, nobody is answered any more; null: when this object goes.
    explicit RegistryThread(QString folder, async::Scope* outer = nullptr);
    /// Does what was asked for so far, then closes the database.
    ~RegistryThread();
    RegistryThread(const RegistryThread&) = delete;
    RegistryThread& operator=(const RegistryThread&) = delete;

    /// Does `work` on the registry's thread, in the order of the calls; the task goes on where it
    /// was started. `work` may be done twice: what it did the first time was undone then. Whoever
    /// still waits when this object goes is told Cancelled, though what was asked for is done.
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
    // Waits before it asks: the answer comes by the event loop then, as news before it do.
    Task<Outcome<T>> answer = async::valueOf(later);
    ask(std::move(job));
    Outcome<T> outcome = co_await answer;
    co_return outcome;
}

} // namespace jetbridge::storage
