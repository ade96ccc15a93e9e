// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Templates.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace jetbridge::endpoints {

/// The web pages of the partner's endpoints: Mustache templates, one style sheet, and one catalogue
/// of texts per language, all from resources/pages. Every page is both HTML5 and well-formed XML.
class Pages {
public:
    Pages();

    /// Returns the languages; the first, "en", is used for visitors who accept none of them.
    const QStringList& languages() const { return m_languages; }
    /// Renders the template `layout`.html with the texts of `section`; `values` fill the
    /// placeholders of both. All values are escaped.
    QByteArray page(const QString& language, const QString& layout, const QString& section,
        const QJsonObject& values) const;
    /// Returns one text with its placeholders filled; the values are not escaped.
    QString text(const QString& language, const QString& section, const QString& key,
        const QJsonObject& values) const;
    /// Returns the hash of the style sheet for style-src: "'sha256-...'".
    const QByteArray& styleHash() const { return m_styleHash; }

private:
    const web::Templates m_templates;
    QStringList m_languages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("pl")};
    QHash<QString, QJsonObject> m_texts; ///< Texts by language, section and key.
    QString m_style;
    QByteArray m_styleHash;
};

} // namespace jetbridge::endpoints
