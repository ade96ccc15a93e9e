// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SecretService.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace jetbridge {

/// A secret in the format of the Secret Service (its specification, "Secret").
struct SentSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

QDBusArgument& operator<<(QDBusArgument& argument, const SentSecret& secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

const QDBusArgument& operator>>(const QDBusArgument& argument, SentSecret& secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

namespace {

constexpr int patienceMs = 10'000;
const QString root = u"/org/freedesktop/secrets"_s;
const QString service = u"org.freedesktop.Secret.Service"_s;

QDBusMessage ask(const QDBusConnection& bus, const QString& path, const QString& interface,
    const QString& method, const QVariantList& arguments)
{
    auto message =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    return bus.call(message, QDBus::Block, patienceMs);
}

QDBusObjectPath defaultCollection(const QDBusConnection& bus)
{
    return ask(bus, root, service, u"ReadAlias"_s, {u"default"_s})
        .arguments()
        .value(0)
        .value<QDBusObjectPath>();
}

bool isLocked(const QDBusConnection& bus, const QDBusObjectPath& collection)
{
    const auto state = ask(bus, collection.path(), u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
        {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
    return state.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

} // namespace

QString lockKeyring(const QDBusConnection& bus)
{
    const QDBusObjectPath collection = defaultCollection(bus);
    if (collection.path().size() <= 1)
        return u"there is no default keyring"_s;
    const auto locked = ask(
        bus, root, service, u"Lock"_s, {QVariant::fromValue(QList<QDBusObjectPath>{collection})});
    if (locked.type() != QDBusMessage::ReplyMessage)
        return locked.errorMessage();
    return isLocked(bus, collection) ? QString() : u"it did not lock"_s;
}

QString unlockKeyring(const QDBusConnection& bus, const QByteArray& password)
{
    qDBusRegisterMetaType<SentSecret>();
    const QDBusObjectPath collection = defaultCollection(bus);
    const auto session = ask(bus, root, service, u"OpenSession"_s,
        {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    if (session.type() != QDBusMessage::ReplyMessage)
        return session.errorMessage();
    const SentSecret secret{
        session.arguments().value(1).value<QDBusObjectPath>(), {}, password, u"text/plain"_s};
    const auto opened =
        ask(bus, root, u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
            u"UnlockWithMasterPassword"_s,
            {QVariant::fromValue(collection), QVariant::fromValue(secret)});
    if (opened.type() != QDBusMessage::ReplyMessage)
        return opened.errorMessage();
    return isLocked(bus, collection) ? u"it did not open"_s : QString();
}

} // namespace jetbridge
