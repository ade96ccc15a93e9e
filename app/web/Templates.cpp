// SPDX-License-Identifier: GPL-3.0-or-later
#include "web/Templates.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <kainjow/mustache.hpp>

using namespace Qt::StringLiterals;

namespace jetbridge::web {

namespace {

namespace mustache = kainjow::mustache;

/// Removes the characters that XML 1.0 cannot contain, even escaped.
std::string xmlText(const QString& text)
{
    QString allowed = text;
    allowed.removeIf([](QChar c) {
        const char16_t unit = c.unicode(); // None of these is half of a surrogate pair.
        return (unit < 0x20 && unit != u'\t' && unit != u'\n' && unit != u'\r') || unit == 0xFFFE
            || unit == 0xFFFF;
    });
    return allowed.toStdString();
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
        return value.toString().isEmpty() ? mustache::data(false)
                                          : mustache::data(xmlText(value.toString()));
    default:
        return xmlText(value.toVariant().toString());
    }
}

} // namespace

Templates::Templates(const QString& folder)
{
    const QStringList names = QDir(folder).entryList({u"*.html"_s});
    for (const QString& name : names) {
        QFile file(folder + name);
        if (file.open(QIODevice::ReadOnly))
            m_texts.insert(name, QString::fromUtf8(file.readAll()));
    }
    if (!m_texts.contains(u"frame.html"_s))
        qFatal("The pages of %s are missing from the program.", qPrintable(folder));
}

QString Templates::plain(const QString& text, const QJsonObject& values)
{
    if (!text.contains("{{"_L1))
        return text;
    mustache::mustache layout(text.toStdString());
    layout.set_custom_escape([](const std::string& value) { return value; });
    return QString::fromStdString(layout.render(toData(values)));
}

QByteArray Templates::page(const QString& layout, const QJsonObject& values) const
{
    mustache::data data = toData(values);
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text)
        data.set(text.key().toStdString(),
            mustache::partial([other = text.value()] { return other.toStdString(); }));
    const auto filled = [this, &data](const QString& name) {
        mustache::mustache page(m_texts.value(name + ".html"_L1).toStdString());
        return page.render(data);
    };
    data.set("main", filled(layout));
    return QByteArray::fromStdString(filled(u"frame"_s));
}

} // namespace jetbridge::web
