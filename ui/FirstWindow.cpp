// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstWindow.h"

#include "console/RunLock.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jetbridge::ui {

namespace {

constexpr std::chrono::seconds mostPatience{10}; ///< Until a window that hangs is left alone.
constexpr qint64 mostBytes = 4'096;

QString shortHash(const QString& text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

/// Only this user can enter the folder; without a session's own it is the data folder.
QDir socketFolder(const QString& dataFolder)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(runtime.isEmpty() ? dataFolder : runtime);
}

QString socketsOf(const QString& dataFolder)
{
    const QString real = QDir(dataFolder).canonicalPath();
    return u"jetbridge-%1-"_s.arg(shortHash(real.isEmpty() ? dataFolder : real));
}

QString socketOf(const QString& dataFolder, const QString& environment)
{
    return socketFolder(dataFolder).filePath(socketsOf(dataFolder) + shortHash(environment));
}

bool isTaken(const QString& socketFile, const QByteArray& message, QDeadlineTimer patience)
{
    QLocalSocket socket;
    socket.connectToServer(socketFile);
    if (!socket.waitForConnected(int(patience.remainingTime())))
        return false;
    socket.write(message);
    socket.flush();
    return socket.waitForReadyRead(int(patience.remainingTime()))
        && socket.readAll().startsWith("ok");
}

bool isTakenByAny(const QString& dataFolder, const QByteArray& message)
{
    const QDir folder = socketFolder(dataFolder);
    const QStringList open =
        folder.entryList({socketsOf(dataFolder) + QLatin1Char('*')}, QDir::System | QDir::Files);
    return std::any_of(open.begin(), open.end(), [&folder, &message](const QString& name) {
        return isTaken(folder.filePath(name), message, QDeadlineTimer(mostPatience));
    });
}

QByteArray messageOf(const FirstWindow::Wish& wish)
{
    return QJsonDocument(QJsonObject{{u"company"_s, wish.company}, {u"demo"_s, wish.demo},
                             {u"activation"_s, QString::fromLatin1(wish.activation)}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

} // namespace

FirstWindow::FirstWindow(QObject* parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &FirstWindow::take);
}

FirstWindow::~FirstWindow() = default;

bool FirstWindow::isTakenByAnother(
    const QString& dataFolder, const QString& environment, Which which, const Wish& wish)
{
    const QByteArray message = messageOf(wish);
    if (which == Which::Any && isTakenByAny(dataFolder, message))
        return true;
    // The one that holds the lock may only be about to listen.
    const QDeadlineTimer patience(mostPatience);
    for (;;) {
        auto lock = RunLock::takeWindow(dataFolder, environment);
        const QString file = socketOf(dataFolder, environment);
        if (lock) {
            m_lock = *lock;
            QLocalServer::removeServer(file); // of one that was killed: nobody else holds the lock
            m_server->listen(file);
            return false;
        }
        if (lock.error().kind != FailureKind::Conflict)
            return false; // The window itself says what is wrong with the folder.
        if (isTaken(file, message, patience))
            return true;
        if (patience.hasExpired())
            return false;
        QThread::msleep(50);
    }
}

void FirstWindow::stopListening()
{
    m_server->close();
}

void FirstWindow::close()
{
    stopListening();
    m_lock.reset();
}

QByteArray FirstWindow::activationOfThisStart()
{
    QByteArray token;
    for (const char* variable : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"})
        if (token.isEmpty())
            token = qgetenv(variable);
    return token;
}

void FirstWindow::take()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(mostPatience, socket, &QLocalSocket::abort);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > mostBytes)
                    socket->abort();
                return;
            }
            const QJsonObject asked = QJsonDocument::fromJson(socket->readLine(mostBytes)).object();
            socket->write("ok\n");
            socket->flush();
            socket->disconnectFromServer();
            Q_EMIT wished({asked.value("company"_L1).toString(), asked.value("demo"_L1).toBool(),
                asked.value("activation"_L1).toString().toLatin1()});
        });
    }
}

} // namespace jetbridge::ui
