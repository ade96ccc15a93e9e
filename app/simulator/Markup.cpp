// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/Markup.h"

#include <QXmlStreamWriter>

namespace jetbridge::simulator {

void Markup::attributes(Attributes attributes)
{
    static const QStringList links{QStringLiteral("href"), QStringLiteral("src"),
        QStringLiteral("action"), QStringLiteral("data-status-url"),
        QStringLiteral("data-setup-url")};
    for (const auto& [name, value] : attributes)
        if (value.startsWith(QLatin1Char('/')) && links.contains(name))
            m_writer.writeAttribute(name, m_toRoot + value.mid(1));
        else if (!value.isEmpty())
            m_writer.writeAttribute(name, value);
}

void Markup::element(const QString& name, Attributes list, const Content& content)
{
    m_writer.writeStartElement(name);
    attributes(list);
    // Without characters the writer would close an empty element as <div/>, which HTML reads as an
    // open <div>.
    m_writer.writeCharacters(QString());
    content();
    m_writer.writeEndElement();
}

void Markup::text(const QString& name, const QString& text, Attributes list)
{
    element(name, list, [&] { characters(text); });
}

void Markup::empty(const QString& name, Attributes list)
{
    m_writer.writeEmptyElement(name);
    attributes(list);
}

void Markup::characters(const QString& text)
{
    m_writer.writeCharacters(text);
}

QByteArray Markup::page(const Frame& frame, const std::function<void(Markup&)>& content)
{
    QByteArray bytes;
    QXmlStreamWriter writer(&bytes);
    Markup html(writer, frame.toRoot);
    const auto u = [](const char* text) {
        return QString::fromUtf8(text);
    };
    const auto head = [&] {
        html.empty(u("meta"), {{u("charset"), u("utf-8")}});
        html.empty(u("meta"),
            {{u("name"), u("viewport")}, {u("content"), u("width=device-width, initial-scale=1")}});
        html.text(u("title"), frame.title + u(" – SmartRecruiters Simulator"));
        html.empty(u("link"), {{u("rel"), u("stylesheet")}, {u("href"), u("/portal/portal.css")}});
        html.empty(u("link"), {{u("rel"), u("icon")}, {u("href"), u("/portal/icon.svg")}});
        if (frame.isPassing)
            html.empty(u("meta"), {{u("http-equiv"), u("refresh")}, {u("content"), u("1")}});
        if (!frame.script.isEmpty())
            html.text(u("script"), {}, {{u("src"), frame.script}, {u("defer"), u("defer")}});
    };
    const auto top = [&] {
        html.text(u("a"), u("SmartRecruiters"), {{u("class"), u("brand")}, {u("href"), u("/")}});
        html.text(
            u("span"), u("Simulator"), {{u("class"), u("label")}, {u("id"), u("simulator-label")}});
        html.text(u("span"), u("Everything here is made up. Nothing leaves this computer."),
            {{u("class"), u("note")}});
        if (!frame.company.isEmpty())
            html.text(u("span"), frame.company + u(" · Administrator"), {{u("class"), u("who")}});
    };
    writer.writeDTD(u("<!DOCTYPE html>"));
    html.element(u("html"), {{u("lang"), u("en")}}, [&] {
        html.element(u("head"), {}, head);
        html.element(u("body"), {}, [&] {
            html.text(u("a"), u("Skip to the content"),
                {{u("class"), u("skip")}, {u("href"), u("#content")}});
            html.element(u("header"), {{u("class"), u("top")}}, top);
            html.element(u("main"), {{u("id"), u("content")}}, [&] { content(html); });
        });
    });
    return bytes + '\n';
}

} // namespace jetbridge::simulator
