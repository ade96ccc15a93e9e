// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <initializer_list>

class QXmlStreamWriter;

namespace jetbridge::simulator {

/// Writes HTML that is well-formed XML too, so that browsers and scripted players read the same
/// page. Everything is escaped; nothing is ever pasted in.
class Markup {
public:
    /// An empty value leaves the attribute out. A path of this server ("/portal/portal.css") is
    /// written as a link from the page.
    using Attribute = std::pair<QString, QString>;
    using Attributes = std::initializer_list<Attribute>;
    using Content = std::function<void()>;

    Markup(QXmlStreamWriter& writer, QString toRoot)
        : m_writer(writer)
        , m_toRoot(std::move(toRoot))
    {
    }
    /// An element with other elements inside.
    void element(const QString& name, Attributes attributes, const Content& content);
    /// An element with text inside.
    void text(const QString& name, const QString& text, Attributes attributes = {});
    /// <input/>, <img/>, <link/>, <meta/>: elements that never have content.
    void empty(const QString& name, Attributes attributes);
    void characters(const QString& text);

    /// What is around the content of a page.
    struct Frame {
        QString title;
        QString toRoot; ///< From this page to "/": links begin there, whatever serves the portal.
        QString company; ///< Whose administrator is looking; empty: nobody's.
        QString script; ///< Its path; empty: the page does without.
        bool isPassing = false; ///< Looks again a second later.
    };
    /// A whole page: the "Simulator" label, and what `content` writes into <main>.
    static QByteArray page(const Frame& frame, const std::function<void(Markup&)>& content);

private:
    void attributes(Attributes attributes);

    QXmlStreamWriter& m_writer;
    const QString m_toRoot;
};

} // namespace jetbridge::simulator
