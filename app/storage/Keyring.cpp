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

using namespace Qt::StringLiterals;

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
    return {u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s};
}

Target secretService()
{
    return {u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
        u"org.freedesktop.Secret.Service"_s};
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
    const auto owned = co_await ask(bus(), u"NameHasOwner"_s, {name});
    co_return owned && owned->toBool();
}

/// Tells whether KWallet is used: QtKeychain prefers it on a KDE desktop if it is there.
Task<bool> usesKWallet()
{
    if (!qEnvironmentVariable("XDG_CURRENT_DESKTOP").contains("KDE"_L1))
        co_return false;
    const bool six = co_await isOnTheBus(u"org.kde.kwalletd6"_s);
    const bool five = co_await isOnTheBus(u"org.kde.kwalletd5"_s);
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

    const auto collection = co_await ask(secretService(), u"ReadAlias"_s, {u"default"_s});
    if (!collection)
        co_return stateOf(collection.error());
    const QString path = collection->value<QDBusObjectPath>().path();
    if (path.size() <= 1)
        co_return KeyringState::NoCollection;

    const Target properties{secretService().service, path, u"org.freedesktop.DBus.Properties"_s};
    const auto locked =
        co_await ask(properties, u"Get"_s, {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
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
        co_return u"KWallet"_s;
    const auto process =
        co_await ask(bus(), u"GetConnectionUnixProcessID"_s, {secretService().service});
    if (!process)
        co_return QString();
    QFile program(u"/proc/%1/comm"_s.arg(process->toUInt()));
    const QByteArray name =
        program.open(QIODevice::ReadOnly) ? program.readAll().trimmed() : QByteArray();
    if (name.startsWith("gnome-keyring"))
        co_return u"GNOME Keyring"_s;
    if (name.startsWith("keepassxc"))
        co_return u"KeePassXC"_s;
    if (name.startsWith("kwalletd") || name.startsWith("ksecretd"))
        co_return u"KWallet"_s;
    co_return u"Secret Service"_s;
}

#else

Task<KeyringState> keyringState()
{
    co_return KeyringState::Ready;
}

Task<QString> keyringName()
{
#ifdef Q_OS_DARWIN
    co_return u"macOS Keychain"_s;
#else
    co_return u"Windows Credential Manager"_s;
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
