// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Keyring.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#define JETBRIDGE_SECRET_SERVICE 1
#include <QCoro/QCoroDBusPendingCall>
#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QDBusVariant>
#include <QFile>
#endif

namespace jetbridge::storage {

#ifdef JETBRIDGE_SECRET_SERVICE
namespace {

constexpr int answerTimeMs = 5000;

struct Target {
    QString service;
    QString path;
    QString interface;
};

Target bus()
{
    return {QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus")};
}

Target secretService()
{
    return {QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
        QStringLiteral("org.freedesktop.Secret.Service")};
}

/// Calls a D-Bus method and returns the first value of the reply, or the error.
Task<tl::expected<QVariant, QDBusError>> ask(Target target, QString method, QVariantList arguments)
{
    auto message =
        QDBusMessage::createMethodCall(target.service, target.path, target.interface, method);
    message.setArguments(arguments);
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(message, answerTimeMs);
    const QDBusMessage reply = co_await call;
    if (reply.type() != QDBusMessage::ReplyMessage)
        co_return tl::unexpected<QDBusError>(QDBusError(reply));
    co_return reply.arguments().value(0);
}

Task<bool> isOnTheBus(QString name)
{
    const auto owned = co_await ask(bus(), QStringLiteral("NameHasOwner"), {name});
    co_return owned && owned->toBool();
}

/// Tells whether KWallet is used: QtKeychain prefers it on a KDE desktop if it is there.
Task<bool> usesKWallet()
{
    if (!qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains(QLatin1String("KDE")))
        co_return false;
    const bool six = co_await isOnTheBus(QStringLiteral("org.kde.kwalletd6"));
    const bool five = co_await isOnTheBus(QStringLiteral("org.kde.kwalletd5"));
    co_return six || five;
}

KeyringState stateOf(const QDBusError& error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
        return KeyringState::NoAnswer;
    case QDBusError::Disconnected:
        return KeyringState::NoBus;
    default:
        return KeyringState::NoService;
    }
}

} // namespace

Task<KeyringState> keyringState()
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return KeyringState::NoBus;
    const bool kwallet = co_await usesKWallet();
    if (kwallet)
        co_return KeyringState::Ready;

    const auto collection =
        co_await ask(secretService(), QStringLiteral("ReadAlias"), {QStringLiteral("default")});
    if (!collection)
        co_return stateOf(collection.error());
    const QString path = collection->value<QDBusObjectPath>().path();
    if (path.size() <= 1)
        co_return KeyringState::NoCollection;

    const Target properties{
        secretService().service, path, QStringLiteral("org.freedesktop.DBus.Properties")};
    const auto locked = co_await ask(properties, QStringLiteral("Get"),
        {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    if (!locked)
        co_return stateOf(locked.error());
    co_return locked->value<QDBusVariant>().variant().toBool() ? KeyringState::Locked
                                                               : KeyringState::Ready;
}

Task<QString> keyringName()
{
    if (!QDBusConnection::sessionBus().isConnected())
        co_return QString();
    const bool kwallet = co_await usesKWallet();
    if (kwallet)
        co_return QStringLiteral("KWallet");
    const auto process = co_await ask(
        bus(), QStringLiteral("GetConnectionUnixProcessID"), {secretService().service});
    if (!process)
        co_return QString();
    QFile program(QStringLiteral("/proc/%1/comm").arg(process->toUInt()));
    const QByteArray name =
        program.open(QIODevice::ReadOnly) ? program.readAll().trimmed() : QByteArray();
    if (name.startsWith("gnome-keyring"))
        co_return QStringLiteral("GNOME Keyring");
    if (name.startsWith("keepassxc"))
        co_return QStringLiteral("KeePassXC");
    if (name.startsWith("kwalletd") || name.startsWith("ksecretd"))
        co_return QStringLiteral("KWallet");
    co_return QStringLiteral("Secret Service");
}

#else

Task<KeyringState> keyringState()
{
    co_return KeyringState::Ready;
}

Task<QString> keyringName()
{
#ifdef Q_OS_DARWIN
    co_return QStringLiteral("macOS Keychain");
#else
    co_return QStringLiteral("Windows Credential Manager");
#endif
}

#endif

Message keyringAdvice(KeyringState state, const QString& refusal)
{
    switch (state) {
    case KeyringState::Ready:
        return refusal.isEmpty() ? Message::of("keychain_refused_silently")
                                 : Message::of("keychain_refused", {refusal});
    case KeyringState::Locked:
        return Message::of("keyring_locked");
    case KeyringState::NoCollection:
        return Message::of("keyring_without_default");
    case KeyringState::NoService:
        return Message::of("keyring_not_running");
    case KeyringState::NoBus:
        return Message::of("keyring_without_bus");
    case KeyringState::NoAnswer:
        return Message::of("keyring_silent");
    }
    Q_UNREACHABLE();
}

} // namespace jetbridge::storage
