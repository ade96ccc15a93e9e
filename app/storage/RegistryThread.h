// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ports/Task.h"
#include "storage/Database.h"
#include "storage/Later.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace jetbridge::storage {

/// The thread that owns the registry's connection, and the way there and back.
class RegistryThread {
public:
    explicit RegistryThread(QString folder);
    /// Does what was asked for so far, then closes the database.
    ~RegistryThread();
    RegistryThread(const RegistryThread&) = delete;
    RegistryThread& operator=(const RegistryThread&) = delete;

    /// Does `work` on the registry's thread, in the order of the calls; the task goes on where it
    /// was started.
    template <typename T> Task<Outcome<T>> run(std::function<Outcome<T>(Database&)> work);

private:
    /// The open database; opens it when it is not. On the registry's thread only.
    Outcome<Database*> database();

    const QString m_folder;
    std::unique_ptr<Database> m_database;
    QThread m_thread;
    QObject m_there; ///< Lives on the thread.
};

template <typename T>
Task<Outcome<T>> RegistryThread::run(std::function<Outcome<T>(Database&)> work)
{
    const Later<Outcome<T>> later;
    // Lives on the caller's thread: what is posted to it arrives there.
    const std::unique_ptr<QObject, QScopedPointerDeleteLater> home(new QObject);
    QMetaObject::invokeMethod(
        &m_there,
        [this, later, home = home.get(), work = std::move(work)] {
            const auto open = database();
            Outcome<T> outcome = open ? work(**open) : Outcome<T>(passOn(open));
            QMetaObject::invokeMethod(
                home, [later, outcome = std::move(outcome)] { later.settle(outcome); },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
    Outcome<T> outcome = co_await later;
    co_return outcome;
}

} // namespace jetbridge::storage
