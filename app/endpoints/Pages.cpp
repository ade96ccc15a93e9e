// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/Pages.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The resources of a static library are linked only when something refers to them, and
// Q_INIT_RESOURCE does not work inside a namespace.
static void initPages()
{
    Q_INIT_RESOURCE(pages);
}

namespace jetbridge::endpoints {

namespace {

QString folder()
{
    initPages();
    return u":/endpoints/"_s;
}

QByteArray resource(const QString& name)
{
    QFile file(folder() + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The page resource %s is missing from the program.", qPrintable(name));
    return file.readAll();
}

} // namespace

Pages::Pages()
    : m_templates(folder())
{
    for (const QString& language : m_languages)
        m_texts.insert(
            language, QJsonDocument::fromJson(resource(u"texts.%1.json"_s.arg(language))).object());
    const QByteArray style = resource(u"pages.css"_s);
    m_style = QString::fromUtf8(style);
    m_styleHash =
        "'sha256-" + QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + '\'';
}

QString Pages::text(const QString& language, const QString& section, const QString& key,
    const QJsonObject& values) const
{
    const QString raw = m_texts.value(language).value(section).toObject().value(key).toString();
    return web::Templates::plain(raw, values);
}

QByteArray Pages::page(const QString& language, const QString& layout, const QString& section,
    const QJsonObject& values) const
{
    const auto texts = [&](const QString& name) {
        QJsonObject filled = m_texts.value(language).value(name).toObject();
        for (auto text = filled.begin(); text != filled.end(); ++text)
            *text = web::Templates::plain(text.value().toString(), values);
        return filled;
    };
    QJsonObject context = values;
    context.insert(u"t"_s, texts(section));
    context.insert(u"c"_s, texts(u"common"_s));
    context.insert(u"language"_s, language);
    context.insert(u"style"_s, m_style);
    return m_templates.page(layout, context);
}

} // namespace jetbridge::endpoints
