// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace jetbridge::web {

/// The pages of one folder of the program's resources. They are Mustache templates (*.html) that
/// are rendered inside "frame.html" and may include each other ({{> logo.html}}). Values are
/// escaped when they are inserted, so that each page is both HTML5 and well-formed XML.
class Templates {
public:
    /// Loads the templates of `folder`, which ends with a slash (":/endpoints/").
    explicit Templates(const QString& folder);

    /// Renders the template `layout`.html inside the frame with `values`. An empty string or list
    /// hides its section: {{#logo}} means "there is a logo".
    QByteArray page(const QString& layout, const QJsonObject& values) const;

    /// Fills the placeholders of a text that is not a page; the values are not escaped.
    static QString plain(const QString& text, const QJsonObject& values);

private:
    QHash<QString, QString> m_texts; ///< Templates by file name.
};

} // namespace jetbridge::web
