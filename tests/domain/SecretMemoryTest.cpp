// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SecretMemory.h"
#include "domain/Secret.h"
#include "support/TestMain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

using namespace jetbridge;

namespace {

/// Returns the KiB that the kernel keeps in memory for this process.
int lockedKiB()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    static const QRegularExpression line(u"VmLck:\\s*(\\d+) kB"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toInt();
}

} // namespace

class SecretMemoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSecretsPagesAreLocked()
    {
        const Secret secret(QByteArray(3 * 1024, 's'));
        QCOMPARE(secret.size(), 3 * 1024);
        if (SecretMemory::unlockedBytes() > 0)
            QSKIP("This computer lets nobody lock memory (ulimit -l).");
        QVERIFY(lockedKiB() >= 4);
    }

    void whatIsGivenBackIsOverwritten()
    {
        char* bytes = SecretMemory::take(200);
        std::fill(bytes, bytes + 200, 'z');
        SecretMemory::giveBack(bytes, 200);
        // Its page stays with the pool.
        QVERIFY(std::find(bytes, bytes + 200, 'z') == bytes + 200);
    }

    void everySizeKeepsItsBytes()
    {
        QList<Secret> secrets;
        for (int size : {0, 1, 7, 8, 63, 64, 65, 4096, 4097, 100'000})
            secrets.append(Secret(QByteArray(size, char('a' + size % 26))));
        for (const Secret& secret : std::as_const(secrets))
            QCOMPARE(secret.reveal().toByteArray(),
                QByteArray(secret.size(), char('a' + secret.size() % 26)));
    }

    void withoutLeaveToLockItServesAllTheSameAndSaysSo()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            // Root may always lock memory, so the child becomes the user "nobody", who may not.
            const rlimit none{0, 0};
            if (::setrlimit(RLIMIT_MEMLOCK, &none) != 0
                || (::geteuid() == 0 && ::setuid(65534) != 0))
                ::_exit(3);
            const QByteArray bytes(2 * 1024 * 1024, 'x');
            const Secret secret{QByteArrayView(bytes)};
            const bool isRight = secret.reveal() == QByteArrayView(bytes);
            ::_exit(isRight && SecretMemory::unlockedBytes() >= std::size_t(bytes.size()) ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

JETBRIDGE_TEST(SecretMemoryTest)
#include "SecretMemoryTest.moc"
