// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Pages.h"

#include <QCryptographicHash>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <kainjow/mustache.hpp>

#include <algorithm>

// A static library's resources are linked only when somebody asks for them, and Q_INIT_RESOURCE
// does not work inside a namespace.
static void initPages()
{
    Q_INIT_RESOURCE(pages);
}

namespace jetbridge::endpoints {

namespace {

namespace mustache = kainjow::mustache;

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/endpoints/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The page resource %s is missing from the program.", qPrintable(name));
    return file.readAll();
}

/// Without what XML 1.0 cannot hold even escaped.
std::string xmlText(QString text)
{
    text.removeIf([](QChar c) {
        const char16_t u = c.unicode();
        return (u < 0x20 && u != '\t' && u != '\n' && u != '\r') || u == 0xFFFE || u == 0xFFFF;
    });
    return text.toStdString();
}

mustache::data toData(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Array: {
        mustache::data list{mustache::data::type::list};
        for (const QJsonValue& item : value.toArray())
            list.push_back(toData(item));
        return list;
    }
    case QJsonValue::Object: {
        mustache::data object;
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            object.set(member.key().toStdString(), toData(member.value()));
        return object;
    }
    case QJsonValue::String:
        // An empty text is no section in our layouts: {{#logo}} means "there is a logo".
        return value.toString().isEmpty() ? mustache::data(false)
                                          : mustache::data(xmlText(value.toString()));
    default:
        return xmlText(value.toVariant().toString());
    }
}

std::string fill(const QString& text, const mustache::data& values, bool escape)
{
    mustache::mustache layout(text.toStdString());
    if (!escape)
        layout.set_custom_escape([](const std::string& plain) { return plain; });
    return layout.render(values);
}

} // namespace

Pages::Pages()
{
    initPages();
    for (const QString& language : m_languages)
        m_texts.insert(language,
            QJsonDocument::fromJson(resource(QStringLiteral("texts.%1.json").arg(language)))
                .object());
    for (const char* name : {"frame", "sign-in", "decision", "outcome", "status"})
        m_layouts.insert(QLatin1String(name),
            QString::fromUtf8(resource(QLatin1String(name) + QLatin1String(".html"))));
    const QByteArray style = resource(QStringLiteral("pages.css"));
    m_style = QString::fromUtf8(style);
    m_styleHash =
        "'sha256-" + QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + '\'';
}

QString Pages::text(const QString& language, const QString& section, const QString& key,
    const QJsonObject& values) const
{
    const QString raw = m_texts.value(language).value(section).toObject().value(key).toString();
    return QString::fromStdString(fill(raw, toData(values), false));
}

QByteArray Pages::page(const QString& language, const QString& layout, const QString& section,
    const QJsonObject& values) const
{
    mustache::data context = toData(values);
    const auto texts = [&](const QString& name) {
        mustache::data filled;
        const QJsonObject raw = m_texts.value(language).value(name).toObject();
        for (auto text = raw.begin(); text != raw.end(); ++text)
            filled.set(text.key().toStdString(), fill(text.value().toString(), context, false));
        return filled;
    };
    context.set("t", texts(section));
    context.set("c", texts(QStringLiteral("common")));
    context.set("language", language.toStdString());
    context.set("style", m_style.toStdString());
    context.set("main", fill(m_layouts.value(layout), context, true));
    return QByteArray::fromStdString(fill(m_layouts.value(QStringLiteral("frame")), context, true));
}

} // namespace jetbridge::endpoints
