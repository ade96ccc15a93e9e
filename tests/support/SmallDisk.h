// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace jetbridge::test {

/// A small disk mounted on an existing folder, for tests of a full disk. Only root can mount it;
/// skip the test if it is not mounted.
class SmallDisk {
public:
    SmallDisk(QString folder, int megabytes)
        : m_folder(std::move(folder))
        , m_isMounted(
              QProcess::execute(QStringLiteral("mount"),
                  {QStringLiteral("-t"), QStringLiteral("tmpfs"), QStringLiteral("-o"),
                      QStringLiteral("size=%1m").arg(megabytes), QStringLiteral("tmpfs"), m_folder})
              == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            QProcess::execute(QStringLiteral("umount"), {m_folder});
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    bool isMounted() const { return m_isMounted; }

private:
    const QString m_folder;
    const bool m_isMounted;
};

} // namespace jetbridge::test
