// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Sink.h"

#include "domain/Environment.h"
#include "domain/NameTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::pair<SinkKind, const char*> kinds[]{{SinkKind::Command, "command"},
    {SinkKind::Folder, "folder"}, {SinkKind::Vault, "vault"}, {SinkKind::Webhook, "webhook"}};

constexpr qsizetype longestName = 64;

const QString placeholders =
    u"{event}, {deliveryId}, {environment}, {companyId}, {integrationId}, {clientId}"_s;

const QRegularExpression& placeholder()
{
    static const QRegularExpression pattern(u"\\{([A-Za-z]+)\\}"_s);
    return pattern;
}

/// Returns the value of a placeholder; a null text if there is none of this name.
QString valueOf(const QString& name, const Delivery& delivery, const QString& environment)
{
    const std::pair<const char*, QString> values[]{{"event", deliveryEventName(delivery.event)},
        {"deliveryId", delivery.id}, {"environment", environment},
        {"companyId", delivery.company.text()}, {"integrationId", delivery.integration.text()},
        {"clientId", delivery.client.text()}};
    for (const auto& [known, value] : values)
        if (name == QLatin1String(known))
            return value.isNull() ? u""_s : value;
    return {};
}

QJsonObject formatToJson(const SinkFormat& format)
{
    return {{u"format"_s, handoverFormatName(format.format)}, {u"recipient"_s, format.recipient}};
}

SinkFormat formatFromJson(const QJsonObject& object)
{
    return {
        handoverFormatFromName(object.value("format"_L1).toString()).value_or(HandoverFormat::Json),
        object.value("recipient"_L1).toString()};
}

QStringList texts(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& one : value.toArray())
        list.append(one.toString());
    return list;
}

/// Tells whether a path of Vault means the same to everybody who reads it.
bool isPlainPath(const QString& path)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*\\z"_s);
    static const QRegularExpression dots(u"(\\A|/)\\.{1,2}(/|\\z)"_s);
    return plain.match(path).hasMatch() && !dots.match(path).hasMatch();
}

} // namespace

QString sinkKindName(SinkKind kind)
{
    return nameIn(kinds, kind);
}

Outcome<SinkKind> sinkKindFromName(const QString& name)
{
    if (const auto kind = valueIn(kinds, name))
        return *kind;
    return failed(FailureKind::Invalid, u"\"%1\" is no kind of sink."_s.arg(name));
}

Outcome<Done> checkSinkName(const QString& name)
{
    const bool isSane = !name.isEmpty() && name.size() <= longestName && name == name.trimmed()
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (isSane)
        return Done{};
    return failed(FailureKind::Invalid,
        u"A sink needs a name of 1 to %1 printable characters, without spaces at its ends."_s.arg(
            longestName));
}

Outcome<Done> checkPlaceholders(const QString& text)
{
    for (auto all = placeholder().globalMatch(text); all.hasNext();) {
        const QString name = all.next().captured(1);
        if (name.contains("secret"_L1, Qt::CaseInsensitive)
            || name.contains("token"_L1, Qt::CaseInsensitive))
            return failed(FailureKind::Invalid,
                u"\"%1\": other users can read arguments, so no secret is one. The program reads "
                "it from standard input."_s.arg(text));
        if (valueOf(name, {}, {}).isNull())
            return failed(FailureKind::Invalid,
                u"\"%1\" has the placeholder {%2}, which there is not: use %3."_s.arg(
                    text, name, placeholders));
    }
    return Done{};
}

Outcome<QString> filledPlaceholders(
    const QString& text, const Delivery& delivery, const QString& environment)
{
    QString filled;
    qsizetype end = 0;
    for (auto all = placeholder().globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const QString value = valueOf(match.captured(1), delivery, environment);
        filled += text.mid(end, match.capturedStart() - end);
        filled += value.isNull() ? match.captured(0) : value;
        end = match.capturedEnd();
    }
    filled += text.mid(end);
    if (filled.startsWith(QLatin1Char('-')) && !text.startsWith(QLatin1Char('-')))
        return failed(FailureKind::Invalid,
            u"The argument \"%1\" would become \"%2\", which the program takes for an option."_s
                .arg(text, filled));
    return filled;
}

