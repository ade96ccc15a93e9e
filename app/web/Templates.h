// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>

namespace jetbridge::web {

/// The pages of one folder of the program's resources: Mustache templates (*.html) that stand in
/// "frame.html" and may use each other ({{> logo.html}}). Values are escaped on their way in, so
/// that each page is HTML5 and well-formed XML at once.
class Templates {
public:
    /// `folder`: with its slash, as ":/endpoints/".
    explicit Templates(const QString& folder);

    /// The page `layout`.html in the frame, filled with `values`. An empty text and an empty list
    /// are no section: {{#logo}} means "there is a logo".
    QByteArray page(const QString& layout, const QJsonObject& values) const;

    /// One text alone, its placeholders filled, not escaped.
    static QString plain(const QString& text, const QJsonObject& values);

private:
    QHash<QString, QString> m_texts; ///< By the file's name.
};

} // namespace jetbridge::web
