// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Delivery.h"
#include "domain/Handover.h"

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace jetbridge {

/// Kind of a sink.
enum class SinkKind {
    Command, ///< A program that is run for each event.
    Folder, ///< One file for each customer.
    Vault, ///< HashiCorp Vault or OpenBao, the secrets engine KV version 2.
    Webhook, ///< The partner's backend, which is told of each event by a signed webhook.
};

QString sinkKindName(SinkKind kind); ///< Returns "command", "folder", ...
Outcome<SinkKind> sinkKindFromName(const QString& name);

/// A place to which customers' events and credentials are delivered by themselves, so that the
/// partner's backend has what it needs to call SmartRecruiters.
struct Sink {
    qint64 number = 0; ///< Number assigned by the registry.
    QString name;
    SinkKind kind = SinkKind::Folder;
    QJsonObject settings; ///< Written by the settings of its kind; never a secret.
    QString secretItem; ///< VaultKey::id of its secret; empty if it has none.
    QDateTime addedAt;
};

/// Format of the documents of a sink.
struct SinkFormat {
    HandoverFormat format = HandoverFormat::Json;
    QString recipient; ///< For Gpg, as Encryption::encrypt() takes it.
};

/// Settings of a command sink.
struct CommandSettings {
    SinkFormat format; ///< Of standard input, when there are credentials.
    QString program; ///< Absolute path.
    QStringList arguments; ///< With placeholders (filledPlaceholders()).
    QStringList undoArguments; ///< For Disabled and Forgotten; empty: the same arguments.
    QStringList variables; ///< Names of variables of our environment that it gets.
    int seconds = 30; ///< Longest time for one run.

    /// Invalid: an argument or a variable is not allowed.
    Outcome<Done> check() const;
    QJsonObject toJson() const;
    static CommandSettings fromJson(const QJsonObject& object);
};

/// Settings of a folder sink.
struct FolderSettings {
    SinkFormat format;
    QString folder; ///< Absolute path.

    QJsonObject toJson() const;
    static FolderSettings fromJson(const QJsonObject& object);
};

/// Settings of a sink in HashiCorp Vault or OpenBao. Its secret is a token, or the secret id of an
/// AppRole.
struct VaultSettings {
    QUrl address; ///< Such as https://vault.example:8200
    QString mount = QStringLiteral("secret"); ///< Of the secrets engine.
    QString path; ///< With {integrationId}, so that each integration has a path of its own.
    QString nameSpace; ///< Of Vault Enterprise or OpenBao; empty: the root namespace.
    QString roleId; ///< Of the AppRole; empty: the secret is a token.
    QString roleMount = QStringLiteral("approle"); ///< Of the auth method.

    /// Invalid: the address, the path or a mount is not allowed.
    Outcome<Done> check() const;
    /// Returns the path of one customer. Invalid: an identifier has characters that no path of
    /// Vault has.
    Outcome<QString> pathOf(const Delivery& delivery, const QString& environment) const;
    QJsonObject toJson() const;
    static VaultSettings fromJson(const QJsonObject& object);
};

/// Settings of a webhook sink. The environment's WebhookSecrets sign.
struct WebhookSinkSettings {
    QUrl url; ///< Address that webhooks are sent to.
    bool withSecret = false; ///< The customer-level credentials are sent, too.

    /// Invalid: the address is not allowed.
    Outcome<Done> check() const;
    QJsonObject toJson() const;
    static WebhookSinkSettings fromJson(const QJsonObject& object);
};

/// Invalid: it is not 1 to 64 printable characters without spaces at its ends.
Outcome<Done> checkSinkName(const QString& name);

/// Replaces {event}, {deliveryId}, {environment}, {companyId}, {integrationId} and {clientId}.
/// Invalid: a value would turn an argument into an option, because it begins with "-".
Outcome<QString> filledPlaceholders(
    const QString& text, const Delivery& delivery, const QString& environment);
/// Invalid: a text has a placeholder that does not exist, or one for a secret.
Outcome<Done> checkPlaceholders(const QString& text);

/// Returns an event as JSON without any secret: event, deliveryId, environment, companyId,
/// integrationId, clientId and at.
QByteArray eventDocument(const Delivery& delivery, const QString& environment);

} // namespace jetbridge
