// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Sink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace jetbridge {

namespace {

constexpr std::pair<SinkKind, const char*> kinds[]{
    {SinkKind::Command, "command"}, {SinkKind::Folder, "folder"}};

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

} // namespace

QString sinkKindName(SinkKind kind)
{
    for (const auto& [known, name] : kinds)
        if (known == kind)
            return QLatin1String(name);
    Q_UNREACHABLE();
}

Outcome<SinkKind> sinkKindFromName(const QString& name)
{
    for (const auto& [kind, known] : kinds)
        if (name == QLatin1String(known))
            return kind;
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

} // namespace jetbridge
