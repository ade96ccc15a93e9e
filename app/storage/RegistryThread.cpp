// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/RegistryThread.h"

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
