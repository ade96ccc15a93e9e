// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "web/Templates.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace jetbridge::endpoints {

/// The pages that people see at the partner's endpoints: Mustache templates, one style sheet, and
/// one catalogue of texts a language, all from resources/pages. Every page is HTML5 and well-formed
/// XML at once.
class Pages {
public:
    Pages();

    /// "en" first: what is used when a visitor asks for none of them.
    const QStringList& languages() const { return m_languages; }
    /// The page `layout`.html with the texts of `section`; `values` fill the placeholders of both.
    /// Everything is escaped on its way into the page.
    QByteArray page(const QString& language, const QString& layout, const QString& section,
        const QJsonObject& values) const;
    /// One text alone, its placeholders filled, not escaped.
    QString text(const QString& language, const QString& section, const QString& key,
        const QJsonObject& values) const;
    /// "'sha256-...'" of the style sheet, for style-src.
    const QByteArray& styleHash() const { return m_styleHash; }

private:
    const web::Templates m_templates;
    QStringList m_languages{QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("pl")};
    QHash<QString, QJsonObject> m_texts; ///< By language: section -> key -> text.
    QString m_style;
    QByteArray m_styleHash;
};

} // namespace jetbridge::endpoints