QByteArray eventDocument(const Delivery& delivery, const QString& environment)
{
    const QJsonObject object{{u"event"_s, deliveryEventName(delivery.event)},
        {u"deliveryId"_s, delivery.id}, {u"environment"_s, environment},
        {u"companyId"_s, delivery.company.text()},
        {u"integrationId"_s, delivery.integration.text()}, {u"clientId"_s, delivery.client.text()},
        {u"at"_s, delivery.notedAt.toUTC().toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson();
}

Outcome<Done> CommandSettings::check() const
{
    for (const QString& argument : arguments + undoArguments)
        if (const auto sound = checkPlaceholders(argument); !sound)
            return sound;
    static const QRegularExpression name(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    for (const QString& variable : variables) {
        if (!name.match(variable).hasMatch())
            return failed(FailureKind::Invalid,
                u"\"%1\" is no name of an environment variable."_s.arg(variable));
        if (variable.startsWith("JETBRIDGE_"_L1))
            return failed(FailureKind::Invalid,
                u"%1 is Jetbridge's own and is passed to no program."_s.arg(variable));
    }
    return Done{};
}

QJsonObject CommandSettings::toJson() const
{
    QJsonObject object = formatToJson(format);
    object.insert(u"program"_s, program);
    object.insert(u"arguments"_s, QJsonArray::fromStringList(arguments));
    object.insert(u"undoArguments"_s, QJsonArray::fromStringList(undoArguments));
    object.insert(u"variables"_s, QJsonArray::fromStringList(variables));
    object.insert(u"seconds"_s, seconds);
    return object;
}

CommandSettings CommandSettings::fromJson(const QJsonObject& object)
{
    CommandSettings settings;
    settings.format = formatFromJson(object);
    settings.program = object.value("program"_L1).toString();
    settings.arguments = texts(object.value("arguments"_L1));
    settings.undoArguments = texts(object.value("undoArguments"_L1));
    settings.variables = texts(object.value("variables"_L1));
    settings.seconds = object.value("seconds"_L1).toInt(settings.seconds);
    return settings;
}

QJsonObject FolderSettings::toJson() const
{
    QJsonObject object = formatToJson(format);
    object.insert(u"folder"_s, folder);
    return object;
}

FolderSettings FolderSettings::fromJson(const QJsonObject& object)
{
    return {formatFromJson(object), object.value("folder"_L1).toString()};
}

Outcome<Done> VaultSettings::check() const
{
    if (const auto sound = checkUrl("vault", address); !sound)
        return sound;
    for (const QString& name : {mount, roleMount})
        if (!isPlainPath(name))
            return failed(FailureKind::Invalid, u"\"%1\" is no path of a mount."_s.arg(name));
    QString rest = path;
    for (const char* allowed : {"{integrationId}", "{companyId}", "{environment}"})
        rest.replace(QLatin1String(allowed), "x"_L1);
    if (!path.contains("{integrationId}"_L1))
        return failed(FailureKind::Invalid,
            u"The path \"%1\" must contain {integrationId}: each integration needs one of its "
            "own."_s.arg(path));
    if (!isPlainPath(rest))
        return failed(FailureKind::Invalid,
            u"The path \"%1\" may have letters, digits, . _ ~ - and /, with {integrationId}, "
            "{companyId} and {environment} in it."_s.arg(path));
    return Done{};
}

Outcome<QString> VaultSettings::pathOf(const Delivery& delivery, const QString& environment) const
{
    const auto filled = filledPlaceholders(path, delivery, environment);
    if (!filled)
        return filled;
    // A "/" in an identifier would lead to another path.
    const bool isPlain =
        isPlainPath(*filled) && filled->count(QLatin1Char('/')) == path.count(QLatin1Char('/'));
    if (isPlain)
        return filled;
    return failed(FailureKind::Invalid,
        u"\"%1\" has characters that no path of Vault may have: choose a path without that "
        "identifier."_s.arg(*filled));
}

QJsonObject VaultSettings::toJson() const
{
    return {{u"address"_s, address.toString()}, {u"mount"_s, mount}, {u"path"_s, path},
        {u"namespace"_s, nameSpace}, {u"roleId"_s, roleId}, {u"roleMount"_s, roleMount}};
}

VaultSettings VaultSettings::fromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* name) {
        return object.value(QLatin1String(name)).toString();
    };
    VaultSettings settings;
    settings.address = QUrl(text("address"), QUrl::StrictMode);
    settings.mount = text("mount");
    settings.path = text("path");
    settings.nameSpace = text("namespace");
    settings.roleId = text("roleId");
    settings.roleMount = text("roleMount");
    return settings;
}

Outcome<Done> WebhookSinkSettings::check() const
{
    return checkUrl("webhookUrl", url);
}

QJsonObject WebhookSinkSettings::toJson() const
{
    return {{u"url"_s, url.toString(QUrl::FullyEncoded)}, {u"withSecret"_s, withSecret}};
}

WebhookSinkSettings WebhookSinkSettings::fromJson(const QJsonObject& object)
{
    return {QUrl(object.value("url"_L1).toString(), QUrl::StrictMode),
        object.value("withSecret"_L1).toBool()};
}

} // namespace jetbridge
