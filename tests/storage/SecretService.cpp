// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SecretService.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

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
const QString root = QStringLiteral("/org/freedesktop/secrets");
const QString service = QStringLiteral("org.freedesktop.Secret.Service");

QDBusMessage ask(const QDBusConnection& bus, const QString& path, const QString& interface,
    const QString& method, const QVariantList& arguments)
{
    auto message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), path, interface, method);
    message.setArguments(arguments);
    return bus.call(message, QDBus::Block, patienceMs);
}

QDBusObjectPath defaultCollection(const QDBusConnection& bus)
{
    return ask(bus, root, service, QStringLiteral("ReadAlias"), {QStringLiteral("default")})
        .arguments()
        .value(0)
        .value<QDBusObjectPath>();
}

bool isLocked(const QDBusConnection& bus, const QDBusObjectPath& collection)
{
    const auto state = ask(bus, collection.path(),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
        {QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    return state.arguments().value(0).value<QDBusVariant>().variant().toBool();
}

} // namespace

QString lockKeyring(const QDBusConnection& bus)
{
    const QDBusObjectPath collection = defaultCollection(bus);
    if (collection.path().size() <= 1)
        return QStringLiteral("there is no default keyring");
    const auto locked = ask(bus, root, service, QStringLiteral("Lock"),
        {QVariant::fromValue(QList<QDBusObjectPath>{collection})});
    if (locked.type() != QDBusMessage::ReplyMessage)
        return locked.errorMessage();
    return isLocked(bus, collection) ? QString() : QStringLiteral("it did not lock");
}

QString unlockKeyring(const QDBusConnection& bus, const QByteArray& password)
{
    qDBusRegisterMetaType<SentSecret>();
    const QDBusObjectPath collection = defaultCollection(bus);
    const auto session = ask(bus, root, service, QStringLiteral("OpenSession"),
        {QStringLiteral("plain"), QVariant::fromValue(QDBusVariant(QString()))});
    if (session.type() != QDBusMessage::ReplyMessage)
        return session.errorMessage();
    const SentSecret secret{session.arguments().value(1).value<QDBusObjectPath>(), {}, password,
        QStringLiteral("text/plain")};
    const auto opened =
        ask(bus, root, QStringLiteral("org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"),
            QStringLiteral("UnlockWithMasterPassword"),
            {QVariant::fromValue(collection), QVariant::fromValue(secret)});
    if (opened.type() != QDBusMessage::ReplyMessage)
        return opened.errorMessage();
    return isLocked(bus, collection) ? QStringLiteral("it did not open") : QString();
}

} // namespace jetbridge
